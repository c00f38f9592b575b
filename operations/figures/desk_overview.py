"""A place over some months, as its staff look at it: the whole, its parts, its kinds, its past."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import closing_date
from domain.chapters import Area
from domain.corrections import differences
from domain.figures import Counted, Figures, sum_by
from domain.people import Only
from domain.reporting_span import Span
from operations.context import ActorContext
from operations.figures.place_counter import add_up, open_counter
from operations.meetings.planning_context import deadlines_at
from storage.figures.parts import Grouping


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
    `by_both` are the parts of the place by kind, of which `kinds` are the names.
    `changes` are the figures that reports changed after closing, as closed and as they are.
    """

    place: Area
    span: Span
    now: Figures
    before: Figures
    year_before: Figures
    by_place: Sequence[Part]
    by_kind: Sequence[Part]
    by_both: Mapping[tuple[int, int], Figures]
    kinds: Mapping[int, str]
    trend: Sequence[tuple[Span, Figures]]
    as_of: date
    closes_on: date
    is_closed: bool
    changes: Mapping[str, tuple[int, int]]


async def look_over(
    context: ActorContext,
    place: Area,
    span: Span,
    only: Only = None,
    *,
    afresh: bool = False,
    as_today: bool = False,
) -> PlaceOverview:
    """Returns the figures of a place in sight, of one kind or association if given.

    Those of a closed span are as they were closed, or `afresh` with what came afterwards; places
    are taken as they lay then, or `as_today`.
    """
    counter = await open_counter(context, place, only, as_today=as_today)
    closed, before = await counter.count(span), await counter.count(span.previous())
    closes_on = await _closing_of(context, place, span)
    is_closed = context.today > closes_on
    after = closed
    if is_closed:
        after = await counter.recount(span, Grouping.BY_PART if afresh else Grouping.AS_ONE)
    now = after if afresh else closed
    areas = await counter.name(span, {one.area_id for one in now})
    names = {number: one.name for number, one in areas.items()}
    kinds = {one.kind_id: one.kind for one in now}
    return PlaceOverview(
        place=areas[place.id],
        span=span,
        now=add_up(now),
        before=add_up(before),
        year_before=await counter.add_up(span.year_before()),
        by_place=_parts(now, before, names, _area_of),
        by_kind=_parts(now, before, kinds, _kind_of),
        by_both=sum_by(now, lambda one: (one.area_id, one.kind_id)),
        kinds=kinds,
        trend=await counter.trend(span),
        as_of=closes_on if is_closed else context.today,
        closes_on=closes_on,
        is_closed=is_closed,
        changes=differences(add_up(closed), add_up(after)),
    )


async def count_place(
    context: ActorContext, place: Area, span: Span, only: Only = None, *, afresh: bool = False
) -> Figures:
    """Returns what `look_over` tells of the span itself, without all that stands beside it."""
    counter = await open_counter(context, place, only)
    is_closed = context.today > await _closing_of(context, place, span)
    if afresh and is_closed:
        return add_up(await counter.recount(span, Grouping.AS_ONE))
    return await counter.add_up(span)


async def _closing_of(context: ActorContext, place: Area, span: Span) -> date:
    at = await deadlines_at(context.unit, place.path, policy=context.policy)
    return closing_date(span.periods[-1], closing_day=at.closing_day)


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
