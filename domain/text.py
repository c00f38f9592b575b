"""Typed text made clean for keeping, and plain for comparing."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_JOINER = "\u200d"
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")
_APOSTROPHES = re.compile("['’ʼ`´]")
_BLACK_FLAG = "\U0001f3f4"
_FULL_WIDTH = {0xFF01 + step: 0x21 + step for step in range(0x5E)}
# Letters of other languages that some keyboards give for đ, and that look like it.
_MISTYPED = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_LIKE_OTHERS = str.maketrans({"đ": "d", "Đ": "d", "\u2044": "/", "\u2215": "/", "\u2212": "-"})


def clean_text(raw: str, *, limit: int | None = None) -> str:
    """Returns the text in NFC without invisible characters and needless space.

    Line breaks and joined emoji stay. A `limit` cuts after that many characters, but never
    inside a joined emoji or between a letter and its mark.
    """
    visible = _without_invisible(_LINE_BREAK.sub("\n", raw))
    text = _squeezed(unicodedata.normalize("NFC", visible)).translate(_MISTYPED)
    return text if limit is None or len(text) <= limit else _cut(text, max(limit, 0))


# What is compared are labels and names above all, the same ones at every answer.
_remembered = lru_cache(maxsize=4096)


@_remembered
def fold(text: str) -> str:
    """Returns one lower-case line without marks, digits in ASCII, punctuation kept."""
    decomposed = unicodedata.normalize("NFD", clean_text(text))
    plain = decomposed.translate(_PLAIN).translate(_LIKE_OTHERS).lower()
    return " ".join(plain.split())


@_remembered
def key(text: str) -> str:
    """Returns what two spellings of one name share: letters, digits and single spaces."""
    letters = _APOSTROPHES.sub("", fold(text))
    return " ".join("".join(c if _is_wordlike(c) else " " for c in letters).split())


@_remembered
def marked(text: str) -> str:
    """Returns one lower-case line with its marks, for words that differ by marks alone."""
    return " ".join(clean_text(text).lower().split())


def spells(typed: str, meant: str) -> bool:
    """True when `typed` is `meant`, each syllable with its own marks or with none at all.

    Where in a syllable a tone is written makes no difference: "huỷ" and "hủy" are the same.
    """
    mine, theirs = _syllables(typed), _syllables(meant)
    return len(mine) == len(theirs) and all(
        syllable.plain == other.plain and syllable.marks in ((), other.marks)
        for syllable, other in zip(mine, theirs, strict=True)
    )


def spells_fully(typed: str, meant: str) -> bool:
    """True when `typed` is `meant` with all its marks."""
    return _syllables(typed) == _syllables(meant)


class _Syllable(NamedTuple):
    plain: str
    marks: tuple[str, ...]


def _syllables(text: str) -> list[_Syllable]:
    words = "".join(c if _is_wordlike(c) else " " for c in clean_text(text).lower()).split()
    return [_Syllable(fold(word), _marks(word)) for word in words]


def _marks(word: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFD", word)
    return tuple(sorted(c for c in decomposed if c == "đ" or unicodedata.combining(c)))


def _without_invisible(text: str) -> str:
    if text.replace("\n", " ").isprintable():
        return text
    kept: list[str] = []
    for index, char in enumerate(text):
        following = text[index + 1 : index + 2]
        if char == "\n" or not _is_invisible(char):
            kept.append(char)
        elif char == "\t":
            kept.append(" ")
        elif kept and _belongs_to_emoji(char, kept, following):
            kept.append(char)
    return "".join(kept)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs")


def _belongs_to_emoji(char: str, kept: list[str], following: str) -> bool:
    if char == _JOINER:
        return _ends_emoji(kept[-1]) and bool(following) and _is_pictograph(following)
    return _is_tag(char) and (kept[-1] == _BLACK_FLAG or _is_tag(kept[-1]))


def _is_tag(char: str) -> bool:
    return "\U000e0020" <= char <= "\U000e007f"


def _is_pictograph(char: str) -> bool:
    return unicodedata.category(char) == "So" or char == "↔"


def _ends_emoji(char: str) -> bool:
    return char == "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff" or _is_pictograph(char)


def _squeezed(text: str) -> str:
    lines = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
    return _EMPTY_LINES.sub("\n\n", lines).strip()


def _cut(text: str, limit: int) -> str:
    while limit > 0 and _is_bound(text[limit - 1], text[limit]):
        limit -= 1
    return text[:limit].rstrip()


def _is_bound(before: str, after: str) -> bool:
    modifier = "\U0001f3fb" <= after <= "\U0001f3ff"
    joined = _JOINER in (before, after) or _is_tag(after) or modifier
    return joined or unicodedata.category(after).startswith("M")


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Pd":
        return "-"
    return chr(_FULL_WIDTH.get(ord(char), ord(char)))


class _Plain(dict[int, str]):
    """What each character is without its mark, found once."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_PLAIN = _Plain()


def _is_wordlike(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) == "Mc"
