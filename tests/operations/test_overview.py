from dataclasses import replace
from datetime import date

import pytest

from domain.people import Role
from domain.refusals import NotFound
from domain.report import ReportState
from operations.figures.overview import Overview, Standing, overview
from storage import Database
from tests.directory import Directory, at, held, settle_commune
from tests.operations.planned import november, send

LATE = date(2026, 11, 11)


async def look(
    database: Database, person_id: int, *, today: date = LATE, area_id: int | None = None
) -> Overview:
    async with database.read() as unit:
        posts = await Directory(unit).posts(person_id)
        return await overview(unit, posts, day=date(2026, 11, 30), today=today, area_id=area_id)


async def test_staff_see_who_has_reported_and_who_has_not(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    seen = await look(database, commune.staff, area_id=commune.commune.id)
    assert [(one.row.chapter_id, one.standing) for one in seen.lines] == [
        (commune.chapter, Standing.ON_TIME),
        (commune.other_chapter, Standing.MISSING),
    ]
    assert seen.by_area == {
        commune.hamlet.id: {Standing.ON_TIME: 1},
        commune.other_hamlet.id: {Standing.MISSING: 1},
    }
    assert seen.by_kind == {commune.kind: {Standing.ON_TIME: 1, Standing.MISSING: 1}}
    assert {area.name for area in seen.areas.values()} == {"Ấp Cái Cối", "Ấp La Ghi"}


async def test_before_its_due_day_a_meeting_is_not_missing(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    seen = await look(database, commune.staff, today=date(2026, 11, 10))
    assert seen.in_all == {Standing.NOT_YET_DUE: 2}


async def test_late_and_not_held_are_told_apart(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting, now=at(11))
    assert (await look(database, commune.staff)).in_all[Standing.LATE] == 1
    called_off = replace(
        held(), state=ReportState.NOT_HELD, held_date=None, present=None, reason="season"
    )
    await send(database, commune.leader, meeting, called_off, now=at(11), corrects=1)
    assert (await look(database, commune.staff)).in_all[Standing.NOT_HELD] == 1


async def test_a_cadre_sees_only_the_chapters_of_the_post(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    seen = await look(database, commune.cadre)
    assert [one.row.chapter_id for one in seen.lines] == [commune.chapter]
    elsewhere = await look(database, commune.cadre, area_id=commune.other_hamlet.id)
    assert elsewhere.lines == ()
    assert (await look(database, commune.stranger)).lines == ()
    with pytest.raises(NotFound):
        await look(database, commune.staff, area_id=10**6)


async def test_a_post_for_one_kind_does_not_reach_the_others(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers")
        chapter = await make.chapter("Chi hội nông dân", commune.other_hamlet, farmers)
        await make.post(commune.stranger, Role.READER, area=commune.commune, kind_id=farmers)
    await november(database, commune)
    seen = await look(database, commune.stranger)
    assert [one.row.chapter_id for one in seen.lines] == [chapter]
