"""A meeting moves or falls out: what was said of it holds no more, and those who said it hear."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from domain.news import News, Section
from domain.policy import Policy
from domain.visits import Visit
from operations.cadres.buttons import ShowVisit
from operations.context import ActorContext
from operations.facts import MeetingMoved
from operations.news import add_news
from operations.wording import day_words
from storage import UnitOfWork
from storage.cadres import visits

_SOON = timedelta(days=1)


async def list_said(unit: UnitOfWork, meeting_ids: Collection[int]) -> list[Visit]:
    """Returns the visits of which something was said, as they stand before a change."""
    found = await visits.list_of_meetings(unit, meeting_ids)
    return [visit for visit in found if visit.intent is not None]


async def follow_move(context: ActorContext, fact: MeetingMoved) -> None:
    """Does for one meeting what `follow_moves` does for those that a plan moves."""
    said = await list_said(context.unit, [fact.meeting.id])
    days = {fact.meeting.id: fact.day}
    await follow_moves(context.unit, said, days, policy=context.policy, now=context.now)


async def follow_moves(
    unit: UnitOfWork,
    said: Sequence[Visit],
    days: Mapping[int, date | None],
    *,
    policy: Policy,
    now: datetime,
) -> None:
    """Asks anew for the meetings that are on other days now, and tells of those that fall out.

    `days` holds the new day of each meeting that changed, None for one that will not be.
    """
    today = policy.day_of(now)
    gone = [visit for visit in said if days.get(visit.meeting_id, visit.day) != visit.day]
    await visits.forget(unit, {visit.meeting_id for visit in gone if days[visit.meeting_id]})
    lines = [
        line
        for visit in gone
        if visit.day >= today
        for line in _lines(visit, days[visit.meeting_id], today, now)
    ]
    await add_news(unit, lines, now=now)


def _lines(visit: Visit, day: date | None, today: date, now: datetime) -> Iterator[News]:
    for person_id in visit.people:
        if visit.may_go(person_id):
            yield News(
                person_id=person_id,
                section=Section.VISITS,
                key="visit-told-moved" if day else "visit-told-off",
                args={
                    "chapter": visit.chapter_name,
                    "day": day_words(visit.day),
                    "new": day_words(day) if day else "",
                },
                command=ShowVisit(visit.meeting_id).key
                if _is_own(visit, person_id, day)
                else None,
                label_key="visit-button-open" if _is_own(visit, person_id, day) else None,
                dedupe_key=f"visit-moved:{visit.meeting_id}:{person_id}:{int(now.timestamp())}",
                urgent=visit.day - today <= _SOON,
            )


def _is_own(visit: Visit, person_id: int, day: date | None) -> bool:
    return day is not None and person_id == visit.person_id
