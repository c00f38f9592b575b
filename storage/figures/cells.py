"""What figures are asked for, and how cells of part and kind are read, counted or stored."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Select,
    String,
    Subquery,
    bindparam,
    case,
    exists,
    func,
    select,
    true,
)

from domain.calendar import Period
from domain.figures import Counted, Figures
from storage.figures.parts import Grouping, parts_values
from storage.in_order import join_in_order
from storage.meetings.meetings import month_values
from storage.tables.base import Moment
from storage.tables.directory import chapter_kind
from storage.tables.figures import closed_figures

FIGURES = tuple(field.name for field in fields(Figures))
# What was published; what changed later is told as a difference from it.
FIRST = 1

MONTH = bindparam("month", type_=String)
AS_OF = bindparam("as_of", type_=Date)
UNTIL = bindparam("until", type_=Moment)
DAY = timedelta(days=1)
_NEVER = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """By what a statement groups, and whether it leaves out areas whose month is stored.

    A `brief` one leaves out what reports say of a meeting in their answers, which is nought.
    """

    grouping: Grouping = Grouping.BY_PART
    only_open: bool = False
    brief: bool = False

    def counts(self, area_id: ColumnElement[int]) -> ColumnElement[bool]:
        """Returns the condition that an area is counted by what is known now."""
        return ~is_stored(area_id) if self.only_open else true()


BY_PART = Shape()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which month is counted where, and as of when.

    A meeting due before `as_of` is overdue; what came at `until` or later does not count.
    Places lie where they lay at the end of the month, or on the day `placed_on`.
    """

    path: str
    month: Period
    as_of: date
    zone: tzinfo
    until: datetime | None = None
    placed_on: date | None = None

    def day_of(self, moment: datetime) -> date:
        """Returns the date of a moment where the people are."""
        return moment.astimezone(self.zone).date()

    def values(self) -> dict[str, Any]:
        """Returns what is given to a statement of any shape, which is written only once."""
        return {
            **parts_values(self.path, self.placed_on or self.month.last_day),
            **month_values(self.month),
            "begins": datetime.combine(self.month.first_day, time(), self.zone),
            "ends": datetime.combine(self.month.last_day + DAY, time(), self.zone),
            "as_of": self.as_of,
            "until": self.until or _NEVER,
        }


def is_stored(area_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Returns the condition that the month given is stored of an area."""
    return exists().where(
        closed_figures.c.area_id == area_id,
        closed_figures.c.month == MONTH,
        closed_figures.c.version == FIRST,
    )


def stored_of(part: FromClause, *columns: ColumnElement[Any]) -> Select[Any]:
    """Returns what is stored of the month given in the areas of some parts."""
    return (
        select(*columns)
        .select_from(
            join_in_order(part, closed_figures, part.c.area_id == closed_figures.c.area_id)
        )
        .where(closed_figures.c.month == MONTH, closed_figures.c.version == FIRST)
    )


def with_kinds(cells: Subquery) -> Select[Any]:
    """Returns figures per part and kind in their order, with what each kind is."""
    numbers = (cells.c[name] for name in FIGURES)
    what = (cells.c.part_id, cells.c.kind_id, *numbers)
    return (
        select(*what, chapter_kind.c.name.label("kind"), chapter_kind.c.association)
        .join(chapter_kind, chapter_kind.c.id == cells.c.kind_id)
        .order_by(cells.c.part_id, cells.c.kind_id)
    )


def counted_of(row: Sequence[Any]) -> Counted:
    """Returns the figures of a part and kind as their value."""
    area_id, kind_id, *figures, kind, association = row
    return Counted(
        area_id=area_id,
        kind_id=kind_id,
        kind=kind,
        association=association,
        figures=Figures(**dict(zip(FIGURES, figures, strict=True))),
    )


def count_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Returns how often a condition holds."""
    return sum_of(case((condition, 1), else_=0))


def sum_of(value: ColumnElement[Any]) -> ColumnElement[int]:
    """Returns the sum of a number, 0 of nothing."""
    return func.coalesce(func.sum(value), 0).cast(Integer)
