"""Two processes on one PostgreSQL: one leads, the other takes over."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from bot.leases import Leadership
from bot.processes import is_gone, name_process
from storage import Database
from storage.maintenance import leases
from tests.bot.copies import BotCopy
from tests.bot.house import House
from tests.bot.leaders import Answers, Leader, check_reports, settle_leaders
from tests.bot.process import ROOT, settings_for
from tests.botapi import BotApi
from tests.conftest import TEMPLATE, run_sql
from tests.patience import PATIENCE

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
    task = asyncio.create_task(lead(house.database, "one", first))
    await asyncio.wait_for(first.began.wait(), PATIENCE)
    two = asyncio.create_task(lead(house.database, "two", second))
    await asyncio.sleep(0.3)
    assert not second.began.is_set()
    task.cancel()
    await asyncio.wait_for(second.began.wait(), PATIENCE)
    assert first.ended.is_set()
    two.cancel()
    await asyncio.gather(task, two, return_exceptions=True)


async def test_a_lease_not_renewed_in_time_is_left_before_another_may_take_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    if house.database.is_sqlite:
        pytest.skip("one process alone works on SQLite")
    monkeypatch.setattr("bot.leases._RENEW", 0.05)
    monkeypatch.setattr("bot.leases.LASTS", timedelta(seconds=1.5))
    work, leadership = Work(), Leadership(house.database, owner="one")
    real, away = Leadership._renew, False

    async def renew(self: Leadership, name: str) -> bool | None:
        return None if away and self is leadership else await real(self, name)

    monkeypatch.setattr(Leadership, "_renew", renew)
    leading = asyncio.create_task(leadership.lead("poll", work))
    await asyncio.wait_for(work.began.wait(), PATIENCE)
    other = Work()
    following = asyncio.create_task(lead(house.database, "two", other))
    away = True
    await asyncio.wait_for(other.began.wait(), PATIENCE)
    assert work.ended.is_set()
    for task in (leading, following):
        task.cancel()
    await asyncio.gather(leading, following, return_exceptions=True)


async def test_a_dead_process_of_this_machine_is_followed_at_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    if house.database.is_sqlite:
        pytest.skip("one process alone works on SQLite")
    monkeypatch.setattr("bot.leases.LASTS", timedelta(days=1))
    show = "import os; from bot.processes import name_process; print(name_process(os.urandom))"
    ended = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", show), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    printed, _ = await ended.communicate()
    dead, living = printed.decode().strip(), name_process(os.urandom)
    work, blocked = Work(), Work()
    async with house.database.write() as unit:
        for name, owner in (("poll", dead), ("send", living)):
            await leases.acquire(unit, name=name, owner=owner, lasts=timedelta(days=1))
    leadership = Leadership(house.database, owner="heir")
    tasks = [
        asyncio.create_task(leadership.lead("poll", work)),
        asyncio.create_task(leadership.lead("send", blocked)),
    ]
    await asyncio.wait_for(work.began.wait(), PATIENCE)
    assert not blocked.began.is_set()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_a_process_in_doubt_is_not_held_for_dead() -> None:
    mine = name_process(os.urandom)
    elsewhere = f"another-machine:{mine.partition(':')[2]}"
    assert not any(is_gone(name) for name in (mine, elsewhere, "", "host:1", ":::"))
    machine, chance, _, number = mine.split(":")
    assert is_gone(f"{machine}:{chance}:1:{number}"), "the number is another process's by now"


async def test_a_process_that_ended_and_nobody_waited_for_is_dead() -> None:
    show = "import os; from bot.processes import name_process; print(name_process(os.urandom))"
    with subprocess.Popen(  # noqa: ASYNC220 - one that nobody waits for
        [sys.executable, "-uc", f"{show}; input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdin
        assert child.stdout
        name = child.stdout.readline().strip()
        assert not is_gone(name)
        child.stdin.close()
        async with asyncio.timeout(PATIENCE):
            while not is_gone(name):  # noqa: ASYNC110 - it tells no one
                await asyncio.sleep(0.02)


async def until_polled_again(api: BotApi) -> None:
    """Returns when the next poll has come in."""
    count = api.world.stats.calls["getUpdates"]
    async with asyncio.timeout(PATIENCE):
        while api.world.stats.calls["getUpdates"] <= count:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.02)


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
        bots = [BotCopy(tmp_path, settings, name=name) for name in ("one", "two")]
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
            await until_polled_again(api)
        found = await check_reports(postgresql_url, leaders)
    assert found.clean, (found, bots[0].log, bots[1].log)
    assert api.faults == []
