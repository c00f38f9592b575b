"""Figures for systems far from the chapters: nothing of one or two chapters (decision 14).

A token of a commune or of a place in it reads what its office looks after. One of a place above
reads what a digest of its place tells, unless it may read the reports one by one.
"""

from collections.abc import AsyncIterator, Collection

from documents.tables.columns import TABLES, SheetName, Shown, Value
from domain.calendar import Period
from domain.chapters import Area
from domain.disclosure import tables_of
from domain.figures import SMALLEST_CELL, Counted, Figures, total_of
from domain.levels import is_commune
from domain.people import is_within
from domain.refusals import NotAllowed, NotFound
from operations.api.tokens import Bearer
from operations.exports.asking import SheetOrder
from operations.exports.directory_rows import count_chapters
from operations.exports.figure_rows import FIGURES_KEY, month_of, rest_after
from operations.exports.pages import Row, read_pages
from operations.figures.counting import count_figures
from operations.notifications.disclosing import disclosure_of
from storage import UnitOfWork
from storage.directory import areas, pasts

# What tells of single chapters.
_ONE_BY_ONE = frozenset(
    {
        SheetName.MEETINGS,
        SheetName.REPORTS,
        SheetName.ATTENDANCE,
        SheetName.DIFFICULTIES,
        SheetName.EXEMPLARS,
        SheetName.ANSWERS,
    }
)
_SUMS = frozenset({SheetName.FIGURES, SheetName.INDICATORS})


async def is_far(unit: UnitOfWork, bearer: Bearer) -> bool:
    """True for a token of a place above the communes that may not read reports one by one."""
    return Shown.WORDS not in bearer.shown and await _is_above_communes(unit, bearer.place)


async def _is_above_communes(unit: UnitOfWork, place: Area) -> bool:
    if is_commune(place.level):
        return False
    below = await areas.list_levels_below(unit, place.path)
    if any(is_commune(level) for level, _ in below):
        return True
    if any(is_commune(area.level) for area in await areas.chain(unit, place.path)):
        return False
    # Nothing is called a commune here: it is what stands above the lowest places.
    return max((depth for _, depth in below), default=0) > 1


def require_sums(bearer: Bearer, resource: SheetName, area_id: int | None) -> None:
    """Raises NotAllowed for what tells of single chapters, NotFound for any place but its own."""
    if resource in _ONE_BY_ONE:
        raise NotAllowed("api-one-by-one")
    if resource in _SUMS and area_id not in (None, bearer.place.id):
        raise NotFound("not-in-sight")


async def read_published(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[list[Row]]:
    """Yields for each month the rows by place and the rows by kind that a digest may tell.

    Of some kinds only there are no rows by place: these would tell of part of what is published.
    """
    for month in order.months():
        then = await pasts.area_on(unit, order.place.id, month.last_day)
        counted = await count_figures(unit, then.path, month, policy=order.policy, now=order.now)
        rows = await _list_published(unit, order, then, month, counted)
        yield rest_after(rows, order.after, FIGURES_KEY)


async def _list_published(
    unit: UnitOfWork, order: SheetOrder, place: Area, month: Period, counted: Collection[Counted]
) -> list[Row]:
    disclosure = await disclosure_of(
        unit, place, month, counted, policy=order.policy, now=order.now
    )
    total = total_of(row.figures for row in counted)
    if disclosure.is_hidden or total.meeting < SMALLEST_CELL:
        return []
    cells = {(str(row.area_id), str(row.kind_id)): row.figures for row in counted}
    tables = tables_of(cells, with_kinds=disclosure.with_kinds)
    known = await month_of(unit, order, month)
    named = await pasts.list_on(unit, {int(number) for number in tables.places}, month.last_day)
    by_place = [
        _row(known, figures, area_id=int(number), area=named[int(number)].name)
        for number, figures in tables.places.items()
    ]
    kinds = {row.kind_id: row for row in counted}
    by_kind = [
        _row(known, figures, kind_id=int(number), kind=kinds[int(number)].kind)
        for number, figures in tables.kinds.items()
        if _is_wanted(order, kinds[int(number)])
    ]
    is_whole = any(post.only is None for post in order.posts)
    return [*(by_place if is_whole else ()), *by_kind]


def _is_wanted(order: SheetOrder, cell: Counted) -> bool:
    return any(is_within(post.only, cell.kind_id, cell.association) for post in order.posts)


def _row(known: Row, figures: Figures, **of: Value) -> Row:
    """Returns what a digest tells of a place or a kind: how many in time, late, not at all."""
    blank: Row = dict.fromkeys(column.id for column in TABLES[SheetName.FIGURES])
    told = {name: getattr(figures, name) for name in ("on_time", "late", "missing")}
    return {**blank, **known, **told, **of}


async def read_whole(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[list[Row]]:
    """Yields the indicators of all kinds together; NotAllowed where there are few chapters."""
    if await count_chapters(unit, order) < SMALLEST_CELL:
        raise NotAllowed("api-one-by-one")
    async for rows in read_pages(unit, order):
        yield [row for row in rows if row["kind_id"] is None]
