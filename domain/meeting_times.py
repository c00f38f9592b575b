"""When a meeting began and ended, as people type it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import product

from domain.reading.courtesy import without_courtesy
from domain.reading.numerals import NUMERAL, parse_numeral
from domain.text import marked

_LONGEST = 80
_DAY = 24 * 60
_NOON = 12
# A meeting of a chapter lasts an hour or two; a longer one is rather a slip.
LONGEST_UNASKED = 5 * 60
# As far from the hour of the plan as a bare "7h" is still taken for the same half of the day.
_NEAR_PLAN = 150
# Nobody meets before dawn or late at night: a bare "2h" is no 02:00, and "5h" may be 17:00.
_EARLIEST_EVER = 5 * 60
_EARLIEST = 6 * 60
_LATEST = 22 * 60 + 30

_PART = r"(?:sang|trua|chieu|toi|dem|khuya|am|pm)"
_UNIT = r"(?:h+|g|gio)"
_MINUTES = r"(?: ?(?:phut|ph|p|h|['’′]))?"


def _clock(n: int) -> str:
    return (
        rf"(?:(?:buoi )?(?P<before{n}>{_PART}) (?:(?:tu|luc|khoang) )*)?"
        rf"(?P<hour{n}>\d{{1,2}})"
        rf"(?: ?{_UNIT}? (?:kem|thieu) (?P<less{n}>\d{{1,2}}){_MINUTES}"
        rf"| ?{_UNIT}:? ?(?P<minute{n}>[0-5]\d|ruoi){_MINUTES}"
        rf"| ?[:.] ?(?P<figures{n}>[0-5]\d){_UNIT}?"
        rf"| ?{_UNIT} ?(?P<few{n}>\d) ?(?:phut|['’′])"
        rf"| (?P<half{n}>ruoi)| ?(?P<unit{n}>{_UNIT}))?"
        rf"(?:,? ?(?:buoi |vao buoi )?(?P<after{n}>{_PART})(?: (?:som|nay|do|hom do))?)?"
    )


_AROUND = r"(?:(?:tu|luc|vao|khoang|bat dau|tam|dung|hop|sinh hoat) )*"
_TO = (
    r"(?: ?(?:-+>?|=+>?|~|>) ?| (?:den|toi|to|ra)(?: het)? "
    r"|,? (?:va )?(?:bat dau,? )?(?:ket thuc|xong|nghi|tan|be mac|giai tan) )"
)
_LASTING = (
    r",? (?:(?:hop|trong|trong vong|keo dai|khoang|dai|mat|het) )*"
    r"(?:(?P<hours>\d) ?(?:tieng|gio dong ho)(?: (?P<half_hour>ruoi))?"
    r"|(?P<minutes>\d{2,3}) ?(?:phut|ph|p|['’]))"
)
_SPAN = re.compile(
    rf"{_AROUND}{_clock(1)}(?: bat dau)?"
    rf"(?:{_TO}{_AROUND}{_clock(2)}(?: (?:la |thi |moi )?(?:ket thuc|xong|nghi))?|{_LASTING})?"
)
_NUMERAL = NUMERAL.removesuffix("*?") + "*"
_SPOKEN_HOUR = re.compile(rf"\b(?!tu )({_NUMERAL})(?= (?:gio|h|g|ruoi|tieng)\b)")
_SPOKEN_MINUTE = re.compile(rf"\b(gio|h|g|kem|thieu) ({_NUMERAL})\b")
_FOUR_DIGITS = re.compile(r"(?<![\d/])([01]\d|2[0-3])([0-5]\d)(?![\d/])")
_ON_A_DAY = re.compile(r",? (?:ngay )?\d{1,2}/\d{1,2}(?:/\d{2,4})?$|^(?:ngay )?\d{1,2}/\d{1,2},? ")
_AS_PLANNED = frozenset(
    ("nhu ke hoach", "theo ke hoach", "dung ke hoach", "dung gio", "nhu du kien", "theo lich")
)
_SLIP_OF_ZERO = re.compile(r"(?<=[\dhg:.])o(?=\d|\b)|(?<=\d)o(?=[\dhg:])")

_Span = tuple[int, int | None]
_PARTS = {
    "sang": {hour: hour for hour in range(1, 12)},
    "trua": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14},
    "chieu": {hour: hour + _NOON for hour in range(1, 8)},
    "toi": {hour: hour + _NOON for hour in range(5, 12)},
    "dem": {hour: hour + _NOON for hour in range(7, 12)},
    "khuya": {hour: hour + _NOON for hour in range(9, 12)},
    "am": {hour: hour % _NOON for hour in range(1, 13)},
    "pm": {hour: hour % _NOON + _NOON for hour in range(1, 13)},
}
_FITTING = {
    "sang": range(12),
    "trua": range(10, 15),
    "chieu": range(12, 20),
    "toi": range(17, 24),
    "dem": range(19, 24),
    "khuya": range(21, 24),
    "am": range(12),
    "pm": range(12, 24),
}


@dataclass(frozen=True, slots=True)
class MeetingTimes:
    """When a meeting began, and when it ended if that was told."""

    starts: time
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class DoubtfulTimes:
    """Times that may be meant, the likeliest first; none where they are to be typed anew."""

    candidates: tuple[MeetingTimes, ...] = ()


def read_times(
    text: str, *, near: time | None = None, until: time | None = None
) -> MeetingTimes | DoubtfulTimes | None:
    """Reads "19h30 - 21h", "7h30 đến 9h tối", "bảy giờ sáng, 2 tiếng"; None if it is no time.

    A bare "7h" means the half of the day in which `near`, the hour of the plan, lies; a meeting
    that had begun by `until` is not read as a later one. What has two readings, crosses
    midnight or lasts over five hours is doubtful.
    """
    plain = _plain(text) if len(text) <= _LONGEST else ""
    if near and plain in _AS_PLANNED:
        return MeetingTimes(near)
    span = _SPAN.fullmatch(plain)
    if span is None:
        return None
    starts = _read_clock(span, 1)
    if span["hours"] or span["minutes"]:
        lasts = int(span["minutes"] or 60 * int(span["hours"]) + 30 * bool(span["half_hour"]))
        return _settle([(start, start + lasts) for start in starts], near, until)
    if not span["hour2"]:
        return _settle([(start, None) for start in starts], near, until)
    ends = _read_clock(span, 2)
    spans = [(start, end) for start, end in product(starts, ends) if start < end]
    usual = [(start, end) for start, end in spans if end - start <= LONGEST_UNASKED]
    if len(usual) == 1 and _is_mixed(span, usual[0]) and not _by_plan(usual, near):
        return DoubtfulTimes((_times(*usual[0]),))
    return _settle(usual or spans, near, until)


def parse_times(text: str) -> tuple[time, time | None] | None:
    """Reads times that stand for themselves; None for what is no time or doubtful."""
    read = read_times(text)
    return (read.starts, read.ends) if isinstance(read, MeetingTimes) else None


def render_times(starts: time, ends: time | None) -> str:
    """Returns the times as people read them."""
    return f"{starts:%Hh%M} – {ends:%Hh%M}" if ends else f"{starts:%Hh%M}"


def _plain(text: str) -> str:
    spelled = re.sub(r"\btới\b", "den", re.sub(r"\btối\b", "buoi toi", marked(text)))
    plain = _SLIP_OF_ZERO.sub("0", without_courtesy(spelled))
    plain = _FOUR_DIGITS.sub(r"\1:\2", _ON_A_DAY.sub("", re.sub(r"^tu (?=\D)", "", plain)))
    plain = _SPOKEN_HOUR.sub(lambda found: str(parse_numeral(found[1]) or found[1]), plain)
    return _SPOKEN_MINUTE.sub(
        lambda found: f"{found[1]} {(parse_numeral(found[2]) or 0):02}", plain
    )


def _read_clock(span: re.Match[str], n: int) -> list[int]:
    """Returns the minutes after midnight that a clock may mean."""
    written, part = span[f"hour{n}"], span[f"after{n}"] or span[f"before{n}"]
    half = span[f"half{n}"] or span[f"minute{n}"] == "ruoi"
    minute = 30 if half else int(span[f"minute{n}"] or span[f"figures{n}"] or span[f"few{n}"] or 0)
    minute -= int(span[f"less{n}"] or 0)
    hours = _hours(int(written), part)
    # "07h30" is written by who counts to 24.
    if written.startswith("0") and part is None:
        hours = hours[:1]
    return [at for hour in hours if 0 <= (at := 60 * hour + minute) < _DAY]


def _hours(hour: int, part: str | None) -> tuple[int, ...]:
    if part is None:
        return (hour, hour + _NOON) if 1 <= hour < _NOON else (hour,)
    if hour in _PARTS[part]:
        return (_PARTS[part][hour],)
    return (hour,) if hour > _NOON and hour in _FITTING[part] else ()


def _is_mixed(span: re.Match[str], found: _Span) -> bool:
    """True for "7h30 - 21h": the hours of one evening counted in two ways, or a slip."""
    return int(span["hour2"]) > _NOON and found[0] // 60 != int(span["hour1"])


def _settle(
    spans: Sequence[_Span], near: time | None, until: time | None
) -> MeetingTimes | DoubtfulTimes:
    found = [(start, end) for start, end in spans if end is None or end < _DAY]
    found = [each for each in found if each[0] >= _EARLIEST_EVER] or found
    if until:
        found = [each for each in found if each[0] <= _minutes(until)] or found
    wanted: Sequence[_Span] = found
    if len(found) > 1:
        wanted = _by_plan(found, near) if near else _by_habit(found)
    if len(wanted) != 1:
        return DoubtfulTimes(tuple(_times(*each) for each in found))
    start, end = wanted[0]
    if end is not None and end - start > LONGEST_UNASKED:
        return DoubtfulTimes((_times(start, end),))
    return _times(start, end)


def _by_plan(spans: Sequence[_Span], near: time | None) -> Sequence[_Span]:
    """Returns what lies close to the hour of the plan and ends before the night."""
    planned = _minutes(near) if near else -_DAY
    return [
        (start, end)
        for start, end in spans
        if abs(start - planned) <= _NEAR_PLAN and (end or start) <= _LATEST
    ]


def _by_habit(spans: Sequence[_Span]) -> Sequence[_Span]:
    """Returns a morning as it is written, unless nobody meets so early."""
    return spans[:1] if spans[0][0] >= _EARLIEST else spans


def _times(start: int, end: int | None) -> MeetingTimes:
    return MeetingTimes(_time(start), None if end is None else _time(end))


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))


def _minutes(clock: time) -> int:
    return 60 * clock.hour + clock.minute
