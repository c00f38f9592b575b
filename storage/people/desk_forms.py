"""Forms of the desk that were taken: each has its effect once, however often it is sent."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from storage.tables.mail import desk_form as table
from storage.unit import UnitOfWork

# Nobody presses twice after so long.
_KEPT = timedelta(days=2)


async def find_way(unit: UnitOfWork, form_id: str, *, person_id: int) -> str | None:
    """Returns where the sender of a form was led, None for a form not taken yet."""
    row = await unit.first(
        select(table.c.way).where(table.c.id == form_id, table.c.person_id == person_id)
    )
    return row.way if row else None


async def take(unit: UnitOfWork, form_id: str, *, person_id: int, now: datetime) -> bool:
    """Notes that a form is being taken; False where it was before, or is by another request."""
    await unit.run(delete(table).where(table.c.at < now - _KEPT))
    new = unit.insert(table).values(id=form_id, person_id=person_id, at=now, way="")
    return await unit.run(new.on_conflict_do_nothing()) == 1


async def settle(unit: UnitOfWork, form_id: str, way: str) -> None:
    """Notes where the sender of a form was led."""
    await unit.run(update(table).where(table.c.id == form_id).values(way=way))
