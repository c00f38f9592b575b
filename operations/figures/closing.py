"""Stores the figures of a month when it closes, so that they stay what was published."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import Period, closing_date, is_closed, period_of
from domain.chapters import ids_of, nearest
from domain.figures import Counted
from domain.policy import Policy
from operations.figures.counting import count_live, stand_of
from storage import UnitOfWork
from storage.directory import areas, summed_months
from storage.figures import closed, closed_sums

# Cells at a time, so that no write transaction lasts long.
MOST = 300


@dataclass(frozen=True, slots=True)
class Closing:
    """Cells of a month as they stood on its last open day."""

    month: Period
    as_of: date
    cells: Sequence[Counted]


async def list_to_close(
    unit: UnitOfWork, *, policy: Policy, now: datetime
) -> Mapping[Period, frozenset[int]]:
    """Returns the months that are over and not stored, each with the places concerned."""
    return await closed.list_to_close(unit, before=period_of(policy.day_of(now), 1))


async def list_closings(
    unit: UnitOfWork, month: Period, area_ids: frozenset[int], *, policy: Policy, now: datetime
) -> list[Closing]:
    """Returns what is to be stored of a month where it is closed, by the transaction."""
    today = policy.day_of(now)
    found: list[Closing] = []
    days = await _closing_days(unit, area_ids, policy=policy)
    for day in sorted(set(days.values())):
        if is_closed(month, today, closing_day=day):
            stand = stand_of(month, closing_day=day, policy=policy, now=now)
            counted = await count_live(unit, month, stand, policy=policy)
            cells = [row for row in counted if days.get(row.area_id, day) == day]
            as_of = closing_date(month, closing_day=day)
            found += (Closing(month, as_of, part) for part in _parts(cells))
    return found


async def store_closing(unit: UnitOfWork, closing: Closing, *, now: datetime) -> None:
    """Stores some cells of a closed month; harmless when done twice."""
    await closed.add(unit, closing.month, closing.cells, as_of=closing.as_of, now=now)


async def list_to_sum(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[Period]:
    """Returns the months that are stored of every place and not summed up."""
    left = await list_to_close(unit, policy=policy, now=now)
    return [month for month in await closed_sums.list_unsummed(unit) if month not in left]


async def sum_closed(unit: UnitOfWork, month: Period) -> None:
    """Sums up a month that is stored of every place; one that no longer is waits for that."""
    await summed_months.hold(unit)
    if await closed.is_stored_everywhere(unit, month):
        await closed_sums.sum_month(unit, month)


async def _closing_days(
    unit: UnitOfWork, area_ids: frozenset[int], *, policy: Policy
) -> Mapping[int, int]:
    here = await areas.by_ids(unit, area_ids)
    paths = {area_id: ids_of(area.path) for area_id, area in here.items()}
    known = here | await areas.by_ids(unit, {up for path in paths.values() for up in path})
    return {
        area_id: nearest(tuple(known[up] for up in path), "closing_day", policy.closing_day)
        for area_id, path in paths.items()
    }


def _parts(cells: Sequence[Counted]) -> Iterator[Sequence[Counted]]:
    """Returns the cells in parts; those of one place stay together."""
    by_area: dict[int, list[Counted]] = defaultdict(list)
    for counted in cells:
        by_area[counted.area_id].append(counted)
    part: list[Counted] = []
    for some in by_area.values():
        if part and len(part) + len(some) > MOST:
            yield part
            part = []
        part += some
    if part:
        yield part
