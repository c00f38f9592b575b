import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from bot.app import App, utc_now
from bot.demo.cast import CADRE, CHANNEL, LEADER, OFFICER
from bot.demo.clock import DemoClock, note_moment, resume_clock
from bot.demo.director import Director
from bot.demo.handset import Handset
from bot.demo.prepare import STARTS, prepare
from bot.demo.run import run_demo
from bot.demo.settings import demo_settings
from bot.demo.terminal import play_month
from bot.lock import AlreadyRunning
from domain.message import Prompt
from domain.refusals import NotFound
from storage import Database
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import addresses
from storage.people import people
from storage.reports import reports
from tests.bot.demo_process import copy_demo, running_demo
from tests.patience import PATIENCE


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "made"
    prepare(folder, fresh=True, real=utc_now)
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return copy_demo(template, tmp_path / "demo")


@asynccontextmanager
async def on_stage(folder: Path) -> AsyncIterator[tuple[App, Director]]:
    clock = DemoClock(STARTS, real=utc_now)
    app = App(demo_settings(folder), clock=clock)
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
        assert "four phones" in client.get("").text
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
