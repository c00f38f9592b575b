"""The figures of a month, counted by the database: a few statements whatever the size."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, or_, select, true

from domain.calendar import Period
from domain.expectations import Reason
from domain.figures import Counted, DifficultyCount, Figures, TopicCount
from domain.records import DifficultyState, Presence
from domain.report import CadrePresence, ReportState
from storage.directory.pasts import inside
from storage.meetings import expectations
from storage.meetings.expectations import ReasonCount, owed
from storage.meetings.meetings import in_month
from storage.tables.directory import chapter
from storage.tables.history import expectation
from storage.tables.meetings import attendance, difficulty, meeting, report, topic
from storage.unit import UnitOfWork

_OPEN = (DifficultyState.OPEN, DifficultyState.PASSED_UP, DifficultyState.ANSWERED)
_CAME = (CadrePresence.YES, CadrePresence.SUBSTITUTE)

# An area itself and a kind.
Place = tuple[int, int]


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
        "cadre": _count(and_(held, confirmed)),
        "cadre_told": _count(and_(held, report.c.cadre_present.in_(_CAME))),
        "cadre_asked": _count(asked),
    }


async def count_cells(
    unit: UnitOfWork, path: str, month: Period, *, as_of: date, until: datetime | None = None
) -> list[Counted]:
    """Returns the figures of a month per area and kind, at `path` and below.

    What is owed comes from the stored expectations; only meetings owed are counted against it.
    Reports that came at `until` or later do not count.
    """
    told = await _count_told(unit, path, month, as_of=as_of, until=until)
    found: dict[Place, Counted] = {}
    for one in await expectations.count_reasons(unit, path, month):
        key = (one.area_id, one.kind_id)
        counted = found.get(key) or Counted(
            area_id=one.area_id,
            kind_id=one.kind_id,
            kind=one.kind,
            figures=told.get(key, Figures()),
        )
        found[key] = replace(counted, figures=counted.figures + figures_of(one))
    return [found[key] for key in sorted(found)]


def figures_of(one: ReasonCount) -> Figures:
    """Returns what chapters owe, or why they owe nothing, as figures."""
    if one.reason is Reason.EXPECTED:
        return Figures(chapters=one.chapters, meeting=one.chapters, expected=one.expected)
    return Figures(chapters=one.chapters, **{str(one.reason): one.chapters})


async def _count_told(
    unit: UnitOfWork, path: str, month: Period, *, as_of: date, until: datetime | None
) -> dict[Place, Figures]:
    figures = {name: column.label(name) for name, column in _figures(as_of).items()}
    in_time = true() if until is None else report.c.first_sent_at < until
    rows = await unit.all(
        select(expectation.c.area_id, chapter.c.kind_id, *figures.values())
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .outerjoin(report, and_(report.c.meeting_id == meeting.c.id, in_time))
        .where(owed(path, month))
        .group_by(expectation.c.area_id, chapter.c.kind_id)
    )
    return {
        (row.area_id, row.kind_id): Figures(**{name: row._mapping[name] for name in figures})
        for row in rows
    }


async def count_topics(
    unit: UnitOfWork, path: str, month: Period
) -> Mapping[Place, tuple[TopicCount, ...]]:
    """Returns how often each given topic was treated in a month, per area and kind."""
    rows = await unit.all(
        select(
            expectation.c.area_id,
            chapter.c.kind_id,
            topic.c.title,
            func.count().label("meetings"),
            func.count(meeting.c.chapter_id.distinct()).label("chapters"),
        )
        .select_from(report)
        .join(topic, topic.c.id == report.c.topic_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(expectation, expectation.c.chapter_id == meeting.c.chapter_id)
        .where(owed(path, month), report.c.state == ReportState.HELD)
        .group_by(expectation.c.area_id, chapter.c.kind_id, topic.c.title)
    )
    found: dict[Place, list[TopicCount]] = defaultdict(list)
    for row in rows:
        one = TopicCount(title=row.title, meetings=row.meetings, chapters=row.chapters)
        found[row.area_id, row.kind_id].append(one)
    return {place: tuple(some) for place, some in found.items()}


async def count_difficulties(
    unit: UnitOfWork, path: str, month: Period, *, until: datetime | None = None
) -> Mapping[Place, tuple[DifficultyCount, ...]]:
    """Returns per category what the month's meetings told of, and all that is open.

    They count where their chapter was in that month; with `until` as they stood then.
    """
    of_month = and_(
        expectation.c.chapter_id == difficulty.c.chapter_id, expectation.c.month == str(month)
    )
    there = func.coalesce(expectation.c.area_id, chapter.c.area_id)
    told = in_month(month)
    waits: ColumnElement[bool] = difficulty.c.state.in_(_OPEN)
    known: ColumnElement[bool] = true()
    if until is not None:
        waits = or_(waits, difficulty.c.solved_at >= until)
        known = difficulty.c.raised_at < until
    rows = await unit.all(
        select(
            there.label("area_id"),
            chapter.c.kind_id,
            difficulty.c.category,
            _count(told).label("raised"),
            _count(waits).label("open"),
        )
        .select_from(difficulty)
        .join(report, report.c.id == difficulty.c.report_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .outerjoin(expectation, of_month)
        .where(
            difficulty.c.state != DifficultyState.WITHDRAWN,
            or_(told, waits),
            known,
            there.in_(inside(path, month.last_day)),
        )
        .group_by(there, chapter.c.kind_id, difficulty.c.category)
    )
    found: dict[Place, list[DifficultyCount]] = defaultdict(list)
    for row in rows:
        one = DifficultyCount(category=row.category, raised=row.raised, open=row.open)
        found[row.area_id, row.kind_id].append(one)
    return {place: tuple(some) for place, some in found.items()}
