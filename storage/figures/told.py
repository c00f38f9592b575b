"""What reports of a month tell beside figures: topics, difficulties and what became of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from domain.case_figures import CaseCount
from domain.cases import LIVING, WORKED_ON
from domain.figures import DifficultyCount, Told, TopicCount
from domain.records import DifficultyState
from domain.report import ReportState
from storage.figures.cells import AS_OF, MONTH, UNTIL, Asked, Shape, count_of
from storage.figures.figures import is_owed
from storage.figures.parts import parts
from storage.meetings.meetings import in_given_month
from storage.tables.base import Moment
from storage.tables.directory import chapter
from storage.tables.history import expectation
from storage.tables.meetings import difficulty, meeting, report, topic
from storage.unit import UnitOfWork

# A part of a place, or an area itself, and a kind.
Place = tuple[int, int]
T = TypeVar("T")
_BEGINS: BindParameter[Any] = bindparam("begins", type_=Moment)
_ENDS: BindParameter[Any] = bindparam("ends", type_=Moment)


async def count_told(unit: UnitOfWork, asked: Asked, shape: Shape) -> dict[Place, Told]:
    """Returns what is told of a month, per part and kind, as far as it is counted live."""
    topics = _grouped(await unit.all(_topics(shape), asked.values()), _topic)
    found = await unit.all(_difficulties(shape), asked.values())
    difficulties = _grouped(found, _difficulty)
    cases = _grouped(found, lambda row: _cases(row, asked))
    solved = _grouped(await unit.all(_solved(shape), asked.values()), lambda row: row)
    return {
        place: Told(
            topics=tuple(topics.get(place, ())),
            difficulties=tuple(difficulties.get(place, ())),
            cases=sum(cases.get(place, ()), start=_took(solved.get(place, ()), asked)),
        )
        for place in sorted({*topics, *difficulties, *solved})
    }


@cache
def _topics(shape: Shape) -> Select[Any]:
    """Returns how often each given topic was treated."""
    part = parts(shape.grouping)
    return (
        select(
            part.c.part_id,
            chapter.c.kind_id,
            topic.c.title,
            func.count().label("meetings"),
            func.count(meeting.c.chapter_id.distinct()).label("chapters"),
        )
        .select_from(part)
        .join(expectation, expectation.c.area_id == part.c.area_id)
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(meeting, meeting.c.chapter_id == expectation.c.chapter_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .join(topic, topic.c.id == report.c.topic_id)
        .where(
            expectation.c.month == MONTH,
            expectation.c.expected > 0,
            is_owed(meeting),
            report.c.state == ReportState.HELD,
            shape.counts(part.c.area_id),
        )
        .group_by(part.c.part_id, chapter.c.kind_id, topic.c.title)
    )


def _topic(row: Row[Any]) -> TopicCount:
    return TopicCount(title=row.title, meetings=row.meetings, chapters=row.chapters)


@cache
def _difficulties(shape: Shape) -> Select[Any]:
    """Returns per category what was told or raised in the month, and all that waits."""
    there, told, waits = _there(shape), in_given_month(), _waits()
    raised_at = difficulty.c.raised_at
    raised = and_(raised_at >= _BEGINS, raised_at < _ENDS)
    # What was solved later stood open then.
    later = difficulty.c.solved_at >= UNTIL
    stood = case((later, DifficultyState.OPEN.value), else_=difficulty.c.state)
    overdue = and_(stood.in_(sorted(WORKED_ON)), difficulty.c.due_on < AS_OF)
    return (
        _of_chapters(
            there,
            difficulty.c.category,
            count_of(told).label("told"),
            count_of(raised).label("raised"),
            count_of(waits).label("waiting"),
            count_of(stood == DifficultyState.PASSED_UP).label("passed_up"),
            count_of(overdue).label("overdue"),
            func.min(case((waits, raised_at))).label("oldest"),
        )
        .join(report, report.c.id == difficulty.c.report_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .where(or_(told, waits, raised))
        .group_by(there.c.part_id, there.c.kind_id, difficulty.c.category)
    )


def _difficulty(row: Row[Any]) -> DifficultyCount:
    return DifficultyCount(category=row.category, raised=row.told, open=row.waiting)


def _cases(row: Row[Any], asked: Asked) -> CaseCount:
    return CaseCount(
        raised=row.raised,
        waiting=row.waiting,
        passed_up=row.passed_up,
        overdue=row.overdue,
        oldest=asked.day_of(row.oldest) if row.oldest else None,
    )


@cache
def _solved(shape: Shape) -> Select[Any]:
    """Returns each case that was solved in the month."""
    there, at = _there(shape), difficulty.c.solved_at
    return _of_chapters(there, difficulty.c.chapter_id, difficulty.c.raised_at, at).where(
        at >= _BEGINS, at < _ENDS, at < UNTIL
    )


def _took(solved: Iterable[Row[Any]], asked: Asked) -> CaseCount:
    """Returns how long each of some solved cases took."""
    days = [(asked.day_of(row.solved_at) - asked.day_of(row.raised_at)).days for row in solved]
    return CaseCount(
        solved=len(days),
        solved_chapters=len({row.chapter_id for row in solved}),
        days=tuple(sorted(days)),
    )


def _there(shape: Shape) -> CTE:
    """Returns the chapters that count in each part: where they were in that month, or else are."""
    part = parts(shape.grouping)
    of_month = and_(expectation.c.chapter_id == chapter.c.id, expectation.c.month == MONTH)
    listed = (
        select(part.c.part_id, chapter.c.kind_id, chapter.c.id.label("chapter_id"))
        .select_from(part)
        .join(expectation, expectation.c.area_id == part.c.area_id)
        .join(chapter, of_month)
        .where(shape.counts(part.c.area_id))
    )
    others = (
        select(part.c.part_id, chapter.c.kind_id, chapter.c.id)
        .select_from(part)
        .join(chapter, chapter.c.area_id == part.c.area_id)
        .where(~exists().where(of_month), shape.counts(part.c.area_id))
    )
    return listed.union_all(others).cte("there")


def _of_chapters(there: CTE, *columns: ColumnElement[Any]) -> Select[Any]:
    """Returns the difficulties known then that were not taken back, by part and kind."""
    return (
        select(there.c.part_id, there.c.kind_id, *columns)
        .select_from(there)
        .join(difficulty, difficulty.c.chapter_id == there.c.chapter_id)
        .where(difficulty.c.state != DifficultyState.WITHDRAWN, difficulty.c.raised_at < UNTIL)
    )


def _waits() -> ColumnElement[bool]:
    return or_(difficulty.c.state.in_(sorted(LIVING)), difficulty.c.solved_at >= UNTIL)


def _grouped(rows: Iterable[Row[Any]], value: Callable[[Row[Any]], T]) -> dict[Place, list[T]]:
    found: dict[Place, list[T]] = defaultdict(list)
    for row in rows:
        found[row.part_id, row.kind_id].append(value(row))
    return found
