"""Meetings ahead, for those who lead chapters and those who look after them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from domain.people import Post, Role
from domain.visits import Intent
from operations.access import REPORTING, held, reach, scopes
from operations.namesakes import name_chapters
from storage import UnitOfWork
from storage.cadres import visits
from storage.meetings import schedules
from storage.meetings.schedules import ScheduledMeeting

AHEAD = timedelta(days=14)
# A leader's next meeting may be as far away as a quarter.
AHEAD_FOR_LEADER = timedelta(days=100)


async def list_for_cadre(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[ScheduledMeeting]:
    """Returns the meetings of the chapters a cadre looks after in the next two weeks."""
    return await _list(unit, held(posts, {Role.CADRE}, today), today, today + AHEAD)


async def list_for_leader(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[ScheduledMeeting]:
    """Returns the next meeting of each chapter somebody reports for."""
    found = await _list(unit, held(posts, REPORTING, today), today, today + AHEAD_FOR_LEADER)
    following = {scheduled.chapter_id: scheduled for scheduled in reversed(found)}
    return sorted(
        following.values(), key=lambda value: (value.day, value.start_time, value.chapter_id)
    )


async def list_guests(unit: UnitOfWork, meeting_ids: Collection[int]) -> dict[int, str]:
    """Returns who has said they will attend meetings, or is sent, as names by meeting."""
    names: dict[int, list[str]] = defaultdict(list)
    for visit in await visits.list_of_meetings(unit, meeting_ids):
        if visit.intent is Intent.COMING:
            names[visit.meeting_id].append(visit.person_name)
        elif visit.intent is Intent.SENDING and visit.substitute_name:
            names[visit.meeting_id].append(visit.substitute_name)
    return {number: ", ".join(found) for number, found in names.items()}


async def _list(
    unit: UnitOfWork, posts: Sequence[Post], first: date, last: date
) -> list[ScheduledMeeting]:
    far = reach(posts, first)
    found = await schedules.list_between(
        unit, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far), first=first, last=last
    )
    return await name_chapters(unit, found)
