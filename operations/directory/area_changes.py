"""Rename, move, close, merge and split places."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.chapters import Area, Chapter
from domain.reforms import AreaPart, CloseArea, MergeAreas, MoveArea, RenameArea, SplitArea
from domain.refusals import BadInput, Conflict
from operations.directory.chapter_changes import move_chapters
from operations.directory.handing_on import hand_on_posts, hand_on_topics
from operations.directory.reorganisation import Reform, checked_name, several
from operations.wording import day_fact
from storage.directory import areas, chapters, pasts, reforms, successors


async def rename_area(reform: Reform, change: RenameArea) -> None:
    """Gives a place another name, perhaps another code, from a day on."""
    reform.check_day(ahead=False)
    (place,) = await reform.get_areas([change.area_id])
    reform.check_office(place.path)
    renamed = replace(place, name=checked_name(change.name), code=change.code or place.code)
    if renamed == place:
        raise BadInput("change-same-name", name=place.name)
    await pasts.change_areas(reform.unit, [(place, renamed)], first_day=reform.first_day)
    before = {"name": place.name, "code": place.code}
    after = {"name": renamed.name, "code": renamed.code}
    reform.note("area.rename", _subject(place), before, after)
    reform.say("change-effect-renamed", before=place.name, after=renamed.name)


async def move_area(reform: Reform, change: MoveArea) -> None:
    """Brings a place with all below it under another from a day on."""
    reform.check_day(ahead=False)
    place, parent = await reform.get_areas([change.area_id, change.parent_id])
    _check_above(reform, place)
    reform.check_office(parent.path)
    if parent.path.startswith(place.path):
        raise BadInput("change-below-itself", name=place.name, place=parent.name)
    if parent.id == place.parent_id:
        raise BadInput("change-same-place", name=place.name, place=parent.name)
    above = await areas.by_ids(reform.unit, [place.parent_id] if place.parent_id else [])
    await _move(reform, [place], parent)
    old = next((area.name for area in above.values()), "–")
    reform.say("change-effect-moved", name=place.name, before=old, after=parent.name)


async def close_area(reform: Reform, change: CloseArea) -> None:
    """Ends a place that holds nothing any more."""
    reform.check_day(ahead=True)
    (place,) = await reform.get_areas([change.area_id])
    _check_above(reform, place)
    left = await reforms.count_below(reform.unit, place.path, day=reform.first_day)
    if left:
        raise Conflict("change-not-empty", name=place.name, count=left)
    await _close(reform, [place], "area.close", ())
    reform.say("change-effect-closed", name=place.name, day=day_fact(reform.last_day))


async def merge_areas(reform: Reform, change: MergeAreas) -> int:
    """Makes one new place of several; returns its id."""
    reform.check_day(ahead=False)
    merged = await reform.get_areas(several(change.area_ids))
    for place in merged:
        _check_above(reform, place)
    if len({(area.parent_id, area.level) for area in merged}) > 1:
        raise BadInput("change-one-parent")
    part = AreaPart(name=change.name, code=change.code)
    made = await _found(reform, merged[0], part, merged, "area.merge")
    names = ", ".join(area.name for area in merged)
    reform.say("change-effect-area-merged", before=names, after=made.name)
    for area in merged:
        await _fill(reform, area, made, await _chapters_in(reform, area))
    await _hand_on(reform, merged, [made], "area.merge")
    return made.id


async def split_area(reform: Reform, change: SplitArea) -> tuple[int, ...]:
    """Makes several new places of one; returns their ids."""
    reform.check_day(ahead=False)
    (place,) = await reform.get_areas([change.area_id])
    _check_above(reform, place)
    several(change.parts)
    here = {chapter.id: chapter for chapter in await _chapters_in(reform, place)}
    named = [number for part in change.parts for number in part.chapter_ids]
    if strange := set(named) - set(here):
        raise BadInput("change-chapter-not-there", id=str(min(strange)))
    if len(named) > len(set(named)):
        raise BadInput("change-chapter-twice")
    made: list[Area] = []
    for part in change.parts:
        new = await _found(reform, place, part, [place], "area.split")
        reform.say("change-effect-area-part", before=place.name, after=new.name)
        rest = [] if made else [chapter for number, chapter in here.items() if number not in named]
        moved = [*rest, *(here[number] for number in part.chapter_ids)]
        await _fill(reform, place, new, moved, with_areas=not made)
        made.append(new)
    await _hand_on(reform, [place], made, "area.split")
    return tuple(area.id for area in made)


def _check_above(reform: Reform, place: Area) -> None:
    """Refuses who works only for the place itself: its being is for those above it."""
    above = place.path.removesuffix(f"{place.id}/")
    reform.check_office(above if place.parent_id else place.path)


async def _chapters_in(reform: Reform, place: Area) -> list[Chapter]:
    here = await chapters.list_of_area(reform.unit, place.id)
    return [
        chapter
        for chapter in here
        if chapter.valid_to is None or chapter.valid_to >= reform.first_day
    ]


async def _found(
    reform: Reform, like: Area, part: AreaPart, old: Sequence[Area], action: str
) -> Area:
    parent = await areas.get(reform.unit, like.parent_id) if like.parent_id else None
    made = await areas.add(
        reform.unit,
        areas.NewArea(
            name=checked_name(part.name),
            level=like.level,
            valid_from=reform.first_day,
            parent=parent,
            code=part.code,
            grace_days=like.grace_days,
            closing_day=like.closing_day,
            travel_min=like.travel_min,
        ),
    )
    await successors.add_areas(reform.unit, [(area.id, made.id) for area in old])
    after = {"name": made.name, "predecessors": [area.id for area in old]}
    reform.note(action, _subject(made), None, after)
    return made


async def _fill(
    reform: Reform, old: Area, new: Area, moved: Sequence[Chapter], *, with_areas: bool = True
) -> None:
    """Brings an old place's chapters, and the places in it, to a new one."""
    inside = await areas.list_below(reform.unit, old.path) if with_areas else []
    children = [area for area in inside if area.parent_id == old.id and _lasts(area, reform)]
    await _move(reform, children, new)
    await move_chapters(reform, moved, new.id)
    for name in [area.name for area in children] + [chapter.name for chapter in moved]:
        reform.say("change-effect-moved", name=name, before=old.name, after=new.name)


