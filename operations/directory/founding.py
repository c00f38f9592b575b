"""A new chapter or place of the directory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.chapter_changes import TYPED, What, parse_value
from domain.chapters import Area
from domain.names import same_name
from domain.refusals import BadInput, Conflict
from operations.access import require_at, require_office
from operations.context import ActorContext
from operations.desks import list_kinds_in_sight
from operations.directory.reorganisation import checked_name
from operations.facts import ChapterChanged
from operations.rights import Right
from storage.directory import areas, chapters, directory_search, directory_writes
from storage.maintenance import audit

_LONGEST_LEVEL = 40
_MINUTES = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChapter:
    """A chapter as it was typed: its name, its kind, and what else can be changed later."""

    name: str
    kind_id: int
    typed: Mapping[What, str]


async def found_chapter(context: ActorContext, place: Area, new: NewChapter) -> int:
    """Adds a chapter to a place from today on; returns its id.

    Raises BadInput for what was not understood, Conflict where one bears that name.
    """
    unit, name = context.unit, checked_name(new.name)
    kinds = await list_kinds_in_sight(context, Right.MANAGE)
    kind = next((one for one in kinds if one.id == new.kind_id), None)
    if kind is None:
        raise BadInput("found-no-kind")
    own = (kind.id, kind.association)
    require_at(Right.MANAGE, context.posts, place, context.today, kind=own)
    values: dict[str, Any] = {"exempt_count": 0, "frequency": None, "rule": None}
    for what in TYPED:
        text = new.typed.get(what, "")
        # The kind says the day where the chapter has none of its own.
        if text or what is not What.DAY:
            values |= parse_value(what, text)
    if values["exempt_count"] > values["member_count"]:
        raise BadInput("edit-bad-exempt", exempt=values["exempt_count"])
    here = await chapters.list_of_area(unit, place.id)
    if any(same_name(one.name, name) for one in here if one.is_valid_on(context.today)):
        raise Conflict("found-is-there", name=name)
    row = {
        **values,
        "name": name,
        "kind_id": kind.id,
        "area_id": place.id,
        "shift": None,
        "duration_min": _MINUTES,
        "valid_from": context.today,
        "valid_to": None,
    }
    (chapter_id,) = await directory_writes.add_rows(unit, "chapters", [row], now=context.now)
    _note(context, "chapter.founded", f"chapter:{chapter_id}", {"name": name, "area": place.id})
    chapter = (await chapters.by_ids(unit, [chapter_id]))[chapter_id]
    await context.publish(ChapterChanged(chapter=chapter))
    return chapter_id


async def found_place(context: ActorContext, above: Area, name: str, level: str) -> int:
    """Adds a place below another from today on; returns its id.

    Raises BadInput for a name or level that is none, Conflict where one bears that name.
    """
    unit, name, level = context.unit, checked_name(name), " ".join(level.split())
    require_office(context.posts, above, context.today)
    if not 0 < len(level) <= _LONGEST_LEVEL:
        raise BadInput("found-no-level")
    there = await directory_search.list_children(unit, above.id, day=context.today)
    if any(same_name(known, name) for _, known in there):
        raise Conflict("found-is-there", name=name)
    new = areas.NewArea(name=name, level=level, valid_from=context.today, parent=above)
    made = await areas.add(unit, new)
    _note(context, "area.founded", f"area:{made.id}", {"name": name, "parent_id": above.id})
    return made.id


def _note(context: ActorContext, action: str, subject: str, after: Mapping[str, Any]) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(person_id=context.actor.id, action=action, subject=subject, after=after),
        now=context.now,
    )
