"""Sentences for others: what one person's doing means for somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.buttons import Button
from domain.message import Choice, Expects, Message, Prompt
from domain.outbox import OutboxRow
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import COMMAND_PROMPT, Turn
from storage import UnitOfWork
from storage.messages import addresses, outbox
from storage.people import people
from texts import label, render

# What was told before so many others is forgotten by who would answer it.
_LAST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that somebody else is to be told: text key and arguments.

    `button` leads somewhere; its label is the text of the key beside it.
    """

    person_id: int
    key: str
    args: dict[str, str]
    subject: str
    dedupe_key: str
    expires_at: datetime | None = None
    button: tuple[Button, str] | None = None


async def list_told(turn: Turn) -> list[OutboxRow]:
    """Returns what was told unasked here before this turn's message was sent, newest first."""
    return await outbox.list_notices(
        turn.unit, turn.here.id, until=turn.inbound.sent_at, limit=_LAST_TOLD
    )


async def tell(unit: UnitOfWork, notices: Sequence[Notice], *, now: datetime) -> None:
    """Queues the notices for those who can be reached, each in the person's language."""
    if not notices:
        return
    wanted = {notice.person_id for notice in notices}
    known = await people.persons(unit, wanted)
    reached = await addresses.preferred(unit, wanted)
    rows = [
        notice(
            unit,
            reached[told.person_id],
            _message(unit, told, known[told.person_id].language),
            Delivery(subject=told.subject, expires_at=told.expires_at),
            dedupe_key=told.dedupe_key,
        )
        for told in notices
        if told.person_id in reached
    ]
    await enqueue_notices(unit, rows, now=now)


def _message(unit: UnitOfWork, told: Notice, language: str) -> Message:
    text = render(told.key, language, **told.args)
    if told.button is None:
        return Message(text=text)
    button, words = told.button
    choices = (Choice(button.key, label(words, language)),)
    prompt = Prompt(
        id=f"{COMMAND_PROMPT}n{unit.new_id()}", expects=Expects.CHOICE, choices=choices
    )
    return Message(text=text, prompt=prompt)
