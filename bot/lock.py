"""Refuses a second running bot on the same data folder, or on the same database file."""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process runs the bot on this folder or file."""


@contextmanager
def only_one(folder: Path, database: Path | None = None) -> Iterator[None]:
    """Holds the folder's lock, and that of a database file wherever it lies.

    The system lets go of them when the process ends, however it ends. Raises AlreadyRunning at
    once if another process holds one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        held.enter_context(_lock(folder / "running.lock", f"{folder}", "SINHHOAT_DATA_DIR"))
        if database is not None and database.parent.is_dir():
            lock = database.with_name(f"{database.name}.running")
            held.enter_context(_lock(lock, f"{database}", "SINHHOAT_DATABASE_URL"))
        yield


@contextmanager
def _lock(path: Path, what: str, setting: str) -> Iterator[None]:
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"another sinhhoat is running on {what}; stop it or set {setting}"
            ) from None
        yield
