"""What a place's digest may show beside the digests of other places (`domain.disclosure`)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from domain.calendar import Period
from domain.chapters import Area, ids_of
from domain.disclosure import Held, Path, is_open, tells_kinds
from domain.figures import Counted, chapters_asked, chapters_held
from domain.policy import Policy
from operations.figures.counting import count_figures
from storage import UnitOfWork
from storage.directory import digest_targets, pasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What may be shown: anything at all, rows by kind, sums of present members and cadres."""

    is_hidden: bool
    with_kinds: bool
    with_sums: bool


async def disclosure_of(
    unit: UnitOfWork,
    place: Area,
    month: Period,
    counted: Collection[Counted],
    *,
    policy: Policy,
    now: datetime,
) -> Disclosure:
    """Returns what may be shown of a place, as it was in a month, by what is counted there."""
    bound = await _bound(unit, month, policy)
    path = ids_of(place.path)
    above = [one for one in bound if one != path and path[: len(one)] == one]
    held, here = _held(counted, await _paths(unit, place.path, month)), path
    inside = tells_kinds(held, here, bound)
    if not above:
        return Disclosure(is_hidden=False, with_kinds=inside, with_sums=True)
    top = "/" + "".join(f"{area_id}/" for area_id in min(above, key=len))
    everything = await count_figures(unit, top, month, policy=policy, now=now)
    held = _held(everything, await _paths(unit, top, month))
    sizes = (chapters_held, chapters_asked)
    return Disclosure(
        is_hidden=not is_open(held, here, bound),
        with_kinds=inside,
        with_sums=all(is_open(held, here, bound, size) for size in sizes),
    )


async def has_channel_above(unit: UnitOfWork, place: Area, month: Period, policy: Policy) -> bool:
    """True when a place above one has or had a channel in a month or since."""
    path = ids_of(place.path)
    bound = await _bound(unit, month, policy)
    return any(one != path and path[: len(one)] == one for one in bound)


async def _bound(unit: UnitOfWork, month: Period, policy: Policy) -> list[Path]:
    since = datetime.combine(month.first_day, time(), policy.timezone)
    ids = await digest_targets.list_areas(unit, since=since)
    return [ids_of(one.path) for one in (await pasts.list_on(unit, ids, month.last_day)).values()]


async def _paths(unit: UnitOfWork, path: str, month: Period) -> Mapping[int, Path]:
    there = await pasts.list_below(unit, path, month.last_day)
    return {one.id: ids_of(one.path) for one in there}


def _held(counted: Iterable[Counted], paths: Mapping[int, Path]) -> list[Held]:
    return [
        Held(paths[one.area_id], one.kind, one.figures) for one in counted if one.figures.chapters
    ]
