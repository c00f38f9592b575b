from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Deadlines, Period
from domain.pauses import Pause
from domain.plan_diff import (
    Addition,
    Change,
    Plan,
    Regular,
    Removal,
    Step,
    asked_by,
    earliest_month,
    steps,
    wanted,
)
from tests.domain.test_expectations import chapter

TODAY = date(2026, 11, 10)
DAY_20 = {"kind": "day", "day": 20}
RULES = (
    {"kind": "day", "day": 5},
    DAY_20,
    {"kind": "free", "count": 2},
    {"kind": "lunar", "day": 15},
)


def to_do(
    stored: Sequence[Regular], *rests: Pause, today: date = TODAY, **values: Any
) -> list[Step]:
    made = chapter(**values)
    asked = asked_by(made.timetable, frozenset(), Deadlines(5, 10), today)
    return list(steps(made, stored, wanted(made, asked, rests, today), rests, today))


def done(stored: Sequence[Regular], todo: Sequence[Step]) -> list[Regular]:
    """What is stored once every step was carried out."""
    kept = {regular.id: regular for regular in stored}
    for step in todo:
        match step:
            case Removal(meeting):
                del kept[meeting.id]
            case Change(meeting, plan):
                kept[meeting.id] = meeting._replace(plan=plan)
            case Addition(chapter_id, asked):
                plan = Plan(asked.planned_on, "19:00", 90, "Nhà văn hóa", *asked[3:5])
                new = next(number for number in count(1) if number not in kept)
                kept[new] = Regular(
                    new, chapter_id, asked.period, asked.ordinal, True, False, None, plan
                )
    return list(kept.values())


def planned(**values: Any) -> list[Regular]:
    return done([], to_do([], **values))


def rest(first: date, last: date) -> Pause:
    return Pause(id=1, first_day=first, last_day=last, reason="lũ", chapter_id=3)


def days(meetings: Sequence[Regular]) -> list[date | None]:
    return [regular.plan.planned_on for regular in meetings]


def test_this_period_and_the_next_are_asked_for_and_nothing_over() -> None:
    assert days(planned()) == [date(2026, 11, 5), date(2026, 12, 5)]


def test_what_is_ahead_follows_the_rule_and_what_has_passed_stays() -> None:
    before = planned()
    (step,) = to_do(before, rule=DAY_20)
    assert isinstance(step, Change)
    assert days(done(before, [step])) == [date(2026, 11, 5), date(2026, 12, 20)]


def test_what_is_no_longer_asked_for_goes_while_it_is_ahead() -> None:
    november, december = planned()
    todo = to_do([november, december], frequency=3)
    assert Removal(december) in todo
    assert Removal(november) not in todo


def test_what_was_reported_stays_even_in_a_pause() -> None:
    held = [regular._replace(is_open=False) for regular in planned()]
    assert to_do(held, rest(date(2026, 11, 1), date(2026, 12, 31))) == []


def test_what_falls_into_a_pause_goes_even_after_its_day() -> None:
    before = planned()
    found = to_do(before, rest(date(2026, 11, 1), date(2026, 12, 31)))
    assert found == [Removal(regular) for regular in before]


def test_a_meeting_in_a_pause_whose_rule_leaves_the_pause_moves_at_once() -> None:
    before = planned()
    todo = to_do(before, rest(date(2026, 12, 1), date(2026, 12, 10)), rule=DAY_20)
    assert days(done(before, todo)) == [date(2026, 11, 5), date(2026, 12, 20)]


def test_a_past_day_in_a_pause_gives_way_to_the_day_of_the_rule() -> None:
    before = planned(frequency=3)
    todo = to_do(before, rest(date(2026, 10, 1), date(2026, 10, 9)), frequency=3, rule=DAY_20)
    assert sorted(map(str, days(done(before, todo)))) == ["2026-10-20", "2027-01-20"]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 10), Period(2026, 9)),
        (date(2026, 5, 5), Period(2026, 3)),
        (date(2027, 1, 5), Period(2026, 10)),
    ],
)
def test_the_earliest_month_is_that_of_the_longest_period_that_is_open(
    today: date, first: Period
) -> None:
    assert earliest_month(today) == first


@given(
    rules=st.tuples(st.sampled_from(RULES), st.sampled_from(RULES)),
    frequency=st.sampled_from((1, 2, 3)),
    later=st.integers(0, 80),
    first=st.integers(-60, 120),
    length=st.integers(0, 60),
    ended=st.one_of(st.none(), st.integers(-60, 120)),
)
def test_once_it_is_done_nothing_is_left_to_do(
    rules: tuple[dict[str, Any], dict[str, Any]],
    frequency: int,
    later: int,
    first: int,
    length: int,
    ended: int | None,
) -> None:
    old, new = rules
    today = TODAY + timedelta(days=later)
    begin = TODAY + timedelta(days=first)
    pause = rest(begin, begin + timedelta(days=length))
    life = {} if ended is None else {"valid_to": TODAY + timedelta(days=ended)}
    before = planned(rule=old)
    now: dict[str, Any] = {"rule": new, "frequency": frequency, "today": today, **life}
    after = done(before, to_do(before, pause, **now))
    assert to_do(after, pause, **now) == []
