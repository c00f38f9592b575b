"""Who opened which topic, and when first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.tables.meetings import topic_opening as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Opening:
    """One person's first look at one topic."""

    topic_id: int
    person_id: int
    at: datetime


async def record(unit: UnitOfWork, topic_id: int, person_id: int, *, now: datetime) -> None:
    """Notes that somebody opened a topic; only the first time counts."""
    values = {"topic_id": topic_id, "person_id": person_id, "at": now}
    await unit.run(unit.insert(table).values(values).on_conflict_do_nothing())


async def list_of(unit: UnitOfWork, topic_ids: Collection[int]) -> list[Opening]:
    """Returns who opened some topics, first things first."""
    rows = await unit.all(
        select(table).where(table.c.topic_id.in_(sorted(topic_ids))).order_by(table.c.at)
    )
    return [Opening(**row._mapping) for row in rows]
