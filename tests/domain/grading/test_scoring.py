from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grading import (
    MeetingFacts,
    Part,
    Rule,
    ScoreTable,
    compute,
    facts_of,
    points_of,
    total_of,
)
from domain.grading.defaults import GRADES, PARTS, PARTY_GRADES, PARTY_PARTS
from domain.report import ReportAnswers, ReportState

DAY = date(2026, 11, 5)


def table(parts: tuple[Part, ...] = PARTY_PARTS, **values: object) -> ScoreTable:
    usual: dict[str, object] = {
        "id": 1,
        "code": "dang",
        "version": 1,
        "name": "Bảng điểm",
        "area_id": None,
        "kind_id": None,
        "grades": PARTY_GRADES,
        "valid_from": date(2020, 1, 1),
    }
    return ScoreTable(parts=parts, **(usual | values))  # type: ignore[arg-type]


def points(**facts: object) -> dict[str, int]:
    return points_of(compute(table(), MeetingFacts(**facts)))  # type: ignore[arg-type]


def held(**values: object) -> ReportAnswers:
    usual: dict[str, object] = {"state": ReportState.HELD, "held_date": DAY, "present": 28}
    return ReportAnswers(**(usual | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("present", "room", "wanted"),
    [(90, 100, 4), (899, 1000, 3), (75, 100, 3), (749, 1000, 2), (65, 100, 2), (649, 1000, 1),
     (0, 100, 1), (100, 100, 4)],
)  # fmt: skip
def test_the_rate_counts_exactly_at_its_borders(present: int, room: int, wanted: int) -> None:
    assert points(present=present, room=room)["ty_le_du"] == wanted


def test_somebody_absent_without_excuse_leaves_one_point() -> None:
    assert points(present=99, room=100, unexcused=1)["ty_le_du"] == 1
    assert points(present=99, room=100, unexcused=0)["ty_le_du"] == 4


def test_what_is_not_told_is_named_and_not_guessed() -> None:
    scores = {score.part.key: score for score in compute(table(), MeetingFacts(held_on=DAY))}
    assert {key: score.missing for key, score in scores.items()} == {
        "dung_ngay_quy_dinh": "fixed_day",
        "thoi_luong": "times",
        "ty_le_du": "present",
    }
    assert points_of(tuple(scores.values())) == {}
    known = facts_of(DAY, held(), total=32, exempt=2)
    rate = next(score for score in compute(table(), known) if score.part.key == "ty_le_du")
    assert (rate.points, rate.unsure) == (4, "unexcused")
    everybody = facts_of(DAY, held(present=30), total=32, exempt=2)
    assert [score.unsure for score in compute(table(), everybody)] == ["", "", ""]


def test_facts_come_from_the_report() -> None:
    answers = held(starts=time(19), ends=time(20, 29), unexcused=2)
    known = facts_of(DAY, answers, total=32, exempt=2)
    assert known == MeetingFacts(
        held_on=DAY, fixed_day=DAY, present=28, room=30, unexcused=2, minutes=89
    )
    moved = ReportAnswers(state=ReportState.MOVED, postponed_to=DAY)
    assert facts_of(DAY, moved, total=32) == MeetingFacts(fixed_day=DAY)


@pytest.mark.parametrize(
    ("minutes", "wanted"), [(90, 3), (89, 1), (60, 1), (59, 0), (0, 0), (600, 3)]
)
def test_the_length_counts_in_minutes(minutes: int, wanted: int) -> None:
    assert points(minutes=minutes)["thoi_luong"] == wanted


@pytest.mark.parametrize(("away", "wanted"), [(0, 2), (3, 1), (-3, 1), (4, 0), (-30, 0)])
def test_the_fixed_day_counts_both_ways(away: int, wanted: int) -> None:
    facts = MeetingFacts(held_on=DAY + timedelta(days=away), fixed_day=DAY)
    scores = compute(table(PARTS, grades=GRADES), facts)
    assert points_of(scores)["dung_ngay_quy_dinh"] == wanted


@st.composite
def computed_parts(draw: st.DrawFn) -> Part:
    most = draw(st.integers(1, 50))
    numbers = st.tuples(st.integers(0, 200), st.integers(-10, 100))
    return Part(
        key="any",
        name="Any",
        most=most,
        rule=draw(st.sampled_from(Rule)),
        steps=tuple(draw(st.lists(numbers, max_size=5))),
        unexcused=draw(st.none() | st.integers(0, most)),
    )


@given(
    computed_parts(),
    st.builds(
        MeetingFacts,
        held_on=st.none() | st.dates(),
        fixed_day=st.none() | st.dates(),
        present=st.none() | st.integers(0, 500),
        room=st.none() | st.integers(0, 500),
        unexcused=st.none() | st.integers(0, 500),
        minutes=st.none() | st.integers(0, 1440),
    ),
)
def test_points_never_leave_their_part(part: Part, facts: MeetingFacts) -> None:
    (score,) = compute(table((part,)), facts)
    assert score.points is None or 0 <= score.points <= part.most
    assert (score.points is None) == bool(score.missing)


@given(st.integers(0, 100))
def test_the_grade_changes_exactly_at_its_threshold(total: int) -> None:
    wanted = (
        "tot" if total >= 90 else "kha" if total >= 70 else "trung_binh" if total >= 50 else "kem"
    )
    assert table().grade_of(total).key == wanted


@given(st.lists(st.integers(-3, 45), min_size=9, max_size=9))
def test_a_sum_is_taken_only_of_points_within_every_part(given_points: list[int]) -> None:
    named = dict(zip((part.key for part in PARTY_PARTS), given_points, strict=True))
    fits = all(0 <= named[part.key] <= part.most for part in PARTY_PARTS)
    if fits:
        assert total_of(table(), named) == sum(given_points)
    else:
        with pytest.raises(ValueError, match="outside the table"):
            total_of(table(), named)


def test_a_part_too_few_or_too_many_is_no_sum() -> None:
    full = {part.key: part.most for part in PARTY_PARTS}
    assert total_of(table(), full) == 100
    for wrong in ({**full, "other": 1}, {"ket_thuc": 5}):
        with pytest.raises(ValueError, match="every part"):
            total_of(table(), wrong)


def test_only_a_table_with_parts_to_judge_and_thresholds_asks_for_points() -> None:
    assert table().asks_for_points
    assert not table(PARTS, grades=GRADES).asks_for_points
    assert not table(grades=GRADES).asks_for_points
