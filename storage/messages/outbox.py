"""The outbox: written with the turn, sent after it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)

from domain.message import Message
from domain.message_json import message_from_json, message_to_json
from domain.outbox import OutboxRow, Priority
from domain.talks import KnownAddress
from storage.messages.addresses import AddressRow, known
from storage.tables.directory import address
from storage.tables.mail import PENDING
from storage.tables.mail import outbox as table
from storage.unit import UnitOfWork

_KEYS_AT_ONCE = 2000
# A row is one message, however long; only rows of before were parts of one. `parts` counts one
# more than were shown so far.
_WHOLE = {"part": 1, "parts": 1}
_INSERT = table.insert()
# What was asked stands in the talk while it is open; of a question that was shown the row says
# when.
_ASKED = literal(message_to_json(Message(text="")), table.c.message.type)
_SENT = (
    update(table)
    .where(table.c.id == bindparam("row_id"))
    .values(
        state=bindparam("new_state"),
        message_id=bindparam("new_message_id"),
        sent_at=bindparam("at"),
        error=bindparam("new_error"),
        attempts=table.c.attempts + 1,
        message=case(
            (and_(bindparam("new_state") == "sent", table.c.prompt_id.is_not(None)), _ASKED),
            else_=table.c.message,
        ),
    )
)
_DROP = delete(table).where(table.c.id == bindparam("row_id"))
_PARTS = (
    update(table).where(table.c.id == bindparam("row_id")).values(parts=bindparam("new_parts"))
)
_REWRITE = (
    update(table)
    .where(table.c.id == bindparam("row_id"))
    .values(message=bindparam("new_message", type_=table.c.message.type))
)
_waiting = table.alias("waiting")
# A message that was tried and has to wait holds back what comes after it in its chat; one that
# was only put off waits alone.
_RESTING = select(_waiting.c.address_id).where(
    _waiting.c.state == PENDING,
    _waiting.c.started_by_bot == bindparam("by_bot"),
    _waiting.c.attempts > 0,
    _waiting.c.error != "",
    _waiting.c.not_before > bindparam("now"),
)
_edited = table.alias("edited")
_PENDING = (
    select(table, _edited.c.message_id.label("shown_as"), *address.c)
    .join(address, address.c.id == table.c.address_id)
    .outerjoin(_edited, _edited.c.id == table.c.edits)
    .where(
        table.c.state == PENDING,
        table.c.started_by_bot == bindparam("by_bot"),
        address.c.channel == bindparam("channel"),
        address.c.account == bindparam("account"),
        or_(table.c.not_before.is_(None), table.c.not_before <= bindparam("now")),
        table.c.address_id.not_in(_RESTING),
        table.c.id.not_in(bindparam("under_way", expanding=True)),
    )
    .order_by(table.c.priority, table.c.id)
    .limit(bindparam("limit"))
)
# The row that stands lowest on the screen of an address.
NEWEST = (
    select(func.max(table.c.id))
    .where(table.c.address_id == address.c.id, table.c.edits.is_(None))
    .correlate(address)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row to be sent and where to; `shown_as` is the message that it changes, if it does."""

    row: OutboxRow
    here: KnownAddress
    shown_as: str | None


@dataclass(frozen=True, slots=True)
class PromptDelivery:
    """When a prompt was made for an address, and when it was seen there, None while unknown."""

    asked_at: datetime
    shown_at: datetime | None


_DELIVERIES = select(
    table.c.prompt_id, table.c.address_id, table.c.state, table.c.sent_at, table.c.created_at
).where(table.c.prompt_id.in_(bindparam("prompts", expanding=True)))


# Begins the names of what replies wake.
REPLIES = "replies:"


def _values(row: OutboxRow, now: datetime) -> dict[str, Any]:
    return {
        "id": row.id,
        "address_id": row.address_id,
        "conversation_id": row.conversation_id,
        "priority": int(row.priority),
        "started_by_bot": row.started_by_bot,
        "dedupe_key": row.dedupe_key,
        "subject": row.subject,
        "not_before": row.not_before,
        "expires_at": row.expires_at,
        "message": message_to_json(row.message),
        "prompt_id": row.prompt_id,
        "edits": row.edits,
        **_WHOLE,
        "state": "pending",
        "attempts": 0,
        "created_at": now,
    }


