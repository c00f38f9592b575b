"""Counts one place month by month, of the kinds in sight and asked for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, repeat

from domain.calendar import Period
from domain.chapters import Area
from domain.figures import Counted, Figures, total_of
from domain.people import Only, is_within
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.figures.counting import MonthReader, recount
from operations.figures.overview import in_sight
from operations.namesakes import name_areas
from operations.rights import Right
from storage.directory import pasts
from storage.directory.chapters import Scope
from storage.figures.cells import Shape
from storage.figures.parts import Grouping

# So many spans of a length in months show where it goes.
_TREND = {1: 6, 3: 4, 6: 3, 12: 2}


async def open_counter(
    context: ActorContext, place: Area, only: Only = None, *, as_today: bool = False
) -> "PlaceCounter":
    """Returns the counter of a place in sight, of one kind or association if given.

    It counts by where places lay in each month, or `as_today` by where they lie now.
    """
    far = await scopes(context.unit, reach(context.posts, context.today, Right.SEE_OVERVIEW))
    placed_on = context.today if as_today else None
    reader = MonthReader(context.unit, context.policy, context.now, placed_on, brief=True)
    return PlaceCounter(context, place, far, only, reader)


@dataclass(frozen=True, slots=True)
class PlaceCounter:
    """Counts one place, of the kinds in sight and asked for; each month once."""

    context: ActorContext
    place: Area
    far: Sequence[Scope]
    only: Only
    reader: MonthReader
    known: dict[Span, list[Counted]] = field(default_factory=dict)

    async def count(self, span: Span) -> list[Counted]:
        """Returns what the months of a span come to that have begun."""
        if span not in self.known:
            self.known[span] = await self._count(span, Grouping.BY_PART)
        return self.known[span]

    async def add_up(self, span: Span) -> Figures:
        """Returns what the months of a span come to altogether."""
        counted = self.known.get(span)
        if counted is None:
            counted = await self._count(span, Grouping.AS_ONE)
        return add_up(counted)

    async def _count(self, span: Span, grouping: Grouping) -> list[Counted]:
        at: dict[str, list[Period]] = defaultdict(list)
        for month, path in await self._paths(span.begun(self.context.today)):
            at[path].append(month)
        found: list[Counted] = []
        for path, months in at.items():
            found += self._wanted(await self.reader.count_all(path, months, grouping), path)
        return found

    async def recount(self, span: Span, grouping: Grouping = Grouping.BY_PART) -> list[Counted]:
        """Returns what a closed span comes to with what was reported after its closing."""
        found: list[Counted] = []
        shape = Shape(grouping=grouping, brief=True)
        for month, path in await self._paths(span.periods):
            counted = await recount(
                self.context.unit,
                path,
                month,
                policy=self.context.policy,
                placed_on=self.reader.placed_on,
                shape=shape,
            )
            found += self._wanted(counted, path)
        return found

    async def trend(self, span: Span) -> list[tuple[Span, Figures]]:
        """Returns this span and those before it, the oldest first."""
        spans = [*accumulate(repeat(span, _TREND[span.months]), lambda last, _: last.previous())]
        return [(before, await self.add_up(before)) for before in reversed(spans)]

    async def path(self, month: Period) -> str:
        """Returns the path that the place had in a month."""
        return (await self._paths([month]))[0][1]

    async def _paths(self, months: Sequence[Period]) -> list[tuple[Period, str]]:
        """Returns months, each with the path that the place had in it."""
        if not months:
            return []
        days = [self.reader.day_of(month) for month in months]
        paths = await pasts.paths_on(self.context.unit, self.place.id, days)
        return [*zip(months, paths, strict=True)]

    def _wanted(self, counted: Sequence[Counted], path: str) -> list[Counted]:
        return [
            one
            for one in in_sight(counted, path, self.far)
            if is_within(self.only, one.kind_id, one.association)
        ]

    async def name(self, span: Span, area_ids: set[int]) -> dict[int, Area]:
        """Returns the place and its parts as they were, namesakes told apart."""
        unit = self.context.unit
        day = self.reader.placed_on or span.last_day
        found = await pasts.list_on(unit, {self.place.id, *area_ids}, day)
        names = await name_areas(unit, found.values())
        return {number: replace(one, name=names[number]) for number, one in found.items()}


def add_up(counted: Sequence[Counted]) -> Figures:
    """Returns the sum of what was counted."""
    return total_of(one.figures for one in counted)
