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
        """Returns each name as it may be written: in capitals, in either form of Unicode."""
        return tuple(_spellings(self.names))

    @cached_property
    def national(self) -> tuple[str, ...]:
        """Returns the digits of each phone without the country and without the leading zero."""
        return tuple(filter(None, map(_national, self.phones)))

    @cached_property
    def _prose(self) -> re.Pattern[str] | None:
        kept = sorted(_spellings(self.others), key=len, reverse=True)
        mine = sorted(
            (spelling for spelling in self.spellings if " " in spelling), key=len, reverse=True
        )
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
        if text.strip() in self.spellings:
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
        for written in (name, name.upper(), escape(name, quote=False)):
            found |= {unicodedata.normalize(form, written) for form in ("NFC", "NFD")}
    return found - {""}


def _pattern(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


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
