"""Which places stand by their figures of a month, and since when that is no longer so."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, or_, select, update

from domain.calendar import Period
from domain.confirmations import Confirmation, PlaceConfirmation
from domain.people import Role
from storage.directory.pasts import areas_on
from storage.paths import within
from storage.tables.directory import person, post
from storage.tables.figures import month_confirmation as table
from storage.tables.history import expectation
from storage.unit import UnitOfWork

_COLUMNS = (table.c.confirmed_at, table.c.changed_at, person.c.name.label("by"))


def _confirmation(row: Row[Any]) -> Confirmation:
    return Confirmation(by=row.by or "", confirmed_at=row.confirmed_at, changed_at=row.changed_at)


async def find(unit: UnitOfWork, month: Period, area_id: int) -> Confirmation | None:
    """Returns the confirmation of a place's month."""
    row = await unit.first(
        select(*_COLUMNS)
        .select_from(table)
        .outerjoin(person, person.c.id == table.c.person_id)
        .where(table.c.month == str(month), table.c.area_id == area_id)
    )
    return _confirmation(row) if row else None


async def list_below(
    unit: UnitOfWork, month: Period, area_id: int, *, today: date
) -> list[PlaceConfirmation]:
    """Returns the places right below one in a month that have an office to confirm, or have."""
    then = areas_on(month.last_day)
    office = (
        select(post.c.id)
        .where(
            post.c.area_id == then.c.id,
            post.c.role == Role.STAFF,
            and_(post.c.kind_id.is_(None), post.c.association.is_(None)),
            within(post.c.valid_from, post.c.valid_to, today),
        )
        .exists()
    )
    here = and_(table.c.month == str(month), table.c.area_id == then.c.id)
    rows = await unit.all(
        select(then.c.id, then.c.name, *_COLUMNS)
        .select_from(then)
        .outerjoin(table, here)
        .outerjoin(person, person.c.id == table.c.person_id)
        .where(
            then.c.parent_id == area_id,
            within(then.c.valid_from, then.c.valid_to, month.last_day),
            or_(office, table.c.area_id.is_not(None)),
        )
        .order_by(then.c.id)
    )
    return [
        PlaceConfirmation(
            id=row.id,
            name=row.name,
            confirmation=_confirmation(row) if row.confirmed_at else None,
        )
        for row in rows
    ]


async def put(
    unit: UnitOfWork, month: Period, area_id: int, *, person_id: int, now: datetime
) -> None:
    """Notes that somebody confirms the figures of a place, anew if they had changed."""
    values = {"person_id": person_id, "confirmed_at": now, "changed_at": None}
    insert = unit.insert(table).values(month=str(month), area_id=area_id, **values)
    await unit.run(insert.on_conflict_do_update(index_elements=["month", "area_id"], set_=values))


async def find_counting_area(unit: UnitOfWork, month: Period, chapter_id: int) -> int | None:
    """Returns the place in which a chapter counts in a month."""
    found = await unit.scalar(
        select(expectation.c.area_id).where(
            expectation.c.month == str(month), expectation.c.chapter_id == chapter_id
        )
    )
    return None if found is None else int(found)


async def open_again(
    unit: UnitOfWork, month: Period, area_ids: Collection[int], *, now: datetime
) -> list[int]:
    """Notes that the figures of some places changed; returns those that stood until now."""
    standing = (
        table.c.month == str(month),
        table.c.area_id.in_(sorted(area_ids)),
        table.c.changed_at.is_(None),
    )
    rows = await unit.all(
        update(table).where(*standing).values(changed_at=now).returning(table.c.area_id)
    )
    return sorted(row.area_id for row in rows)
