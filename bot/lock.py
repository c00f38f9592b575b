"""Refuses a second running bot on the same data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process runs the bot on this folder."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the folder's lock; the system lets go of it when the process ends, however it ends.

    Raises AlreadyRunning at once if another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"another sinhhoat is running on {folder}; stop it or set SINHHOAT_DATA_DIR"
            ) from None
        yield
