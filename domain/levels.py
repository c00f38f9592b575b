"""What the levels above a chapter are called: hamlet and commune, in a town quarter and ward."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from domain.text import key

_BELOW = frozenset(
    ("ap", "khom", "thon", "ban", "buon", "lang", "khu", "khu pho", "to dan pho", "to nhan dan")
)
_COMMUNES = frozenset(("xa", "phuong", "thi tran", "dac khu"))
_ABOVE = frozenset(("huyen", "quan", "thi xa", "tinh", "thanh pho"))
_OF_A_TOWN = {"phuong": "Khóm"}


@dataclass(frozen=True, slots=True)
class LevelWords:
    """The words for the two lowest levels, each with a capital letter; "" where unknown."""

    hamlet: str = ""
    commune: str = ""

    def within_sentence(self) -> dict[str, str]:
        """Returns the words by level, as they stand inside a sentence."""
        return {name: word[:1].lower() + word[1:] for name, word in asdict(self).items()}


def is_commune(level: str) -> bool:
    """True for what a commune is called, in the country, in a town or on an island."""
    return key(level) in _COMMUNES


def name_within_sentence(name: str) -> str:
    """Returns a place's name as it stands inside a sentence: "Ấp Cái Cối" as "ấp Cái Cối"."""
    words = key(name).split()
    is_led = any(
        " ".join(words[:many]) in level
        for many in (1, 2, 3)
        for level in (_BELOW, _COMMUNES, _ABOVE)
    )
    return name[:1].lower() + name[1:] if is_led else name


def name_levels(levels: Iterable[str]) -> LevelWords:
    """Returns the words for the levels of the places above a chapter."""
    words = {key(text): text[:1].upper() + text[1:] for text in levels}
    commune = next((word for level, word in words.items() if level in _COMMUNES), "")
    hamlet = next((word for level, word in words.items() if level in _BELOW), "")
    return LevelWords(hamlet or _OF_A_TOWN.get(key(commune), ""), commune)
