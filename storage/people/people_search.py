"""Finds people by what somebody remembers of them."""

from collections.abc import Callable, Collection

from sqlalchemy import select

from domain.people import Person
from storage.people import people
from storage.tables.directory import person as table
from storage.unit import UnitOfWork


async def find_matching(
    unit: UnitOfWork, matches: Callable[[str, str], bool], *, limit: int
) -> list[Person]:
    """Returns the people whose (name, phone) match, by id."""
    rows = await unit.all(select(table.c.id, table.c.name, table.c.phone).order_by(table.c.id))
    ids = [row.id for row in rows if matches(row.name, row.phone or "")][:limit]
    return list((await people.persons(unit, ids)).values())


async def find_by_phones(
    unit: UnitOfWork, phones: Collection[str], *, except_ids: Collection[int]
) -> list[Person]:
    """Returns the people who have one of these numbers, without some."""
    if not phones:
        return []
    rows = await unit.all(
        select(table.c.id).where(table.c.phone.in_(sorted(phones))).order_by(table.c.id)
    )
    ids = [row.id for row in rows if row.id not in except_ids]
    return list((await people.persons(unit, ids)).values())
