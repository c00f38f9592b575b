"""The register of exemplars."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from domain.exemplars import Exemplar, Field, State
from storage.directory.areas import below
from storage.directory.chapters import Scope, in_scopes
from storage.paths import lies_below
from storage.tables.directory import area, chapter
from storage.tables.programmes import exemplar as table
from storage.tables.programmes import exemplar_pick
from storage.unit import UnitOfWork, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarLine:
    """An exemplar in a list, with its chapter and place."""

    id: int
    name: str
    field: Field | None
    state: State
    chapter_id: int
    chapter_name: str
    area_id: int
    area_name: str
    area_path: str


def _exemplar(row: Row[Any]) -> Exemplar:
    return Exemplar(
        id=row.id,
        chapter_id=row.chapter_id,
        report_id=row.report_id,
        name=row.name,
        field=Field(row.field) if row.field else None,
        aim=row.aim or "",
        content=row.content or "",
        progress=row.progress or "",
        lead=row.lead or "",
        result=row.result or "",
        state=State(row.state),
        registered_on=row.registered_on,
        recognised_on=row.recognised_on,
        recognised_by=row.recognised_by or "",
        version=row.version,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewExemplar:
    """What is known of an exemplar as its draft is opened."""

    chapter_id: int
    name: str
    content: str = ""
    report_id: int | None = None


async def add(unit: UnitOfWork, new: NewExemplar, *, by: int | None, now: datetime) -> int:
    """Opens a draft and returns its id."""
    return await unit.add(
        table,
        chapter_id=new.chapter_id,
        report_id=new.report_id,
        field="",
        name=new.name,
        content=new.content,
        state=State.DRAFT,
        created_by=by,
        created_at=now,
    )


async def find(unit: UnitOfWork, exemplar_id: int) -> Exemplar | None:
    """Returns one exemplar."""
    row = await unit.first(select(table).where(table.c.id == exemplar_id))
    return _exemplar(row) if row else None


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Exemplar]:
    """Returns exemplars by id."""
    rows = await unit.all(select(table).where(table.c.id.in_(sorted(ids)))) if ids else []
    return {row.id: _exemplar(row) for row in rows}


async def find_of_report(unit: UnitOfWork, report_id: int) -> Exemplar | None:
    """Returns the exemplar that a report opened."""
    row = await unit.first(select(table).where(table.c.report_id == report_id))
    return _exemplar(row) if row else None


async def change(unit: UnitOfWork, exemplar_id: int, values: Values, *, version: int) -> bool:
    """Changes an exemplar unless somebody has since it had `version`; says whether it did."""
    mine = (table.c.id == exemplar_id, table.c.version == version)
    statement = update(table).where(*mine).values(**values, version=version + 1)
    return await unit.run(statement) == 1


async def remove(unit: UnitOfWork, exemplar_id: int, *, version: int) -> None:
    """Removes a draft that nobody has touched since it had `version`."""
    mine = (table.c.id == exemplar_id, table.c.version == version)
    await unit.run(delete(table).where(*mine, table.c.state == State.DRAFT))


async def list_lines(
    unit: UnitOfWork, *, chapter_ids: Collection[int], scopes: Sequence[Scope]
) -> list[ExemplarLine]:
    """Returns the exemplars of chapters in sight, the newest first."""
    return await _lines(unit, in_scopes(chapter_ids, scopes))


async def list_introduced(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[ExemplarLine]:
    """Returns the recognised exemplars that were picked for the places of some chapters."""
    here, place, target = chapter.alias(), area.alias(), area.alias()
    picked = (
        select(exemplar_pick.c.exemplar_id)
        .join(target, target.c.id == exemplar_pick.c.area_id)
        .join(place, lies_below(place.c.path, target.c.path))
        .join(here, here.c.area_id == place.c.id)
        .where(exemplar_pick.c.exemplar_id == table.c.id, here.c.id.in_(sorted(chapter_ids)))
        .correlate(table)
        .exists()
    )
    return await _lines(unit, picked, table.c.state == State.RECOGNISED)


async def list_recognised(unit: UnitOfWork, path: str) -> list[ExemplarLine]:
    """Returns the recognised exemplars at or below a place, the newest first."""
    return await _lines(unit, below(path), table.c.state == State.RECOGNISED)


async def _lines(unit: UnitOfWork, *where: ColumnElement[bool]) -> list[ExemplarLine]:
    rows = await unit.all(
        select(
            table.c.id,
            table.c.name,
            table.c.field,
            table.c.state,
            table.c.chapter_id,
            chapter.c.name.label("chapter_name"),
            area.c.id.label("area_id"),
            area.c.name.label("area_name"),
            area.c.path.label("area_path"),
        )
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(*where)
        .order_by(table.c.id.desc())
    )
    return [
        ExemplarLine(
            **{
                **row._mapping,
                "field": Field(row.field) if row.field else None,
                "state": State(row.state),
            }
        )
        for row in rows
    ]
