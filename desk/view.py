"""What an address asks a page for: the place, the period, the kind, the order, how it is shown.

The address is the state: what is read here is written back by `View.query`, so that a link that
is copied, bookmarked or reloaded shows the same.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any, Self, TypeVar
from urllib.parse import quote_plus

from domain.people import Only
from domain.reporting_span import Span, parse_span, span_of

T = TypeVar("T")

# Longer values are nobody's, and any longer number would not fit a database's 64 bits.
_LONGEST_VALUE = 200
_LONGEST_NUMBER = 18
_EARLIEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a page may be asked beside the place and period.

    `columns` are those it can be ordered by, the usual one first, with "-" for the largest
    first; `choices` are parameters of its own with what they may be, the usual one first; a
    parameter without choices takes any words. Not every page can be narrowed `by_kind`.
    """

    by_kind: bool = True
    columns: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What an address asks for; `chosen` are the parameters of the page itself.

    `here` leaves out what lies below the place; `names` off shows counts and places only,
    `screen` is for a projector.
    """

    area: int | None = None
    period: Span
    kind: int | None = None
    association: str | None = None
    sort: str = ""
    after: str = ""
    version: str = ""
    here: bool = False
    names: bool = True
    screen: bool = False
    chosen: Mapping[str, str] = field(default_factory=dict)

    @property
    def only(self) -> Only:
        """The kind by id or the association by name that is looked at, None for all."""
        return self.kind if self.kind is not None else self.association

    @property
    def afresh(self) -> bool:
        """True where what came after the closing of a month counts as well."""
        return self.version == "now"

    @property
    def column(self) -> str:
        """The column that rows are ordered by."""
        return self.sort.removeprefix("-")

    @property
    def is_falling(self) -> bool:
        """True where the largest comes first."""
        return self.sort.startswith("-")

    def at(self, **changes: Any) -> Self:  # noqa: ANN401 - the fields of a view
        """Returns the same from its first row, with some fields or own parameters changed."""
        own = {name: value for name, value in changes.items() if name in self.__slots__}
        chosen = {name: str(value) for name, value in changes.items() if name not in own}
        return replace(self, **{"after": "", "chosen": {**self.chosen, **chosen}, **own})

    def query(self, *, is_same_page: bool) -> str:
        """Returns the view as plain words of an address; order and pages are of one page only."""
        own = {"sort": self.sort, "after": self.after} if is_same_page else {}
        values = {
            "area": self.area,
            "period": self.period,
            "kind": self.kind,
            "association": self.association,
            "version": self.version,
            "here": "yes" if self.here else "",
            "names": "" if self.names else "no",
            "view": "screen" if self.screen else "",
            **own,
            **self.chosen,
        }
        pairs = ((name, str(value)) for name, value in values.items() if value)
        return "&".join(f"{name}={_quoted(value)}" for name, value in pairs)


# A page has a thousand links, which differ by a few words.
_quoted = lru_cache(maxsize=4096)(quote_plus)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that an address cannot have, and by what name."""

    name: str
    value: str


def read_view(
    given: Mapping[str, str], asking: Asking, *, today: date
) -> tuple[View, tuple[Unknown, ...]]:
    """Returns the nearest view to what was asked for, and what of it could not be read."""
    reading = _Reading(given, [])
    view = View(
        area=reading.read("area", read_number, None),
        period=reading.read("period", _span_until(today), span_of(today, 1)),
        kind=reading.read("kind", read_number, None),
        association=reading.read("association", str, None),
        sort=reading.read("sort", _within(_orders(asking.columns)), _first(asking.columns)),
        after=reading.read("after", str, ""),
        version=reading.read("version", _within(("1", "now")), ""),
        here=reading.read("here", _within(("yes",)), "") == "yes",
        names=reading.read("names", _within(("no",)), "") != "no",
        screen=reading.read("view", _within(("screen",)), "") == "screen",
        chosen={
            name: reading.read(name, _within(values) if values else str, _first(values))
            for name, values in asking.choices.items()
        },
    )
    return view, tuple(reading.unknown)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads parameters one by one, and keeps those that it could not."""

    given: Mapping[str, str]
    unknown: list[Unknown]

    def read(self, name: str, reader: Callable[[str], T], usual: T) -> T:
        """Returns a parameter's value, the usual one where none or an unknown one is given."""
        text = self.given.get(name, "").strip()
        if not text:
            return usual
        try:
            if len(text) > _LONGEST_VALUE:
                raise ValueError(name)
            return reader(text)
        except ValueError:
            self.unknown.append(Unknown(name, text[:_LONGEST_VALUE]))
            return usual


def read_number(text: str) -> int:
    """Reads the number of something; raises ValueError for text that is none."""
    if not text.isascii() or not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise ValueError(text)
    return int(text)


def _span_until(today: date) -> Callable[[str], Span]:
    def read(text: str) -> Span:
        span = parse_span(text)
        if span.year < _EARLIEST or span.first_day > today:
            raise ValueError(text)
        return span

    return read


def _within(values: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in values:
            raise ValueError(text)
        return text

    return read


def _orders(columns: Collection[str]) -> frozenset[str]:
    bare = {column.removeprefix("-") for column in columns}
    return frozenset(bare | {f"-{column}" for column in bare})


def _first(values: tuple[str, ...]) -> str:
    return values[0] if values else ""
