"""The figures of a month: counted while it is open, and as stored at closing ever after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from domain.calendar import Period, closing_date
from domain.figures import Counted, Told
from domain.policy import Policy
from operations.meetings.planning_context import deadlines_at
from storage import UnitOfWork
from storage.directory import chapters
from storage.figures import closed, closed_told, figures, told
from storage.figures.cells import Asked, Shape
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
    return Stand(after, datetime.combine(after, time(), policy.timezone))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """The figures of a month at a place, and what is told there beside them."""

    counted: list[Counted]
    told: Told


@dataclass(frozen=True, slots=True)
class MonthReader:
    """Counts months, or reads them as they were stored; what holds for several is asked once.

    Places lie where they lay in each month, or on the day `placed_on`.
    """

    unit: UnitOfWork
    policy: Policy
    now: datetime
    placed_on: date | None = None
    closing_days: dict[str, int] = field(default_factory=dict)
    stored: dict[Period, bool] = field(default_factory=dict)

    async def count(
        self, path: str, month: Period, grouping: Grouping = Grouping.BY_PART
    ) -> list[Counted]:
        """Returns the figures of a month at a place, per kind and part right below it.

        The chapters of the place itself are a part that bears its id. This is the one place
        where figures come from, whoever shows them.
        """
        asked = await self.ask(path, month)
        return await self.count_cells(asked, await self.sources(asked, grouping))

    async def count_cells(
        self, asked: Asked, sources: Sequence[tuple[bool, Shape]]
    ) -> list[Counted]:
        """Returns the figures of a month from where they are to be taken."""
        found: list[Counted] = []
        for is_stored, shape in sources:
            count = closed.sum_cells if is_stored else figures.count_cells
            found += await count(self.unit, asked, shape)
        return _added_up(found)

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
    ) -> list[tuple[bool, Shape]]:
        """Returns whether a month is to be read as stored, as counted now, or both in turn."""
        shape = Shape(grouping=grouping)
        # No month is stored before it is over; the day as of which one is counted is then later.
        if asked.as_of <= asked.month.last_day or not await self._is_stored(asked.month):
            return [(False, shape)]
        if await closed.is_whole(self.unit, asked):
            return [(True, shape)]
        return [(True, shape), (False, replace(shape, only_open=True))]

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
    for is_stored, shape in sources:
        if is_stored:
            sums += await closed_told.sum_told(unit, asked)
        else:
            live = await told.count_told(unit, asked, replace(shape, grouping=Grouping.AS_ONE))
            sums = sum(live.values(), start=sums)
    return MonthFigures(counted=await reader.count_cells(asked, sources), told=sums)


async def recount(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, placed_on: date | None = None
) -> list[Counted]:
    """Returns the figures of a closed month with what was reported after its closing."""
    at = await deadlines_at(unit, path, policy=policy)
    after = closing_date(month, closing_day=at.closing_day) + timedelta(days=1)
    await unit.plan_afresh()
    return await figures.count_cells(
        unit,
        Asked(path=path, month=month, as_of=after, zone=policy.timezone, placed_on=placed_on),
    )


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
