"""Places and chapters of one name are told apart by the place above."""

from domain.people import Role
from operations.desks import list_desks
from operations.figures.overview import overview
from operations.meetings.schedule import list_for_cadre
from operations.namesakes import name_areas, tell_apart
from storage import Database
from storage.directory import areas
from tests.directory import Commune, Directory, at, settle_commune
from tests.operations.planned import plan_all

CAI_COI = "Chi hội phụ nữ ấp Cái Cối"


async def settle_twice(database: Database) -> tuple[Commune, int, int]:
    """Another commune of the same province has a hamlet and a chapter of the same names."""
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.area("Xã Đông Hải")
        hamlet = await make.area("Ấp Cái Cối", other)
        chapter = await make.chapter(CAI_COI, hamlet, commune.kind)
        for area in (other, hamlet):
            await make.post(commune.staff, Role.STAFF, area=area)
        for area in (commune.commune, other):
            await make.post(commune.stranger, Role.CADRE, area=area)
        await make.post(commune.staff, Role.STAFF, area=commune.hamlet)
    await plan_all(database, at(1))
    return commune, hamlet.id, chapter


async def test_names_that_repeat_get_the_place_above_and_others_do_not(
    database: Database,
) -> None:
    commune, hamlet, chapter = await settle_twice(database)
    async with database.read() as unit:
        every = await areas.by_ids(unit, [commune.hamlet.id, hamlet, commune.other_hamlet.id])
        assert await name_areas(unit, every.values()) == {
            commune.hamlet.id: "Ấp Cái Cối (Xã Long Vĩnh)",
            hamlet: "Ấp Cái Cối (Xã Đông Hải)",
            commune.other_hamlet.id: "Ấp La Ghi",
        }
        entry = await areas.by_ids(unit, [commune.hamlet.id])
        assert await name_areas(unit, entry.values()) == {commune.hamlet.id: "Ấp Cái Cối"}
        named = {commune.chapter: CAI_COI, chapter: CAI_COI, commune.other_chapter: "Chi hội"}
        assert await tell_apart(unit, named) == {
            commune.chapter: f"{CAI_COI} (Xã Long Vĩnh)",
            chapter: f"{CAI_COI} (Xã Đông Hải)",
            commune.other_chapter: "Chi hội",
        }
        # The hamlet that a name does not tell comes first.
        bare = {commune.chapter: "Chi hội", commune.other_chapter: "Chi hội"}
        assert await tell_apart(unit, bare) == {
            commune.chapter: "Chi hội (Ấp Cái Cối)",
            commune.other_chapter: "Chi hội (Ấp La Ghi)",
        }


async def test_lists_calendar_and_desks_tell_them_apart(database: Database) -> None:
    commune, _, _ = await settle_twice(database)
    both = {f"{CAI_COI} (Xã Long Vĩnh)", f"{CAI_COI} (Xã Đông Hải)"}
    today = at(2).date()
    async with database.read() as unit:
        posts = await Directory(unit).posts(commune.stranger)
        lines = (await overview(unit, posts, day=today, today=today)).lines
        assert both <= {line.row.chapter_name for line in lines}
        assert both <= {
            scheduled.chapter_name for scheduled in await list_for_cadre(unit, posts, today=today)
        }
        staff = await Directory(unit).posts(commune.staff)
        desks = {area.name for area in await list_desks(unit, staff, today=today)}
    assert {"Ấp Cái Cối (Xã Long Vĩnh)", "Ấp Cái Cối (Xã Đông Hải)", "Xã Long Vĩnh"} <= desks
