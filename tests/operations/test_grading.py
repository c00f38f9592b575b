from dataclasses import replace
from datetime import date

import pytest

from domain.grading import ScoreTable
from domain.grading.defaults import GRADES, PARTS
from domain.refusals import BadInput, Conflict
from operations.cadres.grading import Grading, Mark, get_grading, grade_meeting
from operations.cadres.score_tables import ensure_defaults, scales_for, tables_for
from operations.cadres.year_grading import Settling, count_settled, settle_year
from operations.context import ActorContext
from operations.reactions import REACTIONS
from storage import Database
from storage.cadres import meeting_grades, rating_scales, score_tables
from storage.cadres.meeting_grades import Source
from storage.directory import chapters
from storage.people import people
from tests.directory import POLICY, Commune, at, posts_of, settle_commune
from tests.operations.planned import november, send

DAY = date(2026, 11, 5)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


def table(code: str, **values: object) -> ScoreTable:
    usual = ScoreTable(
        id=0,
        code=code,
        version=1,
        name=code,
        area_id=None,
        kind_id=None,
        parts=PARTS,
        grades=GRADES,
        valid_from=date(2020, 1, 1),
    )
    return replace(usual, **values)  # type: ignore[arg-type]


async def chosen(database: Database, commune: Commune, day: date = DAY) -> str:
    async with database.write() as unit:
        chapter = await chapters.find(unit, commune.chapter)
        assert chapter
        (found,) = await tables_for(unit, [(chapter, day)])
    return f"{found.code} {found.version}"


async def install(database: Database, *tables: ScoreTable) -> None:
    async with database.write() as unit:
        await score_tables.add_missing(unit, tables)


async def grade(database: Database, meeting_id: int, by: int, mark: Mark) -> Grading:
    posts = await posts_of(database, by)
    async with database.write() as unit:
        return await grade_meeting(
            ActorContext(
                unit, (await people.persons(unit, [by]))[by], posts, POLICY, at(6), REACTIONS
            ),
            meeting_id=meeting_id,
            source=Source.CADRE,
            mark=mark,
        )


async def test_the_nearest_place_the_kind_and_the_newest_version_decide(
    database: Database, commune: Commune
) -> None:
    assert await chosen(database, commune) == "chung 1"
    await install(database, table("loai", kind_id=commune.kind))
    assert await chosen(database, commune) == "loai 1"
    await install(database, table("xa", area_id=commune.commune.id))
    assert await chosen(database, commune) == "xa 1"
    await install(database, table("xa", version=2, area_id=commune.commune.id, valid_from=DAY))
    assert await chosen(database, commune) == "xa 2"
    assert await chosen(database, commune, date(2026, 11, 4)) == "xa 1"
    await install(database, table("ap", area_id=commune.hamlet.id, valid_to=date(2026, 11, 4)))
    assert await chosen(database, commune) == "xa 2"
    assert await chosen(database, commune, date(2026, 11, 4)) == "ap 1"
    await install(database, table("ap-khac", area_id=commune.other_hamlet.id))
    assert await chosen(database, commune) == "xa 2"


async def test_what_an_installation_starts_with_is_installed_once(database: Database) -> None:
    await settle_commune(database, association="Đảng bộ xã Long Vĩnh")
    for _ in range(2):
        async with database.write() as unit:
            await ensure_defaults(unit)
    async with database.read() as unit:
        tables = await score_tables.list_at(unit, ())
        scales = await rating_scales.list_all(unit)
    assert [table.code for table in tables] == ["chung", "dang_women"]
    assert [scale.association for scale in scales] == ["Đảng bộ xã Long Vĩnh"]
    assert len(scales[0].levels) == 4


