"""Backup and restore: every row and every file in one archive, taken while the bot runs."""

import asyncio
import io
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from bot.archives import BackupError
from bot.sealing import check_key, is_sealed, seal, unseal
from bot.settings import Settings
from storage.maintenance.backup import dump_rows, load_rows
from storage.migrate import migrate
from storage.revisions import current_revision

FORMAT = 1
_MANIFEST = "manifest.json"
_CHUNK = 1000

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: rows by table, and how many files."""

    rows: dict[str, int]
    files: int


async def write_backup(
    settings: Settings, target: Path, *, now: datetime, on_rows: Progress
) -> Contents:
    """Writes an archive beside its final name and renames it when it is whole.

    It is locked when the settings have a key for backups.
    """
    key = settings.backup_key.get_secret_value()
    if key:
        check_key(key)
    revision = await current_revision(settings.database)
    if revision is None:
        raise BackupError("there is no database to back up")
    part = target.with_name(f".{target.name}.part")
    locked = target.with_name(f".{target.name}.locked")
    try:
        part.touch(mode=0o600)
        with tarfile.open(part, "w:gz", compresslevel=6) as archive:
            rows = await _write_tables(settings.database, archive, on_rows)
            # Rows first: a file that came meanwhile is spare, one that is named is never missing.
            files = _write_files(settings.files_dir, archive)
            manifest = {
                "format": FORMAT,
                "revision": revision,
                "made_at": now,
                "rows": rows,
                "files": files,
            }
            _add(archive, _MANIFEST, orjson.dumps(manifest))
        if key:
            await asyncio.to_thread(seal, part, locked, key=key)
            locked.replace(target)
        else:
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        locked.unlink(missing_ok=True)
    return Contents(rows, files)


async def restore_backup(
    settings: Settings, source: Path, *, now: datetime, on_rows: Progress, key: str = ""
) -> Contents:
    """Restores an archive into an empty database, then migrates it to this program's schema.

    A locked archive is opened with `key`, the secret one or the passphrase.
    """
    if await _has_rows(settings):
        raise BackupError("the database has data already; restore into an empty one")
    if not await asyncio.to_thread(is_sealed, source):
        return await _restore(settings, source, now=now, on_rows=on_rows)
    with tempfile.TemporaryDirectory() as folder:
        opened = Path(folder) / "backup.tar.gz"
        await asyncio.to_thread(unseal, source, opened, key=key)
        return await _restore(settings, opened, now=now, on_rows=on_rows)


async def rehearse_backup(
    settings: Settings, source: Path, *, now: datetime, on_rows: Progress, key: str = ""
) -> Contents:
    """Restores an archive into a database that is thrown away, and tells what came back."""
    with tempfile.TemporaryDirectory() as folder:
        there = settings.model_copy(update={"database_url": "", "data_dir": Path(folder)})
        return await restore_backup(there, source, now=now, on_rows=on_rows, key=key)


async def _restore(
    settings: Settings, source: Path, *, now: datetime, on_rows: Progress
) -> Contents:
    with tarfile.open(source, "r:gz") as archive:
        manifest = _read_manifest(archive)
        await migrate(settings.database, now=now, revision=manifest["revision"])
        rows = await load_rows(settings.database, _read_tables(archive), on_chunk=on_rows)
        if rows != manifest["rows"]:
            raise BackupError("the archive is damaged: rows are missing")
        files = _read_files(archive, settings.files_dir)
    await migrate(settings.database, now=now)
    return Contents(rows, files)


async def _has_rows(settings: Settings) -> bool:
    if await current_revision(settings.database) is None:
        return False
    async for _, rows in dump_rows(settings.database):
        if rows:
            return True
    return False


async def _write_tables(url: str, archive: tarfile.TarFile, on_rows: Progress) -> dict[str, int]:
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        async for table, rows in dump_rows(url):
            counts[table] = counts.get(table, 0) + len(rows)
            with (Path(folder) / table).open("ab") as file:
                file.writelines(row + b"\n" for row in rows)
            on_rows(len(rows))
        for table in counts:
            archive.add(Path(folder) / table, arcname=f"tables/{table}")
    return counts


def _write_files(folder: Path, archive: tarfile.TarFile) -> int:
    found = [file for file in sorted(folder.glob("??/*")) if file.is_file()]
    for file in found:
        archive.add(file, arcname=f"files/{file.relative_to(folder)}")
    return len(found)


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))


def _read_manifest(archive: tarfile.TarFile) -> dict[str, Any]:
    try:
        found = archive.extractfile(_MANIFEST)
    except KeyError:
        found = None
    if found is None:
        raise BackupError("this is no backup of sinhhoat, or it was cut off")
    manifest: dict[str, Any] = orjson.loads(found.read())
    if manifest["format"] != FORMAT:
        raise BackupError("this backup was made by a newer sinhhoat")
    return manifest


def _read_tables(archive: tarfile.TarFile) -> Iterator[tuple[str, Sequence[bytes]]]:
    for member in archive.getmembers():
        if member.name.startswith("tables/") and (file := archive.extractfile(member)):
            name = member.name.removeprefix("tables/")
            yield name, ()
            while chunk := list(islice(file, _CHUNK)):
                yield name, chunk


def _read_files(archive: tarfile.TarFile, folder: Path) -> int:
    members = [member for member in archive.getmembers() if member.name.startswith("files/")]
    for member in members:
        member.name = member.name.removeprefix("files/")
        archive.extract(member, folder, filter="data")
    return len(members)
