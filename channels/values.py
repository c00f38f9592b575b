"""Single values of what a messenger brings, checked before use."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import orjson

_LARGEST = 2**63
_LAST_SECOND = 253_402_300_799


def mapping(value: object) -> dict[str, Any]:
    """Gives a JSON object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def whole(value: object) -> int | None:
    """Gives a whole number that fits 64 bits."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -_LARGEST <= value < _LARGEST else None


def identifier(value: object) -> str:
    """Gives an id as text: a number or a string; empty for anything else."""
    number = whole(value)
    return clean(value) if number is None else str(number)


def clean(value: object) -> str:
    """Gives text that every database takes: no NUL, no half of a surrogate pair."""
    if not isinstance(value, str):
        return ""
    if "\0" in value:
        value = value.replace("\0", "")
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def moment(*values: object, default: datetime) -> datetime:
    """Gives the first usable Unix time as aware UTC."""
    for value in values:
        seconds = whole(value)
        if seconds is not None and 0 < seconds <= _LAST_SECOND:
            return datetime.fromtimestamp(seconds, UTC)
    return default


def render_raw(update: object) -> str:
    """Writes an update as JSON text, whatever it holds."""
    try:
        return orjson.dumps(update).decode()
    except TypeError:
        return _render_leniently(update)


def _render_leniently(update: object) -> str:
    try:
        return json.dumps(update)
    except (RecursionError, ValueError):
        return "{}"


def fingerprint(update: object) -> str:
    """Gives an id to what has none: the same for the same content."""
    return "raw-" + hashlib.sha256(render_raw(update).encode()).hexdigest()[:32]
