from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meeting_times import parse_times, render_times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("19h", (time(19), None)),
        ("19h30 - 21h", (time(19, 30), time(21))),
        ("từ 7:30 đến 9:00", (time(7, 30), time(9))),
        ("7 giờ 30 tới 9 giờ", (time(7, 30), time(9))),
        ("19–20", (time(19), time(20))),
        ("7h tối", (time(19), None)),
        ("7 giờ tối đến 8 rưỡi", (time(19), time(20, 30))),
        ("2 giờ chiều - 4 giờ chiều", (time(14), time(16))),
        ("11 giờ trưa tới 1 giờ trưa", (time(11), time(13))),
        ("8 giờ rưỡi sáng đến 10 giờ", (time(8, 30), time(10))),
        ("25h", None),
        ("19h - 20h70", None),
        ("buổi tối", None),
        ("", None),
        ("7" * 100, None),
    ],
)
def test_times_are_read_as_people_write_them(
    text: str, times: tuple[time, time | None] | None
) -> None:
    assert parse_times(text) == times


@given(st.times(), st.none() | st.times())
def test_what_is_shown_can_be_read_again(starts: time, ends: time | None) -> None:
    minutes = starts.replace(second=0, microsecond=0)
    until = ends.replace(second=0, microsecond=0) if ends else None
    assert parse_times(render_times(minutes, until)) == (minutes, until)


@given(st.text(max_size=80))
def test_any_text_is_read_or_not_but_never_fails(text: str) -> None:
    parse_times(text)
