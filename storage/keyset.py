"""A long list a page at a time: after the last row shown, whatever it is ordered by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Subquery, case, func, literal, select, true, tuple_

from storage.unit import UnitOfWork

T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some rows of `total`, the first of them being number `first`."""

    rows: Sequence[T]
    total: int
    first: int

    def map(self, make: Callable[[T], V]) -> "Page[V]":
        """Returns the same page of what is made of each row."""
        return Page(rows=[make(row) for row in self.rows], total=self.total, first=self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsked:
    """Which rows of a list are asked for: ordered by a column of it, the largest first or last.

    Rows after the one of the number `after` are wanted, `limit` at most; from the first row
    where `after` is the number of none.
    """

    column: str
    is_falling: bool = False
    after: int = 0
    limit: int


async def take_page(
    unit: UnitOfWork,
    rows: Subquery,
    wanted: ColumnElement[bool],
    number: ColumnElement[int],
    asked: PageAsked,
) -> Page[Row[Any]]:
    """Returns the rows wanted that follow, how many there are in all, and where these begin.

    They are ordered by what `rows` call "by_" and the column asked for, those alike by `number`.
    """
    keys = (rows.c[f"by_{asked.column}"], number)
    follows = await _follows(unit, rows, keys, asked)
    counted = await unit.first(
        select(
            func.count().label("total"),
            func.coalesce(func.sum(case((follows, 1), else_=0)), 0).label("left"),
        )
        .select_from(rows)
        .where(wanted)
    )
    total, left = (int(counted.total), int(counted.left)) if counted else (0, 0)
    found = await unit.all(
        select(rows)
        .where(wanted, follows)
        .order_by(*(one.desc() if asked.is_falling else one for one in keys))
        .limit(asked.limit)
    )
    return Page(rows=found, total=total, first=total - left + 1 if found else 0)


async def _follows(
    unit: UnitOfWork,
    rows: Subquery,
    keys: tuple[ColumnElement[Any], ColumnElement[int]],
    asked: PageAsked,
) -> ColumnElement[bool]:
    if not asked.after:
        return true()
    key, number = keys
    known = select(key.label("key")).select_from(rows).where(number == asked.after)
    last = await unit.first(known)
    if last is None:
        return true()
    pair = tuple_(key, number)
    shown = tuple_(literal(last.key, key.type), literal(asked.after, number.type))
    return pair < shown if asked.is_falling else pair > shown
