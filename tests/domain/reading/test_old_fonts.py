import pytest

from domain.reading.old_fonts import OldFont, convert, find_old_font
from domain.reading.syllables import is_syllable


@pytest.mark.parametrize(
    ("typed", "font", "seen"),
    [
        ("NguyÔn ThÞ MÉu Mét", OldFont.TCVN3, "Nguyễn Thị Mẫu Một"),
        ("X· Long VÜnh", OldFont.TCVN3, "Xã Long Vĩnh"),
        ("Chi héi phô n÷ Êp C¸i Cèi", OldFont.TCVN3, "Chi hội phụ nữ ấp Cái Cối"),
        ("Tr\u00ad¬ng ThÞ Ph\u00ad¬ng", OldFont.TCVN3, "Trương Thị Phương"),
        ("NGUYÔN THÞ MÉU", OldFont.TCVN3, "NGUYỄN THỊ MẪU"),
        ("Ấp C¸i Cèi", OldFont.TCVN3, "Ấp Cái Cối"),
        ("§Æng V¨n §øc", OldFont.TCVN3, "Đặng Văn Đức"),
        ("Nguyeãn Thò Maãu Moät", OldFont.VNI, "Nguyễn Thị Mẫu Một"),
        ("Aáp Caùi Coái", OldFont.VNI, "Ấp Cái Cối"),
        ("Chi hoäi phuï nöõ", OldFont.VNI, "Chi hội phụ nữ"),
        ("ÑAËNG VAÊN ÑÖÙC", OldFont.VNI, "ĐẶNG VĂN ĐỨC"),
        ("Nhaø vaên hoùa aáp", OldFont.VNI, "Nhà văn hóa ấp"),
    ],
)
def test_old_text_is_known_and_becomes_what_was_seen(typed: str, font: OldFont, seen: str) -> None:
    assert find_old_font(typed) is font
    assert convert(typed, font) == seen


@pytest.mark.parametrize(
    "text",
    [
        *("Nguyễn Thị Hòa", "Trường Long Hoà", "Ấp Cái Cối", "Mé Láng", "Sóc Trăng", "Ô Môn"),
        *("Chôl Chnăm Thmây", "Café Hồng", "Kiên Sô Phép", "Cù lao Dung", "Đặng Văn Đức"),
        *("họp lúc 19h30", "52 (nữ 30)", "© 2026", "1/2 – 3/4", "Thạch Thị Na Ry", "Quách Hòa"),
    ],
)
def test_text_of_today_is_left_alone(text: str) -> None:
    assert find_old_font(text) is None


@pytest.mark.parametrize("word", ["nghiêng", "quyên", "giêng", "uống", "khuya", "Huỳnh", "ướt"])
def test_these_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["caei", "nguyeãn", "Mẫuu", "tr", "ngh", "hãa"])
def test_these_are_none(word: str) -> None:
    assert not is_syllable(word)
