import asyncio
import re
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from io import StringIO
from itertools import combinations
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from bot.app import App
from bot.clock import utc_now
from bot.demo.cast import CADRE, CHANNEL, LEADER, OFFICER, ZALO
from bot.demo.clock import DemoClock, note_moment, resume_clock
from bot.demo.director import Director
from bot.demo.handset import Handset
from bot.demo.prepare import STARTS, prepare
from bot.demo.run import run_demo
from bot.demo.settings import demo_settings
from bot.demo.site import build_demo_site, page_address
from bot.demo.terminal import play_month
from bot.demo.zalo import ZaloPhone
from bot.lock import AlreadyRunning
from domain.cases import WORKED_ON
from domain.message import Prompt
from domain.records import DifficultyState
from domain.refusals import NotFound
from storage import Database
from storage.cases import cases
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import addresses
from storage.people import people
from storage.reports import reports
from tests.bot.demo_process import ROOT, copy_demo, running_demo
from tests.bot.process import COMMAND
from tests.patience import PATIENCE


@pytest.fixture
def folder(demo_template: Path, tmp_path: Path) -> Path:
    return copy_demo(demo_template, tmp_path / "demo")


@asynccontextmanager
async def on_stage(folder: Path) -> AsyncIterator[tuple[App, Director]]:
    clock = DemoClock(STARTS, real=utc_now)
    app = App(demo_settings(folder), clock=clock, phones=[ZaloPhone])
    director = await Director.take_over(app, clock)
    pumps = asyncio.create_task(app.run())
    try:
        yield app, director
    finally:
        pumps.cancel()
        with suppress(asyncio.CancelledError):
            await pumps
        await app.close()


async def handset(app: App, director: Director, slot: str) -> Handset:
    async with app.database.read() as unit:
        page = director.holders[slot]
        return Handset(app, (await addresses.by_ids(unit, [page]))[page].address)


def test_the_clock_jumps_ahead_and_never_back() -> None:
    real = datetime(2026, 1, 1, tzinfo=UTC)
    clock = DemoClock(STARTS, real=lambda: real)
    clock.move_to(STARTS + timedelta(days=1))
    clock.move_to(STARTS)
    assert clock() == STARTS + timedelta(days=1)
    real += timedelta(minutes=5)
    assert clock() == STARTS + timedelta(days=1, minutes=5)


async def test_the_clock_goes_on_where_a_killed_process_left_it(database: Database) -> None:
    real = datetime(2026, 1, 1, tzinfo=UTC)
    async with database.write() as unit:
        await note_moment(unit, STARTS, real=real)
    # The last was killed before it had noted a moment of its own.
    for away, passed in ((8, 8), (86_400, 68), (86_410, 78)):
        later = real + timedelta(seconds=away)
        async with database.write() as unit:
            clock = await resume_clock(unit, real=partial(max, later, later))
        assert clock() == STARTS + timedelta(seconds=passed)


def test_the_demo_owes_the_environment_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "123:abc")
    monkeypatch.setenv("SINHHOAT_DATABASE_URL", "postgresql://elsewhere/db")
    monkeypatch.setenv("SINHHOAT_WEB_HOST", "0.0.0.0")  # noqa: S104 - to be ignored
    settings = demo_settings(tmp_path)
    assert settings.telegram_token == {}
    assert settings.database == f"sqlite:///{tmp_path / 'demo.db'}"
    assert settings.web_host == "127.0.0.1"


def test_a_folder_that_is_ready_stays_as_it_is(folder: Path) -> None:
    before = (folder / "demo.db").read_bytes()
    prepare(folder, fresh=False, real=utc_now)
    assert (folder / "demo.db").read_bytes() == before


def test_a_folder_left_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "demo.db").touch()
    (tmp_path / "notes.txt").write_text("not the demo's")
    prepare(tmp_path, fresh=False, real=utc_now)
    assert (tmp_path / "demo.db").stat().st_size > 100_000
    assert (tmp_path / "notes.txt").exists()


