"""A message that tells of a whole meeting: of which one, and into its report."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue.inputs import HeardWords, Input, Photos, Press, VoiceNote
from domain.buttons import Button, read_button
from domain.inbound import InboundKind
from domain.message import Choice, Expects
from domain.one_message import Field, HeardReport, Likeness, hear_report
from domain.reading import clean_text
from domain.talks import TaskState
from handlers.reports.choosing import MeetingOfReport, name_meeting
from handlers.reports.drafting import tell_draft, tell_open_draft
from handlers.reports.report import ReportHandler
from handlers.reports.report_states import TASK
from handlers.screen import shorten, show
from handlers.steps import CANCEL, ask_again, cancel_button, choice
from handlers.topics.enquire import can_ask, offer_message
from handlers.whole_reports import like_report
from operations.maintenance.files import keep_file
from operations.reports.buttons import TakeHeard, TakeRead
from operations.reports.fitting import FittingMeetings, fit_meetings
from operations.reports.opening import list_reportable
from operations.reports.read_files import find_read
from operations.turn import Turn

_QUOTED = 120
_LISTED = 12
_TAKE, _SEND = Press("take"), Press("send")


class ToldReport(TaskState):
    """A message that waits for the word on what it is or which meeting it tells of."""

    text: str
    photo: int | None = None
    voice: int | None = None
    asks_which: bool = False

    @property
    def file(self) -> Photos | VoiceNote | None:
        """What the message was written below, or read from."""
        if self.voice is not None:
            return VoiceNote(self.voice)
        return None if self.photo is None else Photos((self.photo,))


class ReadLines(TaskState):
    """Lines that were read in a photo, of which the right ones are ticked, by their places."""

    photo: int
    lines: tuple[str, ...]
    ticked: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Line(Button, letter="l"):
    """A line that was read, by its place."""

    place: int


class ToldHandler:
    """Takes a whole report from one message, after asking what is not sure about it."""

    name = "told"
    command = ""
    words = ""
    takes_files = False

    def __init__(self, report: ReportHandler) -> None:
        self._report = report

    async def begin(self, turn: Turn, argument: str) -> None:
        """Takes the message of this turn, or what was read in a file, or asks about it."""
        match read_button(argument, TakeRead, TakeHeard):
            case TakeRead(file_id):
                await self._begin_read(turn, file_id)
                return
            case TakeHeard(file_id, question):
                await self._put_beside(turn, file_id, question)
                return
        text = clean_text(turn.inbound.text)
        if turn.inbound.kind is InboundKind.CHOICE or not text:
            turn.say("old-button")
            show(turn)
            return
        is_open = turn.draft is not None and turn.talk.handler == TASK
        if is_open and not await _is_of_another(turn, text):
            await tell_open_draft(turn, text)
            return
        has_file = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE) and turn.inbound.file
        told = ToldReport(text=text, photo=await keep_file(turn) if has_file else None)
        if like_report(turn, text) is Likeness.REPORT:
            await self._take(turn, told)
        else:
            await _ask_whether(turn, told)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the word on what the message is, or the meeting it tells of."""
        told = turn.state(ToldReport, ReadLines)
        if isinstance(told, ReadLines):
            await self._answer_lines(turn, told, given)
            return
        chosen = MeetingOfReport.read(given.key) if isinstance(given, Press) else None
        if given == CANCEL:
            turn.say("told-not-taken")
            show(turn)
        elif told.asks_which and chosen:
            await tell_draft(turn, chosen.meeting, told.text, told.file)
        elif not told.asks_which and given == _SEND:
            turn.leave()
            await offer_message(turn, told.text)
        elif not told.asks_which and given == _TAKE:
            await self._take(turn, told)
        else:
            ask_again(turn)

    async def _begin_read(self, turn: Turn, file_id: int) -> None:
        read = await find_read(turn, file_id)
        if read is None:
            turn.say("old-button")
            show(turn)
        elif read.is_photo:
            turn.start(self.name, ReadLines(photo=read.id, lines=read.lines))
            _ask_lines(turn, read.lines, ())
        else:
            await self._take(turn, ToldReport(text="\n".join(read.lines), voice=read.id))

    async def _put_beside(self, turn: Turn, file_id: int, question: str) -> None:
        """Has what a recording says answer its question, in the report that is open."""
        read = await find_read(turn, file_id)
        if read is None or turn.draft is None or turn.talk.handler != TASK:
            turn.say("old-button" if read is None else "told-heard-closed")
            turn.repeat_prompt() if turn.talk.prompt else show(turn)
            return
        await self._report.answer(turn, HeardWords(file_id, "\n".join(read.lines), question))

    async def _answer_lines(self, turn: Turn, read: ReadLines, given: Input) -> None:
        """Ticks lines until "Xong": only those count."""
        line = _Line.read(given.key) if isinstance(given, Press) else None
        if given == CANCEL:
            turn.say("told-not-taken")
            show(turn)
        elif given == Press("done") and read.ticked:
            text = "\n".join(read.lines[place] for place in sorted(read.ticked))
            await self._take(turn, ToldReport(text=text, photo=read.photo))
        elif isinstance(given, Press) and line is not None and line.place < len(read.lines):
            read.ticked = tuple(sorted(given.tick(read.ticked, line.place)))
            turn.keep(read)
            _ask_lines(turn, read.lines, read.ticked)
        elif given == Press("done"):
            turn.say("told-lines-none")
            _ask_lines(turn, read.lines, read.ticked)
        else:
            ask_again(turn)

    async def _take(self, turn: Turn, told: ToldReport) -> None:
        found = await _find(turn, hear_report(told.text, today=turn.today))
        if len(found.meetings) == 1 and found.is_sure:
            await tell_draft(turn, found.meetings[0].meeting.id, told.text, told.file)
        elif found.meetings:
            turn.start(self.name, told.model_copy(update={"asks_which": True}))
            turn.say("told-which" if found.is_sure else "told-which-unsure")
            of_each = ((each, name_meeting(turn, each)) for each in found.meetings[:_LISTED])
            turn.ask(
                tuple(
                    Choice(MeetingOfReport(each.meeting.id).key, name) for each, name in of_each
                ),
                navigation=(cancel_button(turn),),
            )
        else:
            turn.say("told-none")
            await self._report.begin(turn, "")


