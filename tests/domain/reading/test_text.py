"""Typed text is cleaned and folded without losing a letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import clean_text, fold, key


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Chi   bộ \t ấp 2 ", "Chi bộ ấp 2"),
        ("Long\u200b Vĩnh\ufeff\u202e", "Long Vĩnh"),
        ("dòng một \r\n  dòng hai\u2028ba", "dòng một\ndòng hai\nba"),
        ("một\n\n\n\nhai", "một\n\nhai"),
        ("a\x00b\x1b[0m", "ab[0m"),
        ("lẻ\ud800loi", "lẻloi"),
        ("👩‍👩‍👧 và 🏳️‍🌈", "👩‍👩‍👧 và 🏳️‍🌈"),
        ("x\u200dy", "xy"),
        ("🏴\U000e0067\U000e0062\U000e007f!", "🏴\U000e0067\U000e0062\U000e007f!"),
        ("a\U000e0041b", "ab"),
        ("<b>&</b>_*", "<b>&</b>_*"),
        ("\u200b \n", ""),
    ],
)
def test_only_what_can_be_seen_is_kept(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_the_limit_is_counted_after_composing() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Hường")
    assert clean_text(decomposed, limit=16) == "Nguyễn Thị Hường"


@pytest.mark.parametrize(
    ("raw", "limit", "cut"),
    [
        ("Long Vĩnh", 5, "Long"),
        ("tốt 👩‍👩‍👧", 6, "tốt"),
        ("tốt 👍🏽", 5, "tốt"),
        ("x\u0323\u0307\u0308a", 2, ""),
        ("abc", 0, ""),
        ("abc", -1, ""),
    ],
)
def test_a_cut_goes_through_no_character(raw: str, limit: int, cut: str) -> None:
    assert clean_text(raw, limit=limit) == cut


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Long Vĩnh", "long vinh"),
        ("Đảng ủy xã", "dang uy xa"),
        ("Trường Long Hoà", "truong long hoa"),
        ("Trường Long Hòa", "truong long hoa"),
        ("Ấp “Cồn Cù” - số 2", "ap con cu so 2"),
        ("Ｌｏｎｇ　Ｖｉｎｈ １２", "long vinh 12"),
        ("៤២ ٤٢", "42 42"),
        ("2️⃣", "2"),
        ("H’Nương", "hnuong"),
        ("⬅ Quay lại", "quay lai"),
    ],
)
def test_two_spellings_share_a_key(text: str, plain: str) -> None:
    assert key(text) == plain


def test_the_order_of_words_stays() -> None:
    assert key("Vĩnh Long") != key("Long Vĩnh")


def test_folding_keeps_the_punctuation() -> None:
    assert fold("Ngày 5／11 – 2026") == "ngay 5/11 - 2026"


@given(st.text())
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    clean = clean_text(raw)
    assert clean_text(clean) == clean
    assert key(key(raw)) == key(raw)
    clean.encode()


@given(st.text())
def test_composed_and_decomposed_text_are_one(raw: str) -> None:
    assert clean_text(unicodedata.normalize("NFD", raw)) == clean_text(raw)
    assert key(unicodedata.normalize("NFD", raw)) == key(raw)


@given(st.text(), st.integers(0, 20))
def test_a_limit_holds(raw: str, limit: int) -> None:
    cut = clean_text(raw, limit=limit)
    assert len(cut) <= limit
    assert clean_text(raw).startswith(cut)
