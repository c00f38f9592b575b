"""Reports of a month, by chapter: those the figures count, and those of added meetings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, true, tuple_

from domain.calendar import Period
from domain.people import Role
from storage.exports.conditions import OF_CADRE
from storage.exports.extent import Extent
from storage.exports.meetings import FIRST, Place, of_month
from storage.tables.directory import chapter, chapter_kind, post
from storage.tables.grading import meeting_grade, report_review
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report, topic
from storage.unit import UnitOfWork

_LAST_REVIEW = (
    select(report_review.c.action)
    .where(report_review.c.report_id == report.c.id)
    .order_by(report_review.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# In which role somebody typed it for another.
_TYPED_AS = (
    select(post.c.role)
    .where(post.c.person_id == report.c.typed_by, post.c.role.in_((Role.CADRE, Role.STAFF)))
    .order_by(post.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_COLUMNS: tuple[ColumnElement[Any], ...] = (
    meeting.c.id.label("meeting_id"),
    chapter.c.id.label("chapter_id"),
    chapter.c.name.label("chapter"),
    chapter_kind.c.name.label("kind"),
    meeting.c.planned_on,
    meeting.c.type,
    *(
        report.c[name]
        for name in (
            *("number", "held_on", "state", "on_time", "first_sent_at", "sent_at", "version"),
            *("present", "total", "exempt", "cadre_present", "answers", "role", "typed_by"),
        )
    ),
    func.coalesce(topic.c.title, report.c.topic_text, "").label("topic"),
    _LAST_REVIEW.label("review"),
    func.coalesce(_TYPED_AS, report.c.role).label("typed_by_role"),
    meeting_grade.c.grade,
    meeting_grade.c.score_table_id,
)


async def list_page(
    unit: UnitOfWork, extent: Extent, month: Period, *, after: Place
) -> Sequence[Row[Any]]:
    """Returns the next reports of a month, each with the area where its chapter counts."""
    keys = _keys(extent, month, after).subquery()
    return await unit.all(
        select(*_COLUMNS, keys.c.area_id)
        .select_from(keys)
        .join(meeting, meeting.c.id == keys.c.meeting_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(topic, topic.c.id == report.c.topic_id)
        .outerjoin(meeting_grade, OF_CADRE)
        .order_by(keys.c.chapter_id, keys.c.meeting_id)
    )


def _keys(extent: Extent, month: Period, after: Place) -> Any:  # noqa: ANN401 - SQLAlchemy's own
    """Returns which reports a page has: what is sorted is only their numbers."""
    columns = (meeting.c.chapter_id, meeting.c.id.label("meeting_id"), expectation.c.area_id)
    return (
        of_month(select(*columns), extent, month)
        .where(
            report.c.id.is_not(None),
            _changed(extent.since),
            tuple_(meeting.c.chapter_id, meeting.c.id) > after,
        )
        .order_by(meeting.c.chapter_id, meeting.c.id)
        .limit(extent.page)
    )


def _changed(since: datetime | None) -> ColumnElement[bool]:
    """Returns the condition that a report was sent, looked at or graded since a moment."""
    if since is None:
        return true()
    looked_at = select(report_review.c.id).where(
        report_review.c.report_id == report.c.id, report_review.c.at >= since
    )
    graded = select(meeting_grade.c.id).where(OF_CADRE, meeting_grade.c.at >= since)
    return or_(report.c.sent_at >= since, looked_at.exists(), graded.exists())


async def count(unit: UnitOfWork, extent: Extent, month: Period) -> int:
    """Returns how many reports a month has."""
    every = _keys(extent, month, FIRST).limit(None).order_by(None).subquery()
    return int(await unit.scalar(select(func.count()).select_from(every)) or 0)
