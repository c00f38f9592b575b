"""Chapters, posts and exemplars as rows of sheets."""

from collections.abc import AsyncIterator
from typing import Any

from documents.cells import render_cell
from documents.sheets import CHAPTERS
from documents.tables.columns import Value
from operations.exports.asking import SheetOrder
from operations.exports.places import PlaceNames
from operations.workbook.rules import stored_rule
from storage import UnitOfWork
from storage.exports import directory, exemplars

Rows = list[dict[str, Value]]
_RULE = CHAPTERS.columns[CHAPTERS.places["rule"]]
_SHIFT = CHAPTERS.columns[CHAPTERS.places["shift"]]


def _names(order: SheetOrder) -> PlaceNames:
    return PlaceNames(order.policy.day_of(order.now))


async def read_chapters(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the chapters that were there in the span."""
    names, after = _names(order), order.after_id
    while rows := await directory.list_chapters(unit, order.extent, order.asked.span, after=after):
        await names.learn(unit, {row.area_id for row in rows})
        yield [_chapter(row, names, order.language) for row in rows]
        after = rows[-1].id


def _chapter(row: Any, names: PlaceNames, language: str) -> dict[str, Value]:  # noqa: ANN401
    frequency = row.frequency or row.usual_frequency
    return {
        **row._asdict(),
        "area": names.way(row.area_id),
        "frequency": frequency,
        "rule": render_cell(_RULE, stored_rule(row.rule, frequency), language),
        "shift": render_cell(_SHIFT, row.shift, language),
    }


async def count_chapters(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many chapters there were."""
    return await directory.count_chapters(unit, order.extent, order.asked.span)


async def read_areas(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the places that were there in the span."""
    after = order.after_id
    while rows := await directory.list_areas(unit, order.extent, order.asked.span, after=after):
        yield [row._asdict() for row in rows]
        after = rows[-1].id


async def count_areas(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many places there were."""
    return await directory.count_areas(unit, order.extent, order.asked.span)


async def read_posts(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields who held which post in the span."""
    names, after = _names(order), order.after_id
    while rows := await directory.list_posts(unit, order.extent, order.asked.span, after=after):
        await names.learn(unit, {row.area_id for row in rows})
        yield [{**row._asdict(), "area": names.way(row.area_id)} for row in rows]
        after = rows[-1].id


async def count_posts(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many posts there were."""
    return await directory.count_posts(unit, order.extent, order.asked.span)


async def read_exemplars(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the exemplars that are more than drafts, whenever they came."""
    names, after = _names(order), order.after_id
    while rows := await exemplars.list_page(unit, order.extent, after=after):
        await names.learn(unit, {row.area_id for row in rows})
        yield [{**row._asdict(), "commune": names.commune(row.area_id)} for row in rows]
        after = rows[-1].id


async def count_exemplars(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many exemplars there are."""
    return await exemplars.count(unit, order.extent)
