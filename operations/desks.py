"""The places that staff look after, and the look at one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from domain.chapters import Area, ids_of
from domain.people import Post
from domain.refusals import NotAllowed, NotFound
from operations.access import held
from operations.namesakes import name_areas
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas

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
    named = (replace(one, name=names[one.id]) for one in found.values())
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
