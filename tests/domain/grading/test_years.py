from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grading import (
    GradedMeeting,
    RatingScale,
    YearFacts,
    parse_levels,
    propose,
)
from domain.grading.defaults import LEAST_GRADED, levels_for

GRADES = ("tot", "kha", "trung_binh", "kem")


def scale(text: str = "", *, least_graded: int = LEAST_GRADED) -> RatingScale:
    levels = parse_levels(text) if text else levels_for("Hội Liên hiệp Phụ nữ")
    return RatingScale(
        id=1,
        association="Hội Liên hiệp Phụ nữ",
        name="Xếp loại năm",
        levels=levels,
        least_graded=least_graded,
        valid_from=date(2020, 1, 1),
    )


def year(
    *grades: str, due: int = 12, held: int | None = None, total: int | None = None
) -> YearFacts:
    graded = tuple(GradedMeeting(grade=grade, grades=GRADES, total=total) for grade in grades)
    return YearFacts(due=due, held=len(grades) if held is None else held, graded=graded)


def level(facts: YearFacts, of: RatingScale | None = None) -> str:
    found = propose(of or scale(), facts)
    return found.level.key if found.level else f"no: {found.missing}"


@pytest.mark.parametrize(
    ("grades", "wanted"),
    [
        (["tot"] * 12, "xuat_sac"),
        (["tot"] * 9 + ["kha"] * 2, "xuat_sac"),
        (["tot"] * 8 + ["kha"] * 3, "manh"),
        (["tot"] * 11 + ["kem"], "manh"),
        (["tot"] * 10, "manh"),
        (["kha"] * 8 + ["trung_binh"] * 4, "kha"),
        (["kem"] * 12, "trung_binh"),
    ],
)
def test_the_best_level_whose_conditions_all_hold_is_proposed(
    grades: list[str], wanted: str
) -> None:
    assert level(year(*grades)) == wanted


def test_too_few_graded_meetings_propose_nothing() -> None:
    assert level(year()) == "no: too-few"
    assert level(year(*["tot"] * 7, held=12)) == "no: too-few"
    assert level(year(*["tot"] * 8, held=12)) == "xuat_sac"


def test_what_the_facts_do_not_decide_proposes_nothing() -> None:
    points = scale("Tốt: điểm 90; Khá: điểm 70; Yếu")
    assert level(year(*["tot"] * 12), points) == "no: undecided"
    assert level(year(*["tot"] * 12, total=90), points) == "tot"
    assert level(year(*["tot"] * 12, total=89), points) == "kha"
    assert level(year(*["tot"] * 12, total=12), points) == "yeu"
    unknown = scale("Mạnh: giỏi từ 50%; Yếu")
    assert level(year(*["tot"] * 12), unknown) == "no: undecided"


def test_a_scale_without_a_last_resort_may_fit_nobody() -> None:
    assert level(year(*["kem"] * 12), scale("Mạnh: không kém; Khá: họp 13 buổi")) == "no: no-level"


@given(st.lists(st.sampled_from(GRADES), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_better_year_is_never_rated_lower(grades: list[str], due: int, held: int) -> None:
    names = [level.key for level in scale().levels]
    before = propose(scale(), year(*grades, due=due, held=held)).level
    after = propose(scale(), year(*(["tot"] * len(grades)), due=due, held=held)).level
    assert (before is None) == (after is None)
    if before and after:
        assert names.index(after.key) <= names.index(before.key)


def test_the_counts_name_the_better_grades_first() -> None:
    assert list(year("kha", "tot", "kha").counts().items()) == [("tot", 1), ("kha", 2)]
