"""Pauses of chapters, places and everybody, and people's leave."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, exists, func, or_, select, update

from domain.pauses import Pause
from storage.directory.chapters import Scope, in_scopes
from storage.directory.directory_search import has_post
from storage.listed import listed
from storage.paths import lies_at
from storage.tables.directory import area, chapter, person
from storage.tables.history import pause as table
from storage.unit import UnitOfWork

# The place that rests as a whole; `area` itself is that of a chapter that rests.
_whole = area.alias("whole")

_EVERYBODY = and_(
    table.c.person_id.is_(None), table.c.chapter_id.is_(None), table.c.area_id.is_(None)
)


def _pause(row: Row[Any]) -> Pause:
    return Pause(
        id=row.id,
        first_day=row.first_day,
        last_day=row.last_day,
        reason=row.reason,
        person_id=row.person_id,
        chapter_id=row.chapter_id,
        area_id=row.area_id,
    )


async def add(unit: UnitOfWork, pause: Pause, *, by: int | None, now: datetime) -> Pause:
    """Adds a pause under a new id; of no person, chapter or place it is everybody's."""
    values = asdict(pause)
    del values["id"]
    pause_id = await unit.add(table, created_by=by, created_at=now, **values)
    return replace(pause, id=pause_id)


async def find(unit: UnitOfWork, pause_id: int) -> Pause | None:
    """Returns one pause."""
    row = await unit.first(select(table).where(table.c.id == pause_id))
    return _pause(row) if row else None


async def end(unit: UnitOfWork, pause_id: int, *, last_day: date) -> None:
    """Ends a pause after `last_day`; one that would have no day left goes."""
    mine = table.c.id == pause_id
    await unit.run(delete(table).where(mine, table.c.first_day > last_day))
    await unit.run(update(table).where(mine).values(last_day=last_day))


def _between(first: date, last: date) -> ColumnElement[bool]:
    return and_(table.c.first_day <= last, table.c.last_day >= first)


async def list_for(
    unit: UnitOfWork,
    *,
    area_ids: Collection[int],
    chapter_ids: Collection[int],
    first: date,
    last: date,
) -> list[Pause]:
    """Returns the pauses of some places themselves, of some chapters and of everybody."""
    rows = await unit.all(
        select(table)
        .where(
            _between(first, last),
            or_(
                _EVERYBODY,
                listed(table.c.area_id, "areas"),
                listed(table.c.chapter_id, "chapters"),
            ),
        )
        .order_by(table.c.first_day, table.c.id),
        {"areas": area_ids, "chapters": chapter_ids},
    )
    return [_pause(row) for row in rows]


async def list_leaves(
    unit: UnitOfWork, person_ids: Collection[int], *, first: date, last: date
) -> list[Pause]:
    """Returns the leaves of some people that have a day from `first` to `last`."""
    rows = await unit.all(
        select(table)
        .where(_between(first, last), table.c.person_id.in_(sorted(person_ids)))
        .order_by(table.c.first_day, table.c.id)
    )
    return [_pause(row) for row in rows]


def is_on_leave(
    person: ColumnElement[int], day: date | ColumnElement[date]
) -> ColumnElement[bool]:
    """Returns the condition that a person is on leave on a day."""
    here = table.c.person_id == person, table.c.first_day <= day, table.c.last_day >= day
    return exists().where(*here).correlate_except(table)


@dataclass(frozen=True, slots=True)
class PauseReach:
    """Chapters by their id, and whole scopes of places."""

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]


async def list_lasting(
    unit: UnitOfWork,
    *,
    today: date,
    of: int,
    seen: PauseReach,
    above: Collection[int],
    answered_for: PauseReach,
) -> list[tuple[Pause, str]]:
    """Returns the pauses not over yet, with the name of whom they are for ("" for everybody).

    Those of a person themselves, of chapters and places seen or among the places `above`, of
    everybody; leaves of people with a post in what is answered for.
    """
    places = (lies_at(_whole.c.path, path) for path, _ in seen.scopes)
    name = func.coalesce(person.c.name, chapter.c.name, _whole.c.name, "").label("name")
    leaves = has_post(answered_for.chapter_ids, answered_for.scopes)
    rows = await unit.all(
        select(table, name)
        .outerjoin(person, person.c.id == table.c.person_id)
        .outerjoin(chapter, chapter.c.id == table.c.chapter_id)
        .outerjoin(area, area.c.id == chapter.c.area_id)
        .outerjoin(_whole, _whole.c.id == table.c.area_id)
        .where(
            table.c.last_day >= today,
            or_(
                _EVERYBODY,
                table.c.person_id == of,
                in_scopes(seen.chapter_ids, seen.scopes),
                table.c.area_id.in_(sorted(above)),
                *places,
                and_(table.c.person_id.is_not(None), leaves),
            ),
        )
        .order_by(table.c.first_day, table.c.id)
    )
    return [(_pause(row), row.name) for row in rows]
