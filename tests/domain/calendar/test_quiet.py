from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import after_quiet

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING, MORNING = time(21), time(6, 30)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(HANOI))  # noqa: DTZ001
clocks = st.times()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (at(22, 20, 59), at(22, 20, 59)),
        (at(22, 21), at(23, 6, 30)),
        (at(22, 23, 59), at(23, 6, 30)),
        (at(30, 22), at(30, 6, 30) + timedelta(days=1)),
        (at(23, 0), at(23, 6, 30)),
        (at(23, 6, 29), at(23, 6, 30)),
        (at(23, 6, 30), at(23, 6, 30)),
        (at(23, 12), at(23, 12)),
    ],
)
def test_the_night_is_waited_out(moment: datetime, allowed: datetime) -> None:
    assert after_quiet(moment, EVENING, MORNING) == allowed


def test_quiet_hours_can_lie_within_one_day() -> None:
    noon, two = time(12), time(14)
    assert after_quiet(at(22, 11, 59), noon, two) == at(22, 11, 59)
    assert after_quiet(at(22, 12), noon, two) == at(22, 14)
    assert after_quiet(at(22, 14), noon, two) == at(22, 14)
    assert after_quiet(at(22, 23), noon, two) == at(22, 23)


@given(moments, clocks)
def test_equal_ends_mean_no_quiet_hours(moment: datetime, clock: time) -> None:
    assert after_quiet(moment, clock, clock) == moment


@given(moments, clocks, clocks)
def test_the_moment_found_is_never_earlier_and_never_quiet(
    moment: datetime, start: time, end: time
) -> None:
    allowed = after_quiet(moment, start, end)
    assert moment <= allowed < moment + timedelta(days=1)
    assert after_quiet(allowed, start, end) == allowed
    assert allowed.tzinfo is HANOI
