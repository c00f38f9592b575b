"""Buttons as values: what a press means, packed into a key of few bytes and read from it again."""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from enum import Enum
from typing import Any, ClassVar, Self, TypeVar, get_type_hints

from domain.calendar import Period

# Telegram takes 64 bytes; the prompt's id and what is wanted of a tick stand before the key.
LONGEST_KEY = 40
_LONGEST_NUMBER = 18
_CENTURY = 2000

B = TypeVar("B", bound="Button")


@dataclass(frozen=True)
class Button:
    """A button of a task: its fields are what the press says.

    A class of buttons names its `task`, the `letter` by which it is told from the others of that
    task, and the `separator` between its fields; each is its base's where it is not named.
    Fields are int, str, date, Period (one month) or an enumeration; those with a default may be
    absent. The last field takes what is left.
    """

    task: ClassVar[str] = ""
    letter: ClassVar[str] = ""
    separator: ClassVar[str] = "."

    def __init_subclass__(
        cls, *, task: str | None = None, letter: str | None = None, separator: str | None = None
    ) -> None:
        super().__init_subclass__()
        cls.task = cls.task if task is None else task
        cls.letter = cls.letter if letter is None else letter
        cls.separator = cls.separator if separator is None else separator

    @property
    def key(self) -> str:
        """The key of the button, as "grade.t12.0.good"; raises ValueError for one too long."""
        written = self.separator.join(_write(getattr(self, one.name)) for one in fields(self))
        argument = f"{self.letter}{written}"
        key = f"{self.task}.{argument}" if argument else self.task
        if len(key.encode()) > LONGEST_KEY:
            raise ValueError(f"the key of a button is too long: {key}")
        return key

    @classmethod
    def read(cls, argument: str) -> Self | None:
        """Returns the button whose key ends in `argument`, None if it is none of this class."""
        if not argument.startswith(cls.letter):
            return None
        named = fields(cls)
        rest = argument[len(cls.letter) :]
        parts = rest.split(cls.separator, len(named) - 1) if named and rest else []
        if not named and rest:
            return None
        values = [_read(cls, one, part) for one, part in zip(named, parts, strict=False)]
        if None in values or any(_is_needed(one) for one in named[len(parts) :]):
            return None
        return cls(*values)


def read_button(argument: str, *kinds: type[B]) -> B | None:
    """Returns the button behind an argument: of the first class whose grammar it has."""
    return next((found for kind in kinds if (found := kind.read(argument)) is not None), None)


def _write(value: object) -> str:
    match value:
        case Period():
            return f"{value.year % 100:02}{value.month:02}"
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _read(kind: type[Button], field: "Field[Any]", text: str) -> Any:  # noqa: ANN401 - its type's
    try:
        wanted = get_type_hints(kind)[field.name]
        return _READERS.get(wanted, wanted)(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER):
        raise ValueError(text)
    return int(text)


def _month(text: str) -> Period:
    if len(text) != len("2611"):
        raise ValueError(text)
    return Period(_CENTURY + _number(text[:2]), _number(text[2:]))


_READERS: dict[type, Callable[[str], Any]] = {
    int: _number,
    str: str,
    date: date.fromisoformat,
    Period: _month,
}


def _is_needed(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
