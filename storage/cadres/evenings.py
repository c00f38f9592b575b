"""The evenings on which a cadre was expected, and a word other than "I was there"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, select, update

from domain.meetings import MeetingState
from domain.records import Presence
from storage.meetings.meetings import expected_day, has_begun, taken_until
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Evening:
    """A day with meetings of a cadre's; `open` of them have no word yet."""

    day: date
    open: int


async def list_evenings(
    unit: UnitOfWork, person_id: int, *, first: date, clock: datetime
) -> list[Evening]:
    """Returns a cadre's days since `first` that can be confirmed, the newest first.

    What has not begun on the local clock does not count.
    """
    day = func.coalesce(report.c.held_on, expected_day)
    unsaid = func.sum(case((table.c.state == Presence.UNCONFIRMED, 1), else_=0))
    rows = await unit.all(
        select(day.label("day"), unsaid.label("open"))
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            table.c.person_id == person_id,
            meeting.c.state != MeetingState.NOT_HELD,
            taken_until >= clock.date(),
            day >= first,
            has_begun(day, clock),
        )
        .group_by(day)
        .order_by(day.desc())
    )
    return [Evening(row.day, row.open) for row in rows]


async def mark(
    unit: UnitOfWork, person_id: int, states: Mapping[int, Presence], *, now: datetime
) -> None:
    """Writes a cadre's word on single meetings; UNCONFIRMED takes it back."""
    for meeting_id, state in states.items():
        said = state is not Presence.UNCONFIRMED
        await unit.run(
            update(table)
            .where(table.c.person_id == person_id, table.c.meeting_id == meeting_id)
            .values(
                state=state,
                confirmed_at=now if said else None,
                confirmed_by=person_id if said else None,
            )
        )
