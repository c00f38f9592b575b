"""Finds people by what somebody remembers of them."""

from collections.abc import Callable

from sqlalchemy import select

from domain.people import Person
from storage.people import people
from storage.tables.directory import person as table
from storage.unit import Unit


async def find_matching(
    unit: Unit, matches: Callable[[str, str], bool], *, limit: int
) -> list[Person]:
    """Returns the people whose (name, phone) match, by id."""
    rows = await unit.all(select(table.c.id, table.c.name, table.c.phone).order_by(table.c.id))
    ids = [row.id for row in rows if matches(row.name, row.phone or "")][:limit]
    return list((await people.persons(unit, ids)).values())
