import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from bot.archives import BackupError
from bot.backup import Contents, restore_backup, write_backup
from bot.sample.load import load_sample
from bot.settings import Settings
from domain.policy import Policy
from storage import Database
from storage.maintenance.backup import dump_rows
from storage.people import people
from tests.directory import at, settle_commune

NOW = at(20)
# What is about the archive alone is tried on one database.
ON_SQLITE = pytest.mark.parametrize(
    ("database_url", "empty_database_url"), [("sqlite", "sqlite")], indirect=True
)


def settings_of(url: str, folder: Path) -> Settings:
    return Settings(database_url=url, data_dir=folder)


def put_photo(settings: Settings) -> Path:
    photo = settings.files_dir / "ab" / "ab12"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"\xff\xd8\xff a photo")
    return photo


async def all_rows(url: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    async for table, rows in dump_rows(url):
        found.setdefault(table, []).extend(map(orjson.loads, rows))
    return found


async def back_up(settings: Settings, target: Path) -> Contents:
    return await write_backup(settings, target, now=NOW, on_rows=lambda _: None)


async def restore(settings: Settings, source: Path) -> Contents:
    return await restore_backup(settings, source, now=NOW, on_rows=lambda _: None)


@pytest.fixture
async def filled(database: Database, database_url: str, tmp_path: Path) -> Settings:
    await load_sample(database, now=NOW, policy=Policy(), months=1)
    settings = settings_of(database_url, tmp_path / "old")
    put_photo(settings)
    return settings


@pytest.fixture
async def small(database: Database, database_url: str, tmp_path: Path) -> Settings:
    await settle_commune(database)
    settings = settings_of(database_url, tmp_path / "old")
    put_photo(settings)
    return settings


async def test_a_backup_taken_beside_a_writer_comes_back_whole_in_either_database(
    filled: Settings,
    database: Database,
    empty_database_url: str,
    tmp_path: Path,
) -> None:
    async with database.write():
        made = await back_up(filled, tmp_path / "backup.tar.gz")
    new = settings_of(empty_database_url, tmp_path / "new")
    restored = await restore(new, tmp_path / "backup.tar.gz")
    assert restored == made
    assert made.files == 1
    assert made.rows["report"] > 20
    assert await all_rows(new.database) == await all_rows(filled.database)
    assert (new.files_dir / "ab" / "ab12").read_bytes() == b"\xff\xd8\xff a photo"


async def test_a_restored_database_counts_on_from_its_highest_ids(
    small: Settings,
    empty_database_url: str,
    tmp_path: Path,
) -> None:
    await back_up(small, tmp_path / "backup.tar.gz")
    new = settings_of(empty_database_url, tmp_path / "new")
    await restore(new, tmp_path / "backup.tar.gz")
    opened = Database(new.database, new_id=lambda: 1)
    async with opened.write() as unit:
        person = await people.add(unit, name="Trần Thị Mới", now=NOW)
    await opened.close()
    assert person.id == len((await all_rows(new.database))["person"])


async def test_nothing_is_restored_over_data(small: Settings, tmp_path: Path) -> None:
    await back_up(small, tmp_path / "backup.tar.gz")
    before = await all_rows(small.database)
    with pytest.raises(BackupError, match="has data already"):
        await restore(small, tmp_path / "backup.tar.gz")
    assert await all_rows(small.database) == before


def _without(member: str) -> Callable[[Path, Path], None]:
    def copy(source: Path, target: Path) -> None:
        with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
            for entry in old.getmembers():
                data = old.extractfile(entry)
                if entry.name != member and data is not None:
                    new.addfile(entry, io.BytesIO(data.read()))

    return copy


@ON_SQLITE
@pytest.mark.parametrize("member", ["manifest.json", "tables/report_revision"])
async def test_a_damaged_archive_is_refused_with_a_sentence(
    small: Settings, empty_database_url: str, tmp_path: Path, member: str
) -> None:
    whole, damaged = tmp_path / "whole.tar.gz", tmp_path / "damaged.tar.gz"
    await back_up(small, whole)
    _without(member)(whole, damaged)
    with pytest.raises(BackupError):
        await restore(settings_of(empty_database_url, tmp_path / "new"), damaged)


@ON_SQLITE
async def test_a_file_name_cannot_lead_out_of_the_folder(
    small: Settings, empty_database_url: str, tmp_path: Path
) -> None:
    whole, evil = tmp_path / "whole.tar.gz", tmp_path / "evil.tar.gz"
    await back_up(small, whole)
    with tarfile.open(whole) as old, tarfile.open(evil, "w:gz") as new:
        for member in old.getmembers():
            data = old.extractfile(member)
            assert data is not None
            if member.name.startswith("files/"):
                member.name = "files/../../escaped"
            new.addfile(member, io.BytesIO(data.read()))
    with pytest.raises(tarfile.TarError):
        await restore(settings_of(empty_database_url, tmp_path / "new"), evil)
    assert not (tmp_path / "escaped").exists()


async def test_a_database_that_is_not_there_is_not_backed_up(tmp_path: Path) -> None:
    settings = settings_of(f"sqlite:///{tmp_path / 'none.db'}", tmp_path)
    with pytest.raises(BackupError, match="no database"):
        await back_up(settings, tmp_path / "backup.tar.gz")
