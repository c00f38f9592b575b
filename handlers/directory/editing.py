"""What every change of a chapter in the chat begins and ends with."""

from typing import Any

from domain.chapters import Chapter
from domain.message import Choice
from domain.refusals import BadInput, Conflict
from handlers.screen import show
from operations.directory.changing import get_managed
from operations.turn import Turn


async def take_charge(turn: Turn, handler: str, chapter_id: int, **state: Any) -> Chapter:  # noqa: ANN401 - the talk's own
    """Puts a handler in charge of changing a chapter; raises NotFound or NotAllowed."""
    chapter = await get_managed(turn.unit, turn.posts, chapter_id, today=turn.today)
    turn.leave()
    turn.talk.handler = handler
    turn.talk.state = {"chapter": chapter_id, **state}
    return chapter


def stop(turn: Turn) -> None:
    """Leaves everything as it is."""
    chapter_id = turn.talk.state["chapter"]
    turn.say("edit-left")
    show(turn, back_to(turn, chapter_id))


def say_overtaken(turn: Turn, refusal: BadInput | Conflict) -> None:
    """Says why what was agreed to cannot be done any more."""
    chapter_id = turn.talk.state["chapter"]
    # What was right when it was shown can only have become wrong by somebody else's change.
    code = "edit-overtaken" if isinstance(refusal, BadInput) else refusal.code
    turn.say(code, **refusal.facts)
    show(turn, back_to(turn, chapter_id))


def say_made(turn: Turn, change_id: int, *, to_trash: bool) -> None:
    """Says that a change was made, and offers to take it back."""
    chapter_id = turn.talk.state["chapter"]
    turn.say("edit-made-trash" if to_trash else "edit-made")
    undo = Choice(f"change.u{change_id}", turn.label("edit-button-undo"))
    show(turn, undo, back_to(turn, chapter_id))


def back_to(turn: Turn, chapter_id: int) -> Choice:
    """Returns the button to a chapter."""
    return Choice(f"directory.c{chapter_id}", turn.label("edit-button-chapter"))


def cancel_button(turn: Turn) -> Choice:
    """Returns the button that leaves everything as it is."""
    return Choice("cancel", turn.label("button-cancel"))


def yes_button(turn: Turn) -> Choice:
    """Returns the button that agrees to what was shown."""
    return Choice("yes", turn.label("edit-button-yes"))
