"""Browsers that wait for their people to open the desk from the chat, for minutes only."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from storage.tables.mail import desk_request as table
from storage.unit import UnitOfWork

# Long enough to count how many a network asked for.
_KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDeskRequest:
    """A browser that asks for the desk; `number` is shown on it, to be matched in the chat."""

    code_hash: str
    secret_hash: str
    network: str
    device: str
    number: int
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRequest:
    """A browser that waits; `opened` says whether its person opened it, None before an answer."""

    id: int
    device: str
    number: int
    at: datetime
    expires_at: datetime
    address_id: int | None
    opened: bool | None

    def is_open(self, now: datetime) -> bool:
        """True while it can be answered."""
        return self.opened is None and now < self.expires_at


def _request(row: Row[Any]) -> DeskRequest:
    return DeskRequest(**{name: row._mapping[name] for name in DeskRequest.__slots__})


async def add(unit: UnitOfWork, new: NewDeskRequest, *, now: datetime) -> None:
    """Notes a browser that waits, and forgets those that no longer count."""
    await unit.run(delete(table).where(table.c.at < now - _KEPT))
    await unit.add(table, at=now, **asdict(new))


async def count_of(unit: UnitOfWork, network: str, *, since: datetime) -> int:
    """Returns how many browsers of a network have asked since a moment."""
    found: int = await unit.scalar(
        select(func.count())
        .select_from(table)
        .where(table.c.network == network, table.c.at > since)
    )
    return found


async def find_by_code(unit: UnitOfWork, code_hash: str, *, now: datetime) -> DeskRequest | None:
    """Returns the browser that waits with a code and was not answered yet."""
    row = await unit.first(
        select(table).where(
            table.c.code_hash == code_hash, table.c.expires_at > now, table.c.opened.is_(None)
        )
    )
    return _request(row) if row else None


async def find_by_secret(unit: UnitOfWork, secret_hash: str) -> DeskRequest | None:
    """Returns what the browser that holds a secret waits for."""
    row = await unit.first(select(table).where(table.c.secret_hash == secret_hash))
    return _request(row) if row else None


async def find(unit: UnitOfWork, request_id: int) -> DeskRequest | None:
    """Returns one browser that waits."""
    row = await unit.first(select(table).where(table.c.id == request_id))
    return _request(row) if row else None


async def answer(unit: UnitOfWork, request_id: int, *, address_id: int, opened: bool) -> bool:
    """Notes a person's answer; False if it was answered before."""
    done = await unit.run(
        update(table)
        .where(table.c.id == request_id, table.c.opened.is_(None))
        .values(address_id=address_id, opened=opened)
    )
    return done > 0


async def remove(unit: UnitOfWork, request_id: int) -> bool:
    """Forgets a browser that waited; False if another request did so just now."""
    return await unit.run(delete(table).where(table.c.id == request_id)) > 0
