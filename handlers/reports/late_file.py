"""A photo, document or recording that nothing asked for: offered to the report it may be of."""

from dialogue.inputs import Input, Photos, Press, UnsupportedInput, VoiceNote
from domain.reading import clean_text
from domain.talks import TaskState
from handlers.reports.report import ReportHandler
from handlers.screen import show
from handlers.steps import YES, ask_again, choice
from handlers.topics.enquire import can_ask, offer_files
from operations.maintenance.files import keep_file
from operations.reports.buttons import SeeReport
from operations.reports.late_files import add_to_sent, find_target
from operations.turn import Turn
from operations.wording import period_words

_KINDS = frozenset({"photo", "voice", "file"})


class LateFiles(TaskState):
    """Files that wait for a word, the words beside them, and the report they may be of."""

    meeting: int
    sent: bool
    chapter: str
    period: str
    photos: tuple[int, ...] = ()
    voices: tuple[int, ...] = ()
    words: str = ""


class LateFileHandler:
    """Keeps files until it is said whether they belong to the report."""

    name = "latefile"
    command = ""
    words = ""
    takes_files = False

    def __init__(self, report: ReportHandler) -> None:
        self._report = report

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - no command leads here
        """Takes nothing: files come by `offer_file`."""
        turn.say("old-button")
        show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes more files, or the word on adding them."""
        if isinstance(given, UnsupportedInput) and given.kind in _KINDS:
            await _keep(turn, turn.state(LateFiles), given.kind)
        elif given == YES:
            await self._add(turn)
        elif given == Press("send"):
            await _pass_on(turn)
        elif given == Press("no"):
            turn.say("late-file-left")
            show(turn)
        else:
            ask_again(turn)

    async def _add(self, turn: Turn) -> None:
        late = turn.state(LateFiles)
        given: list[Input] = [*map(VoiceNote, late.voices)]
        if late.photos:
            given.insert(0, Photos(late.photos))
        if not late.sent and await self._report.take_files(turn, late.meeting, given):
            return
        receipt = await add_to_sent(turn, late.meeting, photos=late.photos, voices=late.voices)
        turn.say(
            "late-file-added",
            number=receipt.number,
            chapter=receipt.chapter.name,
            period=period_words(receipt.meeting.period, turn.language),
        )
        show(turn, choice(turn, SeeReport(late.meeting), "button-view-report"))


async def offer_file(turn: Turn, kind: str) -> bool:
    """Keeps the file of this turn and asks whether it belongs to the report; False if none can."""
    target = await find_target(turn) if kind in _KINDS else None
    if target is None:
        return False
    late = LateFiles(
        meeting=target.meeting.id,
        sent=target.sent is not None,
        chapter=target.chapter.name,
        period=period_words(target.meeting.period, turn.language),
    )
    turn.start(LateFileHandler.name, late)
    await _keep(turn, late, kind)
    return True


async def _keep(turn: Turn, late: LateFiles, kind: str) -> None:
    kept = await keep_file(turn)
    if kind == "voice":
        late.voices = (*late.voices, kept)
    else:
        late.photos = (*late.photos, kept)
    if words := clean_text(turn.inbound.text):
        late.words = "\n".join(filter(None, (late.words, words)))
    turn.keep(late)
    count = len(late.photos) + len(late.voices)
    turn.say("late-file-ask", count=count, chapter=late.chapter, period=late.period)
    keys = ("yes", "send", "no") if await can_ask(turn) else ("yes", "no")
    turn.ask(tuple(choice(turn, key, f"late-file-{key}") for key in keys))


async def _pass_on(turn: Turn) -> None:
    """Offers the files to the cadre instead, as a message."""
    late = turn.state(LateFiles)
    files = [(number, "photo") for number in late.photos]
    files += [(number, "voice") for number in late.voices]
    await offer_files(turn, files, late.words)
