"""Difficulties told in a time or still waiting, in pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, true

from domain.cases import LIVING, Action
from domain.records import DifficultyState
from storage.exports.extent import Extent, read_page
from storage.tables.directory import chapter
from storage.tables.meetings import difficulty as table
from storage.tables.meetings import difficulty_event, report
from storage.unit import UnitOfWork

_VERDICTS = (Action.SOLVED, Action.REOPENED, Action.SILENT)
_of_case = difficulty_event.c.difficulty_id == table.c.id
# The last word of the chapter, or its silence, on what was answered.
_VERDICT = (
    select(difficulty_event.c.action)
    .where(_of_case, difficulty_event.c.action.in_(_VERDICTS))
    .order_by(difficulty_event.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_UPWARD = (Action.PASSED_UP, Action.OVERDUE)
_WENT_UP = select(difficulty_event.c.id).where(_of_case, difficulty_event.c.action.in_(_UPWARD))


async def list_page(
    unit: UnitOfWork, extent: Extent, *, begins: datetime, ends: datetime, after: int
) -> Sequence[Row[Any]]:
    """Returns the next that were told between two moments, or before and wait, by their ids."""
    columns = (
        table.c.id,
        func.coalesce(table.c.joined_to, table.c.id).label("case_id"),
        chapter.c.id.label("chapter_id"),
        chapter.c.name.label("chapter"),
        chapter.c.area_id,
        table.c.category,
        table.c.text,
        table.c.level.label("level_asked"),
        *(table.c[name] for name in ("state", "raised_at", "due_on", "answered_at", "solved_at")),
        _WENT_UP.exists().label("passed_up"),
        _VERDICT.label("verdict"),
    )
    every = _of(select(*columns), extent, begins, ends)
    return await read_page(unit, extent, every, table.c.id, after=after)


def _of(chosen: Select[Any], extent: Extent, begins: datetime, ends: datetime) -> Select[Any]:
    waits = table.c.state.in_(sorted(LIVING))
    return (
        chosen.select_from(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(
            extent.here(),
            _changed(extent.since),
            table.c.state != DifficultyState.WITHDRAWN,
            and_(table.c.raised_at < ends, or_(table.c.raised_at >= begins, waits)),
        )
    )


def _changed(since: datetime | None) -> ColumnElement[bool]:
    """Returns the condition that something happened to a difficulty since a moment."""
    if since is None:
        return true()
    handled = select(difficulty_event.c.id).where(_of_case, difficulty_event.c.at >= since)
    told = select(report.c.id).where(report.c.id == table.c.report_id, report.c.sent_at >= since)
    return or_(table.c.raised_at >= since, handled.exists(), told.exists())


async def count(unit: UnitOfWork, extent: Extent, *, begins: datetime, ends: datetime) -> int:
    """Returns how many there are."""
    return int(await unit.scalar(_of(select(func.count()), extent, begins, ends)) or 0)
