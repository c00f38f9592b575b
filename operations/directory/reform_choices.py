"""With what a chapter or a place can be brought together, and where it can be brought."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.chapters import Area, Chapter, ids_of
from operations.access import may, may_see_place, require
from operations.context import ActorContext
from operations.rights import Right
from storage.directory import areas, chapters


@dataclass(frozen=True, slots=True, kw_only=True)
class ReformChoices:
    """What is changed: a chapter, or the place; and what a change of it may name.

    `beside` are the chapters or places that it can be merged with, `places` those it can go to,
    `inside` the chapters that a place is split among.
    """

    place: Area
    chapter: Chapter | None
    beside: Sequence[tuple[int, str]]
    places: Sequence[tuple[int, str]]
    inside: Sequence[Chapter] = ()


async def list_reform_choices(
    context: ActorContext, place: Area, chapter_id: int | None
) -> ReformChoices:
    """Returns what a change of a chapter, or of a place, may name; raises NotFound."""
    if chapter_id is None:
        return await _of_place(context, place)
    chapter = require(
        Right.MANAGE,
        context.posts,
        await chapters.find(context.unit, chapter_id),
        context.today,
    )
    home = await areas.get(context.unit, chapter.area_id)
    around = await _above(context, home) or home
    alike = await chapters.list_in_scopes(
        context.unit,
        chapter_ids=(),
        scopes=[(around.path, chapter.kind.id)],
        day=context.today,
    )
    near = await areas.list_below(context.unit, around.path, day=context.today)
    return ReformChoices(
        place=home,
        chapter=chapter,
        beside=[
            (one.id, f"{one.name}, {one.area_name}")
            for one in alike
            if one.id != chapter.id and may(Right.MANAGE, context.posts, one, context.today)
        ],
        places=[(one.id, one.name) for one in near if one.id != home.id],
    )


async def _of_place(context: ActorContext, place: Area) -> ReformChoices:
    unit, above = context.unit, await _above(context, place)
    here = await chapters.list_of_area(unit, place.id)
    if above is None:
        return ReformChoices(
            place=place, chapter=None, beside=(), places=(), inside=_lasting(context, here)
        )
    siblings = await areas.list_below(unit, above.path, day=context.today)
    top = await _highest(context, above)
    around = await areas.list_below(unit, top.path, day=context.today)
    return ReformChoices(
        place=place,
        chapter=None,
        beside=[
            (one.id, one.name)
            for one in siblings
            if one.parent_id == above.id and one.id != place.id
        ],
        places=[
            (one.id, one.name) for one in around if one.level == above.level and one.id != above.id
        ],
        inside=_lasting(context, here),
    )


def _lasting(context: ActorContext, here: Sequence[Chapter]) -> list[Chapter]:
    return [one for one in here if one.is_valid_on(context.today)]


async def _above(context: ActorContext, place: Area) -> Area | None:
    """Returns the place above one, if that is in sight."""
    if place.parent_id is None:
        return None
    above = await areas.get(context.unit, place.parent_id)
    return above if may_see_place(context.posts, above.path, context.today) else None


async def _highest(context: ActorContext, place: Area) -> Area:
    """Returns the topmost place above one that is in sight."""
    known = await areas.by_ids(context.unit, ids_of(place.path))
    return next(
        known[number]
        for number in ids_of(place.path)
        if may_see_place(context.posts, known[number].path, context.today)
    )
