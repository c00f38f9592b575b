"""The calendar of one's own phone: asked for in the chat, read over HTTP."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from starlette.types import Receive, Scope, Send

from bot.calendars import read_calendar
from bot.connections import Connections
from bot.web_server import WebServer, build_site, calendar_routes, open_port
from domain.people import Person, Role
from domain.report import ReportAnswers, ReportState
from domain.visits import Intent
from operations.cadres.calendar_link import make_calendar_link
from operations.cadres.visits import answer_visit
from operations.maintenance.housekeeping import purge_old
from operations.people.access_revocation import cut_off_by
from operations.people.erasing import erase_person, withdraw_consent
from storage import Database, UnitOfWork
from storage.cadres import calendar_links
from storage.people import erasure, people, personal_data
from tests.codes import counting_bytes
from tests.directory import POLICY, Directory, acting, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import plan_all, send
from tests.talks import Phone

SITE = "https://sinhhoat.example.vn"
CAI_COI, LA_GHI = "Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(2), public_url=SITE)
    async with database.write() as unit:
        await Directory(unit).post(
            office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter
        )
    await plan_all(database, at(1))
    return office


async def no_page(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@asynccontextmanager
async def served(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A browser before a real server on a port of its own."""
    read = read_calendar(
        office.database, policy=POLICY, public_url=SITE, clock=lambda: office.town.now
    )
    listening = open_port("127.0.0.1", 0, move_on=False)
    server = WebServer(build_site(calendar_routes(read), no_page), Connections(most=100))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    port = listening.getsockname()[1]
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as browser:
            yield browser
    finally:
        server.should_exit = True
        await serving
        listening.close()


async def ask_link(phone: Phone) -> str:
    """Asks for a link in the chat and returns its path."""
    await phone.say("lịch điện thoại")
    button = next(text for text in phone.buttons if text.startswith("Tạo đường dẫn"))
    await phone.press(button)
    found = re.search(re.escape(SITE) + r"(/calendar/\w+\.ics)", phone.last)
    assert found, phone.last
    return found[1]


async def read(office: Office, path: str) -> list[Any] | None:
    """The events of a calendar, None if there is none."""
    found = await read_calendar(
        office.database, policy=POLICY, public_url=SITE, clock=lambda: office.town.now
    )(path.removeprefix("/calendar/").removesuffix(".ics"))
    return None if found is None else list(Calendar.from_ical(found).walk("VEVENT"))


async def days(office: Office, path: str) -> dict[str, list[date]]:
    """The days of the meetings by chapter."""
    found: dict[str, list[date]] = {}
    for event in await read(office, path) or []:
        found.setdefault(str(event["SUMMARY"]), []).append(event["DTSTART"].dt.date())
    return found


