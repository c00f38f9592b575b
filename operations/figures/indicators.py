"""Indicators of a place and span, beside their targets, the span before and the year before."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import counters as codes
from domain.calendar import Period, closing_date
from domain.chapters import Area
from domain.figures import Figures, total_of
from domain.indicators import Facts, Figure, Indicator, Target, figure_of, is_met
from domain.people import Only, Post
from domain.policy import Policy
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.desks import get_desk
from operations.figures.counting import MonthReader
from operations.figures.overview import in_sight
from operations.meetings.planning_context import deadlines_at
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import pasts
from storage.directory.chapters import Scope
from storage.figures import counter_sums, indicators, programmes
from storage.figures.parts import Grouping
from storage.figures.programmes import Programme
from storage.figures.within import Within

# "Hoàn thành tốt nhiệm vụ" and better, whatever an association calls it.
_BEST_LEVELS = 2
_YEAR = 12
_OF_FIGURES = (
    *("held", "on_day", "on_time", "present", "room", "cadre", "cadre_told", "cadre_asked"),
    *("topic", "discussion", "dialogue", "proposals"),
)
_OF_FIGURES_ALONE = (Indicator.HELD, Indicator.ON_TIME, Indicator.MEMBERS, Indicator.CADRE)
_FLOWS = {
    codes.NEW: "members_new",
    codes.LEFT: "members_left",
    codes.HEADS_TRAINED: "heads_trained",
    codes.HEADS_ADMITTED: "heads_admitted",
    codes.CANDIDATES: "candidates",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target with the figure it is held to, which may be of one kind only."""

    target: Target
    figure: Figure
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An indicator: now, the span before, the same span a year before, and what is aimed at."""

    indicator: Indicator
    now: Figure
    before: Figure
    year_before: Figure
    aims: tuple[Aim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The indicators of a place and span; `programmes` are those in force there.

    `pilots` are the places right here that a programme tries things out in. `is_final` once
    every month of the span is closed.
    """

    place: Area
    above: Area | None
    span: Span
    is_final: bool
    lines: tuple[Line, ...]
    programmes: tuple[Programme, ...]


async def get_report(
    unit: UnitOfWork,
    posts: Sequence[Post],
    area_id: int,
    span: Span,
    *,
    policy: Policy,
    now: datetime,
) -> Report:
    """Returns the indicators of a place that somebody looks after; raises NotFound."""
    today = policy.day_of(now)
    place, above = await get_desk(unit, posts, area_id, today=today)
    seen = await scopes(unit, reach(posts, today, Right.SEE_OVERVIEW))
    maker = _Maker(unit, place, seen, MonthReader(unit, policy, now))
    now_facts = await maker.facts(span)
    before, year_before = await maker.facts(span.previous()), await maker.facts(span.year_before())
    targets = await programmes.list_targets(unit, area_id, period=str(span))
    of_kind = {
        kind: await maker.facts(span, kind_id=kind)
        for kind in sorted({target.kind_id for target in targets if target.kind_id is not None})
    }
    closing_day = (await deadlines_at(unit, place.path, policy=policy)).closing_day
    return Report(
        place=place,
        above=above,
        span=span,
        is_final=today > closing_date(span.periods[-1], closing_day=closing_day),
        lines=tuple(
            Line(
                indicator=indicator,
                now=figure_of(indicator, now_facts),
                before=figure_of(indicator, before),
                year_before=figure_of(indicator, year_before),
                aims=tuple(
                    _aim(
                        target,
                        of_kind[target.kind_id] if target.kind_id is not None else now_facts,
                    )
                    for target in targets
                    if target.indicator is indicator
                ),
            )
            for indicator in Indicator
        ),
        programmes=tuple(await programmes.list_in_force(unit, place.path, day=span.last_day)),
    )


def _aim(target: Target, facts: Facts) -> Aim:
    figure = figure_of(target.indicator, facts)
    return Aim(target=target, figure=figure, met=is_met(target, figure))


async def list_aims(
    context: ActorContext, place: Area, span: Span, only: Only, figures: Figures
) -> list[Aim]:
    """Returns the targets of a place and span that its figures alone can be held to.

    Those of one kind are told where that kind alone is looked at, those of all where all are.
    """
    facts = Facts(**_facts_of(figures))
    targets = await programmes.list_targets(context.unit, place.id, period=str(span))
    return [
        _aim(target, facts)
        for target in targets
        if target.kind_id == only and target.indicator in _OF_FIGURES_ALONE
    ]


def _facts_of(figures: Figures) -> dict[str, int]:
    return {"due": figures.due, **{name: getattr(figures, name) for name in _OF_FIGURES}}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Counts the facts of one place."""

    unit: UnitOfWork
    place: Area
    scopes: Sequence[Scope]
    reader: MonthReader

    async def facts(self, span: Span, *, kind_id: int | None = None) -> Facts:
        """Returns the facts of a span, of one kind if given; months to come count nothing."""
        policy = self.reader.policy
        within = Within.of_span(
            span,
            self.place.path,
            self.scopes,
            zone=policy.timezone,
            today=policy.day_of(self.reader.now),
            kind_id=kind_id,
        )
        if not within.months:
            return Facts()
        found: dict[str, int] = await self._figures(within.months, kind_id)
        for count in (
            indicators.count_difficulties,
            indicators.count_events,
            indicators.count_heads_replaced,
            indicators.count_exemplars,
        ):
            found |= await count(self.unit, within)
        if span.months == _YEAR:
            found |= await indicators.count_graded(self.unit, within, span.year, best=_BEST_LEVELS)
        found |= await self._counters(within, span.quarters)
        return Facts(**found)

    async def _figures(self, months: Sequence[Period], kind_id: int | None) -> dict[str, int]:
        """Returns the figures of months, of one kind if given, as facts."""
        at: dict[str, list[Period]] = defaultdict(list)
        days = [month.last_day for month in months]
        paths = await pasts.paths_on(self.unit, self.place.id, days)
        for month, path in zip(months, paths, strict=True):
            at[path].append(month)
        sums = Figures()
        for path, some in at.items():
            counted = await self.reader.count_all(path, some, Grouping.AS_ONE)
            sums += total_of(
                row.figures
                for row in in_sight(counted, path, self.scopes)
                if kind_id in (None, row.kind_id)
            )
        return _facts_of(sums)

    async def _counters(self, within: Within, quarters: Sequence[Period]) -> dict[str, int]:
        """Sums up what flows; what stands is that of the newest quarter told."""
        if not quarters:
            return {}
        sums = await counter_sums.sum_quarters(self.unit, within, quarters)
        found: dict[str, int] = {}
        for quarter in sums:
            if quarter.code in _FLOWS:
                found[_FLOWS[quarter.code]] = found.get(_FLOWS[quarter.code], 0) + quarter.total
        told = [period for period in quarters if str(period) in {row.quarter for row in sums}]
        if told:
            last = [quarter for quarter in sums if quarter.quarter == str(told[-1])]
            if ends := [quarter.total for quarter in last if quarter.code == codes.END]:
                found["members_end"] = sum(ends)
            heads = [quarter for quarter in last if quarter.code == codes.HEADS_PARTY]
            found["heads_party"] = sum(quarter.above_nought for quarter in heads)
            found["heads_told"] = sum(quarter.chapters for quarter in heads)
            gathered = await counter_sums.count_gathered(self.unit, within, told[-1])
            found["gathered"], found["population"] = gathered
        return found
