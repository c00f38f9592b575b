"""Who may see and do what: the one place that decides it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Area, Chapter, ids_of
from domain.people import BUNDLED, Only, Post, Role, is_within
from domain.refusals import NotAllowed, NotFound
from operations.rights import Relation, Right, allows, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.directory.chapters import Scope

REPORTING = roles_with(Right.SEND_REPORT)
OFFICE = roles_with(Right.BIND_CHANNEL)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody sees: chapters by id, and places with what there they are for."""

    chapter_ids: frozenset[int]
    places: frozenset[tuple[int, Only]]


def held(posts: Iterable[Post], roles: Collection[Role], day: date) -> tuple[Post, ...]:
    """Returns the posts of some roles that are held on `day`."""
    return tuple(post for post in posts if post.role in roles and post.holds_on(day))


def gets_bundles(posts: Iterable[Post], day: date) -> bool:
    """True for those whose news come once a day; others' come with their reminders."""
    return bool(held(posts, BUNDLED, day))


def own_chapters(posts: Iterable[Post], day: date) -> frozenset[int]:
    """Returns the chapters for which somebody reports."""
    found = (post.chapter_id for post in held(posts, REPORTING, day))
    return frozenset(chapter_id for chapter_id in found if chapter_id is not None)


def covers(post: Post, chapter: Chapter) -> bool:
    """True when a post is for this chapter, or for a place (and kinds) that has it."""
    if post.area_id is None:
        return post.chapter_id == chapter.id
    return post.area_id in ids_of(chapter.area_path) and _is_for(post, chapter)


def _is_for(post: Post, chapter: Chapter) -> bool:
    return is_within(post.only, chapter.kind.id, chapter.kind.association)


def takes_in(post: Post, other: Post, associations: Mapping[int, str]) -> bool:
    """True when a post is for all kinds that another is for; `associations` are the kinds'."""
    return is_within(post.only, other.kind_id, association_of(other, associations))


def association_of(post: Post, associations: Mapping[int, str]) -> str | None:
    """Returns the association whose kinds a post is for, or whose one kind; None for all."""
    return post.association or associations.get(post.kind_id or 0)


def relation_to_chapter(post: Post, chapter: Chapter) -> Relation:
    """Returns how a chapter lies to a post."""
    if post.area_id is None:
        return Relation.OWN if post.chapter_id == chapter.id else Relation.NEIGHBOUR
    if post.area_id not in ids_of(chapter.area_path):
        return Relation.NEIGHBOUR
    if not _is_for(post, chapter):
        return Relation.OTHER_ASSOCIATION
    return Relation.OWN if post.area_id == chapter.area_id else Relation.BELOW


def relation_to_area(post: Post, area_path: str, kind: tuple[int, str] | None = None) -> Relation:
    """Returns how a place lies to a post: with all its associations, or one kind there.

    A kind is given by its id and association.
    """
    path = ids_of(area_path)
    if post.area_id not in path:
        return Relation.NEIGHBOUR
    if not is_within(post.only, *(kind or (None, None))):
        return Relation.OTHER_ASSOCIATION
    return Relation.OWN if post.area_id == path[-1] else Relation.BELOW


def may(right: Right, posts: Iterable[Post], chapter: Chapter, day: date) -> bool:
    """True when somebody has a right over a chapter."""
    return any(
        allows(right, post.role, relation_to_chapter(post, chapter))
        for post in held(posts, roles_with(right), day)
    )


def may_at(
    right: Right,
    posts: Iterable[Post],
    area_path: str,
    day: date,
    *,
    kind: tuple[int, str] | None = None,
) -> bool:
    """True when somebody has a right over a place as a whole, or over one kind there."""
    return any(
        allows(right, post.role, relation_to_area(post, area_path, kind))
        for post in held(posts, roles_with(right), day)
    )


def require(right: Right, posts: Collection[Post], chapter: Chapter | None, day: date) -> Chapter:
    """Returns the chapter, over which somebody has a right.

    Raises NotFound if it is out of sight or not there at all, NotAllowed if it is only seen.
    """
    may_do = chapter is not None and may(right, posts, chapter, day)
    seen = chapter if chapter is not None and may_do else require_sight(posts, chapter, day)
    refuse_unless(may_do)
    return seen


def refuse_unless(allowed: bool) -> None:
    """Raises NotAllowed for what somebody sees and may not change."""
    if not allowed:
        raise NotAllowed("not-your-area")


def require_at(
    right: Right,
    posts: Collection[Post],
    place: Area | None,
    day: date,
    *,
    kind: tuple[int, str] | None = None,
) -> Area:
    """Returns the place, over which, or over one kind there, somebody has a right.

    Raises NotFound if it is out of sight or not there at all, NotAllowed if it is only seen.
    """
    if place is None or not may_see_place(posts, place.path, day):
        raise NotFound("not-in-sight")
    refuse_unless(may_at(right, posts, place.path, day, kind=kind))
    return place


def reporting_role(posts: Iterable[Post], chapter: Chapter, day: date) -> Role | None:
    """Returns the role in which somebody reports for a chapter, leader before deputy."""
    roles = {post.role for post in held(posts, REPORTING, day) if post.chapter_id == chapter.id}
    return Role.LEADER if Role.LEADER in roles else next(iter(roles), None)


def may_see(posts: Iterable[Post], chapter: Chapter, day: date) -> bool:
    """True when a chapter's meetings and reports are open to somebody."""
    return may(Right.SEE_REPORTS, posts, chapter, day)


