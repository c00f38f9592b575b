"""Programmes with their pilot areas, and the targets they set."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from domain.chapters import ids_of
from domain.indicators import Indicator, Sense, Target
from storage.paths import within
from storage.tables.directory import area, chapter_kind
from storage.tables.programmes import programme as table
from storage.tables.programmes import programme_area
from storage.tables.programmes import target as target_table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme in force for a place and all below it; `pilots` are (id, name) of areas."""

    id: int
    code: str
    name: str
    valid_from: date
    valid_to: date | None
    pilots: tuple[tuple[int, str], ...]


async def list_in_force(unit: UnitOfWork, path: str, *, day: date) -> list[Programme]:
    """Returns the programmes of a place and those above it that hold on a day, oldest first."""
    rows = await unit.all(
        select(table)
        .where(
            table.c.area_id.in_(ids_of(path)), within(table.c.valid_from, table.c.valid_to, day)
        )
        .order_by(table.c.valid_from, table.c.id)
    )
    pilots: dict[int, list[tuple[int, str]]] = {row.id: [] for row in rows}
    for row in await unit.all(
        select(programme_area.c.programme_id, area.c.id, area.c.name)
        .join(area, area.c.id == programme_area.c.area_id)
        .where(programme_area.c.programme_id.in_(sorted(pilots)))
        .order_by(area.c.path)
    ):
        pilots[row.programme_id].append((row.id, row.name))
    return [
        Programme(
            id=row.id,
            code=row.code,
            name=row.name,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            pilots=tuple(pilots[row.id]),
        )
        for row in rows
    ]


async def list_targets(unit: UnitOfWork, area_id: int, *, period: str) -> list[Target]:
    """Returns the targets set for a place itself and a span."""
    rows = await unit.all(
        select(
            target_table,
            table.c.name.label("programme"),
            chapter_kind.c.name.label("kind"),
        )
        .join(table, table.c.id == target_table.c.programme_id)
        .outerjoin(chapter_kind, chapter_kind.c.id == target_table.c.kind_id)
        .where(target_table.c.area_id == area_id, target_table.c.period == period)
        .order_by(target_table.c.id)
    )
    return [
        Target(
            programme_id=row.programme_id,
            programme=row.programme,
            indicator=Indicator(row.indicator),
            area_id=row.area_id,
            kind_id=row.kind_id,
            kind=row.kind,
            value=row.value,
            sense=Sense(row.sense),
        )
        for row in rows
    ]
