"""What a report on a place and span rests on, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select

from domain.calendar import Period
from domain.chapter_events import EventKind
from domain.periodic_facts import SourceReport, ToldCase, ToldEvent, ToldExemplar, Units
from domain.records import DifficultyState, Presence
from domain.report import PROPOSAL, CadrePresence, ReportState
from storage.directory.areas import below
from storage.directory.chapters import Scope, in_scopes
from storage.directory.pasts import areas_on
from storage.meetings.expectations import owed
from storage.paths import within
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.meetings import attendance, difficulty, meeting, report, topic
from storage.tables.programmes import chapter_event, exemplar
from storage.unit import UnitOfWork

_WORKED_ON = (DifficultyState.OPEN, DifficultyState.PASSED_UP)
_CAME = (CadrePresence.YES, CadrePresence.SUBSTITUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A place, the kinds there that count, and when: days for events, moments for reports."""

    path: str
    scopes: Sequence[Scope]
    first: date
    last: date
    begins: datetime
    ends: datetime
    as_of: date

    def here(self) -> ColumnElement[bool]:
        """Returns the condition that a chapter counts and lies at or below the place today."""
        return and_(in_scopes((), self.scopes), below(self.path))


def _flags() -> dict[str, ColumnElement[bool]]:
    """Returns what a report counts for, by the rules of the figures and indicators."""
    held = report.c.state == ReportState.HELD
    done = report.c.answers["activities"].as_string()
    confirmed = exists().where(
        attendance.c.meeting_id == meeting.c.id,
        attendance.c.state.in_([Presence.ATTENDED, Presence.SUBSTITUTE]),
    )
    other_day = and_(held, report.c.held_on != meeting.c.planned_on)
    on_day = or_(meeting.c.planned_on.is_(None), report.c.held_on == meeting.c.planned_on)
    topical = or_(report.c.topic_id.is_not(None), func.length(report.c.topic_text) > 0)
    return {
        "held": held,
        "on_day": and_(held, on_day),
        "on_time": report.c.on_time.is_(True),
        "late": report.c.on_time.is_(False),
        "not_held": report.c.state == ReportState.NOT_HELD,
        "moved": or_(report.c.state == ReportState.MOVED, other_day),
        "topic": and_(held, topical),
        "discussion": and_(held, done.contains('"discussion"')),
        "dialogue": and_(held, done.contains('"dialogue"')),
        "cadre": and_(held, confirmed),
        "cadre_told": and_(held, report.c.cadre_present.in_(_CAME)),
        "proposals": func.length(report.c.answers["proposal"].as_string()) > 0,
    }


async def list_reports(
    unit: UnitOfWork, path: str, month: Period, scopes: Sequence[Scope]
) -> list[SourceReport]:
    """Returns the reports on the meetings owed for a month, by place and chapter."""
    then = areas_on(month.last_day)
    flags = {name: case((held, 1), else_=0) for name, held in _flags().items()}
    rows = await unit.all(
        select(
            report.c.number,
            chapter.c.name.label("chapter"),
            then.c.name.label("area"),
            func.coalesce(topic.c.title, report.c.topic_text, "").label("topic"),
            func.coalesce(report.c.answers["reason"].as_string(), "").label("reason"),
            func.coalesce(report.c.present, 0).label("present"),
            (report.c.total - report.c.exempt).label("room"),
            *(holds.label(f"is_{name}") for name, holds in flags.items()),
        )
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(topic, topic.c.id == report.c.topic_id)
        .where(owed(path, month), in_scopes((), scopes))
        .order_by(then.c.path, chapter.c.id, meeting.c.ordinal)
    )
    return [
        SourceReport(
            number=row.number,
            chapter=row.chapter,
            area=row.area,
            month=str(month),
            flags=frozenset(name for name in flags if row._mapping[f"is_{name}"]),
            topic=row.topic,
            reason=row.reason,
            present=row.present if row.is_held else 0,
            room=row.room if row.is_held else 0,
        )
        for row in rows
    ]


