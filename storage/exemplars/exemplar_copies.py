"""Who tries an exemplar and what came of it, and the picks of the month."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, or_, select, update

from domain.calendar import Period, parse_period
from domain.chapters import Recording
from domain.exemplars import Copy, CopyState, Field, State
from storage.directory.areas import below
from storage.paths import within
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.programmes import exemplar, exemplar_copy, exemplar_pick
from storage.unit import UnitOfWork

_PROVEN = (State.REGISTERED, State.RECOGNISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyCounts:
    """How an exemplar spread: hamlets where it was taken over, chapters trying, stopped."""

    areas: int = 0
    done: int = 0
    trying: int = 0
    stopped: int = 0


def _copy(row: Row[Any]) -> Copy:
    return Copy(
        id=row.id,
        exemplar_id=row.exemplar_id,
        chapter_id=row.chapter_id,
        state=CopyState(row.state),
        person_id=row.person_id,
        at=row.at,
        ask_again_on=row.ask_again_on,
        result=row.result or "",
    )


async def add_copy(
    unit: UnitOfWork,
    *,
    exemplar_id: int,
    chapter_id: int,
    person_id: int,
    ask_again_on: date,
    now: datetime,
) -> int | None:
    """Notes that a chapter tries an exemplar; None if it is noted already."""
    insert = unit.insert(exemplar_copy).on_conflict_do_nothing()
    values = {
        "exemplar_id": exemplar_id,
        "chapter_id": chapter_id,
        "state": CopyState.TRYING,
        "person_id": person_id,
        "at": now,
        "ask_again_on": ask_again_on,
    }
    row = await unit.first(insert.values(values).returning(exemplar_copy.c.id))
    return row.id if row else None


async def find_copy(unit: UnitOfWork, copy_id: int) -> Copy | None:
    """Returns one trial."""
    row = await unit.first(select(exemplar_copy).where(exemplar_copy.c.id == copy_id))
    return _copy(row) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a trial, or when it is asked about again."""

    state: CopyState
    ask_again_on: date | None
    result: str


async def settle_copy(
    unit: UnitOfWork, copy_id: int, outcome: Outcome, *, before: CopyState, now: datetime
) -> bool:
    """Writes how a trial stands, unless it stands otherwise by now; says whether it did."""
    mine = (exemplar_copy.c.id == copy_id, exemplar_copy.c.state == before)
    values = {**asdict(outcome), "at": now}
    return await unit.run(update(exemplar_copy).where(*mine).values(values)) == 1


async def remove_copy(unit: UnitOfWork, copy_id: int) -> bool:
    """Takes back that a chapter tries an exemplar; False once it is more than trying."""
    mine = (exemplar_copy.c.id == copy_id, exemplar_copy.c.state == CopyState.TRYING)
    return await unit.run(delete(exemplar_copy).where(*mine)) == 1


async def copies_of_chapters(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[Copy]:
    """Returns what some chapters try or tried, the newest first."""
    rows = await unit.all(
        select(exemplar_copy)
        .where(exemplar_copy.c.chapter_id.in_(sorted(chapter_ids)))
        .order_by(exemplar_copy.c.id.desc())
    )
    return [_copy(row) for row in rows]


async def list_of(unit: UnitOfWork, exemplar_id: int) -> list[Copy]:
    """Returns who tries or tried an exemplar, the newest first."""
    rows = await unit.all(
        select(exemplar_copy)
        .where(exemplar_copy.c.exemplar_id == exemplar_id)
        .order_by(exemplar_copy.c.id.desc())
    )
    return [_copy(row) for row in rows]


async def list_trying(unit: UnitOfWork, exemplar_id: int) -> set[int]:
    """Returns the chapters that try, or have tried, an exemplar."""
    rows = await unit.all(
        select(exemplar_copy.c.chapter_id).where(exemplar_copy.c.exemplar_id == exemplar_id)
    )
    return {row.chapter_id for row in rows}


async def count_copies(unit: UnitOfWork, exemplar_ids: Collection[int]) -> dict[int, CopyCounts]:
    """Returns how each exemplar spread; the hamlets are those of chapters where it was done."""
    rows = await unit.all(
        select(
            exemplar_copy.c.exemplar_id,
            exemplar_copy.c.state,
            func.count().label("chapters"),
            func.count(chapter.c.area_id.distinct()).label("areas"),
        )
        .join(chapter, chapter.c.id == exemplar_copy.c.chapter_id)
        .where(exemplar_copy.c.exemplar_id.in_(sorted(exemplar_ids)))
        .group_by(exemplar_copy.c.exemplar_id, exemplar_copy.c.state)
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        counts = found.setdefault(row.exemplar_id, {})
        counts[row.state] = row.chapters
        if row.state == CopyState.DONE:
            counts["areas"] = row.areas
    return {exemplar_id: CopyCounts(**counts) for exemplar_id, counts in found.items()}


async def list_due(unit: UnitOfWork, *, today: date, limit: int) -> list[Copy]:
    """Returns trials of which it is time to ask how they went, the longest waiting first."""
    rows = await unit.all(
        select(exemplar_copy)
        .where(
            exemplar_copy.c.ask_again_on <= today,
            exemplar_copy.c.state == CopyState.TRYING,
        )
        .order_by(exemplar_copy.c.ask_again_on, exemplar_copy.c.id)
        .limit(limit)
    )
    return [_copy(row) for row in rows]


async def ask_again(unit: UnitOfWork, copy_ids: Collection[int], *, on: date) -> None:
    """Writes when trials are asked about next."""
    mine = exemplar_copy.c.id.in_(sorted(copy_ids))
    await unit.run(update(exemplar_copy).where(mine).values(ask_again_on=on))


async def add_pick(
    unit: UnitOfWork, *, exemplar_id: int, area_id: int, month: str, person_id: int, now: datetime
) -> bool:
    """Notes an area's pick of a month; False if there is one."""
    insert = unit.insert(exemplar_pick).on_conflict_do_nothing()
    values = {
        "exemplar_id": exemplar_id,
        "area_id": area_id,
        "month": month,
        "person_id": person_id,
        "at": now,
    }
    return bool(await unit.first(insert.values(values).returning(exemplar_pick.c.id)))


async def list_picks(unit: UnitOfWork, area_id: int) -> list[tuple[Period, int]]:
    """Returns the months and exemplars of an area's picks, the newest first."""
    rows = await unit.all(
        select(exemplar_pick.c.month, exemplar_pick.c.exemplar_id)
        .where(exemplar_pick.c.area_id == area_id)
        .order_by(exemplar_pick.c.month.desc())
    )
    return [(parse_period(row.month), row.exemplar_id) for row in rows]


async def list_fitting(
    unit: UnitOfWork, path: str, *, association: str, field: Field, day: date
) -> list[int]:
    """Returns the chapters at or below a place that an exemplar may be of use to.

    They are of the same association, or of a kind that has exemplars of this field itself.
    """
    origin = chapter.alias()
    natural = (
        select(origin.c.kind_id)
        .join(exemplar, exemplar.c.chapter_id == origin.c.id)
        .where(exemplar.c.field == field, exemplar.c.state.in_(_PROVEN))
    )
    rows = await unit.all(
        select(chapter.c.id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(
            and_(below(path), chapter_kind.c.recording != Recording.OFF),
            within(chapter.c.valid_from, chapter.c.valid_to, day),
            or_(chapter_kind.c.association == association, chapter.c.kind_id.in_(natural)),
        )
        .order_by(chapter.c.id)
    )
    return [row.id for row in rows]
