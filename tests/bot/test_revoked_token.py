"""A token that is revoked while the bot runs: its account stops, all else goes on."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.settings import load_settings
from channels.delivery import AccountRejected
from domain.inbound import Address
from domain.people import Role
from operations.messaging.web_page import list_history
from storage import Database
from storage.messages import addresses, talks
from tests.botapi import BotApi
from tests.directory import Directory

NOON = datetime(2026, 11, 4, 5, tzinfo=UTC)
PAGE = Address("web", "main", "admin", "admin")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def settle_administrator(database: Database) -> None:
    """An administrator with a web page and an account of the bot that will be lost."""
    async with database.write() as unit:
        make = Directory(unit)
        commune = await make.area("Xã Long Vĩnh")
        person = await make.person("Trần Văn Quản")
        await make.post(person, Role.ADMINISTRATOR, area=commune)
        talk = await talks.of_person(unit, person)
        wanted = {PAGE: (False, ""), Address("telegram", "main", "5", "5"): (False, "")}
        for known in (await addresses.ensure(unit, wanted, now=NOON)).values():
            await addresses.bind(unit, known.id, person_id=person, conversation_id=talk)


def started(
    database_url: str,
    folder: Path,
    api: BotApi,
    monotonic: Callable[[], float],
    *,
    revoked: Sequence[str] = (),
    public_url: str = "",
) -> App:
    """The bot with its account "main", and others whose tokens are revoked."""
    settings = load_settings(
        _env_file=None,
        database_url=database_url,
        data_dir=folder,
        telegram_token={"main": api.token}
        | {name: f"7{at}:gone" for at, name in enumerate(revoked)},
        telegram_api_url=api.url,
        public_url=public_url,
    )
    began = time.monotonic()
    return App(
        settings,
        clock=lambda: NOON + timedelta(seconds=time.monotonic() - began),
        monotonic=monotonic,
    )


async def page_says(database: Database, words: str) -> None:
    async with asyncio.timeout(60):
        while True:
            async with database.read() as unit:
                shown = await list_history(unit, PAGE, before=None, limit=9)
            if any(words in bubble.message.text for bubble in shown):
                return
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("method", ["getUpdates", "sendMessage"])
async def test_the_account_stops_and_the_administrator_hears_of_it_elsewhere(
    database: Database, database_url: str, tmp_path: Path, method: str
) -> None:
    await settle_administrator(database)
    async with BotApi() as api:
        seconds = 0.0
        app = started(database_url, tmp_path, api, lambda: seconds)
        running = asyncio.create_task(app.run())
        try:
            lan = api.user("Lan")
            await lan.send("/start")
            await lan.wait_for("Kính chào", timeout=60)
            seconds = 3600.0
            api.fail("error", method=method, code=401, times=None)
            await lan.send("xin chào")
            await page_says(database, "không còn nhận mã (token)")
            polls = api.world.stats.calls["getUpdates"]
            await asyncio.sleep(0.5)
            assert api.world.stats.calls["getUpdates"] <= polls + 1
            assert not running.done()
            assert (await app.health())["ok"]
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
            await app.close()


async def test_a_token_that_is_wrong_from_the_start_stops_the_start(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with BotApi() as api:
        app = started(database_url, tmp_path, api, lambda: 0.0)
        api.fail("error", method="getMe", code=401, times=None)
        with pytest.raises(ExceptionGroup) as stopped:
            await asyncio.wait_for(app.run(), 60)
        await app.close()
    assert stopped.group_contains(AccountRejected)


async def test_a_start_with_one_revoked_token_serves_the_other_accounts(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await settle_administrator(database)
    async with BotApi() as api:
        app = started(database_url, tmp_path, api, lambda: 0.0, revoked=["other", "third"])
        async with running(app):
            lan = api.user("Lan")
            await lan.send("/start")
            await lan.wait_for("Kính chào", timeout=60)
            await page_says(database, "tài khoản “other”")
            await page_says(database, "tài khoản “third”")
            assert (await app.health())["ok"]


async def test_a_start_with_a_revoked_token_serves_the_page_where_there_is_one(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await settle_administrator(database)
    async with BotApi() as api:
        api.fail("error", method="getMe", code=401, times=None)
        url = "https://sinhhoat.example"
        app = started(database_url, tmp_path, api, lambda: 0.0, public_url=url)
        async with running(app):
            await page_says(database, "không còn nhận mã (token)")
            assert (await app.health())["ok"]


async def test_where_every_token_is_revoked_and_no_page_is_offered_the_start_is_refused(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with BotApi() as api:
        api.fail("error", method="getMe", code=401, times=None)
        app = started(database_url, tmp_path, api, lambda: 0.0, revoked=["other"])
        with pytest.raises(ExceptionGroup) as stopped:
            await asyncio.wait_for(app.run(), 60)
        await app.close()
    assert stopped.group_contains(AccountRejected)


@asynccontextmanager
async def running(app: App) -> AsyncIterator[None]:
    """Runs a bot for a while; it has to be running still at the end."""
    task = asyncio.create_task(app.run())
    try:
        yield
        assert not task.done()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await app.close()
