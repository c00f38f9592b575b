"""Difficulties told in reports, and what happened to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from domain.records import Difficulty, DifficultyState
from domain.report import RaisedDifficulty
from storage.tables.meetings import difficulty as table
from storage.tables.meetings import difficulty_event
from storage.unit import UnitOfWork

_EVENT = difficulty_event.insert()
_OPEN_STATES = (DifficultyState.OPEN, DifficultyState.PASSED_UP, DifficultyState.ANSWERED)
_CHANGE = (
    update(table)
    .where(table.c.id == bindparam("row_id"))
    .values(
        category=bindparam("new_category"),
        text=bindparam("new_text"),
        level=bindparam("new_level"),
        state=bindparam("new_state"),
        version=table.c.version + 1,
    )
)


def _difficulty(row: Row[Any]) -> Difficulty:
    return Difficulty(
        id=row.id,
        report_id=row.report_id,
        chapter_id=row.chapter_id,
        ordinal=row.ordinal,
        category=row.category,
        text=row.text,
        level=row.level,
        state=DifficultyState(row.state),
        raised_at=row.raised_at,
    )


async def of_report(unit: UnitOfWork, report_id: int) -> list[Difficulty]:
    """Returns what a report told of, withdrawn ones too, in order."""
    rows = await unit.all(
        select(table).where(table.c.report_id == report_id).order_by(table.c.ordinal)
    )
    return [_difficulty(row) for row in rows]


async def list_open(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[Difficulty]:
    """Returns what some chapters told of and nobody has solved yet, oldest first."""
    rows = await unit.all(
        select(table)
        .where(table.c.chapter_id.in_(sorted(chapter_ids)), table.c.state.in_(_OPEN_STATES))
        .order_by(table.c.raised_at, table.c.id)
    )
    return [_difficulty(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDifficulty:
    """A difficulty of a report, and whose it is to answer until when."""

    report_id: int
    chapter_id: int
    ordinal: int
    raised: RaisedDifficulty
    desk_id: int
    owner_id: int | None
    due_on: date


async def add(unit: UnitOfWork, new: NewDifficulty, *, now: datetime) -> int:
    """Adds a difficulty, lying on a desk until a day, and returns its id."""
    return await unit.add(
        table,
        report_id=new.report_id,
        chapter_id=new.chapter_id,
        ordinal=new.ordinal,
        category=new.raised.category,
        text=new.raised.text,
        level=new.raised.level,
        state=DifficultyState.OPEN,
        raised_at=now,
        area_id=new.desk_id,
        owner_id=new.owner_id,
        due_on=new.due_on,
    )


async def renew(
    unit: UnitOfWork,
    difficulty_id: int,
    raised: RaisedDifficulty,
    *,
    desk_id: int,
    owner_id: int | None,
    due_on: date,
) -> None:
    """Lets a difficulty that was taken back stand by itself again, lying on a desk until a day."""
    await unit.run(
        update(table)
        .where(table.c.id == difficulty_id)
        .values(
            category=raised.category,
            text=raised.text,
            level=raised.level,
            state=DifficultyState.OPEN,
            area_id=desk_id,
            owner_id=owner_id,
            due_on=due_on,
            joined_to=None,
            answered_at=None,
            version=table.c.version + 1,
        )
    )


def change_later(
    unit: UnitOfWork, difficulty_id: int, raised: RaisedDifficulty, *, state: DifficultyState
) -> None:
    """Writes a difficulty anew by the end of the transaction."""
    unit.buffer(
        _CHANGE,
        {
            "row_id": difficulty_id,
            "new_category": raised.category,
            "new_text": raised.text,
            "new_level": raised.level,
            "new_state": state,
        },
    )


def note_later(
    unit: UnitOfWork,
    difficulty_id: int,
    *,
    action: str,
    person_id: int | None,
    now: datetime,
    note: str | None = None,
) -> None:
    """Notes what happened to a difficulty by the end of the transaction."""
    unit.buffer(
        _EVENT,
        {
            "difficulty_id": difficulty_id,
            "at": now,
            "person_id": person_id,
            "action": action,
            "note": note,
        },
    )
