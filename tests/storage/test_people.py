from contextlib import suppress
from datetime import date

from domain.people import Role
from storage import Database
from storage.directory import areas, directory_changes
from storage.people import people
from tests.directory import Directory, settle_commune

TODAY = date(2026, 11, 5)


async def test_a_post_for_a_place_counts_for_every_chapter_below_of_its_kind(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers")
        farm = await make.chapter("Chi hội nông dân", commune.hamlet, farmers)
        await make.post(commune.stranger, Role.CADRE, area=commune.commune, kind_id=farmers)
        everywhere = [commune.chapter, commune.other_chapter, farm]
        found = await people.holders(unit, everywhere, roles=[Role.CADRE], day=TODAY)
    assert {at: {holder.person.id for holder in held} for at, held in found.items()} == {
        commune.chapter: {commune.cadre},
        farm: {commune.cadre, commune.stranger},
    }


async def test_a_post_is_held_up_to_its_last_day(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        [post] = (await people.posts_of(unit, [commune.leader]))[commune.leader]
        await directory_changes.set_end(unit, post.id, TODAY)
        for day, holders in ((TODAY, [commune.leader]), (date(2026, 11, 6), [])):
            found = await people.holders(unit, [commune.chapter], roles=[Role.LEADER], day=day)
            assert [holder.person.id for holder in found.get(commune.chapter, ())] == holders


async def test_staff_of_an_area_are_those_of_the_area_and_of_every_one_above(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.read() as unit:
        above = await people.holders_of_area(
            unit, commune.hamlet.path, roles=[Role.STAFF], day=TODAY
        )
        assert [holder.person.name for holder in above] == ["Ngô Văn Tám"]
        names = [area.name for area in await areas.list_below(unit, commune.commune.path)]
    assert names == ["Xã Long Vĩnh", "Ấp Cái Cối", "Ấp La Ghi"]


async def test_who_holds_a_post_is_known_anew_once_posts_were_written(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)

        async def held_by(role: Role) -> set[int]:
            found = await people.holders(unit, [commune.chapter], roles=[role], day=TODAY)
            return {holder.person.id for holder in found.get(commune.chapter, ())}

        assert await held_by(Role.CADRE) == {commune.cadre}
        assert await held_by(Role.LEADER) == {commune.leader}
        await make.post(commune.stranger, Role.CADRE, area=commune.hamlet)
        assert await held_by(Role.CADRE) == {commune.cadre, commune.stranger}
        with suppress(LookupError):
            async with unit.savepoint():
                [post] = (await people.posts_of(unit, [commune.stranger]))[commune.stranger]
                await directory_changes.set_end(unit, post.id, date(2026, 11, 4))
                assert await held_by(Role.CADRE) == {commune.cadre}
                raise LookupError
        assert await held_by(Role.CADRE) == {commune.cadre, commune.stranger}
