"""What people ask about their data, and whether it is settled."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from storage.tables.directory import privacy_request as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRequest:
    """A request that is to be answered by `due_on`."""

    id: int
    person_id: int
    kind: str
    asked_at: datetime
    due_on: date


_FIELDS = (table.c.id, table.c.person_id, table.c.kind, table.c.asked_at, table.c.due_on)


async def add(unit: UnitOfWork, *, person_id: int, kind: str, now: datetime, due_on: date) -> int:
    """Notes a request; returns its id."""
    return await unit.add(
        table, person_id=person_id, kind=kind, state="open", asked_at=now, due_on=due_on
    )


async def list_open(unit: UnitOfWork, *, person_id: int | None = None) -> list[PrivacyRequest]:
    """Returns the requests nobody has answered, of one person if named, oldest first."""
    statement = select(*_FIELDS).where(table.c.state == "open").order_by(table.c.id)
    if person_id is not None:
        statement = statement.where(table.c.person_id == person_id)
    return [PrivacyRequest(**row._mapping) for row in await unit.all(statement)]


async def find_open(unit: UnitOfWork, request_id: int) -> PrivacyRequest | None:
    """Returns a request that is still open."""
    row = await unit.first(
        select(*_FIELDS).where(table.c.id == request_id, table.c.state == "open")
    )
    return PrivacyRequest(**row._mapping) if row else None


async def close(
    unit: UnitOfWork, person_id: int, *, state: str, closed_by: int | None, now: datetime
) -> None:
    """Settles every open request of a person."""
    await unit.run(
        update(table)
        .where(table.c.person_id == person_id, table.c.state == "open")
        .values(state=state, closed_at=now, closed_by=closed_by)
    )
