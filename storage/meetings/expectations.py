"""What each chapter owes for each month, as stored."""

from collections.abc import Collection, Mapping

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    and_,
    bindparam,
    delete,
    exists,
    func,
    select,
    true,
)

from domain.calendar import Period
from domain.expectations import OwedMeeting
from domain.meetings import MeetingType
from storage.directory import summed_months
from storage.directory.pasts import inside
from storage.listed import listed
from storage.meetings.meetings import in_month
from storage.tables.base import Id
from storage.tables.directory import chapter
from storage.tables.history import expectation as table
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_NAMES = ["chapter_id", "month", "area_id", "expected", "reason"]
_place = func.coalesce(bindparam("place", type_=Id), chapter.c.area_id)
_month, _many, _why = (
    bindparam("of", type_=String),
    bindparam("many", type_=Integer),
    bindparam("why", type_=String),
)
_OTHERWISE = select(chapter.c.id, _month, _place, _many, _why).where(
    listed(chapter.c.id, "chapters"),
    ~exists().where(
        table.c.chapter_id == chapter.c.id,
        table.c.month == _month,
        table.c.area_id == _place,
        table.c.expected == _many,
        table.c.reason == _why,
    ),
)


def owed(path: str, month: Period) -> ColumnElement[bool]:
    """Returns the condition that a meeting is one of those owed for a month in a place."""
    return and_(
        table.c.month == str(month),
        table.c.expected > 0,
        counts_at(path, month),
        meeting.c.type == MeetingType.REGULAR,
        in_month(month),
    )


def counts_at(path: str, month: Period) -> ColumnElement[bool]:
    """Returns the condition that what a chapter owes for a month counts at a place or below."""
    return table.c.area_id.in_(inside(path, month.last_day)) if path != "/" else true()


async def put(unit: UnitOfWork, owing: Mapping[OwedMeeting, Collection[int]]) -> None:
    """Writes what chapters owe, where something else is stored for the month or nothing."""
    rows = [
        {
            "chapters": chapter_ids,
            "of": str(owed.month),
            "place": owed.area_id,
            "many": owed.expected,
            "why": owed.reason,
        }
        for owed, chapter_ids in owing.items()
    ]
    if rows:
        insert = unit.insert(table).from_select(_NAMES, _OTHERWISE)
        renewed = {name: insert.excluded[name] for name in ("area_id", "expected", "reason")}
        keys = ["chapter_id", "month"]
        if await unit.run(insert.on_conflict_do_update(index_elements=keys, set_=renewed), rows):
            await summed_months.forget(unit, {owed.month for owed in owing})


async def remove(unit: UnitOfWork, month: Period, chapter_ids: Collection[int]) -> None:
    """Removes what is stored for some chapters in a month."""
    mine = listed(table.c.chapter_id, "chapters"), table.c.month == bindparam("of")
    if await unit.run(delete(table).where(*mine), {"chapters": chapter_ids, "of": str(month)}):
        await summed_months.forget(unit, [month])


async def is_any_owed(unit: UnitOfWork, path: str, month: Period) -> bool:
    """True when a meeting was owed for a month at `path` or below."""
    here = table.c.area_id.in_(inside(path, month.last_day))
    any_owed = select(table.c.chapter_id).where(
        table.c.month == str(month), table.c.expected > 0, here
    )
    return await unit.first(any_owed.limit(1)) is not None


async def list_reasons(unit: UnitOfWork, chapter_id: int) -> dict[str, str]:
    """Returns by month, as text, why a chapter owes what it owes."""
    rows = await unit.all(
        select(table.c.month, table.c.reason).where(table.c.chapter_id == chapter_id)
    )
    return {row.month: row.reason for row in rows}
