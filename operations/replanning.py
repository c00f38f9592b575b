"""Plans a place anew and tells which meetings changed their day."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.policy import Policy
from operations.planning import plan_area
from storage import Unit, chapters, meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A meeting ahead that is on another day now, or (None) was not there, or is no more."""

    chapter_name: str
    before: date | None
    after: date | None


async def replan_below(
    unit: Unit, path: str, *, policy: Policy, now: datetime
) -> tuple[Shifted, ...]:
    """Plans the chapters at `path` and below anew; returns the meetings with a changed day."""
    today = policy.local(now).date()
    before = await meetings.list_days_below(unit, path)
    for area_id in await chapters.list_areas(unit, day=today, path=path):
        await plan_area(unit, area_id, policy=policy, now=now)
    await unit.flush()
    after = await meetings.list_days_below(unit, path)
    names = {key: name for found in (before, after) for key, (name, _) in found.items()}
    changes = [
        Shifted(chapter_name=name, before=_day(before, key), after=_day(after, key))
        for key, name in names.items()
    ]
    return tuple(one for one in changes if one.before != one.after)


def _day(found: dict[int, tuple[str, date]], key: int) -> date | None:
    return found[key][1] if key in found else None
