"""What is said goes into the outbox: the answer of a turn, and what the bot starts itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.inbound import InboundKind
from domain.message import Expects, Message, Prompt, with_wanted
from domain.outbox import OutboxRow, Priority
from domain.rich import displayed_length, split_rich
from domain.talks import KnownAddress
from operations.turn import COMMAND_PROMPT, Turn
from storage import UnitOfWork
from storage.messages import outbox

# Telegram's limit for one message; other messengers take no less.
TEXT_LIMIT = 4096


def enqueue_answer(turn: Turn) -> None:
    """Queues what the turn said: a change of the pressed message, or a new one below.

    The prompt that was open is closed everywhere it is shown, unless nothing was asked and
    the handler did not close it.
    """
    talk = turn.talk
    if turn.asked and talk.prompt and _is_same_prompt(turn, talk.prompt, turn.asked):
        turn.asked = replace(turn.asked, id=str(talk.prompt_id))
    message = _message(turn)
    if turn.inbound.kind is not InboundKind.CHOICE:
        talk.last_rows.pop(turn.here.id, None)
    changed = _row_to_change(turn) if message else None
    if turn.asked or turn.closes_prompt:
        _close_open_prompt(turn, spare=changed)
    if message is not None:
        rows = _rows(turn, message, changed)
        for row in rows:
            outbox.add_later(turn.unit, row, now=turn.now)
        shown = changed or rows[-1].id
        talk.last_rows[turn.here.id] = shown
        if turn.asked:
            talk.prompt = replace(message, text=turn.question or message.text)
            talk.prompt_count += 1
            talk.left.pop(turn.here.id, None)
            talk.prompt_rows = {turn.here.id: shown}


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

    A question that is settled leaves a line of its own instead.
    """
    if turn.settled:
        return None
    talk, here = turn.talk, turn.here.id
    pressed_open = (
        turn.inbound.kind is InboundKind.CHOICE and turn.inbound.prompt_id == talk.prompt_id
    )
    row = talk.prompt_rows.get(here)
    fits = len("\n\n".join(turn.said)) <= TEXT_LIMIT // 2 and not turn.attachments
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
                message=Message(text=_closed_there(turn, talk.prompt.text, is_elsewhere)),
                edits=row_id,
            )
            outbox.add_later(turn.unit, closing, now=turn.now)
    talk.prompt = None
    talk.prompt_rows = {}


def _note_left(turn: Turn, address_id: int) -> None:
    """Remembers the report that is still on the screen of a phone from which nobody left it."""
    if turn.talk.handler is None and turn.draft is not None:
        turn.talk.left[address_id] = turn.draft.meeting_id


def _closed_there(turn: Turn, text: str, is_elsewhere: bool) -> str:
    text = turn.settled or text
    if is_elsewhere:
        text = _closed(text, turn.text("closed-elsewhere"))
    return text if turn.settled else _closed(text, turn.answered)


def _closed(text: str, answered: str) -> str:
    """Returns a question without its buttons, the answer below it where there is room."""
    last = split_rich(text, TEXT_LIMIT)[-1]
    noted = f"{last}\n\n<i>{answered}</i>" if answered else last
    return noted if displayed_length(noted) <= TEXT_LIMIT else last


def _rows(turn: Turn, message: Message, changed: int | None) -> list[OutboxRow]:
    prompt = with_wanted(message.prompt) if message.prompt else None
    first = OutboxRow(
        id=turn.unit.new_id(),
        address_id=turn.here.id,
        conversation_id=turn.talk.id,
        message=replace(message, prompt=prompt),
        prompt_id=message.prompt.id if message.prompt else None,
        edits=changed,
    )
    return [first] if changed else split_row(turn.unit, first)


def split_row(unit: UnitOfWork, row: OutboxRow) -> list[OutboxRow]:
    """Returns the row, or its parts where the text is too long for one message.

    The prompt stays with the last part, photos with the first.
    """
    texts = split_rich(row.message.text, TEXT_LIMIT)
    if len(texts) <= 1:
        return [row]
    last = len(texts)
    return [
        replace(
            row,
            id=row.id if number == 1 else unit.new_id(),
            message=Message(
                text=text,
                prompt=row.message.prompt if number == last else None,
                attachments=row.message.attachments if number == 1 else (),
            ),
            prompt_id=row.prompt_id if number == last else None,
            dedupe_key=f"{row.dedupe_key}#{number}" if row.dedupe_key else None,
            part=number,
            parts=last,
        )
        for number, text in enumerate(texts, start=1)
    ]


async def enqueue_notices(unit: UnitOfWork, rows: Sequence[OutboxRow], *, now: datetime) -> None:
    """Queues what the bot starts by itself; a dedupe key that was used before sends nothing."""
    parts = [part for row in rows for part in split_row(unit, row)]
    await outbox.add_once(unit, parts, now=now)


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
        message=message,
        priority=delivery.priority,
        started_by_bot=delivery.started_by_bot,
        dedupe_key=dedupe_key,
        subject=delivery.subject,
        expires_at=delivery.expires_at,
    )
