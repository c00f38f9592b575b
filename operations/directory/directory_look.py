"""The directory as staff and cadres look at it: searched, walked through, opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.chapters import Area, Chapter
from domain.people import Person, Post
from domain.reading import key
from domain.refusals import NotAllowed
from operations.access import may, reach, require_sight, scopes
from operations.contacts import SILENT_AFTER
from operations.desks import at_desk, get_desk
from operations.namesakes import tell_apart
from operations.people.person_card import list_followed
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import areas, chapters, directory_search, successors
from storage.messages import sent_to
from storage.people.people import Holder

_LONGEST_QUERY = 80
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search brought: places, then people, then chapters, each in a lasting order."""

    areas: Sequence[Area]
    people: Sequence[Person]
    chapter_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class ReachableHolder:
    """A holder of a post, and how they are reached: "", "none", "lost" or "silent"."""

    holder: Holder
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterCard:
    """A chapter with its people, as somebody responsible sees it.

    `came_from` are the chapters out of which it was made, by merger or split.
    """

    chapter: Chapter
    came_from: tuple[str, ...]
    holders: tuple[ReachableHolder, ...]
    may_manage: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage:
    """A place: the one above if it is in reach, the places below, its own chapters."""

    place: Area
    above: Area | None
    children: Sequence[tuple[int, str]]
    chapters: Sequence[Chapter]


def require_directory(posts: Sequence[Post], today: date) -> None:
    """Raises NotAllowed unless somebody answers for chapters of others."""
    far = reach(posts, today, Right.CUT_OFF)
    if not (far.chapter_ids or far.places):
        raise NotAllowed("not-your-area")


async def search(
    unit: UnitOfWork, posts: Sequence[Post], text: str, *, today: date
) -> SearchResult:
    """Returns the places, people and chapters in reach that have all the words of a text."""
    require_directory(posts, today)
    far = reach(posts, today, Right.CUT_OFF)
    places = await scopes(unit, far)
    words = key(text[:_LONGEST_QUERY]).split()[:_MOST_WORDS]
    if not words:
        return SearchResult(areas=(), people=(), chapter_ids=())
    own = {post.area_id for post in at_desk(posts, today) if post.area_id is not None}
    desks = await areas.by_ids(unit, own)
    return SearchResult(
        areas=await directory_search.find_areas(
            unit, words, paths={area.path for area in desks.values()}, day=today
        ),
        people=await directory_search.find_people(
            unit, words, chapter_ids=far.chapter_ids, scopes=places
        ),
        chapter_ids=await directory_search.find_chapters(
            unit, words, chapter_ids=far.chapter_ids, scopes=places, day=today
        ),
    )


async def get_area_page(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, *, today: date
) -> AreaPage:
    """Returns a place that staff look after; raises NotFound out of sight."""
    place, above = await get_desk(unit, posts, area_id, today=today)
    here = await chapters.list_of_area(unit, place.id)
    return AreaPage(
        place=place,
        above=above,
        children=await directory_search.list_children(unit, place.id, day=today),
        chapters=[
            chapter
            for chapter in here
            if chapter.is_valid_on(today) and may(Right.SEE_REPORTS, posts, chapter, today)
        ],
    )


async def get_chapter_card(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> ChapterCard:
    """Returns a chapter in one's reach; raises NotFound or NotAllowed."""
    require_directory(posts, today)
    chapter = require_sight(posts, await chapters.find(unit, chapter_id), today)
    holders = (await list_followed(unit, [chapter_id], day=today)).get(chapter_id, ())
    troubles = await find_troubles(unit, {holder.person.id for holder in holders})
    before = await chapters.by_ids(unit, await successors.chapters_before(unit, [chapter_id]))
    return ChapterCard(
        chapter=chapter,
        came_from=tuple(chapter.name for chapter in before.values()),
        holders=tuple(
            ReachableHolder(holder, troubles.get(holder.person.id, "")) for holder in holders
        ),
        may_manage=may(Right.MANAGE, posts, chapter, today) and chapter.is_valid_on(today),
    )


async def find_troubles(unit: UnitOfWork, person_ids: set[int]) -> dict[int, str]:
    """Returns why people are not reached: no account, none that works, or they keep silent."""
    reached = await directory_search.list_reached(unit, person_ids)
    silent = await sent_to.count_unanswered(unit, person_ids)
    found: dict[int, str] = {}
    for person_id in person_ids:
        if not reached.get(person_id):
            found[person_id] = "lost" if person_id in reached else "none"
        elif silent.get(person_id, 0) >= SILENT_AFTER:
            found[person_id] = "silent"
    return found


async def chapters_of(unit: UnitOfWork, ids: Sequence[int]) -> list[Chapter]:
    """Returns chapters that a search brought."""
    found = (await chapters.by_ids(unit, ids)).values()
    names = await tell_apart(unit, {chapter.id: chapter.name for chapter in found})
    return [replace(chapter, name=names[chapter.id]) for chapter in found]
