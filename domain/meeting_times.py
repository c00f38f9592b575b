"""When a meeting began and ended, as people type it."""

import re
from datetime import time

from domain.reading import fold

_HOUR = r"(\d{1,2}) ?(?:h|:|g|gio)? ?(\d{2})?(?: ?phut)?"
_SPAN = re.compile(rf"(?:tu )?{_HOUR}(?: ?(?:-|den|toi|to) ?{_HOUR})?")
_LONGEST = 60


def parse_times(text: str) -> tuple[time, time | None] | None:
    """Reads "19h", "19h30 - 21h", "từ 7:30 đến 9:00"; None for anything less plain."""
    span = _SPAN.fullmatch(fold(text)) if len(text) <= _LONGEST else None
    if span is None:
        return None
    starts, ends = _time(span[1], span[2]), _time(span[3], span[4])
    if starts is None or (span[3] and ends is None):
        return None
    return starts, ends


def render_times(starts: time, ends: time | None) -> str:
    """Returns the times in the form `parse_times` reads."""
    return f"{starts:%H:%M} - {ends:%H:%M}" if ends else f"{starts:%H:%M}"


def _time(hour: str | None, minute: str | None) -> time | None:
    try:
        return time(int(hour), int(minute or 0)) if hour else None
    except ValueError:
        return None
