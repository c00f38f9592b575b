"""On State holidays the bot begins nothing, and makes up for it on the next morning."""

from datetime import date

from domain.calendar import Holiday
from domain.people import Role
from operations.meetings.free_days import run_before
from operations.meetings.pausing import PauseDays, PauseOf, enter_pause
from operations.notifications.bundling import due_bundles
from storage import Database, UnitOfWork
from storage.meetings import holidays
from storage.tables.directory import chapter
from storage.tables.meetings import meeting
from tests.directory import POLICY, Directory, at, settle_commune
from tests.operations.test_reminding import plan, remind, settle_leader
from tests.reached import reach


async def free(unit: UnitOfWork, *days: int) -> None:
    await holidays.add_missing(unit, [Holiday(date(2026, 11, day), "Lễ") for day in days])


async def test_a_reminder_due_on_a_holiday_comes_on_the_next_morning(database: Database) -> None:
    async with database.write() as unit:
        await settle_leader(unit)
        await free(unit, 2, 3)
        assert await remind(unit, at(2, 7)) == []
        assert await remind(unit, at(3, 7)) == []
        (row,) = await remind(unit, at(4, 7))
        assert "05/11" in row.message.text


async def test_a_meeting_on_the_holiday_itself_is_named_that_morning_and_at_its_end(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        await plan(unit, leader.chapters[0], date(2026, 11, 8), ordinal=2)
        await free(unit, 5)
        (morning,) = await remind(unit, at(5, 7))
        assert "Hôm nay" in morning.message.text
        assert "08/11" not in morning.message.text
        (end,) = await remind(unit, at(5, 20, month=11).replace(minute=45))
        assert end.dedupe_key is not None
        assert end.dedupe_key.endswith(":end")


async def test_what_was_made_up_for_is_not_said_again(database: Database) -> None:
    async with database.write() as unit:
        await settle_leader(unit)
        await free(unit, 1, 2)
        assert len(await remind(unit, at(3, 7))) == 1
        assert await remind(unit, at(4, 7)) == []


async def test_a_meeting_that_was_during_the_holidays_is_asked_for_after_them(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        await unit.run(meeting.delete().where(meeting.c.id == leader.meetings[1]))
        await free(unit, 6, 7, 8)
        assert await remind(unit, at(7, 7)) == []
        assert len(await remind(unit, at(9, 7))) == 1


async def test_local_days_stop_no_reminder(database: Database) -> None:
    async with database.write() as unit:
        await settle_leader(unit)
        area = await Directory(unit).area("Xã")
        local = [Holiday(date(2026, 11, 2), "Ok Om Bok")]
        await holidays.add_missing(unit, local, area_id=area.id)
        assert len(await remind(unit, at(2, 7))) == 1


async def test_a_deputy_is_asked_while_the_leader_is_on_leave(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        make = Directory(unit)
        deputy = await make.person("Trần Thị Bé")
        await make.post(deputy, Role.DEPUTY, chapter=leader.chapters[0])
        here = await reach(unit, deputy, now=at(1))
        await enter_pause(
            unit,
            PauseOf(person_id=leader.person),
            PauseDays(date(2026, 11, 2), date(2026, 11, 4), "Nghỉ phép"),
            by=None,
            policy=POLICY,
            now=at(1),
        )
        (row,) = await remind(unit, at(2, 7))
        assert row.address_id == here.id
        assert here.id not in {row.address_id for row in await remind(unit, at(5, 7))}


async def test_no_bundle_is_made_on_a_holiday(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await reach(unit, commune.cadre, now=at(1))
        await free(unit, 3)
        assert await due_bundles(unit, policy=POLICY, now=at(3, 18)) == []
        assert len(await due_bundles(unit, policy=POLICY, now=at(4, 18))) == 1


def test_a_run_of_free_days_ends_with_the_first_other_day() -> None:
    days = frozenset({date(2026, 11, 2), date(2026, 11, 4), date(2026, 11, 5)})
    assert run_before(date(2026, 11, 6), days) == (date(2026, 11, 5), date(2026, 11, 4))
    assert run_before(date(2026, 11, 2), days) == ()


async def test_the_last_report_of_a_chapter_that_ended_is_still_asked_for(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        await unit.run(
            chapter.update()
            .where(chapter.c.id.in_(leader.chapters))
            .values(valid_to=date(2026, 11, 5))
        )
        (row,) = await remind(unit, at(7, 7))
        assert "Chi hội phụ nữ" in row.message.text
