"""Difficulties as cases: with their chapter, their desk and all that happened to them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    true,
    update,
)

from domain.cases import LIVING, WORKED_ON, Action, Case, CaseEvent
from domain.records import DifficultyState
from storage.directory.chapters import Scope, in_scopes
from storage.tables.directory import area, chapter, person
from storage.tables.meetings import difficulty as table
from storage.tables.meetings import difficulty_event, report
from storage.unit import UnitOfWork

_desk = func.coalesce(table.c.area_id, chapter.c.area_id)
_other = table.alias("other")
_voices = (
    select(func.count())
    .select_from(_other)
    .where(_other.c.joined_to == table.c.id)
    .scalar_subquery()
)
_SELECT = (
    select(
        *(column for column in table.c if column.name not in ("ordinal", "area_id")),
        _desk.label("desk_id"),
        report.c.meeting_id,
        chapter.c.name.label("chapter_name"),
        area.c.name.label("area_name"),
        area.c.path.label("area_path"),
        (_voices + 1).label("voices"),
    )
    .join(report, report.c.id == table.c.report_id)
    .join(chapter, chapter.c.id == table.c.chapter_id)
    .join(area, area.c.id == chapter.c.area_id)
)
_EVENTS = (
    select(
        difficulty_event,
        person.c.name.label("who"),
        area.c.name.label("desk"),
    )
    .outerjoin(person, person.c.id == difficulty_event.c.person_id)
    .outerjoin(area, area.c.id == difficulty_event.c.area_id)
)
_living = table.c.state.in_(sorted(LIVING))
_worked_on = table.c.state.in_(sorted(WORKED_ON))
_stands_alone = table.c.joined_to.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Cases of some chapters in some states; the no longer living only if told after `since`."""

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    states: Collection[DifficultyState]
    since: datetime


def _case(row: Row[Any]) -> Case:
    values = dict(row._mapping)
    return Case(**values | {"state": DifficultyState(row.state)})


async def find(unit: UnitOfWork, case_id: int) -> Case | None:
    """Returns one case."""
    return (await by_ids(unit, [case_id])).get(case_id)


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Case]:
    """Returns cases by id."""
    rows = await unit.all(_SELECT.where(table.c.id.in_(sorted(ids)))) if ids else []
    return {row.id: _case(row) for row in rows}


async def list_joined(unit: UnitOfWork, head_id: int) -> list[Case]:
    """Returns the cases that are answered together with one, without itself."""
    rows = await unit.all(_SELECT.where(table.c.joined_to == head_id).order_by(table.c.id))
    return [_case(row) for row in rows]


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """What is somebody's own to answer: as its owner, or at the desks of these places."""

    person_id: int
    area_ids: Collection[int]


async def list_page(
    unit: UnitOfWork, sought: CaseFilter, *, desk: OwnDesk, today: date, offset: int, limit: int
) -> list[Case]:
    """Returns some of the cases sought, of those joined only the first if it is one of them.

    Those on one's own desk come first, the overdue before the rest.
    """
    mine = or_(table.c.owner_id == desk.person_id, _desk.in_(sorted(desk.area_ids)))
    rows = await unit.all(
        _SELECT.where(_is_sought(sought), _stands_for_itself(sought))
        .order_by(
            case((mine, 0), else_=1),
            case((_is_late(today), 0), else_=1),
            table.c.due_on.is_(None),
            table.c.due_on,
            table.c.id,
        )
        .offset(offset)
        .limit(limit)
    )
    return [_case(row) for row in rows]


