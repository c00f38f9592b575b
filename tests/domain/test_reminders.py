from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period
from domain.policy import Policy
from domain.reminders import (
    MeetingPhase,
    OpenMeeting,
    is_for_morning,
    is_just_over,
    is_quiet,
    morning_begins,
    morning_days,
    periods_to_ask_for,
    phase_of,
    reminder_moments,
)

POLICY = Policy()
NOVEMBER = Period(2026, 11)


def meeting(
    day: date | None = date(2026, 11, 5), start: str = "19:00", *, ahead: bool = False,
    at_end: bool = False,
) -> OpenMeeting:  # fmt: skip
    return OpenMeeting(
        id=1,
        day=day,
        period=NOVEMBER,
        start_time=start,
        duration_min=90,
        told_ahead=ahead,
        told_at_end=at_end,
    )


def at(day: int, clock: str) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), tzinfo=POLICY.timezone)


@pytest.mark.parametrize(
    ("moment", "how"),
    [
        (at(2, "07:00"), MeetingPhase.AHEAD),
        (at(5, "07:00"), MeetingPhase.TODAY),
        (at(5, "20:29"), MeetingPhase.TODAY),
        (at(5, "20:30"), MeetingPhase.OVER),
        (at(6, "23:00"), MeetingPhase.OVER),
        (at(7, "07:00"), MeetingPhase.LATE),
    ],
)
def test_the_words_follow_from_how_the_meeting_stands(moment: datetime, how: MeetingPhase) -> None:
    assert phase_of(meeting(), moment) is how


@pytest.mark.parametrize("day", [2, 5, 6, 7, 10])
def test_these_mornings_name_a_meeting_of_the_fifth(day: int) -> None:
    assert is_for_morning(meeting(), at(day, "07:00"), POLICY)


@pytest.mark.parametrize("day", [1, 4, 8, 9, 11])
def test_other_mornings_do_not(day: int) -> None:
    assert not is_for_morning(meeting(), at(day, "07:00"), POLICY)


def test_three_days_before_is_caught_up_by_a_day_and_no_more() -> None:
    assert is_for_morning(meeting(), at(3, "07:00"), POLICY)
    assert not is_for_morning(meeting(ahead=True), at(3, "07:00"), POLICY)
    assert not is_for_morning(meeting(), at(4, "07:00"), POLICY)


def test_who_was_told_in_the_evening_is_not_told_next_morning() -> None:
    assert not is_for_morning(meeting(at_end=True), at(6, "07:00"), POLICY)


def test_a_meeting_that_has_begun_is_no_longer_announced() -> None:
    assert not is_for_morning(meeting(), at(5, "19:00"), POLICY)


def test_a_meeting_before_the_usual_hour_is_announced_earlier() -> None:
    early = meeting(start="07:00")
    assert morning_begins([early], date(2026, 11, 5), POLICY) == time(6, 30)
    assert morning_begins([meeting()], date(2026, 11, 5), POLICY) == POLICY.remind_morning


def test_a_meeting_without_a_day_is_asked_for_a_week_before_the_end_and_after_it() -> None:
    asked = [
        day for day in range(1, 31) if is_for_morning(meeting(None), at(day, "07:00"), POLICY)
    ]
    assert asked == [23]
    moments = reminder_moments(meeting(None), POLICY)
    assert [moment.date() for moment in moments] == [
        date(2026, 11, 23),
        date(2026, 12, 2),
        date(2026, 12, 5),
    ]
    assert NOVEMBER in periods_to_ask_for(date(2026, 12, 2), POLICY)
    assert Period(2026, 10, 3) in periods_to_ask_for(date(2026, 12, 24), POLICY)
    assert periods_to_ask_for(date(2026, 11, 20), POLICY) == ()


clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(days, clocks, st.integers(30, 240))
def test_no_moment_of_a_reminder_is_in_the_quiet_hours(
    day: date, clock: time, minutes: int
) -> None:
    meeting = OpenMeeting(
        id=1,
        day=day,
        period=Period(day.year, day.month),
        start_time=f"{clock:%H:%M}",
        duration_min=minutes,
    )
    for moment in reminder_moments(meeting, POLICY):
        assert not is_quiet(moment, POLICY)


@given(days, clocks)
def test_a_morning_that_names_a_meeting_looks_at_its_day(day: date, clock: time) -> None:
    made = meeting(day, f"{clock:%H:%M}")
    for step in range(-4, 8):
        local = datetime.combine(day + timedelta(days=step), time(12), tzinfo=POLICY.timezone)
        if is_for_morning(made, local, POLICY):
            assert day in morning_days(local.date(), POLICY)
        if is_just_over(made, local):
            assert step == 0
