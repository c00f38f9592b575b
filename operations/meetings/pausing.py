"""Pauses: nothing is planned, reminded of or missed; leave: somebody is not asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.chapters import Area, Chapter
from domain.pauses import Pause
from domain.people import Post, Role
from domain.policy import Policy
from domain.reading import clean_text
from domain.reforms import earliest_day
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import (
    held,
    may_at,
    refuse_unless,
    require,
    require_everybody,
    require_office,
)
from operations.context import ActorContext
from operations.lengths import check_length
from operations.meetings.replanning import ShiftedMeeting, replan_all
from operations.rights import Right
from operations.wording import day_fact
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.maintenance import audit
from storage.meetings import pauses
from storage.people import people

LONGEST_PAUSE = timedelta(days=366)
_SHORTEST_REASON, _LONGEST_REASON = 3, 200

# The meetings that fall away or come back; None where a task will tell.
Effect = tuple[ShiftedMeeting, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseOf:
    """Whom a pause is for: one of these, or with none of them everybody."""

    person_id: int | None = None
    chapter_id: int | None = None
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class PauseDays:
    """The days of a pause, both included, and why."""

    first: date
    last: date
    reason: str


async def add_pause(context: ActorContext, of: PauseOf, days: PauseDays) -> tuple[Pause, Effect]:
    """Adds a pause for somebody who may; raises a refusal for others, and as `enter_pause`."""
    check_first_day(days.first, policy=context.policy, today=context.today)
    check_days(days.first, days.last)
    await require_may_pause(
        context.unit, of, by=context.actor.id, posts=context.posts, today=context.today
    )
    return await enter_pause(
        context.unit, of, days, by=context.actor.id, policy=context.policy, now=context.now
    )


async def enter_pause(
    unit: UnitOfWork,
    of: PauseOf,
    days: PauseDays,
    *,
    by: int | None,
    policy: Policy,
    now: datetime,
) -> tuple[Pause, Effect]:
    """Adds a pause and takes out the meetings in it that nobody has reported.

    `by` is None for the command line, which may do so for all. Where many places are touched a
    task plans them anew. Raises a refusal for days in a closed month, and the like.
    """
    check_first_day(days.first, policy=policy, today=policy.day_of(now))
    check_days(days.first, days.last)
    await _check_there(unit, of)
    added = await pauses.add(
        unit,
        Pause(
            id=0,
            first_day=days.first,
            last_day=days.last,
            reason=checked_reason(days.reason),
            person_id=of.person_id,
            chapter_id=of.chapter_id,
            area_id=of.area_id,
        ),
        by=by,
        now=now,
    )
    _note(unit, added, "pause.add", by=by, now=now)
    return added, await _replan(unit, of, policy=policy, now=now)


def check_first_day(day: date, *, policy: Policy, today: date) -> None:
    """Raises BadInput for a day in a closed month."""
    earliest = earliest_day(today, closing_day=policy.closing_day)
    if day < earliest:
        raise BadInput("change-day-closed", day=day_fact(earliest))


def check_days(first_day: date, last_day: date) -> None:
    """Raises BadInput for a pause without days or with very many."""
    if not timedelta() <= last_day - first_day <= LONGEST_PAUSE:
        raise BadInput("pause-days", longest=LONGEST_PAUSE.days)


def checked_reason(reason: str) -> str:
    """Returns a reason on one line; raises BadInput for one that says nothing."""
    cleaned = " ".join(clean_text(reason, limit=_LONGEST_REASON).split())
    check_length(cleaned, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="pause-no-reason")
    return cleaned


async def end_pause(context: ActorContext, pause: Pause, *, last_day: date) -> Effect:
    """Ends a pause after `last_day`; before its first day that takes it back altogether.

    Raises Conflict if it is no longer as it was seen.
    """
    unit, by, now = context.unit, context.actor.id, context.now
    of = scope_of(pause)
    await require_may_pause(unit, of, by=by, posts=context.posts, today=context.today)
    if last_day >= pause.last_day:
        raise BadInput("pause-not-shorter", day=day_fact(pause.last_day))
    if await get_pause(unit, pause.id) != pause:
        raise Conflict("pause-overtaken")
    await pauses.end(unit, pause.id, last_day=last_day)
    _note(unit, pause, "pause.end", by=by, now=now, ended=last_day)
    return await _replan(unit, of, policy=context.policy, now=now)


async def end_seen_pause(
    context: ActorContext, pause_id: int, *, seen: date, last_day: date
) -> tuple[Pause, Effect]:
    """Ends a pause that was shown with its last day; raises Conflict if that is another now."""
    pause = await get_pause(context.unit, pause_id)
    if pause.last_day != seen:
        raise Conflict("pause-overtaken")
    return pause, await end_pause(context, pause, last_day=last_day)


async def get_pause(unit: UnitOfWork, pause_id: int) -> Pause:
    """Returns a pause; raises NotFound for one that was taken back."""
    pause = await pauses.find(unit, pause_id)
    if pause is None:
        raise NotFound("not-in-sight")
    return pause


def scope_of(pause: Pause) -> PauseOf:
    """Returns whom a pause is for."""
    return PauseOf(person_id=pause.person_id, chapter_id=pause.chapter_id, area_id=pause.area_id)


async def require_may_pause(
    unit: UnitOfWork, of: PauseOf, *, by: int | None, posts: Sequence[Post], today: date
) -> None:
    """Refuses who has no say over it; everybody has over themselves."""
    chapter, place = await _check_there(unit, of)
    if of.person_id is not None and of.person_id == by:
        return
    if of.person_id is not None:
        await _check_person(unit, of.person_id, posts, today)
    elif chapter is not None:
        require(Right.MANAGE, posts, chapter, today)
    elif place is not None:
        require_office(posts, place, today)
    else:
        require_everybody(posts, await areas.list_roots(unit, day=today), today)


async def _check_there(unit: UnitOfWork, of: PauseOf) -> tuple[Chapter | None, Area | None]:
    """Returns the chapter or the place that a pause is for; raises NotFound for none."""
    chapter = await _chapter(unit, of.chapter_id) if of.chapter_id is not None else None
    place = await _place(unit, of.area_id) if of.area_id is not None else None
    return chapter, place


async def _place(unit: UnitOfWork, area_id: int) -> Area:
    place = (await areas.by_ids(unit, [area_id])).get(area_id)
    if place is None:
        raise NotFound("not-in-sight")
    return place


async def _chapter(unit: UnitOfWork, chapter_id: int) -> Chapter:
    chapter = await chapters.find(unit, chapter_id)
    if chapter is None:
        raise NotFound("not-in-sight")
    return chapter


async def _check_person(
    unit: UnitOfWork, person_id: int, posts: Sequence[Post], today: date
) -> None:
    """Refuses who does not work for a place in which the person holds a post."""
    paths = await _paths_of_person(unit, person_id, frozenset(Role), today)
    refuse_unless(any(may_at(Right.BIND_CHANNEL, posts, path, today) for path in paths))


async def _paths_of_person(
    unit: UnitOfWork, person_id: int, roles: Collection[Role], today: date
) -> set[str]:
    """Returns the places in which a person holds a post of some roles."""
    every = (await people.posts_of(unit, [person_id])).get(person_id, ())
    current = held(every, roles, today)
    own = await chapters.by_ids(unit, {post.chapter_id for post in current if post.chapter_id})
    places = await areas.by_ids(unit, {post.area_id for post in current if post.area_id})
    return {chapter.area_path for chapter in own.values()} | {
        area.path for area in places.values()
    }


async def _replan(unit: UnitOfWork, of: PauseOf, *, policy: Policy, now: datetime) -> Effect:
    """Plans anew what a pause touches; a leave changes only who is asked for attendance."""
    await unit.flush()
    if of.person_id is not None:
        today = policy.day_of(now)
        paths = await _paths_of_person(unit, of.person_id, {Role.CADRE}, today)
    elif of.chapter_id is not None:
        paths = {(await _chapter(unit, of.chapter_id)).area_path}
    else:
        paths = {(await _place(unit, of.area_id)).path if of.area_id else "/"}
    return await replan_all(unit, sorted(paths), policy=policy, now=now)


def _note(
    unit: UnitOfWork,
    pause: Pause,
    action: str,
    *,
    by: int | None,
    now: datetime,
    ended: date | None = None,
) -> None:
    scope = (("person", pause.person_id), ("chapter", pause.chapter_id), ("area", pause.area_id))
    subject = next((f"{kind}:{number}" for kind, number in scope if number), "everybody")
    days = {"from": pause.first_day.isoformat(), "to": pause.last_day.isoformat()}
    # Why somebody is away is nothing for the journal.
    stands = days if pause.person_id else {**days, "reason": pause.reason}
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by,
            action=action,
            subject=subject,
            before=stands if ended else None,
            after={**stands, "to": ended.isoformat()} if ended else stands,
        ),
        now=now,
    )
