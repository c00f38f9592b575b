from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.text import percent, render_digest
from domain.case_figures import CaseCount
from domain.figures import (
    Cell,
    DifficultyCount,
    Figures,
    Summary,
    TopicCount,
    showable,
    total_of,
)
from domain.rich import plain_text


def figures(chapters: int, meeting: int | None = None, **values: int) -> Figures:
    meets = chapters if meeting is None else meeting
    return Figures(chapters=chapters, meeting=meets, **({"expected": meets} | values))


def summary(*cells: Cell, is_final: bool = False, **values: object) -> Summary:
    usual: dict[str, object] = {
        "area": "Khu vực Duyên Hải",
        "year": 2026,
        "month": 11,
        "as_of": date(2026, 11, 9),
        "is_final": is_final,
        "cells": cells,
        "topics": (),
        "difficulties": (),
        "before": Figures(),
    }
    return Summary(**{**usual, **values})  # type: ignore[arg-type]


LONG_VINH = Cell(
    place="Xã Long Vĩnh",
    kind="Chi hội phụ nữ",
    figures=figures(
        64,
        61,
        closed=2,
        not_founded=1,
        on_time=40,
        late=5,
        missing=6,
        held=42,
        not_held=1,
        moved=2,
        present=1234,
        room=1500,
        cadre=20,
        cadre_told=26,
        cadre_asked=30,
    ),
)
BEFORE = "Theo kế hoạch 60 buổi; đúng hạn 50%; chưa báo cáo 30; số người dự 75%."
ORDER = "(đúng hạn / chậm / chưa báo cáo, trên kế hoạch)"
ROW = "40 / 5 / 6, trên 61 (64 đơn vị, trừ 2 đã ngừng hoạt động, trừ 1 chưa thành lập)"
LONELY = Cell(place="Xã Đôn Châu", kind="Tổ hội tôm", figures=figures(1, late=1))


def text(one: Summary, language: str = "vi") -> str:
    return plain_text(render_digest(one, language).text)


def test_the_digest_reads_like_an_official_summary() -> None:
    said = text(
        summary(
            LONG_VINH,
            topics=(TopicCount(title="Phòng chống sốt xuất huyết", meetings=9, chapters=9),),
            difficulties=(DifficultyCount(category="infrastructure", raised=4, open=7),),
            cases=CaseCount(solved=5, solved_chapters=3, days=(9, 10), passed_up=2, overdue=1),
            before=figures(64, 60, on_time=30, missing=30, held=50, present=900, room=1200),
            is_final=True,
        )
    )
    assert said.splitlines() == [
        "BẢN TỔNG HỢP SINH HOẠT THÁNG 11/2026",
        "Khu vực Duyên Hải",
        "Số liệu chốt ngày 09/11/2026",
        "",
        "Theo kế hoạch: 61 buổi (64 đơn vị, trừ 2 đã ngừng hoạt động, trừ 1 chưa thành lập)",
        "Báo cáo đúng hạn: 40/51 buổi đã đến hạn (78,4%)",
        "Báo cáo chậm: 5",
        "Chưa báo cáo, đã quá hạn: 6",
        "Chưa đến hạn báo cáo: 10",
        "Không tổ chức được: 1",
        "Dời ngày: 2",
        "Số người dự: 1.234/1.500 (82,3%)",
        "Có cán bộ phụ trách dự: cán bộ xác nhận 20/30 buổi (66,7%); đơn vị ghi 26/30 buổi",
        "",
        "So với tháng 10/2026",
        BEFORE,
        "",
        f"Theo địa bàn {ORDER}",
        f"Xã Long Vĩnh: {ROW}",
        "",
        f"Theo loại hình {ORDER}",
        f"Chi hội phụ nữ: {ROW}",
        "",
        "Chủ đề được sinh hoạt nhiều nhất",
        "Phòng chống sốt xuất huyết: 9 buổi",
        "",
        "Khó khăn, kiến nghị (nêu trong tháng / đang chờ tháo gỡ)",
        "Hạ tầng: 4 / 7",
        "Tháo gỡ trong tháng: 5; đã chuyển cấp trên: 2; quá hạn: 1",
        "Một nửa số khó khăn được tháo gỡ trong 9,5 ngày.",
    ]


