"""Of which chapters rows are read, and how many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, and_

from storage.directory.areas import ids_below
from storage.directory.chapters import Scope, in_scopes
from storage.tables.directory import chapter
from storage.unit import UnitOfWork

# So many rows are read at a time, where no fewer are wanted.
_PAGE = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The chapters in sight (`scopes`) at a place, read `page` rows at a time.

    Where it is said `since` when, only what changed from then on is read.
    """

    path: str
    scopes: Sequence[Scope]
    page: int = _PAGE
    since: datetime | None = None

    def chapters(self) -> ColumnElement[bool]:
        """Returns the condition that a chapter counts, wherever it is."""
        return in_scopes((), self.scopes)

    def here(self) -> ColumnElement[bool]:
        """Returns the condition that a chapter counts and lies at or below the place today."""
        return and_(self.chapters(), chapter.c.area_id.in_(ids_below(self.path)))


async def read_page(
    unit: UnitOfWork, extent: Extent, chosen: Select[Any], number: Column[int], *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next rows by a number that grows, those right after one of them."""
    return await unit.all(chosen.where(number > after).order_by(number).limit(extent.page))