def wake_of(address_id: int) -> str:
    """Returns what is woken by a reply to an address."""
    return f"{REPLIES}{address_id}"


def _wake(unit: UnitOfWork, row: OutboxRow) -> None:
    unit.wake("outbox" if row.started_by_bot else wake_of(row.address_id))


def add_later(unit: UnitOfWork, row: OutboxRow, *, now: datetime) -> None:
    """Queues a row that has no dedupe key, by the end of the transaction."""
    unit.buffer(_INSERT, _values(row, now))
    _wake(unit, row)


async def add_once(unit: UnitOfWork, rows: Sequence[OutboxRow], *, now: datetime) -> None:
    """Queues rows with dedupe keys; those whose key was used before are left out."""
    if rows:
        values = [_values(row, now) for row in rows]
        await unit.run(unit.insert(table).on_conflict_do_nothing(), values)
        for row in rows:
            _wake(unit, row)


async def list_used(unit: UnitOfWork, keys: Collection[str]) -> set[str]:
    """Returns those of the dedupe keys under which something waits or was sent."""
    return await _list_keys(unit, keys, table.c.state.in_(("pending", "sent")))


async def list_known(unit: UnitOfWork, keys: Collection[str]) -> set[str]:
    """Returns those of the dedupe keys under which anything was ever queued."""
    return await _list_keys(unit, keys)


async def _list_keys(
    unit: UnitOfWork, keys: Collection[str], *where: ColumnElement[bool]
) -> set[str]:
    """Looks keys up, and those of first parts, some at a time."""
    wanted, found = sorted({*keys, *(f"{key}#1" for key in keys)}), set[str]()
    await unit.plan_afresh()
    for first in range(0, len(wanted), _KEYS_AT_ONCE):
        some = table.c.dedupe_key.in_(wanted[first : first + _KEYS_AT_ONCE])
        rows = await unit.all(select(table.c.dedupe_key).where(some, *where))
        found |= {row.dedupe_key.partition("#")[0] for row in rows}
    return found


async def list_pending(
    unit: UnitOfWork,
    *,
    channel: str,
    account: str,
    by_bot: bool,
    under_way: Collection[int] = (),
    now: datetime,
    limit: int,
) -> list[Outgoing]:
    """Returns replies, or what the bot starts itself, that one bot account may send now."""
    values = {"channel": channel, "account": account, "by_bot": by_bot, "now": now}
    rows = await unit.all(_PENDING, {**values, "under_way": sorted(under_way), "limit": limit})
    first = len(table.c) + 1
    return [
        Outgoing(_row(row), known(AddressRow._make(row[first:])), row.shown_as) for row in rows
    ]


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, OutboxRow]:
    """Returns rows by id."""
    if not ids:
        return {}
    rows = await unit.all(select(table).where(table.c.id.in_(ids)))
    return {row.id: _row(row) for row in rows}


def settle_later(
    unit: UnitOfWork,
    row_id: int,
    *,
    state: str,
    message_id: str | None = None,
    at: datetime | None = None,
    error: str | None = None,
) -> None:
    """Writes how a row ended: sent, failed, cancelled, expired.

    Of a question that was sent no words stay.
    """
    unit.buffer(
        _SENT,
        {
            "row_id": row_id,
            "new_state": state,
            "new_message_id": message_id,
            "at": at,
            "new_error": error,
        },
    )


def drop_later(unit: UnitOfWork, row_id: int) -> None:
    """Deletes a row that nobody looks at once it is shown."""
    unit.buffer(_DROP, {"row_id": row_id})


async def postpone(
    unit: UnitOfWork, row_id: int, *, until: datetime | None, error: str, counts: bool = True
) -> None:
    """Lets a row wait until a moment."""
    await unit.run(
        update(table)
        .where(table.c.id == row_id)
        .values(not_before=until, error=error, attempts=table.c.attempts + int(counts))
    )


def note_parts_later(unit: UnitOfWork, row_id: int, shown: int) -> None:
    """Notes how many parts of a long text were shown, while the others are still to go."""
    unit.buffer(_PARTS, {"row_id": row_id, "new_parts": shown + 1})


def rewrite_later(unit: UnitOfWork, row_id: int, message: Message) -> None:
    """Notes what was shown where it was changed just before, so that an answer finds it."""
    unit.buffer(_REWRITE, {"row_id": row_id, "new_message": message_to_json(message)})