def test_how_long_a_chapter_waited_is_told_among_three_alone() -> None:
    counted = (DifficultyCount(category="infrastructure", raised=4, open=7),)
    few = CaseCount(solved=5, solved_chapters=2, days=(9, 10))
    told = summary(LONG_VINH, difficulties=counted, cases=few, is_final=True)
    assert "Một nửa" not in text(told)


def test_what_grows_is_told_at_closing_alone() -> None:
    """The difference of two weeks would be the meeting of whoever reported between them."""
    cases = CaseCount(solved=5, solved_chapters=3, days=(9, 10))
    counted = (DifficultyCount(category="infrastructure", raised=4, open=7),)
    before = figures(64, 60, on_time=30, held=50, present=900, room=1200, cadre_asked=9, cadre=3)
    running = summary(
        LONG_VINH, difficulties=counted, cases=cases, before=before, is_before_final=False
    )
    said = text(running)
    for words in ("Số người dự", "Có cán bộ", "Một nửa"):
        assert words not in said
    assert "số người dự" not in said


def test_shares_of_a_running_month_are_of_what_is_due() -> None:
    first_monday = Cell(place="Xã", kind="Chi hội", figures=figures(61))
    assert "Báo cáo đúng hạn: 0\n" in text(summary(first_monday))
    later = Cell(place="Xã", kind="Chi hội", figures=figures(94, on_time=33, late=4, missing=5))
    assert "Báo cáo đúng hạn: 33/42 buổi đã đến hạn (78,6%)" in text(summary(later))


def test_a_final_digest_says_so() -> None:
    assert "Số liệu chốt ngày 09/11/2026" in text(summary(LONG_VINH, is_final=True))
    assert "Final figures of 09/11/2026" in text(summary(LONG_VINH, is_final=True), "en")


def test_the_english_one_counts_in_english() -> None:
    said = text(summary(LONG_VINH, is_final=True), "en")
    assert "Members present: 1,234/1,500 (82.3%)" in said
    assert "SUMMARY OF MEETINGS, 11/2026\nKhu vực Duyên Hải" in said


def test_one_chapter_never_stands_alone() -> None:
    said = text(summary(LONG_VINH, LONELY))
    assert "Xã Đôn Châu" not in said
    assert "Tổ hội tôm" not in said
    # Shown beside the total, the only other row would give it away.
    assert "Xã Long Vĩnh" not in said


def test_few_chapters_are_not_told_of_at_all() -> None:
    said = text(summary(LONELY))
    assert "dưới 3 đơn vị" in said
    assert "chậm" not in said


def test_few_held_meetings_have_no_attendance() -> None:
    early = Cell(place="Xã", kind="Chi hội", figures=figures(9, held=2, present=40, room=50))
    assert "Số người dự" not in text(summary(early, is_final=True))
    # Three meetings of two chapters are the meetings of two chapters.
    often = Cell(
        place="Xã", kind="Chi hội", figures=figures(9, expected=10, held=3, present=40, room=50)
    )
    assert "Số người dự" not in text(summary(often, is_final=True))


def test_a_topic_of_fewer_than_three_chapters_is_not_named() -> None:
    rare = TopicCount(title="Chuyện riêng", meetings=5, chapters=2)
    assert "Chuyện riêng" not in text(summary(LONG_VINH, topics=(rare,)))


rows = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.integers(0, 6).map(figures), max_size=8
)


@given(rows)
def test_what_is_shown_and_the_rest_are_everything(given_rows: dict[str, Figures]) -> None:
    shown, rest = showable(given_rows)
    assert total_of([*shown.values(), rest]) == total_of(given_rows.values())


@given(rows)
def test_neither_a_row_nor_the_rest_tells_of_fewer_than_three(
    given_rows: dict[str, Figures],
) -> None:
    shown, rest = showable(given_rows)
    assert all(row.meeting >= 3 for row in shown.values())
    assert rest.meeting == 0 or rest.meeting >= 3 or not shown


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (2, 3, "66,7%"),
        (3, 3, "100%"),
        (0, 4, "0%"),
        (0, 0, "–"),
        (1999, 2000, "99,9%"),
        (9999, 10000, "99,9%"),
        (1, 10000, "0,1%"),
        (1, 2000, "0,1%"),
        (1, 1000, "0,1%"),
        (999, 1000, "99,9%"),
    ],
)
def test_shares_are_written_the_vietnamese_way(part: int, whole: int, said: str) -> None:
    assert percent(part, whole, "vi") == said
