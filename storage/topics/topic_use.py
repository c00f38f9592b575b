"""What chapters spoke of: the meetings of some periods with the topics their reports name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from domain.report import ReportState
from storage.meetings.meetings import expected_day
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Use:
    """One meeting; topic and own words stand once a report says that it was held."""

    meeting_id: int
    chapter_id: int
    period: str
    day: date | None
    topic_id: int | None
    own_words: str | None


async def list_uses(
    unit: UnitOfWork, chapter_ids: Collection[int], periods: Collection[str]
) -> list[Use]:
    """Returns the meetings of chapters in periods, and what each spoke of, by their id."""
    held = (report.c.meeting_id == meeting.c.id) & (report.c.state == ReportState.HELD)
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            meeting.c.chapter_id,
            meeting.c.period,
            expected_day.label("day"),
            report.c.topic_id,
            report.c.topic_text.label("own_words"),
        )
        .outerjoin(report, held)
        .where(
            meeting.c.chapter_id.in_(sorted(chapter_ids)), meeting.c.period.in_(sorted(periods))
        )
        .order_by(meeting.c.id)
    )
    return [Use(**row._mapping) for row in rows]
