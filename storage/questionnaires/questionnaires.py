"""Questionnaires, their versions, and the chapters they were sent to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, delete, false, func, or_, select, true, update

from domain.people import Only, Role
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.questionnaires.sheets import Sheets
from storage.directory.areas import ids_below
from storage.directory.chapters import Scope
from storage.paths import within
from storage.tables.directory import post
from storage.tables.questionnaires import (
    questionnaire as table,
)
from storage.tables.questionnaires import (
    questionnaire_chapter,
    questionnaire_kind,
    questionnaire_response,
    questionnaire_version,
)
from storage.unit import UnitOfWork

_HAS_ANSWERED = and_(
    questionnaire_response.c.questionnaire_id == questionnaire_chapter.c.questionnaire_id,
    questionnaire_response.c.chapter_id == questionnaire_chapter.c.chapter_id,
    questionnaire_response.c.meeting_id.is_(None),
)


def questionnaire_of(row: Row[Any]) -> Questionnaire:
    """Returns a questionnaire row as its value."""
    values = {column.name: row._mapping[column] for column in table.c}
    return Questionnaire(**{**values, "purpose": Purpose(row.purpose)})


async def add(unit: UnitOfWork, sheets: Sheets, *, by: int, now: datetime, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a questionnaire with its first version; returns its id."""
    added = await unit.add(table, created_by=by, created_at=now, **values)
    await _add_version(unit, added, 1, sheets, by=by, now=now)
    return added


async def _add_version(
    unit: UnitOfWork, questionnaire_id: int, number: int, sheets: Sheets, *, by: int, now: datetime
) -> None:
    await unit.add(
        questionnaire_version,
        questionnaire_id=questionnaire_id,
        number=number,
        sheets={name: [list(row) for row in rows] for name, rows in sheets.items()},
        made_by=by,
        made_at=now,
    )


async def add_version(
    unit: UnitOfWork, before: Questionnaire, sheets: Sheets, *, by: int, now: datetime
) -> None:
    """Gives a questionnaire its next version; answers that were begun finish on theirs."""
    number = before.version + 1
    await _add_version(unit, before.id, number, sheets, by=by, now=now)
    await unit.run(update(table).where(table.c.id == before.id).values(version=number))


async def find(unit: UnitOfWork, questionnaire_id: int) -> Questionnaire | None:
    """Returns one questionnaire."""
    row = await unit.first(select(table).where(table.c.id == questionnaire_id))
    return questionnaire_of(row) if row else None


async def find_sheets(unit: UnitOfWork, questionnaire_id: int, number: int) -> Sheets:
    """Returns what a version asks, as the rows of an XLSForm."""
    version = questionnaire_version.c
    mine = (version.questionnaire_id == questionnaire_id, version.number == number)
    found: Sheets = await unit.scalar(select(version.sheets).where(*mine))
    return found


async def change(unit: UnitOfWork, before: Questionnaire, **values: Any) -> bool:  # noqa: ANN401 - the table's columns
    """Changes a questionnaire that is as it was seen; False if somebody was quicker."""
    seen = (
        table.c.id == before.id,
        table.c.version == before.version,
        _same(table.c.sent_at, before.sent_at),
        _same(table.c.closed_at, before.closed_at),
        _same(table.c.reminded_at, before.reminded_at),
    )
    return await unit.run(update(table).where(*seen).values(**values)) > 0


def _same(column: Any, value: datetime | None) -> Any:  # noqa: ANN401 - a condition
    return column.is_(None) if value is None else column == value


async def list_ended(unit: UnitOfWork, *, today: date) -> list[Questionnaire]:
    """Returns what was sent, has reached its last day, and was not closed yet."""
    is_over = (
        table.c.purpose == Purpose.SHEET,
        table.c.sent_at.is_not(None),
        table.c.closed_at.is_(None),
        table.c.closes_on < today,
    )
    rows = await unit.all(select(table).where(*is_over).order_by(table.c.id))
    return [questionnaire_of(row) for row in rows]


async def remove(unit: UnitOfWork, questionnaire_id: int) -> None:
    """Deletes a questionnaire that nobody was sent."""
    for linked in (questionnaire_version, questionnaire_chapter, questionnaire_kind):
        await unit.run(delete(linked).where(linked.c.questionnaire_id == questionnaire_id))
    await unit.run(delete(table).where(table.c.id == questionnaire_id))


