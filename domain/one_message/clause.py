"""One clause of a message: its words folded, and what begins and ends where in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate

from domain.one_message.facts import LONGEST_FACT, find_fact, may_begin_fact
from domain.one_message.labels import Field, asks_for, find_label
from domain.one_message.phrases import (
    AT_PLACE,
    BECAUSE,
    CHAIRED,
    NOT_HELD,
    NOT_YET,
    OF_MONTH,
    ON_PLAN,
    PUT_OFF,
    PUTTING_OFF,
    THEREFORE,
    find_activities,
    find_coming,
    find_denial,
)
from domain.one_message.tokens import Token, words_of
from domain.text import marked

Fact = tuple[tuple[Field, ...], int]
Match = Callable[[str, int], object]
# Where a place or a name ends though no comma says so.
_BEHIND_A_NAME = re.compile(
    r"\d+ ?(?:/|h\b|h\d|g\b|gio|:)|luc |ngay |vao |tu \d|chu tri|co mat|du "
)
_ONE_PERSON = frozenset(("em", "toi", "minh", "con", "chau", "anh", "chi", "tui"))
_UNITS = re.compile(r"\b(?:chi hoi|chi doan|chi bo|to hoi|don vi|ben|ap|khom|to)\b")
_THINGS = frozenset(
    (
        *("ho", "nha", "can", "cai", "chiec", "cay", "con", "ha", "cong", "m", "met", "km", "kg"),
        *("tan", "trieu", "ty", "nghin", "ngan", "xe", "ghe", "bong", "phan", "lan", "to", "lit"),
        *("thung", "bao", "mang", "ap", "khom", "xa", "diem", "gio", "tieng", "ngay", "thang"),
    )
)
_OF_PARTS = re.compile(r"\b(?:thao luan|doi thoai|bieu duong)\b")
# So many words may stand between a reason and what it is the reason of.
_SOON = 4
_COUNTED = re.compile(r"\d/\d|^(?:co mat|tham du|du|vang) ")
# What begins an item behind a comma, whatever stood before; what has a name of its own.
_ITEMS: tuple[Match, ...] = (
    find_label,
    find_denial,
    find_coming,
    find_activities,
    NOT_HELD.match,
    AT_PLACE.match,
    CHAIRED.match,
    ON_PLAN.match,
)
_NAMES: tuple[Match, ...] = (*_ITEMS, OF_MONTH.match, BECAUSE.match)


@dataclass(frozen=True)
class Clause:
    """The words of one clause, by their places in it; `text` is the whole message."""

    text: str
    tokens: Sequence[Token]
    today: date

    @cached_property
    def plain(self) -> str:
        """The words folded, one blank between two."""
        return " ".join(token.folded for token in self.tokens)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins in `plain`."""
        lengths = (len(token.folded) + 1 for token in self.tokens)
        return list(accumulate(lengths, initial=0))

    def index(self, offset: int) -> int:
        """Returns the word that begins at a place of `plain`, or the next."""
        places = (at for at, start in enumerate(self.starts) if start >= offset)
        return next(places, len(self.tokens))

    def words(self, begun: int, end: int) -> str:
        """Returns some words as they were typed."""
        return words_of(self.text, self.tokens[begun:end])

    def fact(self, at: int) -> Fact | None:
        """Returns the fact that begins at a word; it ends before anything that has a name."""
        reach = self.tokens[at : at + LONGEST_FACT]
        if not (reach and may_begin_fact(reach[0])) or self._is_either(at - 1):
            return None
        names = (place for place in range(1, len(reach)) if self._is_name(at + place))
        found = find_fact(self.text, reach[: next(names, len(reach))], self.today)
        if found is None:
            return None
        kinds, end = found[0], at + found[1]
        is_else = self._is_either(end) or (Field.COUNT in kinds and self._counts_things(end))
        return None if is_else else (kinds, end)

    def day_put_off_to(self, at: int) -> tuple[int, int] | None:
        """Returns the place of the day to which something is put off by the verb at a word."""
        found = PUT_OFF.match(self.plain, self.starts[at])
        token = self.tokens[at]
        typed = marked(self.text[token.start : token.end])
        if found is None or typed not in PUTTING_OFF.get(token.folded, ()):
            return None
        for begun in range(self.index(found.end() + 1), at, -1):
            fact = self.fact(begun)
            if fact and Field.DAY in fact[0]:
                return begun, fact[1]
        return None

    def tells_state_behind(self, at: int) -> bool:
        """Says whether behind a word follows that a meeting was not held, or put off."""
        behind = (self.plain[start:] for start in self.starts[at + 1 : -1])
        states = (NOT_HELD, NOT_YET, PUT_OFF)
        return any(words.match(rest) for rest in behind for words in states)

    def is_of_one_person(self, at: int) -> bool:
        """True for "em không họp được": who says so will be missing, and the others meet."""
        before = self.plain[: self.starts[at]].split()
        return bool(before) and before[-1] in _ONE_PERSON and not _UNITS.search(" ".join(before))

    def names_something(self, *, asking: bool) -> bool:
        """Says whether the clause begins with something of its own, `asking` for one thing."""
        return bool(
            find_label(self.plain, 0)
            or find_denial(self.plain, 0)
            or NOT_HELD.match(self.plain)
            or find_coming(self.plain, 0)
            or (asking and asks_for(self.plain, 0))
        )

    def content_end(self, begun: int, wanted: Field) -> int:
        """Returns where words told freely end: at another name, or at what is surely no part."""
        for at in range(begun, len(self.tokens)):
            if self.tokens[at].is_comma:
                if at + 1 < len(self.tokens) and self._ends_item(at + 1, wanted):
                    return at
            elif at > begun and self._ends_words(at, wanted):
                return at
        return len(self.tokens)

    def _counts_things(self, end: int) -> bool:
        """True for "28/32 hộ": what is counted is not who came."""
        is_figure = self.tokens[end - 1].folded[-1:].isdecimal()
        return is_figure and end < len(self.tokens) and self.tokens[end].folded in _THINGS

    def is_mixed(self, begun: int, end: int) -> bool:
        """True for "chia sẻ khó khăn" among commas: a topic, perhaps with a difficulty behind."""
        has_commas = any(token.is_comma for token in self.tokens)
        names = (self._is_unmarked_name(at) for at in range(begun + 1, end))
        return has_commas and any(names)

    def _is_unmarked_name(self, at: int) -> bool:
        found = find_label(self.plain, self.starts[at], inside=True)
        return found is not None and not self.plain[: found[1]].endswith(":")

    def _is_either(self, at: int) -> bool:
        """True for the "or" of "28 hay 29"."""
        return 0 <= at < len(self.tokens) and self.tokens[at].folded in ("hay", "hoac")

    def _is_name(self, at: int) -> bool:
        is_named = any(match(self.plain, self.starts[at]) for match in _NAMES)
        return is_named or self.day_put_off_to(at) is not None

    def _ends_item(self, at: int, wanted: Field) -> bool:
        """Says whether behind a comma something else begins."""
        plain, start = self.plain, self.starts[at]
        if wanted in (Field.PLACE, Field.CHAIR) or any(match(plain, start) for match in _ITEMS):
            return True
        if wanted in (Field.TOPIC, Field.REASON) and asks_for(plain, start):
            return True
        if wanted is Field.REASON and any(map(self._tells_state, range(at, at + _SOON))):
            return True
        if wanted is Field.TOPIC and (self.day_put_off_to(at) or self._tells_parts(at)):
            return True
        return self._is_sure_fact(at)

    def _tells_parts(self, at: int) -> bool:
        """True for "3 đồng chí được biểu dương", which is no part of a topic."""
        item, _, _ = self.plain[self.starts[at] :].partition(" ,")
        return bool(_OF_PARTS.search(item))

    def _tells_state(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        start = self.starts[at]
        told = NOT_HELD.match(self.plain, start) or NOT_YET.match(self.plain, start)
        return bool(told or self.day_put_off_to(at))

    def _ends_words(self, at: int, wanted: Field) -> bool:
        """Says whether in the middle of words something else begins, without a stop."""
        plain, start = self.plain, self.starts[at]
        named = find_label(plain, start, inside=True)
        in_doubt = wanted is Field.TOPIC and any(token.is_comma for token in self.tokens)
        if find_denial(plain, start) or (named and not (in_doubt and self._is_unmarked_name(at))):
            return True
        if wanted in (Field.PLACE, Field.CHAIR):
            return bool(_BEHIND_A_NAME.match(plain, start) or self.day_put_off_to(at))
        if wanted is Field.REASON:
            return bool(THEREFORE.match(plain, start)) or self._tells_state(at)
        return wanted is Field.TOPIC and self._is_figure(at)

    def _is_sure_fact(self, at: int) -> bool:
        fact = self.fact(at)
        if fact is None or not self._is_end(fact[1]):
            return False
        first = self.tokens[at].folded
        is_bare = first.isdecimal() and fact[1] == at + 1
        return not is_bare and (len(fact[0]) == 1 or first in ("hop", "ngay", "du"))

    def _is_figure(self, at: int) -> bool:
        """True for "28/32" behind a topic: nobody's topic ends in such a fraction."""
        fact = self.fact(at)
        if fact is None or fact[0] != (Field.COUNT,) or not self._is_end(fact[1]):
            return False
        said = " ".join(token.folded for token in self.tokens[at : fact[1]])
        return bool(_COUNTED.search(said))

    def _is_end(self, at: int) -> bool:
        if at == len(self.tokens) or self.tokens[at].is_comma:
            return True
        return find_label(self.plain, self.starts[at]) is not None
