"""How large an invented country is, and what its places are called.

The nation and its provinces have as many communes, hamlets and chapters as the real ones;
every hamlet has six chapters, three that meet each month and three each quarter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

KINDS = 6

_FIRST = ("An", "Bình", "Cẩm", "Đông", "Gia", "Hòa", "Hưng", "Khánh", "Long", "Lộc", "Mỹ")
_SECOND = ("Bường", "Cừ", "Đước", "Giang", "Hải", "Khê", "Lâm", "Ngạn", "Sậy", "Tràm", "Vĩnh")
_THIRD = ("", " Thượng", " Hạ", " Đông", " Tây", " Nam", " Bắc", " Trung")


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are of everything."""

    name: str
    provinces: int
    communes: int
    hamlets: int
    people: int

    @property
    def chapters(self) -> int:
        """Six in every hamlet."""
        return self.hamlets * KINDS

    def scaled(self, scale: float) -> "Size":
        """Returns the same country made smaller."""
        few = (self.provinces, self.communes, self.hamlets, self.people)
        return Size(self.name, *(max(round(item * scale), 1) for item in few))


PROVINCE = Size("province", 1, 124, 1_500, 10_000)
NATION = Size("nation", 34, 3_321, 90_000, 600_000)
SIZES = {size.name: size for size in (PROVINCE, NATION)}


def shares(total: int, parts: int, random: Random) -> list[int]:
    """Divides a number into so many, the largest about four times the smallest, none under 1."""
    weights = [random.uniform(38, 168) for _ in range(parts)]
    whole, given, found = sum(weights), 0, []
    for number, weight in enumerate(weights, start=1):
        left = parts - number
        most = total - given - left
        part = most if not left else min(max(round(total * weight / whole), 1), most)
        given += part
        found.append(part)
    return found


def names(start: int) -> Iterator[str]:
    """Yields 968 place names, each once, from another one for each `start`."""
    count = len(_FIRST) * len(_SECOND) * len(_THIRD)
    for number in range(start, start + count):
        rest, first = divmod(number % count, len(_FIRST))
        third, second = divmod(rest, len(_SECOND))
        yield f"{_FIRST[first]} {_SECOND[second]}{_THIRD[third]}"
