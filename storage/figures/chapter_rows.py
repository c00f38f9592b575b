"""The chapters of some months one by one, with what each owes and why, a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Subquery, and_, literal, select, true, union_all

from domain.calendar import Period, parse_period
from domain.expectations import Reason
from domain.people import Only
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.directory.directory_search import has_words
from storage.directory.pasts import areas_on
from storage.keyset import Page, PageAsked, take_page
from storage.meetings.expectations import counts_at
from storage.tables.directory import chapter, chapter_kind
from storage.tables.history import expectation
from storage.unit import UnitOfWork

_REPEATED = "repeated"
STATES = (*(str(one) for one in Reason), _REPEATED)
COLUMNS = ("place", "name", "kind", "members", "state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which chapters are listed, of those in sight.

    `months` have the path of the place in each; `here` is a place whose own chapters are
    listed alone; `state` one of `STATES`, "" for all; `words` begin words of the name.
    """

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    months: Sequence[tuple[Period, str]]
    only: Only = None
    here: int | None = None
    state: str = ""
    words: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRow:
    """A chapter in a month: how many reports it owes, and why none; `number` is its row's."""

    number: int
    chapter_id: int
    chapter_name: str
    area_id: int
    area_name: str
    kind: str
    members: int
    exempt: int
    month: Period
    expected: int
    reason: Reason
    valid_to: date | None


async def list_page(unit: UnitOfWork, sought: Sought, asked: PageAsked) -> Page[ChapterRow]:
    """Returns the rows asked for, by their numbers."""
    rows = union_all(*(_of_month(month, path, sought) for month, path in sought.months))
    every = rows.subquery("rows")
    page = await take_page(unit, every, _wanted(every, sought), every.c.number, asked)
    return page.map(_row)


def _wanted(rows: Subquery, sought: Sought) -> ColumnElement[bool]:
    state: ColumnElement[bool] = true()
    if sought.state == _REPEATED:
        state = rows.c.expected > 1
    elif sought.state:
        state = rows.c.reason == sought.state
    return and_(state, has_words(rows.c.by_name, sought.words))


def _of_month(month: Period, path: str, sought: Sought) -> Select[Any]:
    then = areas_on(month.last_day)
    return (
        select(
            (chapter.c.id * 10000 + literal(month.year % 100 * 100 + month.last_month)).label(
                "number"
            ),
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            then.c.id.label("area_id"),
            then.c.name.label("area_name"),
            chapter_kind.c.name.label("kind"),
            chapter.c.member_count.label("members"),
            chapter.c.exempt_count.label("exempt"),
            literal(str(month)).label("month"),
            expectation.c.expected,
            expectation.c.reason,
            chapter.c.valid_to,
            then.c.path.concat(chapter.c.search_key).label("by_place"),
            chapter.c.search_key.label("by_name"),
            chapter_kind.c.name.label("by_kind"),
            chapter.c.member_count.label("by_members"),
            expectation.c.reason.label("by_state"),
        )
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(
            expectation.c.month == str(month),
            counts_at(path, month),
            in_scopes(sought.chapter_ids, sought.scopes),
            of_kinds(chapter.c.kind_id, sought.only),
            then.c.id == sought.here if sought.here is not None else true(),
        )
    )


def _row(row: Row[Any]) -> ChapterRow:
    values = {name: row._mapping[name] for name in ChapterRow.__slots__}
    return ChapterRow(**{**values, "month": parse_period(row.month), "reason": Reason(row.reason)})