async def test_every_phone_shows_something_useful_at_the_start(folder: Path) -> None:
    async with on_stage(folder) as (app, director):
        shown = {
            slot: (await (await handset(app, director, slot)).news())[-1]
            for slot in (LEADER, CADRE, CHANNEL)
        }
        reminder = shown[LEADER].prompt
        assert reminder is not None
        assert reminder.choices[0].key.startswith("report.")
        assert shown[CADRE].text.startswith("Kính gửi đồng chí Dũng, tin trong ngày:")
        assert "BẢN TỔNG HỢP" in shown[CHANNEL].text
        officer = await handset(app, director, OFFICER)
        assert (await _asked(officer)).choices[0].key.startswith("overview.")


async def test_one_report_goes_from_the_page_to_zalo_and_back_and_is_sent_there(
    folder: Path,
) -> None:
    async with on_stage(folder) as (app, director):
        page, zalo = [await handset(app, director, slot) for slot in (LEADER, ZALO)]
        assert "Gõ báo cáo" in (await zalo.news())[-1].text
        await page.news()
        for button in ("report.", "as_planned"):
            choices = page.prompt.choices if page.prompt else ()
            await page.press(next(choice for choice in choices if button in choice.key))
            await page.news()
        await zalo.type("34")
        asked = (await zalo.news())[-1]
        assert asked.prompt is None
        assert "3. Cán bộ phụ trách" in asked.text
        assert "làm tiếp trên máy khác" in (await page.news())[-1].text
        await zalo.type("1. Ngày hội Đại đoàn kết toàn dân tộc\n2. không\n3. có dự")
        assert "1. Không có" in (await zalo.news())[-1].text
        await page.type("không có")
        assert "<b>Có mặt:</b> 34" in (await page.news())[-1].text
        await zalo.type("1")
        receipt = (await zalo.news())[-1].text
        assert re.search(r"Số 11\.26-\d{4}", receipt), receipt


async def test_the_phone_with_zalo_is_drawn_as_one(folder: Path) -> None:
    async with on_the_web(folder, slot=LEADER) as (client, _):
        shown = (await client.get("/demo/phones/zalo/")).text
        assert "Ngọc Diệu · Phụ nữ ấp Cái Cối" in shown
        style = re.search(r'href="\./(static/\S+/zalo\.css)"', shown)
        assert style, shown
        assert (await client.get(f"/demo/phones/zalo/{style[1]}")).status_code == 200
        assert "zalo.css" not in (await client.get("/demo/phones/leader/")).text


async def test_others_act_by_themselves_and_the_phones_do_not(folder: Path) -> None:
    async with on_stage(folder) as (app, director):
        while (await director.state()).now < STARTS + timedelta(days=3):
            before = (await director.state()).now
            await director.move_clock()
            assert (await director.state()).now > before
        log = (await director.state()).log
        async with app.database.read() as unit:
            day = STARTS.date()
            known = await chapters.list_in_scopes(
                unit, chapter_ids=(), scopes=[("/", None)], day=day
            )
            posts = await people.posts_of(unit, director.spared)
            spared = {
                post.chapter_id
                for held in posts.values()
                for post in held
                if post.role in ("leader", "deputy")
            }
            due = [
                one
                for one in await meetings.list_open(unit, [c.id for c in known], today=day)
                if one.planned_on in (day, day + timedelta(days=2))
            ]
            sent = await reports.of_meetings(unit, [one.id for one in due])
    assert any(entry.played and "report sent" in entry.text for entry in log)
    assert any(entry.played and entry.text.startswith("Cadre") for entry in log)
    assert len(sent) > 10
    assert all(report.played for report in sent.values())
    mine = [one.id for one in due if one.chapter_id in spared]
    assert mine
    assert not set(mine) & set(sent)


