from dataclasses import replace

import pytest

from operations.cadres.score_tables import ensure_defaults
from storage import Database
from storage.cadres import rating_scales
from storage.cadres.rating_scales import YearGrade
from tests.directory import at, settle_commune


@pytest.fixture
async def graded(database: Database) -> YearGrade:
    """The first version of a chapter's level of 2026."""
    commune = await settle_commune(database)
    async with database.write() as unit:
        await ensure_defaults(unit)
        scale = (await rating_scales.list_all(unit))[0]
        first = YearGrade(
            chapter_id=commune.chapter,
            year=2026,
            scale_id=scale.id,
            computed="",
            level=scale.levels[0].key,
            reason="",
            person_id=commune.staff,
            at=at(20),
            version=1,
        )
        assert await rating_scales.put(unit, first)
    return first


async def level_of(database: Database, grade: YearGrade) -> tuple[str, int]:
    async with database.read() as unit:
        kept = (await rating_scales.of_chapters(unit, [grade.chapter_id], grade.year))[
            grade.chapter_id
        ]
    return kept.reason, kept.version


async def test_of_two_who_settle_a_year_at_once_the_second_changes_nothing(
    database: Database, graded: YearGrade
) -> None:
    mine = replace(graded, version=2, reason="Người thứ nhất")
    theirs = replace(graded, version=2, reason="Người thứ hai")
    async with database.write() as unit:
        assert await rating_scales.put(unit, mine)
    async with database.write() as unit:
        assert not await rating_scales.put(unit, theirs)
    assert await level_of(database, graded) == ("Người thứ nhất", 2)


@pytest.mark.parametrize("version", [1, 3, 9])
async def test_only_the_next_version_is_written(
    database: Database, graded: YearGrade, version: int
) -> None:
    async with database.write() as unit:
        assert not await rating_scales.put(unit, replace(graded, version=version, reason="Lạ"))
    assert await level_of(database, graded) == ("", 1)


async def test_another_year_has_versions_of_its_own(database: Database, graded: YearGrade) -> None:
    async with database.write() as unit:
        assert await rating_scales.put(unit, replace(graded, year=2027))
    assert await level_of(database, graded) == ("", 1)
