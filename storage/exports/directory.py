"""Places, chapters and posts of the directory, in pages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select

from domain.reporting_span import Span
from storage.directory.areas import below, ids_below
from storage.directory.chapters import of_kinds
from storage.exports.extent import Extent, read_page
from storage.tables.directory import area, chapter, chapter_kind, person, post
from storage.unit import UnitOfWork


async def list_chapters(
    unit: UnitOfWork, extent: Extent, span: Span, *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next chapters that were there in a span, by their ids."""
    kind = chapter_kind.c
    columns = (
        *(column for column in chapter.c if column.name not in ("search_key", "version")),
        kind.name.label("kind"),
        kind.frequency.label("usual_frequency"),
    )
    every = _chapters(select(*columns), extent, span).join(
        chapter_kind, kind.id == chapter.c.kind_id
    )
    return await read_page(unit, extent, every, chapter.c.id, after=after)


def _chapters(chosen: Select[Any], extent: Extent, span: Span) -> Select[Any]:
    there = _lasts(chapter.c.valid_from, chapter.c.valid_to, span)
    return chosen.select_from(chapter).where(extent.here(), there)


def _lasts(
    begin: ColumnElement[date], end: ColumnElement[date], span: Span
) -> ColumnElement[bool]:
    return and_(begin <= span.last_day, or_(end.is_(None), end >= span.first_day))


async def count_chapters(unit: UnitOfWork, extent: Extent, span: Span) -> int:
    """Returns how many chapters there are."""
    return int(await unit.scalar(_chapters(select(func.count()), extent, span)) or 0)


async def list_areas(
    unit: UnitOfWork, extent: Extent, span: Span, *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next places that were there in a span, by their ids."""
    names = ("id", "parent_id", "level", "code", "name", "valid_from", "valid_to")
    every = _areas(select(*(area.c[name] for name in names)), extent, span)
    return await read_page(unit, extent, every, area.c.id, after=after)


def _areas(chosen: Select[Any], extent: Extent, span: Span) -> Select[Any]:
    there = _lasts(area.c.valid_from, area.c.valid_to, span)
    return chosen.select_from(area).where(below(extent.path), there)


async def count_areas(unit: UnitOfWork, extent: Extent, span: Span) -> int:
    """Returns how many places there are."""
    return int(await unit.scalar(_areas(select(func.count()), extent, span)) or 0)


async def list_posts(
    unit: UnitOfWork, extent: Extent, span: Span, *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next posts held in a span, by their ids."""
    columns = (
        post.c.id,
        person.c.name.label("person"),
        person.c.phone,
        post.c.role,
        chapter.c.name.label("chapter"),
        func.coalesce(chapter.c.area_id, post.c.area_id).label("area_id"),
        chapter_kind.c.name.label("kind"),
        post.c.association,
        post.c.valid_from,
        post.c.valid_to,
    )
    kind_id = func.coalesce(chapter.c.kind_id, post.c.kind_id)
    every = (
        _posts(select(*columns), extent, span)
        .join(person, person.c.id == post.c.person_id)
        .outerjoin(chapter_kind, chapter_kind.c.id == kind_id)
    )
    return await read_page(unit, extent, every, post.c.id, after=after)


def _posts(chosen: Select[Any], extent: Extent, span: Span) -> Select[Any]:
    return (
        chosen.select_from(post)
        .outerjoin(chapter, chapter.c.id == post.c.chapter_id)
        .where(
            or_(and_(post.c.chapter_id.is_not(None), extent.here()), _of_places(extent)),
            _lasts(post.c.valid_from, post.c.valid_to, span),
            # One given and taken away on one day was never held.
            or_(post.c.valid_to.is_(None), post.c.valid_to >= post.c.valid_from),
        )
    )


def _of_places(extent: Extent) -> ColumnElement[bool]:
    """Returns the condition that a post is for a place here, and for no more than is in sight."""
    within = (
        and_(post.c.area_id.in_(ids_below(path)), _is_for(only)) for path, only in extent.scopes
    )
    return and_(post.c.area_id.in_(ids_below(extent.path)), or_(false(), *within))


def _is_for(only: int | str | None) -> ColumnElement[bool]:
    """Returns the condition that a post of a place is for these kinds or some of them."""
    named = post.c.association == only if isinstance(only, str) else false()
    return or_(named, of_kinds(post.c.kind_id, only))


async def count_posts(unit: UnitOfWork, extent: Extent, span: Span) -> int:
    """Returns how many posts there are."""
    return int(await unit.scalar(_posts(select(func.count()), extent, span)) or 0)
