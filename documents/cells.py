"""From a cell to its value and back, in the words of the field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from documents import former_names
from documents.book import CLEARED
from documents.raw_sheet import Share
from documents.sheets import CLEAR, EXAMPLE, NEW, CellKind, Column
from documents.usual_names import table_words, usual_name
from domain.calendar import MoveTo, parse_shift, rule_words
from domain.grading import (
    grades_from_json,
    grades_to_json,
    levels_from_json,
    levels_to_json,
    parse_grades,
    parse_levels,
    parse_parts,
    parts_from_json,
    parts_to_json,
    render_grades,
    render_levels,
    render_parts,
)
from domain.meeting_times import parse_times
from domain.reading import clean_text, fold, parse_phone, parse_role, parse_spoken_rule
from texts import LANGUAGES, label

_MOVED = re.compile(r"(?:chuyen sang|moved to) (?P<day>\S+)")
_CODE = re.compile(r"[a-z0-9_]{1,40}")
# "1.200" and "1 200" are thousands, "26,0" is how some programs write a whole number.
_COUNT = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<between>[. ])\d{3})(?:(?P=between)\d{3})*|\d{1,9})(?:[.,]0{1,2})?"
    r"(?: (?:nguoi|dong chi|d/c|(?:hoi|dang|doan|thanh) vien|phut))?(?: ?\([^()]*\))?"
)
_HOURS = re.compile(
    r"(?P<hours>\d{1,2}) ?(?:tieng|gio|h)(?: (?P<half>ruoi)| ?(?P<minutes>\d{1,2})(?: ?phut)?)?"
)
_LONGEST_MEETING = 600
# A sheet saved as text writes times with their seconds.
_SECONDS = re.compile(r"(?<=\d:\d\d):\d\d\b")
_BETWEEN = re.compile("[. ]")
_ROBBED = re.compile(r"[35789][0-9]{8}|2[0-9]{8,9}")
_BETWEEN_PHONES = re.compile(r" ?[/;,] ?| - | hoặc ")
# "(Zalo)", "(nhà)" behind a number.
_REMARK = re.compile(r" ?\([^()\d]+\)$")
_NO_PHONE = frozenset(("khong", "khong co", "chua co", "khong co so", "chua co so", "0", "x"))
_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_FORMULA = ("=", "+", "-", "@")


class WrongCell(Exception):
    """What stands in a cell cannot be its value; `code` and `facts` say what would be right."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Starts(str):
    """When a meeting begins, as stored; `minutes` is how long it lasts where that is said."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Remarked:
    """A value that was read in a way its writer should look at; `code` says in which."""

    value: Any
    code: str
    facts: Mapping[str, str | int]


def parse_cell(column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
    """Returns a cell's value, perhaps Remarked, None for an empty one; raises WrongCell."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        text = clean_text(raw.replace("\n", " "))
        if not text:
            return None
        if text == CLEAR:
            return CLEARED
        return _parse_text(column, text)
    return _parse_native(column, raw)


