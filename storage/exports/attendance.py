"""Who was assigned to which meetings, in pages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from domain.reporting_span import Span
from storage.exports.conditions import OF_CADRE
from storage.exports.extent import Extent, read_page
from storage.meetings.meetings import expected_day
from storage.tables.directory import chapter, person
from storage.tables.grading import meeting_grade
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

_substitute = person.alias("substitute")
_day: ColumnElement[date] = func.coalesce(report.c.held_on, expected_day)


async def list_page(
    unit: UnitOfWork, extent: Extent, span: Span, *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next assignments to meetings of a span, by their ids."""
    columns = (
        table.c.id,
        table.c.meeting_id,
        chapter.c.id.label("chapter_id"),
        chapter.c.name.label("chapter"),
        meeting.c.planned_on,
        table.c.person_id.label("cadre_id"),
        person.c.name.label("cadre"),
        table.c.planned.label("duty"),
        table.c.state,
        table.c.confirmed_at,
        table.c.leader_word.label("chapter_says"),
        meeting_grade.c.grade,
        meeting_grade.c.score_table_id,
        _substitute.c.name.label("remark"),
    )
    every = (
        _of(select(*columns), extent, span)
        .join(person, person.c.id == table.c.person_id)
        .outerjoin(_substitute, _substitute.c.id == table.c.substitute_id)
        .outerjoin(meeting_grade, OF_CADRE)
    )
    return await read_page(unit, extent, every, table.c.id, after=after)


def _of(chosen: Select[Any], extent: Extent, span: Span) -> Select[Any]:
    return (
        chosen.select_from(table)
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(extent.here(), _day.between(span.first_day, span.last_day))
    )


async def count(unit: UnitOfWork, extent: Extent, span: Span) -> int:
    """Returns how many there are."""
    return int(await unit.scalar(_of(select(func.count()), extent, span)) or 0)
