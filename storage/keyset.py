"""A long list a page at a time: after the last row shown, whatever it is ordered by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Subquery, case, func, literal, select, true, tuple_

from storage.unit import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some rows of `total`, the first of them being number `first`."""

    rows: Sequence[T]
    total: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By which column rows are ordered, those alike by their `number`; the largest first or last.

    Rows after the one of the number `after` are wanted, `limit` at most; from the first row
    where `after` is the number of none.
    """

    key: ColumnElement[Any]
    number: ColumnElement[int]
    is_falling: bool
    after: int
    limit: int


async def take_page(
    unit: UnitOfWork, rows: Subquery, wanted: ColumnElement[bool], order: Order
) -> Page[Row[Any]]:
    """Returns the rows wanted that follow, how many there are in all, and where these begin."""
    follows = await _follows(unit, rows, order)
    counted = await unit.first(
        select(
            func.count().label("total"),
            func.coalesce(func.sum(case((follows, 1), else_=0)), 0).label("left"),
        )
        .select_from(rows)
        .where(wanted)
    )
    total, left = (int(counted.total), int(counted.left)) if counted else (0, 0)
    keys = (order.key, order.number)
    found = await unit.all(
        select(rows)
        .where(wanted, follows)
        .order_by(*(one.desc() if order.is_falling else one for one in keys))
        .limit(order.limit)
    )
    return Page(rows=found, total=total, first=total - left + 1 if found else 0)


async def _follows(unit: UnitOfWork, rows: Subquery, order: Order) -> ColumnElement[bool]:
    if not order.after:
        return true()
    known = select(order.key.label("key")).select_from(rows).where(order.number == order.after)
    last = await unit.first(known)
    if last is None:
        return true()
    pair = tuple_(order.key, order.number)
    shown = tuple_(literal(last.key, order.key.type), literal(order.after, order.number.type))
    return pair < shown if order.is_falling else pair > shown
