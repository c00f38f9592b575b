"""The sheets that staff take out, and their columns: an id never moves, is renamed or used again.

A new column comes at the end of its sheet. Whoever reads a sheet by its ids (row 1 of a workbook,
the head of a CSV for machines, the API) finds the same thing under the same id ever after.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Value = str | int | float | bool | date | datetime | None


class SheetName(StrEnum):
    """What can be taken out, in the order in which it is offered; the last few by the API only."""

    FIGURES = "figures"
    REPORTS = "reports"
    ATTENDANCE = "attendance"
    DIFFICULTIES = "difficulties"
    INDICATORS = "indicators"
    EXEMPLARS = "exemplars"
    CHAPTERS = "chapters"
    POSTS = "posts"
    ANSWERS = "answers"
    AREAS = "areas"
    MEETINGS = "meetings"
    DIGESTS = "digests"
    DOCUMENTS = "documents"


class Shown(StrEnum):
    """What a column tells of: counts and places, what somebody wrote, or who somebody is."""

    FIGURES = "figures"
    WORDS = "words"
    PEOPLE = "people"


class ValueKind(StrEnum):
    """What a column holds; a CODE is one of a few values that people read as words."""

    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: `words` is the beginning of the text keys of its codes.

    Where sheets have different things under one id, `named` says whose texts explain it.
    """

    id: str
    kind: ValueKind = ValueKind.TEXT
    shown: Shown = Shown.FIGURES
    words: str = ""
    width: int = 14
    named: str = ""


def _text(name: str, width: int = 30, shown: Shown = Shown.FIGURES) -> TableColumn:
    return TableColumn(name, ValueKind.TEXT, shown, width=width)


def _named(name: str, named: str, width: int = 30) -> TableColumn:
    return TableColumn(name, width=width, named=named)


def _words(name: str, width: int = 50) -> TableColumn:
    return _text(name, width, Shown.WORDS)


def _counts(*names: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(name, ValueKind.COUNT, width=9) for name in names)


def _numbers(*names: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(name, ValueKind.NUMBER, width=10) for name in names)


def _days(*names: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(name, ValueKind.DAY, width=12) for name in names)


def _moments(*names: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(name, ValueKind.MOMENT, width=17) for name in names)


def _flags(*names: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(name, ValueKind.FLAG, width=9) for name in names)


def _code(name: str, words: str, width: int = 18) -> TableColumn:
    return TableColumn(name, ValueKind.CODE, words=words, width=width)


