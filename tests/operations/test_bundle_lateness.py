from datetime import date

from domain.people import Role
from storage import Database
from storage.notifications import bundles
from storage.notifications.bundles import LateCount
from tests.directory import Directory, at, settle_commune
from tests.operations.planned import november, send

TENTH, TWENTIETH = date(2026, 11, 10), date(2026, 11, 20)


async def late_for(database: Database, *people: int, since: date = TENTH) -> dict[int, LateCount]:
    async with database.read() as unit:
        found = await bundles.count_late(unit, people, since=since, today=TWENTIETH)
    assert len(found) == len({late.person_id for late in found})
    return {late.person_id: late for late in found}


async def test_staff_wait_for_what_is_late_in_their_places(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    both = await late_for(database, commune.staff)
    assert both[commune.staff].late == 2
    await send(database, commune.leader, meeting, now=at(19))
    assert (await late_for(database, commune.staff))[commune.staff].late == 1


async def test_only_what_fell_due_since_is_new(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    found = await late_for(database, commune.staff, since=TWENTIETH)
    assert (found[commune.staff].late, found[commune.staff].newly) == (2, 0)


async def test_a_post_for_one_kind_or_association_counts_that_alone(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        make = Directory(unit)
        other, mine = await make.person("Kim Thị Hai"), await make.person("Kim Thị Ba")
        place = commune.commune
        await make.post(other, Role.STAFF, area=place, association="Hội Nông dân")
        await make.post(mine, Role.STAFF, area=place, kind_id=commune.kind)
    found = await late_for(database, other, mine)
    assert other not in found
    assert found[mine].late == 2


async def test_who_holds_two_posts_there_waits_for_each_meeting_once(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(commune.staff, Role.STAFF, area=commune.hamlet)
    assert (await late_for(database, commune.staff))[commune.staff].late == 2
