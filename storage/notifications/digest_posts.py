"""Which digest went to which group, with its figures as posted."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.tables.meetings import digest_post as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A digest on its way to a channel, with the figures that it tells."""

    target_id: int
    kind: str
    period: str
    day: date
    figures: Mapping[str, Any]


async def add(unit: UnitOfWork, new: NewPost, *, now: datetime) -> int | None:
    """Notes a digest as posted and returns the note's id; None if it was posted before."""
    insert = unit.insert(table).values(posted_at=now, **asdict(new))
    found: int | None = await unit.scalar(insert.on_conflict_do_nothing().returning(table.c.id))
    return found


async def remove(unit: UnitOfWork, post_id: int) -> None:
    """Takes back the note of a digest that did not arrive."""
    await unit.run(table.delete().where(table.c.id == post_id))


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest as it was posted."""

    kind: str
    figures: Mapping[str, Any]
    posted_at: datetime


async def list_of_month(
    unit: UnitOfWork, *, target_id: int, period: str, kinds: Collection[str]
) -> list[Posted]:
    """Returns what of these kinds went to a group about a month, the oldest first."""
    rows = await unit.all(
        select(table.c.kind, table.c.figures, table.c.posted_at)
        .where(
            table.c.target_id == target_id,
            table.c.period == period,
            table.c.kind.in_(sorted(kinds)),
        )
        .order_by(table.c.id)
    )
    return [Posted(row.kind, row.figures, row.posted_at) for row in rows]


async def is_posted(
    unit: UnitOfWork, *, target_id: int, kind: str, period: str, day: date
) -> bool:
    """True when that digest went to that group."""
    found = await unit.scalar(
        select(table.c.id).where(
            table.c.target_id == target_id,
            table.c.kind == kind,
            table.c.period == period,
            table.c.day == day,
        )
    )
    return found is not None
