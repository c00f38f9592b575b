"""What became of the messages that the bot started to each person (row by recipient)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from domain.message import Message
from domain.message_json import message_from_json
from storage.tables.directory import address, conversation
from storage.tables.mail import outbox
from storage.unit import UnitOfWork

_IS_REMINDER: ColumnElement[bool] = outbox.c.dedupe_key.startswith("remind:") & (
    outbox.c.part == 1
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """One message that the bot started: whether it arrived, when, and on which messenger."""

    state: str
    channel: str
    created_at: datetime
    sent_at: datetime | None


async def list_last(unit: UnitOfWork, person_id: int, *, limit: int) -> list[SentLine]:
    """Returns the last messages that the bot started to a person, the newest first."""
    rows = await unit.all(
        select(outbox.c.state, address.c.channel, outbox.c.created_at, outbox.c.sent_at)
        .join(address, address.c.id == outbox.c.address_id)
        .where(address.c.person_id == person_id, outbox.c.started_by_bot, outbox.c.part == 1)
        .order_by(outbox.c.id.desc())
        .limit(limit)
    )
    return [SentLine(**row._mapping) for row in rows]


async def count_unanswered(
    unit: UnitOfWork, person_ids: Collection[int], *, until: datetime | None = None
) -> dict[int, int]:
    """Returns how many reminders reached each person since they last did anything here.

    People without any are left out; `until` counts only those that had arrived by then.
    """
    arrived = [outbox.c.state == "sent", _IS_REMINDER]
    if until is not None:
        arrived.append(outbox.c.sent_at <= until)
    rows = await unit.all(
        select(address.c.person_id, func.count().label("number"))
        .join(outbox, outbox.c.address_id == address.c.id)
        .join(conversation, conversation.c.person_id == address.c.person_id)
        .where(
            address.c.person_id.in_(sorted(person_ids)),
            and_(*arrived),
            or_(conversation.c.active_at.is_(None), outbox.c.sent_at > conversation.c.active_at),
        )
        .group_by(address.c.person_id)
    )
    return {row.person_id: row.number for row in rows}


async def list_reminded(unit: UnitOfWork, *, since: datetime, until: datetime) -> list[int]:
    """Returns who got a reminder in a span of time."""
    rows = await unit.all(
        select(address.c.person_id)
        .join(outbox, outbox.c.address_id == address.c.id)
        .where(
            _IS_REMINDER,
            outbox.c.state == "sent",
            outbox.c.sent_at > since,
            outbox.c.sent_at <= until,
            address.c.person_id.is_not(None),
        )
        .distinct()
        .order_by(address.c.person_id)
    )
    return [row.person_id for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedMessages:
    """How many messages the bot started to somebody, and when the last of some sort was one."""

    count: int
    last_of_sort: datetime | None


async def count_started(
    unit: UnitOfWork, person_ids: Collection[int], *, since: datetime, sort: str
) -> dict[int, StartedMessages]:
    """Returns for each person what the bot started and sent, or is about to, since a moment.

    `sort` is the beginning of the keys whose last message is asked for, whenever that was.
    """
    mine = outbox.c.dedupe_key.startswith(sort, autoescape=True)
    rows = await unit.all(
        select(
            address.c.person_id,
            func.count(case((outbox.c.created_at >= since, outbox.c.id))).label("number"),
            func.max(case((mine, outbox.c.created_at))).label("last_of_sort"),
        )
        .join(outbox, outbox.c.address_id == address.c.id)
        .where(
            address.c.person_id.in_(sorted(person_ids)),
            outbox.c.started_by_bot,
            outbox.c.edits.is_(None),
            outbox.c.part == 1,
            outbox.c.state.in_(("pending", "sent")),
        )
        .group_by(address.c.person_id)
    )
    return {
        row.person_id: StartedMessages(count=row.number, last_of_sort=row.last_of_sort)
        for row in rows
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedReminder:
    """A reminder that was queued: its key, when, and what it says."""

    key: str
    at: datetime
    message: Message


async def list_reminders(
    unit: UnitOfWork, person_ids: Collection[int], *, since: datetime
) -> list[QueuedReminder]:
    """Returns what people were reminded of since a moment, or are about to be."""
    rows = await unit.all(
        select(outbox.c.dedupe_key, outbox.c.created_at, outbox.c.message)
        .join(address, address.c.id == outbox.c.address_id)
        .where(
            address.c.person_id.in_(sorted(person_ids)),
            outbox.c.dedupe_key.startswith("remind:"),
            outbox.c.created_at >= since,
            outbox.c.state.in_(("pending", "sent")),
        )
    )
    return [
        QueuedReminder(
            key=row.dedupe_key, at=row.created_at, message=message_from_json(row.message)
        )
        for row in rows
    ]