async def test_somebody_new_on_a_phone_finds_the_menu(folder: Path) -> None:
    async with on_stage(folder) as (app, director):
        for slot, number in ((LEADER, -1), (OFFICER, -1)):
            await director.switch(slot, str(director.cast.slots[slot][number].address_id))
            new = await handset(app, director, slot)
            await _asked(new)
        await director.switch(CHANNEL, str(director.cast.slots[CHANNEL][1].address_id))
        assert "Long Vĩnh" in (await (await handset(app, director, CHANNEL)).news())[-1].text


async def _asked(phone: Handset) -> Prompt:
    for _ in range(200):
        await phone.news()
        if phone.prompt is not None:
            return phone.prompt
        await asyncio.sleep(0.02)
    raise AssertionError("nothing was asked")


async def test_a_phone_is_handed_over_and_stays_so(folder: Path) -> None:
    async with on_stage(folder) as (app, director):
        other = director.cast.slots[LEADER][3]
        await director.switch(LEADER, str(other.address_id))
        with pytest.raises(NotFound):
            await director.switch(CHANNEL, str(other.address_id))
        with pytest.raises(NotFound):
            await director.switch("nothing", "x")
        again = await Director.take_over(app, DemoClock(STARTS, real=utc_now))
        assert again.holders[LEADER] == other.address_id
        assert other.person_id in again.spared
        assert (await director.state()).phones[0].person == str(other.address_id)


