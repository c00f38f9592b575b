from domain.people import Role
from operations.titles import post_words
from storage import Database
from tests.directory import Directory, settle_commune


async def test_posts_are_named_by_the_kinds_words_and_the_place(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        leader, staff = await make.posts(commune.leader), await make.posts(commune.staff)
        assert await post_words(unit, staff, "vi") == "Cán bộ tổng hợp xã Long Vĩnh"
        assert await post_words(unit, staff, "en") == "Staff of Xã Long Vĩnh"
        assert await post_words(unit, (), "vi") == ""
        together = await post_words(unit, leader + staff, "vi")
        assert together == (
            "Chi hội trưởng Chi hội phụ nữ ấp Cái Cối, Cán bộ tổng hợp xã Long Vĩnh"
        )


async def test_many_posts_end_in_a_number(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        for _ in range(3):
            await make.post(commune.stranger, Role.CADRE, area=commune.hamlet)
        posts = await make.posts(commune.stranger)
        assert (await post_words(unit, posts, "vi")).endswith("ấp Cái Cối, và 1 đơn vị khác")
