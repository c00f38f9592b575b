"""Consents: to which text, in which language, when and where they were given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.tables.directory import address
from storage.tables.directory import consent as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent in force: the version of its text and the messenger it was given on."""

    version: str
    channel: str | None


async def add(
    unit: UnitOfWork,
    *,
    person_id: int,
    address_id: int,
    version: str,
    language: str,
    now: datetime,
) -> int:
    """Notes that a person agrees; returns the consent's id."""
    return await unit.add(
        table,
        person_id=person_id,
        address_id=address_id,
        version=version,
        language=language,
        given_at=now,
    )


async def list_live(unit: UnitOfWork, person_id: int) -> list[Consent]:
    """Returns the consents of a person that were not withdrawn."""
    rows = await unit.all(
        select(table.c.version, address.c.channel)
        .outerjoin(address, address.c.id == table.c.address_id)
        .where(table.c.person_id == person_id, table.c.withdrawn_at.is_(None))
    )
    return [Consent(row.version, row.channel) for row in rows]


async def list_enrolled(unit: UnitOfWork, person_ids: Collection[int]) -> set[int]:
    """Returns those who have had an account at some time, whatever became of it."""
    rows = await unit.all(
        select(table.c.person_id).where(table.c.person_id.in_(sorted(person_ids))).distinct()
    )
    return {row.person_id for row in rows}


async def withdraw(unit: UnitOfWork, person_id: int, *, now: datetime) -> int:
    """Ends every consent of a person; returns how many there were."""
    return await unit.run(
        update(table)
        .where(table.c.person_id == person_id, table.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
