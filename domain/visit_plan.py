"""Proposes which meetings of a month somebody attends.

What cannot wait for a later month comes first, then the chapters unvisited for longest; no two
meetings overlap, nobody is visited more often than needed, and the visits are spread.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.visits import TimedMeeting, overlaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A meeting that could be attended."""

    meeting_id: int
    chapter_id: int
    day: date
    start_time: str
    duration_min: int
    place: str = ""
    travel_min: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is left of a chapter's duty: `must` visits have no later chance, `may` have one.

    `last` is the day of the last visit, None if there was none.
    """

    chapter_id: int
    last: date | None
    must: int = 0
    may: int = 0


def need_of(chapter_id: int, *, wanted: int, done: int, later: int, last: date | None) -> Need:
    """Returns a chapter's need: `wanted` visits less those done, with `later` chances after."""
    left = max(wanted - done, 0)
    must = max(left - later, 0)
    return Need(chapter_id=chapter_id, last=last, must=must, may=left - must)


def share_of(needs: Iterable[Need], *, months_left: int) -> int:
    """Returns how many of the visits that can wait a month takes, so that none is overloaded."""
    return -(-sum(need.may for need in needs) // months_left)


def rank(need: Need) -> tuple[date, int]:
    """Orders chapters: the longest unvisited first."""
    return need.last or date.min, need.chapter_id


def propose_visits(
    slots: Collection[Slot],
    needs: Collection[Need],
    *,
    taken: Sequence[TimedMeeting] = (),
    most: int,
) -> tuple[Slot, ...]:
    """Returns the meetings to attend, by day; `most` limits the visits that could wait."""
    desk = _Desk(slots, taken)
    ordered = sorted(needs, key=rank)
    for turn in range(max((need.must for need in ordered), default=0)):
        for need in ordered:
            if need.must > turn:
                desk.place(need.chapter_id)
    for turn in range(max((need.may for need in ordered), default=0)):
        for need in ordered:
            if need.may > turn and most > 0:
                most -= desk.place(need.chapter_id)
    return tuple(
        sorted(desk.chosen, key=lambda value: (value.day, value.start_time, value.meeting_id))
    )


class _Desk:
    """The month while it is being filled."""

    def __init__(self, slots: Iterable[Slot], taken: Sequence[TimedMeeting]) -> None:
        self.chosen: list[Slot] = []
        self._weeks: Counter[tuple[int, int]] = Counter(_week(timed) for timed in taken)
        self._free = [slot for slot in slots if not any(overlaps(slot, other) for other in taken)]

    def place(self, chapter_id: int) -> bool:
        """Takes the chapter's best meeting that is free; False if there is none."""
        own = [slot for slot in self._free if slot.chapter_id == chapter_id]
        if not own:
            return False
        best = min(own, key=self._cost)
        self.chosen.append(best)
        self._weeks[_week(best)] += 1
        self._free = [slot for slot in self._free if not overlaps(slot, best)]
        return True

    def _cost(self, slot: Slot) -> tuple[int, int, date, int]:
        """Prefers what stands in nobody's way, then the emptier week, then the earlier day."""
        others = {
            other.chapter_id
            for other in self._free
            if other.chapter_id != slot.chapter_id and overlaps(slot, other)
        }
        return len(others), self._weeks[_week(slot)], slot.day, slot.meeting_id


def _week(timed: TimedMeeting) -> tuple[int, int]:
    year, week, _ = timed.day.isocalendar()
    return year, week


def unplaced(needs: Iterable[Need], chosen: Iterable[Slot]) -> Mapping[int, int]:
    """Returns how many visits that cannot wait found no place, by chapter."""
    placed = Counter(slot.chapter_id for slot in chosen)
    short = {need.chapter_id: need.must - placed[need.chapter_id] for need in needs}
    return {chapter_id: number for chapter_id, number in short.items() if number > 0}
