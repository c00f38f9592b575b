"""The whole bot in this process against the strict Bot API server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.app import App
from bot.schema_watch import Outdated
from bot.service import warn_of_nobody
from bot.settings import Settings, load_settings
from domain.people import Role
from tests.bot.leaders import (
    Answers,
    Leader,
    check_reports,
    keys,
    open_database,
    settle_leaders,
    until_idle,
)
from tests.botapi import BotApi, Press, Trouble
from tests.directory import Directory
from tests.patience import PATIENCE
from tests.reached import reach


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server
        assert server.faults == []


@pytest.fixture
def settings(api: BotApi, database_url: str, tmp_path: Path) -> Settings:
    return load_settings(
        _env_file=None,
        database_url=database_url,
        data_dir=tmp_path,
        telegram_token={"main": api.token},
        telegram_api_url=api.url,
    )


@pytest.fixture
async def lan(api: BotApi, database_url: str) -> Leader:
    leader = Leader(api.user("Lan"), Answers.of(1))
    await settle_leaders(database_url, [leader.phone.id])
    return leader


@pytest.fixture
async def app(settings: Settings, lan: Leader) -> AsyncIterator[App]:
    running = App(settings)
    task = asyncio.create_task(running.run())
    yield running
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await running.close()


async def test_a_report_goes_through(app: App, lan: Leader, database_url: str) -> None:
    await lan.report()
    assert (await check_reports(database_url, [lan])).clean


async def test_a_double_tap_and_a_redelivery_have_one_effect(
    api: BotApi, app: App, lan: Leader, database_url: str
) -> None:
    await lan.phone.send("/baocao")
    question = await lan.phone.wait_for(lambda seen: "as_planned" in keys(seen))
    data = next(
        button.data
        for row in question.buttons
        for button in row
        if button.data and button.data.endswith(":as_planned")
    )
    taps = [await lan.phone.press_on(question.id, data) for _ in range(2)]
    await lan.phone.wait_for("dự?", since=0)
    await until_idle(database_url)
    assert taps[0].update_id is not None
    api.redeliver(taps[0].update_id)
    await lan.phone.send("29")
    await lan.phone.wait_for(lambda seen: "no_topic" in keys(seen), since=0)
    await until_idle(database_url)
    lan.answered = "present"
    await asyncio.gather(*(tap.answered.wait() for tap in taps))
    open_ones = [seen for seen in lan.phone.chat if "no_topic" in keys(seen)]
    assert len(open_ones) == 1
    assert not [seen for seen in lan.phone.chat if "as_planned" in keys(seen)]


async def test_a_press_is_answered_even_if_its_message_cannot_be_changed(
    api: BotApi, app: App, lan: Leader
) -> None:
    await lan.phone.send("/baocao")
    await lan.phone.wait_for(lambda seen: "as_planned" in keys(seen))
    api.fail(Trouble.ERROR, method="editMessageText", times=1, code=500)
    tap = await lan.phone.press("as_planned")
    assert isinstance(tap, Press)
    await asyncio.wait_for(tap.answered.wait(), PATIENCE)
    await lan.phone.wait_for("dự?")


async def test_a_pause_that_telegram_asks_for_is_kept(api: BotApi, app: App, lan: Leader) -> None:
    api.fail(Trouble.ERROR, method="sendMessage", times=1, code=429, retry_after=2)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await lan.phone.send("/baocao")
    await lan.phone.wait_for(lambda seen: "as_planned" in keys(seen))
    assert loop.time() - began >= 2
    assert api.world.stats.calls["sendMessage"] == 2


async def test_an_outage_of_telegram_loses_nothing(
    api: BotApi, app: App, lan: Leader, database_url: str
) -> None:
    await lan.phone.send("/baocao")
    await lan.phone.wait_for(lambda seen: "as_planned" in keys(seen))
    async with api.outage():
        await lan.phone.press("as_planned")
        await asyncio.sleep(0.3)
    await lan.report()
    assert (await check_reports(database_url, [lan])).clean


async def test_the_start_says_that_nobody_would_be_told_of_faults(app: App) -> None:
    with capture_logs() as said:
        await warn_of_nobody(app)
    assert [line["log_level"] for line in said if "no administrator" in line["event"]] == [
        "warning"
    ]
    async with app.database.write() as unit:
        make = Directory(unit)
        administrator = await make.person("Trần Văn Quản")
        await make.post(administrator, Role.ADMINISTRATOR, area=await make.area("Tỉnh Vĩnh Long"))
        await reach(unit, administrator, now=app.clock())
    with capture_logs() as said:
        await warn_of_nobody(app)
    assert said == []


async def test_an_older_process_leaves_a_newer_schema_to_the_newer_one(
    api: BotApi, settings: Settings, lan: Leader, database_url: str
) -> None:
    running = App(settings)
    ended = asyncio.create_task(running.run())
    await lan.phone.send("/baocao")
    await lan.phone.wait_for(lambda seen: "as_planned" in keys(seen))
    database = open_database(database_url)
    async with database.write() as unit:
        await unit.run(text("UPDATE alembic_version SET version_num = '9999'"))
        # What the older program knows is not there any more: each of its turns would fail.
        await unit.run(text("ALTER TABLE conversation RENAME TO talk"))
    await lan.phone.press("as_planned")
    with pytest.raises(Outdated, match="brought to 9999 by a newer sinhhoat"):
        await asyncio.wait_for(ended, PATIENCE)
    await running.close()
    async with database.read() as unit:
        aside = await unit.scalar(text("SELECT count(*) FROM inbox WHERE state = 'aside'"))
        waiting = await unit.scalar(text("SELECT count(*) FROM inbox WHERE state = 'pending'"))
    await database.close()
    assert aside == 0
    with_telegram = 0 if waiting else len(api.world.updates.pending)
    assert waiting + with_telegram == 1, "the press waits for the newer program"
