"""A report that was begun and not sent: its writer hears of it before the lock, and after."""

from datetime import timedelta

import pytest

from operations.meetings.closing import close_period
from operations.reports.unsent import tell_of_unsent
from storage import Database
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, drafts_of, go, live
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(6))


@pytest.fixture
async def leader(office: Office) -> Phone:
    """She has begun the report of November and left it."""
    phone = await office.enrol(office.commune.leader)
    await go(phone, "=/baocao", "Đúng như trên", "=28", "=/menu")
    return phone


async def clock(office: Office, day: int, hour: int = 8, *, month: int = 12) -> None:
    office.town.now = at(day, hour, month=month)
    for _ in range(2):
        async with office.database.write() as unit:
            await close_period(unit, office.commune.commune.id, policy=POLICY, now=office.town.now)
            await tell_of_unsent(unit, policy=POLICY, now=office.town.now)
        await office.town.run()
        office.town.now += timedelta(minutes=20)


async def test_the_writer_is_told_before_the_period_closes_and_goes_on(
    office: Office, leader: Phone
) -> None:
    await clock(office, 8)
    assert "Bản nháp" not in leader.last
    await clock(office, 9)
    assert "chưa được gửi. Kỳ này nhận" in leader.last
    assert "đến hết ngày 10/12/2026" in leader.last
    assert leader.see().count("chưa được gửi. Kỳ này nhận") == 1
    await go(leader, "Làm tiếp báo cáo", *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28
    await clock(office, 12)
    assert "đã chốt số liệu" not in leader.see()


async def test_the_writer_is_told_after_the_lock_and_can_ask_for_it_to_be_opened(
    office: Office, leader: Phone
) -> None:
    staff = await office.enrol(office.commune.staff)
    await clock(office, 11)
    assert "Kỳ tháng 11/2026 đã chốt số liệu ngày 10/12/2026" in leader.last
    assert "vẫn được giữ" in leader.last
    await leader.press("Xin mở lại kỳ")
    assert "Đã gửi lời xin mở lại kỳ tháng 11/2026" in leader.last
    assert "xin mở lại kỳ tháng 11/2026" in staff.last
    await go(staff, "Mở lại kỳ cho", "Hết ngày 14/12/2026", "=Chị Lan ốm", "Mở lại")
    assert "đã mở lại tháng 11/2026" in leader.last
    await leader.press("Báo cáo")
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert draft.state["talk"]["answers"]["present"]["number"] == 28
    await go(leader, "Làm tiếp", *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_who_asks_what_is_missing_reads_the_locked_month(
    office: Office, leader: Phone
) -> None:
    await clock(office, 20)
    await leader.say("còn thiếu gì")
    assert "Bản nháp chưa gửi" in leader.last
    assert "tháng 11/2026: đã chốt ngày 10/12/2026" in leader.last
    await leader.press("Xin mở lại tháng 11/2026")
    assert "xin mở lại kỳ" in leader.last


async def test_a_locked_report_that_is_opened_shows_the_way(office: Office, leader: Phone) -> None:
    await clock(office, 20)
    await leader.say(f"/baocao {office.meeting.id}")
    assert "đã chốt số liệu" in leader.last
    assert "Xin mở lại kỳ" in leader.buttons


async def test_nobody_asks_for_a_chapter_of_others(office: Office, leader: Phone) -> None:
    other = await office.enrol(office.commune.stranger)
    await other.say(f"/molai a{office.meeting.id}")
    assert "Đã gửi lời xin" not in other.last