def test_a_killed_bot_comes_back_behind_the_same_port(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with running_demo(folder, port=port) as url:
            assert url != f"http://127.0.0.1:{port}/demo/"
            _kill_and_look_again(url)


def _kill_and_look_again(url: str) -> None:
    with httpx.Client(base_url=url, timeout=PATIENCE) as client:
        assert "five phones" in client.get("").text
        first = client.post("api/next", json={}).json()
        killed = {"process": first["process"]}
        with pytest.raises(httpx.TransportError):
            client.post("api/kill", json=killed)
        state = client.get("api/state").json()
        again = client.post("api/kill", json=killed).json()
        assert first["process"] != state["process"] == again["process"]
        assert client.post("api/kill", json={}).status_code == 400
        assert state["now"] >= first["now"]
        assert state["log"] == first["log"]
        leader = client.get("phones/leader/")
        assert "· Phụ nữ ấp Cái Cối" in leader.text
        assert client.get(re.sub("demo/$", "", url)).status_code == 307


def test_a_second_demo_on_the_folder_is_refused(folder: Path) -> None:
    with running_demo(folder, port=18730) as url:
        assert url
        with pytest.raises(AlreadyRunning):
            run_demo(folder, port=18730, say=print)


def test_the_month_is_played_in_the_terminal() -> None:
    written = StringIO()
    console = Console(file=written, width=100)
    play_month(console, until=STARTS + timedelta(hours=12))
    shown = written.getvalue()
    assert "Đúng như trên" in shown
    assert "Đã nhận" in shown or "tiếp nhận" in shown
    assert "02/11/2026 07:30" in shown
    assert "tính đến ngày 02/11/2026" in shown


@asynccontextmanager
async def on_the_web(
    folder: Path, *, slot: str
) -> AsyncIterator[tuple[httpx.AsyncClient, Handset]]:
    """The demo's site as a browser asks it, and the handset of one of its phones."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = page_address(listening)
    clock = DemoClock(STARTS, real=utc_now)
    app = App(demo_settings(folder, public_url=address), clock=clock, phones=[ZaloPhone])
    director = await Director.take_over(app, clock)
    site, close = build_demo_site(app, director)
    pumps = asyncio.create_task(app.run())
    try:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(site), base_url=address.removesuffix("/page")
        ) as client:
            yield client, await handset(app, director, slot)
    finally:
        close()
        pumps.cancel()
        with suppress(asyncio.CancelledError):
            await pumps
        await app.close()


async def test_the_cadre_is_given_a_calendar_that_a_phone_can_read(folder: Path) -> None:
    async with on_the_web(folder, slot=CADRE) as (client, cadre):
        await cadre.news()
        await cadre.type("/lichdienthoai")
        offered = await _asked(cadre)
        await cadre.press(next(one for one in offered.choices if one.key == "calendar.new"))
        said = "\n".join(event.text for event in await cadre.news())
        link = re.search(r"http\S+\.ics", said)
        assert link, said
        calendar = await client.get(link.group())
        assert calendar.headers["content-type"].startswith("text/calendar")
        assert "Chi hội Phụ nữ ấp Cái Cối" in calendar.text.replace("\r\n ", "")
        assert (await client.get(link.group().replace(".ics", "x.ics"))).status_code == 404


async def test_a_link_to_the_page_of_ones_own_opens_it(folder: Path) -> None:
    async with on_the_web(folder, slot=CADRE) as (client, cadre):
        await cadre.news()
        await cadre.type("/web")
        said = "\n".join(event.text for event in await cadre.news())
        link = re.search(r"http\S+/enter\?c=(\S+)", said)
        assert link, said
        assert (await client.get(link.group())).status_code == 200
        door = link.group().partition("?")[0]
        page = await client.post(door, data={"code": link.group(1)}, follow_redirects=True)
        assert "Minh Dũng · " in page.text


@pytest.mark.parametrize(("slot", "sends"), [(LEADER, False), (CADRE, True), (OFFICER, True)])
async def test_who_has_a_use_for_files_has_a_button_for_them(
    folder: Path, slot: str, sends: bool
) -> None:
    async with on_the_web(folder, slot=slot) as (client, _):
        page = (await client.get(f"/demo/phones/{slot}/")).text
        assert ('class="photo file" hidden' not in page) is sends


async def test_each_digest_tells_of_other_difficulties(folder: Path) -> None:
    async with on_stage(folder) as (app, director):
        shown = await (await handset(app, director, CHANNEL)).news()
        told = [
            one.text.partition("Khó khăn, kiến nghị")[2].partition("Một nửa")[0] for one in shown
        ]
        assert len(told) == 3
        assert all(told)
        lines = [set(text.splitlines()[1:]) for text in told]
        for first, second in combinations(lines, 2):
            assert len(first & second) <= len(first) / 3, first & second


async def test_difficulties_are_as_old_as_their_terms_let_them_be(folder: Path) -> None:
    today = STARTS.date()
    async with on_stage(folder) as (app, _), app.database.read() as unit:
        known = await chapters.list_in_scopes(
            unit, chapter_ids=(), scopes=[("/", None)], day=today
        )
        told = await cases.list_of_chapters(unit, [one.id for one in known], limit=1000)
        waiting = [one for one in told if one.state in WORKED_ON]
        assert all(one.due_on for one in waiting)
        late = [one for one in waiting if one.is_overdue(today)]
        assert late
        assert len(late) < len(waiting) / 2
        day_of = app.policy.day_of
        assert min(day_of(one.raised_at) for one in waiting) > today - timedelta(days=120)
        home = [one for one in waiting if one.state is DifficultyState.OPEN]
        assert home
        assert not [one for one in home if one.is_overdue(today)], "the clock passed them up"
        for one in told:
            assert one.due_on is None or one.due_on > day_of(one.raised_at)


async def test_the_port_of_the_settings_is_taken_and_another_one_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("SINHHOAT_WEB_PORT", str(port))
    assert await _said_by_command(folder) == [f"Open http://127.0.0.1:{port}/demo/ (Ctrl-C stops)"]
    with socket.create_server(("127.0.0.1", port)):
        busy, opened = await _said_by_command(folder, lines=2)
    found = re.fullmatch(rf"Port {port} is in use, so the demo listens on (\d+)\.", busy)
    assert found, busy
    assert f":{found.group(1)}/demo/" in opened


async def _said_by_command(folder: Path, *, lines: int = 1) -> list[str]:
    command = [*COMMAND, "demo", "--folder", str(folder)]
    started = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=subprocess.PIPE)
    assert started.stdout is not None
    said = [(await started.stdout.readline()).decode().strip() for _ in range(lines)]
    started.terminate()
    assert await asyncio.wait_for(started.wait(), PATIENCE) == 0
    return said
