"""What is asked with reports of meetings: of which chapters and days, and what was answered."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, delete, or_, select, tuple_

from domain.chapters import Chapter, ids_of
from domain.questionnaires.answers import AskedAnswers
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.questionnaires.sheets import Sheets
from storage.questionnaires import responses
from storage.questionnaires.confining import list_bounds
from storage.questionnaires.questionnaires import questionnaire_of
from storage.questionnaires.responses import AnswerKey, Response
from storage.tables.directory import area
from storage.tables.questionnaires import (
    questionnaire,
    questionnaire_answer,
    questionnaire_response,
    questionnaire_version,
)
from storage.unit import UnitOfWork

_IS_LIVE = (
    questionnaire.c.purpose == Purpose.REPORT,
    questionnaire.c.sent_at.is_not(None),
    questionnaire.c.closed_at.is_(None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSheets:
    """A version of what a place asks with reports."""

    questionnaire_id: int
    version: int
    place: str
    sheets: Sheets


def _sheets(*conditions: Any) -> Any:  # noqa: ANN401 - a statement
    return (
        select(
            questionnaire_version.c.questionnaire_id,
            questionnaire_version.c.number.label("version"),
            area.c.name.label("place"),
            questionnaire_version.c.sheets,
        )
        .join(questionnaire, questionnaire.c.id == questionnaire_version.c.questionnaire_id)
        .join(area, area.c.id == questionnaire.c.area_id)
        .where(*conditions)
        .order_by(questionnaire.c.sent_at, questionnaire.c.id)
    )


async def list_asked(unit: UnitOfWork, chapter: Chapter, day: date) -> list[AskedSheets]:
    """Returns what is asked with the report of a chapter's meeting on a day, the oldest first."""
    asked = questionnaire.c
    statement = _sheets(
        *_IS_LIVE,
        questionnaire_version.c.number == asked.version,
        asked.area_id.in_(ids_of(chapter.area_path)),
        or_(asked.kind_id.is_(None), asked.kind_id == chapter.kind.id),
        or_(asked.association.is_(None), asked.association == chapter.kind.association),
        asked.begins_on <= day,
        or_(asked.closes_on.is_(None), asked.closes_on >= day),
        *list_bounds(chapter, day),
    )
    return [AskedSheets(**row._mapping) for row in await unit.all(statement)]


async def list_versions(
    unit: UnitOfWork, wanted: Collection[tuple[int, int]]
) -> dict[tuple[int, int], AskedSheets]:
    """Returns versions of questionnaires, by both their numbers."""
    version = questionnaire_version.c
    named = tuple_(version.questionnaire_id, version.number).in_(sorted(wanted))
    rows = await unit.all(_sheets(named)) if wanted else []
    return {(row.questionnaire_id, row.version): AskedSheets(**row._mapping) for row in rows}


async def list_newest(unit: UnitOfWork, ids: Collection[int]) -> dict[int, AskedSheets]:
    """Returns the newest versions of questionnaires, by their ids."""
    is_newest = and_(
        questionnaire.c.id.in_(sorted(ids)),
        questionnaire_version.c.number == questionnaire.c.version,
    )
    rows = await unit.all(_sheets(is_newest)) if ids else []
    return {row.questionnaire_id: AskedSheets(**row._mapping) for row in rows}


async def list_live(unit: UnitOfWork, *, since: date) -> list[Questionnaire]:
    """Returns everything that is asked with reports of meetings from a day on."""
    lasting = or_(questionnaire.c.closes_on.is_(None), questionnaire.c.closes_on >= since)
    rows = await unit.all(select(questionnaire).where(*_IS_LIVE, lasting))
    return [questionnaire_of(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was answered with one report: of which chapter's meeting, by whom, when."""

    chapter_id: int
    meeting_id: int
    asked: Sequence[AskedAnswers]
    by: int | None
    now: datetime


async def keep_given(unit: UnitOfWork, given: Given) -> None:
    """Keeps what was answered with a report, in place of what was before."""
    rows = await unit.all(
        select(questionnaire_response).where(
            questionnaire_response.c.meeting_id == given.meeting_id
        )
    )
    before = {row.questionnaire_id: Response(**row._mapping) for row in rows}
    for asked in given.asked:
        known = before.pop(asked.questionnaire, None)
        values: dict[str, Any] = {"version": asked.version, "by": given.by, "now": given.now}
        if known is None:
            key = AnswerKey(asked.questionnaire, given.chapter_id, given.meeting_id)
            await responses.add(unit, key, asked.given, **values)
        else:
            await responses.correct(unit, known, asked.given, **values)
    await _drop(unit, [response.id for response in before.values()])


async def _drop(unit: UnitOfWork, response_ids: Iterable[int]) -> None:
    gone = sorted(response_ids)
    if gone:
        answers, table = questionnaire_answer, questionnaire_response
        await unit.run(delete(answers).where(answers.c.response_id.in_(gone)))
        await unit.run(delete(table).where(table.c.id.in_(gone)))
