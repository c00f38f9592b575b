"""Says the fields that the journal holds to people: what has no way to be said is left out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from documents.official.wording import span_words
from domain.calendar import parse_period, parse_rule, rule_words
from domain.indicators import write_hundredths
from domain.policy import Policy
from domain.report import OWN_WORDS
from domain.reporting_span import parse_span
from operations.wording import (
    clock_words,
    count_words,
    day_words,
    moment_words,
    period_words,
)
from storage.maintenance.journal import Entry
from texts import label

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPOKEN_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
_CLOCK = re.compile(r"\d{2}:\d{2}")
# A grade or level once stood by its key; its name begins with a capital letter.
_KEY = re.compile(r"[a-z0-9_]+")
_WORD = "words."


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field of a change, ready to be read; "" stands for what was or became empty."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Saying:
    language: str
    policy: Policy


_Way = Callable[[Any, _Saying], str]


def action_words(action: str, language: str) -> str:
    """Returns what was done, in general words where the action has none of its own."""
    try:
        return label(f"journal-action-{action.replace('.', '-')}", language)
    except LookupError:
        return label("journal-action-other", language)


def say_fields(entry: Entry, *, language: str, policy: Policy) -> list[ChangedField]:
    """Returns what changed in an entry, field by field, as people read it."""
    saying = _Saying(language, policy)
    before, after = _flat(entry.before or {}), _flat(entry.after or {})
    fields = []
    for key in {**before, **after}:
        named = _field(entry.action, key, language)
        if named is None:
            continue
        name, way = named
        old, new = (_said(way, values.get(key), saying) for values in (before, after))
        if old != new:
            fields.append(ChangedField(name, old, new))
    return fields


def _flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a kind of chapters stand together in one column."""
    words = values.get("words") or {}
    return {**values, **{f"{_WORD}{key}": word for key, word in words.items()}}


def _field(action: str, key: str, language: str) -> tuple[str, _Way] | None:
    subject = action.partition(".")[0]
    if key.startswith(_WORD):
        return label(f"workbook-head-{key.removeprefix(_WORD)}", language), _text
    if subject == "counters" and key not in WAYS:
        # The figures of a quarter are kept by the names that the office gave them.
        return key, _count
    way = WAYS_OF_SUBJECT.get(subject, {}).get(key) or WAYS.get(key)
    if way is None:
        return None
    name = NAMES.get((subject, key)) or name_of_field(key)
    return label(name, language), way


def name_of_field(key: str) -> str:
    """Returns the text that names a field of any subject."""
    return f"report-{key}-label" if key in OWN_WORDS else f"journal-field-{key}"


