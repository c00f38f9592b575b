"""Tokens by which other systems read, known by their hash only."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from domain.people import Only
from storage.paths import lies_at
from storage.tables.api import api_token as table
from storage.tables.directory import area, person
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to be kept: for which system, place and kinds, what it may read, until when."""

    token_hash: str
    name: str
    area_id: int
    kind_id: int | None
    association: str | None
    classes: str
    created_by: int | None
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredToken:
    """A token as it is kept; `ended_at` is when it was cut off, `maker` a name or ""."""

    id: int
    name: str
    area_id: int
    kind_id: int | None
    association: str | None
    classes: str
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    ended_at: datetime | None
    maker: str

    @property
    def only(self) -> Only:
        """What of its place it is for: a kind by id, an association by name, None for all."""
        return self.kind_id if self.kind_id is not None else self.association


_KEPT = tuple(table.c[field.name] for field in fields(StoredToken) if field.name != "maker")
_TOKENS = select(*_KEPT, person.c.name.label("maker")).outerjoin(
    person, person.c.id == table.c.created_by
)


def _token(row: Row[Any]) -> StoredToken:
    values = row._asdict()
    return StoredToken(**{**values, "maker": values["maker"] or ""})


async def add(unit: UnitOfWork, new: NewToken, *, now: datetime) -> int:
    """Keeps a token and returns its id."""
    return await unit.add(table, created_at=now, **asdict(new))


async def find(unit: UnitOfWork, token_hash: str) -> StoredToken | None:
    """Returns a token by its hash, whether it still works or not."""
    row = await unit.first(_TOKENS.where(table.c.token_hash == token_hash))
    return _token(row) if row else None


async def get(unit: UnitOfWork, token_id: int) -> StoredToken | None:
    """Returns a token by its id."""
    row = await unit.first(_TOKENS.where(table.c.id == token_id))
    return _token(row) if row else None


async def list_at(unit: UnitOfWork, path: str) -> list[StoredToken]:
    """Returns the tokens of a place and of all below it, the newest first."""
    here = select(area.c.id).where(lies_at(area.c.path, path))
    rows = await unit.all(_TOKENS.where(table.c.area_id.in_(here)).order_by(table.c.id.desc()))
    return [_token(row) for row in rows]


async def note_use(unit: UnitOfWork, token_id: int, *, now: datetime) -> None:
    """Notes that a token was used."""
    await unit.run(update(table).where(table.c.id == token_id).values(used_at=now))


async def end(unit: UnitOfWork, token_id: int, *, now: datetime) -> bool:
    """Cuts a token off; returns whether it was not yet."""
    still = table.c.id == token_id, table.c.ended_at.is_(None)
    return bool(await unit.run(update(table).where(*still).values(ended_at=now)))


async def end_of_maker(unit: UnitOfWork, person_id: int, *, now: datetime) -> int:
    """Cuts off every token that somebody made; returns how many were not yet."""
    theirs = table.c.created_by == person_id, table.c.ended_at.is_(None)
    return await unit.run(update(table).where(*theirs).values(ended_at=now))
