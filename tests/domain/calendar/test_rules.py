import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    FixedDay,
    MeetingRule,
    Period,
    RecurrenceDay,
    fit_rule,
    parse_period,
    parse_rule,
    render_rule,
)

from .strategies import rrules, rules


def day_of(rule: object, period: str) -> date:
    parsed = parse_rule(rule)
    assert isinstance(parsed, FixedDay)
    return parsed.day_in(parse_period(period))


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ({"kind": "day", "day": 3}, "2026-11", date(2026, 11, 3)),
        ({"kind": "day", "day": 29}, "2027-02", date(2027, 2, 28)),
        ({"kind": "day", "day": 30}, "2028-02", date(2028, 2, 29)),
        ({"kind": "day", "day": 31}, "2026-11", date(2026, 11, 30)),
        ({"kind": "day", "every": 3, "month": 2, "day": 5}, "2026-Q4", date(2026, 11, 5)),
        ({"kind": "day", "every": 2, "month": 2, "day": 31}, "2027-B1", date(2027, 2, 28)),
    ],
)
def test_a_day_of_the_month_is_that_day_or_the_last(rule: object, period: str, day: date) -> None:
    assert day_of(rule, period) == day


@pytest.mark.parametrize(
    ("rrule", "every", "month", "period", "day"),
    [
        ("FREQ=MONTHLY;BYDAY=-1SA", 1, 1, "2026-11", date(2026, 11, 28)),
        ("rrule:freq=monthly;byday=1su", 1, 1, "2026-11", date(2026, 11, 1)),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", 1, 1, "2027-02", date(2027, 2, 27)),
        ("FREQ=MONTHLY;BYDAY=-1SU", 3, 1, "2022-Q3", date(2022, 7, 31)),
        ("FREQ=MONTHLY;BYDAY=4SU", 3, 1, "2022-Q3", date(2022, 7, 24)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 2, 2, "2026-B5", date(2026, 10, 30)),
    ],
)
def test_an_rrule_names_the_day(
    rrule: str, every: int, month: int, period: str, day: date
) -> None:
    rule = {"kind": "rrule", "every": every, "month": month, "rrule": rrule}
    assert day_of(rule, period) == day


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ({"kind": "lunar", "day": 1}, "2026-02", date(2026, 2, 17)),
        ({"kind": "lunar", "day": 10}, "2027-04", date(2027, 4, 16)),
        ({"kind": "lunar", "day": 10, "every": 3}, "2028-Q2", date(2028, 4, 4)),
        # The lunar month before Tết 2027 has 30 days, the one before Tết 2026 only 29.
        ({"kind": "lunar", "day": 30}, "2026-02", date(2026, 2, 16)),
        ({"kind": "lunar", "day": 30}, "2027-02", date(2027, 2, 5)),
    ],
)
def test_a_lunar_day_follows_the_vietnamese_calendar(rule: object, period: str, day: date) -> None:
    assert day_of(rule, period) == day


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "Invalid JSON"),
        ("{", "Invalid JSON"),
        (None, "valid dictionary"),
        ([], "valid dictionary"),
        ({}, "kind"),
        ({"kind": "weekly"}, "weekly"),
        ({"kind": "day"}, "Meeting rule, day: Field required."),
        ({"kind": "day", "day": 0}, "day: Input should be greater"),
        ({"kind": "day", "day": 32}, "day: Input should be less"),
        ({"kind": "day", "day": "3"}, "day: Input should be a valid integer"),
        ({"kind": "day", "day": 3, "hour": 19}, "hour: Extra"),
        ({"kind": "day", "day": 3, "every": 4}, "every: Input should be 1, 2 or 3"),
        ({"kind": "day", "day": 3, "every": 2, "month": 3}, "month 3 is past the period"),
        ({"kind": "lunar", "day": 31}, "day: Input should be less"),
        ({"kind": "free", "count": 0}, "count: Input should be greater"),
        ({"kind": "rrule", "rrule": "FREQ=WEEKLY;BYDAY=SA"}, "FREQ=MONTHLY"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY"}, "FREQ=MONTHLY"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA"}, "FREQ=MONTHLY"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=1SA\nEXDATE:20261107"}, "FREQ=MONTHLY"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=SA"}, "exactly one day"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=5SA"}, "exactly one day"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYMONTHDAY=31"}, "exactly one day"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1SA"}, "exactly one day"),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=XX"}, "invalid 'BYDAY'"),
    ],
)
def test_a_bad_rule_is_refused_with_one_sentence(data: object, sentence: str) -> None:
    with pytest.raises(ValueError, match="Meeting rule") as refused:
        parse_rule(data)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value).replace("\nEXDATE", "")


@given(rules)
def test_a_rule_reads_back_from_text_and_from_decoded_json(rule: MeetingRule) -> None:
    text = render_rule(rule)
    assert parse_rule(text) == rule
    assert parse_rule(json.loads(text)) == rule


@given(rrules, st.integers(1990, 2099), st.integers(1, 12))
def test_an_accepted_rrule_names_a_day_of_each_month(rrule: str, year: int, month: int) -> None:
    period = Period(year, month)
    assert RecurrenceDay(rrule=rrule).day_in(period) in period


@given(st.from_regex(r"FREQ=MONTHLY(;BY(DAY|MONTHDAY|SETPOS)=[-+,0-9A-Z]{0,9}){1,2}"))
def test_any_rrule_is_accepted_or_a_value_error(rrule: str) -> None:
    try:
        rule = parse_rule({"kind": "rrule", "rrule": rrule})
    except ValueError:
        return
    assert isinstance(rule, RecurrenceDay)
    assert rule.day_in(Period(2027, 2)) in Period(2027, 2)


@given(rules, st.sampled_from((1, 2, 3)))
def test_a_stored_rule_fits_any_period_and_keeps_its_day(rule: MeetingRule, every: int) -> None:
    data = json.loads(render_rule(rule))
    fitted = json.loads(render_rule(fit_rule(every, data)))
    assert fitted.pop("every") == every
    assert fitted.pop("month", 1) == min(data.pop("month", 1), every)
    assert fitted == {key: value for key, value in data.items() if key != "every"}
