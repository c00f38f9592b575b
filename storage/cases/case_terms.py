"""How many days each level has for a difficulty, as places have set it."""

from sqlalchemy import select

from domain.chapters import ids_of
from storage.tables.cases import difficulty_term
from storage.unit import UnitOfWork


async def find(unit: UnitOfWork, path: str, level: str) -> int | None:
    """Returns the days a level has for a case, as set for the nearest place on a path."""
    rows = await unit.all(
        select(difficulty_term).where(
            difficulty_term.c.area_id.in_(ids_of(path)), difficulty_term.c.level == level
        )
    )
    days: dict[int, int] = {row.area_id: row.days for row in rows}
    return next((days[number] for number in reversed(ids_of(path)) if number in days), None)


async def put(unit: UnitOfWork, area_id: int, level: str, days: int) -> None:
    """Sets the days a level below a place has for a case."""
    insert = unit.insert(difficulty_term).values(area_id=area_id, level=level, days=days)
    await unit.run(
        insert.on_conflict_do_update(index_elements=["area_id", "level"], set_={"days": days})
    )
