"""How alike difficulties are by their words, and which of them are one theme of several places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.cases import Case
from domain.records import Difficulty, DifficultyState
from domain.report import RaisedDifficulty
from domain.text import key

# From so much likeness on, two difficulties are offered to be answered together.
ALIKE = 0.5
# Words that say where, how much, or that something is lacking, and not what.
_COMMON = frozenset(
    (
        *("ap", "khom", "thon", "xa", "phuong", "to", "o", "tai", "nhieu", "mot", "so", "rat"),
        *("bi", "con", "chua", "khong", "co", "dang", "cac", "nhung", "cua", "va", "cho"),
        *("ba", "de", "nghi", "kien"),
    )
)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    if text.startswith("(") and text.endswith(")"):
        # It only says that the difficulty was spoken.
        return frozenset()
    every = frozenset(key(text).split())
    return every - _COMMON or every


def likeness(text: str, other: str) -> float:
    """Returns how alike two texts are by their words without marks, from 0 to 1."""
    here, there = _words(text), _words(other)
    if not here or not there:
        return 0.0
    return 2 * len(here & there) / (len(here) + len(there))


def list_alike(text: str, others: Mapping[int, str]) -> list[int]:
    """Returns which of the others seem to be the same difficulty, likest first."""
    found = {number: likeness(text, other) for number, other in others.items()}
    alike = [number for number, share in found.items() if share >= ALIKE]
    return sorted(alike, key=lambda number: (-found[number], number))


@dataclass(frozen=True, slots=True)
class Theme:
    """What several chapters tell alike; `cases` are joined already or like the first."""

    cases: tuple[Case, ...]

    @property
    def head(self) -> Case:
        """The case that stands for all."""
        return self.cases[0]

    @property
    def is_to_join(self) -> bool:
        """True while some of them are not joined to the first."""
        return any(case.joined_to != self.head.id for case in self.cases[1:])

    @property
    def chapters(self) -> int:
        """How many chapters tell of it."""
        return len({case.chapter_id for case in self.cases})

    @property
    def places(self) -> int:
        """In how many places it is."""
        return len({case.area_path for case in self.cases})


def list_themes(found: Iterable[Case]) -> list[Theme]:
    """Returns what several chapters tell alike, what is told in most places first.

    Joined cases belong together, whatever their words; the oldest stands for the others.
    """
    cases = sorted(found, key=lambda case: case.id)
    known = {case.id for case in cases}
    joined: dict[int, list[Case]] = {}
    for case in cases:
        if case.joined_to in known:
            joined.setdefault(case.joined_to or 0, []).append(case)
    themes: list[list[Case]] = []
    for case in cases:
        if case.joined_to in known:
            continue
        theme = next((theme for theme in themes if _belongs(case, theme[0])), None)
        if theme is None:
            theme = []
            themes.append(theme)
        theme += [case, *joined.get(case.id, ())]
    several = [theme for theme in map(Theme, map(tuple, themes)) if theme.chapters > 1]
    return sorted(several, key=lambda theme: (-theme.places, -theme.chapters, theme.head.id))


def _belongs(case: Case, first: Case) -> bool:
    return case.category == first.category and likeness(case.text, first.text) >= ALIKE


def match_told(
    known: Iterable[Difficulty], told: Sequence[RaisedDifficulty]
) -> list[Difficulty | None]:
    """Returns for each difficulty of a corrected report the case that it was, None for a new one.

    The same words find each other first, then like ones; what is left was put in quite other
    words if it is of the same category and nobody has answered it.
    """
    left = list(known)
    found: list[Difficulty | None] = [None] * len(told)
    for sure in (_is_same, _is_like, _may_be):
        for place, difficulty in enumerate(told):
            if found[place] is None:
                match = next((old for old in left if sure(old, difficulty)), None)
                if match is not None:
                    found[place] = match
                    left.remove(match)
    return found


def _is_same(old: Difficulty, difficulty: RaisedDifficulty) -> bool:
    return key(old.text) == key(difficulty.text)


def _is_like(old: Difficulty, difficulty: RaisedDifficulty) -> bool:
    return likeness(old.text, difficulty.text) >= ALIKE


def _may_be(old: Difficulty, difficulty: RaisedDifficulty) -> bool:
    return old.state is DifficultyState.OPEN and old.category == difficulty.category