def _lasts(place: Area, reform: Reform) -> bool:
    return place.valid_to is None or place.valid_to >= reform.first_day


async def _move(reform: Reform, places: Sequence[Area], parent: Area) -> None:
    """Rewrites the paths of places and of all below them."""
    pairs = []
    for place in places:
        prefix = f"{parent.path}{place.id}/"
        for area in await areas.list_below(reform.unit, place.path):
            path = prefix + area.path.removeprefix(place.path)
            above = parent.id if area.id == place.id else area.parent_id
            pairs.append((area, replace(area, path=path, parent_id=above)))
        before, after = {"parent_id": place.parent_id}, {"parent_id": parent.id}
        reform.note("area.move", _subject(place), before, after)
    await pasts.change_areas(reform.unit, pairs, first_day=reform.first_day)


async def _hand_on(reform: Reform, old: Sequence[Area], made: Sequence[Area], action: str) -> None:
    """Gives the new places what belonged to the old ones, and ends those."""
    ids = [area.id for area in old]
    posts = await reforms.list_posts_of_areas(reform.unit, ids, day=reform.first_day)
    for place in made:
        await reforms.hand_on_area(reform.unit, ids, place.id, first_day=reform.first_day)
        await hand_on_posts(
            reform, [(post, post.role) for post in posts], scope={"area_id": place.id}
        )
    await hand_on_topics(reform, ids, [area.id for area in made])
    await reforms.end_posts_of_areas(reform.unit, ids, last_day=reform.last_day)
    await _close(reform, old, action, [area.id for area in made])


async def _close(
    reform: Reform, closed: Sequence[Area], action: str, made: Collection[int]
) -> None:
    ids = [area.id for area in closed]
    await reforms.close_areas(reform.unit, ids, last_day=reform.last_day)
    for place in closed:
        before = {"valid_to": place.valid_to.isoformat() if place.valid_to else None}
        after = {"valid_to": reform.last_day.isoformat(), "successors": list(made)}
        reform.note(action, _subject(place), before, after)


def _subject(place: Area) -> str:
    return f"area:{place.id}"
