"""Typed answers that stand for a button."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.message import Choice
from domain.reading.text import fold, key, marked

_SHORTEST_PREFIX = 2
_NUMBER = re.compile(r"[(#]?(?:(?:cau|so|chon|muc) )?(?P<number>\d{1,3}) ?[.)]?")

_MARKED_WORDS = {"vâng": "co", "dạ": "co", "dạ vâng": "co", "vâng ạ": "co"}
_PHRASES = {
    **dict.fromkeys(("uh", "u", "uhm", "um", "ok", "oke", "okay", "yes", "da co"), "co"),
    **dict.fromkeys(("co nha", "co nhe"), "co"),
    **dict.fromkeys(("hong", "hem", "no", "da khong", "khong co", "khong co gi"), "khong"),
    **dict.fromkeys(("bq", "skip"), "bo qua"),
    **dict.fromkeys(("ql", "tro lai", "lui lai", "back"), "quay lai"),
}
_DENYING = frozenset(("khong", "chua", "het"))
_OF_NOTHING = frozenset(
    ("co", "kho", "khan", "vuong", "mac", "gi", "nao", "ca", "van", "de", "nua", "khac")
)
# Said for politeness or to round off: "xong rồi", "không có gì hết ạ".
_PARTICLES = frozenset(("roi", "het", "a", "nhe"))
_WORDS = {
    **dict.fromkeys(("ko", "k", "kg", "khg", "hok", "kh"), ("khong",)),
    "hnay": ("hom", "nay"),
    "hqua": ("hom", "qua"),
    "hkia": ("hom", "kia"),
    "ng": ("nguoi",),
    "dc": ("duoc",),
    "vs": ("voi",),
    "cb": ("can", "bo"),
}


def match_choice(
    text: str, labels: Mapping[str, str] | Sequence[Choice], *, numbered: bool = False
) -> str | None:
    """Returns the key of the one choice that is meant, or None if none or several are.

    A label counts with or without marks, shortened or abbreviated. With `numbered` its
    place in the list counts too ("2", "2.", "câu 2").
    """
    choices = _as_pairs(labels)
    spelled = marked(text)
    if spelled in _MARKED_WORDS and not _having(choices, marked, spelled):
        return _only(_beginning_with(choices, _MARKED_WORDS[spelled]))
    by_number = _at_number(text, choices) if numbered else set()
    by_label = _having(choices, marked, spelled) or _having(choices, key, key(text))
    if by_number or by_label:
        return _only(by_number | by_label)
    return _by_shortened(key(text), choices)


def denies(text: str) -> bool:
    """True for "không có khó khăn gì cả" and the like: that there is nothing to tell."""
    words = _written_out(key(text)).split()
    known = _DENYING | _OF_NOTHING | _PARTICLES
    return bool(words) and words[0] in _DENYING and known.issuperset(words)


def _as_pairs(labels: Mapping[str, str] | Sequence[Choice]) -> list[tuple[str, str]]:
    if isinstance(labels, Mapping):
        return list(labels.items())
    return [(choice.key, choice.label) for choice in labels]


def _having(
    choices: Iterable[tuple[str, str]], form: Callable[[str], str], wanted: str
) -> set[str]:
    return {name for name, label in choices if wanted and form(label) == wanted}


def _at_number(text: str, choices: list[tuple[str, str]]) -> set[str]:
    shape = _NUMBER.fullmatch(fold(text))
    number = int(shape["number"]) if shape else 0
    return {choices[number - 1][0]} if 1 <= number <= len(choices) else set()


def _by_shortened(plain: str, choices: list[tuple[str, str]]) -> str | None:
    for attempt in dict.fromkeys((plain, _written_out(plain))):
        found = _having(choices, key, attempt) or _beginning_with(choices, attempt)
        if found:
            return _only(found)
    alias = _PHRASES.get(_written_out(plain))
    if alias:
        return _only(_beginning_with(choices, alias))
    begun, _, last = plain.rpartition(" ")
    return _by_shortened(begun, choices) if begun and last in _PARTICLES else None


def _beginning_with(choices: Iterable[tuple[str, str]], start: str) -> set[str]:
    """Finds an exact label, else those it begins; "ấp 1" does not begin "ấp 10"."""
    exact = _having(choices, key, start)
    if exact or len(start) < _SHORTEST_PREFIX or start.isdecimal():
        return exact
    start = start + " " if start[-1].isdecimal() or start in ("co", "khong") else start
    return {name for name, label in choices if key(label).startswith(start)}


def _written_out(plain: str) -> str:
    return " ".join(word for each in plain.split() for word in _WORDS.get(each, (each,)))


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
