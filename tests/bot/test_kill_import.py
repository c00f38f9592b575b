"""An import is killed in its middle; whoever comes next writes the rest, and nothing twice."""

import asyncio
import shutil
import sqlite3
from pathlib import Path

from documents.writing import write_workbook
from tests.bot.copies import BotCopy
from tests.operations.workbook.offices import AREAS, CHAPTER, KINDS
from tests.patience import PATIENCE

CHAPTERS = 1_600


def count(file: Path, statement: str) -> int:
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        return int(connection.execute(statement).fetchone()[0])


async def wait_for_the_middle(file: Path) -> None:
    """Waits until the import is decided and some of its parts are written."""
    async with asyncio.timeout(PATIENCE):
        while count(file, "select count(*) from chapter") == 0:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.01)


async def test_an_import_killed_in_its_middle_rolls_forward_and_doubles_nothing(
    sqlite_template: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    database = tmp_path / "data" / "sinhhoat.db"
    shutil.copy(sqlite_template, database)
    many = [CHAPTER | {"name": f"Chi hội số {n}", "id": "mới"} for n in range(CHAPTERS)]
    write_workbook(tmp_path / "big.xlsx", {"areas": AREAS, "kinds": KINDS, "chapters": many})
    write_workbook(tmp_path / "empty.xlsx", {"areas": AREAS})
    settings = {"DATA_DIR": str(tmp_path / "data")}
    killed = BotCopy(tmp_path, settings, arguments=("import", "big.xlsx"), name="a")
    await killed.start()
    await wait_for_the_middle(database)
    await killed.kill()
    there = count(database, "select count(*) from chapter")
    assert 0 < there < CHAPTERS, killed.log
    after = BotCopy(tmp_path, settings, arguments=("import", "empty.xlsx"), name="b")
    await after.start()
    assert await after.wait() == 0, after.log
    assert count(database, "select count(*) from chapter") == CHAPTERS
    assert count(database, "select count(distinct name) from chapter") == CHAPTERS
    assert count(database, "select count(*) from area") == len(AREAS)
    assert count(database, "select count(*) from directory_import where state <> 'done'") == 0
