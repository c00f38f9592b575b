"""The pauses that somebody sees, and who could stand in for somebody away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import ids_of
from domain.pauses import Pause
from domain.people import Person, Post, Role
from domain.refusals import NotFound, Refusal
from operations.access import APPOINTED_ROLES, held, is_in_reach, may, reach, require_sight, scopes
from operations.desks import get_desk
from operations.meetings.pausing import PauseOf, require_may_pause
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.meetings import pauses
from storage.people import people


@dataclass(frozen=True, slots=True)
class ListedPause:
    """A pause as it is listed, and whose it is, "" for everybody."""

    pause: Pause
    name: str


async def list_pauses(
    unit: UnitOfWork, person: Person, posts: Sequence[Post], *, today: date
) -> list[ListedPause]:
    """Returns the pauses not over yet that concern somebody or whom they answer for."""
    seen, answered = reach(posts, today), reach(posts, today, Right.CUT_OFF)
    places = await scopes(unit, seen)
    own = await chapters.by_ids(unit, seen.chapter_ids)
    paths = [*(path for path, _ in places), *(chapter.area_path for chapter in own.values())]
    found = await pauses.list_lasting(
        unit,
        today=today,
        of=person.id,
        seen=pauses.PauseReach(seen.chapter_ids, places),
        above={area_id for path in paths for area_id in ids_of(path)},
        answered_for=pauses.PauseReach(answered.chapter_ids, await scopes(unit, answered)),
    )
    return [ListedPause(pause, name) for pause, name in found]


async def may_pause(
    unit: UnitOfWork, of: PauseOf, person: Person, posts: Sequence[Post], *, today: date
) -> bool:
    """True when somebody has a say over a pause."""
    try:
        await require_may_pause(unit, of, by=person.id, posts=posts, today=today)
    except Refusal:
        return False
    return True


async def get_name(
    unit: UnitOfWork, of: PauseOf, person: Person, posts: Sequence[Post], *, today: date
) -> str:
    """Returns the name of whom a pause is for, "" for everybody; raises NotFound out of sight."""
    if of.chapter_id is not None:
        return require_sight(posts, await chapters.find(unit, of.chapter_id), today).name
    if of.area_id is not None:
        return (await get_desk(unit, posts, of.area_id, today=today))[0].name
    if of.person_id is None or of.person_id == person.id:
        return person.name if of.person_id else ""
    known = (await people.persons(unit, [of.person_id])).get(of.person_id)
    theirs = (await people.posts_of(unit, [of.person_id])).get(of.person_id, ())
    if known is None or not await is_in_reach(unit, posts, theirs, today=today):
        raise NotFound("not-in-sight")
    return known.name


async def list_seats_to_fill(
    unit: UnitOfWork, posts: Sequence[Post], person_id: int, *, today: date
) -> list[tuple[int, Role]]:
    """Returns the seats of somebody that one may fill for a time, by chapter and role."""
    theirs = (await people.posts_of(unit, [person_id])).get(person_id, ())
    found = []
    for post in held(theirs, APPOINTED_ROLES, today):
        places = await areas.by_ids(unit, [post.area_id] if post.area_id else [])
        chapter_ids = [post.chapter_id] if post.chapter_id else []
        known = await chapters.list_in_scopes(
            unit,
            chapter_ids=chapter_ids,
            scopes=[(area.path, post.only) for area in places.values()],
            day=today,
        )
        mine = [chapter.id for chapter in known if may(Right.MANAGE, posts, chapter, today)]
        found += [(chapter_id, post.role) for chapter_id in mine[:1]]
    return found
