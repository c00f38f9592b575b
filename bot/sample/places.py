"""Where the sample lies: place names that were published, and how each chapter kind meets there.

Only names of places are real. Where no list of hamlets is published, the rest is invented.
"""

from dataclasses import dataclass

UPPER = ("khu vực", "Khu vực Duyên Hải")
PROVINCE = ("tỉnh", "tỉnh Vĩnh Long", "86")


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with the kinds of chapters that each of its hamlets has."""

    name: str
    code: str
    hamlets: tuple[str, ...]
    kinds: tuple[str, ...]
    cadres: int
    unions: tuple[tuple[str, str, int], ...] = ()


_ALL = ("chi_bo", "chi_doan", "phu_nu", "nong_dan", "cuu_chien_binh", "mat_tran")
_FOUR = _ALL[:4]

COMMUNES = (
    Commune(
        "xã Long Vĩnh",
        "29533",
        (
            *("ấp Xẻo Bông", "ấp Kinh Đào", "ấp Cái Cối", "ấp Thốt Lốt", "ấp Vũng Tàu"),
            *("ấp Xóm Chùa", "ấp Cái Cỏ", "ấp La Ghi", "ấp Giồng Bàn", "ấp Vàm Rạch Cỏ"),
        ),
        _ALL,
        8,
        (
            ("to_hoi", "Tổ hội nghề nghiệp nuôi tôm Giồng Bàn", 14),
            ("cong_doan", "Công đoàn cơ sở Công ty Thủy sản Duyên Hải Xanh", 86),
        ),
    ),
    Commune("xã Đông Hải", "29536", ("ấp Hồ Tàu", "ấp Phước Thiện", "ấp Vĩnh Lợi"), _FOUR, 2),
    Commune("xã Ngũ Lạc", "29530", ("ấp Mé Láng", "ấp Rạch Dừa", "ấp Giồng Sen"), _FOUR, 2),
    Commune("xã Long Thành", "29513", ("khóm 1", "khóm 2", "khóm 3"), _FOUR, 2),
)
