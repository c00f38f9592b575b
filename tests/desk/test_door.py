"""Coming in and going out: a code that is spent once, an idle desk, a person cut off."""

import re
from datetime import timedelta

import pytest

from domain.policy import Policy
from operations.people.access_revocation import cut_off_by
from storage import Unavailable
from storage.messages import addresses
from tests.codes import WRONG, code_for
from tests.desk.seated import Seats
from tests.directory import Commune


async def test_a_link_is_spent_by_its_form_alone_and_only_once(
    seats: Seats, commune: Commune
) -> None:
    browser, other = seats.stranger(), seats.stranger()
    code = await seats.code(commune.staff)
    for _ in range(2):
        assert code in (await browser.get(f"enter?c={code}")).text, "a preview spends nothing"
    entered = await browser.send("enter", code=code.lower())
    assert "Ngô Văn Tám" in entered.text
    again = await other.send("enter", code=code)
    assert again.status_code == 403
    assert "Mã mời này không dùng được" in again.text
    assert "Ngô Văn Tám" not in again.text


async def test_whoever_followed_a_link_comes_to_it_after_the_door(
    seats: Seats, commune: Commune
) -> None:
    browser = seats.stranger()
    door = await browser.get("missing?tab=paused", status=401)
    assert 'name="next" value="missing?tab=paused"' in door.text
    code = await seats.code(commune.staff)
    entered = await browser.send("enter", code=code, next="missing?tab=paused")
    assert entered.url.path == "/desk/missing"
    for elsewhere in ("//example.org", "/", "https://example.org", "\\example", "../"):
        code = await seats.code(commune.staff)
        entered = await browser.send("enter", code=code, next=elsewhere)
        assert entered.url == "http://localhost/desk/"


async def test_a_shared_computer_forgets_with_the_browser(seats: Seats, commune: Commune) -> None:
    kept: dict[str, bool] = {}
    for name, fields in {"own": {}, "shared": {"shared": "yes"}}.items():
        browser = seats.stranger()
        await browser.send("enter", code=await seats.code(commune.staff), **fields)
        (cookie,) = browser.client.cookies.jar
        assert (cookie.path, cookie.has_nonstandard_attr("HttpOnly")) == ("/desk/", True)
        kept[name] = not cookie.discard
    assert kept == {"own": True, "shared": False}


async def test_a_desk_closes_after_twelve_idle_hours_and_not_while_used(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    for _ in range(3):
        seats.now += timedelta(hours=11)
        await staff.get()
    seats.now += timedelta(hours=12)
    await staff.get(status=401)


async def test_going_out_and_being_cut_off_close_the_desk_at_once(
    seats: Seats, commune: Commune
) -> None:
    staff, at_home = await seats.sit(commune.staff), await seats.sit(commune.staff)
    await staff.send("leave")
    await staff.get(status=401)
    await at_home.get()
    async with seats.database.write() as unit:
        await cut_off_by(unit, commune.staff, by=None, now=seats.now)
    await at_home.get(status=401)


async def test_a_code_of_an_office_leads_into_the_chat_first(
    seats: Seats, commune: Commune
) -> None:
    code = await code_for(seats.database, commune.staff, now=seats.now)
    refused = await seats.stranger().send("enter", code=code)
    assert "mã mời vào cuộc trò chuyện" in refused.text
    assert refused.status_code == 403


async def test_whose_chat_is_closed_is_told_so_and_the_code_stays_good(
    seats: Seats, commune: Commune
) -> None:
    code = await seats.code(commune.staff)
    async with seats.database.write() as unit:
        here = (await addresses.preferred(unit, [commune.staff]))[commune.staff]
        await addresses.set_reachable(unit, here.id, reachable=False, now=seats.now)
    refused = await seats.stranger().send("enter", code=code)
    assert "mở lại cuộc trò chuyện" in refused.text
    assert refused.status_code == 403
    async with seats.database.write() as unit:
        await addresses.set_reachable(unit, here.id, reachable=True, now=seats.now)
    assert "Ngô Văn Tám" in (await seats.stranger().send("enter", code=code)).text


async def test_guessing_is_limited_and_a_right_code_still_works(
    seats: Seats, commune: Commune
) -> None:
    browser = seats.stranger()
    for _ in range(Policy().wrong_codes_per_network):
        assert (await browser.send("enter", code=WRONG)).status_code == 403
    assert "nhiều mã mời chưa đúng" in (await browser.send("enter", code=WRONG)).text
    assert (
        "Ngô Văn Tám" in (await browser.send("enter", code=await seats.code(commune.staff))).text
    )


async def test_another_site_can_send_nothing(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    foreign = {"origin": "https://example.org", "sec-fetch-site": "cross-site"}
    answer = await staff.client.post("/desk/leave", headers=foreign)
    assert answer.status_code == 403
    page = await staff.get()
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


async def test_without_the_database_a_page_comes_again_and_a_form_keeps_its_words(
    seats: Seats, commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = await seats.sit(commune.staff)

    def away() -> None:
        raise Unavailable("away")

    monkeypatch.setattr(seats.database, "read", away)
    monkeypatch.setattr(seats.database, "write", away)
    page = await staff.get(status=503)
    assert page.headers["refresh"] == "5"
    sent = await staff.send("missing", meeting=["7", "8"], do="send")
    assert sent.status_code == 503
    assert "refresh" not in sent.headers
    assert 'name="meeting" value="7"' in sent.text
    assert 'name="do" value="send"' in sent.text


async def test_own_desks_are_listed_and_ended_one_by_one(seats: Seats, commune: Commune) -> None:
    here, there = await seats.sit(commune.staff), await seats.sit(commune.staff)
    somebody = await seats.sit(commune.leader)
    page = (await here.get("sessions")).text
    (other,) = re.findall(r'name="desk" value="(\d+)"', page)
    assert "(máy này)" in page
    await somebody.send("sessions", desk=other)
    await there.get()
    await here.send("sessions", desk=other)
    await there.get(status=401)
    assert re.findall(r'name="desk"', (await here.get("sessions")).text) == []
