"""What is said goes into the outbox: the answer of a turn, and what the bot starts itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialogue.plain import has_numbers
from domain.inbound import InboundKind
from domain.message import Expects, Message, Prompt, with_wanted
from domain.outbox import OutboxRow, Priority
from domain.talks import KnownAddress
from operations.turn import COMMAND_PROMPT, Turn
from storage import UnitOfWork
from storage.messages import outbox


def enqueue_answer(turn: Turn) -> None:
    """Queues what the turn said: a change of the pressed message, or a new one below.

    The prompt that was open is closed everywhere it is shown, unless nothing was asked and
    the handler did not close it.
    """
    talk = turn.talk
    name_choices(turn)
    if turn.asked and talk.prompt and _is_same_prompt(turn, talk.prompt, turn.asked):
        turn.asked = replace(turn.asked, id=str(talk.prompt_id))
    message = _message(turn)
    if turn.inbound.kind is not InboundKind.CHOICE:
        talk.last_rows.pop(turn.here.id, None)
    changed = _row_to_change(turn) if message else None
    if turn.asked or turn.closes_prompt:
        _close_open_prompt(turn, spare=changed)
    if message is not None:
        row = _row(turn, message, changed)
        outbox.add_later(turn.unit, row, now=turn.now)
        shown = changed or row.id
        talk.last_rows[turn.here.id] = shown
        if turn.asked:
            talk.prompt = replace(message, text=turn.question or message.text)
            talk.prompt_count += 1
            talk.left.pop(turn.here.id, None)
            talk.prompt_rows = {turn.here.id: shown}


def name_choices(turn: Turn) -> None:
    """Has choices named by letters below a text with numbers of its own."""
    if turn.asked is not None:
        lettered = has_numbers("\n".join(turn.said))
        turn.asked = replace(turn.asked, lettered=lettered)


def _is_same_prompt(turn: Turn, before: Message, asked: Prompt) -> bool:
    """True when what is asked is what is open already.

    Ticks come quicker than messages change, and who sends photos has read the question below
    them before.
    """
    brings_files = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE)
    is_repeated = before.prompt is not None and replace(before.prompt, id=asked.id) == asked
    is_same_question = brings_files and is_repeated and before.text == turn.question
    return is_same_question or _is_same_list(before.prompt, asked)


def _is_same_list(before: Prompt | None, asked: Prompt) -> bool:
    """True when the prompt is a list of ticks and shows the same choices as before."""
    return (
        before is not None
        and before.expects is asked.expects is Expects.CHOICES
        and before.choices == asked.choices
    )


def _message(turn: Turn) -> Message | None:
    if not (turn.said or turn.attachments):
        return None
    return Message(text="\n\n".join(turn.said), prompt=turn.asked, attachments=turn.attachments)


def _row_to_change(turn: Turn) -> int | None:
    """Returns the row to edit in place: the pressed message, if it is still the lowest.

    A question that is settled leaves a line of its own instead, and where nothing can be changed
    the question is asked anew.
    """
    if turn.settled or not turn.abilities.edits:
        return None
    talk, here = turn.talk, turn.here.id
    pressed_open = (
        turn.inbound.kind is InboundKind.CHOICE and turn.inbound.prompt_id == talk.prompt_id
    )
    row = talk.prompt_rows.get(here)
    fits = len("\n\n".join(turn.said)) <= turn.abilities.text_limit // 2 and not turn.attachments
    can_be_changed = bool(turn.asked or turn.closes_prompt)
    is_lowest = row is not None and row == talk.last_rows.get(here) == turn.newest_row
    return row if pressed_open and fits and can_be_changed and is_lowest else None


def _close_open_prompt(turn: Turn, *, spare: int | None) -> None:
    talk = turn.talk
    if talk.prompt is not None:
        is_standing = (talk.prompt_id or "").startswith(COMMAND_PROMPT)
        for address_id, row_id in talk.prompt_rows.items():
            is_elsewhere = address_id != turn.here.id
            # Commands never grow old: another phone keeps its buttons.
            if row_id == spare or (is_elsewhere and is_standing):
                continue
            if is_elsewhere:
                _note_left(turn, address_id)
            closing = OutboxRow(
                id=turn.unit.new_id(),
                address_id=address_id,
                conversation_id=talk.id,
                message=_closed(turn, talk.prompt.text, is_elsewhere),
                edits=row_id,
            )
            outbox.add_later(turn.unit, closing, now=turn.now)
    talk.prompt = None
    talk.prompt_rows = {}


def _note_left(turn: Turn, address_id: int) -> None:
    """Remembers the report that is still on the screen of a phone from which nobody left it."""
    if turn.talk.handler is None and turn.draft is not None:
        turn.talk.left[address_id] = turn.draft.meeting_id


def _closed(turn: Turn, text: str, is_elsewhere: bool) -> Message:
    """Returns a question without its buttons, with what was answered below it."""
    elsewhere = (turn.text("closed-elsewhere"),) if is_elsewhere else ()
    answered = (turn.answered,) if turn.answered and not turn.settled else ()
    return Message(text=turn.settled or text, notes=(*elsewhere, *answered))


def _row(turn: Turn, message: Message, changed: int | None) -> OutboxRow:
    prompt = with_wanted(message.prompt) if message.prompt else None
    return OutboxRow(
        id=turn.unit.new_id(),
        address_id=turn.here.id,
        conversation_id=turn.talk.id,
        message=replace(message, prompt=prompt),
        prompt_id=message.prompt.id if message.prompt else None,
        edits=changed,
    )


async def enqueue_notices(unit: UnitOfWork, rows: Sequence[OutboxRow], *, now: datetime) -> None:
    """Queues what the bot starts by itself; a dedupe key that was used before sends nothing."""
    await outbox.add_once(unit, rows, now=now)


async def enqueue_reply(
    unit: UnitOfWork, to: KnownAddress, message: Message, *, dedupe_key: str, now: datetime
) -> None:
    """Queues what somebody asked for and waits for, ahead of notices; a key is used once."""
    delivery = Delivery(priority=Priority.REPLY, started_by_bot=False)
    row = notice(unit, to, message, delivery, dedupe_key=dedupe_key)
    await enqueue_notices(unit, [row], now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How something is sent: when in the queue, what it is about, perhaps by an id made before."""

    priority: Priority = Priority.NOTICE
    started_by_bot: bool = True
    subject: str | None = None
    expires_at: datetime | None = None
    row_id: int | None = None


USUAL = Delivery()


def notice(
    unit: UnitOfWork,
    to: KnownAddress,
    message: Message,
    delivery: Delivery = USUAL,
    *,
    dedupe_key: str,
) -> OutboxRow:
    """Returns a row for something the bot says unasked."""
    return OutboxRow(
        id=delivery.row_id or unit.new_id(),
        address_id=to.id,
        conversation_id=to.conversation_id,
        message=as_told(message),
        priority=delivery.priority,
        started_by_bot=delivery.started_by_bot,
        dedupe_key=dedupe_key,
        subject=delivery.subject,
        expires_at=delivery.expires_at,
    )


def as_told(message: Message) -> Message:
    """Returns a message as it is said unasked: numbers belong to the open question.

    Where there are no buttons, its choices are named by letters.
    """
    if message.prompt is None:
        return message
    return replace(message, prompt=replace(message.prompt, lettered=True))
