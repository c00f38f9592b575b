"""Buttons as values: what a press means, packed into a key of few bytes and read from it again."""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any, ClassVar, Self, TypeVar, get_type_hints

from domain.calendar import Period, parse_period
from domain.reporting_span import Span, parse_span

# Telegram takes 64 bytes; the prompt's id and what is wanted of a tick stand before the key.
LONGEST_KEY = 40
_LONGEST_NUMBER = 18

B = TypeVar("B", bound="Button")


@dataclass(frozen=True)
class Button:
    """A button of a task: its fields are what the press says.

    A class of buttons names its `task` ("" for an answer to an open question), the `letter` by
    which it is told from the others of that task, the `separator` between its fields, and by
    `written` which fields its key holds in which order, all of them by itself; each is its base's
    where it is not named.
    Fields are int, str, date, Period, Span or an enumeration; those with a default may be absent.
    The last field takes what is left. What `__post_init__` refuses by ValueError is no button.
    """

    task: ClassVar[str] = ""
    letter: ClassVar[str] = ""
    separator: ClassVar[str] = "."
    written: ClassVar[tuple[str, ...]] = ()
    _types: ClassVar[dict[str, Any]]

    def __init_subclass__(
        cls,
        *,
        task: str | None = None,
        letter: str | None = None,
        separator: str | None = None,
        written: tuple[str, ...] | None = None,
    ) -> None:
        super().__init_subclass__()
        cls.task = cls.task if task is None else task
        cls.letter = cls.letter if letter is None else letter
        cls.separator = cls.separator if separator is None else separator
        cls.written = cls.written if written is None else written

    @property
    def key(self) -> str:
        """The key of the button, as "grade.t12.0.good"; raises ValueError for one too long."""
        values = (_write(getattr(self, field.name)) for field in self._written_fields())
        argument = f"{self.letter}{self.separator.join(values)}"
        key = ".".join(filter(None, (self.task, argument)))
        if len(key.encode()) > LONGEST_KEY:
            raise ValueError(f"the key of a button is too long: {key}")
        return key

    @classmethod
    def read(cls, argument: str) -> Self | None:
        """Returns the button whose key ends in `argument`, None if it is none of this class."""
        if not argument.startswith(cls.letter):
            return None
        written = cls._written_fields()
        rest = argument[len(cls.letter) :]
        if not written:
            return None if rest else cls()
        parts = rest.split(cls.separator, len(written) - 1) if rest else []
        if any(_is_needed(field) for field in written[len(parts) :]):
            return None
        try:
            values = {
                field.name: _read(cls, field.name, part)
                for field, part in zip(written, parts, strict=False)
            }
            return cls(**values)
        except ValueError:
            return None

    @classmethod
    def types(cls) -> dict[str, Any]:
        """The types of the fields by their names."""
        if "_types" not in cls.__dict__:
            cls._types = get_type_hints(cls)
        return cls._types

    @classmethod
    def _written_fields(cls) -> "tuple[Field[Any], ...]":
        known = {field.name: field for field in fields(cls)}
        return tuple(known[name] for name in cls.written or known)


@dataclass(frozen=True, kw_only=True)
class PlaceView(Button, separator="-"):
    """A page of what is shown of a place; place and kind 0 stand for all in sight."""

    place: int = 0
    kind: int = 0
    page: int = 1

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError("pages are counted from 1")

    def at_page(self, page: int) -> Self:
        """The same on another page."""
        return replace(self, page=page)

    def at_place(self, place: int) -> Self:
        """The same of another place, from its first page."""
        return replace(self, place=place, page=1)


@dataclass(frozen=True, kw_only=True)
class View(PlaceView):
    """A page of what is shown of a place in a period."""

    period: Period

    def at_period(self, period: Period) -> Self:
        """The same in another period, from its first page."""
        return replace(self, period=period, page=1)


def read_button(argument: str, *kinds: type[B]) -> B | None:
    """Returns the button behind an argument: of the first class whose grammar it has."""
    return next((found for kind in kinds if (found := kind.read(argument)) is not None), None)


def _write(value: object) -> str:
    match value:
        case Period():
            return str(value)[2:].replace("-", "")
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _read(kind: type[Button], name: str, text: str) -> Any:  # noqa: ANN401 - its type's
    wanted = kind.types()[name]
    return _READERS.get(wanted, wanted)(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER):
        raise ValueError(text)
    return int(text)


def _period(text: str) -> Period:
    """Reads "2611" or "26Q4", and as buttons had them before "202611" and "264" for a quarter."""
    text = text[2:] if len(text) == len("202611") else text
    mark = "Q" if len(text) == len("264") else ""
    return parse_period(f"20{text[:2]}-{mark}{text[2:]}")


_READERS: dict[type, Callable[[str], Any]] = {
    int: _number,
    str: str,
    date: date.fromisoformat,
    Period: _period,
    Span: parse_span,
}


def _is_needed(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