async def retarget(unit: UnitOfWork, row_id: int, *, message_id: str) -> None:
    """Notes under which id a row is shown now, after its first message was lost."""
    await unit.run(update(table).where(table.c.id == row_id).values(message_id=message_id))


async def redirect(unit: UnitOfWork, row_ids: Collection[int], *, address_id: int) -> None:
    """Sends rows to another address, as if they had not been tried yet."""
    await unit.run(
        update(table)
        .where(table.c.id.in_(sorted(row_ids)))
        .values(
            address_id=address_id,
            state="pending",
            message_id=None,
            sent_at=None,
            not_before=None,
            attempts=0,
            error=None,
            **_WHOLE,
        )
    )
    unit.wake("outbox")


async def cancel(unit: UnitOfWork, subjects: Iterable[str], *, now: datetime) -> int:
    """Cancels what waits about any of the subjects; returns how many rows."""
    return await unit.run(
        update(table)
        .where(table.c.subject.in_(list(subjects)), table.c.state == PENDING)
        .values(state="cancelled", sent_at=now)
    )


async def cancel_to(unit: UnitOfWork, address_ids: Collection[int], *, now: datetime) -> int:
    """Cancels what waits for any of the addresses; returns how many rows."""
    return await unit.run(
        update(table)
        .where(table.c.address_id.in_(sorted(address_ids)), table.c.state == PENDING)
        .values(state="cancelled", sent_at=now)
    )


async def prompt_deliveries(
    unit: UnitOfWork, prompts: Collection[str]
) -> dict[tuple[str, int], PromptDelivery]:
    """Returns when each open prompt was asked and shown on each address.

    A prompt that can never be shown counts from the moment it was made.
    """
    rows = await unit.all(_DELIVERIES, {"prompts": sorted(prompts)}) if prompts else []
    found: dict[tuple[str, int], PromptDelivery] = {}
    for row in rows:
        shown = row.sent_at if row.state == "sent" else None
        if row.state not in ("sent", "pending"):
            shown = row.created_at
        key, new = (row.prompt_id, row.address_id), PromptDelivery(row.created_at, shown)
        found[key] = _earlier(found.get(key), new)
    return found


def _earlier(known: PromptDelivery | None, new: PromptDelivery) -> PromptDelivery:
    """A prompt that is shown anew was asked when it was made last, and seen when it was first."""
    if known is None:
        return new
    shown = min(filter(None, (known.shown_at, new.shown_at)), default=None)
    return PromptDelivery(max(known.asked_at, new.asked_at), shown)


async def newest_at(unit: UnitOfWork, address_id: int) -> datetime | None:
    """Returns when something was last queued for an address."""
    row = await unit.first(
        select(table.c.created_at)
        .where(table.c.address_id == address_id, table.c.edits.is_(None))
        .order_by(table.c.id.desc())
        .limit(1)
    )
    return row.created_at if row else None


async def list_notices(
    unit: UnitOfWork, address_id: int, *, until: datetime, limit: int
) -> list[OutboxRow]:
    """Returns what an address was told unasked and could be read by then, the newest first."""
    rows = await unit.all(
        select(table)
        .where(
            table.c.address_id == address_id,
            table.c.state == "sent",
            table.c.prompt_id.is_(None),
            table.c.edits.is_(None),
            table.c.sent_at <= until,
        )
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    return [_row(row) for row in rows]


async def count_pending(unit: UnitOfWork) -> int:
    """Returns how many rows wait."""
    return int(await unit.scalar(select(func.count()).where(table.c.state == PENDING)) or 0)


async def count_started(unit: UnitOfWork, *, since: datetime) -> int:
    """Returns how many messages the bot has begun by itself from a moment on."""
    begun = (table.c.started_by_bot, table.c.created_at >= since)
    return int(await unit.scalar(select(func.count()).where(*begun)) or 0)


def _row(row: Row[Any]) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        address_id=row.address_id,
        conversation_id=row.conversation_id,
        message=message_from_json(row.message),
        priority=Priority(row.priority),
        started_by_bot=row.started_by_bot,
        dedupe_key=row.dedupe_key,
        subject=row.subject,
        not_before=row.not_before,
        expires_at=row.expires_at,
        prompt_id=row.prompt_id,
        edits=row.edits,
        shown_parts=row.parts - 1,
        attempts=row.attempts,
        state=row.state,
        message_id=row.message_id,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
