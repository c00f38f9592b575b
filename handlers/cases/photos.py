"""Photos of a case: shown, and sent by its chapter or by the desk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dialogue.inputs import Input, Press, UnsupportedInput
from domain.buttons import Button
from domain.cases import Action, ActorKind
from domain.message import Choice
from domain.refusals import BadInput
from domain.talks import TaskState
from handlers.screen import show
from handlers.steps import say_refusal
from operations.cases.buttons import (
    OpenCase,
    OpenOwnCase,
    PlayOwnVoices,
    PlayVoices,
    SendOwnPhotos,
    SendPhotos,
    ShowOwnPhotos,
    ShowPhotos,
)
from operations.cases.caseload import OpenedCase, get_case
from operations.cases.verdicts import add_photo, get_photographed
from operations.maintenance.files import keep_file
from operations.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTask:
    """A task in which cases are opened: its name, whose hand is on them, and its buttons."""

    name: str
    actor: ActorKind
    open: Callable[[int], Button]
    photos: Callable[[int], Button]
    send: Callable[[int], Button]
    voices: Callable[[int], Button]

    def back_to(self, turn: Turn, case_id: int) -> Choice:
        """Returns the button back to a case."""
        return Choice(self.open(case_id).key, turn.label("button-back"))


DESK = CaseTask(
    name="case",
    actor=ActorKind.DESK,
    open=OpenCase,
    photos=ShowPhotos,
    send=SendPhotos,
    voices=PlayVoices,
)
CHAPTER = CaseTask(
    name="owncase",
    actor=ActorKind.CHAPTER,
    open=OpenOwnCase,
    photos=ShowOwnPhotos,
    send=SendOwnPhotos,
    voices=PlayOwnVoices,
)


class PhotosAwaited(TaskState):
    """A case of which photos are awaited."""

    case: int
    photos: Literal[True] = True


def photo_ways(turn: Turn, opened: OpenedCase, task: CaseTask) -> Iterator[Choice]:
    """Yields the buttons to the photos and recordings of a case, and to send photos."""
    number = opened.case.id
    if opened.photos:
        words = turn.label("case-button-photos", count=len(opened.photos))
        yield Choice(task.photos(number).key, words)
    if opened.recordings:
        words = turn.label("case-button-voices", count=len(opened.recordings))
        yield Choice(task.voices(number).key, words)
    if turn.abilities.takes_files and Action.SHOWN in opened.ways(task.actor):
        yield Choice(task.send(number).key, turn.label("case-button-send-photo"))


async def show_photos(turn: Turn, case_id: int, task: CaseTask) -> None:
    """Shows the photos of a case and of the report that told of it."""
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    count = len(opened.photos)
    turn.say("case-photos" if count else "case-photos-none", count=count)
    show(turn, navigation=(task.back_to(turn, case_id),))
    turn.attachments = opened.photos


async def play_voices(turn: Turn, case_id: int, task: CaseTask) -> None:
    """Sends the recordings that tell of a case."""
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    turn.say("case-voices", count=len(opened.recordings), text=opened.case.text)
    show(turn, navigation=(task.back_to(turn, case_id),))
    turn.attachments = opened.recordings


async def ask_photos(turn: Turn, case_id: int, task: CaseTask) -> None:
    """Waits for photos until "done"."""
    opened = await get_photographed(turn.context, case_id)
    turn.start(task.name, PhotosAwaited(case=case_id))
    turn.say("case-ask-photos", text=opened.case.text)
    _ask_more(turn)


async def take_photo(turn: Turn, case_id: int, given: Input) -> bool:
    """Keeps a photo that was asked for; False when there are to be no more."""
    if given == Press("done"):
        return False
    if isinstance(given, UnsupportedInput) and given.kind == "photo":
        try:
            await get_photographed(turn.context, case_id)
            words = turn.inbound.text
            count = await add_photo(turn.context, case_id, await keep_file(turn), words=words)
            turn.say("case-photo-kept", count=count)
        except BadInput as refusal:
            say_refusal(turn, refusal)
        _ask_more(turn)
    else:
        turn.say("case-photo-only")
        turn.repeat_prompt()
    return True


def _ask_more(turn: Turn) -> None:
    turn.ask((Choice("done", turn.label("case-button-photos-done")),))
