"""What staff may change on a chapter, and how what they type is read."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.meeting_times import parse_times
from domain.reading import clean_text, fold, parse_spoken_rule
from domain.refusals import BadInput

UNDO_FOR = timedelta(days=1)
TRASH_FOR = timedelta(days=30)

_MOST_MEMBERS = 9999
_LONGEST_PLACE = 200
_COUNT = re.compile(r"(\d{1,4})(?: ?[a-z]+)*(?:[,;/ ]+(?:mien )?(\d{1,4})(?: mien)?)?")


class What(StrEnum):
    """The sorts of changes; CLOSED and DISMISSED take something away, to the trash."""

    MEMBERS = "members"
    TIME = "time"
    PLACE = "place"
    DAY = "day"
    CLOSED = "closed"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    STAND_IN = "stand_in"


TRASHED = frozenset({What.CLOSED, What.DISMISSED})
COLUMNS: Mapping[What, tuple[str, ...]] = {
    What.MEMBERS: ("member_count", "exempt_count"),
    What.TIME: ("start_time",),
    What.PLACE: ("place",),
    What.DAY: ("rule", "frequency"),
    What.CLOSED: ("valid_to",),
}
TYPED = (What.MEMBERS, What.DAY, What.TIME, What.PLACE)


def parse_value(what: What, text: str) -> dict[str, Any]:
    """Returns the columns that a typed value stands for; raises BadInput with an example."""
    return _PARSERS[what](text)


def _members(text: str) -> dict[str, Any]:
    found = _COUNT.fullmatch(fold(text))
    members = int(found[1]) if found else 0
    exempt = int(found[2]) if found and found[2] else None
    if not 0 < members <= _MOST_MEMBERS:
        raise BadInput("edit-bad-members")
    # Without a word on it the number of exempt members stays what it was.
    return {"member_count": members} | ({} if exempt is None else {"exempt_count": exempt})


def _time(text: str) -> dict[str, Any]:
    times = parse_times(text)
    if times is None or times[1] is not None:
        raise BadInput("edit-bad-time")
    return {"start_time": f"{times[0]:%H:%M}"}


def _place(text: str) -> dict[str, Any]:
    place = " ".join(clean_text(text).split())
    if not 0 < len(place) <= _LONGEST_PLACE:
        raise BadInput("edit-bad-place", limit=_LONGEST_PLACE)
    return {"place": place}


def _day(text: str) -> dict[str, Any]:
    try:
        every, rule = parse_spoken_rule(text)
    except ValueError:
        raise BadInput("edit-bad-day") from None
    return {"rule": rule} | ({"frequency": every} if every else {})


_PARSERS: Mapping[What, Callable[[str], dict[str, Any]]] = {
    What.MEMBERS: _members,
    What.TIME: _time,
    What.PLACE: _place,
    What.DAY: _day,
}


def may_be_undone(what: str, at: datetime, now: datetime) -> bool:
    """True while a change can be taken back: a day, or a month for what lies in the trash."""
    lasts = TRASH_FOR if what in TRASHED else UNDO_FOR
    return now - at <= lasts
