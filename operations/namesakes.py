"""Names that repeat in what somebody looks at, told apart by the places above."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from domain.cases import Case
from domain.chapters import Area, ids_of
from domain.reading import key
from storage import UnitOfWork
from storage.directory import areas, chapters


class OfChapter(Protocol):
    """Whatever is told of by the name of its chapter."""

    @property
    def chapter_id(self) -> int:
        """Which chapter it is."""

    @property
    def chapter_name(self) -> str:
        """The chapter's name."""


T = TypeVar("T", bound=OfChapter)


async def name_chapters(unit: UnitOfWork, found: Sequence[T]) -> list[T]:
    """Returns things of chapters with the place added to the names that several share."""
    names = await tell_apart(unit, {item.chapter_id: item.chapter_name for item in found})
    return [
        item
        if names[item.chapter_id] == item.chapter_name
        else replace(item, chapter_name=names[item.chapter_id])  # type: ignore[type-var]
        for item in found
    ]


async def tell_apart(unit: UnitOfWork, named: Mapping[int, str]) -> Mapping[int, str]:
    """Returns names of chapters, those that several share with the place."""
    repeated = _repeated(named)
    known = await chapters.by_ids(unit, repeated) if repeated else {}
    told = {number: (named[number], chapter.area_path) for number, chapter in known.items()}
    return {**named, **await _told_apart(unit, told)}


async def name_areas(unit: UnitOfWork, found: Iterable[Area]) -> dict[int, str]:
    """Returns the names of places, those that several share with the place above."""
    known = {area.id: area for area in found}
    named = {number: area.name for number, area in known.items()}
    above = {number: known[number].path.removesuffix(f"{number}/") for number in _repeated(named)}
    return named | await _told_apart(
        unit, {number: (named[number], path) for number, path in above.items()}
    )


async def name_places(unit: UnitOfWork, found: Sequence[Case]) -> list[Case]:
    """Returns cases with the place above added to the names of places that several share."""
    ids = {ids_of(case.area_path)[-1] for case in found}
    names = await name_areas(unit, (await areas.by_ids(unit, ids)).values())
    return [replace(case, area_name=names[ids_of(case.area_path)[-1]]) for case in found]


def _repeated(named: Mapping[int, str]) -> frozenset[int]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in named.items():
        groups[key(name)].append(number)
    return frozenset(number for some in groups.values() if len(some) > 1 for number in some)


async def _told_apart(unit: UnitOfWork, named: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """Returns names with as many places, the nearest first, as tell them from each other."""
    if not named:
        return {}
    ids = {area_id for _, path in named.values() for area_id in ids_of(path)}
    known = await areas.by_ids(unit, ids)
    groups: dict[str, list[int]] = defaultdict(list)
    for number, (name, _) in named.items():
        groups[key(name)].append(number)
    told: dict[int, str] = {}
    for some in groups.values():
        places = {number: _places(*named[number], known) for number in some}
        most = max(map(len, places.values()))
        steps = (
            {number: ", ".join(above[:many]) for number, above in places.items()}
            for many in range(1, most + 1)
        )
        added = next((step for step in steps if len(set(step.values())) == len(some)), {})
        told |= {number: f"{named[number][0]} ({where})" for number, where in added.items()}
    return told


def _places(name: str, path: str, known: Mapping[int, Area]) -> list[str]:
    """Returns the places from the nearest up that the name itself does not tell."""
    above = [known[area_id].name for area_id in reversed(ids_of(path))]
    return [text for text in above if key(text) not in key(name)]
