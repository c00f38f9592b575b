"""The facts behind the indicators, counted set-wise: a few statements whatever the size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Executable,
    and_,
    case,
    func,
    or_,
    select,
    true,
)

from domain.calendar import Period
from domain.cases import WORKED_ON
from domain.chapter_events import EventKind
from domain.exemplars import CopyState
from domain.people import Role
from domain.records import DifficultyState
from domain.report import PROPOSAL
from domain.reporting_span import Span
from storage.directory.areas import below
from storage.directory.chapters import Scope, in_scopes
from storage.figures.conditions import COUNTS_FOR
from storage.meetings.expectations import owed
from storage.tables.directory import area, chapter, post
from storage.tables.grading import rating_scale, year_grade
from storage.tables.history import expectation
from storage.tables.meetings import difficulty, meeting, report
from storage.tables.programmes import chapter_event, exemplar, exemplar_copy
from storage.unit import UnitOfWork

_OF_REPORTS = ("on_day", "topic", "discussion", "dialogue", "proposals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Of which chapters, and when, facts are counted; `first` and `last` are days."""

    path: str
    months: Sequence[Period]
    scopes: Sequence[Scope]
    kind_id: int | None
    first: date
    last: date
    begins: datetime
    ends: datetime
    as_of: date

    @classmethod
    def of_span(
        cls,
        span: Span,
        path: str,
        scopes: Sequence[Scope],
        *,
        zone: tzinfo,
        today: date,
        kind_id: int | None = None,
    ) -> Self:
        """Returns what counts for a span at or below a place, of one kind if given."""
        after = span.last_day + timedelta(days=1)
        return cls(
            path=path,
            months=span.begun(today),
            scopes=scopes,
            kind_id=kind_id,
            first=span.first_day,
            last=span.last_day,
            begins=datetime.combine(span.first_day, time.min, tzinfo=zone),
            ends=datetime.combine(after, time.min, tzinfo=zone),
            as_of=min(today, after),
        )

    def chapters(self) -> ColumnElement[bool]:
        """Returns the condition that a chapter counts, wherever it is."""
        of_kind = true() if self.kind_id is None else chapter.c.kind_id == self.kind_id
        return and_(in_scopes((), self.scopes), of_kind)

    def here(self) -> ColumnElement[bool]:
        """Returns the condition that a chapter counts and lies at or below the place today."""
        return and_(self.chapters(), below(self.path))

    def raised(self) -> ColumnElement[bool]:
        """Returns the condition that a difficulty was told then, and not taken back."""
        return and_(
            difficulty.c.state != DifficultyState.WITHDRAWN,
            difficulty.c.raised_at >= self.begins,
            difficulty.c.raised_at < self.ends,
            self.here(),
        )

    def overdue(self) -> ColumnElement[bool]:
        """Returns the condition that a difficulty is overdue at the end, or today."""
        is_open = difficulty.c.state.in_(sorted(WORKED_ON))
        return and_(is_open, difficulty.c.due_on < self.as_of)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _sum(value: ColumnElement[Any]) -> ColumnElement[int]:
    return func.coalesce(func.sum(value), 0).cast(BigInteger)


async def _first(unit: UnitOfWork, statement: Executable) -> dict[str, int]:
    row = await unit.first(statement)
    return {name: int(value or 0) for name, value in row._mapping.items()} if row else {}


async def count_meetings(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns what the reports of the owed meetings say of how they were held."""
    return await _first(
        unit,
        select(*(_count(COUNTS_FOR[name]).label(name) for name in _OF_REPORTS))
        .select_from(expectation)
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .where(or_(*(owed(within.path, month) for month in within.months)), within.chapters()),
    )


async def count_difficulties(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns what became of the difficulties that were raised."""
    state = difficulty.c.state
    return await _first(
        unit,
        select(
            func.count().label("raised"),
            _count(state == DifficultyState.SOLVED).label("solved"),
            _count(state == DifficultyState.PASSED_UP).label("passed_up"),
            _count(within.overdue()).label("overdue"),
        )
        .select_from(difficulty)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(within.raised(), difficulty.c.category != PROPOSAL),
    )


async def count_events(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns how often chapters were strengthened and commended."""
    kind, number = chapter_event.c.kind, chapter_event.c.number
    return await _first(
        unit,
        select(
            _sum(case((kind == EventKind.STRENGTHENED, number), else_=0)).label("strengthened"),
            _sum(case((kind == EventKind.COMMENDED, number), else_=0)).label("commended"),
        )
        .select_from(chapter_event)
        .join(chapter, chapter.c.id == chapter_event.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(chapter_event.c.day.between(within.first, within.last), within.here()),
    )


async def count_heads_replaced(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns in how many cases somebody else became a leader, as the posts say."""
    before = (
        func.lag(post.c.person_id)
        .over(partition_by=post.c.chapter_id, order_by=(post.c.valid_from, post.c.id))
        .label("before")
    )
    leads = (
        select(post.c.chapter_id, post.c.person_id, post.c.valid_from, before)
        .where(
            post.c.role == Role.LEADER,
            post.c.stands_in_for.is_(None),
            post.c.chapter_id.is_not(None),
        )
        .subquery()
    )
    return await _first(
        unit,
        select(func.count().label("heads_replaced"))
        .select_from(leads)
        .join(chapter, chapter.c.id == leads.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            leads.c.before != leads.c.person_id,
            leads.c.valid_from.between(within.first, within.last),
            within.here(),
        ),
    )


async def count_exemplars(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns how many exemplars were registered, recognised, and taken over elsewhere."""
    days = (within.first, within.last)
    told = await _first(
        unit,
        select(
            _count(exemplar.c.registered_on.between(*days)).label("registered"),
            _count(exemplar.c.recognised_on.between(*days)).label("recognised"),
        )
        .select_from(exemplar)
        .join(chapter, chapter.c.id == exemplar.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(within.here()),
    )
    spread = await _first(
        unit,
        select(func.count().label("replicated"))
        .select_from(exemplar_copy)
        .join(chapter, chapter.c.id == exemplar_copy.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            exemplar_copy.c.state == CopyState.DONE,
            exemplar_copy.c.at >= within.begins,
            exemplar_copy.c.at < within.ends,
            within.here(),
        ),
    )
    return told | spread


async def count_graded(
    unit: UnitOfWork, within: Within, year: int, *, best: int
) -> dict[str, int]:
    """Returns how many chapters have a level of the year, and how many one of the `best`."""
    rows = await unit.all(
        select(year_grade.c.level, rating_scale.c.levels, func.count().label("chapters"))
        .join(rating_scale, rating_scale.c.id == year_grade.c.rating_scale_id)
        .join(chapter, chapter.c.id == year_grade.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(year_grade.c.year == year, within.here())
        .group_by(year_grade.c.level, rating_scale.c.id)
    )
    well = sum(
        row.chapters
        for row in rows
        if row.level in {level["key"] for level in list(row.levels)[:best]}
    )
    return {"graded": sum(row.chapters for row in rows), "graded_well": well}
