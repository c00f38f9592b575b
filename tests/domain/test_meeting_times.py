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


@given(st.integers(0, 24 * 60 - 1), st.none() | st.integers(1, 5 * 60))
def test_what_is_shown_can_be_read_again(start: int, lasts: int | None) -> None:
    end = None if lasts is None else start + lasts
    if end is None or end < 24 * 60:
        shown = time(*divmod(start, 60)), None if end is None else time(*divmod(end, 60))
        assert parse_times(render_times(*shown)) == shown


@given(st.text(max_size=80))
def test_any_text_is_read_or_not_but_never_fails(text: str) -> None:
    parse_times(text)
