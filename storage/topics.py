"""Topics set for the meetings of a period."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import or_, select

from domain.chapters import ids_of
from domain.records import Topic
from storage.tables.meetings import topic as table
from storage.unit import Unit


async def add(unit: Unit, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a topic and returns its id."""
    return await unit.add(table, **values)


async def list_for(
    unit: Unit, path: str, *, kind_id: int, periods: Collection[str]
) -> list[Topic]:
    """Returns the topics of some periods that hold for a kind at `path`, the nearest first."""
    places = ids_of(path)
    rows = await unit.all(
        select(table).where(
            table.c.area_id.in_(places),
            or_(table.c.kind_id.is_(None), table.c.kind_id == kind_id),
            table.c.period.in_(sorted(periods)),
        )
    )
    found = [Topic(**row._mapping) for row in rows]
    return sorted(found, key=lambda topic: (-places.index(topic.area_id), topic.id))


async def titles(unit: Unit, ids: Collection[int]) -> dict[int, str]:
    """Returns the titles of topics by id."""
    rows = await unit.all(select(table).where(table.c.id.in_(sorted(ids)))) if ids else []
    return {row.id: row.title for row in rows}
