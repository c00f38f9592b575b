"""Which rows of which sheets somebody may have, and that they agree with what is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.tables.columns import TABLES, SheetName, Value
from domain.figures import Figures, total_of
from domain.people import Post, Role
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.reporting_span import Span
from operations.cadres.grading import Mark, grade_meeting
from operations.cadres.score_tables import ensure_defaults
from operations.context import ActorContext
from operations.exports.asking import (
    SheetAsked,
    SheetFormat,
    accept_order,
    asked_from_json,
    asked_to_json,
    list_sheets,
)
from operations.exports.pages import count_rows, read_pages
from operations.exports.sending import file_name
from operations.figures.counting import MonthReader
from operations.figures.overview import count_desk, overview
from operations.reactions import REACTIONS
from storage import Database, UnitOfWork
from storage.cadres.meeting_grades import Source
from storage.people import people
from storage.tables.directory import chapter as chapter_table
from storage.tables.meetings import attendance as attendance_table
from tests.directory import LOANS, POLICY, ROAD, Commune, Directory, at, held, settle_commune
from tests.operations.planned import meetings_of, plan_all, send

NOVEMBER = Span(2026, 11, 1)
NOW = at(20)
Rows = list[dict[str, Value]]
COUNTED_AS_READ = (SheetName.FIGURES, SheetName.INDICATORS, SheetName.DIGESTS)


@pytest.fixture
async def commune(database: Database) -> Commune:
    """Two reports of November, one of them late, with two difficulties and a cadre assigned."""
    commune = await settle_commune(database)
    await plan_all(database, at(1))
    (first, *_), (second, *_) = [
        await meetings_of(database, chapter, at(1))
        for chapter in (commune.chapter, commune.other_chapter)
    ]
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Út")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
        await make.post(await make.person("Lý Đọc"), Role.READER, area=commune.commune)
        confirmed = {"state": "attended", "confirmed_at": at(6)}
        here = attendance_table.c.meeting_id == first.id
        await unit.run(attendance_table.update().where(here).values(confirmed))
    told = held(difficulties=(ROAD, LOANS), proposal="Đề nghị sửa đường", present=27)
    await send(database, commune.leader, first, told)
    await send(database, other, second, held(present=20), now=at(18))
    return commune


async def read(
    unit: UnitOfWork,
    posts: Sequence[Post],
    asked: SheetAsked,
    *,
    now: Any = NOW,
    page: int = 5000,
    language: str = "vi",
) -> Rows:
    order = await accept_order(unit, posts, asked, policy=POLICY, now=now, language=language)
    order = replace(order, extent=replace(order.extent, page=page))
    rows = [row async for page in read_pages(unit, order) for row in page]
    known = await count_rows(unit, order)
    assert known == (0 if asked.sheet in COUNTED_AS_READ else len(rows))
    for row in rows:
        assert row.keys() >= {column.id for column in TABLES[asked.sheet]}
    return rows


def asked(sheet: SheetName, commune: Commune, **values: Any) -> SheetAsked:
    usual: dict[str, Any] = {"area_id": commune.commune.id, "span": NOVEMBER}
    return SheetAsked(sheet=sheet, **(usual | values))


async def staff_posts(unit: UnitOfWork, commune: Commune) -> tuple[Post, ...]:
    return await Directory(unit).posts(commune.staff)


async def test_every_sheet_tells_what_was_reported(database: Database, commune: Commune) -> None:
    async with database.read() as unit:
        posts = await staff_posts(unit, commune)
        found = {sheet: await read(unit, posts, asked(sheet, commune)) for sheet in SheetName}
    first, second = found[SheetName.REPORTS]
    assert (first["hamlet"], first["commune"]) == ("Ấp Cái Cối", "Xã Long Vĩnh")
    assert (first["present"], first["total"], first["exempt"]) == (27, 32, 2)
    assert (first["difficulties"], first["proposals"]) == (2, 1)
    assert (first["on_time"], second["on_time"]) == (True, False)
    assert first["period"] == "2026-11"
    assert first["discussion"] is True
    assert first["type"] == "regular"
    assert first["first_sent_at"] == at(6)
    (went,) = found[SheetName.ATTENDANCE]
    assert (went["cadre"], went["state"]) == ("Lê Văn Sáu", "attended")
    told = found[SheetName.DIFFICULTIES]
    assert [entry["text"] for entry in told] == [ROAD.text, LOANS.text, "Đề nghị sửa đường"]
    assert told[0]["raised_on"] == date(2026, 11, 6)
    assert found[SheetName.EXEMPLARS] == []
    names = [entry["name"] for entry in found[SheetName.CHAPTERS]]
    assert names == ["Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"]
    assert found[SheetName.CHAPTERS][0]["area"] == "Xã Long Vĩnh / Ấp Cái Cối"
    assert "Thạch Thị Lan" in [entry["person"] for entry in found[SheetName.POSTS]]
    shares = {entry["indicator"]: entry for entry in found[SheetName.INDICATORS]}
    assert (shares["on_time"]["part"], shares["on_time"]["whole"]) == (1, 2)
    assert shares["on_time"]["value"] == 50


@pytest.mark.parametrize(
    ("language", "day", "grade"), [("vi", "ngày 5", "Tốt"), ("en", "the 5th", "Good")]
)
async def test_days_and_grades_stand_in_the_reader_s_language(
    database: Database, commune: Commune, language: str, day: str, grade: str
) -> None:
    (first, *_) = await meetings_of(database, commune.chapter, at(1))
    async with database.write() as unit:
        await ensure_defaults(unit)
        here = chapter_table.c.id == commune.chapter
        await unit.run(chapter_table.update().where(here).values(rule={"kind": "day", "day": 5}))
        actor = (await people.persons(unit, [commune.cadre]))[commune.cadre]
        cadre = await Directory(unit).posts(commune.cadre)
        await grade_meeting(
            ActorContext(unit, actor, cadre, POLICY, at(7), REACTIONS),
            meeting_id=first.id,
            source=Source.CADRE,
            mark=Mark(grade="tot"),
        )
    async with database.read() as unit:
        posts = await staff_posts(unit, commune)
        chapters, reports = [
            await read(unit, posts, asked(sheet, commune), language=language)
            for sheet in (SheetName.CHAPTERS, SheetName.REPORTS)
        ]
    assert day in [row["rule"] for row in chapters]
    assert grade in [row["grade"] for row in reports]


async def test_the_figures_are_those_that_are_shown(database: Database, commune: Commune) -> None:
    async with database.read() as unit:
        posts = await staff_posts(unit, commune)
        rows = await read(unit, posts, asked(SheetName.FIGURES, commune))
        reader = MonthReader(unit, POLICY, NOW)
        shown = await count_desk(reader, posts, commune.commune, NOVEMBER.periods[0])
        lines = await overview(unit, posts, day=NOW.date(), today=NOW.date())
        reported = await read(unit, posts, asked(SheetName.REPORTS, commune))
    names = Figures.__dataclass_fields__
    summed = total_of(Figures(**{name: row[name] for name in names}) for row in rows)  # type: ignore[arg-type]
    assert summed == shown.total
    assert len(reported) == lines.total.reported == shown.total.reported
    assert [row["area"] for row in rows] == ["Ấp Cái Cối", "Ấp La Ghi"]
    assert {row["state"] for row in rows} == {"open"}
    assert {row["version"] for row in rows} == {None}


async def test_a_page_begins_after_the_one_before(database: Database, commune: Commune) -> None:
    async with database.read() as unit:
        posts = await staff_posts(unit, commune)
        every = {sheet: await read(unit, posts, asked(sheet, commune)) for sheet in SheetName}
        for sheet, rows in every.items():
            assert await read(unit, posts, asked(sheet, commune), page=1) == rows


async def test_staff_of_an_association_get_its_rows_only(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.kind("farmers", association="Hội Nông dân")
        await make.chapter("Chi hội nông dân", commune.hamlet, other)
        person = await make.person("Hứa Thị Tư")
        of_all = await staff_posts(unit, commune)
        await make.post(person, Role.STAFF, area=commune.commune, association="Hội Nông dân")
        mine = await make.posts(person)
        for sheet in (SheetName.REPORTS, SheetName.DIFFICULTIES, SheetName.ATTENDANCE):
            assert await read(unit, mine, asked(sheet, commune)) == []
        chapters = await read(unit, mine, asked(SheetName.CHAPTERS, commune))
        assert [chapter["name"] for chapter in chapters] == ["Chi hội nông dân"]
        held_by = await read(unit, mine, asked(SheetName.POSTS, commune))
        assert [entry["person"] for entry in held_by] == ["Hứa Thị Tư"]
        # Who sees everything may ask for as little.
        for limit in ({"kind_id": other}, {"association": "Hội Nông dân"}):
            narrow = asked(SheetName.CHAPTERS, commune, **limit)
            assert [entry["name"] for entry in await read(unit, of_all, narrow)] == [
                "Chi hội nông dân"
            ]
            assert await read(unit, of_all, asked(SheetName.REPORTS, commune, **limit)) == []


async def test_only_who_may_change_the_directory_gets_the_posts(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        reader, neighbour = await make.person("Lý Xem"), await make.person("Lý Xóm")
        await make.post(reader, Role.READER, area=commune.commune)
        await make.post(neighbour, Role.STAFF, area=await make.area("Xã Đông Hải"))
        posts = await make.posts(reader)
        today = POLICY.day_of(NOW)
        assert SheetName.POSTS not in list_sheets(posts, today)
        with pytest.raises(NotAllowed):
            await read(unit, posts, asked(SheetName.POSTS, commune))
        assert await read(unit, posts, asked(SheetName.DIFFICULTIES, commune))
        for sheet in SheetName:
            with pytest.raises(NotFound):
                await read(unit, await make.posts(neighbour), asked(sheet, commune))
            with pytest.raises(NotFound):
                await read(
                    unit, await staff_posts(unit, commune), asked(sheet, commune, area_id=999)
                )
            for person in (commune.leader, commune.cadre, commune.stranger):
                with pytest.raises(NotAllowed):
                    await read(unit, await make.posts(person), asked(sheet, commune))


async def test_what_lies_ahead_has_no_rows(database: Database, commune: Commune) -> None:
    async with database.read() as unit:
        posts = await staff_posts(unit, commune)
        with pytest.raises(BadInput):
            await read(unit, posts, asked(SheetName.FIGURES, commune, span=Span(2027, 1, 1)))
        year = await read(unit, posts, asked(SheetName.REPORTS, commune, span=Span(2026, 1, 12)))
    assert [entry["period"] for entry in year] == ["2026-11", "2026-11"]


def test_what_is_asked_for_waits_as_json() -> None:
    wanted = SheetAsked(
        sheet=SheetName.REPORTS,
        area_id=7,
        span=Span(2026, 10, 3),
        format=SheetFormat.RAW,
        association="Hội Nông dân",
    )
    assert asked_from_json(asked_to_json(wanted)) == wanted
    assert file_name(wanted, "vi") == "bao-cao-2026-Q4.csv"
    assert file_name(replace(wanted, span=Span(2026, 8, 1)), "en") == "reports-2026-08.csv"
