"""What is counted of difficulties."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, or_, select, true

from domain.case_figures import CaseFacts
from domain.cases import LIVING
from domain.records import DifficultyState
from storage.directory.chapters import Scope, in_scopes
from storage.tables.directory import area, chapter
from storage.tables.meetings import difficulty as table
from storage.unit import UnitOfWork


async def list_facts(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int] = (),
    scopes: Sequence[Scope],
    since: datetime,
    until: datetime | None = None,
    day_of: Callable[[datetime], date],
) -> list[CaseFacts]:
    """Returns what is counted of the cases in a reach: living, or told or solved after `since`.

    With `until` as they stood at that moment. `day_of` gives the day of a moment where the people
    are.
    """
    rows = await unit.all(
        select(
            table.c.chapter_id,
            chapter.c.kind_id,
            area.c.path.label("area_path"),
            table.c.category,
            table.c.state,
            table.c.raised_at,
            table.c.due_on,
            table.c.solved_at,
        )
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            in_scopes(chapter_ids, scopes),
            table.c.state != DifficultyState.WITHDRAWN,
            true() if until is None else table.c.raised_at < until,
            or_(
                table.c.state.in_(sorted(LIVING)),
                table.c.raised_at >= since,
                table.c.solved_at >= since,
            ),
        )
    )
    return [_facts(row, until, day_of) for row in rows]


def _facts(row: Row[Any], until: datetime | None, day_of: Callable[[datetime], date]) -> CaseFacts:
    solved_at, state = row.solved_at, DifficultyState(row.state)
    if until is not None and solved_at is not None and solved_at >= until:
        solved_at, state = None, DifficultyState.OPEN
    return CaseFacts(
        chapter_id=row.chapter_id,
        kind_id=row.kind_id,
        area_path=row.area_path,
        category=row.category,
        state=state,
        raised_on=day_of(row.raised_at),
        due_on=row.due_on,
        solved_on=day_of(solved_at) if solved_at else None,
    )