async def count_sought(unit: UnitOfWork, sought: CaseFilter, *, today: date) -> tuple[int, int]:
    """Returns how many cases `list_page` has in all, and how many of them are overdue."""
    row = await unit.first(
        select(func.count().label("number"), func.count(case((_is_late(today), 1))).label("late"))
        .select_from(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(_is_sought(sought), _stands_for_itself(sought))
    )
    return (row.number, row.late) if row else (0, 0)


async def list_sought(unit: UnitOfWork, sought: CaseFilter) -> list[Case]:
    """Returns every case sought, joined ones too, the oldest first."""
    rows = await unit.all(_SELECT.where(_is_sought(sought)).order_by(table.c.id))
    return [_case(row) for row in rows]


async def list_texts(unit: UnitOfWork, sought: CaseFilter, *, category: str) -> dict[int, str]:
    """Returns what those cases of a category say that are joined to none."""
    rows = await unit.all(
        select(table.c.id, table.c.text)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(_is_sought(sought), table.c.category == category, _stands_alone)
    )
    return {row.id: row.text for row in rows}


def _is_sought(sought: CaseFilter, from_clause: FromClause = table) -> ColumnElement[bool]:
    return and_(
        in_scopes(sought.chapter_ids, sought.scopes),
        from_clause.c.state.in_(sorted(sought.states)),
        or_(from_clause.c.state.in_(sorted(LIVING)), from_clause.c.raised_at >= sought.since),
    )


def _stands_for_itself(sought: CaseFilter) -> ColumnElement[bool]:
    """Returns the condition that a case is not joined to another that is sought."""
    with_its_head = (
        exists()
        .where(
            _other.c.id == table.c.joined_to,
            chapter.c.id == _other.c.chapter_id,
            _is_sought(sought, _other),
        )
        .correlate(table)
    )
    return or_(_stands_alone, ~with_its_head)


def _is_late(today: date) -> ColumnElement[bool]:
    return and_(_worked_on, table.c.due_on < today)


async def list_of_chapters(
    unit: UnitOfWork, chapter_ids: Collection[int], *, limit: int
) -> list[Case]:
    """Returns what some chapters told of, living cases first, then the newest."""
    rows = await unit.all(
        _SELECT.where(
            table.c.chapter_id.in_(sorted(chapter_ids)),
            table.c.state != DifficultyState.WITHDRAWN,
        )
        .order_by(case((_living, 0), else_=1), table.c.id.desc())
        .limit(limit)
    )
    return [_case(row) for row in rows]


async def list_overdue(unit: UnitOfWork, *, today: date) -> list[Case]:
    """Returns every case that should have been answered before `today`."""
    rows = await unit.all(
        _SELECT.where(_worked_on, _stands_alone, table.c.due_on < today).order_by(table.c.id)
    )
    return [_case(row) for row in rows]


async def list_silent(unit: UnitOfWork, *, before: datetime) -> list[Case]:
    """Returns every case that was answered before a moment and heard nothing since."""
    rows = await unit.all(
        _SELECT.where(
            table.c.state == DifficultyState.ANSWERED, table.c.answered_at < before
        ).order_by(table.c.id)
    )
    return [_case(row) for row in rows]


async def change(unit: UnitOfWork, case_id: int, *, version: int, **values: Any) -> bool:  # noqa: ANN401 - the table's columns
    """Changes a case; False if somebody else changed it since `version`."""
    mine = and_(table.c.id == case_id, table.c.version == version)
    return bool(await unit.run(update(table).where(mine).values(version=version + 1, **values)))


async def change_joined(unit: UnitOfWork, head_id: int, **values: Any) -> None:  # noqa: ANN401 - the table's columns
    """Changes the living cases that are answered together with one."""
    mine = and_(table.c.joined_to == head_id, _living)
    await unit.run(update(table).where(mine).values(version=table.c.version + 1, **values))


async def hand_head_over(unit: UnitOfWork, head_id: int) -> None:
    """Lets the oldest living case joined to one stand in its place."""
    joined = [case for case in await list_joined(unit, head_id) if case.is_living]
    if joined:
        new_head, *rest = [case.id for case in joined]
        for ids, head in (([new_head], None), (rest, new_head)):
            mine = update(table).where(table.c.id.in_(ids))
            await unit.run(mine.values(joined_to=head, version=table.c.version + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What happened to a case and by whom; None stands for the bot itself."""

    action: Action
    person_id: int | None
    desk_id: int | None = None
    note: str | None = None


async def add_events(
    unit: UnitOfWork, case_ids: Iterable[int], event: NewEvent, *, now: datetime
) -> None:
    """Notes what happened to some cases at once."""
    values = {
        "at": now,
        "person_id": event.person_id,
        "action": event.action,
        "area_id": event.desk_id,
        "note": event.note,
    }
    await unit.add_many(
        difficulty_event, [{"difficulty_id": case_id, **values} for case_id in case_ids]
    )


async def events(unit: UnitOfWork, case_id: int) -> list[CaseEvent]:
    """Returns what happened to a case, first things first."""
    rows = await unit.all(
        _EVENTS.where(difficulty_event.c.difficulty_id == case_id).order_by(difficulty_event.c.id)
    )
    return [_event(row) for row in rows]


async def newest_events(
    unit: UnitOfWork, chapter_id: int, *, since: datetime | None
) -> list[tuple[int, CaseEvent]]:
    """Returns what happened since a moment, or ever, to the cases of a chapter, in order."""
    rows = await unit.all(
        _EVENTS.join(table, table.c.id == difficulty_event.c.difficulty_id)
        .where(
            table.c.chapter_id == chapter_id,
            true() if since is None else difficulty_event.c.at > since,
        )
        .order_by(difficulty_event.c.id)
    )
    return [(row.difficulty_id, _event(row)) for row in rows]


def _event(row: Row[Any]) -> CaseEvent:
    return CaseEvent(at=row.at, action=row.action, who=row.who, desk=row.desk, note=row.note)
