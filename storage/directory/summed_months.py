"""Which closed months are summed up place by place: none of which something has changed."""

from collections.abc import Collection

from sqlalchemy import bindparam, delete, select, text

from domain.calendar import Period, parse_period
from storage.tables.figures import summed_month as table
from storage.unit import UnitOfWork

_MONTHS = select(table.c.month)
_FORGET = delete(table)
_HOLD = text(f"lock table {table.name} in share row exclusive mode")
_FORGET_MONTHS = _FORGET.where(table.c.month == bindparam("of"))


async def list_all(unit: UnitOfWork) -> frozenset[Period]:
    """Returns the months whose sums hold for every place."""
    return frozenset(parse_period(row.month) for row in await unit.all(_MONTHS))


async def hold(unit: UnitOfWork) -> None:
    """Lets nobody forget a month until this transaction ends; who does so now is waited for.

    Whatever they changed is then either seen by what this transaction reads from here on, or
    forgets what it notes. SQLite has one writer at a time.
    """
    if unit.on_postgresql:
        await unit.run(_HOLD)


async def note(unit: UnitOfWork, month: Period) -> None:
    """Notes that the sums of a month hold."""
    values = {"month": str(month), "last_day": month.last_day}
    await unit.run(unit.insert(table).on_conflict_do_nothing(), values)


async def forget(unit: UnitOfWork, months: Collection[Period]) -> None:
    """Notes that others owe something for some months, or that more of them is stored."""
    await unit.run(_FORGET_MONTHS, [{"of": str(month)} for month in sorted(months)])


async def forget_all(unit: UnitOfWork) -> None:
    """Notes that places lay otherwise than was thought."""
    await unit.run(_FORGET)
