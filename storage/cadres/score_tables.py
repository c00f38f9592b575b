"""Score tables by place, kind and day; an old version stays with the grades given by it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, or_, select

from domain.grading import (
    ScoreTable,
    grades_from_json,
    grades_to_json,
    parts_from_json,
    parts_to_json,
)
from storage.tables.grading import score_table as table
from storage.unit import UnitOfWork


def _table(row: Row[Any]) -> ScoreTable:
    return ScoreTable(
        id=row.id,
        code=row.code,
        version=row.version,
        name=row.name,
        area_id=row.area_id,
        kind_id=row.kind_id,
        parts=parts_from_json(row.parts),
        grades=grades_from_json(row.grades),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


async def list_at(unit: UnitOfWork, area_ids: Collection[int]) -> list[ScoreTable]:
    """Returns every version for one of some places, or for all places."""
    here = or_(table.c.area_id.is_(None), table.c.area_id.in_(sorted(area_ids)))
    return [_table(row) for row in await unit.all(select(table).where(here).order_by(table.c.id))]


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, ScoreTable]:
    """Returns versions by id."""
    rows = await unit.all(select(table).where(table.c.id.in_(sorted(ids)))) if ids else []
    return {row.id: _table(row) for row in rows}


async def add_missing(unit: UnitOfWork, new: Sequence[ScoreTable]) -> None:
    """Adds versions of codes that are not there; their own ids are not looked at."""
    rows = [
        {
            "code": table.code,
            "version": table.version,
            "name": table.name,
            "area_id": table.area_id,
            "kind_id": table.kind_id,
            "parts": parts_to_json(table.parts),
            "grades": grades_to_json(table.grades),
            "valid_from": table.valid_from,
            "valid_to": table.valid_to,
        }
        for table in new
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)
