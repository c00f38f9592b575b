"""Vietnamese names: by which part a person is called, how they sort, which spell the same."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from domain.text import clean_text, key, marked

T = TypeVar("T")

_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
# "Mỹ" and "Mĩ", "Quý" and "Quí" are one; after another vowel the letters mean different sounds.
_Y_AT_END = re.compile(r"\b(qu|[bcdđghklmnpqrstvx]+)y(?=[\u0300-\u0323]*\b)")
_ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        (
            *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
            *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
        ),
        start=1,
    )
}

_USUAL_FORM = "đồng chí"

Collated = tuple[tuple[int, ...], tuple[int, ...], str]
NameSortKey = tuple[Collated, Collated, Collated]


def given_name(full: str) -> str:
    """Returns the part a person is called by: the last one ("Hường")."""
    return "".join(clean_text(full).split()[-1:])


def split_address(form: str, full: str) -> tuple[str, str]:
    """Returns how a person is addressed beside their whole name, and how they are called.

    The form of address may end with the part of the name that they are called by, where that
    has several words: "đồng chí Sa Rinh" for Kim Thị Sa Rinh.
    """
    words, name = form.split(), clean_text(full).split()
    for many in range(min(len(words), len(name)), 0, -1):
        if spelling(" ".join(words[-many:])) == spelling(" ".join(name[-many:])):
            return " ".join(words[:-many]) or _USUAL_FORM, " ".join(words)
    return form, f"{form} {given_name(full)}"


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


def name_key(name: str) -> str:
    """Returns what the spellings of one name share: "Thôn Mỹ III" is found as "thon mi 3"."""
    return " ".join(map(_plainly, _Y_AT_END.sub(r"\1i", key(name)).split()))


@lru_cache(maxsize=100_000)
def spelling(name: str) -> str:
    """Returns a name with its marks, the same for "Hòa" and "Hoà", "Mỹ" and "Mĩ"."""
    words = re.findall(r"[\w]+", unicodedata.normalize("NFC", marked(name)))
    return " ".join(_plainly(_Y_AT_END.sub(r"\1i", _tone_last(word))) for word in words)


def same_name(text: str, other: str) -> bool:
    """True for two spellings of one name; without any marks a name may be any of its likes."""
    here, there = spelling(text), spelling(other)
    if here == there:
        return True
    likes = name_key(text), name_key(other)
    return likes[0] == likes[1] and (here == likes[0] or there == likes[1])


def named_so(wanted: str, found: Iterable[T], name_of: Callable[[T], str]) -> list[T]:
    """Returns those with exactly this name, else those with a spelling of it."""
    alike = [each for each in found if name_key(name_of(each)) == name_key(wanted)]
    return [each for each in alike if spelling(name_of(each)) == spelling(wanted)] or alike


def _plainly(word: str) -> str:
    """Returns a word of a key, numbers without the ways to write them: "01" and "I" are "1"."""
    return _ROMAN.get(word) or (word.lstrip("0") or "0" if word.isdecimal() else word)


def _tone_last(word: str) -> str:
    """Returns a word with its tone behind the letters, wherever it was written."""
    parts = unicodedata.normalize("NFD", word)
    letters = "".join(part for part in parts if part not in _TONES)
    tones = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", letters) + tones
