"""Events kept on disk while the database is away, for messengers that give them only once."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import orjson
import structlog

from channels.delivery import Receive, ReceivedUpdate
from storage import Unavailable

log = structlog.get_logger()

_LOOK_AGAIN = 1.0
# One that fails so often without the database being away would block all behind it.
_TRIES = 3
_WAITING, _ASIDE = ".json", ".aside"


class Spool:
    """Takes an account's events: into the database, or on disk where that is away.

    What lies on disk goes in first, in the order in which it came; `run` works it off. What went
    in twice changes nothing: events are known by their ids.
    """

    def __init__(
        self, folder: Path, store: Receive, read: Callable[[object], Sequence[ReceivedUpdate]]
    ) -> None:
        self._folder = folder
        self._store = store
        self._read = read
        self._count = 0
        self._under_way = 0
        self._has_some = bool(list_waiting(folder))
        self._tries: dict[Path, int] = {}

    async def receive(self, batch: Sequence[ReceivedUpdate]) -> None:
        """Returns once the events are safe; raises OSError where not even the disk takes them."""
        if not self._has_some:
            try:
                await self._store(batch)
            except Unavailable:
                log.warning("database away, what comes in is kept on disk", events=len(batch))
            except asyncio.CancelledError:
                # Nobody would give again what was polled while the program stops.
                self._keep(batch)
                raise
            else:
                return
        self._has_some = True
        self._under_way += 1
        try:
            await asyncio.to_thread(self._keep, batch)
        finally:
            self._under_way -= 1

    async def run(self) -> None:
        """Works off what lies on disk, until cancelled."""
        while True:
            if self._has_some:
                await self._work_off()
            await asyncio.sleep(_LOOK_AGAIN)

    async def _work_off(self) -> None:
        done = 0
        while files := list_waiting(self._folder):
            for file in files:
                if not await self._put_in(file):
                    return
                done += 1
        self._has_some = self._under_way > 0
        if done:
            log.warning("what was kept on disk is in the database", files=done)

    async def _put_in(self, file: Path) -> bool:
        """Stores what one file holds; False where it, and all behind it, has to wait."""
        try:
            if received := self._load(file):
                await self._store(received)
        except Unavailable:
            return False
        except Exception:
            self._tries[file] = self._tries.get(file, 0) + 1
            if self._tries[file] < _TRIES:
                return False
            log.exception("events set aside", file=file.name)
            _set_aside(file)
        else:
            file.unlink(missing_ok=True)  # noqa: ASYNC240 - one entry of a folder
        return True

    def _load(self, file: Path) -> Sequence[ReceivedUpdate]:
        try:
            raw = orjson.loads(file.read_bytes())
        except FileNotFoundError:
            # Another process that shares the folder was quicker.
            return ()
        return self._read([orjson.loads(event) for event in raw])

    def _keep(self, batch: Sequence[ReceivedUpdate]) -> None:
        """Writes events so that they outlast a power cut."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._count += 1
        name = f"{time.time_ns():020}-{os.getpid()}-{self._count:06}"
        coming = self._folder / f"{name}.coming"
        with coming.open("wb") as file:
            file.write(orjson.dumps([update.raw for update in batch]))
            file.flush()
            os.fsync(file.fileno())
        coming.rename(coming.with_suffix(_WAITING))
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _set_aside(file: Path) -> None:
    with suppress(FileNotFoundError):
        file.rename(file.with_suffix(_ASIDE))


def list_waiting(folder: Path) -> list[Path]:
    """Returns what waits in a spool, the oldest first."""
    return sorted(folder.glob(f"*{_WAITING}"))


def list_aside(folder: Path) -> list[Path]:
    """Returns what of a spool nobody could read."""
    return sorted(folder.glob(f"*{_ASIDE}"))
