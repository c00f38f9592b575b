"""The figures of a month, counted by the database: one statement whatever the size."""

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
)

from domain.expectations import Reason
from domain.figures import Counted
from domain.meetings import MeetingType
from domain.report import CadrePresence
from storage.figures.cells import (
    AS_OF,
    BY_PART,
    MONTH,
    UNTIL,
    Asked,
    Shape,
    count_of,
    counted_of,
    sum_of,
    with_kinds,
)
from storage.figures.conditions import CONFIRMED, COUNTS_FOR, HELD, SAID
from storage.figures.parts import parts
from storage.meetings.meetings import in_given_month
from storage.tables.directory import chapter
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

_OTHER = meeting.alias("other_meeting")


async def count_cells(unit: UnitOfWork, asked: Asked, shape: Shape = BY_PART) -> list[Counted]:
    """Returns the figures of a month per part and kind.

    What is owed comes from the stored expectations; only meetings owed are counted against it.
    """
    rows = await unit.all(_statement(shape), asked.values())
    return [counted_of(row) for row in rows]


@cache
def _statement(shape: Shape) -> Select[Any]:
    """Returns the statement, which takes longer to write than to run in a commune."""
    part = parts(shape.grouping)
    of_chapter = and_(
        meeting.c.chapter_id == expectation.c.chapter_id,
        expectation.c.expected > 0,
        is_owed(meeting),
    )
    in_time = and_(report.c.meeting_id == meeting.c.id, report.c.first_sent_at < UNTIL)
    return with_kinds(
        select(
            part.c.part_id,
            chapter.c.kind_id,
            *(column.label(name) for name, column in (_owing() | _told(shape)).items()),
        )
        .select_from(part)
        .join(expectation, expectation.c.area_id == part.c.area_id)
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .outerjoin(meeting, of_chapter)
        .outerjoin(report, in_time)
        .where(expectation.c.month == MONTH, shape.counts(part.c.area_id))
        .group_by(part.c.part_id, chapter.c.kind_id)
        .subquery()
    )


def is_owed(meetings: FromClause) -> ColumnElement[bool]:
    """Returns the condition that a meeting of a chapter that owes some is one of these."""
    return and_(meetings.c.type == MeetingType.REGULAR, in_given_month(meetings))


def _first_of_chapter() -> ColumnElement[bool]:
    """Holds once for each chapter, which has a row for each of its meetings."""
    first: ScalarSelect[int] = (
        select(func.min(_OTHER.c.id))
        .where(_OTHER.c.chapter_id == expectation.c.chapter_id, is_owed(_OTHER))
        .scalar_subquery()
    )
    return or_(expectation.c.expected <= 1, meeting.c.id.is_(None), meeting.c.id == first)


def _owing() -> dict[str, ColumnElement[int]]:
    """Returns what chapters owe, and why they owe nothing."""
    first, reason = _first_of_chapter(), expectation.c.reason
    found = {
        "chapters": count_of(first),
        "meeting": count_of(and_(reason == Reason.EXPECTED, first)),
        "expected": sum_of(case((first, expectation.c.expected), else_=0)),
    }
    # Who owes nothing has no meetings, and one row.
    idle = (literal for literal in Reason if literal is not Reason.EXPECTED)
    return found | {str(why): count_of(reason == why) for why in idle}


def _told(shape: Shape) -> dict[str, ColumnElement[int]]:
    """Returns what the meetings owed came to."""
    counted = and_(HELD, report.c.present.is_not(None))
    room = report.c.total - report.c.exempt
    assigned = report.c.cadre_present != CadrePresence.NONE
    without_report = and_(meeting.c.id.is_not(None), report.c.id.is_(None))
    return {
        **{name: count_of(condition) for name, condition in COUNTS_FOR.items()},
        **({name: literal(0) for name in SAID} if shape.brief else {}),
        "missing": count_of(and_(without_report, meeting.c.due_on < AS_OF)),
        "present": sum_of(case((counted, report.c.present), else_=0)),
        "room": sum_of(case((counted, room), else_=0)),
        "cadre_asked": count_of(and_(HELD, or_(assigned, CONFIRMED))),
    }
