from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.buttons import Button, read_button
from domain.calendar import Period


class Side(StrEnum):
    LEFT = "l"
    RIGHT = "r"


@dataclass(frozen=True)
class Mark(Button, task="grade", letter="t"):
    meeting: int
    version: int
    grade: str


@dataclass(frozen=True)
class Day(Button, task="grade", separator="p"):
    day: date
    page: int = 1


@dataclass(frozen=True)
class Place(Button, task="overview", letter="a", separator="-"):
    month: Period
    area: int
    side: Side = Side.LEFT


@dataclass(frozen=True)
class Open(Button, task="grade"):
    pass


@dataclass(frozen=True)
class Offered(Button, letter="d"):
    day: date


@given(st.integers(0, 10**9), st.integers(0, 99), st.text("abc.-", max_size=9))
def test_what_is_packed_is_read_again(meeting: int, version: int, grade: str) -> None:
    mark = Mark(meeting, version, grade)
    assert Mark.read(mark.key.removeprefix("grade.")) == mark


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 10**6), st.sampled_from(Side)
)
def test_months_and_sides_are_read_again(day: date, area: int, side: Side) -> None:
    place = Place(Period(day.year, day.month), area, side)
    assert Place.read(place.key.removeprefix("overview.")) == place


@given(st.text(max_size=30))
def test_any_argument_is_read_or_is_none(argument: str) -> None:
    found = read_button(argument, Mark, Day, Place)
    assert found is None or type(found).read(found.key.partition(".")[2]) == found


def test_keys_are_short_words() -> None:
    assert Mark(12, 0, "good").key == "grade.t12.0.good"
    assert Day(date(2026, 11, 5), 2).key == "grade.2026-11-05p2"
    assert Place(Period(2026, 11), 3).key == "overview.a2611-3-l"
    assert Open().key == "grade"
    assert Offered(date(2026, 11, 5)).key == "d2026-11-05"


@pytest.mark.parametrize(
    "argument",
    ["t12", "t12.x.good", "t-1.0.good", "t١.0.good", "2026-02-30", "a2613-1", "a2611-1-q"],
)
def test_an_argument_that_is_no_button_is_none(argument: str) -> None:
    assert read_button(argument, Mark, Day, Place) is None


def test_what_may_be_absent_is() -> None:
    assert Day.read("2026-11-05") == Day(date(2026, 11, 5))
    assert Open.read("") == Open()
    assert Open.read("x") is None


def test_a_key_that_no_messenger_takes_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        _ = Mark(1, 1, "g" * 64).key
