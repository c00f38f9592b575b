import pytest
from sqlalchemy import update

from operations.directory.directory_look import search
from storage import Database
from storage.directory import directory_search, search_keys
from storage.tables.directory import chapter, person
from tests.directory import Directory, at, posts_of, settle_commune

TODAY = at(5).date()


@pytest.mark.parametrize(
    "typed",
    ["Cái Cối", "cai coi", "CAI  COI", "coi phu nu", "Chi hội phụ nữ ấp Cái Cối", "ca co"],
)
async def test_words_find_a_chapter_in_any_spelling_and_order(
    database: Database, typed: str
) -> None:
    commune = await settle_commune(database)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert list(found.chapter_ids) == [commune.chapter]


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "oi", "cai coi khong"])
async def test_signs_and_middles_of_words_find_nothing(database: Database, typed: str) -> None:
    commune = await settle_commune(database)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert list(found.chapter_ids) == []


@pytest.mark.parametrize("typed", ["0912 345 678", "+84 912345678", "912345678", "345.678"])
async def test_a_phone_is_found_however_it_is_written(database: Database, typed: str) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await unit.run(
            update(person).where(person.c.id == commune.leader).values(phone="0912.345 678")
        )
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert [one.id for one in found.people] == [commune.leader]


async def test_a_search_of_one_kind_leaves_the_others_out(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        youth = await make.kind("youth")
        other = await make.chapter("Chi đoàn ấp Cái Cối", commune.hamlet, youth)
        found = await directory_search.find_chapters(
            unit,
            ["coi"],
            chapter_ids=(),
            scopes=[(commune.commune.path, youth)],
            day=TODAY,
        )
    assert found == [other]


async def test_keys_that_an_older_schema_left_empty_are_filled(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await unit.run(update(chapter).values(search_key=""))
        assert await search_keys.fill_missing(unit) == 2
        assert await search_keys.fill_missing(unit) == 0
        found = await directory_search.find_chapters(
            unit, ["la", "ghi"], chapter_ids=(), scopes=[(commune.commune.path, None)], day=TODAY
        )
    assert found == [commune.other_chapter]
