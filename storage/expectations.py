"""What each chapter owes for each month, as stored."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, select, true, tuple_

from domain.calendar import Period, parse_period
from domain.expectations import Expectation, Reason
from domain.meetings import MeetingType
from storage.meetings import in_month
from storage.pasts import inside
from storage.tables.directory import chapter, chapter_kind
from storage.tables.history import expectation as table
from storage.tables.meetings import meeting
from storage.unit import Unit

_REASONS = {str(reason): reason for reason in Reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCount:
    """How many chapters of a kind in a place have one reason, and what they owe together."""

    area_id: int
    kind_id: int
    kind: str
    reason: Reason
    chapters: int
    expected: int


def owed(path: str, month: Period) -> ColumnElement[bool]:
    """Returns the condition that a meeting is one of those owed for a month in a place."""
    return and_(
        table.c.month == str(month),
        table.c.expected > 0,
        table.c.area_id.in_(inside(path, month.last_day)) if path != "/" else true(),
        meeting.c.type == MeetingType.REGULAR,
        in_month(month),
    )


async def load(
    unit: Unit, chapter_ids: Collection[int], months: Collection[Period]
) -> dict[tuple[int, Period], Expectation]:
    """Returns what is stored for some chapters and months."""
    rows: Iterable[Any] = await unit.all(
        select(
            table.c.chapter_id, table.c.month, table.c.area_id, table.c.expected, table.c.reason
        ).where(
            table.c.chapter_id.in_(sorted(chapter_ids)),
            table.c.month.in_(sorted(map(str, months))),
        )
    )
    return {
        (chapter_id, month): Expectation(chapter_id, month, area_id, expected, _REASONS[reason])
        for chapter_id, of, area_id, expected, reason in rows
        for month in (parse_period(of),)
    }


async def put(unit: Unit, wanted: Iterable[Expectation]) -> None:
    """Writes expectations, in place of what was stored for their chapter and month."""
    rows = [
        {
            "chapter_id": one.chapter_id,
            "month": str(one.month),
            "area_id": one.area_id,
            "expected": one.expected,
            "reason": one.reason,
        }
        for one in wanted
    ]
    if rows:
        insert = unit.insert(table)
        renewed = {name: insert.excluded[name] for name in ("area_id", "expected", "reason")}
        keys = ["chapter_id", "month"]
        await unit.run(insert.on_conflict_do_update(index_elements=keys, set_=renewed), rows)


async def remove(unit: Unit, keys: Collection[tuple[int, Period]]) -> None:
    """Removes what is stored for some chapters and months."""
    if keys:
        pairs = [(chapter_id, str(month)) for chapter_id, month in sorted(keys)]
        await unit.run(delete(table).where(tuple_(table.c.chapter_id, table.c.month).in_(pairs)))


async def count_reasons(unit: Unit, path: str, month: Period) -> list[ReasonCount]:
    """Returns how many chapters owe how much, per place and kind, at `path` and below."""
    rows = await unit.all(
        select(
            table.c.area_id,
            chapter_kind.c.id.label("kind_id"),
            chapter_kind.c.name.label("kind"),
            table.c.reason,
            func.count().label("chapters"),
            func.sum(table.c.expected).label("expected"),
        )
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(table.c.month == str(month), table.c.area_id.in_(inside(path, month.last_day)))
        .group_by(table.c.area_id, chapter_kind.c.id, chapter_kind.c.name, table.c.reason)
    )
    return [ReasonCount(**{**row._mapping, "reason": Reason(row.reason)}) for row in rows]