async def send_to(unit: UnitOfWork, questionnaire_id: int, chapter_ids: Collection[int]) -> None:
    """Notes the chapters that a questionnaire asks."""
    await unit.add_many(
        questionnaire_chapter,
        (
            {"questionnaire_id": questionnaire_id, "chapter_id": number}
            for number in sorted(chapter_ids)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many chapters are asked, and how many of them have answered."""

    asked: int
    answered: int


async def list_in_scopes(
    unit: UnitOfWork, scopes: Sequence[Scope], *, by: int, limit: int
) -> list[Questionnaire]:
    """Returns what somebody made, and what was sent in (path, only) scopes, newest first."""
    there = (and_(table.c.area_id.in_(ids_below(path)), _is_only(only)) for path, only in scopes)
    sent = and_(table.c.sent_at.is_not(None), or_(false(), *there))
    rows = await unit.all(
        select(table)
        .where(or_(table.c.created_by == by, sent))
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    return [questionnaire_of(row) for row in rows]


def _is_only(only: Only) -> Any:  # noqa: ANN401 - a condition
    if only is None:
        return table.c.id.is_not(None)
    return table.c.kind_id == only if isinstance(only, int) else table.c.association == only


async def count_progress(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Progress]:
    """Returns how far questionnaires are, by id."""
    rows = await unit.all(
        select(
            questionnaire_chapter.c.questionnaire_id,
            func.count().label("asked"),
            func.count(questionnaire_response.c.id).label("answered"),
        )
        .outerjoin(questionnaire_response, _HAS_ANSWERED)
        .where(questionnaire_chapter.c.questionnaire_id.in_(sorted(ids)))
        .group_by(questionnaire_chapter.c.questionnaire_id)
    )
    found = {
        row.questionnaire_id: Progress(asked=row.asked, answered=row.answered) for row in rows
    }
    return {number: found.get(number, Progress(asked=0, answered=0)) for number in ids}


async def list_asked(unit: UnitOfWork, questionnaire_id: int) -> list[int]:
    """Returns the chapters that are asked."""
    mine = questionnaire_chapter.c.questionnaire_id == questionnaire_id
    rows = await unit.all(select(questionnaire_chapter.c.chapter_id).where(mine))
    return [row.chapter_id for row in rows]


async def find_only_asked(unit: UnitOfWork, questionnaire_id: int) -> int | None:
    """Returns the chapter that is asked where it is the only one, else None."""
    mine = questionnaire_chapter.c.questionnaire_id == questionnaire_id
    rows = await unit.all(select(questionnaire_chapter.c.chapter_id).where(mine).limit(2))
    return rows[0].chapter_id if len(rows) == 1 else None


async def is_asked(unit: UnitOfWork, questionnaire_id: int, chapter_id: int) -> bool:
    """True when a chapter is asked."""
    link = questionnaire_chapter.c
    mine = (link.questionnaire_id == questionnaire_id, link.chapter_id == chapter_id)
    return await unit.first(select(link.chapter_id).where(*mine)) is not None


async def list_missing(
    unit: UnitOfWork, questionnaire_id: int, *, among: Collection[int] | None = None
) -> list[int]:
    """Returns the chapters that are asked and have not answered; only those `among` some."""
    some = true() if among is None else questionnaire_chapter.c.chapter_id.in_(sorted(among))
    rows = await unit.all(
        select(questionnaire_chapter.c.chapter_id)
        .outerjoin(questionnaire_response, _HAS_ANSWERED)
        .where(
            questionnaire_chapter.c.questionnaire_id == questionnaire_id,
            questionnaire_response.c.id.is_(None),
            some,
        )
    )
    return [row.chapter_id for row in rows]


async def list_missing_of(
    unit: UnitOfWork, questionnaire_id: int, *, day: date
) -> list[tuple[int, int]]:
    """Returns the chapters that have not answered, each behind the number of who leads it.

    Those of one leader stand together; 0 is for chapters that nobody leads.
    """
    leads = and_(
        post.c.chapter_id == questionnaire_chapter.c.chapter_id,
        post.c.role == Role.LEADER,
        within(post.c.valid_from, post.c.valid_to, day),
    )
    leader = func.coalesce(func.min(post.c.person_id), 0)
    rows = await unit.all(
        select(questionnaire_chapter.c.chapter_id, leader.label("leader"))
        .outerjoin(questionnaire_response, _HAS_ANSWERED)
        .outerjoin(post, leads)
        .where(
            questionnaire_chapter.c.questionnaire_id == questionnaire_id,
            questionnaire_response.c.id.is_(None),
        )
        .group_by(questionnaire_chapter.c.chapter_id)
        .order_by(leader, questionnaire_chapter.c.chapter_id)
    )
    return [(row.leader, row.chapter_id) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfChapter:
    """A questionnaire that one chapter is asked, and when it has answered."""

    questionnaire: Questionnaire
    chapter_id: int
    answered_at: datetime | None


async def list_open_of(
    unit: UnitOfWork, chapter_ids: Collection[int], *, today: date
) -> list[AskedOfChapter]:
    """Returns what some chapters are asked and can still answer, what ends first at the front."""
    rows = await unit.all(
        select(table, questionnaire_chapter.c.chapter_id, questionnaire_response.c.at)
        .join(questionnaire_chapter, questionnaire_chapter.c.questionnaire_id == table.c.id)
        .outerjoin(questionnaire_response, _HAS_ANSWERED)
        .where(
            questionnaire_chapter.c.chapter_id.in_(sorted(chapter_ids)),
            table.c.purpose == Purpose.SHEET,
            table.c.sent_at.is_not(None),
            table.c.closed_at.is_(None),
            or_(table.c.closes_on.is_(None), table.c.closes_on >= today),
        )
        .order_by(table.c.closes_on, table.c.id, questionnaire_chapter.c.chapter_id)
    )
    return [
        AskedOfChapter(
            questionnaire=questionnaire_of(row), chapter_id=row.chapter_id, answered_at=row.at
        )
        for row in rows
    ]
