"""A year's level from the grades of its meetings, by a rule that is data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from domain.grading.tables import grade_key_of


class Measure(StrEnum):
    """What a condition looks at.

    GRADE_SHARE: per cent of the graded meetings at a grade or better. NONE: no meeting at a
    grade or worse. HELD_SHARE: per cent of the meetings due that were held. HELD: meetings
    held. MEAN_POINTS: mean of the points in all.
    """

    GRADE_SHARE = "grade_share"
    NONE = "none"
    HELD_SHARE = "held_share"
    HELD = "held"
    MEAN_POINTS = "mean_points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a level: at least `least`, of `grade` where the measure needs one."""

    measure: Measure
    least: int = 0
    grade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of a year; without conditions it takes whatever no better level takes."""

    key: str
    name: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingScale:
    """The levels of one association, best first.

    Where less than `least_graded` per cent of the meetings due are graded there is no proposal.
    """

    id: int
    association: str
    name: str
    levels: tuple[Level, ...]
    least_graded: int
    valid_from: date
    valid_to: date | None = None

    def find_level(self, wanted: str) -> Level | None:
        """Returns the level of that key."""
        return next((level for level in self.levels if level.key == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedMeeting:
    """What a cadre gave one meeting: a grade by its place on its own table, best 0."""

    grade: str
    grades: tuple[str, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What a year's level rests on: meetings due, held, and those of them that are graded."""

    due: int = 0
    held: int = 0
    graded: tuple[GradedMeeting, ...] = ()

    def counts(self) -> dict[str, int]:
        """Returns how many meetings have which grade, the better ones first."""
        places = {name: at for graded in self.graded for at, name in enumerate(graded.grades)}
        given = [graded.grade for graded in self.graded]
        return {
            name: given.count(name)
            for name in sorted(set(given), key=lambda name: (places.get(name, 0), name))
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The level that follows from the facts, None with the reason why none does."""

    level: Level | None
    missing: str = ""


def propose(scale: RatingScale, facts: YearFacts) -> Proposal:
    """Returns the best level all of whose conditions hold.

    Too few meetings, or a condition that the facts cannot decide, lead to no level at all.
    """
    if (
        not facts.due
        or not facts.graded
        or 100 * len(facts.graded) < scale.least_graded * facts.due
    ):
        return Proposal(level=None, missing="too-few")
    for level in scale.levels:
        found = [_HOLDS[condition.measure](condition, facts) for condition in level.conditions]
        if False in found:
            continue
        if None in found:
            return Proposal(level=None, missing="undecided")
        return Proposal(level=level)
    return Proposal(level=None, missing="no-level")


def _grade_share(condition: Condition, facts: YearFacts) -> bool | None:
    reached = [_is_at_least(graded, condition.grade) for graded in facts.graded]
    if None in reached:
        return None
    return 100 * reached.count(True) >= condition.least * len(reached)


def _none(condition: Condition, facts: YearFacts) -> bool | None:
    worse = [_is_at_most(graded, condition.grade) for graded in facts.graded]
    if True in worse:
        return False
    return None if None in worse else True


def _held_share(condition: Condition, facts: YearFacts) -> bool | None:
    return 100 * facts.held >= condition.least * facts.due if facts.due else None


def _held(condition: Condition, facts: YearFacts) -> bool | None:
    return facts.held >= condition.least


def _mean_points(condition: Condition, facts: YearFacts) -> bool | None:
    points = [graded.total for graded in facts.graded if graded.total is not None]
    if len(points) < len(facts.graded):
        return None
    return sum(points) >= condition.least * len(points)


def _is_at_least(graded: GradedMeeting, name: str) -> bool | None:
    place, wanted = _places(graded, name)
    return None if place is None or wanted is None else place <= wanted


def _is_at_most(graded: GradedMeeting, name: str) -> bool | None:
    place, wanted = _places(graded, name)
    return None if place is None or wanted is None else place >= wanted


def _places(graded: GradedMeeting, name: str) -> tuple[int | None, int | None]:
    at = {grade: place for place, grade in enumerate(graded.grades)}
    return at.get(graded.grade), at.get(grade_key_of(name))


_HOLDS = {
    Measure.GRADE_SHARE: _grade_share,
    Measure.NONE: _none,
    Measure.HELD_SHARE: _held_share,
    Measure.HELD: _held,
    Measure.MEAN_POINTS: _mean_points,
}

_LEVELS = TypeAdapter(tuple[Level, ...])


def levels_to_json(levels: Sequence[Level]) -> list[dict[str, Any]]:
    """Returns levels with their conditions as plain JSON values."""
    values: list[dict[str, Any]] = _LEVELS.dump_python(tuple(levels), mode="json")
    return values


def levels_from_json(stored: Sequence[Mapping[str, Any]]) -> tuple[Level, ...]:
    """Returns the levels that `levels_to_json` wrote."""
    return _LEVELS.validate_python(stored)
