"""Plans a place anew and tells which meetings changed their day."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from domain.policy import Policy
from operations.meetings.planning import plan_areas
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import tasks
from storage.meetings import meetings

REPLAN = "replan"
# A commune or two; planning more would hold the database for too long inside a turn.
MOST_AT_ONCE = 60

T = TypeVar("T")


class _Undone(Exception):
    """Ends a savepoint whose changes were only to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftedMeeting:
    """A meeting ahead that is on another day now, or (None) was not there, or is no more."""

    chapter_name: str
    before: date | None
    after: date | None


async def replan_below(
    unit: UnitOfWork, path: str, *, policy: Policy, now: datetime
) -> tuple[ShiftedMeeting, ...]:
    """Plans the chapters at `path` and below anew; returns the meetings with a changed day."""
    today = policy.day_of(now)
    before = await meetings.list_days_below(unit, path)
    places = await chapters.count_by_area(unit, day=today, path=path)
    await plan_areas(unit, places, policy=policy, now=now)
    await unit.flush()
    after = await meetings.list_days_below(unit, path)
    names = {key: name for found in (before, after) for key, (name, _) in found.items()}
    changes = [
        ShiftedMeeting(chapter_name=name, before=_day(before, key), after=_day(after, key))
        for key, name in names.items()
    ]
    return tuple(shifted for shifted in changes if shifted.before != shifted.after)


def _day(found: dict[int, tuple[str, date]], key: int) -> date | None:
    return found[key][1] if key in found else None


async def replan_all(
    unit: UnitOfWork, paths: Sequence[str], *, policy: Policy, now: datetime
) -> tuple[ShiftedMeeting, ...] | None:
    """Plans several places anew, or has a task do it where they are many: then returns None."""
    today = policy.day_of(now)
    areas_below = [await chapters.count_by_area(unit, day=today, path=path) for path in paths]
    if sum(map(len, areas_below)) <= MOST_AT_ONCE:
        found = [await replan_below(unit, path, policy=policy, now=now) for path in paths]
        return tuple(shifted for some in found for shifted in some)
    for path in paths:
        await tasks.add(unit, kind=REPLAN, payload={"path": path}, now=now)
    return None


async def look_ahead(unit: UnitOfWork, change: Callable[[], Awaitable[T]]) -> T:
    """Returns what a change would do, having done and undone it."""
    try:
        async with unit.savepoint():
            done = await change()
            await unit.flush()
            raise _Undone
    except _Undone:
        return done
