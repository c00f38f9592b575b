"""Score tables: the parts of a meeting that bring points, and the grades they lead to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from domain.reading import key

_LONGEST_KEY = 40
_LONGEST_GRADE = 20


class Rule(StrEnum):
    """What the points of a part can be worked out from."""

    ATTENDANCE_RATE = "attendance_rate"
    DURATION = "duration"
    ON_FIXED_DAY = "on_fixed_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the table, `most` points at best; without a `rule` somebody has to judge it.

    `steps` are (number, points): from so many per cent or minutes on, or up to so many days
    away. `unexcused` is the most that is left where somebody was absent without excuse.
    """

    key: str
    name: str
    most: int
    rule: Rule | None = None
    steps: tuple[tuple[int, int], ...] = ()
    unexcused: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade, from `least` points in all on where the table leads to grades by points."""

    key: str
    name: str
    least: int | None = None
    needs_reason: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """One version of a table; the grades stand best first, `area_id` None is every place."""

    id: int
    code: str
    version: int
    name: str
    area_id: int | None
    kind_id: int | None
    parts: tuple[Part, ...]
    grades: tuple[Grade, ...]
    valid_from: date
    valid_to: date | None = None

    @property
    def asks_for_points(self) -> bool:
        """True where the parts are to be judged one by one and their sum is the grade."""
        judged = any(part.rule is None for part in self.parts)
        return judged and all(grade.least is not None for grade in self.grades)

    @property
    def most(self) -> int:
        """The sum of what all parts bring at best."""
        return sum(part.most for part in self.parts)

    def find_grade(self, wanted: str) -> Grade | None:
        """Returns the grade of that key."""
        return next((grade for grade in self.grades if grade.key == wanted), None)

    def grade_of(self, total: int) -> Grade:
        """Returns the grade to which so many points lead."""
        return next(
            (grade for grade in self.grades if total >= (grade.least or 0)), self.grades[-1]
        )

    def is_valid_on(self, day: date) -> bool:
        """True when the version holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


_PARTS = TypeAdapter(tuple[Part, ...])
_GRADES = TypeAdapter(tuple[Grade, ...])


def key_of(name: str) -> str:
    """Returns the key under which a part or a level is kept: "Chuẩn bị" as "chuan_bi"."""
    return key(name).replace(" ", "_")[:_LONGEST_KEY].strip("_")


def grade_key_of(name: str) -> str:
    """Returns the key under which a grade is kept: "Trung bình" as "trung_binh"."""
    return key_of(name)[:_LONGEST_GRADE].strip("_")


def parts_to_json(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    """Returns parts as plain JSON values."""
    values: list[dict[str, Any]] = _PARTS.dump_python(parts, mode="json")
    return values


def parts_from_json(stored: list[Mapping[str, Any]]) -> tuple[Part, ...]:
    """Returns the parts that `parts_to_json` wrote."""
    return _PARTS.validate_python(stored)


def grades_to_json(grades: tuple[Grade, ...]) -> list[dict[str, Any]]:
    """Returns grades as plain JSON values."""
    values: list[dict[str, Any]] = _GRADES.dump_python(grades, mode="json")
    return values


def grades_from_json(stored: list[Mapping[str, Any]]) -> tuple[Grade, ...]:
    """Returns the grades that `grades_to_json` wrote."""
    return _GRADES.validate_python(stored)