def _said(way: _Way, value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    if value is None or value in ("", [], {}):
        return ""
    return way(value, saying)


def _text(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    """Words that people wrote, or names that were put for numbers."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(row, saying) for row in value)))
    return value if isinstance(value, str) else ""


def _count(value: Any, _saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return count_words(len(value))
    return count_words(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _hundredths(value: Any, _saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return write_hundredths(value) if isinstance(value, int) else ""


def _year(value: Any, _saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return str(value) if isinstance(value, int) else ""


def _day(value: Any, _saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    text = str(value)
    if _DAY.fullmatch(text):
        return day_words(date.fromisoformat(text))
    return text if _SPOKEN_DAY.fullmatch(text) else ""


def _days(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return ", ".join(_day(row, saying) for row in value) if isinstance(value, list) else ""


def _moment(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return moment_words(saying.policy.local(datetime.fromisoformat(str(value))), saying.language)


def _clock(value: Any, _saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    text = str(value)[:5]
    return clock_words(text) if _CLOCK.fullmatch(text) else ""


def _period(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    try:
        return period_words(parse_period(str(value)), saying.language)
    except ValueError:
        return ""


def _span(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    try:
        return span_words(parse_span(str(value)), saying.language)
    except ValueError:
        return ""


def _rule(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    try:
        return rule_words(parse_rule(value), saying.language)
    except ValueError:
        return ""


def _level(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return "" if _KEY.fullmatch(str(value)) else _text(value, saying)


def _step(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    """The name of a question of a report; "words.2" is one of several rounds."""
    question, _, number = str(value).partition(".")
    return _labelled(f"report-{question}-label", saying, round=int(number or 0) + 1)


def _difficulties(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(value, list):
        return ""
    words = (row.get("text") if isinstance(row, Mapping) else row for row in value)
    return "; ".join(filter(None, (_text(word, saying) for word in words)))


def _choice(beginning: str) -> _Way:
    """One of several that the program knows by keys."""

    def say(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
        keys = value if isinstance(value, list) else [value]
        said = (_labelled(f"{beginning}{key}", saying) for key in keys)
        return ", ".join(filter(None, said))

    return say


def _one_of(keys: Mapping[str, str]) -> _Way:
    """One of a few, each with a text of its own."""
    return lambda value, saying: _labelled(keys.get(str(value).lower(), ""), saying)


def _report_state(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    """How far its review is, or what became of the meeting."""
    return _labelled(f"review-state-{value}", saying) or _labelled(
        f"history-state-{value}", saying
    )


def _case_state(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    return _labelled(f"case-state-{str(value).replace('_', '-')}", saying)


def _account(value: Any, saying: _Saying) -> str:  # noqa: ANN401 - any JSON
    keys = value if isinstance(value, list) else [value]
    return ", ".join(label("account-name", saying.language, channel=str(key)) for key in keys)


def _labelled(key: str, saying: _Saying, **args: int) -> str:
    try:
        return label(key, saying.language, **args)
    except (LookupError, ValueError):
        return ""


WAYS: dict[str, _Way] = {
    **dict.fromkeys(
        (
            "accounts",
            "added",
            "changed",
            "closing_day",
            "codes",
            "days",
            "duration_min",
            "ended",
            "exempt",
            "exempt_count",
            "excused",
            "frequency",
            "grace_days",
            "member_count",
            "number",
            "ordinal",
            "photos",
            "points",
            "present",
            "rows",
            "total",
            "travel_min",
            "unexcused",
            "value",
            "version",
            "visits",
            "chapters",
        ),
        _count,
    ),
    **dict.fromkeys(
        (
            "address_form",
            "aim",
            "area",
            "area_id",
            "areas",
            "association",
            "authority",
            "cadre",
            "chair",
            "chapter_id",
            "content",
            "deputy",
            "dialogue",
            "exemplar",
            "file",
            "filed",
            "guidance",
            "joined_to",
            "kind",
            "kind_id",
            "lead",
            "leader",
            "members",
            "name",
            "note",
            "owner_id",
            "parent_id",
            "person",
            "person_id",
            "phone",
            "place",
            "predecessors",
            "progress",
            "questions",
            "reason",
            "recipients",
            "recognised_by",
            "regular",
            "result",
            "seat",
            "sent",
            "signer",
            "successors",
            "superior",
            "system",
            "title",
            "topic_text",
            "topics",
            "typed_for",
            "unit",
        ),
        _text,
    ),
    **dict.fromkeys(
        (
            "closed_on",
            "day",
            "due_on",
            "from",
            "held_date",
            "postponed_to",
            "recognised_on",
            "registered_on",
            "term_from",
            "to",
            "until",
            "valid_from",
            "valid_to",
        ),
        _day,
    ),
    **dict.fromkeys(("answered_at", "solved_at"), _moment),
    **dict.fromkeys(("bundle_at", "start_time", "starts", "ends"), _clock),
    **dict.fromkeys(OWN_WORDS, _text),
    "meetings": _days,
    "period": _period,
    "document": _choice("doc-kind-"),
    "profile": _choice("doc-profile-"),
    "span": _span,
    "rule": _rule,
    "year": _year,
    "grade": _level,
    "level": _level,
    "computed": _level,
    "step": _step,
    "difficulties": _difficulties,
    "cases": _difficulties,
    "activities": _choice("report-activities-"),
    "cadre_present": _choice("report-cadre_present-"),
    "channel": _account,
    "inviter": _text,
    "channels": _account,
    "classes": _choice("token-class-"),
    "field": _choice("exemplar-field-"),
    "language": _choice("workbook-choice-language-"),
    "per": _choice("workbook-choice-per-"),
    "recording": _choice("workbook-choice-recording-"),
    "role": _choice("workbook-choice-role-"),
    "sheet": _choice("sheet-name-"),
    "said": _choice("visit-say-"),
    "sense": _choice("workbook-choice-sense-"),
    "settled": _one_of({"true": "journal-settled", "false": "journal-not-settled"}),
    "shift": _choice("workbook-choice-shift-"),
    "type": _choice("meeting-"),
    "urgent": _choice("news-"),
}

WAYS_OF_SUBJECT: dict[str, dict[str, _Way]] = {
    "report": {
        "state": _report_state,
        "word": _one_of({"confirmed": "typed-button-right", "objected": "typed-button-wrong"}),
    },
    "case": {"state": _case_state, "chapters": _text, "level": _text},
    "exemplar": {"state": _choice("exemplar-state-")},
    "directory": {"level": _text, "reason": _text},
    "area": {"level": _text},
    "topic": {"chapters": _text},
    "target": {"value": _hundredths, "period": _span, "indicator": _choice("indicator-")},
}

# Where a field has another name than its own: one word stands for two things, or it is a
# column of the directory, which is named there.
NAMES = {
    ("case", "chapters"): "workbook-sheet-chapters",
    ("topic", "chapters"): "workbook-sheet-chapters",
    ("case", "level"): "workbook-head-level",
    ("directory", "level"): "workbook-head-level",
    ("directory", "unit"): "workbook-head-measure",
    ("kind", "unit"): "workbook-head-unit",
}
