"""A report that somebody left from another phone goes on where its question still stands."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from domain.message import Message
from domain.refusals import Refusal
from handlers.handler import Registry
from operations.turn import Turn


async def open_left_report(turn: Turn, registry: Registry) -> bool:
    """Opens the report again whose question is on this screen; False if there is none."""
    meeting_id, report = turn.talk.left.get(turn.here.id), registry.named("report")
    if meeting_id is None or report is None or turn.talk.handler is not None:
        return False
    with suppress(Refusal):
        await report.begin(turn, f"g{meeting_id}")
    if turn.talk.draft_id is not None and turn.asked is not None:
        return True
    turn.said.clear()
    turn.asked, turn.question = None, ""
    return False


@contextmanager
def answering(turn: Turn) -> Iterator[None]:
    """Lets the text answer the question that was just opened, as if it had stood open here."""
    before, asked = turn.talk.prompt, Message(text=turn.question, prompt=turn.asked)
    turn.said.clear()
    turn.asked, turn.question = None, ""
    turn.talk.prompt, turn.prompt_shown_at = asked, datetime.min.replace(tzinfo=UTC)
    try:
        yield
    finally:
        # What is shown elsewhere is closed as what it is.
        turn.talk.prompt = before
