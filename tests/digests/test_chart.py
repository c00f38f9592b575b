"""The picture of a digest, read as it is described and as it is drawn."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from vl_convert import vegalite_to_scenegraph

from digests.chart import LATE, MISSING, ON_TIME, SCALE, WIDTH, describe_picture
from digests.drawing import draw_png
from domain.figures import Cell, Figures, Summary
from tests.digests.test_text import figures, summary

Mark = dict[str, Any]
EMPTY = {
    "data": {"values": [{}]},
    "mark": "text",
    "encoding": {"text": {"value": ""}},
}
COLOURS = (ON_TIME, LATE, MISSING)


def place(name: str, due: int, on_time: int, late: int = 0) -> Cell:
    missing = due - on_time - late
    sums = figures(max(due, 3), on_time=on_time, late=late, missing=missing)
    return Cell(place=name, kind="Chi hội", figures=sums)


COMMUNE = summary(
    place("Ấp La Ghi", 6, 4, 2),
    place("Ấp Cái Cối", 6, 3, 1),
    place("Ấp Xẻo Bọng", 6, 6),
    place("Ấp Kinh Đào", 5, 1, 2),
    area="Xã Long Vĩnh",
)


def spec_of(summary: Summary, language: str = "vi") -> dict[str, Any]:
    spec = describe_picture(summary, language)
    assert spec is not None
    return spec


def drawn(summary: Summary) -> list[Mark]:
    """The marks as they are drawn, each with where it stands."""
    scene = vegalite_to_scenegraph(spec_of(summary))["scenegraph"]

    def inside(node: Any) -> list[Mark]:
        found = []
        for item in node.get("items", ()):
            if node.get("marktype") in ("text", "rect"):
                found.append({"marktype": node["marktype"], **item})
            found += inside(item)
        return found

    return inside(scene)


def texts(summary: Summary) -> list[str]:
    return [mark["text"] for mark in drawn(summary) if mark["marktype"] == "text"]


def bars(summary: Summary) -> list[list[Mark]]:
    """The segments of each bar, from the uppermost down; the last row is the legend."""
    rows: dict[float, list[Mark]] = {}
    for mark in drawn(summary):
        if mark["marktype"] == "rect" and mark.get("fill") in COLOURS:
            rows.setdefault(mark["y"], []).append(mark)
    return [rows[y] for y in sorted(rows)][:-1]


def test_the_words_say_what_the_picture_shows() -> None:
    said = texts(COMMUNE)
    assert " ".join(said[:2]) == "Đã báo cáo 19/23 buổi đến hạn (82,6%)"
    assert "Xã Long Vĩnh, tháng 11/2026" in said
    assert "Số liệu chưa chốt, tính đến ngày 09/11/2026" in said
    assert said[-3:] == ["đúng hạn 14", "chậm 5", "quá hạn 4"]


def test_the_lowest_place_comes_first_with_its_numbers() -> None:
    said = texts(COMMUNE)
    names = [text for text in said if text.startswith("Ấp ")]
    assert names == ["Ấp Kinh Đào", "Ấp Cái Cối", "Ấp La Ghi", "Ấp Xẻo Bọng"]
    assert [text for text in said if text[0].isdigit()] == [
        "3/5 (60%)",
        "4/6 (66,7%)",
        "6/6 (100%)",
        "6/6 (100%)",
    ]


def test_bars_are_as_long_as_their_numbers_on_one_scale() -> None:
    lengths = [[round(mark["width"]) for mark in row] for row in bars(COMMUNE)]
    inner = sum(lengths[0])
    assert all(abs(sum(row) - inner) <= 1 for row in lengths)
    assert lengths[0] == [round(inner * part / 5) for part in (1, 2, 2)]
    assert lengths[1] == [round(inner * part / 6) for part in (3, 1, 2)]
    for row in bars(COMMUNE):
        order = [COLOURS.index(mark["fill"]) for mark in row]
        assert order == sorted(order)
        assert all(mark["stroke"] for mark in row)
        for left, right in pairwise(row):
            assert abs(left["x"] + left["width"] - right["x"]) < 0.01


def test_nine_places_and_the_others_together() -> None:
    many = summary(*(place(f"Xã {n:02}", 20, n) for n in range(20)))
    rows = bars(many)
    assert len(rows) == 10
    said = texts(many)
    assert "Địa bàn khác" in said
    shown = [text for text in said if text.startswith("Xã ")]
    assert shown == [f"Xã {n:02}" for n in range(9)]
    rest = sum(range(9, 20))
    assert said[said.index("Địa bàn khác") - 1].startswith(f"{rest}/220 ")


def test_a_place_without_parts_shows_its_kinds() -> None:
    kinds = [
        Cell(place="Ấp Cái Cối", kind=kind, figures=figures(4, on_time=number, missing=4 - number))
        for kind, number in (("Chi hội Phụ nữ", 4), ("Chi hội Nông dân", 1))
    ]
    said = texts(summary(*kinds, area="Ấp Cái Cối"))
    assert [text for text in said if text.startswith("Chi hội")] == [
        "Chi hội Nông dân",
        "Chi hội Phụ nữ",
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        summary(place("Ấp Cái Cối", 6, 3), is_hidden=True),
        summary(Cell(place="Ấp", kind="Chi hội", figures=figures(2, missing=2))),
        summary(Cell(place="Ấp", kind="Chi hội", figures=figures(9))),
        summary(Cell(place="Ấp", kind="Chi hội", figures=Figures())),
    ],
)
def test_where_nothing_may_or_can_be_shown_there_is_no_picture(nothing: Summary) -> None:
    assert describe_picture(nothing, "vi") is None


names = st.text("Ấpườn Hđ&<{}=", min_size=1, max_size=200).filter(str.strip)


rows = st.lists(
    st.tuples(names, st.integers(3, 9), st.integers(0, 3)),
    min_size=2,
    max_size=12,
    unique_by=lambda row: "".join(row[0].split()),
)


@given(rows)
def test_no_name_is_cut_however_long(given_rows: list[tuple[str, int, int]]) -> None:
    spec = spec_of(summary(*(place(name, due, on_time) for name, due, on_time in given_rows)))
    written = (layer["encoding"].get("text", {}).get("value", "") for layer in spec["layer"])
    said = "".join("".join(written).split())
    lowest = sorted(given_rows, key=lambda row: row[2] / row[1])[:9]
    assert all("".join(name.split()) in without_numbers(said) for name, _, _ in lowest)
    for layer in spec["layer"]:
        assert 0 <= layer["encoding"]["x"]["value"] <= WIDTH
        assert 0 <= layer["encoding"]["y"]["value"] <= spec["height"]


def without_numbers(said: str) -> str:
    return re.sub(r"\d+/\d+\([\d,]+%\)", "", said)


def test_it_is_drawn_for_a_phone_and_small_enough_for_a_slow_line() -> None:
    content = draw_png(spec_of(COMMUNE))
    with Image.open(BytesIO(content)) as picture:
        assert picture.width == WIDTH * SCALE
        title = picture.convert("L").crop((0, 0, WIDTH * SCALE, 30 * SCALE))
    assert len(content) <= 150_000
    # The letters themselves are there, not only the room for them.
    darkest, _ = title.getextrema()
    assert darkest == pytest.approx(27, abs=10)


def test_a_wrong_description_is_refused_and_no_blank_picture_made() -> None:
    with pytest.raises(ValueError, match=r".+"):
        draw_png({"mark": "bar", "data": {"url": "nowhere"}})
    with pytest.raises(ValueError, match="blank"):
        draw_png({**spec_of(COMMUNE), "layer": [EMPTY]})
