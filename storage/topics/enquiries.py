"""What leaders ask outside a report, and what was answered."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, select, update

from domain.enquiries import Enquiry
from storage.directory.chapters import Scope, in_scopes
from storage.tables.cadres import enquiry as table
from storage.tables.directory import area, chapter, chapter_kind
from storage.unit import UnitOfWork


def _enquiry(row: Row[Any]) -> Enquiry:
    return Enquiry(**row._mapping)


async def add(unit: UnitOfWork, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a message and returns its id."""
    return await unit.add(table, **values)


async def find(unit: UnitOfWork, enquiry_id: int) -> Enquiry | None:
    """Returns one message."""
    row = await unit.first(select(table).where(table.c.id == enquiry_id))
    return _enquiry(row) if row else None


async def find_same(
    unit: UnitOfWork, person_id: int, chapter_id: int, text: str, *, since: datetime
) -> Enquiry | None:
    """Returns a message with the same words that somebody sent lately and that is open."""
    row = await unit.first(
        select(table).where(
            table.c.person_id == person_id,
            table.c.chapter_id == chapter_id,
            table.c.text == text,
            table.c.at >= since,
            _is_open(open_ones=True),
        )
    )
    return _enquiry(row) if row else None


async def answer(unit: UnitOfWork, enquiry_id: int, *, version: int, **values: Any) -> bool:  # noqa: ANN401 - the table's columns
    """Writes an answer to a message as it stood at a version; False if somebody was quicker."""
    mine = (table.c.id == enquiry_id, table.c.version == version)
    return await unit.run(update(table).where(*mine).values(version=version + 1, **values)) > 0


def _is_open(*, open_ones: bool) -> ColumnElement[bool]:
    settled = table.c.answered_at
    return settled.is_(None) if open_ones else settled.is_not(None)


async def list_in_scopes(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    open_ones: bool,
    offset: int,
    limit: int,
) -> list[Enquiry]:
    """Returns messages of some chapters: the open ones oldest first, the settled newest first."""
    order = table.c.id if open_ones else table.c.id.desc()
    rows = await unit.all(
        select(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(in_scopes(chapter_ids, scopes), _is_open(open_ones=open_ones))
        .order_by(order)
        .offset(offset)
        .limit(limit)
    )
    return [_enquiry(row) for row in rows]


async def count_in_scopes(
    unit: UnitOfWork, *, chapter_ids: Collection[int], scopes: Sequence[Scope]
) -> tuple[int, int]:
    """Returns how many messages of some chapters are open, and how many are settled."""
    row = await unit.first(
        select(
            func.count(case((_is_open(open_ones=True), 1))).label("open"),
            func.count(case((_is_open(open_ones=False), 1))).label("settled"),
        )
        .select_from(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(in_scopes(chapter_ids, scopes))
    )
    return (row.open, row.settled) if row else (0, 0)


async def list_of_person(
    unit: UnitOfWork, person_id: int, *, offset: int, limit: int
) -> list[Enquiry]:
    """Returns what somebody sent, newest first."""
    rows = await unit.all(
        select(table)
        .where(table.c.person_id == person_id)
        .order_by(table.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [_enquiry(row) for row in rows]
