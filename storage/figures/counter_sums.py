"""Quarterly figures summed up for the indicators: of a quarter by kind, and who is gathered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, and_, case, func, or_, select

from domain.calendar import Period
from domain.counters import END, POPULATION
from storage.directory.pasts import inside
from storage.figures.within import Within, chapters_of
from storage.tables.directory import area, chapter
from storage.tables.history import expectation
from storage.tables.programmes import counter, counter_kind
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class QuarterSum:
    """The sum of a kind of figure in a quarter; how many chapters told it, and above nought."""

    quarter: str
    code: str
    total: int
    chapters: int
    above_nought: int


def _of(
    within: Within, quarters: Sequence[Period], *columns: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    """Returns figures of chapters by where they were in each quarter's last month."""
    there = or_(
        *(
            and_(
                counter.c.period == str(quarter),
                expectation.c.month == str(Period(quarter.year, quarter.last_month)),
                expectation.c.area_id.in_(inside(within.path, quarter.last_day)),
            )
            for quarter in quarters
        )
    )
    return (
        select(*columns)
        .select_from(counter)
        .join(counter_kind, counter_kind.c.id == counter.c.counter_kind_id)
        .join(chapter, chapter.c.id == counter.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .where(there, chapters_of(within.kinds))
    )


async def sum_quarters(
    unit: UnitOfWork, within: Within, quarters: Sequence[Period]
) -> list[QuarterSum]:
    """Returns the sums by quarter and code."""
    value = counter.c.value
    rows = await unit.all(
        _of(
            within,
            quarters,
            counter.c.period,
            counter_kind.c.code,
            func.sum(value).cast(BigInteger).label("total"),
            func.count().label("chapters"),
            func.sum(case((value > 0, 1), else_=0)).label("above_nought"),
        ).group_by(counter.c.period, counter_kind.c.code),
        within.values(),
    )
    return [
        QuarterSum(row.period, row.code, int(row.total), row.chapters, int(row.above_nought))
        for row in rows
    ]


async def count_gathered(unit: UnitOfWork, within: Within, quarter: Period) -> tuple[int, int]:
    """Returns members and population of the chapters that told both, no more than all."""
    code, value = counter_kind.c.code, counter.c.value
    members, population = (
        func.max(case((code == wanted, value))).label(wanted) for wanted in (END, POPULATION)
    )
    each = _of(within, [quarter], counter.c.chapter_id, members, population).group_by(
        counter.c.chapter_id
    )
    told = each.subquery()
    here, there = told.c[END], told.c[POPULATION]
    row = await unit.first(
        select(
            func.sum(case((here > there, there), else_=here)).label("gathered"),
            func.sum(there).label("population"),
        ).where(here.is_not(None), there.is_not(None)),
        within.values(),
    )
    return (int(row.gathered or 0), int(row.population or 0)) if row else (0, 0)
