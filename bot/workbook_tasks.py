"""Workbooks sent by chat: fetched, compared in a process of their own, brought in when told."""

import resource
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from bot.apart import run_apart
from bot.channels import Channels
from bot.downloads import store_made
from bot.fetching import MARKED, open_fetching, refuse_file
from bot.task_worker import Work
from channels.delivery import Rejected
from documents.agreement import Agreement, Unagreed
from documents.book import BadFile
from domain.policy import Policy
from domain.refusals import BadInput, Refusal
from operations.maintenance.handing_over import Asker, MadeFile, asker_of, hand_over
from operations.workbook import (
    Limits,
    Plan,
    apply_import,
    chat,
    export_rows,
    fault_lines,
    limits_of,
    make_plan,
    preview_lines,
    stage_import,
    try_reforms,
    within_limits,
)
from operations.workbook.applying import FINISH, finish_import
from operations.workbook.at_desk import keep_answer
from operations.workbook.desk import Rows
from operations.workbook.survey_words import survey_lines
from storage import Database
from storage.directory import directory_rows
from storage.maintenance.tasks import Task
from texts import label, render

_SHOWN = 25
# Until it is finished nobody else takes a task up.
_LASTS = timedelta(minutes=5)
# What the largest directory needs, several times over.
_MEMORY = 3 * 1024 * 1024 * 1024

T = TypeVar("T")


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
        self._folder = folder
        self._fetch = open_fetching(database, channels, folder=folder)
        self._policy = policy
        self._clock = clock

    def work(self) -> Mapping[str, Work]:
        """Returns what is done for each kind of task."""
        return {
            chat.LOOK: self._look,
            chat.APPLY: self._apply,
            chat.EXPORT: self._export,
            FINISH: self._finish,
        }

    async def _look(self, task: Task) -> None:
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
        if asker is None:
            return
        language, key = asker.person.language, f"workbook:{task.id}"
        attachment_id = task.payload["attachment_id"]
        waits: chat.Waiting | None = None
        said = Agreement(tuple(task.payload.get("said", ())), bool(task.payload.get("agreed")))
        try:
            file, name = await self._fetch(attachment_id)
            lines, waits = await self._stage(asker, file, name, said)
        except Unagreed as open_question:
            lines = survey_lines(open_question.survey, language)
            waits = chat.Waiting(task.id, is_import=False)
        except (BadFile, BadInput, Rejected) as why:
            now = self._clock()
            lines = await refuse_file(self._database, attachment_id, why, language, now=now)
        await self._say(task, asker, lines, key=key, waits=waits)

    async def _say(
        self,
        task: Task,
        asker: Asker,
        lines: Sequence[str],
        *,
        key: str,
        waits: chat.Waiting | None = None,
    ) -> None:
        """Says where it was asked for what came of a task: in the chat, or on the desk's page."""
        now = self._clock()
        async with self._database.write() as unit:
            if "at_desk" in task.payload:
                kept = asdict(waits) if waits else {}
                await keep_answer(unit, task, lines, kept, until=now + _LASTS)
            else:
                await chat.say_lines(unit, asker, lines, key=key, now=now, waits=waits)

    async def _stage(
        self, asker: Asker, file: Path, name: str, said: Agreement
    ) -> tuple[list[str], chat.Waiting | None]:
        """Compares a file with the directory; returns what to say, and the staged import."""
        now, language = self._clock(), asker.person.language
        today = self._policy.day_of(now)
        async with self._database.read() as unit:
            known = await directory_rows.load(unit)
        limits = limits_of(asker.posts, today)
        plan = await in_limited_process(_plan, file, name, said, known, today, limits)
        if not plan.faults.count and plan.adds.get("reforms"):
            async with self._database.write() as unit:
                policy = self._policy
                await try_reforms(unit, plan, posts=asker.posts, policy=policy, now=now)
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
        return lines, chat.Waiting(import_id, is_import=True)

    async def _apply(self, task: Task) -> None:
        import_id = task.payload["import_id"]
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
        if asker is None:
            return
        language = asker.person.language
        try:
            done = await apply_import(
                self._database.read,
                self._database.write,
                import_id,
                policy=self._policy,
                now=self._clock(),
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
        await self._say(task, asker, [line], key=f"workbook-applied:{import_id}")

    async def _export(self, task: Task) -> None:
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
            known = await directory_rows.load(unit) if asker else {}
        if asker is None:
            return
        now, language = self._clock(), asker.person.language
        today = self._policy.day_of(now)
        limits = limits_of(asker.posts, today)
        if not limits.places:
            return
        content = await in_limited_process(_render, known, limits, language, today)
        stored = await store_made(content, mime=chat.MIME, folder=self._folder)
        async with self._database.write() as unit:
            await hand_over(
                unit,
                asker.here,
                MadeFile(
                    stored=stored,
                    name=label("workbook-file-name", language, day=f"{today:%Y-%m-%d}"),
                    text=render("workbook-exported", language),
                ),
                key=f"workbook-export:{task.id}",
                now=now,
            )

    async def _finish(self, task: Task) -> None:
        await finish_import(
            self._database.read,
            self._database.write,
            task.payload["import_id"],
            policy=self._policy,
            now=self._clock(),
        )


async def in_limited_process(work: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - the work's
    """Returns what work in another process returns: talks go on meanwhile."""
    try:
        return await run_apart(work, *arguments, prepare=_limit_memory)
    except BrokenProcessPool:
        # A file that fills the memory takes the process with it.
        raise BadFile("bomb") from None


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


# Only the other process needs the sheet libraries in its memory.


def _plan(
    file: Path, name: str, said: Agreement, known: Rows, today: date, limits: Limits
) -> Plan:
    from documents.opening import open_sheets  # noqa: PLC0415
    from documents.reading import read_directory  # noqa: PLC0415
    from documents.secrecy import find_mark_in_cells, find_mark_in_workbook  # noqa: PLC0415

    mark = find_mark_in_workbook(file)
    if mark or (mark := find_mark_in_cells(open_sheets(file, name=name))):
        raise BadFile(MARKED, mark=mark.replace(" ", "_"))
    book = read_directory(file, name=name, agreement=said)
    return make_plan(book, known, today=today, limits=limits)


def _render(known: Rows, limits: Limits, language: str, today: date) -> bytes:
    from documents.writing import write_workbook  # noqa: PLC0415

    rows = export_rows(known, today=today, shown=within_limits(known, limits))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "directory.xlsx"
        write_workbook(file, rows, language=language)
        return file.read_bytes()
