"""Sessions of the chat page and of the desk, known by the hash of their token only."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select, update

from domain.talks import KnownAddress
from storage.messages.addresses import known
from storage.tables.directory import address
from storage.tables.mail import web_session as table
from storage.unit import UnitOfWork


class SessionKind(StrEnum):
    """What a session opens."""

    CHAT = "chat"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class StoredSession:
    """An open session: when it ends, and the address it opens, or was asked for from."""

    id: int
    expires_at: datetime
    here: KnownAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """An open session at the desk: on which machine, since when, until when if left alone."""

    id: int
    device: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """A session to be opened; `device` is what the browser of a desk says of itself."""

    token_hash: str
    address_id: int
    expires_at: datetime
    kind: SessionKind = SessionKind.CHAT
    device: str | None = None


def _is_open(token_hash: str, now: datetime) -> ColumnElement[bool]:
    return and_(
        table.c.token_hash == token_hash, table.c.ended_at.is_(None), table.c.expires_at > now
    )


async def add(unit: UnitOfWork, new: NewSession, *, now: datetime) -> None:
    """Opens a session."""
    await unit.add(table, created_at=now, **asdict(new))


async def find(
    unit: UnitOfWork, token_hash: str, *, now: datetime, kind: SessionKind = SessionKind.CHAT
) -> StoredSession | None:
    """Returns the session of a kind, if it is neither ended nor expired."""
    row = await unit.first(
        select(address, table.c.expires_at, table.c.id.label("session_id"))
        .join(table, table.c.address_id == address.c.id)
        .where(_is_open(token_hash, now), table.c.kind == kind)
    )
    return StoredSession(row.session_id, row.expires_at, known(row)) if row else None


async def list_open(unit: UnitOfWork, token_hashes: Collection[str], *, now: datetime) -> set[str]:
    """Returns which of these sessions are neither ended nor expired."""
    rows = await unit.all(
        select(table.c.token_hash).where(
            table.c.token_hash.in_(sorted(token_hashes)),
            table.c.ended_at.is_(None),
            table.c.expires_at > now,
        )
    )
    return {row.token_hash for row in rows}


async def prolong(
    unit: UnitOfWork, token_hash: str, *, now: datetime, expires_at: datetime
) -> None:
    """Moves the end of a session that is neither ended nor expired."""
    await unit.run(update(table).where(_is_open(token_hash, now)).values(expires_at=expires_at))


async def end(unit: UnitOfWork, token_hash: str, *, now: datetime) -> None:
    """Ends a session."""
    await unit.run(
        update(table)
        .where(table.c.token_hash == token_hash, table.c.ended_at.is_(None))
        .values(ended_at=now)
    )


async def end_all(unit: UnitOfWork, address_ids: Collection[int], *, now: datetime) -> int:
    """Ends every open session of some pages; returns how many."""
    return await unit.run(
        update(table)
        .where(table.c.address_id.in_(sorted(address_ids)), table.c.ended_at.is_(None))
        .values(ended_at=now)
    )


def _is_open_desk(person_id: int) -> ColumnElement[bool]:
    theirs = select(address.c.id).where(address.c.person_id == person_id)
    return and_(
        table.c.address_id.in_(theirs),
        table.c.kind == SessionKind.DESK,
        table.c.ended_at.is_(None),
    )


async def list_desks(unit: UnitOfWork, person_id: int, *, now: datetime) -> list[OpenDesk]:
    """Returns the open sessions of a person at the desk, the newest first."""
    rows = await unit.all(
        select(
            table.c.id,
            func.coalesce(table.c.device, "").label("device"),
            table.c.created_at,
            table.c.expires_at,
        )
        .where(_is_open_desk(person_id), table.c.expires_at > now)
        .order_by(table.c.id.desc())
    )
    return [OpenDesk(**row._mapping) for row in rows]


async def end_desk(unit: UnitOfWork, session_id: int, person_id: int, *, now: datetime) -> None:
    """Ends one session at the desk, if it is this person's."""
    mine = table.c.id == session_id, _is_open_desk(person_id)
    await unit.run(update(table).where(*mine).values(ended_at=now))


async def end_desks(unit: UnitOfWork, person_id: int, *, now: datetime) -> int:
    """Ends every open session of the desk of a person; returns how many."""
    return await unit.run(update(table).where(_is_open_desk(person_id)).values(ended_at=now))
