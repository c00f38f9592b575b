"""Keeps bot tokens out of every log line, traceback and error text."""

import logging
import re
from collections.abc import Mapping, MutableMapping
from typing import Any

from structlog.processors import format_exc_info

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}|(?<=/bot)\d+(?::|%3[Aa])[^/\s'\"]+")
_HIDDEN = "[token]"
_FORMATTER = logging.Formatter()


def redact(text: str) -> str:
    """Replaces every bot token in the text."""
    return _TOKEN.sub(_HIDDEN, text)


def redact_event(
    logger: object, name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Works as a structlog processor: writes tracebacks out and redacts every value.

    Stands before the renderer, also in the chain for records of the standard library.
    """
    if event.get("exc_info"):
        event = format_exc_info(logger, name, event)
    for key, value in event.items():
        event[key] = _redacted(value)
    return event


class RedactingFilter(logging.Filter):
    """Redacts records of the standard library; to be added to each handler."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record pass, without tokens."""
        message = record.getMessage()
        if _TOKEN.search(message):
            record.msg, record.args = redact(message), None
        if record.exc_info:
            trace = _FORMATTER.formatException(record.exc_info)
            if _TOKEN.search(trace):
                record.exc_text, record.exc_info = redact(trace), None
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True


def _redacted(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, Mapping):
        return {key: _redacted(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_redacted(item) for item in value]
    text = f"{value} {value!r}"
    return redact(str(value)) if _TOKEN.search(text) else value
