"""Two processes on one PostgreSQL: one leads, the other takes over."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from bot.leases import Leadership
from storage import Database
from tests.bot.house import House
from tests.bot.leaders import Answers, Leader, check_reports, settle_leaders
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi
from tests.conftest import TEMPLATE, run_sql
from tests.patience import PATIENCE

TAKEOVER = 15.0
_POLLER = "select owner from lease where name like 'poll%'"


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest) -> str:
    """A fresh database on the session's server."""
    address: Callable[[str], str] = request.getfixturevalue("postgresql_template")
    name = f"two_{time.monotonic_ns()}"
    create = f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY"
    asyncio.run(run_sql(address("postgres"), create))
    return address(name)


class Work:
    """Something only one may do at a time."""

    def __init__(self) -> None:
        self.began = asyncio.Event()
        self.ended = asyncio.Event()

    async def __call__(self) -> None:
        self.began.set()
        self.ended.clear()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


async def lead(database: Database, owner: str, work: Work) -> None:
    await Leadership(database, owner=owner).lead("poll", work)


async def test_one_leads_and_the_other_follows_when_it_ends(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    if house.database.is_sqlite:
        pytest.skip("one process alone works on SQLite")
    monkeypatch.setattr("bot.leases._RENEW", 0.05)
    first, second = Work(), Work()
    one = asyncio.create_task(lead(house.database, "one", first))
    await asyncio.wait_for(first.began.wait(), PATIENCE)
    two = asyncio.create_task(lead(house.database, "two", second))
    await asyncio.sleep(0.3)
    assert not second.began.is_set()
    one.cancel()
    await asyncio.wait_for(second.began.wait(), PATIENCE)
    assert first.ended.is_set()
    two.cancel()
    await asyncio.gather(one, two, return_exceptions=True)


async def test_a_lease_not_renewed_in_time_is_left_before_another_may_take_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    if house.database.is_sqlite:
        pytest.skip("one process alone works on SQLite")
    monkeypatch.setattr("bot.leases._RENEW", 0.05)
    monkeypatch.setattr("bot.leases.LASTS", timedelta(seconds=0.6))
    work, leadership = Work(), Leadership(house.database, owner="one")
    real, away = Leadership._renew, False

    async def renew(self: Leadership, name: str) -> bool | None:
        return None if away else await real(self, name)

    monkeypatch.setattr(Leadership, "_renew", renew)
    leading = asyncio.create_task(leadership.lead("poll", work))
    await asyncio.wait_for(work.began.wait(), PATIENCE)
    away, lost_at = True, time.monotonic()
    await asyncio.wait_for(work.ended.wait(), PATIENCE)
    assert time.monotonic() - lost_at < 0.8
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)


async def polls_since(api: BotApi, count: int) -> float:
    """Returns how long it takes until the next poll comes in."""
    began = time.monotonic()
    async with asyncio.timeout(TAKEOVER + 5):
        while api.world.stats.calls["getUpdates"] <= count:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.02)
    return time.monotonic() - began


async def leader_pid(url: str) -> int:
    """Returns the process that holds the lease of polling."""
    connection = await asyncpg.connect(url)
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                owner = await connection.fetchval(_POLLER)
                if owner:
                    return int(owner.rpartition(":")[2])
                await asyncio.sleep(0.05)
    finally:
        await connection.close()


async def test_of_two_processes_one_is_killed_and_the_other_takes_over(
    postgresql_url: str, tmp_path: Path
) -> None:
    async with BotApi() as api, AsyncExitStack() as stack:
        leaders = [
            Leader(api.user(f"Leader {n}"), Answers.of(n), patience=PATIENCE) for n in range(6)
        ]
        await settle_leaders(postgresql_url, [leader.phone.id for leader in leaders])
        settings = settings_for(
            tmp_path, database_url=postgresql_url, api_url=api.url, token=api.token
        )
        bots = [BotProcess(tmp_path, settings, name=name) for name in ("one", "two")]
        for bot in bots:
            await bot.start()
            stack.push_async_callback(bot.stop)
        async with asyncio.timeout(2 * PATIENCE), asyncio.TaskGroup() as group:
            for leader in leaders:
                group.create_task(leader.report(thinking=0.3))
            leading = await leader_pid(postgresql_url)
            await leaders[0].phone.wait_for("dự?", since=0)
            killed = next(bot for bot in bots if bot.pid == leading)
            await killed.kill()
            assert await polls_since(api, api.world.stats.calls["getUpdates"]) < TAKEOVER
        found = await check_reports(postgresql_url, leaders)
    assert found.clean, (found, bots[0].log, bots[1].log)
    assert api.faults == []
