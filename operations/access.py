"""Who may see and do what: the one place that decides it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Chapter, ids_of
from domain.people import Post, Role
from domain.refusals import NotAllowed, NotFound
from storage import Unit, areas, chapters
from storage.chapters import Scope

REPORTING = frozenset({Role.LEADER, Role.DEPUTY})
OFFICE = frozenset({Role.STAFF, Role.ADMINISTRATOR})
# A reader sees what the office sees and changes nothing.
SEEING = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody sees: chapters by id, and places (area, kind or None for all kinds)."""

    chapter_ids: frozenset[int]
    places: frozenset[tuple[int, int | None]]


def held(posts: Iterable[Post], roles: Collection[Role], day: date) -> tuple[Post, ...]:
    """Returns the posts of some roles that are held on `day`."""
    return tuple(post for post in posts if post.role in roles and post.holds_on(day))


def own_chapters(posts: Iterable[Post], day: date) -> frozenset[int]:
    """Returns the chapters for which somebody reports."""
    found = (post.chapter_id for post in held(posts, REPORTING, day))
    return frozenset(chapter_id for chapter_id in found if chapter_id is not None)


def covers(post: Post, chapter: Chapter) -> bool:
    """True when a post is for this chapter, or for a place (and kind) that has it."""
    if post.area_id is None:
        return post.chapter_id == chapter.id
    return post.area_id in ids_of(chapter.area_path) and post.kind_id in (None, chapter.kind.id)


def reporting_role(posts: Iterable[Post], chapter: Chapter, day: date) -> Role | None:
    """Returns the role in which somebody reports for a chapter, leader before deputy."""
    roles = {post.role for post in held(posts, REPORTING, day) if post.chapter_id == chapter.id}
    return Role.LEADER if Role.LEADER in roles else next(iter(roles), None)


def may_see(posts: Iterable[Post], chapter: Chapter, day: date) -> bool:
    """True when a chapter's meetings and reports are open to somebody."""
    return any(covers(post, chapter) for post in held(posts, SEEING, day))


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


def require_office(posts: Iterable[Post], area_path: str, day: date) -> None:
    """Raises NotAllowed unless somebody works for the area at `area_path` or one above it."""
    if not any(post.area_id in ids_of(area_path) for post in held(posts, OFFICE, day)):
        raise NotAllowed("not-your-area")


def reach(posts: Iterable[Post], day: date) -> Reach:
    """Returns how far somebody sees on `day`."""
    seeing = held(posts, SEEING, day)
    return Reach(
        frozenset(post.chapter_id for post in seeing if post.chapter_id is not None),
        frozenset((post.area_id, post.kind_id) for post in seeing if post.area_id is not None),
    )


async def scopes(unit: Unit, far: Reach) -> Sequence[Scope]:
    """Returns the places of a reach by their paths."""
    found = await areas.by_ids(unit, {area_id for area_id, _ in far.places})
    return [(found[area_id].path, kind_id) for area_id, kind_id in sorted(far.places, key=str)]


async def list_chapters_in_sight(
    unit: Unit, posts: Iterable[Post], *, today: date
) -> list[Chapter]:
    """Returns the chapters that somebody may see, by place."""
    far = reach(posts, today)
    return await chapters.list_in_scopes(
        unit, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far), day=today
    )
