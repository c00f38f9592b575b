"""A place of the directory as its office sees it: what lies below, its chapters, their people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.chapters import Area, Chapter
from operations.context import ActorContext
from operations.directory.directory_look import (
    AreaPage,
    chapters_of,
    find_troubles,
    get_area_page,
    search,
)
from operations.namesakes import name_areas
from operations.people.person_card import list_followed
from storage.directory import areas
from storage.people.people import Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDirectory:
    """A place, and by chapter those who lead, help and look after; `troubles` by person.

    `level_below` is what the places right below are, "" without any.
    """

    page: AreaPage
    level_below: str
    holders: Mapping[int, Sequence[Holder]]
    troubles: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNames:
    """What a search brought, namesakes among places and chapters told apart."""

    places: Sequence[tuple[int, str]]
    people: Sequence[tuple[int, str, str | None]]
    chapters: Sequence[Chapter]


async def look_at_place(context: ActorContext, place: Area) -> PlaceDirectory:
    """Returns a place that somebody looks after; raises NotFound out of sight."""
    unit, today = context.unit, context.today
    page = await get_area_page(unit, context.posts, place.id, today=today)
    holders = await list_followed(unit, [chapter.id for chapter in page.chapters], day=today)
    everybody = {holder.person.id for some in holders.values() for holder in some}
    below = await areas.by_ids(unit, [number for number, _ in page.children[:1]])
    return PlaceDirectory(
        page=page,
        level_below=next((one.level for one in below.values()), ""),
        holders=holders,
        troubles=await find_troubles(unit, everybody),
    )


async def find_names(context: ActorContext, text: str) -> FoundNames:
    """Returns the places, people and chapters in reach that have all the words of a text."""
    found = await search(context.unit, context.posts, text, today=context.today)
    names = await name_areas(context.unit, found.areas)
    return FoundNames(
        places=[(area.id, names[area.id]) for area in found.areas],
        people=[(person.id, person.name, person.phone) for person in found.people],
        chapters=await chapters_of(context.unit, found.chapter_ids),
    )
