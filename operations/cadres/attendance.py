"""The cadre's own word on being at meetings."""

from collections.abc import Collection
from datetime import date, datetime

from domain.policy import Policy
from domain.records import EveningMeeting, Presence
from domain.refusals import BadInput, Closed, NotAllowed
from domain.visits import starts_at
from operations.wording import clock_words, day_words
from storage import UnitOfWork
from storage.cadres import attendance
from storage.maintenance import audit


async def list_evening(unit: UnitOfWork, person_id: int, *, day: date) -> list[EveningMeeting]:
    """Returns the meetings of one day to which a cadre is assigned, to be ticked."""
    return await attendance.list_evening(unit, person_id, day)


async def confirm_attendance(
    unit: UnitOfWork,
    *,
    person_id: int,
    ticked: Collection[int],
    day: date,
    policy: Policy,
    now: datetime,
) -> list[EveningMeeting]:
    """Writes at which of a day's meetings a cadre was; the others stay unconfirmed, not absent.

    Raises BadInput for a meeting that has not begun, NotAllowed for one that is not the
    cadre's that day, Closed once a period is closed; then nothing is changed.
    """
    today = policy.day_of(now)
    if day > today:
        raise BadInput("attendance-ahead", day=day_words(day))
    evening = await attendance.list_evening(unit, person_id, day)
    mine = {meeting.meeting_id for meeting in evening}
    if not set(ticked) <= mine:
        raise NotAllowed("attendance-not-assigned")
    for meeting in evening:
        if today > meeting.closes_on:
            raise Closed("attendance-closed", day=day_words(meeting.closes_on))
    require_begun(
        [meeting for meeting in evening if meeting.meeting_id in ticked], policy=policy, now=now
    )
    await attendance.confirm(unit, person_id, evening=mine, ticked=ticked, now=now)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person_id,
            action="attendance.confirmed",
            subject=f"person:{person_id}",
            before={"meetings": sorted(_attended(evening))},
            after={"day": day.isoformat(), "meetings": sorted(ticked)},
        ),
        now=now,
    )
    return await attendance.list_evening(unit, person_id, day)


def require_begun(meetings: Collection[EveningMeeting], *, policy: Policy, now: datetime) -> None:
    """Raises BadInput if one of the meetings is neither reported as held nor due to have begun."""
    clock = policy.local(now).replace(tzinfo=None)
    for meeting in meetings:
        if not meeting.is_held and starts_at(meeting) > clock:
            raise BadInput(
                "attendance-not-begun",
                meeting=meeting.chapter_name,
                time=clock_words(meeting.start_time),
            )


def _attended(evening: Collection[EveningMeeting]) -> list[int]:
    return [meeting.meeting_id for meeting in evening if meeting.state is Presence.ATTENDED]
