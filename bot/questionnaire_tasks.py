"""Forms sent by chat: fetched, read and judged in a process of their own, and written again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.apart import run_apart
from bot.channels import Channels
from bot.downloads import store_made
from bot.fetching import MARKED, open_fetching, refuse_file
from bot.task_worker import Work
from bot.workbook_tasks import in_limited_process
from channels.delivery import Rejected
from documents.answer_sheet import AnswerTable
from documents.book import BadFile
from domain.message import Choice, Expects, Message, Prompt
from domain.policy import Policy
from domain.questionnaires.examples import EXAMPLES, Example, title_of
from domain.questionnaires.sheets import Fault, Sheets
from domain.refusals import NotFound, Refusal
from handlers.questionnaires.plan_words import cost_lines
from operations.context import ActorContext
from operations.maintenance.handing_over import Asker, MadeFile, asker_of, hand_over
from operations.questionnaires.answer_rows import table_answers
from operations.questionnaires.at_desk import keep_look
from operations.questionnaires.buttons import GoOnAsking
from operations.questionnaires.drafting import get_draft
from operations.questionnaires.fault_words import fault_lines
from operations.questionnaires.importing import (
    COST,
    LOOK,
    TABULATE,
    WRITE,
    BroughtIn,
    bring_in,
    load_sheets,
)
from operations.questionnaires.sending import TELL_ASKED, plan_sending, tell_part
from operations.reactions import REACTIONS
from operations.replies import enqueue_reply
from operations.turn import COMMAND_PROMPT
from operations.workbook.chat import MIME
from storage import Database, UnitOfWork
from storage.maintenance.tasks import Task
from storage.people import people
from texts import Rich, escape_rich, label, render

if TYPE_CHECKING:
    from documents.xlsform import ReadWorkbook

_SHOWN = 20


class QuestionnaireTasks:
    """What the task pump does with forms."""

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
            LOOK: self._look,
            WRITE: self._write,
            TABULATE: self._tabulate,
            COST: self._tell_cost,
            TELL_ASKED: self._tell_rest,
        }

    async def _tell_cost(self, task: Task) -> None:
        """Tells who prepares a questionnaire what sending it costs; the talk has gone on."""
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
            if asker is None:
                return
            context = self._acting(unit, asker)
            try:
                draft = await get_draft(context, task.payload["questionnaire_id"])
            except NotFound:
                return
            lines = cost_lines(await plan_sending(context, draft), asker.person.language)
            text = Rich("\n".join(lines))
        async with self._database.write() as unit:
            key = f"cost:{task.id}"
            message = Message(text=text)
            await enqueue_reply(unit, asker.here, message, dedupe_key=key, now=self._clock())

    async def _tell_rest(self, task: Task) -> None:
        """Asks chapters in so many transactions that talks go on between them."""
        number, person_id = task.payload["questionnaire_id"], task.payload["person_id"]
        for chapter_ids in task.payload["parts"]:
            async with self._database.write() as unit:
                person = (await people.persons(unit, [person_id]))[person_id]
                posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
                now = self._clock()
                context = ActorContext(unit, person, posts, self._policy, now, REACTIONS)
                await tell_part(context, number, chapter_ids, again=task.payload["again"])

    async def _look(self, task: Task) -> None:
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
        if asker is None:
            return
        language, number = asker.person.language, None
        attachment_id = task.payload["attachment_id"]
        try:
            file, name = await self._fetch(attachment_id)
            brought = await self._bring_in(
                asker, task, await in_limited_process(_read, file, name)
            )
            lines, number = _tell(brought, language), brought.questionnaire_id
        except (BadFile, Refusal, Rejected) as why:
            now = self._clock()
            lines = await refuse_file(self._database, attachment_id, why, language, now=now)
        text = Rich("\n".join(map(escape_rich, lines)))
        async with self._database.write() as unit:
            if "at_desk" in task.payload:
                await keep_look(unit, task, lines, number, now=self._clock())
                return
            message = Message(text=text, prompt=_prompt(unit, number, language))
            key = f"xlsform:{task.id}"
            await enqueue_reply(unit, asker.here, message, dedupe_key=key, now=self._clock())

    async def _bring_in(self, asker: Asker, task: Task, read: "ReadWorkbook") -> BroughtIn:
        worst = [fault for fault in read.faults if not fault.mild]
        if worst:
            return BroughtIn(questionnaire_id=None, questions=0, faults=read.faults)
        async with self._database.write() as unit:
            brought = await bring_in(
                self._acting(unit, asker),
                read.sheets,
                scope=task.payload["scope"],
                questionnaire_id=task.payload["questionnaire_id"],
            )
        return BroughtIn(
            questionnaire_id=brought.questionnaire_id,
            questions=brought.questions,
            faults=[*brought.faults, *read.faults],
        )

    def _acting(self, unit: UnitOfWork, asker: Asker) -> ActorContext:
        now = self._clock()
        return ActorContext(unit, asker.person, asker.posts, self._policy, now, REACTIONS)

    async def _write(self, task: Task) -> None:
        async with self._database.read() as unit:
            asker = await asker_of(unit, task.payload)
            if asker is None:
                return
            if name := task.payload.get("example"):
                example = Example(name)
                title, sheets = title_of(example), EXAMPLES[example]
            else:
                context = self._acting(unit, asker)
                title, sheets = await load_sheets(context, task.payload["questionnaire_id"])
        content = await run_apart(_write, sheets)
        await self._hand_over(asker, task, content, title=title, key="xlsform")

    async def _tabulate(self, task: Task) -> None:
        async with self._database.write() as unit:
            asker = await asker_of(unit, task.payload)
            if asker is None:
                return
            context = self._acting(unit, asker)
            table = await table_answers(context, task.payload["questionnaire_id"])
        language = asker.person.language
        names = (label("answers-sheet", language), label("answers-legend", language))
        content = await run_apart(_write_answers, table, names)
        await self._hand_over(asker, task, content, title=table.title, key="answers")

    async def _hand_over(
        self, asker: Asker, task: Task, content: bytes, *, title: str, key: str
    ) -> None:
        language = asker.person.language
        stored = await store_made(content, mime=MIME, folder=self._folder)
        made = MadeFile(
            stored=stored,
            name=label(f"{key}-file-name", language),
            text=render(f"{key}-written", language, title=title),
        )
        async with self._database.write() as unit:
            once = f"{key}-written:{task.id}"
            await hand_over(unit, asker.here, made, key=once, now=self._clock())


def _tell(brought: BroughtIn, language: str) -> list[str]:
    faults: Sequence[Fault] = brought.faults
    lines = fault_lines(faults, language, most=_SHOWN)
    if brought.questionnaire_id is None:
        return [label("xlsform-bad", language, count=len(faults)), *lines]
    return [label("xlsform-good", language, count=brought.questions), *lines]


def _prompt(unit: UnitOfWork, number: int | None, language: str) -> Prompt | None:
    if number is None:
        return None
    go_on = Choice(GoOnAsking(number).key, label("xlsform-button-look", language))
    prompt_id = f"{COMMAND_PROMPT}x{unit.new_id()}"
    return Prompt(id=prompt_id, expects=Expects.CHOICE, choices=(go_on,))


# Only the other process needs the sheet libraries in its memory.


def _read(file: Path, name: str) -> "ReadWorkbook":
    """Reads a form; what pyxform finds wrong counts only where we find nothing ourselves."""
    from documents.secrecy import find_mark_in_workbook  # noqa: PLC0415
    from documents.xlsform import ReadWorkbook, judge_xlsform, read_xlsform  # noqa: PLC0415
    from domain.questionnaires.reading import read_form  # noqa: PLC0415

    if mark := find_mark_in_workbook(file):
        raise BadFile(MARKED, mark=mark.replace(" ", "_"))
    read = read_xlsform(file, name=name)
    judged = judge_xlsform(read.sheets) if read_form(read.sheets).is_sound else ()
    return ReadWorkbook(read.sheets, (*read.faults, *judged))


def _write_answers(table: AnswerTable, names: tuple[str, str]) -> bytes:
    from documents.answer_sheet import write_answers  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        file = Path(folder) / "answers.xlsx"
        write_answers(file, table, names)
        return file.read_bytes()


def _write(sheets: Sheets) -> bytes:
    from documents.xlsform import write_xlsform  # noqa: PLC0415

    return write_xlsform(sheets)
