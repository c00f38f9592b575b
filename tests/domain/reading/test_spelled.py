"""Words compared with their marks, which may be left out."""

import pytest

from domain.reading import spells, spells_fully


@pytest.mark.parametrize(
    ("typed", "meant", "fully"),
    [
        ("huỷ", "hủy", True),
        ("HỦY", "hủy", True),
        ("huy", "hủy", False),
        ("dan van khéo", "dân vận khéo", False),
    ],
)
def test_marks_may_be_left_out_but_not_be_others(typed: str, meant: str, fully: bool) -> None:
    assert spells(typed, meant)
    assert spells_fully(typed, meant) is fully


@pytest.mark.parametrize(("typed", "meant"), [("dũng", "dừng"), ("đa", "da"), ("mò", "mở hình")])
def test_other_marks_are_another_word(typed: str, meant: str) -> None:
    assert not spells(typed, meant)
