"""Figures of a quarter by chapter and kind, and the kinds of figures there are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Row, func, or_, select

from domain.calendar import Period
from domain.chapters import Recording
from domain.counters import CounterKind
from domain.expectations import Reason
from storage.directory.chapters import Scope, in_scopes
from storage.directory.pasts import inside
from storage.paths import within
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.programmes import counter as table
from storage.tables.programmes import counter_kind
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class CounterSum:
    """What the chapters of a place gave for a kind: the sum, and how many gave it."""

    code: str
    total: int
    chapters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterRequest:
    """A chapter of which a quarter's figures are expected, and whether any were given."""

    chapter_id: int
    chapter_name: str
    is_given: bool


def _kind(row: Row[Any]) -> CounterKind:
    return CounterKind(
        id=row.id,
        code=row.code,
        name=row.name,
        association=row.association,
        unit=row.unit,
        ordinal=row.ordinal,
    )


async def add_missing_kinds(unit: UnitOfWork, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds kinds of figures whose codes are not there."""
    await unit.run(unit.insert(counter_kind).on_conflict_do_nothing(), list(rows))


async def list_kinds(unit: UnitOfWork, *, day: date, association: str | None) -> list[CounterKind]:
    """Returns the kinds in force on a day, for an association if given, in their order."""
    statement = select(counter_kind).where(
        within(counter_kind.c.valid_from, counter_kind.c.valid_to, day)
    )
    if association is not None:
        mine = counter_kind.c.association
        statement = statement.where(or_(mine.is_(None), mine == association))
    ordered = statement.order_by(counter_kind.c.ordinal, counter_kind.c.id)
    return [_kind(row) for row in await unit.all(ordered)]


async def of_chapter(unit: UnitOfWork, chapter_id: int, quarter: Period) -> dict[int, int]:
    """Returns what a chapter gave for a quarter, by kind."""
    rows = await unit.all(
        select(table.c.counter_kind_id, table.c.value).where(
            table.c.chapter_id == chapter_id, table.c.period == str(quarter)
        )
    )
    return {row.counter_kind_id: row.value for row in rows}


@dataclass(frozen=True, slots=True)
class NewFigures:
    """Figures by the id of their kind, and those they take the place of."""

    values: Mapping[int, int]
    before: Mapping[int, int]


async def put(
    unit: UnitOfWork,
    chapter_id: int,
    quarter: Period,
    figures: NewFigures,
    *,
    person_id: int,
    now: datetime,
) -> None:
    """Writes figures of a chapter, in place of the former ones, which are kept beside them."""
    insert = unit.insert(table)
    renewed = {name: insert.excluded[name] for name in ("value", "person_id", "at", "before")}
    before = figures.before
    rows = [
        {
            "chapter_id": chapter_id,
            "counter_kind_id": kind_id,
            "period": str(quarter),
            "value": value,
            "person_id": person_id,
            "at": now,
            "before": {"value": before[kind_id]} if kind_id in before else None,
        }
        for kind_id, value in sorted(figures.values.items())
    ]
    if rows:
        keys = ["chapter_id", "counter_kind_id", "period"]
        await unit.run(insert.on_conflict_do_update(index_elements=keys, set_=renewed), rows)


async def sum_up(
    unit: UnitOfWork,
    path: str,
    quarter: Period,
    *,
    chapter_ids: Collection[int] = (),
    scopes: Sequence[Scope],
) -> list[CounterSum]:
    """Returns the sums of a quarter at and below a place, of chapters in sight."""
    last = Period(quarter.year, quarter.last_month)
    rows = await unit.all(
        select(
            counter_kind.c.code,
            func.sum(table.c.value).cast(BigInteger).label("total"),
            func.count().label("chapters"),
        )
        .join(counter_kind, counter_kind.c.id == table.c.counter_kind_id)
        .join(expectation, expectation.c.chapter_id == table.c.chapter_id)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            table.c.period == str(quarter),
            expectation.c.month == str(last),
            expectation.c.area_id.in_(inside(path, last.last_day)),
            in_scopes(chapter_ids, scopes),
        )
        .group_by(counter_kind.c.code)
    )
    return [CounterSum(row.code, int(row.total), row.chapters) for row in rows]


async def list_asked(
    unit: UnitOfWork, path: str, quarter: Period, *, scopes: Sequence[Scope]
) -> list[CounterRequest]:
    """Returns the chapters at and below a place that had a meeting to hold in a quarter."""
    months = [f"{quarter.year}-{quarter.month + step:02}" for step in range(quarter.months)]
    given = select(table.c.id).where(
        table.c.chapter_id == chapter.c.id, table.c.period == str(quarter)
    )
    rows = await unit.all(
        select(chapter.c.id, chapter.c.name, given.exists().label("is_given"))
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            chapter.c.id.in_(
                select(expectation.c.chapter_id).where(
                    expectation.c.month.in_(months),
                    expectation.c.reason == Reason.EXPECTED,
                    expectation.c.area_id.in_(inside(path, quarter.last_day)),
                )
            ),
            in_scopes((), scopes),
        )
        .order_by(area.c.path, chapter.c.id)
    )
    return [
        CounterRequest(chapter_id=row.id, chapter_name=row.name, is_given=bool(row.is_given))
        for row in rows
    ]


async def list_to_ask(unit: UnitOfWork, area_id: int, *, day: date) -> list[int]:
    """Returns the chapters of a place itself that keep records on a day."""
    rows = await unit.all(
        select(chapter.c.id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(
            chapter.c.area_id == area_id,
            chapter_kind.c.recording != Recording.OFF,
            within(chapter.c.valid_from, chapter.c.valid_to, day),
        )
    )
    return [row.id for row in rows]
