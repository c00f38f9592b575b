import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.text import render_digest
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
from domain.rich import displayed_length, plain_text
from texts.numbers import percent


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
COI = Cell(place="Ấp Cái Cối", kind="Chi đoàn", figures=figures(6, on_time=3, late=1, missing=2))
GHI = Cell(place="Ấp La Ghi", kind="Chi đoàn", figures=figures(6, on_time=6))
CASES = "4 mới, 7 đang chờ, 1 quá hạn, 5 đã tháo gỡ, 2 chuyển cấp trên"
LONELY = Cell(place="Xã Đôn Châu", kind="Tổ hội tôm", figures=figures(1, late=1))


def text(summary: Summary, language: str = "vi") -> str:
    return plain_text(render_digest(summary, language).text)


def test_the_digest_reads_like_an_official_summary() -> None:
    said = text(
        summary(
            LONG_VINH,
            COI,
            GHI,
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
        "Đã báo cáo 55/63 buổi đến hạn (87,3%; tháng trước 50%)",
        "Đúng hạn 49, chậm 6, quá hạn chưa báo cáo 8, chưa đến hạn 10",
        "Không tổ chức được 1, dời ngày 2",
        "Số người dự: 1.234/1.500 (82,3%, tăng 7,3 điểm %)",
        "Cán bộ phụ trách xác nhận dự 20/30 buổi (66,7%); đơn vị ghi 26/30",
        "",
        "Cần quan tâm: Ấp Cái Cối 4/6, Xã Long Vĩnh 45/51",
        f"Khó khăn, kiến nghị: {CASES}; nhiều nhất: hạ tầng (4)",
        "Một nửa số khó khăn được tháo gỡ trong 9,5 ngày.",
        "",
        "Theo kế hoạch: 73 buổi (76 đơn vị, trừ 2 đã ngừng hoạt động, trừ 1 chưa thành lập)",
        "Theo loại hình: Chi đoàn 10/12, Chi hội phụ nữ 45/51",
        "Chủ đề được sinh hoạt nhiều nhất: Phòng chống sốt xuất huyết (9 buổi)",
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
    for words in ("Số người dự", "Cán bộ phụ trách", "Một nửa"):
        assert words not in said


def test_shares_of_a_running_month_are_of_what_is_due() -> None:
    first_monday = Cell(place="Xã", kind="Chi hội", figures=figures(61))
    assert "Chưa có buổi nào đến hạn báo cáo\nChưa đến hạn 61\n" in text(summary(first_monday))
    later = Cell(place="Xã", kind="Chi hội", figures=figures(94, on_time=33, late=4, missing=5))
    assert "Đã báo cáo 37/42 buổi đến hạn (88,1%)" in text(summary(later))


def test_a_week_tells_what_came_since_the_one_before() -> None:
    counted = (DifficultyCount(category="funding", raised=2, open=1),)
    earlier = summary(LONG_VINH, cases=CaseCount(solved=1))
    now = summary(LONG_VINH, COI, difficulties=counted, cases=CaseCount(solved=3))
    said = plain_text(render_digest(now, "vi", week_ago=earlier).text)
    assert "So với tuần trước: thêm 4 báo cáo; thêm 2 khó khăn đã tháo gỡ" in said
    assert "So với tuần trước" not in plain_text(render_digest(now, "vi", week_ago=now).text)


def test_the_lowest_places_come_first_and_the_rest_is_counted() -> None:
    places = [
        Cell(place=f"Ấp {n}", kind="Chi hội", figures=figures(10, on_time=n, missing=10 - n))
        for n in range(10, 0, -1)
    ]
    assert (
        "Cần quan tâm: Ấp 1 1/10, Ấp 2 2/10, Ấp 3 3/10, Ấp 4 4/10, Ấp 5 5/10;"
        " 2 địa bàn khác dưới 80%\n"
    ) in text(summary(*places))


texts = st.text("Ấpướnđ &<{}", min_size=1, max_size=200)


@given(
    st.lists(st.tuples(texts, texts, st.integers(3, 9), st.integers(0, 3)), max_size=12),
    st.lists(texts, max_size=4),
    st.booleans(),
)
def test_a_digest_is_one_screen_and_no_line_is_cut(
    rows: list[tuple[str, str, int, int]], titles: list[str], is_final: bool
) -> None:
    cells = [
        Cell(place=place, kind=kind, figures=figures(number, on_time=3 - late, missing=late))
        for place, kind, number, late in rows
    ]
    topics = tuple(TopicCount(title=title, meetings=5, chapters=5) for title in titles)
    made = summary(LONG_VINH, *cells, topics=topics, is_final=is_final)
    told = render_digest(made, "vi").text
    assert displayed_length(told) <= 900
    # The figures themselves are never what is left out.
    for words in ("Đã báo cáo ", "quá hạn chưa báo cáo "):
        assert words in told
    for line in plain_text(told).splitlines():
        if line.startswith("Cần quan tâm: "):
            named = {f"{cell.place} " for cell in (LONG_VINH, *cells)}
            assert any(line.startswith(f"Cần quan tâm: {name}") for name in named)
            assert re.search(r"(\d+/\d+|dưới 80%)$", line)


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
