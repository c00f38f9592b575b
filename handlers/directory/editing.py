"""A value of something asked for, shown before and after, and written on a yes."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from dialogue.inputs import Input, Press
from domain.message import Choice
from domain.refusals import BadInput, Conflict
from domain.talks import TaskState
from handlers.screen import show
from handlers.steps import CANCEL, YES, ask_again, ask_yes, typed
from operations.directory.buttons import OpenChapter, UndoChange
from operations.turn import Turn

Columns = dict[str, Any]


class AskedValue(TaskState):
    """The field of a thing whose new value is asked for."""

    thing: int
    field: str


class ShownValue(AskedValue):
    """A new value that was shown, and the one that was `seen` before it."""

    seen: Columns
    wanted: Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """What a new value would change, in words, and the columns that are seen and wanted."""

    field: str
    name: str
    before: str
    after: str
    seen: Columns
    wanted: Columns
    note: str = ""


class EditHandler(ABC):
    """A task that changes one field of a thing; `pressed_fields` take no typed value."""

    name = ""
    command = ""
    words = ""
    takes_files = False
    pressed_fields: frozenset[str] = frozenset()

    @abstractmethod
    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the new value of what a button names."""

    @abstractmethod
    async def propose(self, turn: Turn, asked: AskedValue, text: str) -> ShownChange:
        """Returns what an answer would change; raises a refusal for what cannot be."""

    @abstractmethod
    async def write(self, turn: Turn, shown: ShownValue) -> None:
        """Makes a change as it was shown and says so; raises a refusal if overtaken."""

    @abstractmethod
    def end(self, turn: Turn, thing: int) -> None:
        """Ends the answer with the way back to a thing."""

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the value, or the word on what was shown."""
        state, text = turn.state(ShownValue, AskedValue), typed(given)
        is_shown = isinstance(state, ShownValue)
        if given == CANCEL:
            turn.say("edit-left")
            self.end(turn, state.thing)
        elif isinstance(state, ShownValue) and given == YES:
            await self._make(turn, state)
        elif text is not None and state.field not in self.pressed_fields:
            await self.preview(turn, state, text)
        elif isinstance(given, Press) and not is_shown:
            await self.preview(turn, state, given.key)
        else:
            ask_again(turn)

    async def preview(self, turn: Turn, asked: AskedValue, text: str) -> None:
        """Shows what an answer would change and asks whether it is to be so."""
        change = await self.propose(turn, asked, text)
        turn.keep(
            ShownValue(
                thing=asked.thing, field=asked.field, seen=change.seen, wanted=change.wanted
            )
        )
        turn.say(
            "edit-preview",
            thing=change.field,
            chapter=change.name,
            before=change.before,
            after=change.after,
        )
        if change.note:
            turn.say_rich(change.note)
        ask_yes(turn)

    async def _make(self, turn: Turn, shown: ShownValue) -> None:
        try:
            await self.write(turn, shown)
        except (BadInput, Conflict) as refusal:
            say_overtaken(turn, refusal)
            self.end(turn, shown.thing)


def say_overtaken(turn: Turn, refusal: BadInput | Conflict) -> None:
    """Says why what was agreed to cannot be done any more."""
    # What was right when it was shown can only have become wrong by somebody else's change.
    code = "edit-overtaken" if isinstance(refusal, BadInput) else refusal.code
    turn.say(code, **refusal.facts)


def say_made(turn: Turn, chapter_id: int, change_id: int, *, to_trash: bool) -> None:
    """Says that a change of a chapter was made, and offers to take it back."""
    turn.say("edit-made-trash" if to_trash else "edit-made")
    undo = Choice(UndoChange(change_id).key, turn.label("edit-button-undo"))
    show(turn, undo, back_to(turn, chapter_id))


def back_to(turn: Turn, chapter_id: int) -> Choice:
    """Returns the button to a chapter."""
    return Choice(OpenChapter(chapter_id).key, turn.label("edit-button-chapter"))
