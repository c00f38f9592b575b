from datetime import timedelta

import pytest

from storage import Database
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go, live
from tests.talks import Phone

TO_TICKS = ("Báo cáo", "Đúng như trên", "=28", "Không có chủ đề")


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


async def open_ticks(office: Office) -> Phone:
    return await go(await office.enrol(office.commune.leader), *TO_TICKS)


async def send(phone: Phone) -> None:
    await go(phone, "Xong", "Có dự", "Không có", "Gửi báo cáo")


async def test_two_ticks_in_quick_succession_both_count(office: Office) -> None:
    phone = await open_ticks(office)
    await phone.press_ahead("Thảo luận")
    await phone.press_ahead("Đối thoại")
    await office.town.run()
    assert "đã cũ" not in phone.last
    await send(phone)
    assert (await live(office)).answers.activities == ("discussion", "dialogue")


async def test_a_double_tap_ticks_once(office: Office) -> None:
    phone = await open_ticks(office)
    await phone.press_ahead("Thảo luận")
    await phone.press_ahead("Thảo luận")
    await office.town.run()
    await send(phone)
    assert (await live(office)).answers.activities == ("discussion",)


async def test_a_tick_is_taken_away_by_a_later_tap(office: Office) -> None:
    phone = await open_ticks(office)
    await phone.press("Thảo luận")
    office.town.now += timedelta(seconds=5)
    await phone.press("Thảo luận")
    await send(phone)
    assert (await live(office)).answers.activities == ()
