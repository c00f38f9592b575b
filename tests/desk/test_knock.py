"""The desk opened from the chat: its code is sent there, and a number on the screen matched."""

import re
from datetime import timedelta

import pytest

from domain.policy import Policy
from storage import Database
from tests.desk.seated import Seat, Seats, read
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.talks import Phone


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(11), public_url="https://sinhhoat.example.vn")


async def show_code(seat: Seat, **fields: str) -> tuple[str, str]:
    """Asks for a code; gives it and the number beside it."""
    seat.client.headers["user-agent"] = "Mozilla/5.0 (Windows NT 10.0) Chrome/156.0"
    page = await seat.send("ask", **fields)
    assert page.headers["refresh"] == "3"
    code, number = re.findall(r'class="code">([^<]+)<', page.text)
    return code, number


async def waits(seat: Seat) -> bool:
    return "Mở bàn làm việc từ điện thoại" in (await seat.client.get("/desk/wait")).text


@pytest.fixture
async def staff(office: Office) -> Phone:
    return await office.enrol(office.commune.staff)


async def test_the_right_number_opens_the_screen_that_shows_it(
    office: Office, staff: Phone, seats: Seats
) -> None:
    screen, other = seats.stranger(), seats.stranger()
    seats.now = office.town.now
    code, number = await show_code(screen, shared="yes")
    await show_code(other)
    await staff.say(code.lower())
    assert "trên máy Windows, Chrome, lúc 12h00" in staff.last
    assert len(staff.buttons) == 4
    assert number in staff.buttons
    assert await waits(screen)
    await staff.press(number)
    assert "Đã mở bàn làm việc" in staff.last
    entered = await screen.client.get("/desk/wait", follow_redirects=True)
    assert "Ngô Văn Tám" in entered.text
    assert "Tổng quan" in read(entered.text)
    assert await waits(other)
    await other.get(status=401)


@pytest.mark.parametrize("answer", ["another", "Không phải tôi"])
async def test_another_number_or_a_no_closes_the_request_for_good(
    office: Office, staff: Phone, seats: Seats, answer: str
) -> None:
    screen = seats.stranger()
    seats.now = office.town.now
    code, number = await show_code(screen)
    await staff.say(f"/banlamviec {code}")
    wrong = next(one for one in staff.buttons if one.isdecimal() and one != number)
    await staff.press(wrong if answer == "another" else answer)
    assert "Không mở." in staff.last
    assert not await waits(screen)
    await screen.get(status=401)
    await staff.say(code)
    assert "không mở được bàn làm việc nào" in staff.last


async def test_a_code_is_over_after_two_minutes(
    office: Office, staff: Phone, seats: Seats
) -> None:
    screen = seats.stranger()
    seats.now = office.town.now
    code, _ = await show_code(screen)
    office.town.now += timedelta(minutes=2)
    seats.now = office.town.now
    await staff.say(code)
    assert "đã quá 2 phút" in staff.last
    assert "Mã đã hết hạn" in (await screen.client.get("/desk/wait")).text


async def test_wrong_codes_and_many_screens_are_limited(
    office: Office, staff: Phone, seats: Seats
) -> None:
    for _ in range(Policy().wrong_codes_per_address):
        await staff.say("C22-222")
        assert "không mở được bàn làm việc nào" in staff.last
    await staff.say("C22-222")
    assert "nhiều mã mời chưa đúng" in staff.last
    seats.now = office.town.now
    screen = seats.stranger()
    for _ in range(20):
        await show_code(screen)
    assert (await screen.send("ask")).status_code == 429


async def test_the_link_from_the_chat_leads_to_the_door(office: Office, staff: Phone) -> None:
    await staff.say("bàn làm việc")
    assert "https://sinhhoat.example.vn/desk/enter?c=" in staff.last
    assert re.search(r"gõ mã \w{4}-\w{4}-\w{4}\.", staff.last)
    await staff.say("/menu")
    await staff.press("Việc khác")
    assert "Bàn làm việc" in staff.buttons
