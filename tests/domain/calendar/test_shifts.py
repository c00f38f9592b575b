from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import MoveTo, Shift, ShiftRule, parse_shift, shifted

from .strategies import HOLIDAYS, shifts

WHOLE_WEEK = ShiftRule.NEXT_DAY_OFF_SKIPPED
HOLIDAY_ONLY = ShiftRule.NEXT_DAY_HOLIDAY_ONLY
near_days = st.dates(date(2025, 1, 1), date(2030, 12, 1))
holiday_sets = st.one_of(st.just(HOLIDAYS), st.frozensets(near_days, max_size=60))


@pytest.mark.parametrize(
    ("fixed", "off_skipped", "holiday_only"),
    [
        (date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 2)),
        (date(2027, 1, 3), date(2027, 1, 4), date(2027, 1, 3)),
        (date(2027, 2, 5), date(2027, 2, 11), date(2027, 2, 11)),
        (date(2027, 4, 3), date(2027, 4, 5), date(2027, 4, 3)),
        (date(2027, 5, 1), date(2027, 5, 4), date(2027, 5, 2)),
        (date(2027, 9, 3), date(2027, 9, 6), date(2027, 9, 4)),
    ],
)
def test_a_meeting_on_a_free_day_goes_to_the_next_day_its_rule_allows(
    fixed: date, off_skipped: date, holiday_only: date
) -> None:
    assert shifted(fixed, WHOLE_WEEK, HOLIDAYS) == off_skipped
    assert shifted(fixed, HOLIDAY_ONLY, HOLIDAYS) == holiday_only
    assert shifted(fixed, ShiftRule.NONE, HOLIDAYS) == fixed


@pytest.mark.parametrize(
    ("fixed", "before"),
    [
        (date(2027, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 3), date(2026, 12, 31)),
        (date(2027, 2, 10), date(2027, 2, 3)),
        (date(2027, 5, 3), date(2027, 4, 29)),
        (date(2027, 5, 4), date(2027, 5, 4)),
    ],
)
def test_the_previous_working_day_goes_back_over_every_free_day(fixed: date, before: date) -> None:
    assert shifted(fixed, ShiftRule.PREVIOUS_WORKING_DAY, HOLIDAYS) == before


def test_staff_decide_what_is_a_holiday() -> None:
    new_year = date(2027, 1, 1)
    assert shifted(new_year, HOLIDAY_ONLY, set()) == new_year
    assert shifted(new_year, HOLIDAY_ONLY, {new_year: "Tết Dương lịch"}) == date(2027, 1, 2)


def test_a_day_that_somebody_chose_is_taken_as_it_is() -> None:
    sunday = date(2027, 2, 7)
    assert shifted(date(2027, 2, 3), MoveTo(sunday), HOLIDAYS) == sunday


@given(near_days, st.sampled_from(ShiftRule), holiday_sets)
def test_a_shift_stops_at_the_nearest_day_it_need_not_skip(
    day: date, rule: ShiftRule, holidays: frozenset[date]
) -> None:
    landed = shifted(day, rule, holidays)
    forward = rule is not ShiftRule.PREVIOUS_WORKING_DAY
    passed = {day + timedelta(days=n if forward else -n) for n in range(abs((landed - day).days))}
    weekend_counts = rule in {WHOLE_WEEK, ShiftRule.PREVIOUS_WORKING_DAY}
    free = {
        d for d in passed | {landed} if d in holidays or (weekend_counts and d.isoweekday() > 5)
    }
    assert (landed >= day) if forward else (landed <= day)
    if rule is ShiftRule.NONE:
        assert landed == day
    else:
        assert free == passed


@given(shifts)
def test_a_shift_reads_back_from_its_text(shift: Shift) -> None:
    assert parse_shift(str(shift)) == shift


@pytest.mark.parametrize("text", ["", "sometimes", "move_to", "move_to:", "move_to:2027-02-30"])
def test_an_unknown_shift_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=f'A shift rule is one of none, .*, not "{text}"'):
        parse_shift(text)
