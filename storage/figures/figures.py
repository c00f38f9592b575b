"""The figures of a month, counted by the database: a few statements whatever the size."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, or_, select

from domain.calendar import Period
from domain.expectations import Reason
from domain.figures import DifficultyCount, Figures, TopicCount
from domain.records import DifficultyState, Presence
from domain.report import CadrePresence, ReportState
from storage.directory.areas import below
from storage.directory.pasts import inside
from storage.meetings import expectations
from storage.meetings.expectations import ReasonCount, owed
from storage.meetings.meetings import in_month
from storage.tables.directory import area, chapter
from storage.tables.history import expectation
from storage.tables.meetings import attendance, difficulty, meeting, report, topic
from storage.unit import Unit

_OPEN = (DifficultyState.OPEN, DifficultyState.PASSED_UP, DifficultyState.ANSWERED)
_CAME = (CadrePresence.YES, CadrePresence.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of one kind in one area itself."""

    area_id: int
    kind_id: int
    kind: str
    figures: Figures


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _sum_held(value: ColumnElement[Any]) -> ColumnElement[int]:
    counted = and_(report.c.state == ReportState.HELD, report.c.present.is_not(None))
    return func.coalesce(func.sum(case((counted, value), else_=0)), 0).cast(Integer)


def _figures(as_of: date) -> dict[str, ColumnElement[int]]:
    """Returns each figure as an expression over chapters, their meetings and reports."""
    held = report.c.state == ReportState.HELD
    confirmed = exists().where(
        attendance.c.meeting_id == meeting.c.id,
        attendance.c.state.in_([Presence.ATTENDED, Presence.SUBSTITUTE]),
    )
    asked = and_(held, or_(report.c.cadre_present != CadrePresence.NONE, confirmed))
    came = and_(held, or_(report.c.cadre_present.in_(_CAME), confirmed))
    other_day = and_(held, report.c.held_on != meeting.c.planned_on)
    overdue = and_(meeting.c.id.is_not(None), report.c.id.is_(None), meeting.c.due_on < as_of)
    return {
        "on_time": _count(report.c.on_time.is_(True)),
        "late": _count(report.c.on_time.is_(False)),
        "missing": _count(overdue),
        "held": _count(held),
        "not_held": _count(report.c.state == ReportState.NOT_HELD),
        "moved": _count(or_(report.c.state == ReportState.MOVED, other_day)),
        "present": _sum_held(report.c.present),
        "room": _sum_held(report.c.total - report.c.exempt),
        "cadre": _count(came),
        "cadre_asked": _count(asked),
    }


async def count_cells(unit: Unit, path: str, month: Period, *, as_of: date) -> list[Counted]:
    """Returns the figures of a month per area and kind, at `path` and below.

    What is owed comes from the stored expectations; only meetings owed are counted against it.
    """
    told = await _count_told(unit, path, month, as_of=as_of)
    found: dict[tuple[int, int], Counted] = {}
    for one in await expectations.count_reasons(unit, path, month):
        key = (one.area_id, one.kind_id)
        counted = found.get(key) or Counted(*key, one.kind, told.get(key, Figures()))
        found[key] = replace(counted, figures=counted.figures + figures_of(one))
    return [found[key] for key in sorted(found)]


def figures_of(one: ReasonCount) -> Figures:
    """Returns what chapters owe, or why they owe nothing, as figures."""
    if one.reason is Reason.EXPECTED:
        return Figures(chapters=one.chapters, meeting=one.chapters, expected=one.expected)
    return Figures(chapters=one.chapters, **{str(one.reason): one.chapters})


async def _count_told(
    unit: Unit, path: str, month: Period, *, as_of: date
) -> dict[tuple[int, int], Figures]:
    figures = {name: column.label(name) for name, column in _figures(as_of).items()}
    rows = await unit.all(
        select(expectation.c.area_id, chapter.c.kind_id, *figures.values())
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(owed(path, month))
        .group_by(expectation.c.area_id, chapter.c.kind_id)
    )
    return {
        (row.area_id, row.kind_id): Figures(**{name: row._mapping[name] for name in figures})
        for row in rows
    }


async def count_topics(unit: Unit, path: str, month: Period) -> list[TopicCount]:
    """Returns how often each given topic was treated in a month, the most used first."""
    meetings = func.count().label("meetings")
    chapters = func.count(meeting.c.chapter_id.distinct()).label("chapters")
    rows = await unit.all(
        select(topic.c.title, meetings, chapters)
        .select_from(report)
        .join(topic, topic.c.id == report.c.topic_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(expectation, expectation.c.chapter_id == meeting.c.chapter_id)
        .where(owed(path, month), report.c.state == ReportState.HELD)
        .group_by(topic.c.title)
        .order_by(func.count().desc(), topic.c.title)
    )
    return [TopicCount(**row._mapping) for row in rows]


async def count_difficulties(unit: Unit, path: str, month: Period) -> list[DifficultyCount]:
    """Returns per category what the month's meetings told of, and all that is open."""
    there = func.coalesce(expectation.c.area_id, chapter.c.area_id)
    told = and_(in_month(month), there.in_(inside(path, month.last_day)))
    waits = and_(difficulty.c.state.in_(_OPEN), below(path))
    of_month = and_(
        expectation.c.chapter_id == difficulty.c.chapter_id, expectation.c.month == str(month)
    )
    rows = await unit.all(
        select(difficulty.c.category, _count(told).label("raised"), _count(waits).label("open"))
        .select_from(difficulty)
        .join(report, report.c.id == difficulty.c.report_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .outerjoin(expectation, of_month)
        .where(difficulty.c.state != DifficultyState.WITHDRAWN, or_(told, waits))
        .group_by(difficulty.c.category)
        .order_by(difficulty.c.category)
    )
    return [DifficultyCount(**row._mapping) for row in rows]
