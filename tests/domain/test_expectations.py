from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period
from domain.chapters import Chapter, ChapterKind, Recording
from domain.expectations import Reason, is_listed, is_ordinary, month_of, reason_for
from domain.pauses import Pause, is_paused, is_paused_throughout, rests_of
from tests.directory import DAY_5, LONG_AGO, WORDS

NOVEMBER = Period(2026, 11)


def chapter(*, recording: Recording = Recording.FULL, **values: Any) -> Chapter:
    usual: dict[str, Any] = {"rule": DAY_5, "frequency": 1}
    of_kind = {name: values.pop(name, usual[name]) for name in usual}
    kind = ChapterKind(
        id=7,
        code="women",
        name="Chi hội phụ nữ",
        association="Hội",
        words=WORDS,
        shift="none",
        recording=recording,
        **of_kind,
    )
    return Chapter(
        kind=kind,
        **{
            "id": 3,
            "area_id": 15,
            "area_path": "/1/15/",
            "area_name": "Ấp",
            "name": "Chi hội",
            "member_count": 30,
            "exempt_count": 0,
            "start_time": "19:00",
            "duration_min": 90,
            "place": "Nhà văn hóa",
            "valid_from": LONG_AGO,
            **values,
        },
    )


def pause(first: date, last: date, **scope: int) -> Pause:
    return Pause(id=1, first_day=first, last_day=last, reason="", **scope)


WHOLE = pause(date(2026, 11, 1), date(2026, 11, 30))
QUARTERLY: dict[str, Any] = {"rule": {"kind": "free", "every": 3, "count": 1}, "frequency": 3}


@pytest.mark.parametrize(
    ("made", "pauses", "reason"),
    [
        (chapter(recording=Recording.OFF), (), Reason.NOT_RECORDED),
        (chapter(valid_to=date(2026, 11, 4)), (), Reason.CLOSED),
        (chapter(valid_to=date(2026, 10, 31)), (WHOLE,), Reason.CLOSED),
        (chapter(valid_from=date(2026, 11, 6)), (), Reason.NOT_FOUNDED),
        (chapter(valid_from=date(2026, 12, 1)), (), Reason.NOT_FOUNDED),
        (chapter(), (WHOLE,), Reason.PAUSED),
        (chapter(**QUARTERLY), (WHOLE,), Reason.NOT_THIS_MONTH),
        (chapter(**QUARTERLY, valid_to=date(2026, 10, 31)), (), Reason.CLOSED),
    ],
)
def test_why_a_chapter_without_a_meeting_owes_nothing(
    made: Chapter, pauses: tuple[Pause, ...], reason: Reason
) -> None:
    assert reason_for(made, NOVEMBER, meetings=0, pauses=pauses) is reason


def test_whoever_meets_is_expected_unless_not_recorded() -> None:
    assert reason_for(chapter(), NOVEMBER, meetings=1, pauses=[WHOLE]) is Reason.EXPECTED
    silent = chapter(recording=Recording.OFF)
    assert reason_for(silent, NOVEMBER, meetings=1, pauses=[]) is Reason.NOT_RECORDED


def test_a_month_tells_of_chapters_just_ended_and_just_to_begin() -> None:
    assert is_listed(chapter(valid_to=date(2026, 10, 1)), NOVEMBER)
    assert not is_listed(chapter(valid_to=date(2026, 9, 30)), NOVEMBER)
    assert is_listed(chapter(valid_from=date(2026, 12, 31)), NOVEMBER)
    assert not is_listed(chapter(valid_from=date(2027, 1, 1)), NOVEMBER)


@given(st.dates(date(2026, 9, 1), date(2027, 1, 31)) | st.none())
def test_a_meeting_counts_in_one_month_of_its_period(day: date | None) -> None:
    quarter = Period(2026, 10, 3)
    month = month_of(quarter, day)
    assert month.first_day in quarter
    assert day is None or day not in quarter or day in month
    assert day is not None or month == Period(2026, 12)


def test_whom_a_pause_is_for() -> None:
    day = date(2026, 11, 5)
    for scope, is_for in (
        ({}, True),
        ({"area_id": 1}, True),
        ({"area_id": 15}, True),
        ({"area_id": 5}, False),
        ({"chapter_id": 3}, True),
        ({"chapter_id": 4}, False),
        ({"person_id": 3}, False),
    ):
        assert bool(rests_of([chapter()], [pause(day, day, **scope)])) is is_for


days = st.dates(date(2026, 11, 1), date(2026, 11, 20))
pauses = st.lists(
    st.tuples(days, st.integers(0, 8)).map(
        lambda pair: pause(pair[0], pair[0] + timedelta(days=pair[1]))
    ),
    max_size=5,
)


@given(pauses, days, st.integers(0, 10))
def test_paused_throughout_means_paused_on_every_day(
    some: list[Pause], first: date, length: int
) -> None:
    span = [first + timedelta(days=step) for step in range(length + 1)]
    assert is_paused_throughout(some, span[0], span[-1]) == all(is_paused(some, d) for d in span)


@given(
    rule=st.sampled_from((DAY_5, {"kind": "free", "count": 2}, {"kind": "lunar", "day": 15})),
    frequency=st.sampled_from((1, 2, 3)),
    month=st.integers(1, 12),
)
def test_why_an_ordinary_chapter_owes_nothing_does_not_depend_on_its_rule(
    rule: dict[str, Any], frequency: int, month: int
) -> None:
    of = Period(2026, month)
    made = chapter(rule=rule, frequency=frequency, valid_from=of.first_day)
    assert is_ordinary(made, of.first_day)
    assert not is_ordinary(made, of.first_day - timedelta(days=1))
    assert reason_for(made, of, meetings=0, pauses=()) is Reason.NOT_THIS_MONTH
