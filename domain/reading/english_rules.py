"""Meeting rules in English: "the 5th", "last Saturday of the month", "once a quarter"."""

import re
from typing import Any

_LAST_OF_MONTH = 31
_FULL_MOON = 15
_SPANS = {"month": 1, "two months": 2, "2 months": 2, "quarter": 3, "three months": 3}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {"once": 1, "twice": 2}
_WEEKDAYS = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}
_SPAN = rf"(?P<span>{'|'.join(_SPANS)})"
_NTH = rf"\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}"
_OF_MONTH = r"(?: (?:of|in) (?:the|every|each|a) month)?"
_LUNAR_WORDS = r"(?:(?:by|in|of) the lunar (?:calendar|month)|lunar)"

_FREE = re.compile(
    rf"(?P<count>once|twice|\d{{1,2}} times) (?:every|each|per|in a|a) {_SPAN}"
    r"(?:,? (?:with )?no fixed days?)?"
)
_EVERY = re.compile(rf"(?:every|each) {_SPAN}[:,] ?(?P<rest>.+)")
_IN_MONTH = re.compile(rf"(?P<rest>.+?),? (?:in|of) (?:its|the) (?P<nth>{_NTH}) month")
_LUNAR = re.compile(rf"(?:the )?(?:day )?(?P<day>\d{{1,2}}|{_NTH})(?: day)? {_LUNAR_WORDS}")
_FULL = re.compile(rf"(?:the )?full moon(?: {_LUNAR_WORDS})?")
_WEEKDAY = re.compile(
    rf"(?:the )?(?P<place>last|{_NTH}) (?P<name>{'|'.join(_WEEKDAYS)}){_OF_MONTH}"
    r"(?P<back> from the end)?"
)
_DAY = re.compile(
    rf"(?:the )?(?:(?P<last>last) day|(?:day )?(?P<day>\d{{1,2}}|{_NTH})(?: day)?){_OF_MONTH}"
)


def parse_english_rule(spoken: str) -> tuple[int | None, dict[str, Any]] | None:
    """Reads small letters as a rule: months of its period if they are said, the rule's data."""
    if free := _FREE.fullmatch(spoken):
        count = _COUNTS.get(free["count"]) or int(free["count"].split()[0])
        return _SPANS[free["span"]], {"kind": "free", "count": count}
    every = None
    if prefix := _EVERY.fullmatch(spoken):
        every, spoken = _SPANS[prefix["span"]], prefix["rest"]
    month = {}
    if within := _IN_MONTH.fullmatch(spoken):
        spoken, month = within["rest"], {"month": _nth(within["nth"])}
    data = _day(spoken)
    return None if data is None else (every, data | month)


def _day(spoken: str) -> dict[str, Any] | None:
    if spoken.startswith("freq="):
        return {"kind": "rrule", "rrule": spoken.upper().replace(" ", "")}
    if _FULL.fullmatch(spoken):
        return {"kind": "lunar", "day": _FULL_MOON}
    if lunar := _LUNAR.fullmatch(spoken):
        return {"kind": "lunar", "day": _nth(lunar["day"])}
    if weekday := _WEEKDAY.fullmatch(spoken):
        return {"kind": "rrule", "rrule": f"FREQ=MONTHLY;BYDAY={_place(weekday)}"}
    if plain := _DAY.fullmatch(spoken):
        return {"kind": "day", "day": _nth(plain["day"]) if plain["day"] else _LAST_OF_MONTH}
    return None


def _place(weekday: re.Match[str]) -> str:
    code = _WEEKDAYS[weekday["name"]]
    if weekday["place"] == "last":
        return f"-1{code}"
    return f"{'-' if weekday['back'] else ''}{_nth(weekday['place'])}{code}"


def _nth(written: str) -> int:
    return _ORDINALS.get(written) or int(written.rstrip("stndrh"))
