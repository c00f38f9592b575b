"""A desk over a real office, by HTTP without a network; pages run on one database."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Database
from tests.desk.seated import Seats
from tests.directory import Commune, settle_commune
from tests.operations.planned import november, send


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A database with every table and no row."""
    file = tmp_path / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def seats(database: Database, tmp_path: Path) -> AsyncIterator[Seats]:
    """Whoever sits down there has a desk of their own."""
    made = Seats(database, files=tmp_path / "files")
    yield made
    await made.close()


@pytest.fixture
async def commune(database: Database) -> Commune:
    """One hamlet has reported, the other is overdue."""
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune))
    return commune
