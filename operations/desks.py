"""The places that somebody looks after, and the look at one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.chapters import Area, ChapterKind, ids_of
from domain.people import Post, is_within
from domain.refusals import NotAllowed, NotFound
from operations.access import held
from operations.context import ActorContext
from operations.namesakes import name_areas
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters

AT_DESK = roles_with(Right.SEE_OVERVIEW)


def at_desk(posts: Iterable[Post], day: date) -> tuple[Post, ...]:
    """Returns the posts of staff that are for a place."""
    return tuple(post for post in held(posts, AT_DESK, day) if post.area_id is not None)


async def list_desks(unit: UnitOfWork, posts: Sequence[Post], *, today: date) -> list[Area]:
    """Returns the places somebody looks after; raises NotAllowed if there are none."""
    wanted = {post.area_id for post in at_desk(posts, today) if post.area_id is not None}
    if not wanted:
        raise NotAllowed("not-your-area")
    found = await areas.by_ids(unit, wanted)
    names = await name_areas(unit, found.values())
    named = (replace(place, name=names[place.id]) for place in found.values())
    return sorted(named, key=lambda area: ids_of(area.path))


async def get_desk(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, *, today: date
) -> tuple[Area, Area | None]:
    """Returns a place somebody looks after, and the one above it if that is in sight too.

    Raises NotFound for a place out of sight, as for one that is not there.
    """
    own = {post.area_id for post in at_desk(posts, today)}
    found = (await areas.by_ids(unit, [area_id])).get(area_id)
    if found is None or not own & set(ids_of(found.path)):
        raise NotFound("not-in-sight")
    if found.parent_id is None or not own & set(ids_of(found.path)[:-1]):
        return found, None
    return found, await areas.get(unit, found.parent_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """The place somebody looks at: those above it in sight, the topmost first; those they hold.

    Without a place there are only chapters to look at, as a leader has.
    """

    place: Area | None
    above: Sequence[Area]
    own: Sequence[Area]


async def find_standpoint(
    context: ActorContext, right: Right, area_id: int | None = None
) -> Standpoint:
    """Returns where somebody stands with a right: at a place given, or the first of their own.

    Raises NotFound for a place out of sight as for one that is not there, and for somebody
    without the right.
    """
    posts = held(context.posts, roles_with(right), context.today)
    known = await areas.by_ids(context.unit, {post.area_id for post in posts if post.area_id})
    own = sorted(known.values(), key=lambda area: ids_of(area.path))
    if area_id is None:
        if not posts:
            raise NotFound("not-in-sight")
        place = own[0] if own else None
    else:
        place = (await areas.by_ids(context.unit, [area_id])).get(area_id)
        if place is None or not known.keys() & set(ids_of(place.path)):
            raise NotFound("not-in-sight")
    return Standpoint(
        place=place,
        above=await _above(context, place, known.keys()) if place else (),
        own=await _named(context, own),
    )


async def _above(context: ActorContext, place: Area, own: Iterable[int]) -> list[Area]:
    path = ids_of(place.path)
    first = min(path.index(number) for number in own if number in path)
    known = await areas.by_ids(context.unit, path[first:-1])
    return [known[number] for number in path[first:-1]]


async def _named(context: ActorContext, found: Sequence[Area]) -> list[Area]:
    names = await name_areas(context.unit, found)
    return [replace(area, name=names[area.id]) for area in found]


async def list_kinds_in_sight(context: ActorContext, right: Right) -> list[ChapterKind]:
    """Returns the kinds of chapters that somebody's posts with a right are for."""
    sorts = {post.only for post in held(context.posts, roles_with(right), context.today)}
    return [
        kind
        for kind in await chapters.list_kinds(context.unit)
        if any(is_within(only, kind.id, kind.association) for only in sorts)
    ]
