"""Lines of the journal stand where those read them whom they concern."""

from datetime import date

from domain.people import Role
from operations.directory.journal import list_changes
from storage import Database
from storage.maintenance import audit
from tests.directory import Directory, at, posts_of

TODAY = date(2026, 11, 7)


async def actions(database: Database, person_id: int) -> list[tuple[str, str]]:
    posts = await posts_of(database, person_id)
    async with database.read() as unit:
        found = await list_changes(unit, posts, today=TODAY)
    return [(entry.action, entry.where) for entry in reversed(found)]


async def test_what_holds_for_everybody_is_read_everywhere_and_an_import_where_it_was_made(
    database: Database,
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        province = await make.area("Tỉnh Vĩnh Long")
        here, there = await make.area("Xã Một", province), await make.area("Xã Hai", province)
        kind = await make.kind()
        staff = {}
        for place in (province, here, there):
            staff[place.id] = await make.person(f"Ngô Văn {place.id}")
            await make.post(staff[place.id], Role.STAFF, area=place)
    lines = (
        (staff[province.id], "pause.added", "everybody"),
        (staff[province.id], "kind.changed", f"kind:{kind}"),
        (staff[here.id], "directory.import", "import:1"),
        (None, "directory.import", "import:2"),
    )
    async with database.write() as unit:
        for person_id, action, subject in lines:
            audit.add_later(
                unit, audit.Entry(person_id=person_id, action=action, subject=subject), now=at(6)
            )
    top, own = province.name, here.name
    of_all = [("pause.added", top), ("kind.changed", top)]
    assert await actions(database, staff[here.id]) == [*of_all, ("directory.import", own)]
    assert await actions(database, staff[there.id]) == of_all
    assert await actions(database, staff[province.id]) == [
        *of_all,
        ("directory.import", own),
        ("directory.import", top),
    ]


async def test_who_answers_for_one_kind_reads_what_was_changed_of_that_kind(
    database: Database,
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        commune = await make.area("Xã Một")
        women, farmers = await make.kind(), await make.kind("farmers", association="Hội Nông dân")
        officers = [await make.person(f"Ngô Văn {number}") for number in range(3)]
        await make.post(officers[0], Role.STAFF, area=commune, kind_id=women)
        await make.post(officers[1], Role.STAFF, area=commune, association="Hội Nông dân")
        await make.post(officers[2], Role.STAFF, area=commune)
        for kind in (women, farmers):
            action, subject = f"kind.{kind}", f"kind:{kind}"
            audit.add_later(
                unit, audit.Entry(person_id=None, action=action, subject=subject), now=at(6)
            )
    read = [[action for action, _ in await actions(database, officer)] for officer in officers]
    assert read == [[f"kind.{women}"], [f"kind.{farmers}"], [f"kind.{women}", f"kind.{farmers}"]]
