"""Whom erasures took, as hashes: no name, and yet found again in an older backup."""

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import select

from storage.tables.directory import erasure as table
from storage.tables.directory import person
from storage.unit import UnitOfWork


def _hash(person_id: int, created_at: datetime) -> str:
    """Returns a hash of the row: when it was made tells installations apart."""
    row = f"person:{person_id}:{created_at.astimezone(UTC).isoformat()}"
    return hashlib.sha256(row.encode()).hexdigest()


async def note(unit: UnitOfWork, person_id: int, *, now: datetime) -> None:
    """Notes that a person was erased; once is enough."""
    made = await unit.scalar(select(person.c.created_at).where(person.c.id == person_id))
    values = {"person_hash": _hash(person_id, made), "at": now}
    await unit.run(unit.insert(table).on_conflict_do_nothing(), values)


async def list_hashes(unit: UnitOfWork) -> list[str]:
    """Returns the hashes of all who were erased, oldest first."""
    rows = await unit.all(select(table.c.person_hash).order_by(table.c.id))
    return [row.person_hash for row in rows]


async def find_people(unit: UnitOfWork, hashes: Collection[str]) -> list[int]:
    """Returns the people of some hashes who are not noted here as erased."""
    wanted = set(hashes) - set(await list_hashes(unit))
    if not wanted:
        return []
    rows = await unit.all(select(person.c.id, person.c.created_at).order_by(person.c.id))
    return [row.id for row in rows if _hash(row.id, row.created_at) in wanted]
