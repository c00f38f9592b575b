"""Leases: which of several processes polls or sends for an account."""

from datetime import timedelta

from sqlalchemy import Integer, cast, delete, func, or_, select

from storage.tables.mail import lease as table
from storage.unit import UnitOfWork


async def acquire(unit: UnitOfWork, *, name: str, owner: str, lasts: timedelta) -> int | None:
    """Takes or renews a lease by the database's clock; returns its generation, None if refused."""
    statement = unit.insert(table).values(
        name=name, owner=owner, generation=1, expires_at=func.now() + lasts
    )
    found = await unit.scalar(
        statement.on_conflict_do_update(
            index_elements=[table.c.name],
            set_={
                "owner": owner,
                "generation": table.c.generation + cast(table.c.owner != owner, Integer),
                "expires_at": func.now() + lasts,
            },
            where=or_(table.c.expires_at < func.now(), table.c.owner == owner),
        ).returning(table.c.generation)
    )
    return None if found is None else int(found)


async def find_owner(unit: UnitOfWork, *, name: str) -> str | None:
    """Returns who took the lease last and has not given it back."""
    owner: str | None = await unit.scalar(select(table.c.owner).where(table.c.name == name))
    return owner


async def release(unit: UnitOfWork, *, name: str, owner: str) -> None:
    """Gives a lease back at once."""
    await unit.run(delete(table).where(table.c.name == name, table.c.owner == owner))
