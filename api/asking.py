"""What a request asks for, read from its query."""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

import orjson

from api.problems import bad_parameter, unknown_parameter
from documents.tables.columns import SheetName
from domain.reporting_span import parse_span, span_of
from operations.api.reading import KNOWS_CHANGES, MOST_ROWS, ReadAsked
from operations.exports.asking import Key
from operations.exports.pages import key_names

T = TypeVar("T")

# Any longer number would not fit a database's 64 bits.
_LONGEST_NUMBER = 18
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as the description of the API has it."""

    name: str
    schema: Mapping[str, Any]


_NUMBER = {"type": "integer", "minimum": 1}
_ALWAYS = (
    Parameter("area", _NUMBER),
    Parameter("period", {"type": "string", "pattern": "^[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]))?$"}),
    Parameter("kind", _NUMBER),
    Parameter("association", {"type": "string", "maxLength": _LONGEST_NAME}),
    Parameter("limit", {**_NUMBER, "maximum": MOST_ROWS, "default": MOST_ROWS}),
    Parameter("cursor", {"type": "string"}),
)
_SINCE = Parameter("updated_since", {"type": "string", "format": "date-time"})


_VERSION = Parameter("version", {"type": "string", "enum": ["1", "now"]})
_GEOGRAPHY = Parameter("geography", {"type": "string", "enum": ["then", "now"]})


def list_parameters(resource: SheetName) -> tuple[Parameter, ...]:
    """Returns the parameters that a resource takes."""
    if resource is SheetName.FIGURES:
        return (*_ALWAYS, _VERSION, _GEOGRAPHY)
    return (*_ALWAYS, _SINCE) if resource in KNOWS_CHANGES else _ALWAYS


def read_query(query: Mapping[str, str], resource: SheetName, *, today: date) -> ReadAsked:
    """Returns what is asked for; raises Problem for a parameter that cannot be."""
    known = {parameter.name for parameter in list_parameters(resource)}
    for name in query:
        if name not in known:
            raise unknown_parameter(name)
    names = key_names(resource)
    return ReadAsked(
        resource=resource,
        area_id=_read(query, "area", _number, None),
        span=_read(query, "period", parse_span, span_of(today, 1)),
        kind_id=_read(query, "kind", _number, None),
        association=_read(query, "association", _name, ""),
        since=_read(query, "updated_since", _moment, None),
        afresh=_read(query, "version", partial(_choose, _VERSION), "1") == "now",
        as_today=_read(query, "geography", partial(_choose, _GEOGRAPHY), "then") == "now",
        limit=_read(query, "limit", _limit, MOST_ROWS),
        after=_read(query, "cursor", lambda text: read_cursor(text, names), ()),
    )


def _read(query: Mapping[str, str], name: str, reader: Callable[[str], T], usual: T) -> T:
    text = query.get(name)
    if text is None:
        return usual
    try:
        return reader(text)
    except ValueError as error:
        raise bad_parameter(name, text) from error


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > _LONGEST_NUMBER or not int(text):
        raise ValueError(text)
    return int(text)


def _limit(text: str) -> int:
    if _number(text) > MOST_ROWS:
        raise ValueError(text)
    return _number(text)


def _name(text: str) -> str:
    if not text or len(text) > _LONGEST_NAME or not text.isprintable():
        raise ValueError(text)
    return text


def _choose(parameter: Parameter, text: str) -> str:
    if text not in parameter.schema["enum"]:
        raise ValueError(text)
    return text


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def write_cursor(key: Key) -> str:
    """Returns the key of a row as text of an address."""
    return base64.urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


def read_cursor(text: str, names: tuple[str, ...]) -> Key:
    """Reads what `write_cursor` wrote for rows with such keys.

    Raises ValueError for anything else.
    """
    try:
        key = orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), "-_", validate=True))
    except (binascii.Error, orjson.JSONDecodeError) as error:
        raise ValueError(text) from error
    if not isinstance(key, list) or len(key) != len(names):
        raise ValueError(text)
    if not all(_fits(name, value) for name, value in zip(names, key, strict=True)):
        raise ValueError(text)
    return tuple(key)


def _fits(name: str, value: object) -> bool:
    """True for a number where an id is due, else for words; there may be no kind."""
    if value is None:
        return name.endswith("_id")
    if not name.endswith("id"):
        return isinstance(value, str)
    return type(value) is int and 0 <= value < 10**_LONGEST_NUMBER
