"""What is stuck, and which channels are dead."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from storage.tables.directory import address, post
from storage.tables.mail import inbox, outbox, task
from storage.tables.meetings import digest_target
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """How many rows wait for too long, by what they are."""

    inbox: int
    outbox: int
    tasks: int
    aside: int


async def count_stuck(unit: UnitOfWork, *, since: datetime) -> Stuck:
    """Counts what has waited since a moment, and what was set aside after it."""
    return Stuck(
        inbox=await _count(
            unit, select(inbox.c.id).where(inbox.c.state == "pending", inbox.c.received_at < since)
        ),
        outbox=await _count(
            unit,
            select(outbox.c.id).where(
                outbox.c.state == "pending",
                outbox.c.attempts > 0,
                outbox.c.created_at < since,
            ),
        ),
        tasks=await _count(
            unit,
            select(task.c.id).where(
                task.c.state == "pending", task.c.tries > 1, task.c.created_at < since
            ),
        ),
        aside=await _count(
            unit, select(inbox.c.id).where(inbox.c.state == "aside", inbox.c.done_at >= since)
        ),
    )


async def _count(unit: UnitOfWork, rows: Select[tuple[int]]) -> int:
    return int(await unit.scalar(select(func.count()).select_from(rows.subquery())) or 0)


async def list_waiting_channels(unit: UnitOfWork, *, since: datetime) -> list[str]:
    """Returns the messengers whose messages were tried and have waited since a moment."""
    rows = await unit.all(
        select(address.c.channel)
        .distinct()
        .join(outbox, outbox.c.address_id == address.c.id)
        .where(outbox.c.state == "pending", outbox.c.attempts > 0, outbox.c.created_at < since)
        .order_by(address.c.channel)
    )
    return [row.channel for row in rows]


async def list_dead_targets(unit: UnitOfWork, *, since: datetime) -> list[str]:
    """Returns the titles of groups and channels that should receive digests and cannot.

    Those lost before `since` were told of often enough.
    """
    rows = await unit.all(
        select(address.c.title)
        .join(digest_target, digest_target.c.address_id == address.c.id)
        .where(
            digest_target.c.ended_at.is_(None),
            address.c.in_group,
            address.c.reachable.is_(False),
            address.c.unreachable_at >= since,
        )
        .order_by(digest_target.c.id)
    )
    return [row.title for row in rows]


async def list_administrators(unit: UnitOfWork) -> list[int]:
    """Returns everybody who has or had an administrator's post."""
    rows = await unit.all(
        select(post.c.person_id).distinct().where(post.c.role == "administrator")
    )
    return sorted(row.person_id for row in rows)
