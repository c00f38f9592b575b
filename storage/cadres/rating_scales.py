"""The yearly scales of associations, and the levels that chapters got by them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select, update

from domain.grading import RatingScale, levels_from_json, levels_to_json
from storage.directory.areas import below
from storage.directory.chapters import Scope, in_scopes
from storage.paths import within
from storage.tables.directory import area, chapter
from storage.tables.grading import rating_scale as scale
from storage.tables.grading import year_grade as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class YearGrade:
    """A chapter's level of a year as staff confirmed it; `computed` is what was proposed."""

    chapter_id: int
    year: int
    scale_id: int
    computed: str
    level: str
    reason: str
    person_id: int | None
    at: datetime
    version: int


def _scale(row: Row[Any]) -> RatingScale:
    return RatingScale(
        id=row.id,
        association=row.association,
        name=row.name,
        levels=levels_from_json(row.levels),
        least_graded=row.rule["least_graded"],
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _grade(row: Row[Any]) -> YearGrade:
    return YearGrade(
        chapter_id=row.chapter_id,
        year=row.year,
        scale_id=row.rating_scale_id,
        computed=row.computed or "",
        level=row.level,
        reason=row.reason or "",
        person_id=row.person_id,
        at=row.at,
        version=row.version,
    )


async def list_all(unit: UnitOfWork) -> list[RatingScale]:
    """Returns every scale, the newest last."""
    rows = await unit.all(select(scale).order_by(scale.c.valid_from, scale.c.id))
    return [_scale(row) for row in rows]


async def add_missing(unit: UnitOfWork, new: Sequence[RatingScale]) -> None:
    """Adds scales that are not there for their day; their own ids are not looked at."""
    rows = [
        {
            "association": scale.association,
            "name": scale.name,
            "levels": levels_to_json(scale.levels),
            "rule": {"least_graded": scale.least_graded},
            "valid_from": scale.valid_from,
            "valid_to": scale.valid_to,
        }
        for scale in new
    ]
    if rows:
        await unit.run(unit.insert(scale).on_conflict_do_nothing(), rows)


async def of_chapters(
    unit: UnitOfWork, chapter_ids: Collection[int], year: int
) -> dict[int, YearGrade]:
    """Returns the levels of a year by chapter."""
    if not chapter_ids:
        return {}
    rows = await unit.all(
        select(table).where(table.c.chapter_id.in_(sorted(chapter_ids)), table.c.year == year)
    )
    return {row.chapter_id: _grade(row) for row in rows}


async def count(
    unit: UnitOfWork, scopes: Sequence[Scope], *, path: str, year: int, day: date
) -> tuple[int, int]:
    """Returns how many chapters at a place and below have a level of a year, and of how many."""
    row = await unit.first(
        select(func.count(table.c.id).label("settled"), func.count(chapter.c.id).label("of"))
        .select_from(chapter)
        .join(area, area.c.id == chapter.c.area_id)
        .outerjoin(table, (table.c.chapter_id == chapter.c.id) & (table.c.year == year))
        .where(
            in_scopes((), scopes),
            below(path),
            within(chapter.c.valid_from, chapter.c.valid_to, day),
        )
    )
    return (row.settled, row.of) if row else (0, 0)


async def put(unit: UnitOfWork, grade: YearGrade) -> bool:
    """Writes a level in place of the version before its own; False if that is another by now."""
    values = {
        "rating_scale_id": grade.scale_id,
        "computed": grade.computed or None,
        "level": grade.level,
        "reason": grade.reason or None,
        "person_id": grade.person_id,
        "at": grade.at,
        "version": grade.version,
    }
    key = {"chapter_id": grade.chapter_id, "year": grade.year}
    if grade.version == 1:
        insert = unit.insert(table).values(**key, **values).on_conflict_do_nothing()
        return await unit.scalar(insert.returning(table.c.id)) is not None
    mine = [table.c[name] == value for name, value in key.items()]
    before = table.c.version == grade.version - 1
    return await unit.run(update(table).where(*mine, before).values(values)) > 0
