from datetime import timedelta

import pytest

from domain.inbound import Address, Inbound, InboundKind
from domain.people import Role
from operations.maintenance.backups import note_backup, note_rehearsal
from operations.maintenance.health import (
    Light,
    disk_finding,
    list_findings,
    note_disk,
    note_job,
    tell_administrators,
)
from operations.messaging.receiving import store_updates
from scheduler.context import ClockContext
from scheduler.jobs import Job, run_job
from storage import Database
from tests.directory import POLICY, Directory, at
from tests.handlers.office import Office, open_office
from tests.talks import Phone

NOW = at(6, 12)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=NOW)


async def administrator(office: Office) -> Phone:
    async with office.database.write() as unit:
        make = Directory(unit)
        person = await make.person("Huỳnh Văn Phúc")
        await make.post(person, Role.ADMINISTRATOR, area=office.commune.commune)
    return await office.enrol(person)


async def lights(database: Database) -> dict[str, Light]:
    async with database.read() as unit:
        return {finding.name: finding.light for finding in await list_findings(unit, now=NOW)}


async def look_after(office: Office, *, hours: int = 0) -> int:
    now = office.town.now + timedelta(hours=hours)
    async with office.database.write() as unit:
        found = await tell_administrators(unit, policy=POLICY, now=now)
    await office.town.run()
    return found


async def test_what_is_well_is_green_and_a_missing_backup_yellow(database: Database) -> None:
    found = await lights(database)
    assert {name for name, light in found.items() if light is not Light.GREEN} == {
        "backup",
        "rehearsal",
    }
    assert found["backup"] is Light.YELLOW


async def test_a_message_that_waits_for_half_an_hour_is_red(database: Database) -> None:
    inbound = Inbound(
        address=Address("telegram", "main", "1", "1"),
        external_id="1",
        kind=InboundKind.TEXT,
        sent_at=NOW,
        text="/start",
    )
    async with database.write() as unit:
        await store_updates(unit, [("{}", inbound)], now=NOW - timedelta(minutes=31))
    assert (await lights(database))["inbox"] is Light.RED


async def test_backups_grow_old(database: Database) -> None:
    async with database.write() as unit:
        await note_backup(unit, now=NOW - timedelta(hours=20))
        await note_rehearsal(unit, now=NOW - timedelta(days=30))
    assert (await lights(database))["backup"] is Light.GREEN
    assert (await lights(database))["rehearsal"] is Light.GREEN
    async with database.write() as unit:
        await note_backup(unit, now=NOW - timedelta(hours=30))
    assert (await lights(database))["backup"] is Light.RED


def test_a_filling_disk_turns_yellow_then_red() -> None:
    assert [disk_finding(free).light for free in (9 * 10**9, 10**9, 10**8)] == list(Light)


async def test_a_job_that_fails_is_noted_until_it_runs_again(database: Database) -> None:
    context = ClockContext(database=database, policy=POLICY, clock=lambda: NOW)
    broken = True

    async def work(_context: ClockContext, _now: object) -> None:
        if broken:
            raise RuntimeError("no")

    job = Job("reminders", work, {})
    assert not await run_job(job, context, NOW)
    assert (await lights(database))["jobs"] is Light.RED
    broken = False
    assert await run_job(job, context, NOW)
    assert (await lights(database))["jobs"] is Light.GREEN


async def test_administrators_are_told_of_a_fault_once_a_day(office: Office) -> None:
    phone = await administrator(office)
    staff = await office.enrol(office.commune.staff)
    before = len(staff.screen)
    async with office.database.write() as unit:
        await note_disk(unit, free=10**8)
        await note_job(unit, "bundles", failed=True, now=NOW)
    assert await look_after(office) == 2
    assert "ổ đĩa chỉ còn 0,1 GB" in phone.see()
    assert "việc định kỳ bị lỗi: bundles" in phone.see()
    told = len(phone.screen)
    await look_after(office)
    assert len(phone.screen) == told
    office.town.now += timedelta(days=1)
    await look_after(office)
    assert len(phone.screen) == told + 2
    assert len(staff.screen) == before


async def test_administrators_see_the_lights_and_others_do_not(office: Office) -> None:
    phone = await administrator(office)
    await phone.say("/suckhoe")
    assert "Cần theo dõi – Bản sao lưu gần nhất: –" in phone.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("/suckhoe")
    assert "do người quản trị" in staff.see()
