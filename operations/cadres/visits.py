"""What a cadre says of a meeting still to come: will attend, cannot, or sends somebody."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.chapters import Chapter, ids_of, path_of
from domain.meetings import subject_of
from domain.names import name_sort_key
from domain.people import Person, Role
from domain.policy import Policy
from domain.refusals import Closed, Conflict, NotAllowed, NotFound
from domain.visits import Intent, Visit, starts_at
from operations.cadres.visit_news import tell_of_visits
from operations.context import ActorContext
from operations.namesakes import name_chapters
from operations.wording import day_words
from storage import UnitOfWork
from storage.cadres import visits
from storage.directory import chapters
from storage.maintenance import audit
from storage.people import people

DAYS_AHEAD = 14


async def list_visits(
    unit: UnitOfWork, person_id: int, *, today: date, days: int = DAYS_AHEAD
) -> list[Visit]:
    """Returns the meetings of today and the next days to which somebody is assigned or sent."""
    last = today + timedelta(days=days)
    return await named_visits(
        unit, await visits.list_between(unit, first=today, last=last, person_id=person_id)
    )


async def named_visits(unit: UnitOfWork, found: Sequence[Visit]) -> list[Visit]:
    """Returns visits with the place added to the names that several chapters share."""
    return await name_chapters(unit, found)


async def get_visit(unit: UnitOfWork, person_id: int, meeting_id: int) -> Visit:
    """Returns one's own visit of a meeting still to be reported; raises NotFound."""
    found = await visits.list_of_meetings(unit, [meeting_id])
    mine = [visit for visit in found if person_id in visit.people]
    if not mine:
        raise NotFound("visit-not-yours")
    return next((visit for visit in mine if visit.person_id == person_id), mine[0])


async def list_candidates(unit: UnitOfWork, visit: Visit) -> list[Person]:
    """Returns who could go instead of the cadre, by name."""
    chapter = await chapters.find(unit, visit.chapter_id)
    if chapter is None:
        return []
    ids = await visits.list_candidates(
        unit, chapter, around=await _around(unit, chapter, visit.day), day=visit.day
    )
    known = await people.persons(unit, set(ids) - set(visit.people))
    return sorted(known.values(), key=lambda value: name_sort_key(value.name))


async def _around(unit: UnitOfWork, chapter: Chapter, day: date) -> str:
    """Returns the place whose staff look after a chapter, its own place for want of any."""
    found = await people.holders(unit, [chapter.id], roles=[Role.STAFF], day=day)
    desks = {holder.post.area_id for holder in found.get(chapter.id, ())}
    path = ids_of(chapter.area_path)
    last = max((place for place, step in enumerate(path) if step in desks), default=len(path) - 1)
    return path_of(path[: last + 1])


async def answer_visit(
    context: ActorContext, meeting_id: int, intent: Intent, *, substitute_id: int | None = None
) -> Visit:
    """Writes a cadre's answer; leaders and whoever is sent are told.

    Who is sent can only decline: the visit is the cadre's again. Raises NotFound for a meeting
    that is not theirs, Closed for one that has begun, NotAllowed for somebody who cannot be
    sent, Conflict if another answer came meanwhile.
    """
    unit, by = context.unit, context.actor
    before = await get_visit(unit, by.id, meeting_id)
    _require_ahead(before, context.policy, context.now)
    if by.id != before.person_id:
        if intent is not Intent.DECLINED:
            raise NotAllowed("visit-only-decline")
        after = replace(before, intent=None, substitute_id=None, substitute_name=None)
    elif intent is Intent.SENDING:
        after = await _sending(unit, before, substitute_id)
    else:
        after = replace(before, intent=intent, substitute_id=None, substitute_name=None)
    if after != before:
        await _write(context, before, after)
        await tell_of_visits(unit, [(before, after)], policy=context.policy, now=context.now)
    return after


async def _sending(unit: UnitOfWork, before: Visit, substitute_id: int | None) -> Visit:
    candidates = {person.id: person for person in await list_candidates(unit, before)}
    if substitute_id == before.substitute_id and substitute_id is not None:
        return before
    if substitute_id not in candidates:
        raise NotAllowed("visit-not-a-substitute")
    sent = candidates[substitute_id]
    return replace(before, intent=Intent.SENDING, substitute_id=sent.id, substitute_name=sent.name)


async def accept_visits(context: ActorContext, meeting_ids: Collection[int]) -> list[Visit]:
    """Says of many meetings at once that one will attend; those no longer possible are left."""
    clock = _clock(context.policy, context.now)
    found = [
        visit
        for visit in await visits.list_of_meetings(context.unit, meeting_ids)
        if visit.person_id == context.actor.id and starts_at(visit) > clock
    ]
    changes = [
        (visit, replace(visit, intent=Intent.COMING, substitute_id=None, substitute_name=None))
        for visit in found
        if visit.intent is not Intent.COMING
    ]
    for before, after in changes:
        await _write(context, before, after)
    await tell_of_visits(context.unit, changes, policy=context.policy, now=context.now)
    return found


def _require_ahead(visit: Visit, policy: Policy, now: datetime) -> None:
    if starts_at(visit) <= _clock(policy, now):
        raise Closed("visit-over", chapter=visit.chapter_name, day=day_words(visit.day))


def _clock(policy: Policy, now: datetime) -> datetime:
    return policy.local(now).replace(tzinfo=None)


async def _write(context: ActorContext, before: Visit, after: Visit) -> None:
    if not await visits.say(context.unit, before, after, now=context.now):
        raise Conflict("visit-changed-meanwhile")
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="visit.answered",
            subject=subject_of(before.meeting_id),
            before=_noted(before),
            after=_noted(after),
        ),
        now=context.now,
    )


def _noted(visit: Visit) -> dict[str, str | int | None]:
    said = str(visit.intent) if visit.intent else None
    return {"cadre": visit.person_id, "said": said, "sent": visit.substitute_id}