async def list_missing(
    unit: UnitOfWork, path: str, month: Period, scopes: Sequence[Scope], *, today: date
) -> list[str]:
    """Returns the chapters whose report for a month is overdue, as often as one is missing."""
    then = areas_on(month.last_day)
    rows = await unit.all(
        select(chapter.c.name)
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            owed(path, month),
            in_scopes((), scopes),
            report.c.id.is_(None),
            meeting.c.due_on < today,
        )
        .order_by(then.c.path, chapter.c.id, meeting.c.ordinal)
    )
    return [row.name for row in rows]


async def count_units(unit: UnitOfWork, scopes: Sequence[Scope], day: date) -> list[Units]:
    """Returns how many chapters of each kind there are on a day, and their members."""
    rows = await unit.all(
        select(
            chapter_kind.c.id,
            chapter_kind.c.name,
            func.count().label("units"),
            func.sum(chapter.c.member_count).label("members"),
        )
        .select_from(chapter)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(in_scopes((), scopes), within(chapter.c.valid_from, chapter.c.valid_to, day))
        .group_by(chapter_kind.c.id, chapter_kind.c.name)
        .order_by(chapter_kind.c.id)
    )
    return [Units(kind=row.name, units=row.units, members=int(row.members)) for row in rows]


async def list_cases(unit: UnitOfWork, stretch: Stretch) -> list[ToldCase]:
    """Returns the difficulties and proposals raised, the overdue and passed up ones first."""
    state = difficulty.c.state
    is_late = and_(state.in_(_WORKED_ON), difficulty.c.due_on < stretch.as_of)
    late = case((is_late, 1), else_=0).label("late")
    rows = await unit.all(
        select(
            report.c.number,
            chapter.c.name.label("chapter"),
            difficulty.c.category,
            difficulty.c.text,
            state,
            late,
        )
        .select_from(difficulty)
        .join(report, report.c.id == difficulty.c.report_id)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            state != DifficultyState.WITHDRAWN,
            difficulty.c.raised_at >= stretch.begins,
            difficulty.c.raised_at < stretch.ends,
            stretch.here(),
        )
        .order_by(late.desc(), case((state == DifficultyState.PASSED_UP, 0), else_=1), report.c.id)
    )
    return [
        ToldCase(
            number=row.number,
            chapter=row.chapter,
            category=row.category,
            text=row.text,
            state=DifficultyState(row.state),
            is_overdue=bool(row.late),
        )
        for row in rows
    ]


def is_proposal(one: ToldCase) -> bool:
    """True for what a chapter proposes, which is no difficulty."""
    return one.category == PROPOSAL


async def list_exemplars(unit: UnitOfWork, stretch: Stretch) -> list[ToldExemplar]:
    """Returns the models that were registered or recognised, the recognised ones first."""
    days = (stretch.first, stretch.last)
    recognised = exemplar.c.recognised_on.between(*days)
    registered = exemplar.c.registered_on.between(*days)
    rows = await unit.all(
        select(
            exemplar.c.name,
            chapter.c.name.label("chapter"),
            exemplar.c.registered_on,
            exemplar.c.recognised_on,
        )
        .join(chapter, chapter.c.id == exemplar.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(stretch.here(), or_(recognised, registered))
        .order_by(exemplar.c.recognised_on.is_(None), exemplar.c.id)
    )
    first, last = days
    return [
        ToldExemplar(
            name=row.name,
            chapter=row.chapter,
            was_registered=row.registered_on is not None and first <= row.registered_on <= last,
            was_recognised=row.recognised_on is not None and first <= row.recognised_on <= last,
        )
        for row in rows
    ]


async def list_events(unit: UnitOfWork, stretch: Stretch) -> list[ToldEvent]:
    """Returns what was written down of chapters, by day."""
    rows = await unit.all(
        select(
            chapter_event.c.kind,
            chapter.c.name.label("chapter"),
            chapter_event.c.day,
            chapter_event.c.number,
            chapter_event.c.note,
        )
        .join(chapter, chapter.c.id == chapter_event.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(stretch.here(), chapter_event.c.day.between(stretch.first, stretch.last))
        .order_by(chapter_event.c.day, chapter_event.c.id)
    )
    return [
        ToldEvent(
            kind=EventKind(row.kind),
            chapter=row.chapter,
            day=row.day,
            number=row.number,
            note=row.note or "",
        )
        for row in rows
    ]
