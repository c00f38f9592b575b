"""What reports say in words, looked through for some of them: difficulties, topics, practices."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    func,
    literal,
    select,
    true,
    union_all,
)

from domain.people import Only
from domain.records import DifficultyState
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.meetings.meetings import expected_day
from storage.paths import lies_at
from storage.tables.directory import area, chapter
from storage.tables.meetings import difficulty, meeting, report, topic
from storage.unit import UnitOfWork

TOPIC, PRACTICE = "topic", "best_practice"
# Letters that may bear a mark.
_MARKED = frozenset("aeiouyd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Where and when the words are looked for, in their letters without marks."""

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    path: str
    first: date
    last: date
    words: Sequence[str] = ()
    only: Only = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """Some words of a report; `about` is the category of a difficulty, or `TOPIC`, `PRACTICE`."""

    meeting_id: int
    number: str
    day: date
    chapter_id: int
    chapter_name: str
    area_id: int
    area_name: str
    area_path: str
    about: str
    text: str


async def list_told(unit: UnitOfWork, sought: Sought, *, limit: int) -> list[ToldRow]:
    """Returns what may have the words, the newest first: others differ from them by marks alone.

    Whoever asks is to compare the words themselves.
    """
    told = union_all(_difficulties(sought), _topics(sought), _practices(sought)).subquery()
    rows = await unit.all(
        select(told).order_by(told.c.day.desc(), told.c.number.desc(), told.c.about).limit(limit)
    )
    return [ToldRow(**row._mapping) for row in rows]


def _difficulties(sought: Sought) -> Select[Any]:
    return (
        _told(sought, difficulty.c.category, difficulty.c.text)
        .join(difficulty, difficulty.c.report_id == report.c.id)
        .where(difficulty.c.state != DifficultyState.WITHDRAWN)
    )


def _topics(sought: Sought) -> Select[Any]:
    text = func.coalesce(topic.c.title, report.c.topic_text, "")
    found = _told(sought, literal(TOPIC), text).where(text != "")
    return found.outerjoin(topic, topic.c.id == report.c.topic_id)


def _practices(sought: Sought) -> Select[Any]:
    text = func.coalesce(report.c.answers["best_practice"].as_string(), "")
    return _told(sought, literal(PRACTICE), text).where(text != "")


def _told(sought: Sought, about: ColumnElement[str], text: ColumnElement[str]) -> Select[Any]:
    day = func.coalesce(report.c.held_on, expected_day, meeting.c.due_on)
    return (
        select(
            report.c.meeting_id,
            report.c.number,
            day.label("day"),
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            area.c.id.label("area_id"),
            area.c.name.label("area_name"),
            area.c.path.label("area_path"),
            about.label("about"),
            text.label("text"),
        )
        .select_from(report)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            in_scopes(sought.chapter_ids, sought.scopes),
            lies_at(area.c.path, sought.path),
            of_kinds(chapter.c.kind_id, sought.only),
            day.between(sought.first, sought.last),
            _may_have(text, sought.words),
        )
    )


def _may_have(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """Returns the condition that a text has words but for the marks on their letters."""
    patterns = ("".join("_" if one in _MARKED else one for one in word) for word in words)
    return and_(true(), *(text.ilike(f"%{pattern}%") for pattern in patterns))
