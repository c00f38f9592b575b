"""What a report on a place and span rests on, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, case, func, or_, select

from domain.calendar import Period
from domain.chapter_events import EventKind
from domain.periodic_facts import SourceReport, ToldCase, ToldEvent, ToldExemplar, Units
from domain.records import DifficultyState
from storage.directory.chapters import Scope, in_scopes
from storage.directory.pasts import areas_on
from storage.figures.conditions import COUNTS_FOR
from storage.figures.within import Within, here, overdue, raised
from storage.meetings.expectations import owed
from storage.paths import within
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.meetings import difficulty, meeting, report, topic
from storage.tables.programmes import chapter_event, exemplar
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports on a month's meetings, and the chapters of those that are overdue."""

    reports: tuple[SourceReport, ...]
    missing: tuple[str, ...]


async def list_sources(
    unit: UnitOfWork, path: str, month: Period, scopes: Sequence[Scope], *, today: date
) -> Sources:
    """Returns what came and what is overdue of the meetings owed, by place and chapter.

    A chapter is named as often as a report of it is missing.
    """
    then = areas_on(month.last_day)
    is_told = report.c.id.is_not(None)
    rows = await unit.all(
        select(
            is_told.label("is_told"),
            report.c.number,
            chapter.c.name.label("chapter"),
            then.c.name.label("area"),
            func.coalesce(topic.c.title, report.c.topic_text, "").label("topic"),
            func.coalesce(report.c.answers["reason"].as_string(), "").label("reason"),
            func.coalesce(report.c.present, 0).label("present"),
            (report.c.total - report.c.exempt).label("room"),
            *(case((holds, 1), else_=0).label(f"is_{name}") for name, holds in COUNTS_FOR.items()),
        )
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(topic, topic.c.id == report.c.topic_id)
        .where(owed(path, month), in_scopes((), scopes), or_(is_told, meeting.c.due_on < today))
        .order_by(then.c.path, chapter.c.id, meeting.c.ordinal)
    )
    return Sources(
        reports=tuple(_report(row, month) for row in rows if row.is_told),
        missing=tuple(row.chapter for row in rows if not row.is_told),
    )


def _report(row: Row[Any], month: Period) -> SourceReport:
    return SourceReport(
        number=row.number,
        chapter=row.chapter,
        area=row.area,
        month=str(month),
        flags=frozenset(name for name in COUNTS_FOR if row._mapping[f"is_{name}"]),
        topic=row.topic,
        reason=row.reason,
        present=row.present if row.is_held else 0,
        room=row.room if row.is_held else 0,
    )


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


def _of_chapters(told: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """Returns what is told of chapters, with their names and joined with their places."""
    return (
        select(chapter.c.name.label("chapter"), *columns)
        .select_from(told)
        .join(chapter, chapter.c.id == told.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
    )


async def list_cases(unit: UnitOfWork, asked: Within) -> list[ToldCase]:
    """Returns the difficulties and proposals raised, the overdue and passed up ones first."""
    state = difficulty.c.state
    passed_up = case((state == DifficultyState.PASSED_UP, 0), else_=1)
    late = case((overdue(), 1), else_=0).label("late")
    what = (report.c.number, difficulty.c.category, difficulty.c.text, state, late)
    rows = await unit.all(
        _of_chapters(difficulty, *what)
        .join(report, report.c.id == difficulty.c.report_id)
        .where(raised(asked.kinds))
        .order_by(late.desc(), passed_up, report.c.id),
        asked.values(),
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


async def list_exemplars(unit: UnitOfWork, asked: Within) -> list[ToldExemplar]:
    """Returns the models that were registered or recognised, the recognised ones first."""
    days = (asked.first, asked.last)
    registered, recognised = exemplar.c.registered_on, exemplar.c.recognised_on
    rows = await unit.all(
        _of_chapters(exemplar, exemplar.c.name, registered, recognised)
        .where(here(asked.kinds), or_(recognised.between(*days), registered.between(*days)))
        .order_by(recognised.is_(None), exemplar.c.id),
        asked.values(),
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


async def list_events(unit: UnitOfWork, asked: Within) -> list[ToldEvent]:
    """Returns what was written down of chapters, by day."""
    event = chapter_event.c
    rows = await unit.all(
        _of_chapters(chapter_event, event.kind, event.day, event.number, event.note)
        .where(here(asked.kinds), event.day.between(asked.first, asked.last))
        .order_by(event.day, event.id),
        asked.values(),
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
