"""Places, kinds of chapters, and the chapters that meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from domain.calendar import MeetingRule, MoveTo, Period, Shift, fit_rule, parse_shift, period_of


class Recording(StrEnum):
    """How much of a meeting a kind of chapter puts on record."""

    FULL = "full"
    FRAME = "frame"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A place in the tree; `path` lists the ids from the root to itself, as "/1/5/"."""

    id: int
    parent_id: int | None
    path: str
    level: str
    name: str
    valid_from: date
    valid_to: date | None = None
    code: str | None = None
    grace_days: int | None = None
    closing_day: int | None = None
    travel_min: int | None = None


def ids_of(path: str) -> tuple[int, ...]:
    """Returns the ids in an area's path, the root first."""
    return tuple(int(step) for step in path.split("/") if step)


def path_of(ids: Sequence[int]) -> str:
    """Returns the path of an area by its ids, the root first."""
    return "/" + "".join(f"{step}/" for step in ids)


def nearest(chain: tuple[Area, ...], setting: str, default: int) -> int:
    """Returns a number set for the innermost area of `chain`, the root first, that has one."""
    given = (getattr(area, setting) for area in reversed(chain))
    return next((value for value in given if value is not None), default)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterKind:
    """A kind of chapter with its words and its usual calendar.

    `words` are the kind's own: `unit`, `members`, `regular`, `leader`, `deputy`.
    `frequency` is the length of its period in months.
    """

    id: int
    code: str
    name: str
    association: str
    words: Mapping[str, str]
    rule: Mapping[str, Any]
    shift: str
    frequency: int
    recording: Recording


class Timetable(NamedTuple):
    """The rule and shifts in force for a chapter, as data that many chapters share."""

    frequency: int
    data: tuple[tuple[str, Any], ...]
    own_shift: str
    usual_shift: str

    @property
    def rule(self) -> MeetingRule:
        """The meeting rule; the frequency goes before what a rule says of itself."""
        return _rule(self.frequency, self.data)

    def shift_in(self, period: Period) -> Shift:
        """The shift in force in a period: a decided day holds only in the period it lies in."""
        own = parse_shift(self.own_shift)
        if isinstance(own, MoveTo) and period_of(own.day, period.months) != period:
            return parse_shift(self.usual_shift)
        return own


@lru_cache(maxsize=4096)
def _rule(every: int, data: tuple[tuple[str, Any], ...]) -> MeetingRule:
    return fit_rule(every, dict(data))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; rule, shift and frequency are None where it follows its kind."""

    id: int
    kind: ChapterKind
    area_id: int
    area_path: str
    area_name: str
    name: str
    member_count: int
    exempt_count: int
    start_time: str
    duration_min: int
    place: str
    valid_from: date
    valid_to: date | None = None
    own_rule: Mapping[str, Any] | None = None
    own_shift: str | None = None
    own_frequency: int | None = None

    @property
    def frequency(self) -> int:
        """The months of a period in force here."""
        return self.own_frequency or self.kind.frequency

    @property
    def timetable(self) -> Timetable:
        """When the chapter meets."""
        data = tuple((self.own_rule or self.kind.rule).items())
        shift = self.own_shift or self.kind.shift
        return Timetable(self.frequency, data, shift, self.kind.shift)

    @property
    def rule(self) -> MeetingRule:
        """The meeting rule in force."""
        return self.timetable.rule

    def shift_in(self, period: Period) -> Shift:
        """The shift in force in a period."""
        return self.timetable.shift_in(period)

    def is_valid_on(self, day: date) -> bool:
        """True when the chapter exists on `day`; `valid_to` is the last day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
