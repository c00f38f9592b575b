"""Meetings outside the plan, added by the chapter itself, and taken back by it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.calendar import period_of
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState, MeetingType, subject_of
from domain.people import Post
from domain.refusals import Conflict, NotFound
from domain.report import check_meeting_date
from operations.cadres.assignment import cadres_of, ensure_attendance
from operations.context import ActorContext
from operations.meetings.planning_context import deadlines_at
from operations.reports.opening import get_reported_chapter, reporter_of, require_open
from storage import UnitOfWork
from storage.maintenance import audit
from storage.meetings import meetings
from storage.messages import outbox


async def add_extraordinary(
    context: ActorContext, chapter_id: int, day: date, kind: MeetingType
) -> Meeting:
    """Adds a meeting outside the plan; asked twice for one day it returns the same one.

    Raises NotFound, NotAllowed, BadInput for an impossible day, Closed for a closed period,
    and Conflict if another was added at the same moment.
    """
    unit, today = context.unit, context.today
    chapter = await get_reported_chapter(unit, context.posts, chapter_id, today=today)
    check_meeting_date(day, today=today, may_be_ahead=True)
    for known in await meetings.list_open(unit, [chapter_id], today=today):
        if (known.type, known.planned_on, known.state) == (kind, day, MeetingState.PLANNED):
            return known
    period = period_of(day, chapter.frequency)
    deadlines = await deadlines_at(unit, chapter.area_path, policy=context.policy)
    due_on, closes_on = deadlines.of(period, day)
    ordinal = await meetings.last_ordinal(unit, chapter_id, period=str(period), kind=kind) + 1
    new = Meeting(
        id=0,
        chapter_id=chapter_id,
        type=kind,
        period=period,
        ordinal=ordinal,
        planned_on=day,
        start_time=chapter.start_time,
        duration_min=chapter.duration_min,
        place=chapter.place,
        state=MeetingState.PLANNED,
        due_on=due_on,
        closes_on=closes_on,
    )
    require_open(new, today)
    added = await _add(unit, new)
    await ensure_attendance(unit, added, await cadres_of(unit, chapter_id, day=day))
    _note(unit, added, day, person_id=context.actor.id, now=context.now)
    return added


async def list_extraordinary(unit: UnitOfWork, chapter_id: int, *, today: date) -> list[Meeting]:
    """Returns a chapter's meetings outside the plan that nobody has reported yet."""
    return [
        meeting
        for meeting in await meetings.list_open(unit, [chapter_id], today=today)
        if meeting.type is not MeetingType.REGULAR and meeting.state is MeetingState.PLANNED
    ]


async def drop_extraordinary(
    unit: UnitOfWork,
    *,
    person_id: int,
    posts: Sequence[Post],
    meeting_id: int,
    today: date,
    now: datetime,
) -> Chapter:
    """Takes a meeting outside the plan back; returns its chapter.

    Raises NotFound for one of the plan, and Conflict once a report was begun or sent.
    """
    meeting, chapter, _ = await reporter_of(unit, posts, meeting_id, today=today)
    if meeting.type is MeetingType.REGULAR:
        raise NotFound("not-in-sight")
    if not await meetings.remove_planned(unit, [meeting_id]):
        raise Conflict("extra-begun")
    await outbox.cancel(unit, [subject_of(meeting_id)], now=now)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person_id,
            action="meeting.dropped",
            subject=f"chapter:{chapter.id}",
            before={"day": str(meeting.day), "type": str(meeting.type)},
        ),
        now=now,
    )
    return chapter


def _note(unit: UnitOfWork, added: Meeting, day: date, *, person_id: int, now: datetime) -> None:
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person_id,
            action="meeting.added",
            subject=subject_of(added.id),
            after={"day": day.isoformat(), "type": str(added.type)},
        ),
        now=now,
    )


async def _add(unit: UnitOfWork, meeting: Meeting) -> Meeting:
    added = await meetings.add_all(unit, [meeting])
    if not added:
        raise Conflict("meeting-just-added")
    return replace(meeting, id=added[0])
