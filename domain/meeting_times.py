"""When a meeting began and ended, as people type it."""

import re
from datetime import time

from domain.reading import fold

_HOUR = r"(\d{1,2}) ?(?:h|:|g|gio)? ?(\d{2}|ruoi)?(?: ?phut)?(?: (sang|trua|chieu|toi))?"
_SPAN = re.compile(rf"(?:tu )?{_HOUR}(?: ?(?:-|den|toi|to) ?{_HOUR})?")
_LONGEST = 60
_NOON = 12
_AFTER_NOON = frozenset(("trua", "chieu", "toi"))


def parse_times(text: str) -> tuple[time, time | None] | None:
    """Reads "19h", "19h30 - 21h", "7 giờ tối đến 8 rưỡi"; None for anything less plain."""
    span = _SPAN.fullmatch(fold(text)) if len(text) <= _LONGEST else None
    if span is None:
        return None
    starts, ends = _time(*span.group(1, 2, 3)), _time(*span.group(4, 5, 6))
    if starts is None or (span[4] and ends is None):
        return None
    if ends and span[3] and not span[6] and ends <= starts and ends.hour < _NOON:
        ends = ends.replace(hour=ends.hour + _NOON)
    return starts, ends


def render_times(starts: time, ends: time | None) -> str:
    """Returns the times in the form `parse_times` reads."""
    return f"{starts:%H:%M} - {ends:%H:%M}" if ends else f"{starts:%H:%M}"


def _time(hour: str | None, minute: str | None, part: str | None) -> time | None:
    if not hour:
        return None
    # "11 giờ trưa" is before noon, "1 giờ trưa" after it.
    is_later = part in _AFTER_NOON and int(hour) < (10 if part == "trua" else _NOON)
    try:
        return time(
            int(hour) + (_NOON if is_later else 0), 30 if minute == "ruoi" else int(minute or 0)
        )
    except ValueError:
        return None
