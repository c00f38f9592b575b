"""Which score table a meeting is graded by, and those that an installation starts with."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from domain.chapters import Chapter, ChapterKind, ids_of
from domain.grading import RatingScale, ScoreTable
from domain.grading.defaults import (
    GRADES,
    LEAST_GRADED,
    PARTS,
    PARTY_GRADES,
    PARTY_PARTS,
    is_party,
    levels_for,
)
from storage import UnitOfWork
from storage.cadres import rating_scales, score_tables
from storage.directory import chapters

_EVERY_KIND = "chung"
_PARTY = "dang_"
_LONGEST_CODE = 40
# Long before any meeting on record.
_SINCE = date(2000, 1, 1)


async def tables_for(unit: UnitOfWork, wanted: Sequence[tuple[Chapter, date]]) -> list[ScoreTable]:
    """Returns the table by which each chapter's meeting of a day is graded."""
    areas = {area_id for chapter, _ in wanted for area_id in ids_of(chapter.area_path)}
    kinds = {chapter.kind.id: chapter.kind for chapter, _ in wanted}.values()
    known = await score_tables.list_at(unit, areas)
    if missing := _missing_tables(kinds, known):
        await score_tables.add_missing(unit, missing)
        known = await score_tables.list_at(unit, areas)
    return [choose(known, chapter, day) for chapter, day in wanted]


def choose(known: Iterable[ScoreTable], chapter: Chapter, day: date) -> ScoreTable:
    """Returns the table of the nearest place, for the kind before that for all, newest first.

    Raises LookupError where none is valid.
    """
    path = ids_of(chapter.area_path)
    found = [
        table
        for table in known
        if table.is_valid_on(day)
        and table.area_id in (None, *path)
        and table.kind_id in (None, chapter.kind.id)
    ]
    if not found:
        raise LookupError(f"no score table for chapter {chapter.id} on {day}")
    return max(
        found,
        key=lambda value: (
            path.index(value.area_id) if value.area_id is not None else -1,
            value.kind_id is not None,
            value.valid_from,
            value.version,
        ),
    )


async def scales_for(
    unit: UnitOfWork, associations: Collection[str], day: date
) -> dict[str, RatingScale]:
    """Returns the yearly scale of each association on a day; the newest holds."""
    known = await rating_scales.list_all(unit)
    if missing := _missing_scales(associations, known):
        await rating_scales.add_missing(unit, missing)
        known = await rating_scales.list_all(unit)
    return {
        scale.association: scale
        for scale in known
        if scale.association in associations
        and scale.valid_from <= day
        and (scale.valid_to is None or day <= scale.valid_to)
    }


async def ensure_defaults(unit: UnitOfWork) -> None:
    """Installs the tables and scales that kinds of chapters start with, where there are none."""
    kinds = await chapters.list_kinds(unit)
    known = await score_tables.list_at(unit, ())
    await score_tables.add_missing(unit, _missing_tables(kinds, known))
    scales = await rating_scales.list_all(unit)
    await rating_scales.add_missing(
        unit, _missing_scales({kind.association for kind in kinds}, scales)
    )


def _missing_tables(kinds: Iterable[ChapterKind], known: Iterable[ScoreTable]) -> list[ScoreTable]:
    there = {table.code for table in known}
    everybody = ScoreTable(
        id=0,
        code=_EVERY_KIND,
        version=1,
        name="Bảng đánh giá buổi sinh hoạt",
        area_id=None,
        kind_id=None,
        parts=PARTS,
        grades=GRADES,
        valid_from=_SINCE,
    )
    wanted = [everybody, *(_party_table(kind) for kind in kinds if is_party(kind.association))]
    return [table for table in wanted if table.code not in there]


def _party_table(kind: ChapterKind) -> ScoreTable:
    return ScoreTable(
        id=0,
        code=f"{_PARTY}{kind.code}"[:_LONGEST_CODE],
        version=1,
        name=f"Bảng điểm sinh hoạt {kind.name}",
        area_id=None,
        kind_id=kind.id,
        parts=PARTY_PARTS,
        grades=PARTY_GRADES,
        valid_from=_SINCE,
    )


def _missing_scales(
    associations: Iterable[str], known: Iterable[RatingScale]
) -> list[RatingScale]:
    there = {scale.association for scale in known}
    return [
        RatingScale(
            id=0,
            association=text,
            name="Xếp loại năm",
            levels=levels_for(text),
            least_graded=LEAST_GRADED,
            valid_from=_SINCE,
        )
        for text in sorted(set(associations) - there)
    ]
