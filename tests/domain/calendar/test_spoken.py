from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    FreeDays,
    LunarDay,
    MeetingRule,
    MonthDay,
    RecurrenceDay,
    combine_rule,
    parse_rule,
    rule_words,
)
from domain.reading import fold, parse_spoken_rule

_PLACES = [*range(1, 5), -1, -2, -3, -4]
_CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@st.composite
def rules(draw: st.DrawFn) -> MeetingRule:
    every: Literal[1, 2, 3] = draw(st.sampled_from([1, 2, 3]))
    month = draw(st.integers(1, every))
    kind = draw(st.sampled_from(["day", "lunar", "rrule", "free", "odd"]))
    match kind:
        case "day":
            return MonthDay(every=every, month=month, day=draw(st.integers(1, 31)))
        case "lunar":
            return LunarDay(every=every, month=month, day=draw(st.integers(1, 30)))
        case "free":
            return FreeDays(every=every, count=draw(st.integers(1, 31)))
        case "rrule":
            place = f"{draw(st.sampled_from(_PLACES))}{draw(st.sampled_from(_CODES))}"
            rrule = f"FREQ=MONTHLY;BYDAY={place}"
        case _:
            rrule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    return RecurrenceDay(every=every, month=month, rrule=rrule)


@given(rules(), st.booleans(), st.sampled_from(["vi", "en"]))
def test_every_rule_is_read_back_from_its_words(
    rule: MeetingRule, plainly: bool, language: str
) -> None:
    words = rule_words(rule, language)
    every, data = parse_spoken_rule(fold(words) if plainly else words)
    assert combine_rule(every or 1, data) == rule


@pytest.mark.parametrize(
    ("words", "every", "data"),
    [
        ("ngày 5", None, {"kind": "day", "day": 5}),
        ("5", None, {"kind": "day", "day": 5}),
        ("Ngày 5 hằng tháng", 1, {"kind": "day", "day": 5}),
        ("ngày 5, mỗi quý", 3, {"kind": "day", "day": 5}),
        ("rằm âm lịch hàng tháng", 1, {"kind": "lunar", "day": 15}),
        ("ngày cuối tháng", None, {"kind": "day", "day": 31}),
        ("thứ Bảy cuối tháng", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
        ("thứ 7 tuần thứ hai", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SA"}),
        ("CN đầu tháng", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=1SU"}),
        ("Chủ nhật thứ 2", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SU"}),
        ("mùng 1 âm lịch", None, {"kind": "lunar", "day": 1}),
        ("rằm âm lịch", None, {"kind": "lunar", "day": 15}),
        ("mỗi quý 1 lần, không cố định", 3, {"kind": "free", "count": 1}),
        ("mỗi quý một lần", 3, {"kind": "free", "count": 1}),
        ("mỗi 2 tháng 1 lần, không cố định", 2, {"kind": "free", "count": 1}),
        ("mỗi quý: ngày 5, tháng thứ 2", 3, {"kind": "day", "day": 5, "month": 2}),
        ("ngày 5 tháng giữa quý", None, {"kind": "day", "day": 5, "month": 2}),
        ("05 hàng tháng", 1, {"kind": "day", "day": 5}),
        ("Sinh hoạt vào ngày 5 của tháng", None, {"kind": "day", "day": 5}),
        ("ngày 15 dương lịch hàng tháng", 1, {"kind": "day", "day": 15}),
        ("Thứ 7 tuần cuối tháng", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
        ("tối thứ 7 tuần cuối", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
        ("tuần cuối tháng, thứ bảy", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
        ("Chủ nhật tuần 2", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SU"}),
        ("chủ nhật tuần nhì", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SU"}),
        ("tuần 2 CN hàng tháng", 1, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SU"}),
        ("thứ sáu đầu tiên của tháng", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=1FR"}),
        ("25 âm lịch", None, {"kind": "lunar", "day": 25}),
        ("25 hàng tháng (âm lịch)", None, {"kind": "lunar", "day": 25}),
        ("ngày 16 âl", None, {"kind": "lunar", "day": 16}),
        ("mùng một âm", None, {"kind": "lunar", "day": 1}),
        ("Rằm hàng tháng", 1, {"kind": "lunar", "day": 15}),
        ("rằm", None, {"kind": "lunar", "day": 15}),
        ("1 tháng 1 lần", 1, {"kind": "free", "count": 1}),
        ("2 lần/tháng", 1, {"kind": "free", "count": 2}),
        ("3 tháng 1 lần, không cố định ngày", 3, {"kind": "free", "count": 1}),
        ("5th", None, {"kind": "day", "day": 5}),
        ("The 5th of every month", None, {"kind": "day", "day": 5}),
        ("last day of the month", None, {"kind": "day", "day": 31}),
        ("the last Saturday", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
        ("second Sunday of a month", None, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=2SU"}),
        ("1st of the lunar month", None, {"kind": "lunar", "day": 1}),
        ("full moon", None, {"kind": "lunar", "day": 15}),
        ("once a quarter", 3, {"kind": "free", "count": 1}),
        ("twice a month, no fixed days", 1, {"kind": "free", "count": 2}),
        ("every quarter: the 5th, in its second month", 3, {"kind": "day", "day": 5, "month": 2}),
    ],
)
def test_rules_are_read_as_people_say_them(
    words: str, every: int | None, data: dict[str, Any]
) -> None:
    assert parse_spoken_rule(words) == (every, data)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ngày 0",
        "ngày 32",
        "thứ Bảy",
        "mùng",
        "mùng 31 âm lịch",
        "khi nào tiện",
        "thứ 9 đầu tháng",
        "thứ bảy hàng tuần",
        "mùng 1, rằm",
        "chủ nhật tuần 6",
        "6 tháng 1 lần",
        "the 32nd",
        "every week",
        "fifth Saturday of the month",
        "last",
        "6 times a year",
        "every quarter: the 5th, in its 4th month",
    ],
)
def test_what_is_no_rule_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_spoken_rule(words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kind": "day", "day": 5}, "the 5th"),
        ({"kind": "day", "day": 12}, "the 12th"),
        ({"kind": "day", "day": 31}, "last day"),
        (
            {"kind": "day", "day": 22, "every": 3, "month": 2},
            "every quarter: the 22nd, in its 2nd month",
        ),
        ({"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}, "last Saturday of the month"),
        (
            {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-3SU"},
            "3rd Sunday of the month from the end",
        ),
        ({"kind": "lunar", "day": 1}, "the 1st by the lunar calendar"),
        ({"kind": "lunar", "day": 15}, "full moon by the lunar calendar"),
        ({"kind": "free", "count": 1, "every": 3}, "once every quarter, no fixed day"),
        ({"kind": "free", "count": 3}, "3 times every month, no fixed day"),
    ],
)
def test_a_rule_is_said_in_english(data: dict[str, Any], words: str) -> None:
    assert rule_words(parse_rule(data), "en") == words


@given(rules(), rules())
def test_different_rules_have_different_english_words(
    first: MeetingRule, second: MeetingRule
) -> None:
    assert (rule_words(first, "en") == rule_words(second, "en")) is (first == second)