def _ask_lines(turn: Turn, lines: Sequence[str], ticked: Sequence[int]) -> None:
    turn.say("told-lines")
    turn.ask(
        tuple(Choice(_Line(at).key, shorten(line)) for at, line in enumerate(lines)),
        expects=Expects.CHOICES,
        selected=frozenset(_Line(at).key for at in ticked),
        navigation=(choice(turn, "done", "dialogue-button-done"), cancel_button(turn)),
    )


async def _find(turn: Turn, heard: HeardReport) -> FittingMeetings:
    waiting = await list_reportable(turn.unit, turn.posts, today=turn.today)
    return fit_meetings(heard, waiting, today=turn.today)


async def _is_of_another(turn: Turn, text: str) -> bool:
    """True where a message names another meeting than that of the report which is open."""
    heard = hear_report(text, today=turn.today)
    is_named = any({Field.DAY, Field.MONTH} & {*part.fields} for part in heard.parts)
    found = await _find(turn, heard)
    here = turn.draft.meeting_id if turn.draft else 0
    others = {each.meeting.id for each in found.meetings}
    return is_named and found.is_sure and bool(others) and here not in others


async def _ask_whether(turn: Turn, told: ToldReport) -> None:
    turn.start("told", told)
    turn.say("told-ask", text=shorten(told.text, _QUOTED))
    send = (choice(turn, _SEND, "told-button-send"),) if await can_ask(turn) else ()
    turn.ask(
        (choice(turn, _TAKE, "told-button-take"), *send),
        navigation=(cancel_button(turn),),
    )
