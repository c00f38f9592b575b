"""Figures and indicators as rows of sheets: the same as are shown everywhere else."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict

from documents.tables.columns import Value
from domain.calendar import Period
from domain.chapters import Area, ids_of
from domain.figures import Counted
from domain.indicators import Figure
from operations.exports.asking import Key, SheetOrder
from operations.figures.counting import MonthReader, recount, stand_of
from operations.figures.indicators import Aim, Line, get_report
from operations.figures.overview import in_sight
from operations.meetings.planning_context import deadlines_at
from storage import UnitOfWork
from storage.directory import pasts
from storage.figures.cells import FIRST

Rows = list[dict[str, Value]]
_HUNDRED = 100
FIGURES_KEY = ("period", "area_id", "kind_id")
INDICATORS_KEY = ("indicator", "kind_id")


async def count_parts(unit: UnitOfWork, order: SheetOrder, month: Period) -> list[Counted]:
    """Returns the figures of a month by what is right below the place, of the kinds in sight."""
    reader = MonthReader(unit, order.policy, order.now, order.placed_on)
    then = await pasts.area_on(unit, order.place.id, reader.day_of(month))
    if order.afresh and not await _is_open(unit, order, month):
        every = await recount(
            unit, then.path, month, policy=order.policy, placed_on=order.placed_on
        )
    else:
        every = await reader.count(then.path, month)
    return in_sight(every, then.path, order.extent.scopes)


async def read_figures(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields month by month a row for each kind in each part of the place."""
    for month in order.months():
        counted = await count_parts(unit, order, month)
        day = order.placed_on or month.last_day
        places = await pasts.list_on(unit, {row.area_id for row in counted}, day)
        known = await month_of(unit, order, month)
        counted.sort(
            key=lambda counted: (
                ids_of(places[counted.area_id].path),
                counted.kind_id,
            )
        )
        rows: Rows = [{**known, **_figures(row, places)} for row in counted]
        yield rest_after(rows, order.after, FIGURES_KEY)


async def month_of(unit: UnitOfWork, order: SheetOrder, month: Period) -> dict[str, Value]:
    """Returns what every row of figures says of its month: which, whether closed, the version."""
    is_open = await _is_open(unit, order, month)
    return {
        "period": str(month),
        "state": "open" if is_open else "closed",
        "version": None if is_open or order.afresh else FIRST,
        "geography": "now" if order.asked.as_today else "then",
    }


async def _is_open(unit: UnitOfWork, order: SheetOrder, month: Period) -> bool:
    at = await deadlines_at(unit, order.place.path, policy=order.policy)
    stand = stand_of(month, closing_day=at.closing_day, policy=order.policy, now=order.now)
    return stand.until is None


def rest_after(rows: Rows, after: Key, names: Sequence[str]) -> Rows:
    """Returns the rows after the one with a key; all where that one is not among them."""
    keys = [tuple(row[name] for name in names) for row in rows]
    return rows[keys.index(after) + 1 :] if after in keys else rows


def _figures(counted: Counted, places: Mapping[int, Area]) -> dict[str, Value]:
    place = places[counted.area_id]
    return {
        **asdict(counted.figures),
        "awaited": counted.figures.awaited,
        "area_id": place.id,
        "area": place.name,
        "level": place.level,
        "kind_id": counted.kind_id,
        "kind": counted.kind,
    }


async def read_indicators(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields a row for each indicator, and for each target of a kind one more."""
    report = await get_report(
        unit,
        order.posts,
        order.place.id,
        order.asked.span,
        policy=order.policy,
        now=order.now,
    )
    known: dict[str, Value] = {"period": str(order.asked.span), "area_id": order.place.id}
    rows = [{**known, **row} for line in report.lines for row in _indicator(line)]
    yield rest_after(rows, order.after, INDICATORS_KEY)


def _indicator(line: Line) -> Rows:
    of_all = [aim for aim in line.aims if aim.target.kind_id is None]
    compared = {"before": _value(line.before), "year_before": _value(line.year_before)}
    aims: list[Aim | None] = [*of_all] or [None]
    aims += [aim for aim in line.aims if aim.target.kind_id is not None]
    return [
        {
            "indicator": line.indicator,
            **_of(aim.figure if aim else line.now),
            **(compared if aim is None or aim in of_all else dict.fromkeys(compared)),
            "kind_id": aim.target.kind_id if aim else None,
            "target": aim.target.value / _HUNDRED if aim else None,
            "sense": aim.target.sense if aim else None,
            "met": aim.met if aim else None,
        }
        for aim in aims
    ]


def _of(figure: Figure) -> dict[str, Value]:
    return {"part": figure.part, "whole": figure.whole, "value": _value(figure)}


def _value(figure: Figure) -> float | None:
    return None if figure.value is None else figure.value / _HUNDRED
