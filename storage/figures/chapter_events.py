"""What happened to chapters, as it was written down, and heads replaced, as the posts say."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, delete, select

from domain.chapter_events import ChapterEvent, EventKind
from domain.people import Role
from storage.tables.directory import post
from storage.tables.programmes import chapter_event as table
from storage.unit import UnitOfWork


def _event(row: Row[Any]) -> ChapterEvent:
    return ChapterEvent(
        id=row.id,
        chapter_id=row.chapter_id,
        day=row.day,
        kind=EventKind(row.kind),
        number=row.number,
        note=row.note or "",
        person_id=row.person_id,
        at=row.at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What happened to a chapter on a day, so many times."""

    chapter_id: int
    day: date
    kind: EventKind
    number: int
    note: str


async def add(unit: UnitOfWork, new: NewEvent, *, person_id: int, now: datetime) -> int:
    """Writes down what happened and returns its id."""
    return await unit.add(
        table,
        chapter_id=new.chapter_id,
        day=new.day,
        kind=new.kind,
        number=new.number,
        note=new.note or None,
        person_id=person_id,
        at=now,
    )


async def find(unit: UnitOfWork, event_id: int) -> ChapterEvent | None:
    """Returns one event."""
    row = await unit.first(select(table).where(table.c.id == event_id))
    return _event(row) if row else None


async def remove(unit: UnitOfWork, event_id: int) -> bool:
    """Takes an event back; False if it is gone already."""
    return await unit.run(delete(table).where(table.c.id == event_id)) == 1


async def list_of_chapter(unit: UnitOfWork, chapter_id: int) -> list[ChapterEvent]:
    """Returns what happened to a chapter, the newest first."""
    rows = await unit.all(
        select(table)
        .where(table.c.chapter_id == chapter_id)
        .order_by(table.c.day.desc(), table.c.id.desc())
    )
    return [_event(row) for row in rows]


async def list_heads_replaced(unit: UnitOfWork, chapter_id: int) -> list[date]:
    """Returns the days on which somebody else became a chapter's leader, the newest first."""
    rows = await unit.all(
        select(post.c.valid_from, post.c.person_id)
        .where(
            post.c.chapter_id == chapter_id,
            post.c.role == Role.LEADER,
            post.c.stands_in_for.is_(None),
        )
        .order_by(post.c.valid_from, post.c.id)
    )
    found: list[date] = []
    for before, after in pairwise(rows):
        if before.person_id != after.person_id:
            found.insert(0, after.valid_from)
    return found
