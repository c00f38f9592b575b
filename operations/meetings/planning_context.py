"""What the plan of chapters rests on besides their rules: free days, deadlines and pauses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import Deadlines
from domain.chapters import Area, Chapter, ids_of, nearest
from domain.pauses import Pause, rests_of
from domain.policy import Policy
from storage import UnitOfWork
from storage.directory import areas
from storage.meetings import holidays, pauses

# A day can be shifted past the end of its period by a run of free days.
_SHIFTS_REACH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Ground:
    """The free days and deadlines of each place, by its path, and the pauses of each chapter."""

    free: Mapping[str, frozenset[date]]
    deadlines: Mapping[str, Deadlines]
    paused: Mapping[int, Sequence[Pause]]

    def free_days_of(self, chapter: Chapter) -> frozenset[date]:
        """Returns the free days that hold for a chapter."""
        return self.free[chapter.area_path]

    def deadlines_of(self, chapter: Chapter) -> Deadlines:
        """Returns the deadlines that hold for a chapter."""
        return self.deadlines[chapter.area_path]

    def rests_of(self, chapter: Chapter) -> Sequence[Pause]:
        """Returns the pauses by which a chapter rests."""
        return self.paused.get(chapter.id, ())


async def load_ground(
    unit: UnitOfWork, here: Sequence[Chapter], *, policy: Policy, today: date
) -> Ground:
    """Returns what the plan of some chapters rests on about a day."""
    paths = {chapter.area_path for chapter in here}
    known = await areas.by_ids(unit, {area_id for path in paths for area_id in ids_of(path)})
    first, last = today - 4 * _SHIFTS_REACH, today + 8 * _SHIFTS_REACH
    free = await holidays.days_by_place(unit, known, first=first, last=last)
    return Ground(
        free={path: _free_at(path, free) for path in paths},
        deadlines={path: _deadlines_at(path, known, policy) for path in paths},
        paused=await list_rests(unit, here, first=first, last=last),
    )


async def list_rests(
    unit: UnitOfWork, here: Sequence[Chapter], *, first: date, last: date
) -> Mapping[int, Sequence[Pause]]:
    """Returns the pauses from `first` to `last` of those of some chapters that have any."""
    places = {
        area_id for path in {chapter.area_path for chapter in here} for area_id in ids_of(path)
    }
    found = await pauses.list_for(
        unit, area_ids=places, chapter_ids=[chapter.id for chapter in here], first=first, last=last
    )
    return rests_of(here, found)


async def deadlines_at(unit: UnitOfWork, path: str, *, policy: Policy) -> Deadlines:
    """Returns the deadlines in force at a place: the nearest set above it, else the policy's."""
    return _deadlines_at(path, await areas.by_ids(unit, ids_of(path)), policy)


def _deadlines_at(path: str, known: Mapping[int, Area], policy: Policy) -> Deadlines:
    chain = tuple(known[area_id] for area_id in ids_of(path))
    return Deadlines(
        nearest(chain, "grace_days", policy.grace_days),
        nearest(chain, "closing_day", policy.closing_day),
    )


def _free_at(path: str, known: Mapping[int | None, frozenset[date]]) -> frozenset[date]:
    everywhere = known.get(None, frozenset())
    own = [known[area_id] for area_id in ids_of(path) if area_id in known]
    return everywhere.union(*own) if own else everywhere
