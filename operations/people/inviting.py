"""Who may hand a code to whom: nobody gets at an account that reaches further than their own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from domain.chapters import Area, Chapter, ids_of
from domain.people import Post, Role
from domain.refusals import NotAllowed
from operations.access import covers, held, takes_in
from storage import UnitOfWork
from storage.directory import areas, chapters

_LEADING = frozenset({Role.LEADER, Role.DEPUTY})
_BELOW = {
    Role.CADRE: _LEADING,
    Role.STAFF: _LEADING | {Role.CADRE, Role.READER},
    Role.ADMINISTRATOR: frozenset(Role),
}


async def require_may_invite(
    unit: UnitOfWork, inviter: Iterable[Post], invitee: Iterable[Post], *, day: date
) -> None:
    """Raises NotAllowed unless every post of the invitee lies within the inviter's reach."""
    covered = await _list_covered(unit, inviter, invitee, day=day)
    if not covered or not all(covered):
        raise NotAllowed("invite-not-allowed")


async def require_may_cut_off(
    unit: UnitOfWork, responsible: Iterable[Post], lost: Iterable[Post], *, day: date
) -> None:
    """Raises NotAllowed unless somebody answers for one of the posts of whoever lost a phone.

    One is enough: to close an account gives nobody anything, and cannot wait.
    """
    if not any(await _list_covered(unit, responsible, lost, day=day)):
        raise NotAllowed("cut-off-not-allowed")


async def list_invitable(
    unit: UnitOfWork,
    inviter: Iterable[Post],
    invitees: Mapping[int, Iterable[Post]],
    *,
    day: date,
) -> set[int]:
    """Returns those of many people, by their posts, whom somebody may invite."""
    posts = [post for theirs in invitees.values() for post in _lasting(theirs, day)]
    covered = await _list_covered(unit, inviter, posts, day=day)
    outside = {post.person_id for post, is_mine in zip(posts, covered, strict=True) if not is_mine}
    return {post.person_id for post in posts} - outside


def _lasting(posts: Iterable[Post], day: date) -> list[Post]:
    return [post for post in posts if post.valid_to is None or post.valid_to >= day]


async def _list_covered(
    unit: UnitOfWork, above: Iterable[Post], below: Iterable[Post], *, day: date
) -> list[bool]:
    """Returns for each post held now or later whether it lies within somebody's reach."""
    own = held(above, _BELOW, day)
    posts = _lasting(below, day)
    known = await chapters.by_ids(unit, {post.chapter_id for post in posts if post.chapter_id})
    places = await areas.by_ids(unit, {post.area_id for post in posts if post.area_id})
    kinds = await chapters.associations_of(unit)
    return [_is_covered(post, own, known, places, kinds) for post in posts]


def _is_covered(
    post: Post,
    own: Sequence[Post],
    known: Mapping[int, Chapter],
    places: Mapping[int, Area],
    kinds: Mapping[int, str],
) -> bool:
    above = [mine for mine in own if post.role in _BELOW[mine.role]]
    if post.chapter_id is not None:
        return any(covers(mine, known[post.chapter_id]) for mine in above)
    path = places[post.area_id].path if post.area_id is not None else ""
    return any(mine.area_id in ids_of(path) and takes_in(mine, post, kinds) for mine in above)