async def test_a_phone_reads_the_calendar_over_http(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    path = await ask_link(cadre)
    async with served(office) as browser:
        answer = await browser.get(path)
        head = await browser.head(path)
        wrong = await browser.get(path.replace(".ics", "0.ics"))
        post = await browser.post(path)
    assert (answer.status_code, head.status_code) == (200, 200)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    assert (wrong.status_code, post.status_code) == (404, 404)
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {CAI_COI, LA_GHI}
    assert {str(event["LOCATION"]) for event in events} == {"Nhà văn hóa ấp"}
    assert {event["DTSTART"].dt.date() for event in events} == {
        date(2026, 11, 5),
        date(2026, 12, 5),
    }


async def test_a_leader_has_the_meetings_of_the_own_chapter(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    assert (await days(office, await ask_link(leader))).keys() == {CAI_COI}


async def test_a_moved_meeting_moves_and_one_not_held_is_cancelled(office: Office) -> None:
    path = await ask_link(await office.enrol(office.commune.cadre))
    before = {value["UID"]: value for value in await read(office, path) or []}
    moved = ReportAnswers(
        state=ReportState.MOVED, postponed_to=date(2026, 11, 12), reason="weather"
    )
    await send(office.database, office.commune.leader, office.meeting, moved, now=at(3))
    assert date(2026, 11, 12) in (await days(office, path))[CAI_COI]
    off = ReportAnswers(state=ReportState.NOT_HELD, reason="weather")
    await send(office.database, office.commune.leader, office.meeting, off, now=at(4), corrects=1)
    after = {value["UID"]: value for value in await read(office, path) or []}
    assert after.keys() == before.keys()
    assert [value["SUMMARY"] for value in after.values() if value["STATUS"] == "CANCELLED"] == [
        CAI_COI
    ]


async def test_what_is_declined_or_given_away_leaves_the_calendar(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    officer = await office.enrol(office.commune.staff)
    path, sent = await ask_link(cadre), await ask_link(officer)
    assert await days(office, sent) == {}
    await cadre.say(f"/lichdu n{office.meeting.id}")
    assert (await days(office, path))[CAI_COI] == [date(2026, 12, 5)]
    await cadre.say(f"/lichdu t{office.meeting.id}-{office.commune.staff}")
    assert (await days(office, path))[CAI_COI] == [date(2026, 12, 5)]
    assert await days(office, sent) == {CAI_COI: [date(2026, 11, 5)]}


async def test_a_new_link_replaces_the_old_and_one_can_be_taken_back(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    first = await ask_link(cadre)
    second = await ask_link(cadre)
    assert await read(office, first) is None
    assert await read(office, second)
    await cadre.press("Thu hồi đường dẫn")
    assert "Đã thu hồi" in cadre.last
    assert await read(office, second) is None
    await cadre.say("/lichdienthoai off")
    assert "chưa có đường dẫn lịch nào" in cadre.last


async def make_link(office: Office) -> str:
    """A new link of the cadre, without a talk."""
    async with office.database.write() as unit:
        token = await make_calendar_link(
            unit,
            await cadre_of(unit, office),
            random_bytes=counting_bytes(office.town.count),
            policy=POLICY,
            now=office.town.now,
        )
    office.town.count += 1
    return f"/calendar/{token}.ics"


async def cadre_of(unit: UnitOfWork, office: Office) -> Person:
    return (await people.persons(unit, [office.commune.cadre]))[office.commune.cadre]


async def test_who_is_cut_off_or_leaves_has_no_calendar_any_more(office: Office) -> None:
    cadre, now = office.commune.cadre, office.town.now
    path = await make_link(office)
    assert await read(office, path)
    async with office.database.write() as unit:
        await cut_off_by(unit, cadre, by=None, now=now)
    assert await read(office, path) is None
    path = await make_link(office)
    async with office.database.write() as unit:
        await withdraw_consent(unit, await cadre_of(unit, office), now=now)
    assert await read(office, path) is None
    path = await make_link(office)
    async with office.database.write() as unit:
        await erase_person(unit, cadre, by=None, policy=POLICY, now=now)
        assert await calendar_links.find_since(unit, cadre) is None
    assert await read(office, path) is None


async def test_ones_own_data_show_the_link_and_the_visits(office: Office) -> None:
    await make_link(office)
    cadre = office.commune.cadre
    async with office.database.write() as unit:
        await answer_visit(
            await acting(unit, cadre, now=office.town.now),
            office.meeting.id,
            Intent.SENDING,
            substitute_id=office.commune.staff,
        )
        found = await personal_data.collect(unit, cadre)
        sent = await personal_data.collect(unit, office.commune.staff)
    assert len(found["calendar"]) == 1
    assert "sending" in {entry["planned"] for entry in found["attendance"]}
    assert [entry["chapter"] for entry in sent["sent_to"]] == [CAI_COI]


async def test_the_link_dies_with_the_last_post_for_good(office: Office) -> None:
    path = await ask_link(await office.enrol(office.commune.cadre))
    async with office.database.write() as unit:
        await erasure.end_posts(unit, office.commune.cadre, last_day=date(2026, 11, 1))
    assert await read(office, path) is None
    async with office.database.write() as unit:
        await purge_old(unit, policy=POLICY, now=office.town.now)
        assert await calendar_links.find_since(unit, office.commune.cadre) is None


async def test_without_a_post_or_a_page_there_is_no_link(office: Office) -> None:
    stranger = await office.enrol(office.commune.stranger)
    await stranger.say("/lichdienthoai new")
    assert "chưa được phân công" in stranger.last
    assert "/calendar/" not in stranger.see()


async def test_an_installation_without_an_address_says_so(database: Database) -> None:
    office = await open_office(database)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/lichdienthoai new")
    assert "chưa mở trang web" in cadre.last
