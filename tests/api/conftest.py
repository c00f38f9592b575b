"""The API over a real office, on a real port."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Database
from tests.api.reader import Server, serving
from tests.directory import Commune, settle_commune
from tests.operations.planned import november, send


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A database with every table and no row."""
    file = tmp_path / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def commune(database: Database) -> Commune:
    """One hamlet has reported, the other is overdue."""
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune))
    return commune


@pytest.fixture
async def house(database: Database) -> AsyncIterator[Server]:
    """The API, served."""
    async with serving(database) as made:
        yield made
