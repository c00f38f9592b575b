"""Which group, channel or e-mail address receives the digests of which area."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select, update

from domain.talks import KnownAddress
from storage.messages.addresses import known
from storage.tables.directory import address
from storage.tables.meetings import digest_target as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTarget:
    """A group, channel or e-mail address that gets the digests of an area."""

    id: int
    area_id: int
    language: str
    bound_by: int | None
    bound_at: datetime
    here: KnownAddress


_OWN = [column.label(f"target_{column.name}") for column in table.c]
_LIVE = (
    select(address, *_OWN)
    .join(table, table.c.address_id == address.c.id)
    .where(table.c.ended_at.is_(None))
    .order_by(table.c.id)
)


def _target(row: Row[Any]) -> DigestTarget:
    return DigestTarget(
        id=row.target_id,
        area_id=row.target_area_id,
        language=row.target_language,
        bound_by=row.target_bound_by,
        bound_at=row.target_bound_at,
        here=known(row),
    )


async def bind(
    unit: UnitOfWork,
    *,
    address_id: int,
    area_id: int,
    language: str,
    bound_by: int | None,
    now: datetime,
) -> None:
    """Binds a group to an area, in place of the area it had."""
    values = {
        "area_id": area_id,
        "language": language,
        "bound_by": bound_by,
        "bound_at": now,
        "ended_at": None,
    }
    insert = unit.insert(table).values(address_id=address_id, **values)
    await unit.run(insert.on_conflict_do_update(index_elements=["address_id"], set_=values))


async def end(unit: UnitOfWork, address_id: int, *, now: datetime) -> bool:
    """Ends the digests to a group; False if it had none."""
    return (
        await unit.run(
            update(table)
            .where(table.c.address_id == address_id, table.c.ended_at.is_(None))
            .values(ended_at=now)
        )
        > 0
    )


async def find(unit: UnitOfWork, address_id: int) -> DigestTarget | None:
    """Returns what a group is bound to."""
    row = await unit.first(_LIVE.where(table.c.address_id == address_id))
    return _target(row) if row else None


async def list_live(unit: UnitOfWork) -> list[DigestTarget]:
    """Returns every bound group."""
    return [_target(row) for row in await unit.all(_LIVE)]


async def list_areas(unit: UnitOfWork, *, since: datetime) -> frozenset[int]:
    """Returns the areas that have a group or channel, or had one at some time from `since` on."""
    lasted = or_(table.c.ended_at.is_(None), table.c.ended_at >= since)
    groups = select(table.c.area_id).join(address, address.c.id == table.c.address_id)
    rows = await unit.all(groups.where(lasted, address.c.in_group))
    return frozenset(row.area_id for row in rows)
