"""The figures of a month: counted while it is open, and as stored at closing ever after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto

from domain.calendar import Period, closing_date
from domain.figures import Counted, Told
from domain.policy import Policy
from operations.meetings.planning_context import deadlines_at
from storage import UnitOfWork
from storage.directory import chapters, summed_months
from storage.figures import closed, closed_sums, closed_told, figures, told
from storage.figures.cells import BY_PART, Asked, Shape
from storage.figures.parts import Grouping


@dataclass(frozen=True, slots=True)
class Stand:
    """As of when a month is counted: due before `as_of` is overdue; `until` ends a closed one."""

    as_of: date
    until: datetime | None


def stand_of(month: Period, *, closing_day: int, policy: Policy, now: datetime) -> Stand:
    """Returns as of when a month is counted: of its closing once it is closed, else of today."""
    today, closing = policy.day_of(now), closing_date(month, closing_day=closing_day)
    after = closing + timedelta(days=1)
    if today < after:
        return Stand(today, None)
    return Stand(after, policy.midnight(after))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """The figures of a month at a place, and what is told there beside them."""

    counted: list[Counted]
    told: Told


class Source(Enum):
    """Where figures are taken from: counted now, stored place by place, or stored sums."""

    LIVE = auto()
    STORED = auto()
    SUMMED = auto()


@dataclass(frozen=True, slots=True)
class MonthReader:
    """Counts months, or reads them as they were stored; what holds for several is asked once.

    Places lie where they lay in each month, or on the day `placed_on`. A `brief` reader does
    not count what reports say in their answers.
    """

    unit: UnitOfWork
    policy: Policy
    now: datetime
    placed_on: date | None = None
    brief: bool = False
    closing_days: dict[str, int] = field(default_factory=dict)
    summed: set[Period] = field(default_factory=set)
    stored: dict[Period, bool] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the moment as of which it counts."""
        return self.policy.day_of(self.now)

    def day_of(self, month: Period) -> date:
        """Returns the day on which places lie where a month is counted by."""
        return self.placed_on or month.last_day

    async def count(
        self, path: str, month: Period, grouping: Grouping = Grouping.BY_PART
    ) -> list[Counted]:
        """Returns the figures of a month at a place, per kind and part right below it.

        The chapters of the place itself are a part that bears its id. This is the one place
        where figures come from, whoever shows them.
        """
        asked = await self.ask(path, month)
        return await self.count_cells(asked, await self.sources(asked, grouping))

    async def count_all(
        self, path: str, months: Sequence[Period], grouping: Grouping = Grouping.BY_PART
    ) -> list[Counted]:
        """Returns what `count` does of some months, taken together."""
        found: list[Counted] = []
        summed = [month for month in months if await self._is_summed(month)]
        if summed and self.placed_on is None:
            found += await closed_sums.sum_cells(self.unit, path, summed, grouping)
            months = [month for month in months if month not in summed]
        for month in months:
            found += await self.count(path, month, grouping)
        return _added_up(found)

    async def count_cells(
        self, asked: Asked, sources: Sequence[tuple[Source, Shape]]
    ) -> list[Counted]:
        """Returns the figures of a month from where they are to be taken."""
        found: list[Counted] = []
        for source, shape in sources:
            match source:
                case Source.LIVE:
                    found += await figures.count_cells(self.unit, asked, shape)
                case Source.STORED:
                    found += await closed.sum_cells(self.unit, asked, shape)
                case Source.SUMMED:
                    at = (asked.path, [asked.month], shape.grouping)
                    found += await closed_sums.sum_cells(self.unit, *at)
        return _added_up(found) if len(sources) > 1 else found

    async def ask(self, path: str, month: Period) -> Asked:
        """Returns as of when a month is counted at a place."""
        # A plan for all places would be the wrong one for most: of a hamlet, or of a whole land.
        await self.unit.plan_afresh()
        if path not in self.closing_days:
            at = await deadlines_at(self.unit, path, policy=self.policy)
            self.closing_days[path] = at.closing_day
        closing_day = self.closing_days[path]
        stand = stand_of(month, closing_day=closing_day, policy=self.policy, now=self.now)
        return Asked(
            path=path,
            month=month,
            as_of=stand.as_of,
            until=stand.until,
            zone=self.policy.timezone,
            placed_on=self.placed_on,
        )

    async def sources(
        self, asked: Asked, grouping: Grouping = Grouping.BY_PART
    ) -> list[tuple[Source, Shape]]:
        """Returns whether a month is to be read as stored, as counted now, or both in turn."""
        shape = Shape(grouping=grouping, brief=self.brief)
        # No month is stored before it is over; the day as of which one is counted is then later.
        if asked.as_of <= asked.month.last_day:
            return [(Source.LIVE, shape)]
        if await self._is_summed(asked.month):
            # Sums are of where places lay then.
            return [(Source.STORED if asked.placed_on else Source.SUMMED, shape)]
        if not await self._is_stored(asked.month):
            return [(Source.LIVE, shape)]
        if await closed.is_whole(self.unit, asked):
            return [(Source.STORED, shape)]
        return [(Source.STORED, shape), (Source.LIVE, replace(shape, only_open=True))]

    async def _is_summed(self, month: Period) -> bool:
        """True for a month whose sums hold and that was over by then."""
        if not self.summed:
            self.summed.update(await summed_months.list_all(self.unit))
        return month in self.summed and self.policy.day_of(self.now) > month.last_day

    async def _is_stored(self, month: Period) -> bool:
        if month not in self.stored:
            self.stored[month] = await closed.is_begun(self.unit, month)
        return self.stored[month]


