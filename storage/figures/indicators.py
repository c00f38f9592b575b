"""The facts behind the indicators, counted set-wise: a few statements whatever the size."""

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Executable,
    Select,
    case,
    func,
    select,
    tuple_,
)

from domain.chapter_events import EventKind
from domain.exemplars import CopyState
from domain.people import Role
from domain.records import DifficultyState
from domain.report import PROPOSAL
from storage.figures.within import (
    BEGINS,
    ENDS,
    FIRST_DAY,
    LAST_DAY,
    Kinds,
    Within,
    here,
    overdue,
    raised,
)
from storage.in_order import join_in_order
from storage.tables.directory import area, chapter, post
from storage.tables.grading import rating_scale, year_grade
from storage.tables.meetings import difficulty
from storage.tables.programmes import chapter_event, exemplar, exemplar_copy
from storage.unit import UnitOfWork, Values

_EARLIER = post.alias("earlier")


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _sum(value: ColumnElement[Any]) -> ColumnElement[int]:
    return func.coalesce(func.sum(value), 0).cast(BigInteger)


async def _first(unit: UnitOfWork, statement: Executable, values: Values) -> dict[str, int]:
    row = await unit.first(statement, values)
    return {name: int(value or 0) for name, value in row._mapping.items()} if row else {}


# Each statement takes longer to write than to run in a commune.
async def count_difficulties(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns what became of the difficulties that were raised."""
    return await _first(unit, _difficulties(within.kinds), within.values())


@cache
def _difficulties(kinds: Kinds) -> Select[*tuple[Any, ...]]:
    state = difficulty.c.state
    return (
        select(
            func.count().label("raised"),
            _count(state == DifficultyState.SOLVED).label("solved"),
            _count(state == DifficultyState.PASSED_UP).label("passed_up"),
            _count(overdue()).label("overdue"),
        )
        .select_from(difficulty)
        .join(chapter, chapter.c.id == difficulty.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(raised(kinds), difficulty.c.category != PROPOSAL)
    )


async def count_events(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns how often chapters were strengthened and commended."""
    return await _first(unit, _events(within.kinds), within.values())


@cache
def _events(kinds: Kinds) -> Select[*tuple[Any, ...]]:
    kind, number = chapter_event.c.kind, chapter_event.c.number
    return (
        select(
            _sum(case((kind == EventKind.STRENGTHENED, number), else_=0)).label("strengthened"),
            _sum(case((kind == EventKind.COMMENDED, number), else_=0)).label("commended"),
        )
        .select_from(chapter_event)
        .join(chapter, chapter.c.id == chapter_event.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(chapter_event.c.day.between(FIRST_DAY, LAST_DAY), here(kinds))
    )


async def count_heads_replaced(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns in how many cases somebody else became a leader, as the posts say."""
    return await _first(unit, _heads(within.kinds), within.values())


@cache
def _heads(kinds: Kinds) -> Select[*tuple[Any, ...]]:
    before = (
        select(_EARLIER.c.person_id)
        .where(
            _EARLIER.c.chapter_id == post.c.chapter_id,
            _EARLIER.c.role == Role.LEADER,
            _EARLIER.c.stands_in_for.is_(None),
            tuple_(_EARLIER.c.valid_from, _EARLIER.c.id) < tuple_(post.c.valid_from, post.c.id),
        )
        .order_by(_EARLIER.c.valid_from.desc(), _EARLIER.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    there = join_in_order(area, chapter, chapter.c.area_id == area.c.id)
    return (
        select(func.count().label("heads_replaced"))
        .select_from(join_in_order(there, post, post.c.chapter_id == chapter.c.id))
        .where(
            post.c.role == Role.LEADER,
            post.c.stands_in_for.is_(None),
            post.c.valid_from.between(FIRST_DAY, LAST_DAY),
            here(kinds),
            before != post.c.person_id,
        )
    )


async def count_exemplars(unit: UnitOfWork, within: Within) -> dict[str, int]:
    """Returns how many exemplars were registered, recognised, and taken over elsewhere."""
    told = await _first(unit, _exemplars(within.kinds), within.values())
    return told | await _first(unit, _spread(within.kinds), within.values())


@cache
def _exemplars(kinds: Kinds) -> Select[*tuple[Any, ...]]:
    days = (FIRST_DAY, LAST_DAY)
    return (
        select(
            _count(exemplar.c.registered_on.between(*days)).label("registered"),
            _count(exemplar.c.recognised_on.between(*days)).label("recognised"),
        )
        .select_from(exemplar)
        .join(chapter, chapter.c.id == exemplar.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(here(kinds))
    )


@cache
def _spread(kinds: Kinds) -> Select[*tuple[Any, ...]]:
    return (
        select(func.count().label("replicated"))
        .select_from(exemplar_copy)
        .join(chapter, chapter.c.id == exemplar_copy.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            exemplar_copy.c.state == CopyState.DONE,
            exemplar_copy.c.at >= BEGINS,
            exemplar_copy.c.at < ENDS,
            here(kinds),
        )
    )


async def count_graded(
    unit: UnitOfWork, within: Within, year: int, *, best: int
) -> dict[str, int]:
    """Returns how many chapters have a level of the year, and how many one of the `best`."""
    rows = await unit.all(
        select(year_grade.c.level, rating_scale.c.levels, func.count().label("chapters"))
        .join(rating_scale, rating_scale.c.id == year_grade.c.rating_scale_id)
        .join(chapter, chapter.c.id == year_grade.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(year_grade.c.year == year, here(within.kinds))
        .group_by(year_grade.c.level, rating_scale.c.id),
        within.values(),
    )
    well = sum(
        row.chapters
        for row in rows
        if row.level in {level["key"] for level in list(row.levels)[:best]}
    )
    return {"graded": sum(row.chapters for row in rows), "graded_well": well}
