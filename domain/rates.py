"""Attendance of members as a rate: present of all that were not exempt, at held meetings only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.calendar import Period

# So many months show whether it rises or falls.
TREND_MONTHS = 6


class By(StrEnum):
    """What a rate is counted for."""

    AREA = "area"
    ASSOCIATION = "association"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of held meetings that said how many were present; they add up.

    `room` is how many could have been: all members but those exempt.
    """

    meetings: int = 0
    present: int = 0
    room: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            meetings=self.meetings + other.meetings,
            present=self.present + other.present,
            room=self.room + other.room,
        )

    @property
    def rate(self) -> float | None:
        """The share in per cent, None where nobody could have been present."""
        return 100 * self.present / self.room if self.room else None


def total(tallies: Iterable[Tally]) -> Tally:
    """Returns the sum."""
    return sum(tallies, start=Tally())


def months_until(month: Period) -> tuple[Period, ...]:
    """Returns the months of a trend, the oldest first, `month` last."""
    found = [month]
    while len(found) < TREND_MONTHS:
        found.insert(0, found[0].previous())
    return tuple(found)


def change_since(by_month: Mapping[Period, Tally], months: Sequence[Period]) -> float | None:
    """Returns by how many points the last month lies over the newest before it that has a rate."""
    *earlier, last = months
    now = by_month.get(last, Tally()).rate
    known = (by_month.get(period, Tally()).rate for period in reversed(earlier))
    before = next((value for value in known if value is not None), None)
    return None if now is None or before is None else now - before
