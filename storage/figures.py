"""The figures of a month, counted by the database: a few statements whatever the size."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, or_, select

from domain.calendar import Period, period_of
from domain.chapters import Recording
from domain.figures import DifficultyCount, Figures, TopicCount
from domain.meetings import MeetingType
from domain.records import DifficultyState, Presence
from domain.report import CadrePresence, ReportState
from storage.areas import below
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.meetings import attendance, difficulty, meeting, report, topic
from storage.unit import Unit

_OPEN = (DifficultyState.OPEN, DifficultyState.PASSED_UP)
_CAME = (CadrePresence.YES, CadrePresence.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of one kind in one area itself."""

    area_id: int
    kind: str
    figures: Figures


def in_month(month: Period) -> ColumnElement[bool]:
    """Returns the condition that a meeting counts in a month (see `domain.figures`)."""
    parts: list[ColumnElement[bool]] = [meeting.c.period == str(month)]
    for months in (2, 3):
        longer = period_of(month.first_day, months)
        day = meeting.c.planned_on
        inside: ColumnElement[bool] = day.between(month.first_day, month.last_day)
        if month.first_day == longer.first_day:
            inside = or_(inside, day < month.first_day)
        if month.last_day == longer.last_day:
            inside = or_(inside, day > month.last_day, day.is_(None))
        parts.append(and_(meeting.c.period == str(longer), inside))
    return or_(*parts)


def _chapters_at(path: str, month: Period) -> ColumnElement[bool]:
    """Returns the condition that a chapter is counted: recorded, and valid in the month."""
    return and_(
        below(path),
        chapter_kind.c.recording != Recording.OFF,
        chapter.c.valid_from <= month.last_day,
        or_(chapter.c.valid_to.is_(None), chapter.c.valid_to >= month.first_day),
    )


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
        "chapters": func.count(chapter.c.id.distinct()),
        "meeting": func.count(meeting.c.chapter_id.distinct()),
        "expected": func.count(meeting.c.id),
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
    """Returns the figures of a month per area and kind, at `path` and below."""
    figures = {name: column.label(name) for name, column in _figures(as_of).items()}
    regular = and_(
        meeting.c.chapter_id == chapter.c.id,
        meeting.c.type == MeetingType.REGULAR,
        in_month(month),
    )
    rows = await unit.all(
        select(chapter.c.area_id, chapter_kind.c.name.label("kind"), *figures.values())
        .join(area, area.c.id == chapter.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(meeting, regular)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(_chapters_at(path, month))
        .group_by(chapter.c.area_id, chapter_kind.c.id, chapter_kind.c.name, area.c.path)
        .order_by(area.c.path, chapter_kind.c.id)
    )
    return [
        Counted(row.area_id, row.kind, Figures(**{name: row._mapping[name] for name in figures}))
        for row in rows
    ]


async def count_topics(unit: Unit, path: str, month: Period) -> list[TopicCount]:
    """Returns how often each given topic was treated in a month, the most used first."""
    meetings = func.count().label("meetings")
    chapters = func.count(meeting.c.chapter_id.distinct()).label("chapters")
    rows = await unit.all(
        select(topic.c.title, meetings, chapters)
        .select_from(report)
        .join(topic, topic.c.id == report.c.topic_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            _chapters_at(path, month),
            in_month(month),
            meeting.c.type == MeetingType.REGULAR,
            report.c.state == ReportState.HELD,
        )
        .group_by(topic.c.title)
        .order_by(func.count().desc(), topic.c.title)
    )
    return [TopicCount(**row._mapping) for row in rows]


async def count_difficulties(unit: Unit, path: str, month: Period) -> list[DifficultyCount]:
    """Returns per category what the month's meetings told of, and all that is open."""
    raised = _count(in_month(month)).label("raised")
    still_open = _count(difficulty.c.state.in_(_OPEN)).label("open")
    rows = await unit.all(
        select(difficulty.c.category, raised, still_open)
        .select_from(difficulty)
        .join(report, report.c.id == difficulty.c.report_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            below(path),
            difficulty.c.state != DifficultyState.WITHDRAWN,
            or_(in_month(month), difficulty.c.state.in_(_OPEN)),
        )
        .group_by(difficulty.c.category)
        .order_by(difficulty.c.category)
    )
    return [DifficultyCount(**row._mapping) for row in rows]
