"""Pauses: nothing is planned, reminded of or missed; leave: somebody is not asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.chapters import Chapter
from domain.pauses import Pause
from domain.people import Post
from domain.policy import Policy
from domain.reading import clean_text
from domain.reforms import earliest_day
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.access import require, require_office
from operations.reforming import day_fact
from operations.replanning import Shifted, replan_below
from operations.rights import Right
from storage import Unit, areas, audit, chapters, pauses, people

LONGEST_PAUSE = timedelta(days=366)
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseOf:
    """Whom a pause is for: one of these, or with none of them everybody."""

    person_id: int | None = None
    chapter_id: int | None = None
    area_id: int | None = None


async def add_pause(
    unit: Unit,
    of: PauseOf,
    *,
    first_day: date,
    last_day: date,
    reason: str,
    by: int | None,
    posts: Sequence[Post] | None,
    policy: Policy,
    now: datetime,
) -> tuple[Pause, tuple[Shifted, ...]]:
    """Adds a pause and takes out the meetings in it that nobody has reported.

    `posts` are those of who asks, None for the command line. Everybody's meetings are taken
    out when the clock plans next. Raises a refusal for days in a closed month, and the like.
    """
    today = policy.local(now).date()
    earliest = earliest_day(today, closing_day=policy.closing_day)
    if first_day < earliest:
        raise BadInput("change-day-closed", day=day_fact(earliest))
    if not timedelta() <= last_day - first_day <= LONGEST_PAUSE:
        raise BadInput("pause-days", longest=LONGEST_PAUSE.days)
    path = await _checked_path(unit, of, by=by, posts=posts, today=today)
    added = await pauses.add(
        unit,
        first_day=first_day,
        last_day=last_day,
        reason=clean_text(reason, limit=_LONGEST_REASON),
        by=by,
        now=now,
        person_id=of.person_id,
        chapter_id=of.chapter_id,
        area_id=of.area_id,
    )
    _note(unit, added, "pause.add", by=by, now=now)
    return added, await _replan(unit, path, policy=policy, now=now)


async def end_pause(
    unit: Unit,
    pause_id: int,
    *,
    last_day: date,
    by: int | None,
    posts: Sequence[Post] | None,
    policy: Policy,
    now: datetime,
) -> tuple[Shifted, ...]:
    """Ends a pause after `last_day`; before its first day that takes it back altogether."""
    today = policy.local(now).date()
    pause = await pauses.find(unit, pause_id)
    if pause is None:
        raise NotFound("pause-not-there")
    of = PauseOf(person_id=pause.person_id, chapter_id=pause.chapter_id, area_id=pause.area_id)
    path = await _checked_path(unit, of, by=by, posts=posts, today=today)
    if last_day >= pause.last_day:
        raise BadInput("pause-not-shorter", day=day_fact(pause.last_day))
    await pauses.end(unit, pause_id, last_day=last_day)
    _note(unit, pause, "pause.end", by=by, now=now, ended=last_day)
    return await _replan(unit, path, policy=policy, now=now)


async def _checked_path(
    unit: Unit, of: PauseOf, *, by: int | None, posts: Sequence[Post] | None, today: date
) -> str | None:
    """Returns the place to plan anew, None for none; refuses who has no say over it."""
    path = await _path(unit, of)
    if posts is None or (of.person_id is not None and of.person_id == by):
        return path
    if of.person_id is not None:
        await _check_person(unit, of.person_id, posts, today)
    elif of.chapter_id is not None:
        require(Right.MANAGE, posts, await _chapter(unit, of.chapter_id), today)
    elif path is None:
        raise NotAllowed("not-your-area")
    else:
        require_office(posts, path, today)
    return path


async def _path(unit: Unit, of: PauseOf) -> str | None:
    if of.chapter_id is not None:
        return (await _chapter(unit, of.chapter_id)).area_path
    if of.area_id is not None:
        place = (await areas.by_ids(unit, [of.area_id])).get(of.area_id)
        if place is None:
            raise NotFound("not-in-sight")
        return place.path
    return None


async def _chapter(unit: Unit, chapter_id: int) -> Chapter:
    chapter = await chapters.find(unit, chapter_id)
    if chapter is None:
        raise NotFound("not-in-sight")
    return chapter


async def _check_person(unit: Unit, person_id: int, posts: Sequence[Post], today: date) -> None:
    """Refuses who does not work for a place in which the person holds a post."""
    held = (await people.posts_of(unit, [person_id])).get(person_id, ())
    current = [one for one in held if one.holds_on(today)]
    chapter_ids = {one.chapter_id for one in current if one.chapter_id is not None}
    area_ids = {one.area_id for one in current if one.area_id is not None}
    own = await chapters.by_ids(unit, chapter_ids)
    places = await areas.by_ids(unit, area_ids)
    paths = {one.area_path for one in own.values()} | {one.path for one in places.values()}
    for path in paths:
        try:
            require_office(posts, path, today)
        except NotAllowed:
            continue
        return
    raise NotAllowed("not-your-area")


async def _replan(
    unit: Unit, path: str | None, *, policy: Policy, now: datetime
) -> tuple[Shifted, ...]:
    await unit.flush()
    return () if path is None else await replan_below(unit, path, policy=policy, now=now)


def _note(
    unit: Unit,
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
    stands = {**days, "reason": pause.reason}
    audit.add_later(
        unit,
        person_id=by,
        action=action,
        subject=subject,
        now=now,
        before=stands if ended else None,
        after={**stands, "to": ended.isoformat()} if ended else stands,
    )
