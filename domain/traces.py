"""A person's name and phone in what people wrote: found as a whole, and replaced.

A name counts only as a whole name: "Nguyễn Thị Hoa" neither in "Nguyễn Thị Hoan" nor in a longer
name that is somebody else's, nor in that of a street or a school. A name of one syllable is
also an ordinary word, so that it counts only where nothing else stands.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from domain.report import OWN_WORDS

# In stored JSON the words about people stand beneath these; elsewhere only what has a blank
# is words, for no key, state or number of ours has one.
WORD_KEYS = frozenset(
    {
        *OWN_WORDS,
        "aim",
        "chair",
        "content",
        "lead",
        "name",
        "note",
        "notes",
        "phone",
        "phones",
        "place",
        "reason_text",
        "text",
        "title",
        "told",
        "topic_text",
        "who",
        "words",
    }
)
# What is called after somebody, and so is not about them.
_CALLED_AFTER = (
    r"(?i:đường|phố|hẻm|ngõ|công viên|tượng đài"
    r"|trường(?: (?:tiểu học|trung học|mầm non|mẫu giáo|thpt|thcs|th))?)"
)
# From so many syllables on nothing but a name reads so, in small letters as well.
_CERTAIN = 3
# A tone may stand on either letter of these ends of a word: old and new spelling.
_OLD_ENDS = {
    old + last: first + new
    for first, last in ("oa", "oe", "uy")
    for old, new in zip(
        *(
            [
                unicodedata.normalize("NFC", letter + tone)
                for tone in "\u0300\u0301\u0303\u0309\u0323"
            ]
            for letter in (first, last)
        ),
        strict=True,
    )
}
_NO_PHONE = "–"
_SHORTEST_PHONE = 6
_COUNTRY = "84"


@dataclass(frozen=True)
class Traces:
    """What a person is known by, and the title that stands there afterwards.

    `others` are longer names that begin or end with one of `names`, and stay.
    """

    title: str
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    others: tuple[str, ...] = field(default=())

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Returns each name as it may be written: its case, its tones, either form of Unicode.

        Case matters here only for letters beyond ASCII.
        """
        return tuple(_spellings(self.names))

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(map(_folded, self.spellings))

    @cached_property
    def national(self) -> tuple[str, ...]:
        """Returns the digits of each phone without the country and without the leading zero."""
        return tuple(filter(None, map(_national, self.phones)))

    @cached_property
    def _prose(self) -> re.Pattern[str] | None:
        kept = sorted(_spellings(self.others), key=len, reverse=True)
        mine = sorted(filter(_is_certain, self.spellings), key=len, reverse=True)
        parts = [rf"(?P<kept>{'|'.join(map(_pattern, kept))})"] if kept else []
        if mine:
            names = "|".join(map(_pattern, mine))
            parts += [rf"(?P<called_after>{_CALLED_AFTER}\s+(?:{names}))"]
            parts += [rf"(?P<name>{names})"]
        parts += [rf"(?P<phone>{_phone_pattern(text)})" for text in self.national[:1]]
        parts += [_phone_pattern(text) for text in self.national[1:]]
        if not parts:
            return None
        whole = r"(?<![\w\u0300-\u036f])(?:{})(?![\w\u0300-\u036f])"
        return re.compile(whole.format("|".join(parts)))

    def replaced(self, text: str) -> str:
        """Returns a text in which the title stands for the person."""
        alone = text.strip()
        if alone in self.spellings or (" " in alone and _folded(alone) in self._whole):
            return self.title
        if self._prose is None:
            return text
        return self._prose.sub(self._put, text)

    def _put(self, found: re.Match[str]) -> str:
        given = found.groupdict()
        if given.get("kept") or given.get("called_after"):
            return found[0]
        return _NO_PHONE if not given.get("name") else self._as_written(found.string)

    def _as_written(self, text: str) -> str:
        """Returns the title with its signs written as in rich text where the text has such."""
        return escape(self.title, quote=False) if "&amp;" in text else self.title

    def replaced_within(self, value: Any, *, as_words: bool = False) -> Any:  # noqa: ANN401 - any JSON
        """Returns a JSON value with the person's traces replaced where words stand."""
        if isinstance(value, str):
            return self.replaced(value) if as_words or " " in value.strip() else value
        if isinstance(value, list):
            return [self.replaced_within(item, as_words=as_words) for item in value]
        if isinstance(value, Mapping):
            return {
                name: self.replaced_within(item, as_words=as_words or name in WORD_KEYS)
                for name, item in value.items()
            }
        return value


def _spellings(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        for toned in _with_either_tone(unicodedata.normalize("NFC", name)):
            lower = (toned.lower(),) if " " in toned else ()
            for written in (toned, toned.upper(), *lower, escape(toned, quote=False)):
                found |= {unicodedata.normalize(form, written) for form in ("NFC", "NFD")}
    return found - {""}


def _is_certain(spelling: str) -> bool:
    """True for what is a name wherever it stands: two syllables not in small letters."""
    words = spelling.split()
    return len(words) >= _CERTAIN or (len(words) > 1 and not spelling.islower())


def _with_either_tone(name: str) -> set[str]:
    old = new = name
    for before, after in _OLD_ENDS.items():
        new = re.sub(rf"{before}\b", after, new)
        old = re.sub(rf"{after}\b", before, old)
    return {name, old, new}


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def _pattern(name: str) -> str:
    words = name.split()
    pattern = r"\s+".join(map(re.escape, words))
    return f"(?i:{pattern})" if len(words) >= _CERTAIN else pattern


def _national(phone: str) -> str:
    digits = "".join(filter(str.isdecimal, phone))
    digits = digits.removeprefix("00")
    national = digits.removeprefix(_COUNTRY) if digits.startswith(_COUNTRY) else digits
    national = national.removeprefix("0")
    return national if len(national) >= _SHORTEST_PHONE else ""


def _phone_pattern(national: str) -> str:
    digits = r"[ .\-]?".join(national)
    return rf"(?:(?:\+|00)?{_COUNTRY}[ .\-]?|0|\+|00)?{digits}"


def longer_than(names: Collection[str], known: Iterable[str]) -> tuple[str, ...]:
    """Returns the known names in which one of `names` stands as whole words, and more."""
    return tuple(
        sorted({other for other in known if any(_is_longer(other, name) for name in names)})
    )


def _is_longer(other: str, name: str) -> bool:
    return other != name and f" {name} " in f" {' '.join(other.split())} "