def _parse_native(column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
    if isinstance(raw, Share):
        return _parse_text(column, str(raw))
    if column.kind is CellKind.TIME and isinstance(raw, timedelta | float):
        return _time_of_day(raw)
    if column.kind is CellKind.DAY and isinstance(raw, date):
        return _sane(raw.date() if isinstance(raw, datetime) else raw)
    if column.kind is CellKind.TIME and isinstance(raw, datetime | time):
        return Starts(f"{raw:%H:%M}")
    if column.kind is CellKind.COUNT:
        return _whole(column, raw)
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return _parse_text(column, f"{raw:%d/%m/%Y}" if isinstance(raw, date) else str(raw))


def _parse_text(column: Column, text: str) -> Any:  # noqa: ANN401 - what the column holds
    return _PARSERS[column.kind](column, text)


# Values whose words are others now; workbooks still have the words of before.
_RENAMED = {"indicator": ("held", "held_on_day", "on_time", "cadre")}


def render_cell(column: Column, value: Any, language: str) -> str | int | date | None:  # noqa: ANN401 - as stored
    """Returns what stands in a cell for a stored value."""
    if value is None or value == EXAMPLE or isinstance(value, int | date):
        return value  # type: ignore[no-any-return]
    if column.kind is CellKind.SHIFT and value not in column.choices:
        moved = parse_shift(value)
        day = moved.day if isinstance(moved, MoveTo) else date.min
        return label("workbook-shift-moved", language, day=f"{day:%d/%m/%Y}")
    if value in column.choices:
        return choice_label(column.key, str(value), language)
    if column.kind in _RENDERERS and not isinstance(value, str):
        return _RENDERERS[column.kind](value, language)
    return str(value)


def choice_label(key: str, value: str, language: str) -> str:
    """Returns the words that stand for one of a column's values."""
    if key == "indicator":
        return label(f"indicator-{value}", language)
    return label(f"workbook-choice-{key}-{value}", language)


def unquoted(text: str) -> str:
    """Returns a text without the apostrophe that keeps a spreadsheet from reckoning."""
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA else text


def looks_like_formula(text: str) -> bool:
    """True for a text that a spreadsheet could take for a formula."""
    return text.startswith((*_FORMULA, "\t", "\r"))


def _number_or_mark(_column: Column, text: str) -> int | str:
    plain = fold(text)
    for mark in (EXAMPLE, NEW):
        if plain == fold(mark):
            return mark
    if plain.removeprefix("#").isdecimal() and len(plain) <= len("#999999999999"):
        return int(plain.removeprefix("#"))
    raise WrongCell("id")


def _whole(column: Column, raw: object) -> int:
    """A number that a spreadsheet holds, where it is a whole one."""
    is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
    if not is_number or raw != raw or raw % 1:  # type: ignore[operator] # noqa: PLR0124 - no number
        raise WrongCell("count", least=column.least, most=column.most)
    return _within(column, int(raw))  # type: ignore[call-overload]


def _count(column: Column, text: str) -> int | Remarked:
    if column.key == "duration_min" and (hours := _HOURS.fullmatch(fold(text))):
        minutes = 30 if hours["half"] else int(hours["minutes"] or 0)
        return _within(column, int(hours["hours"]) * 60 + minutes)
    shape = _COUNT.fullmatch(fold(text))
    if shape is None:
        raise WrongCell("count", least=column.least, most=column.most)
    count = _within(column, int(_BETWEEN.sub("", shape["whole"])))
    return Remarked(count, "thousands", {"count": count}) if shape["between"] else count


def _within(column: Column, number: int) -> int:
    if not column.least <= number <= column.most:
        raise WrongCell("count", least=column.least, most=column.most)
    return number


def _phone(column: Column, text: str) -> str | Remarked | None:
    """A number in the form it is stored in; one that lost its first 0 in a sheet gets it back."""
    if fold(text) in _NO_PHONE:
        return None
    written = _REMARK.sub("", text.removeprefix("'"))
    if _ROBBED.fullmatch(written):
        written = f"0{written}"
    found = parse_phone(written)
    if found is not None and len(text) <= column.most:
        return found
    several = [parse_phone(part) for part in _BETWEEN_PHONES.split(written)]
    if len(several) > 1 and several[0] is not None and None not in several:
        return Remarked(several[0], "phones", {"phone": several[0]})
    raise WrongCell("phone")


def _day(_column: Column, text: str) -> date:
    for form in _DATES:
        try:
            return _sane(datetime.strptime(text, form).date())  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise WrongCell("day")


def _sane(day: date) -> date:
    if not 1900 < day.year < 2200:  # noqa: PLR2004 - what the calendar knows
        raise WrongCell("day")
    return day


def _time(_column: Column, text: str) -> Starts:
    found = parse_times(_SECONDS.sub("", text))
    if found is None:
        raise WrongCell("time")
    begin, end = found
    starts = Starts(f"{begin:%H:%M}")
    if end is not None:
        starts.minutes = (end.hour - begin.hour) * 60 + end.minute - begin.minute
        if not 0 < starts.minutes <= _LONGEST_MEETING:
            raise WrongCell("time")
    return starts


def _time_of_day(raw: timedelta | float) -> Starts:
    """A time that a spreadsheet keeps as the part of a day."""
    part = raw / timedelta(days=1) if isinstance(raw, timedelta) else raw
    if not 0 <= part < 1:
        raise WrongCell("time")
    hour, minute = divmod(round(part * 24 * 60), 60)
    return Starts(f"{hour:02}:{minute:02}")


def _rule(_column: Column, text: str) -> tuple[int | None, Mapping[str, Any]]:
    try:
        return parse_spoken_rule(text)
    except ValueError:
        raise WrongCell("rule") from None


def _shift(column: Column, text: str) -> str:
    if moved := _MOVED.fullmatch(fold(text)):
        return str(MoveTo(_day(column, moved["day"])))
    return _choice(column, text)


def _choice(column: Column, text: str) -> str:
    known = _labels(column.key, column.choices)
    value = known.get(fold(text))
    if value is None and column.key == "role":
        value = parse_role(text)
    if value is None:
        raise WrongCell("choice", column=column.key, choices="|".join(column.choices))
    return value


@lru_cache
def _labels(key: str, choices: tuple[str, ...]) -> dict[str, str]:
    named = {
        fold(choice_label(key, value, language)): value
        for value in choices
        for language in LANGUAGES
    }
    once = {
        fold(label(f"indicator-former-{value}", language)): value
        for value in _RENAMED.get(key, ())
        for language in LANGUAGES
    }
    former = {
        fold(name): value for value in choices for name in former_names.CHOICES.get(value, ())
    }
    return former | once | named | {fold(value): str(value) for value in choices}


def _code(_column: Column, text: str) -> str:
    if not _CODE.fullmatch(text):
        raise WrongCell("code")
    return text


def _text(column: Column, text: str) -> str:
    if len(text) > column.most:
        raise WrongCell("long", most=column.most)
    return unquoted(text)


def _parts(column: Column, text: str) -> list[dict[str, Any]]:
    return _structured(column, text, lambda: parts_to_json(parse_parts(text, usual_name)))


def _grades(column: Column, text: str) -> list[dict[str, Any]]:
    return _structured(column, text, lambda: grades_to_json(parse_grades(text, usual_name)))


def _levels(column: Column, text: str) -> list[dict[str, Any]]:
    return _structured(column, text, lambda: levels_to_json(parse_levels(text, usual_name)))


def _structured(
    column: Column, text: str, read: Callable[[], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    if len(text) > column.most:
        raise WrongCell("long", most=column.most)
    try:
        return read()
    except ValueError:
        raise WrongCell(str(column.kind)) from None


def _naming(language: str) -> Callable[[str], str]:
    return lambda name: table_words(name, language)


_RENDERERS: Mapping[CellKind, Callable[[Any, str], str]] = {
    CellKind.RULE: rule_words,
    CellKind.PARTS: lambda stored, language: render_parts(
        parts_from_json(stored), language, _naming(language)
    ),
    CellKind.GRADES: lambda stored, language: render_grades(
        grades_from_json(stored), language, _naming(language)
    ),
    CellKind.LEVELS: lambda stored, language: render_levels(
        levels_from_json(stored), language, _naming(language)
    ),
}
_PARSERS: Mapping[CellKind, Callable[[Column, str], Any]] = {
    CellKind.ID: _number_or_mark,
    CellKind.TEXT: _text,
    CellKind.CODE: _code,
    CellKind.COUNT: _count,
    CellKind.PHONE: _phone,
    CellKind.DAY: _day,
    CellKind.TIME: _time,
    CellKind.RULE: _rule,
    CellKind.SHIFT: _shift,
    CellKind.CHOICE: _choice,
    CellKind.PARTS: _parts,
    CellKind.GRADES: _grades,
    CellKind.LEVELS: _levels,
}
