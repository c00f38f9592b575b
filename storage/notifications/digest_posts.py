"""Which digest went to which group, with its figures as posted."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.paths import lies_at
from storage.tables.directory import address, area
from storage.tables.meetings import digest_post as table
from storage.tables.meetings import digest_target
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
class PostedDigest:
    """A digest as it was posted."""

    kind: str
    figures: Mapping[str, Any]
    posted_at: datetime


async def list_of_month(
    unit: UnitOfWork, *, target_id: int, period: str, kinds: Collection[str]
) -> list[PostedDigest]:
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
    return [PostedDigest(row.kind, row.figures, row.posted_at) for row in rows]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChannel:
    """A digest as it was posted, with the channel and the place that it tells of."""

    id: int
    target_id: int
    kind: str
    period: str
    posted_at: datetime
    figures: Mapping[str, Any]
    language: str
    channel: str
    area_id: int
    area_path: str
    place: str


_TOLD = (
    select(
        table.c.id,
        table.c.target_id,
        table.c.kind,
        table.c.period,
        table.c.posted_at,
        table.c.figures,
        digest_target.c.language,
        address.c.title.label("channel"),
        area.c.id.label("area_id"),
        area.c.path.label("area_path"),
        area.c.name.label("place"),
    )
    .join(digest_target, digest_target.c.id == table.c.target_id)
    .join(address, address.c.id == digest_target.c.address_id)
    .join(area, area.c.id == digest_target.c.area_id)
    .where(address.c.in_group)
)


async def list_told(unit: UnitOfWork, path: str, periods: Collection[str]) -> list[ToldChannel]:
    """Returns what went to the channels of a place and below about some months, newest first."""
    rows = await unit.all(
        _TOLD.where(lies_at(area.c.path, path), table.c.period.in_(sorted(periods))).order_by(
            table.c.id.desc()
        )
    )
    return [ToldChannel(**row._mapping) for row in rows]


async def find_told(unit: UnitOfWork, post_id: int) -> ToldChannel | None:
    """Returns one digest as it was posted."""
    row = await unit.first(_TOLD.where(table.c.id == post_id))
    return ToldChannel(**row._mapping) if row else None
