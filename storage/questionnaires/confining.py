"""To which chapters of its place a questionnaire is confined: some, some kinds, a programme's."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select

from domain.chapters import Chapter, ids_of
from domain.questionnaires.questionnaire import Questionnaire
from domain.questionnaires.report_room import Confined
from storage.paths import within
from storage.tables.programmes import programme, programme_area
from storage.tables.questionnaires import (
    questionnaire,
    questionnaire_chapter,
    questionnaire_kind,
)
from storage.unit import UnitOfWork

_CHAPTERS = questionnaire_chapter.c.questionnaire_id == questionnaire.c.id
_KINDS = questionnaire_kind.c.questionnaire_id == questionnaire.c.id
_PILOTS = programme_area.c.programme_id == questionnaire.c.programme_id
_PROGRAMME = programme.c.id == questionnaire.c.programme_id


def list_bounds(chapter: Chapter, day: date) -> list[ColumnElement[bool]]:
    """Returns the conditions under which a questionnaire takes in a chapter on a day."""
    places = ids_of(chapter.area_path)
    is_tried = or_(
        exists().where(_PILOTS, programme_area.c.area_id.in_(places)),
        and_(~exists().where(_PILOTS), programme.c.area_id.in_(places)),
    )
    is_valid = within(programme.c.valid_from, programme.c.valid_to, day)
    return [
        _any_or(_CHAPTERS, questionnaire_chapter.c.chapter_id == chapter.id),
        _any_or(_KINDS, questionnaire_kind.c.kind_id == chapter.kind.id),
        or_(
            questionnaire.c.programme_id.is_(None),
            exists(select(programme.c.id).where(_PROGRAMME, is_valid, is_tried)),
        ),
    ]


def _any_or(of: ColumnElement[bool], wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of a list that has no rows everything is wanted."""
    return or_(~exists().where(of), exists().where(of, wanted))


async def find_confined(unit: UnitOfWork, asked: Questionnaire) -> Confined:
    """Returns to which chapters of its place a questionnaire is confined."""
    return Confined(
        chapter_ids=await _list(unit, questionnaire_chapter, "chapter_id", asked.id),
        kind_ids=await _list(unit, questionnaire_kind, "kind_id", asked.id),
        area_ids=await _list_places(unit, asked.programme_id),
    )


async def _list(unit: UnitOfWork, table: Any, column: str, number: int) -> frozenset[int]:  # noqa: ANN401 - a table
    wanted = select(table.c[column]).where(table.c.questionnaire_id == number)
    return frozenset(row[0] for row in await unit.all(wanted))


async def _list_places(unit: UnitOfWork, programme_id: int | None) -> frozenset[int]:
    """Returns where a programme is tried out, its own place if no other is named."""
    if programme_id is None:
        return frozenset()
    area_id = programme_area.c.area_id
    pilots = select(area_id).where(programme_area.c.programme_id == programme_id)
    own = select(programme.c.area_id).where(programme.c.id == programme_id)
    return frozenset(row[0] for row in await unit.all(pilots) or await unit.all(own))


async def ask_everywhere(unit: UnitOfWork, questionnaire_id: int) -> None:
    """Lets questions go to every chapter of their place, whenever it comes to be."""
    mine = questionnaire_chapter.c.questionnaire_id == questionnaire_id
    await unit.run(delete(questionnaire_chapter).where(mine))


async def confine_to_kinds(
    unit: UnitOfWork, questionnaire_id: int, kind_ids: Collection[int]
) -> None:
    """Lets questions go to chapters of some kinds only; of none, to all."""
    mine = questionnaire_kind.c.questionnaire_id == questionnaire_id
    await unit.run(delete(questionnaire_kind).where(mine))
    await unit.add_many(
        questionnaire_kind,
        ({"questionnaire_id": questionnaire_id, "kind_id": number} for number in sorted(kind_ids)),
    )
