"""Difficulties of some places as a board: counted by how they stand, listed a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Row,
    Subquery,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    true,
)

from domain.cases import LIVING, WORKED_ON, Action
from domain.chapters import ids_of
from domain.people import Only
from domain.records import DifficultyState
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.in_order import join_in_order
from storage.keyset import Page, PageAsked, take_page
from storage.paths import lies_at
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.meetings import difficulty as table
from storage.tables.meetings import difficulty_event
from storage.unit import UnitOfWork

SOLVED = "solved"
STANDINGS = ("new", "working", "passed_up", "answered", SOLVED)
OVERDUE = "overdue"
COLUMNS = ("due", "raised", "place", "name", "category")

_NEVER = date(9999, 12, 31)
# What does not mean that somebody works on it.
_TOLD = (Action.RAISED, Action.CHANGED, Action.REMARKED, Action.SHOWN)
_desk = area.alias("desk_area")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which cases are on the board: the living ones, and those solved in some time.

    They are of the chapters in sight at or below `path`, or of place `here` alone. `standing`
    is one of `STANDINGS` or `OVERDUE`, "" for all.
    """

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    path: str
    since: datetime
    until: datetime
    today: date
    only: Only = None
    here: int | None = None
    standing: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case on the board; `standing` is one of `STANDINGS`."""

    id: int
    chapter_id: int
    chapter_name: str
    area_id: int
    area_name: str
    category: str
    text: str
    standing: str
    raised_at: datetime
    due_on: date | None
    solved_at: datetime | None
    is_late: bool
    desk: str | None
    joined_to: int | None


@dataclass(frozen=True, slots=True)
class BoardCount:
    """How many cases of a category stand so, how many are overdue, since when the first waits."""

    standing: str
    category: str
    number: int
    late: int
    oldest: datetime


async def count_board(unit: UnitOfWork, sought: Sought) -> list[BoardCount]:
    """Returns how many cases there are by standing and category, whatever these were sought."""
    rows = _rows(sought)
    found = await unit.all(
        select(
            rows.c.standing,
            rows.c.category,
            func.count().label("number"),
            func.sum(rows.c.is_late).label("late"),
            func.min(rows.c.raised_at).label("oldest"),
        ).group_by(rows.c.standing, rows.c.category)
    )
    return [
        BoardCount(row.standing, row.category, row.number, int(row.late), row.oldest)
        for row in found
    ]


async def list_page(unit: UnitOfWork, sought: Sought, asked: PageAsked) -> Page[CaseRow]:
    """Returns the cases asked for, by their ids."""
    rows = _rows(sought)
    page = await take_page(unit, rows, _wanted(rows, sought), rows.c.id, asked)
    return page.map(_row)


async def list_solved(unit: UnitOfWork, sought: Sought) -> list[tuple[datetime, datetime]]:
    """Returns when each case that was solved in the time was raised, and when it was solved."""
    rows = await unit.all(
        select(table.c.raised_at, table.c.solved_at)
        .select_from(_of_places(sought))
        .where(*_in_sight(sought), _solved(sought))
    )
    return [(row.raised_at, row.solved_at) for row in rows]


def _in_sight(sought: Sought) -> tuple[ColumnElement[bool], ...]:
    return (
        in_scopes(sought.chapter_ids, sought.scopes),
        lies_at(area.c.path, sought.path),
        of_kinds(chapter.c.kind_id, sought.only),
        area.c.id == sought.here if sought.here is not None else true(),
    )


def _solved(sought: Sought) -> ColumnElement[bool]:
    return and_(
        table.c.state == DifficultyState.SOLVED,
        table.c.solved_at >= sought.since,
        table.c.solved_at < sought.until,
    )


def _wanted(rows: Subquery, sought: Sought) -> ColumnElement[bool]:
    standing: ColumnElement[bool] = true()
    if sought.standing == OVERDUE:
        standing = rows.c.is_late == 1
    elif sought.standing:
        standing = rows.c.standing == sought.standing
    category = rows.c.category == sought.category if sought.category else true()
    return and_(standing, category)


def _rows(sought: Sought) -> Subquery:
    begun = exists().where(
        difficulty_event.c.difficulty_id == table.c.id, difficulty_event.c.action.not_in(_TOLD)
    )
    is_open = table.c.state == DifficultyState.OPEN
    late = and_(table.c.state.in_(sorted(WORKED_ON)), table.c.due_on < sought.today)
    return (
        select(
            table.c.id,
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            area.c.id.label("area_id"),
            area.c.name.label("area_name"),
            table.c.category,
            table.c.text,
            case((and_(is_open, begun), "working"), (is_open, "new"), else_=table.c.state).label(
                "standing"
            ),
            table.c.raised_at,
            table.c.due_on,
            table.c.solved_at,
            case((late, 1), else_=0).label("is_late"),
            _desk.c.name.label("desk"),
            table.c.joined_to,
            func.coalesce(table.c.due_on, literal(_NEVER, Date)).label("by_due"),
            table.c.raised_at.label("by_raised"),
            area.c.path.concat(chapter.c.search_key).label("by_place"),
            chapter.c.search_key.label("by_name"),
            table.c.category.label("by_category"),
        )
        .select_from(_of_places(sought))
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(_desk, _desk.c.id == func.coalesce(table.c.area_id, chapter.c.area_id))
        .where(*_in_sight(sought), or_(table.c.state.in_(sorted(LIVING)), _solved(sought)))
        .subquery("rows")
    )


def _of_places(sought: Sought) -> FromClause:
    """Returns the cases with their chapters and places; of a part of the land, by its places."""
    if len(ids_of(sought.path)) <= 1:
        told = table.join(chapter, chapter.c.id == table.c.chapter_id)
        return told.join(area, area.c.id == chapter.c.area_id)
    there = join_in_order(area, chapter, chapter.c.area_id == area.c.id)
    return join_in_order(there, table, table.c.chapter_id == chapter.c.id)


def _row(row: Row[Any]) -> CaseRow:
    values = {name: row._mapping[name] for name in CaseRow.__slots__}
    return CaseRow(**{**values, "is_late": bool(row.is_late)})
