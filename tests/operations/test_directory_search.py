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


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ấp Mỹ Quý", "ap mi qui"),
        ("Ấp Mĩ Quí", "Mỹ Quý"),
        ("Thôn III", "thon 3"),
        ("Thôn 3", "Thôn III"),
        ("Ấp 01", "ấp 1"),
        ("Ấp 1", "Ấp 01"),
        ("Ấp \u00d0ông Thành", "đông thành"),
        ("Ấp Đông Thành", "\u00d0ông"),
        ("Ấp Hoà Thuỷ", "hòa thủy"),
    ],
)
async def test_a_place_is_found_in_any_spelling_of_its_name(
    database: Database, name: str, typed: str
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        place = await make.area(name, commune.commune)
        chapter = await make.chapter(f"Chi hội phụ nữ {name}", place, commune.kind)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert [area.id for area in found.areas] == [place.id]
    assert list(found.chapter_ids) == [chapter]


async def test_a_word_that_is_being_typed_still_finds_longer_ones(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        place = await Directory(unit).area("Ấp Quyết Thắng", commune.commune)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        for typed in ("quy", "vi", "ap quy"):
            found = await search(unit, posts, typed, today=TODAY)
            wanted = commune.commune.id if typed == "vi" else place.id
            assert wanted in [area.id for area in found.areas]


async def test_a_commune_is_found_by_its_staff_and_by_nobody_of_elsewhere(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    for who, wanted in ((commune.staff, [commune.commune.id]), (commune.cadre, [])):
        posts = await posts_of(database, who)
        async with database.read() as unit:
            found = await search(unit, posts, "xã long vĩnh", today=TODAY)
        assert [area.id for area in found.areas] == wanted


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "oi", "cai coi khong"])
async def test_signs_and_middles_of_words_find_nothing(database: Database, typed: str) -> None:
    commune = await settle_commune(database)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert list(found.chapter_ids) == []


@pytest.mark.parametrize(
    "typed",
    ["0912 345 678", "+84 912345678", "912345678", "345.678", "84912345678", "0084912345678"],
)
async def test_a_phone_is_found_however_it_is_written(database: Database, typed: str) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await unit.run(
            update(person).where(person.c.id == commune.leader).values(phone="0912.345 678")
        )
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        found = await search(unit, posts, typed, today=TODAY)
    assert [person.id for person in found.people] == [commune.leader]


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
