"""What a place's digest may show beside the digests of other places (`domain.disclosure`)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import Period
from domain.chapters import Area, ids_of, path_of
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
    above = [pair for pair in bound if pair != path and path[: len(pair)] == pair]
    counting = _Counting(unit, month, policy, now)
    inside = await counting.tells_kinds(_held(path, counted), path, bound)
    if not above:
        return Disclosure(is_hidden=False, with_kinds=inside, with_sums=True)
    held = await counting.beside(min(above, key=len), path)
    sizes = (chapters_held, chapters_asked)
    return Disclosure(
        is_hidden=not is_open(held, path, bound),
        with_kinds=inside,
        with_sums=all(is_open(held, path, bound, size) for size in sizes),
    )


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts no more of a month than what is to be found out needs."""

    unit: UnitOfWork
    month: Period
    policy: Policy
    now: datetime

    async def held(self, path: Path) -> list[Held]:
        """Returns what the parts right below a place hold."""
        counted = await count_figures(
            self.unit, path_of(path), self.month, policy=self.policy, now=self.now
        )
        return _held(path, counted)

    async def beside(self, top: Path, path: Path) -> list[Held]:
        """Returns what all places hold that lie beside the way from one down to another."""
        found: list[Held] = []
        for depth in range(len(top), len(path)):
            rows = await self.held(path[:depth])
            on_the_way = path[: depth + 1] if depth + 1 < len(path) else None
            found += (held for held in rows if held.path != on_the_way)
        return found

    async def tells_kinds(
        self, held: Collection[Held], path: Path, bound: Collection[Path]
    ) -> bool:
        """True where a place may be told of by kind beside the channels in it."""
        for pair in bound:
            if len(pair) > len(path) and pair[: len(path)] == path:
                apart = [each for each in held if each.path != pair]
                within = await self.held(pair) if len(pair) == len(path) + 1 else []
                if not tells_kinds([*apart, *within], path, [pair]):
                    return False
        return True


async def has_channel_above(unit: UnitOfWork, place: Area, month: Period, policy: Policy) -> bool:
    """True when a place above one has or had a channel in a month or since."""
    path = ids_of(place.path)
    bound = await _bound(unit, month, policy)
    return any(pair != path and path[: len(pair)] == pair for pair in bound)


async def _bound(unit: UnitOfWork, month: Period, policy: Policy) -> list[Path]:
    since = policy.midnight(month.first_day)
    ids = await digest_targets.list_areas(unit, since=since)
    return [
        ids_of(area.path) for area in (await pasts.list_on(unit, ids, month.last_day)).values()
    ]


def _held(path: Path, counted: Iterable[Counted]) -> list[Held]:
    """Returns figures by part of a place, its own chapters as such."""
    return [
        Held(
            path if month.area_id == path[-1] else (*path, month.area_id),
            month.kind,
            month.figures,
        )
        for month in counted
    ]
