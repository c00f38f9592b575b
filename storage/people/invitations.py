"""Invitations, known by the hash of their code only."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select, update

from domain.invitations import Invitation
from storage.tables.directory import invitation as table
from storage.unit import UnitOfWork


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(**row._mapping)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """An invitation for a person or for an area."""

    code_hash: str
    created_by: int | None
    expires_at: datetime
    person_id: int | None = None
    area_id: int | None = None


async def add(unit: UnitOfWork, new: NewInvitation, *, now: datetime) -> int:
    """Adds an invitation; returns its id."""
    return await unit.add(table, created_at=now, **asdict(new))


async def find(unit: UnitOfWork, code_hash: str) -> Invitation | None:
    """Returns the invitation with this hash."""
    row = await unit.first(select(table).where(table.c.code_hash == code_hash))
    return _invitation(row) if row else None


async def find_by_id(unit: UnitOfWork, invitation_id: int) -> Invitation | None:
    """Returns one invitation."""
    row = await unit.first(select(table).where(table.c.id == invitation_id))
    return _invitation(row) if row else None


async def find_used_by(unit: UnitOfWork, address_id: int) -> Invitation | None:
    """Returns the invitation by which an account came in last."""
    row = await unit.first(
        select(table)
        .where(table.c.used_by == address_id)
        .order_by(table.c.used_at.desc())
        .limit(1)
    )
    return _invitation(row) if row else None


async def list_newest(unit: UnitOfWork, *, open_at: datetime | None = None) -> list[Invitation]:
    """Returns invitations, the newest first; those usable at a moment if one is given."""
    statement = select(table).order_by(table.c.id.desc())
    if open_at is not None:
        unspent = table.c.used_at.is_(None) & table.c.revoked_at.is_(None)
        statement = statement.where(unspent, table.c.expires_at > open_at)
    return [_invitation(row) for row in await unit.all(statement)]


async def use(
    unit: UnitOfWork, invitation_id: int, *, address_id: int | None, now: datetime
) -> bool:
    """Spends an invitation, on an account if one comes in by it; False if that is over."""
    return await _close(unit, invitation_id, now, used_at=now, used_by=address_id)


async def revoke(unit: UnitOfWork, invitation_id: int, *, now: datetime) -> bool:
    """Takes an invitation back; False if it cannot be used any more."""
    return await _close(unit, invitation_id, now, revoked_at=now)


async def list_open_by(unit: UnitOfWork, created_by: int, *, now: datetime) -> list[Invitation]:
    """Returns the usable invitations that somebody made, the newest first."""
    rows = await unit.all(
        select(table)
        .where(
            table.c.created_by == created_by,
            table.c.used_at.is_(None),
            table.c.revoked_at.is_(None),
            table.c.expires_at > now,
        )
        .order_by(table.c.id.desc())
    )
    return [_invitation(row) for row in rows]


async def list_open_of(
    unit: UnitOfWork, person_ids: Collection[int], *, now: datetime
) -> list[Invitation]:
    """Returns the usable invitations for some people, the newest first."""
    rows = await unit.all(
        select(table)
        .where(
            table.c.person_id.in_(sorted(person_ids)),
            table.c.used_at.is_(None),
            table.c.revoked_at.is_(None),
            table.c.expires_at > now,
        )
        .order_by(table.c.id.desc())
    )
    return [_invitation(row) for row in rows]


async def revoke_all(unit: UnitOfWork, person_id: int, *, now: datetime) -> int:
    """Takes back every open code for a person, and every one that they made; returns how many."""
    return await unit.run(
        update(table)
        .where(
            or_(table.c.person_id == person_id, table.c.created_by == person_id),
            table.c.used_at.is_(None),
            table.c.revoked_at.is_(None),
            table.c.expires_at > now,
        )
        .values(revoked_at=now)
    )


async def _close(unit: UnitOfWork, invitation_id: int, now: datetime, **values: Any) -> bool:  # noqa: ANN401 - the table's columns
    done = await unit.run(
        update(table)
        .where(
            table.c.id == invitation_id,
            table.c.used_at.is_(None),
            table.c.revoked_at.is_(None),
            table.c.expires_at > now,
        )
        .values(**values)
    )
    return done > 0
