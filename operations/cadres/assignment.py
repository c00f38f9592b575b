"""Keeps the rows of attendance in step with who is assigned to which chapter."""

from collections.abc import Collection, Iterable
from datetime import date

from domain.meetings import Meeting
from domain.people import Role
from operations.context import ActorContext
from operations.facts import PostsChanged, ReportTaken
from storage import UnitOfWork
from storage.cadres import assigned, attendance
from storage.people import people
from storage.people.people import Holder


def on_duty(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Returns the holders without those for whom another of them stands in."""
    there = tuple(holders)
    away = {holder.post.stands_in_for for holder in there}
    return tuple(holder for holder in there if holder.post.id not in away)


async def cadres_of(unit: UnitOfWork, chapter_id: int, *, day: date) -> tuple[Holder, ...]:
    """Returns the cadres who look after a chapter on `day`, a stand-in instead of the absent."""
    found = await people.holders(unit, [chapter_id], roles=[Role.CADRE], day=day)
    return on_duty(found.get(chapter_id, ()))


async def sync_attendance(unit: UnitOfWork, area_ids: Collection[int], *, today: date) -> None:
    """Gives every meeting still ahead, of some areas' own chapters, its cadres of today.

    That is a row for each who is assigned and not on leave that day, and no others but those
    about which something was said.
    """
    await unit.flush()
    await assigned.sync(unit, area_ids, today=today)


async def ensure_attendance(
    unit: UnitOfWork, meeting: Meeting, cadres: Collection[Holder]
) -> None:
    """Makes the missing rows of one meeting."""
    await attendance.ensure(unit, {(meeting.id, holder.person.id) for holder in cadres})


async def expect_cadres(context: ActorContext, fact: ReportTaken) -> None:
    """Makes the missing rows of a meeting that was reported, for the cadres of its day."""
    day = fact.report.answers.held_date or context.today
    cadres = await cadres_of(context.unit, fact.chapter.id, day=day)
    await ensure_attendance(context.unit, fact.meeting, cadres)


async def expect_todays_cadres(context: ActorContext, fact: PostsChanged) -> None:
    """Has the meetings ahead expect today's cadres, in the whole place of a chapter."""
    await sync_attendance(context.unit, [fact.chapter.area_id], today=context.today)