async def count_figures(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, now: datetime
) -> list[Counted]:
    """Returns the figures of a month at a place, per part right below it and kind."""
    return await MonthReader(unit, policy, now).count(path, month)


async def count_month(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, now: datetime
) -> MonthFigures:
    """Returns the figures of a month at a place, and what is told there beside them."""
    reader, sums = MonthReader(unit, policy, now), Told()
    asked = await reader.ask(path, month)
    sources = await reader.sources(asked)
    for source, shape in sources:
        if source is not Source.LIVE:
            sums += await closed_told.sum_told(unit, asked)
        else:
            live = await told.count_told(unit, asked, replace(shape, grouping=Grouping.AS_ONE))
            sums = sum(live.values(), start=sums)
    return MonthFigures(counted=await reader.count_cells(asked, sources), told=sums)


async def recount(
    unit: UnitOfWork,
    path: str,
    month: Period,
    *,
    policy: Policy,
    placed_on: date | None = None,
    shape: Shape = BY_PART,
) -> list[Counted]:
    """Returns the figures of a closed month with what was reported after its closing."""
    at = await deadlines_at(unit, path, policy=policy)
    after = closing_date(month, closing_day=at.closing_day) + timedelta(days=1)
    await unit.plan_afresh()
    asked = Asked(path=path, month=month, as_of=after, zone=policy.timezone, placed_on=placed_on)
    return await figures.count_cells(unit, asked, shape)


async def count_live(
    unit: UnitOfWork, month: Period, stand: Stand, *, policy: Policy
) -> list[Counted]:
    """Returns all that is counted of a month everywhere, area by area, by what is stored now."""
    asked = Asked(
        path="/", month=month, as_of=stand.as_of, until=stand.until, zone=policy.timezone
    )
    shape = Shape(grouping=Grouping.BY_AREA, only_open=True)
    counted = await figures.count_cells(unit, asked, shape)
    found = {(row.area_id, row.kind_id): row for row in counted}
    beside = await told.count_told(unit, asked, shape)
    kinds = {kind.id: kind for kind in await chapters.list_kinds(unit)} if beside else {}
    for place, sums in beside.items():
        kind = kinds[place[1]]
        there = found.get(place) or Counted(
            area_id=place[0], kind_id=kind.id, kind=kind.name, association=kind.association
        )
        found[place] = replace(there, told=sums)
    return [found[place] for place in sorted(found)]


def _added_up(counted: Iterable[Counted]) -> list[Counted]:
    """Returns each part and kind once: one may be stored of some areas and open in others."""
    found: dict[tuple[int, int], Counted] = {}
    for month in counted:
        place = (month.area_id, month.kind_id)
        known = found.get(place)
        found[place] = replace(known, figures=known.figures + month.figures) if known else month
    return [found[place] for place in sorted(found)]