async def test_a_scale_holds_from_its_day_on(database: Database, commune: Commune) -> None:
    name = "Hội Liên hiệp Phụ nữ"
    async with database.write() as unit:
        usual = (await scales_for(unit, {name}, DAY))[name]
        await rating_scales.add_missing(unit, [replace(usual, name="Mới", valid_from=DAY)])
        assert (await scales_for(unit, {name}, DAY))[name].name == "Mới"
        assert (await scales_for(unit, {name}, date(2026, 11, 4)))[name] == usual


async def test_a_grade_keeps_the_table_it_was_given_by(
    database: Database, commune: Commune
) -> None:
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    graded = await grade(database, meeting.id, commune.cadre, Mark(grade="tot"))
    other = replace(GRADES[0], key="dat", name="Đạt")
    await install(database, table("xa", area_id=commune.commune.id, grades=(other, *GRADES[1:])))
    posts = await posts_of(database, commune.cadre)
    async with database.write() as unit:
        now = await get_grading(unit, posts, meeting.id, today=date(2026, 11, 6))
    assert now.table.code == "xa"
    assert now.names == {Source.CADRE: "Tốt"}
    assert now.given[Source.CADRE].table_id == graded.table.id


async def test_the_second_of_two_graders_is_refused(database: Database, commune: Commune) -> None:
    meeting = await november(database, commune)
    await grade(database, meeting.id, commune.cadre, Mark(grade="tot"))
    with pytest.raises(Conflict, match="grade-changed-by"):
        await grade(database, meeting.id, commune.staff, Mark(grade="kha"))
    await grade(database, meeting.id, commune.staff, Mark(grade="kha", version=1))
    with pytest.raises(Conflict, match="grade-changed-by"):
        await grade(database, meeting.id, commune.cadre, Mark(grade="tot", version=1))
    async with database.read() as unit:
        found = await meeting_grades.of_meetings(unit, [meeting.id])
    assert [(grading.grade, grading.version) for grading in found.values()] == [("kha", 2)]


async def test_a_year_counts_what_was_due_held_and_graded(
    database: Database, commune: Commune
) -> None:
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    await grade(database, meeting.id, commune.cadre, Mark(grade="tot"))
    posts = await posts_of(database, commune.staff)
    async with database.write() as unit:
        by = (await people.persons(unit, [commune.staff]))[commune.staff]
        settled = await settle_year(
            ActorContext(unit, by, posts, POLICY, at(7), REACTIONS),
            chapter_id=commune.chapter,
            year=2026,
            settling=Settling(level="xuat_sac"),
        )
        facts = settled.facts
        assert (facts.due, facts.held, facts.counts()) == (1, 1, {"tot": 1})
        for path, wanted in ((commune.commune.path, (1, 2)), (commune.other_hamlet.path, (0, 1))):
            day = date(2026, 11, 7)
            assert await count_settled(unit, posts, path, year=2026, today=day) == wanted


async def test_a_low_grade_without_a_reason_is_refused(
    database: Database, commune: Commune
) -> None:
    meeting = await november(database, commune)
    for reason, code in (
        ("", "grade-reason-needed"),
        (" x ", "grade-reason-needed"),
        ("x" * 301, "words-too-long"),
    ):
        with pytest.raises(BadInput, match=code):
            await grade(database, meeting.id, commune.cadre, Mark(grade="kem", reason=reason))
    async with database.read() as unit:
        assert await meeting_grades.of_meetings(unit, [meeting.id]) == {}


async def test_another_level_than_the_proposed_without_a_reason_is_refused(
    database: Database, commune: Commune
) -> None:
    posts = await posts_of(database, commune.staff)
    async with database.write() as unit:
        by = (await people.persons(unit, [commune.staff]))[commune.staff]
        with pytest.raises(BadInput, match="year-reason-needed"):
            await settle_year(
                ActorContext(unit, by, posts, POLICY, at(7), REACTIONS),
                chapter_id=commune.chapter,
                year=2026,
                settling=Settling(level="kha"),
            )
        assert await rating_scales.of_chapters(unit, [commune.chapter], 2026) == {}
