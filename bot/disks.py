"""Where the installation lies on this machine: its SQLite file, and how much room is left."""

import shutil
from pathlib import Path

from bot.settings import Settings

_PRIVATE_FILE = 0o600


class DatabaseLost(Exception):
    """A SQLite file that this installation had is gone or empty."""


def require_sqlite_file(settings: Settings) -> None:
    """Raises DatabaseLost where a database was once installed and now nothing is left of it.

    A new one in its place would greet everybody as strangers.
    """
    file = settings.database_file
    if file is None or not _marker(file).exists():
        return
    if not file.exists() or not file.stat().st_size:
        state = "empty" if file.exists() else "gone"
        raise DatabaseLost(
            f"{file} is {state}, though data was kept there: move it aside and restore a backup "
            f"with `sinhhoat restore`, or delete {_marker(file)} to begin anew"
        )


def mark_installed(settings: Settings) -> None:
    """Notes that data is kept here from now on, readable for this user alone."""
    file = settings.database_file
    if file is None:
        return
    _marker(file).touch(mode=_PRIVATE_FILE)
    for kept in (file, *file.parent.glob(f"{file.name}-*")):
        kept.chmod(_PRIVATE_FILE)


def least_free(settings: Settings) -> int:
    """Returns the free bytes of the fullest disk among those of data, database and backups."""
    file = settings.database_file
    named = (settings.data_dir, settings.backup_dir, file.parent if file else None)
    return min(free_bytes(folder) for folder in named if folder)


def free_bytes(folder: Path) -> int:
    """Returns how many bytes are free where a folder lies or is to lie."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return shutil.disk_usage(there).free


def _marker(file: Path) -> Path:
    return file.with_name(f"{file.name}.installed")