def may_see_place(posts: Iterable[Post], area_path: str, day: date) -> bool:
    """True when somebody's post is for a place or one above it, for whatever kinds."""
    return reaches_place(Right.SEE_REPORTS, posts, area_path, day)


def reaches_place(right: Right, posts: Iterable[Post], area_path: str, day: date) -> bool:
    """True when a post with this right is for a place or one above it, for whatever kinds."""
    return any(post.area_id in ids_of(area_path) for post in held(posts, roles_with(right), day))


def require_reporter(posts: Iterable[Post], chapter: Chapter, day: date) -> Role:
    """Returns the role in which somebody reports; raises NotAllowed without one."""
    role = reporting_role(posts, chapter, day)
    if role is None:
        raise NotAllowed("not-your-chapter")
    return role


def require_sight(posts: Iterable[Post], chapter: Chapter | None, day: date) -> Chapter:
    """Returns the chapter; raises NotFound if it is out of sight or not there at all."""
    if chapter is None or not may_see(posts, chapter, day):
        raise NotFound("not-in-sight")
    return chapter


def require_office(posts: Collection[Post], place: Area | None, day: date) -> Area:
    """Returns the place, for which somebody works, or for one above it.

    Staff of one kind or association do not speak for a place as a whole. Raises NotFound if it
    is out of sight or not there at all, NotAllowed if it is only seen.
    """
    return require_at(Right.BIND_CHANNEL, posts, place, day)


def require_everybody(posts: Iterable[Post], roots: Iterable[Area], day: date) -> None:
    """Raises NotAllowed unless somebody is administrator of every place that has none above."""
    own = {post.area_id for post in held(posts, {Role.ADMINISTRATOR}, day) if post.only is None}
    if not own >= {area.id for area in roots}:
        raise NotAllowed("not-everybody")


def reach(posts: Iterable[Post], day: date, right: Right = Right.SEE_REPORTS) -> Reach:
    """Returns how far somebody sees, or has another right, on `day`."""
    seeing = held(posts, roles_with(right), day)
    return Reach(
        frozenset(post.chapter_id for post in seeing if post.chapter_id is not None),
        frozenset((post.area_id, post.only) for post in seeing if post.area_id is not None),
    )


async def scopes(unit: UnitOfWork, far: Reach) -> Sequence[Scope]:
    """Returns the places of a reach by their paths, with what there one is for."""
    found = await areas.by_ids(unit, {area_id for area_id, _ in far.places})
    return [(found[area_id].path, only) for area_id, only in sorted(far.places, key=str)]


async def list_chapters_in_sight(
    unit: UnitOfWork, posts: Iterable[Post], *, today: date
) -> list[Chapter]:
    """Returns the chapters that somebody may see, by place."""
    far = reach(posts, today)
    return await chapters.list_in_scopes(
        unit, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far), day=today
    )


APPOINTED_ROLES = (Role.LEADER, Role.DEPUTY, Role.CADRE)


def sets_topics(posts: Sequence[Post], today: date) -> bool:
    """True for somebody who may set topics at all."""
    return bool(held(posts, roles_with(Right.ISSUE_TOPIC), today))


async def place_in_reach(
    unit: UnitOfWork, far: Reach, area_id: int
) -> tuple[Area | None, Area | None]:
    """Returns a place within reach and the one above if that is too; None for all in reach."""
    if not area_id:
        return None, None
    own = {number for number, _ in far.places}
    found = (await areas.by_ids(unit, [area_id])).get(area_id)
    if found is None or not own & set(ids_of(found.path)):
        raise NotFound("not-in-sight")
    if found.parent_id is None or not own & set(ids_of(found.path)[:-1]):
        return found, None
    return found, await areas.get(unit, found.parent_id)


async def is_in_reach(
    unit: UnitOfWork, viewer: Sequence[Post], posts: Sequence[Post], *, today: date
) -> bool:
    """True when one of somebody's posts, even a past one, lies where the viewer is in charge."""
    far = reach(viewer, today, Right.CUT_OFF)
    places = await scopes(unit, far)
    known = await chapters.by_ids(unit, {post.chapter_id for post in posts if post.chapter_id})
    held = await areas.by_ids(unit, {post.area_id for post in posts if post.area_id})
    inside = [
        (chapter.area_path, chapter.kind.id, chapter.kind.association)
        for chapter in known.values()
    ]
    kinds = await chapters.associations_of(unit)
    inside += [
        (held[post.area_id].path, post.kind_id or 0, association_of(post, kinds) or "")
        for post in posts
        if post.area_id
    ]
    return any(
        path.startswith(scope) and is_within(only, kind_id, association)
        for path, kind_id, association in inside
        for scope, only in places
    ) or bool(far.chapter_ids & known.keys())


@dataclass(frozen=True, slots=True)
class Limits:
    """The places that whoever imports may change, with what there they are for."""

    places: frozenset[tuple[int, Only]]

    def reach(self, path: Iterable[int], kind_id: int | None, association: str | None) -> bool:
        """True when a place with these areas above it is within, for a kind or for more."""
        above = set(path)
        return any(
            area in above and is_within(only, kind_id, association) for area, only in self.places
        )


def limits_of(posts: Iterable[Post], day: date) -> Limits:
    """Returns how far somebody may change the directory."""
    office = held(posts, {Role.STAFF, Role.ADMINISTRATOR}, day)
    return Limits(
        frozenset((post.area_id, post.only) for post in office if post.area_id is not None)
    )


def may_send(posts: Sequence[Post], today: date) -> bool:
    """True when somebody may bring in a workbook."""
    return bool(limits_of(posts, today).places)
