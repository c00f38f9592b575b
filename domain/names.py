"""Vietnamese names: by which part a person is called, and in which order they stand."""

import unicodedata

from domain.reading.text import clean_text

_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}

Collated = tuple[tuple[int, ...], tuple[int, ...], str]
NameSortKey = tuple[Collated, Collated, Collated]


def given_name(full: str) -> str:
    """Returns the part a person is called by: the last one ("Hường")."""
    return "".join(clean_text(full).split()[-1:])


def name_sort_key(name: str) -> NameSortKey:
    """Orders people by given name, then family name, then what stands between."""
    *before, given = clean_text(name).split() or [""]
    return collate(given), collate(" ".join(before[:1])), collate(" ".join(before[1:]))


def collate(text: str) -> Collated:
    """Orders text by Vietnamese letters first, then by tones, then as written."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFC", text.lower()):
        bare, tone = _without_tone(letter)
        letters.append(_rank(bare))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def _without_tone(letter: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    bare = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", bare), tone


def _rank(letter: str) -> int:
    if letter == " ":
        return 0
    return _RANKS.get(letter, len(_RANKS) + 1 + ord(letter[:1] or " "))
