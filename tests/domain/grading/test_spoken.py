from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grading import (
    Condition,
    Level,
    Measure,
    parse_grades,
    parse_levels,
    parse_parts,
    render_grades,
    render_levels,
    render_parts,
)
from domain.grading.defaults import GRADES, PARTS, PARTY_GRADES, PARTY_PARTS, levels_for

ASSOCIATIONS = (
    "Hội Liên hiệp Phụ nữ Việt Nam",
    "Hội Nông dân Việt Nam",
    "Hội Cựu chiến binh Việt Nam",
    "Đảng bộ xã",
    "Công đoàn Việt Nam",
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_tables_of_an_installation_read_back_as_they_were_written(language: str) -> None:
    for parts in (PARTS, PARTY_PARTS):
        assert parse_parts(render_parts(parts, language)) == parts
    for grades in (GRADES, PARTY_GRADES):
        assert parse_grades(render_grades(grades, language)) == grades
    for association in ASSOCIATIONS:
        levels = levels_for(association)
        assert parse_levels(render_levels(levels, language)) == levels


def test_the_party_table_has_a_hundred_points() -> None:
    assert sum(part.most for part in PARTY_PARTS) == 100


def test_words_are_read_without_marks() -> None:
    parts = parse_parts(
        "Ty le du : 4 (ty le du: 90=4, 0=1, vang khong ly do=1)".replace(" :", ":")
    )
    assert (parts[0].most, parts[0].steps, parts[0].unexcused) == (4, ((90, 4), (0, 1)), 1)
    assert parse_grades("Tot: 50; Kem: 0 (can ly do)")[1].needs_reason
    wanted = (
        Condition(measure=Measure.GRADE_SHARE, least=80, grade="tot"),
        Condition(measure=Measure.NONE, grade="kem"),
        Condition(measure=Measure.HELD_SHARE, least=90),
        Condition(measure=Measure.HELD, least=10),
        Condition(measure=Measure.MEAN_POINTS, least=85),
    )
    levels = parse_levels("Manh: tot tu 80%, khong kem, hop 90%, hop 10 buoi, diem 85; Kha")
    assert levels == (
        Level(key="manh", name="Manh", conditions=wanted),
        Level(key="kha", name="Kha"),
    )


@pytest.mark.parametrize(
    "text",
    ["", "Chuẩn bị", "Chuẩn bị: 0", "Chuẩn bị: 9999", "A: 5; A: 6", "A: 5 (lạ: 1=2)",
     "A: 5 (số phút)", "A: 5 (số phút: 90=6)", "A: 5 (số phút: 90=5, vắng không lý do=1)",
     "A: 5 (tỷ lệ dự: 90=5, lạ=1)", "??: 5"],
)  # fmt: skip
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason
        parse_parts(text)


@pytest.mark.parametrize(
    "text", ["", "Tốt", "Tốt; Tốt", "Tốt: 90; Kém", "Tốt: 90; Kém: 10", "Tốt: 50; Khá: 90; Kém: 0",
             "Tốt; Kém (lạ)"],
)  # fmt: skip
def test_what_is_no_grade_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason
        parse_grades(text)


@pytest.mark.parametrize("text", ["", "Mạnh", "Mạnh: tốt; Khá", "Mạnh: họp 101%; Khá", "A; A"])
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason
        parse_levels(text)


def test_a_level_is_read_by_the_words_of_earlier_tables_too() -> None:
    now = parse_levels("Mạnh: khá từ 80%, tổ chức 90%, tổ chức 10 buổi; Khá")
    assert parse_levels("Mạnh: khá từ 80%, họp 90%, họp 10 buổi; Khá") == now
    assert "họp" not in render_levels(now, "vi")


def test_a_table_is_written_in_english() -> None:
    party = render_parts(PARTY_PARTS, "en")
    assert "(attendance: 90=4, 75=3, 65=2, 0=1, absent without excuse=1)" in party
    assert "(minutes: 90=3, 60=1)" in party
    assert render_grades(PARTY_GRADES, "en").endswith("Kém: 0 (needs a reason)")
    levels = parse_levels("Mạnh: khá from 80%, no kém, held 90%, held 10 meetings; Khá")
    assert "khá from 80%, no kém, held 90%, held 10 meetings" in render_levels(levels, "en")
    assert "khá từ 80%, không kém, tổ chức 90%" in render_levels(levels, "vi")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    ways: tuple[tuple[Callable[[str], Any], Callable[[Any, str], str]], ...] = (
        (parse_parts, render_parts),
        (parse_grades, render_grades),
        (parse_levels, render_levels),
    )
    for parse, render in ways:
        try:
            found = parse(text)
        except ValueError:
            continue
        assert parse(render(found, "vi")) == parse(render(found, "en")) == found
