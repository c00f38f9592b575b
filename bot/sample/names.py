"""Invented people: Vietnamese and Khmer names, each given once."""

from collections.abc import Iterator
from random import Random

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Dương", "Lâm", "Hồ")
_MEN = ("Văn", "Hữu", "Minh", "Thanh", "Quốc", "Công")
_WOMEN = ("Thị", "Thị Kim", "Thị Ngọc", "Thị Hồng", "Thị Mỹ")
_MENS = (
    *("An", "Bảy", "Cường", "Dũng", "Đạt", "Giàu", "Hải", "Hòa", "Khánh", "Lợi", "Mạnh", "Nhàn"),
    *("Phúc", "Quý", "Sang", "Tâm", "Thành", "Tiến", "Trí", "Út", "Vinh", "Xuân", "Đông", "Ngộ"),
)
_WOMENS = (
    *("Ánh", "Bích", "Cúc", "Diệu", "Đào", "Gấm", "Hạnh", "Hiền", "Hoa", "Lan", "Liên", "Mai"),
    *("Nga", "Nhung", "Oanh", "Phượng", "Sương", "Thảo", "Trang", "Tuyết", "Út", "Xuyến", "Yến"),
)
_KHMER_FAMILIES = ("Thạch", "Sơn", "Kim", "Kiên", "Lâm", "Danh")
_KHMER_MEN = ("Sa Rươl", "Sô Phát", "Rây", "Đa Ra", "Sa Vuth", "Ngọc Sáng", "Sóc Kha", "Thi")
_KHMER_WOMEN = ("Thị Sa Rinh", "Sô Phia", "Thị Na Ry", "Thị Sa Mol", "Bô Pha", "Thị Chanh Đa")
_KHMER_SHARE = 0.3


def invent_names(random: Random, *, women: bool) -> Iterator[str]:
    """Gives names without end, none of them twice."""
    given: set[str] = set()
    while True:
        name = _khmer(random, women) if random.random() < _KHMER_SHARE else _kinh(random, women)
        if name not in given:
            given.add(name)
            yield name


def _khmer(random: Random, women: bool) -> str:
    return (
        f"{random.choice(_KHMER_FAMILIES)} {random.choice(_KHMER_WOMEN if women else _KHMER_MEN)}"
    )


def _kinh(random: Random, women: bool) -> str:
    middle, last = (_WOMEN, _WOMENS) if women else (_MEN, _MENS)
    return f"{random.choice(_FAMILIES)} {random.choice(middle)} {random.choice(last)}"
