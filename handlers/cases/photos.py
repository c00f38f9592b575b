"""Photos of a case: shown, and sent by its chapter or by the desk."""

from dialogue.inputs import Input, Press, UnsupportedInput
from domain.cases import Action, ActorKind
from domain.message import Choice
from domain.refusals import BadInput
from handlers.screen import show
from operations.cases.caseload import OpenedCase, get_case
from operations.cases.verdicts import add_photo, get_photographed
from operations.maintenance.files import keep_file
from operations.turn import Turn


def photo_ways(
    turn: Turn, opened: OpenedCase, command: str, hand: ActorKind
) -> tuple[Choice, ...]:
    """Returns the buttons to the photos and recordings of a case, and to send photos."""
    number, ways = opened.case.id, []
    if opened.photos:
        words = turn.label("case-button-photos", count=len(opened.photos))
        ways.append(Choice(f"{command}.f{number}", words))
    if opened.recordings:
        words = turn.label("case-button-voices", count=len(opened.recordings))
        ways.append(Choice(f"{command}.h{number}", words))
    if Action.SHOWN in opened.ways(hand):
        ways.append(Choice(f"{command}.g{number}", turn.label("case-button-send-photo")))
    return tuple(ways)


async def show_photos(turn: Turn, case_id: int, command: str) -> None:
    """Shows the photos of a case and of the report that told of it."""
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    count = len(opened.photos)
    turn.say("case-photos" if count else "case-photos-none", count=count)
    show(turn, navigation=(Choice(f"{command}.{case_id}", turn.label("button-back")),))
    turn.attachments = opened.photos


async def play_voices(turn: Turn, case_id: int, command: str) -> None:
    """Sends the recordings that tell of a case."""
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    turn.say("case-voices", count=len(opened.recordings), text=opened.case.text)
    show(turn, navigation=(Choice(f"{command}.{case_id}", turn.label("button-back")),))
    turn.attachments = opened.recordings


async def ask_photos(turn: Turn, case_id: int, command: str) -> None:
    """Waits for photos until "done"."""
    opened = await get_photographed(turn.context, case_id)
    turn.leave()
    turn.talk.handler = command
    turn.talk.state = {"case": case_id, "photos": True}
    turn.say("case-ask-photos", text=opened.case.text)
    _ask_more(turn)


async def take_photo(turn: Turn, given: Input) -> bool:
    """Keeps a photo that was asked for; False when there are to be no more."""
    if given == Press("done"):
        return False
    if isinstance(given, UnsupportedInput) and given.kind == "photo":
        try:
            case_id = turn.talk.state["case"]
            await get_photographed(turn.context, case_id)
            words = turn.inbound.text
            count = await add_photo(turn.context, case_id, await keep_file(turn), words=words)
            turn.say("case-photo-kept", count=count)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
        _ask_more(turn)
    else:
        turn.say("case-photo-only")
        turn.repeat_prompt()
    return True


def _ask_more(turn: Turn) -> None:
    turn.ask((Choice("done", turn.label("case-button-photos-done")),))
