"""Answers to offices' questions, one by one, in pages."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, true

from storage.exports.extent import Extent, read_page
from storage.meetings.meetings import counted_day
from storage.tables.directory import chapter, chapter_kind
from storage.tables.meetings import meeting
from storage.tables.questionnaires import questionnaire
from storage.tables.questionnaires import questionnaire_answer as table
from storage.tables.questionnaires import questionnaire_response as response
from storage.unit import UnitOfWork

_COLUMNS = (
    table.c.id,
    table.c.questionnaire_id,
    questionnaire.c.title.label("questionnaire"),
    questionnaire.c.purpose,
    response.c.version,
    table.c.chapter_id,
    chapter.c.name.label("chapter"),
    chapter_kind.c.name.label("kind"),
    chapter.c.area_id,
    response.c.meeting_id,
    *(table.c[name] for name in ("question", "amount", "day", "clock", "choice", "words")),
    table.c.attachment_id,
    response.c.at,
    table.c.round,
)


def _of(
    chosen: Select[Any],
    extent: Extent,
    days: tuple[date, date],
    moments: tuple[datetime, datetime],
) -> Select[Any]:
    """With a report an answer is of the day of its meeting, else of when it was given."""
    alone = and_(response.c.at >= moments[0], response.c.at < moments[1])
    return (
        chosen.select_from(table)
        .join(response, response.c.id == table.c.response_id)
        .join(questionnaire, questionnaire.c.id == table.c.questionnaire_id)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(meeting, meeting.c.id == response.c.meeting_id)
        .where(
            extent.here(),
            _changed(extent.since),
            or_(counted_day.between(*days), and_(response.c.meeting_id.is_(None), alone)),
        )
    )


def _changed(since: datetime | None) -> ColumnElement[bool]:
    return true() if since is None else response.c.at >= since


async def list_page(
    unit: UnitOfWork,
    extent: Extent,
    *,
    days: tuple[date, date],
    moments: tuple[datetime, datetime],
    after: int,
) -> Sequence[Row[Any]]:
    """Returns the next answers of some days, by their ids."""
    every = _of(select(*_COLUMNS), extent, days, moments)
    return await read_page(unit, extent, every, table.c.id, after=after)


async def count(
    unit: UnitOfWork,
    extent: Extent,
    *,
    days: tuple[date, date],
    moments: tuple[datetime, datetime],
) -> int:
    """Returns how many there are."""
    return int(await unit.scalar(_of(select(func.count()), extent, days, moments)) or 0)
