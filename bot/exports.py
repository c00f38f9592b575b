"""Sheets made in a process of their own, which reads the database by itself: talks go on."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.apart import run_apart
from bot.downloads import store_file
from domain.policy import Policy
from domain.refusals import Refusal
from operations.exports.asking import asked_from_json
from operations.exports.pages import count_rows
from operations.exports.sending import (
    accept_task,
    hand_over_sheet,
    note_progress,
    tell_broken,
)
from operations.exports.writing import write_sheet
from storage import Database
from storage.maintenance.tasks import Task

# How often it is looked how far a sheet is, and how often that is written down at least.
_LOOK, _SIGN_OF_LIFE = 1.0, 60.0
_TRIES = 2
# Beside the talks it takes what they leave.
_NICE = 10


@dataclass(frozen=True, slots=True)
class _Order:
    """What the other process is told: where the database is, what to make, where to put it."""

    database: str
    policy: Policy
    payload: dict[str, Any]
    now: datetime
    file: Path

    @property
    def progress(self) -> Path:
        """Where it notes how far it is."""
        return self.file.with_suffix(".progress")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportMaker:
    """Makes the sheets that were asked for, one after another, and sends them."""

    database: Database
    url: str
    folder: Path
    policy: Policy
    clock: Callable[[], datetime]
    _turns: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def make(self, task: Task) -> None:
        """Does a task; a right that is gone gets nothing, what broke twice is said so."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.folder, prefix=".export-") as place:
            file = Path(place) / "sheet"
            order = _Order(self.url, self.policy, task.payload, self.clock(), file)
            async with self._watching(task, order), self._turns:
                rows = await self._run(task, order)
            if rows is None:
                return
            mime = asked_from_json(task.payload["asked"]).format.mime
            stored = await store_file(file, mime=mime, folder=self.folder)
        async with self.database.write() as unit:
            await hand_over_sheet(unit, task, stored, rows=rows, now=self.clock())

    async def _run(self, task: Task, order: _Order) -> int | None:
        try:
            return await run_apart(_make, order, prepare=_step_back)
        except BrokenProcessPool:
            if task.tries < _TRIES:
                raise
            async with self.database.write() as unit:
                await tell_broken(unit, task, now=self.clock())
            return None

    @asynccontextmanager
    async def _watching(self, task: Task, order: _Order) -> AsyncIterator[None]:
        """Writes down how far a sheet is for as long as it is made or waits for its turn."""
        watch = asyncio.create_task(self._watch(task, order))
        try:
            yield
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch

    async def _watch(self, task: Task, order: _Order) -> None:
        known, silent = (0, 0), 0.0
        while True:
            await asyncio.sleep(_LOOK)
            silent += _LOOK
            found = await asyncio.to_thread(_read_progress, order.progress)
            if found == known and silent < _SIGN_OF_LIFE:
                continue
            known, silent = found, 0.0
            async with self.database.write() as unit:
                await note_progress(unit, task, *found, now=self.clock())


def _read_progress(file: Path) -> tuple[int, int]:
    try:
        rows, of = file.read_text().split()
    except (OSError, ValueError):
        return 0, 0
    return int(rows), int(of)


def _step_back() -> None:
    os.nice(_NICE)


def _make(order: _Order) -> int | None:
    return asyncio.run(_write(order))


async def _write(order: _Order) -> int | None:
    """Writes the sheet to its file and returns how many rows it has, None without the right."""
    database = Database(order.database, new_id=lambda: 0)
    try:
        async with database.read() as unit:
            accepted = await accept_task(unit, order.payload, policy=order.policy, now=order.now)
            if accepted is None:
                return None
            done, of = 0, await count_rows(unit, accepted)

            def note(rows: int) -> None:
                nonlocal done
                done += rows
                order.progress.write_text(f"{done} {of}")

            return await write_sheet(unit, accepted, order.file, on_rows=note)
    except Refusal:
        return None
    finally:
        await database.close()
