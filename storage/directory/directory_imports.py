"""Imports as rows: staged in parts, decided in one step, written part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from storage.tables.workbook import directory_import as table
from storage.tables.workbook import directory_import_part as part
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryImport:
    """One import: `counts` by sheet and sort of change, `state` how far it is."""

    id: int
    state: str
    fingerprint: str
    counts: Mapping[str, Any]
    person_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some rows of one sheet to add or to change; `ids` once they are written."""

    number: int
    sheet: str
    action: str
    rows: Sequence[Any]
    ids: Sequence[int] | None


def _import(row: Row[Any]) -> DirectoryImport:
    return DirectoryImport(
        id=row.id,
        state=row.state,
        fingerprint=row.fingerprint,
        counts=row.counts,
        person_id=row.person_id,
        created_at=row.created_at,
    )


async def add(
    unit: UnitOfWork,
    *,
    fingerprint: str,
    counts: Mapping[str, Any],
    person_id: int | None,
    now: datetime,
) -> int:
    """Adds an import without parts; returns its id."""
    return await unit.add(
        table,
        state="staged",
        fingerprint=fingerprint,
        counts=dict(counts),
        person_id=person_id,
        created_at=now,
    )


async def add_part(
    unit: UnitOfWork, import_id: int, *, number: int, sheet: str, action: str, rows: Sequence[Any]
) -> None:
    """Adds a part."""
    values = {"import_id": import_id, "number": number, "sheet": sheet, "action": action}
    await unit.run(part.insert(), {**values, "rows": list(rows)})


async def find(unit: UnitOfWork, import_id: int) -> DirectoryImport | None:
    """Returns an import."""
    row = await unit.first(select(table).where(table.c.id == import_id))
    return _import(row) if row else None


async def list_undone(unit: UnitOfWork) -> list[int]:
    """Returns the imports that were decided and are not written to the end, oldest first."""
    rows = await unit.all(
        select(table.c.id).where(table.c.state == "applying").order_by(table.c.id)
    )
    return [row.id for row in rows]


async def move(
    unit: UnitOfWork, import_id: int, *, before: str, after: str, now: datetime
) -> bool:
    """Takes an import from one state to the next; False if it is elsewhere already."""
    stamp = {"applying": "decided_at", "done": "done_at"}.get(after)
    moved = await unit.run(
        update(table)
        .where(table.c.id == import_id, table.c.state == before)
        .values(state=after, **({stamp: now} if stamp else {}))
    )
    return moved > 0


async def list_parts(unit: UnitOfWork, import_id: int) -> list[tuple[int, str, bool]]:
    """Returns the number and sheet of each part in order, and whether it is written."""
    rows = await unit.all(
        select(part.c.number, part.c.sheet, part.c.applied_at)
        .where(part.c.import_id == import_id)
        .order_by(part.c.number)
    )
    return [(row.number, row.sheet, row.applied_at is not None) for row in rows]


async def list_made(unit: UnitOfWork, import_id: int) -> list[tuple[str, Sequence[int]]]:
    """Returns the sheets and ids of the added rows written so far, in order."""
    rows = await unit.all(
        select(part.c.sheet, part.c.ids)
        .where(
            part.c.import_id == import_id, part.c.action == "add", part.c.applied_at.is_not(None)
        )
        .order_by(part.c.number)
    )
    return [(row.sheet, row.ids) for row in rows]


async def get_part(unit: UnitOfWork, import_id: int, number: int) -> Part:
    """Returns one part, locked; raises LookupError if there is none."""
    row = await unit.first(
        select(part)
        .where(part.c.import_id == import_id, part.c.number == number)
        .with_for_update()
    )
    if row is None:
        raise LookupError(number)
    return Part(number=row.number, sheet=row.sheet, action=row.action, rows=row.rows, ids=row.ids)


async def mark_written(
    unit: UnitOfWork, import_id: int, number: int, *, ids: Sequence[int], now: datetime
) -> None:
    """Notes that a part is written, and forgets its rows: people's names stand once."""
    await unit.run(
        update(part)
        .where(part.c.import_id == import_id, part.c.number == number)
        .values(ids=list(ids), applied_at=now, rows=[])
    )


async def drop_staged(
    unit: UnitOfWork,
    *,
    now: datetime,
    person_id: int | None = None,
    before: datetime | None = None,
) -> int:
    """Drops undecided imports, those of one person or older than a moment, with their rows."""
    whose = table.c.person_id == person_id if before is None else table.c.created_at < before
    dropped = await unit.all(select(table.c.id).where(table.c.state == "staged", whose))
    for row in dropped:
        await move(unit, row.id, before="staged", after="dropped", now=now)
        await unit.run(delete(part).where(part.c.import_id == row.id))
    return len(dropped)
