"""Writes rows of the directory set-wise: one statement for many rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from domain.inbound import Address
from storage.directory import digest_targets
from storage.messages import addresses
from storage.tables import directory as tables
from storage.tables.base import named
from storage.tables.cadres import duty
from storage.tables.grading import rating_scale, score_table
from storage.tables.programmes import counter_kind, programme, programme_area, target
from storage.unit import UnitOfWork

_TABLES = {
    "areas": tables.area,
    "kinds": tables.chapter_kind,
    "chapters": tables.chapter,
    "people": tables.person,
    "posts": tables.post,
    "duties": duty,
    "holidays": tables.holiday,
    "programmes": programme,
    "targets": target,
    "counters": counter_kind,
    "scores": score_table,
    "scales": rating_scale,
}
# These have no last day: a row that ends goes.
_REMOVED = frozenset({"pilots", "targets"})
_DAYS = frozenset({"valid_from", "valid_to", "day"})
_SEARCHED = frozenset({"areas", "chapters", "people"})

Values = Mapping[str, Any]


async def add_rows(
    unit: UnitOfWork, sheet: str, rows: Sequence[Values], *, now: datetime
) -> list[int]:
    """Adds rows of one sheet that name the same columns; returns their ids, in order."""
    if sheet == "channels":
        return [await _bind(unit, row, now=now) for row in rows]
    ready = [_with_days(row) for row in rows]
    if sheet == "people":
        ready = [row | {"created_at": now} for row in ready]
    if sheet == "areas":
        return await _add_areas(unit, ready)
    if sheet == "holidays":
        # The clock fills in State holidays by itself; a day that is there now is as wanted.
        await unit.run(unit.insert(tables.holiday).on_conflict_do_nothing(), ready)
        return []
    if sheet == "pilots":
        await unit.run(unit.insert(programme_area).on_conflict_do_nothing(), ready)
        return []
    return await unit.add_all(_TABLES[sheet], ready)


async def change_rows(
    unit: UnitOfWork, sheet: str, changes: Sequence[tuple[int, Values]], *, now: datetime
) -> None:
    """Changes columns of rows by id."""
    if sheet == "channels":
        for _, row in changes:
            await _bind(unit, row, now=now)
        return
    if sheet in _REMOVED:
        gone = [(row_id, values) for row_id, values in changes if "valid_to" in values]
        await _remove(unit, sheet, gone)
        changes = [change for change in changes if change not in gone]
        if not changes:
            return
    table = _TABLES[sheet]
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in changes:
        ready = _with_days(values)
        if sheet in _SEARCHED and "name" in ready:
            ready |= named(ready["name"])
        alike[tuple(sorted(ready))].append(
            {f"new_{key}": ready[key] for key in ready} | {"of": row_id}
        )
    for columns, rows in alike.items():
        statement = (
            update(table)
            .where(table.c.id == bindparam("of"))
            .values({column: bindparam(f"new_{column}") for column in columns})
        )
        await unit.run(statement, rows)


async def _remove(unit: UnitOfWork, sheet: str, gone: Sequence[tuple[int, Values]]) -> None:
    """Deletes targets by id, pilot places by their programme and place."""
    for row_id, values in gone:
        where = target.c.id == row_id
        if sheet == "pilots":
            programme_id, area_id = values["programme_id"], values["area_id"]
            where = and_(
                programme_area.c.programme_id == programme_id, programme_area.c.area_id == area_id
            )
        await unit.run(delete(programme_area if sheet == "pilots" else target).where(where))


def _with_days(values: Values) -> dict[str, Any]:
    return {
        key: date.fromisoformat(value) if key in _DAYS and isinstance(value, str) else value
        for key, value in values.items()
    }


async def _add_areas(unit: UnitOfWork, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Adds places whose parents are there; a place's path needs its own id."""
    area = tables.area
    parents = sorted({row["parent_id"] for row in rows if row["parent_id"] is not None})
    found = await unit.all(select(area.c.id, area.c.path).where(area.c.id.in_(parents)))
    paths = {row.id: row.path for row in found}
    ids = await unit.add_all(area, [row | {"path": "/"} for row in rows])
    statement = update(area).where(area.c.id == bindparam("of")).values(path=bindparam("new_path"))
    await unit.run(
        statement,
        [
            {"of": area_id, "new_path": f"{paths.get(row['parent_id'], '/')}{area_id}/"}
            for area_id, row in zip(ids, rows, strict=True)
        ],
    )
    return ids


async def _bind(unit: UnitOfWork, row: Values, *, now: datetime) -> int:
    """Binds a group to an area; it need not have written to the bot yet."""
    group = Address(row["channel"], row["account"], row["chat"], "")
    here = (await addresses.ensure(unit, {group: (True, row["title"])}, now=now))[group]
    await digest_targets.bind(
        unit,
        address_id=here.id,
        area_id=row["area_id"],
        language=row["language"],
        bound_by=None,
        now=now,
    )
    return here.id
