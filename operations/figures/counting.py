"""The figures of a month: counted while it is open, and as stored at closing ever after."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.calendar import Period, closing_date
from domain.case_figures import CaseCount, count_by
from domain.chapters import ids_of
from domain.figures import Counted
from domain.policy import Policy
from operations.meetings.planning_context import deadlines_at
from storage import UnitOfWork
from storage.cases import case_figures
from storage.figures import closed, figures


@dataclass(frozen=True, slots=True)
class Stand:
    """As of when a month is counted: due before `as_of` is overdue; `until` ends a closed one."""

    as_of: date
    until: datetime | None


def stand_of(month: Period, *, closing_day: int, policy: Policy, now: datetime) -> Stand:
    """Returns as of when a month is counted: of its closing once it is closed, else of today."""
    today, closing = policy.local(now).date(), closing_date(month, closing_day=closing_day)
    after = closing + timedelta(days=1)
    if today < after:
        return Stand(today, None)
    return Stand(after, datetime.combine(after, time(), policy.timezone))


async def count_figures(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, now: datetime
) -> list[Counted]:
    """Returns the figures of a month at a place and below, per area and kind.

    This is the one place where they come from, whoever shows them.
    """
    stored = await closed.list_cells(unit, path, month)
    if stored and await closed.is_whole(unit, path, month):
        return stored
    stand = await _stand_at(unit, path, month, policy=policy, now=now)
    live = await figures.count_cells(unit, path, month, as_of=stand.as_of, until=stand.until)
    return _with_stored(stored, live)


async def count_month(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, now: datetime
) -> list[Counted]:
    """Returns all that is counted of a month at a place and below, per area and kind."""
    stored = await closed.list_cells(unit, path, month)
    if stored and await closed.is_whole(unit, path, month):
        return stored
    stand = await _stand_at(unit, path, month, policy=policy, now=now)
    return _with_stored(stored, await count_live(unit, path, month, stand, policy=policy))


async def recount(unit: UnitOfWork, path: str, month: Period, *, policy: Policy) -> list[Counted]:
    """Returns the figures of a closed month with what was reported after its closing."""
    at = await deadlines_at(unit, path, policy=policy)
    after = closing_date(month, closing_day=at.closing_day) + timedelta(days=1)
    return await figures.count_cells(unit, path, month, as_of=after)


async def count_live(
    unit: UnitOfWork, path: str, month: Period, stand: Stand, *, policy: Policy
) -> list[Counted]:
    """Returns all that is counted of a month by what is stored of its meetings now.

    What only has cases, of chapters that owe nothing, comes along without a name of the kind.
    """
    counted = await figures.count_cells(unit, path, month, as_of=stand.as_of, until=stand.until)
    topics = await figures.count_topics(unit, path, month)
    told = await figures.count_difficulties(unit, path, month, until=stand.until)
    cases = await _count_cases(unit, path, month, stand, policy=policy)
    found = {(one.area_id, one.kind_id): one for one in counted}
    for area_id, kind_id in {*told, *cases} - set(found):
        found[area_id, kind_id] = Counted(area_id=area_id, kind_id=kind_id, kind="")
    return [
        replace(
            found[key],
            topics=topics.get(key, ()),
            difficulties=told.get(key, ()),
            cases=cases.get(key, CaseCount()),
        )
        for key in sorted(found)
    ]


async def _stand_at(
    unit: UnitOfWork, path: str, month: Period, *, policy: Policy, now: datetime
) -> Stand:
    at = await deadlines_at(unit, path, policy=policy)
    return stand_of(month, closing_day=at.closing_day, policy=policy, now=now)


async def _count_cases(
    unit: UnitOfWork, path: str, month: Period, stand: Stand, *, policy: Policy
) -> dict[figures.Place, CaseCount]:
    facts = await case_figures.list_facts(
        unit,
        scopes=[(path, None)],
        since=datetime.combine(month.first_day, time(), policy.timezone),
        until=stand.until,
        local=policy.local,
    )
    return count_by(
        facts,
        lambda one: (ids_of(one.area_path)[-1], one.kind_id),
        first=month.first_day,
        last=month.last_day,
        today=stand.as_of,
    )


def _with_stored(stored: Collection[Counted], live: Iterable[Counted]) -> list[Counted]:
    """Returns what is stored, and of other places what is counted now."""
    there = {one.area_id for one in stored}
    return [*stored, *(one for one in live if one.area_id not in there)]
