"""A place over some months, as its staff look at it: the whole, its parts, its kinds, its past."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate, repeat

from domain.calendar import Period, closing_date
from domain.chapters import Area
from domain.corrections import differences
from domain.figures import Counted, Figures, sum_by, total_of
from domain.people import Only, is_within
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.figures.counting import count_figures, recount
from operations.figures.overview import in_sight
from operations.meetings.planning_context import deadlines_at
from operations.namesakes import name_areas
from operations.rights import Right
from storage.directory import pasts
from storage.directory.chapters import Scope

# So many spans of a length in months show where it goes.
_TREND = {1: 6, 3: 4, 6: 3, 12: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures of a part of a place, or of a kind there, beside those of the span before."""

    id: int
    name: str
    now: Figures
    before: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOverview:
    """What a place comes to over a span, within the kinds in sight and those asked for.

    `by_place` are the places right below, and the place itself for the chapters right there.
    `as_of` is today while a month of the span is open, which `closes_on` says until when.
    `changes` are the figures that reports changed after closing, as closed and as they are.
    """

    place: Area
    span: Span
    now: Figures
    before: Figures
    year_before: Figures
    by_place: Sequence[Part]
    by_kind: Sequence[Part]
    trend: Sequence[tuple[Span, Figures]]
    as_of: date
    closes_on: date
    is_closed: bool
    changes: Mapping[str, tuple[int, int]]


async def look_over(
    context: ActorContext, place: Area, span: Span, only: Only = None
) -> PlaceOverview:
    """Returns the figures of a place in sight, of one kind or association if given."""
    far = await scopes(context.unit, reach(context.posts, context.today, Right.SEE_OVERVIEW))
    counter = _Counter(context, place, far, only)
    now, before = await counter.count(span), await counter.count(span.previous())
    at = await deadlines_at(context.unit, place.path, policy=context.policy)
    closes_on = closing_date(span.periods[-1], closing_day=at.closing_day)
    is_closed = context.today > closes_on
    areas = await counter.name(span, {one.area_id for one in now})
    names = {number: one.name for number, one in areas.items()}
    kinds = {one.kind_id: one.kind for one in now}
    return PlaceOverview(
        place=areas[place.id],
        span=span,
        now=_total(now),
        before=_total(before),
        year_before=_total(await counter.count(span.year_before())),
        by_place=_parts(now, before, names, _area_of),
        by_kind=_parts(now, before, kinds, _kind_of),
        trend=await counter.trend(span),
        as_of=closes_on if is_closed else context.today,
        closes_on=closes_on,
        is_closed=is_closed,
        changes=differences(_total(now), await counter.recount(span)) if is_closed else {},
    )


@dataclass(frozen=True, slots=True)
class _Counter:
    """Counts one place, of the kinds in sight and asked for; each month once."""

    context: ActorContext
    place: Area
    far: Sequence[Scope]
    only: Only
    known: dict[Period, list[Counted]] = field(default_factory=dict)

    async def count(self, span: Span) -> list[Counted]:
        """Returns what the months of a span come to that have begun."""
        months = span.begun(self.context.today)
        for month in months:
            if month not in self.known:
                self.known[month] = await self._count(month)
        return [one for month in months for one in self.known[month]]

    async def _count(self, month: Period) -> list[Counted]:
        context, path = self.context, await self._path(month)
        policy, now = context.policy, context.now
        counted = await count_figures(context.unit, path, month, policy=policy, now=now)
        return self._wanted(counted, path)

    async def recount(self, span: Span) -> Figures:
        """Returns what a closed span comes to with what was reported after its closing."""
        found: list[Counted] = []
        for month in span.periods:
            path = await self._path(month)
            counted = await recount(self.context.unit, path, month, policy=self.context.policy)
            found += self._wanted(counted, path)
        return _total(found)

    async def trend(self, span: Span) -> list[tuple[Span, Figures]]:
        """Returns this span and those before it, the oldest first."""
        spans = accumulate(repeat(span, _TREND[span.months]), lambda last, _: last.previous())
        found = [(one, _total(await self.count(one))) for one in spans]
        return found[::-1]

    async def _path(self, month: Period) -> str:
        return (await pasts.area_on(self.context.unit, self.place.id, month.last_day)).path

    def _wanted(self, counted: Sequence[Counted], path: str) -> list[Counted]:
        return [
            one
            for one in in_sight(counted, path, self.far)
            if is_within(self.only, one.kind_id, one.association)
        ]

    async def name(self, span: Span, area_ids: set[int]) -> dict[int, Area]:
        """Returns the place and its parts as they were, namesakes told apart."""
        unit = self.context.unit
        found = await pasts.list_on(unit, {self.place.id, *area_ids}, span.last_day)
        names = await name_areas(unit, found.values())
        return {number: replace(one, name=names[number]) for number, one in found.items()}


def _total(counted: Sequence[Counted]) -> Figures:
    return total_of(one.figures for one in counted)


def _parts(
    now: Sequence[Counted],
    before: Sequence[Counted],
    names: Mapping[int, str],
    key: Callable[[Counted], int],
) -> tuple[Part, ...]:
    """Returns the parts that owe something now, with what the same came to before."""
    here, earlier = sum_by(now, key), sum_by(before, key)
    return tuple(
        Part(id=number, name=names[number], now=one, before=earlier.get(number, Figures()))
        for number, one in here.items()
        if one.expected
    )


def _area_of(one: Counted) -> int:
    return one.area_id


def _kind_of(one: Counted) -> int:
    return one.kind_id
