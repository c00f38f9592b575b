"""A photo, document or recording that nothing asked for: offered to the report it may be of."""

from dialogue.inputs import Input, Photos, Press, UnsupportedInput, VoiceNote
from domain.message import Choice
from domain.reading import clean_text
from handlers.reports.report import ReportHandler
from handlers.screen import show
from handlers.topics.enquire import can_ask, offer_files
from operations.maintenance.files import keep_file
from operations.reports.late_files import add_to_sent, find_target
from operations.turn import Turn
from operations.wording import period_words

_KINDS = frozenset({"photo", "voice", "file"})


class LateFileHandler:
    """Keeps files until it is said whether they belong to the report.

    The state holds the meeting, and the files by what they are.
    """

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
            await _keep(turn, given.kind)
        elif given == Press("yes"):
            await self._add(turn)
        elif given == Press("send"):
            await _pass_on(turn)
        elif given == Press("no"):
            turn.say("late-file-left")
            show(turn)
        else:
            turn.say("please-press")
            turn.repeat_prompt()

    async def _add(self, turn: Turn) -> None:
        state = turn.talk.state
        meeting_id = int(state["meeting"])
        photos, voices = tuple(state.get("photos", ())), tuple(state.get("voices", ()))
        given: list[Input] = [*([Photos(photos)] if photos else []), *map(VoiceNote, voices)]
        if not state.get("sent") and await self._report.take_files(turn, meeting_id, given):
            return
        receipt = await add_to_sent(turn, meeting_id, photos=photos, voices=voices)
        turn.say(
            "late-file-added",
            number=receipt.number,
            chapter=receipt.chapter.name,
            period=period_words(receipt.meeting.period, turn.language),
        )
        show(turn, Choice(f"history.{meeting_id}", turn.label("button-view-report")))


async def offer_file(turn: Turn, kind: str) -> bool:
    """Keeps the file of this turn and asks whether it belongs to the report; False if none can."""
    target = await find_target(turn) if kind in _KINDS else None
    if target is None:
        return False
    turn.leave()
    turn.talk.handler = LateFileHandler.name
    turn.talk.state = {
        "meeting": target.meeting.id,
        "sent": target.sent is not None,
        "chapter": target.chapter.name,
        "period": str(period_words(target.meeting.period, turn.language)),
    }
    await _keep(turn, kind)
    return True


async def _keep(turn: Turn, kind: str) -> None:
    kept, state = await keep_file(turn), turn.talk.state
    name = "voices" if kind == "voice" else "photos"
    turn.talk.state = {**state, name: [*state.get(name, ()), kept]}
    count = sum(len(turn.talk.state.get(each, ())) for each in ("photos", "voices"))
    turn.say("late-file-ask", count=count, chapter=state["chapter"], period=state["period"])
    if words := clean_text(turn.inbound.text):
        turn.talk.state["words"] = "\n".join(filter(None, (state.get("words", ""), words)))
    keys = ("yes", "send", "no") if await can_ask(turn) else ("yes", "no")
    turn.ask(tuple(Choice(key, turn.label(f"late-file-{key}")) for key in keys))


async def _pass_on(turn: Turn) -> None:
    """Offers the files to the cadre instead, as a message."""
    state = turn.talk.state
    files = [(one, "photo") for one in state.get("photos", ())]
    files += [(one, "voice") for one in state.get("voices", ())]
    await offer_files(turn, files, str(state.get("words", "")))
