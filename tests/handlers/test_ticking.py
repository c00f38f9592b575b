from copy import copy
from datetime import timedelta

import pytest

from domain.inbound import InboundKind
from storage import Database
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go, live
from tests.talks import Phone

TO_TICKS = ("Báo cáo", "Đúng như trên", "=28", "Không có chủ đề")


pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


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


async def test_taps_on_the_same_screen_mean_the_same_however_often(office: Office) -> None:
    """Tapped while the bot was away, tapped again forty seconds later: it is ticked."""
    phone = await open_ticks(office)
    for wait in (40, 300, 2):
        await phone.press_ahead("Thảo luận")
        office.town.now += timedelta(seconds=wait)
    await office.town.run()
    await send(phone)
    assert (await live(office)).answers.activities == ("discussion",)


async def test_taps_of_an_old_screen_arriving_one_by_one_mean_the_same(office: Office) -> None:
    phone = await open_ticks(office)
    old = copy(phone.from_bot[-1])
    for _ in range(3):
        await phone.press("Thảo luận", on=old)
        office.town.now += timedelta(seconds=40)
    await phone.press("Đối thoại", on=old)
    await send(phone)
    assert (await live(office)).answers.activities == ("discussion", "dialogue")


async def test_an_old_screen_can_take_a_tick_away_but_once(office: Office) -> None:
    phone = await open_ticks(office)
    await phone.press("Thảo luận")
    ticked = copy(phone.from_bot[-1])
    for _ in range(2):
        office.town.now += timedelta(seconds=40)
        await phone.press("Thảo luận", on=ticked)
    await send(phone)
    assert (await live(office)).answers.activities == ()


async def test_a_button_drawn_before_ticks_named_their_state_still_works(office: Office) -> None:
    phone = await open_ticks(office)
    prompt = phone.from_bot[-1].prompt
    assert prompt
    await phone.send(
        InboundKind.CHOICE, prompt_id=prompt.id, choice="discussion", press_id="before"
    )
    await send(phone)
    assert (await live(office)).answers.activities == ("discussion",)


async def test_an_evening_is_ticked_the_same_way(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    office.town.now += timedelta(hours=14)
    await cadre.say("/xacnhan 2026-11-05")
    old = copy(cadre.from_bot[-1])
    label = old.labels[0]
    for _ in range(2):
        await cadre.press(label, on=old)
        office.town.now += timedelta(seconds=40)
    prompt = cadre.from_bot[-1].prompt
    assert prompt
    assert len(prompt.selected) == 1


@pytest.mark.parametrize("pause", [0.3, 4, 60])
async def test_who_taps_send_three_times_is_told_the_receipt(office: Office, pause: float) -> None:
    phone = await open_ticks(office)
    await go(phone, "Xong", "Có dự", "Không có")
    review = copy(phone.from_bot[-1])
    for _ in range(3):
        await phone.press("Gửi báo cáo", on=review)
        office.town.now += timedelta(seconds=pause)
    assert (await live(office)).version == 1
    assert "Đã nhận báo cáo" in phone.last
    assert "câu trước" not in phone.see()
    assert len(office.town.notes) == 2
    assert all(note.startswith("Đã nhận báo cáo") for note in office.town.notes)


async def test_three_taps_that_waited_while_the_bot_was_away_end_with_the_receipt(
    office: Office,
) -> None:
    phone = await open_ticks(office)
    await go(phone, "Xong", "Có dự", "Không có")
    for _ in range(3):
        await phone.press_ahead("Gửi báo cáo")
    await office.town.run()
    assert (await live(office)).version == 1
    assert "Đã nhận báo cáo" in phone.last
    assert "Nút này không còn tác dụng." not in office.town.notes