_FIGURES = (
    _text("period", 11),
    *_counts("area_id"),
    _text("area"),
    _text("level", 14),
    *_counts("kind_id"),
    _text("kind", 24),
    *_counts("chapters", "expected", "on_time", "late", "missing", "awaited", "held"),
    *_counts("not_held", "moved", "present", "room", "cadre", "cadre_asked"),
    *_counts("closed", "not_founded", "paused", "not_this_month", "not_recorded"),
    _code("state", "sheet-month-"),
    *_counts("version"),
    _code("geography", "sheet-geography-"),
)
_REPORTS = (
    _text("number", 13),
    *_counts("chapter_id"),
    _text("chapter", 36),
    _text("kind", 24),
    *_counts("area_id"),
    _text("hamlet", 20),
    _text("commune", 20),
    _text("period", 11),
    *_days("planned_on", "held_on"),
    _code("state", "history-state-"),
    *_flags("on_time"),
    *_moments("first_sent_at", "sent_at"),
    *_counts("version", "present", "excused", "total", "exempt"),
    _words("topic"),
    *_flags("discussion", "dialogue", "commendation"),
    _code("cadre_present", "sheet-cadre-"),
    *_counts("difficulties", "proposals", "photos"),
    _code("review", "sheet-review-"),
    _text("grade", 16),
    _code("typed_by_role", "workbook-choice-role-"),
    _code("type", "sheet-meeting-"),
    *_counts("meeting_id"),
)
_ATTENDANCE = (
    *_counts("meeting_id", "chapter_id"),
    _text("chapter", 36),
    *_days("planned_on"),
    TableColumn("cadre_id", ValueKind.COUNT, Shown.PEOPLE, width=11),
    TableColumn("cadre", ValueKind.TEXT, Shown.PEOPLE, width=26, named="cadre_name"),
    _code("duty", "sheet-intent-"),
    _code("state", "sheet-presence-"),
    *_moments("confirmed_at"),
    _code("chapter_says", "sheet-cadre-"),
    _text("grade", 16),
    _text("remark", 26, Shown.PEOPLE),
)
_DIFFICULTIES = (
    *_counts("id", "case_id", "chapter_id"),
    _text("chapter", 36, Shown.WORDS),
    _text("commune", 20),
    _code("category", "case-category-", 24),
    _words("text", 60),
    _code("level_asked", "sheet-level-"),
    _code("state", "sheet-case-", 22),
    *_days("raised_on", "due_on", "answered_on", "solved_on"),
    *_counts("days"),
    *_flags("passed_up"),
    _code("verdict", "sheet-verdict-", 22),
)
_INDICATORS = (
    _code("indicator", "indicator-", 60),
    _text("period", 11),
    *_counts("area_id", "kind_id", "part", "whole"),
    *_numbers("value", "target"),
    _code("sense", "sheet-sense-"),
    *_flags("met"),
    *_numbers("before", "year_before"),
)
_EXEMPLARS = (
    *_counts("id", "chapter_id"),
    _text("chapter", 36),
    _text("commune", 20),
    _code("field", "exemplar-field-", 24),
    _words("name", 40),
    *(_words(name) for name in ("aim", "content", "progress")),
    _words("lead", 26),
    _words("result"),
    _code("state", "exemplar-state-", 22),
    *_days("registered_on", "recognised_on"),
    _text("recognised_by", 26),
    *_counts("replicated"),
)
_CHAPTERS = (
    *_counts("id"),
    _text("name", 36),
    _text("kind", 24),
    _text("area", 40),
    *_counts("member_count", "exempt_count", "frequency"),
    _text("rule", 34),
    _text("shift", 30),
    _text("start_time", 9),
    *_counts("duration_min"),
    _text("place"),
    *_days("valid_from", "valid_to"),
    *_counts("area_id", "kind_id"),
)
_POSTS = (
    *_counts("id"),
    _text("person", 28, Shown.PEOPLE),
    _text("phone", 15, Shown.PEOPLE),
    _code("role", "workbook-choice-role-", 20),
    _text("chapter", 36),
    _text("area", 40),
    _text("kind", 24),
    _text("association", 32),
    *_days("valid_from", "valid_to"),
)
_ANSWERS = (
    *_counts("id", "questionnaire_id"),
    _text("questionnaire", 36),
    TableColumn("version", ValueKind.COUNT, width=9, named="answer_version"),
    _code("purpose", "sheet-purpose-"),
    *_counts("chapter_id"),
    _text("chapter", 36),
    _text("kind", 24),
    *_counts("area_id", "meeting_id"),
    _text("question", 20),
    _text("label", 40),
    *_numbers("amount"),
    *_days("day"),
    _text("clock", 9),
    _text("choice", 16),
    _text("choice_label"),
    _words("words"),
    *_flags("has_file"),
    *_moments("answered_at"),
    *_counts("round"),
)
_AREAS = (
    *_counts("id", "parent_id"),
    _text("level", 14),
    _text("code", 12),
    _named("name", "area_name"),
    *_days("valid_from", "valid_to"),
)
_MEETINGS = (
    *_counts("id", "chapter_id"),
    _text("chapter", 36),
    _text("kind", 24),
    *_counts("area_id"),
    _text("period", 11),
    _code("type", "sheet-meeting-"),
    *_days("planned_on", "moved_to"),
    _text("start_time", 9),
    *_counts("duration_min"),
    _text("place"),
    TableColumn("state", ValueKind.CODE, words="sheet-planned-", named="meeting_state"),
    *_days("due_on"),
    _text("number", 13),
)
_DIGESTS = (
    *_counts("id", "area_id"),
    _text("area"),
    TableColumn("kind", ValueKind.CODE, words="sheet-digest-", width=16, named="digest_kind"),
    _text("period", 11),
    *_moments("posted_at"),
    _named("text", "digest_text", 60),
)
_DOCUMENTS = (
    *_counts("id", "area_id"),
    _text("area"),
    _text("association", 32),
    TableColumn("kind", ValueKind.CODE, words="doc-kind-", width=24, named="document_kind"),
    _text("period", 11),
    TableColumn("version", ValueKind.COUNT, width=9, named="document_version"),
    TableColumn("state", ValueKind.CODE, words="doc-state-", named="document_state"),
    TableColumn("number", ValueKind.COUNT, width=9, named="document_number"),
    *_days("numbered_on"),
    *_moments("changed_at"),
)
TABLES: dict[SheetName, tuple[TableColumn, ...]] = {
    SheetName.FIGURES: _FIGURES,
    SheetName.REPORTS: _REPORTS,
    SheetName.ATTENDANCE: _ATTENDANCE,
    SheetName.DIFFICULTIES: _DIFFICULTIES,
    SheetName.INDICATORS: _INDICATORS,
    SheetName.EXEMPLARS: _EXEMPLARS,
    SheetName.CHAPTERS: _CHAPTERS,
    SheetName.POSTS: _POSTS,
    SheetName.ANSWERS: _ANSWERS,
    SheetName.AREAS: _AREAS,
    SheetName.MEETINGS: _MEETINGS,
    SheetName.DIGESTS: _DIGESTS,
    SheetName.DOCUMENTS: _DOCUMENTS,
}
