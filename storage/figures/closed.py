"""The figures of closed months as they were stored at closing."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import and_, exists, select

from domain.calendar import Period, parse_period
from domain.case_figures import CaseCount
from domain.figures import Counted, DifficultyCount, Figures, TopicCount
from storage.directory.pasts import inside
from storage.tables.directory import chapter_kind
from storage.tables.figures import closed_figures as table
from storage.tables.history import expectation
from storage.unit import UnitOfWork

# What was published; what changed later is told as a difference from it.
FIRST = 1

_STORED = exists().where(
    table.c.month == expectation.c.month,
    table.c.area_id == expectation.c.area_id,
    table.c.version == FIRST,
)
_NAMES = tuple(one.name for one in fields(Figures))
_TOPICS = TypeAdapter(tuple[TopicCount, ...])
_DIFFICULTIES = TypeAdapter(tuple[DifficultyCount, ...])
_CASES = TypeAdapter(CaseCount)


async def list_cells(unit: UnitOfWork, path: str, month: Period) -> list[Counted]:
    """Returns what is stored of a month at `path` and below; nothing before it is closed."""
    rows = await unit.all(
        select(table, chapter_kind.c.name.label("kind"))
        .join(chapter_kind, chapter_kind.c.id == table.c.kind_id)
        .where(
            table.c.month == str(month),
            table.c.version == FIRST,
            table.c.area_id.in_(inside(path, month.last_day)),
        )
        .order_by(table.c.area_id, table.c.kind_id)
    )
    return [
        Counted(
            area_id=row.area_id,
            kind_id=row.kind_id,
            kind=row.kind,
            figures=Figures(**{name: row._mapping[name] for name in _NAMES}),
            topics=_TOPICS.validate_python(row.told["topics"]),
            difficulties=_DIFFICULTIES.validate_python(row.told["difficulties"]),
            cases=_CASES.validate_python(row.told["cases"]),
        )
        for row in rows
    ]


async def is_whole(unit: UnitOfWork, path: str, month: Period) -> bool:
    """True when no place at `path` or below is left to be stored for a month."""
    left = select(expectation.c.area_id).where(
        expectation.c.month == str(month),
        expectation.c.area_id.in_(inside(path, month.last_day)),
        ~_STORED,
    )
    return await unit.first(left.limit(1)) is None


async def list_to_close(unit: UnitOfWork, *, before: Period) -> dict[Period, frozenset[int]]:
    """Returns the months before one that are not stored, each with the places concerned."""
    rows = await unit.all(
        select(expectation.c.month, expectation.c.area_id)
        .where(and_(expectation.c.month < str(before), ~_STORED))
        .distinct()
    )
    found: dict[Period, set[int]] = {}
    for row in rows:
        found.setdefault(parse_period(row.month), set()).add(row.area_id)
    return {month: frozenset(found[month]) for month in sorted(found)}


async def add(
    unit: UnitOfWork, month: Period, counted: Collection[Counted], *, as_of: date, now: datetime
) -> None:
    """Stores a month of some places as it stood; what is stored already stays."""
    rows = [
        {
            "month": str(month),
            "area_id": one.area_id,
            "kind_id": one.kind_id,
            "version": FIRST,
            "as_of": as_of,
            "closed_at": now,
            **{name: getattr(one.figures, name) for name in _NAMES},
            "told": _told(one),
        }
        for one in counted
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


def _told(one: Counted) -> dict[str, Any]:
    return {
        "topics": _TOPICS.dump_python(one.topics, mode="json"),
        "difficulties": _DIFFICULTIES.dump_python(one.difficulties, mode="json"),
        "cases": _CASES.dump_python(one.cases, mode="json"),
    }
