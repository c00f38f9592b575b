"""Workbooks sent by chat: fetched, compared in a process of their own, brought in when told."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

from bot.channels import Channels
from bot.downloads import path_of, store_stream
from bot.tasks import Work
from channels.delivery import Rejected
from documents.book import BadFile
from domain.inbound import FileRef
from domain.policy import Policy
from domain.refusals import BadInput, Refusal
from operations import files
from operations.workbook import (
    Limits,
    Plan,
    apply_import,
    chat,
    fault_lines,
    limits_of,
    make_plan,
    preview_lines,
    stage_import,
)
from operations.workbook.applying import FINISH, finish_import
from operations.workbook.desk import Rows
from operations.workbook.wording import bad_file_line
from storage import Database, Unit, addresses, directory_rows
from storage.tasks import Task
from texts import label

_SHOWN = 25


class WorkbookTasks:
    """What the task pump does with workbooks."""

    def __init__(
        self,
        database: Database,
        channels: Channels,
        *,
        folder: Path,
        policy: Policy,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._channels = channels
        self._folder = folder
        self._policy = policy
        self._clock = clock

    def work(self) -> Mapping[str, Work]:
        """Returns what is done for each kind of task."""
        return {chat.LOOK: self._look, chat.APPLY: self._apply, FINISH: self._finish}

    async def _look(self, task: Task) -> None:
        async with self._database.read() as unit:
            asker = await _asker(unit, task)
        if asker is None:
            return
        language, key = asker.person.language, f"workbook:{task.id}"
        try:
            file = await self._fetch(task.payload["attachment_id"])
            lines, import_id = await self._stage(asker, file)
        except BadFile as bad:
            lines, import_id = [bad_file_line(bad, language)], None
        except BadInput as refusal:
            lines, import_id = [label(refusal.code, language, **refusal.facts)], None
        except Rejected:
            lines, import_id = [label("file-missing", language)], None
        async with self._database.write() as unit:
            await chat.say_lines(
                unit, asker, lines, key=key, now=self._clock(), import_id=import_id
            )

    async def _stage(self, asker: chat.Asker, file: Path) -> tuple[list[str], int | None]:
        """Compares a file with the directory; returns what to say, and the staged import."""
        now, language = self._clock(), asker.person.language
        today = self._policy.local(now).date()
        async with self._database.read() as unit:
            known = await directory_rows.load(unit)
        plan = await _compare(file, known, today, limits_of(asker.posts, today))
        if plan.faults.count:
            return fault_lines(plan.faults, language, most=_SHOWN), None
        lines = preview_lines(plan, language, most=_SHOWN)
        if not plan.can_be_applied or plan.is_empty:
            return lines, None
        import_id = await stage_import(
            self._database.write,
            plan,
            fingerprint=directory_rows.fingerprint(known),
            person_id=asker.person.id,
            now=now,
        )
        return lines, import_id

    async def _fetch(self, attachment_id: int) -> Path:
        """Returns where the file lies, fetched from the messenger unless it is here."""
        async with self._database.read() as unit:
            found = await files.get(unit, attachment_id)
            here = (await addresses.by_ids(unit, [found.address_id]))[found.address_id]
        if found.sha256:
            return self._folder / path_of(found.sha256)
        channel = self._channels.of(here.address)
        if channel is None or found.source is None:
            raise BadInput("file-missing")
        chunks = channel.fetch(FileRef(**found.source))
        stored = await store_stream(chunks, kind=chat.KIND, folder=self._folder)
        async with self._database.write() as unit:
            await files.file_ready(unit, attachment_id, stored)
        return self._folder / path_of(stored.sha256)

    async def _apply(self, task: Task) -> None:
        import_id = task.payload["import_id"]
        async with self._database.read() as unit:
            asker = await _asker(unit, task)
        if asker is None:
            return
        language = asker.person.language
        try:
            done = await apply_import(
                self._database.read, self._database.write, import_id, now=self._clock()
            )
        except Refusal as refusal:
            line = label(refusal.code, language, **refusal.facts)
        else:
            line = label(
                "workbook-applied",
                language,
                added=done.added,
                changed=done.changed,
                ended=done.ended,
            )
        async with self._database.write() as unit:
            key = f"workbook-applied:{import_id}"
            await chat.say_lines(unit, asker, [line], key=key, now=self._clock())

    async def _finish(self, task: Task) -> None:
        await finish_import(
            self._database.read,
            self._database.write,
            task.payload["import_id"],
            now=self._clock(),
        )


async def _asker(unit: Unit, task: Task) -> chat.Asker | None:
    who = {name: task.payload[name] for name in ("person_id", "address_id")}
    return await chat.find_asker(unit, **who)


async def _compare(file: Path, known: Rows, today: date, limits: Limits) -> Plan:
    """Returns the plan, made in another process: talks go on meanwhile."""
    loop = asyncio.get_running_loop()
    workers = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        return await loop.run_in_executor(workers, _plan, file, known, today, limits)
    finally:
        workers.shutdown(wait=False)


def _plan(file: Path, known: Rows, today: date, limits: Limits) -> Plan:
    # Only this process needs the sheet library in its memory.
    from documents.reading import read_directory  # noqa: PLC0415

    return make_plan(read_directory(file), known, today=today, limits=limits)
