import asyncio
import fcntl
import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import time_machine

from bot.clock import utc_now
from bot.demo.prepare import prepare
from storage import Database
from storage.ids import IdSource
from tests.bot.house import House
from tests.clock.days import VIETNAM, midday
from tests.directory import Commune, settle_commune


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo as it begins, made by the first worker of the run that wants it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made, ready = shared / "demo-as-it-begins", shared / "demo-is-ready"
    with (shared / "demo-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            prepare(made, fresh=True, real=utc_now)
            ready.touch()
    return made


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


@pytest.fixture
def noon() -> Iterator[date]:
    """The played day, at noon in Việt Nam: the next day and the quiet hours are far away."""
    day = datetime.now(VIETNAM).date()
    with time_machine.travel(midday(day).timestamp()):
        yield day


@pytest.fixture
def url_of_bot(sqlite_template: Path, tmp_path: Path) -> str:
    """The database of a bot whose folder of data is `data`."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def url_of_commands(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database that the command line opens, in a folder of its own."""
    monkeypatch.setenv("SINHHOAT_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def commune(noon: date, url_of_commands: str) -> Commune:
    """A commune in the command line's database, at noon."""

    async def make() -> Commune:
        database = Database(url_of_commands, new_id=IdSource(lambda: 1, node=1))
        try:
            return await settle_commune(database)
        finally:
            await database.close()

    return asyncio.run(make())
