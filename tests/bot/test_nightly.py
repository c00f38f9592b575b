from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from bot.archives import BackupError
from bot.backup import rehearse_backup, restore_backup, write_backup
from bot.nightly import back_up_when_due, is_due
from bot.sealing import is_sealed
from bot.settings import Settings
from operations.maintenance.backups import find_saved
from storage import Database
from storage.copies import KEPT, remove_old_copies
from storage.migrate import migrate
from tests.directory import POLICY, at, settle_commune

PASSPHRASE = "con ngựa đúng pin"
NAME = "Thạch Thị Lan".encode()


def settings_of(url: str, folder: Path, *, key: str = "", **values: object) -> Settings:
    return Settings(
        database_url=url,
        data_dir=folder,
        backup_key=key,
        **values,  # type: ignore[arg-type]
    )


# The lock is about the archive alone, and a passphrase is slow on purpose.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", ["public", "passphrase"])
async def test_a_locked_backup_opens_with_its_key_only(
    kind: str, database: Database, database_url: str, tmp_path: Path
) -> None:
    await settle_commune(database)
    identity = pyrage.x25519.Identity.generate()
    public = kind == "public"
    key, opens = (str(identity.to_public()), str(identity)) if public else (PASSPHRASE,) * 2
    settings = settings_of(database_url, tmp_path / "live", key=key)
    target = tmp_path / "backup.tar.gz.age"
    made = await write_backup(settings, target, now=at(5), on_rows=lambda _: None)
    assert is_sealed(target)
    assert list(tmp_path.glob(".backup*")) == []  # noqa: ASYNC240 - a quick look
    wrong = str(pyrage.x25519.Identity.generate()) if public else "another passphrase"
    for bad in ("", wrong):
        with pytest.raises(BackupError):
            await rehearse_backup(settings, target, now=at(5), on_rows=lambda _: None, key=bad)
    found = await rehearse_backup(settings, target, now=at(5), on_rows=lambda _: None, key=opens)
    assert found.rows == made.rows


async def test_a_rehearsal_leaves_the_live_database_alone(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await settle_commune(database)
    settings = settings_of(database_url, tmp_path / "live")
    target = tmp_path / "backup.tar.gz"
    await write_backup(settings, target, now=at(5), on_rows=lambda _: None)
    await rehearse_backup(settings, target, now=at(5), on_rows=lambda _: None)
    with pytest.raises(BackupError, match="has data already"):
        await restore_backup(settings, target, now=at(5), on_rows=lambda _: None)


async def test_a_backup_is_made_once_a_night_and_old_ones_go(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    settings = settings_of(
        database_url, tmp_path / "live", backup_dir=folder, backup_hour=2, backup_keep=2
    )
    made = [
        await back_up_when_due(database, settings, policy=POLICY, now=at(day, hour))
        for day in (1, 2, 3)
        for hour in (1, 2, 9)
    ]
    names = [path.name for path in made if path]
    assert names == [f"sinhhoat-2026-11-0{day}.tar.gz" for day in (1, 2, 3)]
    kept = folder.iterdir()
    assert sorted(path.name for path in kept) == names[1:]
    async with database.read() as unit:
        saved = await find_saved(unit)
    assert saved.backup_at == at(3, 2)
    assert not is_due(at(3, 2), at(3, 23), policy=POLICY, hour=2)


async def test_a_backup_that_fails_is_noted_and_the_last_good_one_stays_on_record(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    good = settings_of(database_url, tmp_path / "live", backup_dir=folder)
    await back_up_when_due(database, good, policy=POLICY, now=at(1, 3))
    bad = settings_of(database_url, tmp_path / "live", backup_dir=folder, key="short")
    assert await back_up_when_due(database, bad, policy=POLICY, now=at(2, 3)) is None
    async with database.read() as unit:
        saved = await find_saved(unit)
    assert saved.backup_at == at(1, 3)
    assert "12 characters" in saved.backup_error


async def test_copies_of_before_a_migration_go_after_their_time(tmp_path: Path) -> None:
    file = tmp_path / "sinhhoat.db"
    url = f"sqlite:///{file}"
    await migrate(url, now=at(1), revision="0008")
    await migrate(url, now=at(2), revision="0009")
    (copy,) = tmp_path.glob("sinhhoat.db.before-*")  # noqa: ASYNC240 - a quick look
    mine = tmp_path / "sinhhoat.db.before-holidays"
    mine.touch()
    assert remove_old_copies(url, now=at(2) + KEPT - timedelta(hours=1)) == []
    assert remove_old_copies(url, now=at(2) + KEPT) == [copy.name]
    assert mine.exists()
    assert file.exists()
