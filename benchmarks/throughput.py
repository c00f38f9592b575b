"""The same talk through a stock bot and through ours: `python -m benchmarks.throughput`."""

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from benchmarks.machine import Cost, Row, cost_of, fresh_folder, percentile, progress, show
from benchmarks.questions import DONE
from storage.migrate import migrate
from tests.bot.leaders import open_database, settle_leaders
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi, Person, Seen

LEADERS = 200
_STEPS = 11


@dataclass
class Count:
    """What leaders saw while it was counted."""

    talks: int = 0
    updates: int = 0
    replies: list[float] = field(default_factory=list)


class Leader:
    """Somebody who goes through the talk again and again."""

    def __init__(self, phone: Person, command: str, *, thinking: float, count: Count) -> None:
        self._phone, self._command = phone, command
        self._thinking, self._count = thinking, count

    async def keep_talking(self, start_after: float) -> None:
        """Talks until cancelled."""
        await asyncio.sleep(start_after)
        while True:
            seen = await self._react(self._phone.send(self._command))
            while seen.buttons:
                await asyncio.sleep(self._thinking)
                data = seen.buttons[0][0].data or ""
                seen = await self._react(self._phone.press_on(seen.id, data))
            self._count.talks += DONE in seen.text

    async def _react(self, action: object) -> Seen:
        before = self._phone.mark()
        began = time.monotonic()
        await action  # type: ignore[misc]
        seen = await self._phone.private.find(
            lambda message: message.from_bot and (bool(message.buttons) or DONE in message.text),
            since=before,
            timeout=120,
        )
        self._count.updates += 1
        self._count.replies.append(time.monotonic() - began)
        return seen


async def our_commands(url: str, phones: list[Person]) -> dict[int, str]:
    """Fills the database and returns what each leader types to begin."""
    await migrate(url, now=datetime.now(UTC))
    await settle_leaders(url, [phone.id for phone in phones])
    database = open_database(url)
    async with database.read() as unit:
        rows = await unit.all(
            text("select c.name, m.id from meeting m join chapter c on c.id = m.chapter_id")
        )
    await database.close()
    found = {row.name: row.id for row in rows}
    return {phone.id: f"/bench {found[f'Chi hội {phone.id}']}" for phone in phones}


def stock(folder: Path, api: BotApi) -> BotProcess:
    """Returns the stock bot."""
    environment = {"API_URL": api.url, "TOKEN": api.token, "PICKLE": str(folder / "bot.pickle")}
    inherited = [f"{name}={value}" for name, value in environment.items()]
    command = ("env", *inherited, sys.executable, "-m", "benchmarks.stock_bot")
    return BotProcess(folder, {}, command=command)


def ours(folder: Path, api: BotApi, **others: str) -> BotProcess:
    """Returns our bot, with defaults but for what is named."""
    settings = settings_for(folder, database_url="", api_url=api.url, token=api.token) | others
    return BotProcess(
        folder, settings, command=(sys.executable, "-m", "benchmarks.our_bot", "run")
    )


@asynccontextmanager
async def talking(
    which: str, *, latency: float, thinking: float, leaders: int
) -> AsyncIterator[tuple[BotApi, BotProcess, Count]]:
    """A server, a bot and leaders who talk to it."""
    folder, count = fresh_folder(which), Count()
    async with BotApi(latency=latency) as api:
        phones = [api.user(f"Leader {number}") for number in range(leaders)]
        commands: Mapping[int, str] = dict.fromkeys((phone.id for phone in phones), "/bench")
        if which == "ours":
            url = f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
            commands = await our_commands(url, phones)
        bot = (ours if which == "ours" else stock)(folder, api)
        await bot.start()
        try:
            async with asyncio.TaskGroup() as group:
                spread = thinking / max(leaders, 1)
                tasks = [
                    group.create_task(
                        Leader(
                            phone, commands[phone.id], thinking=thinking, count=count
                        ).keep_talking(number * spread)
                    )
                    for number, phone in enumerate(phones)
                ]
                yield api, bot, count
                for task in tasks:
                    task.cancel()
        finally:
            await bot.stop()


async def measure(
    which: str, *, latency: float, thinking: float, leaders: int, seconds: float, warm: float
) -> dict[str, object]:
    """Returns one round's result."""
    async with talking(which, latency=latency, thinking=thinking, leaders=leaders) as running:
        _, bot, count = running
        async with asyncio.timeout(60):
            while count.updates < min(leaders, 20):
                if not bot.is_running:
                    raise RuntimeError(bot.log[-2000:])
                await asyncio.sleep(0.05)
        await asyncio.sleep(warm)
        before, mine = cost_of(bot.pid), time.process_time()
        count.talks = count.updates = 0
        count.replies.clear()
        began = time.monotonic()
        await asyncio.sleep(seconds)
        lasted, after = time.monotonic() - began, cost_of(bot.pid)
        spent = replace(after, cpu=after.cpu - before.cpu)
        return _row(which, latency, thinking, count, lasted, spent) | {
            "server CPU %": (time.process_time() - mine) / lasted * 100
        }


def _row(
    which: str,
    latency: float,
    thinking: float,
    count: Count,
    lasted: float,
    spent: Cost,
) -> dict[str, object]:
    updates = max(count.updates, 1)
    return {
        "bot": which,
        "latency ms": int(latency * 1000),
        "thinking s": thinking,
        "talks/s": count.updates / _STEPS / lasted,
        "updates/s": count.updates / lasted,
        "CPU ms/update": spent.cpu / updates * 1000,
        "CPU %": spent.cpu / lasted * 100,
        "p50 ms": percentile(count.replies, 0.5) * 1000,
        "p95 ms": percentile(count.replies, 0.95) * 1000,
        "memory MB": spent.memory,
    }


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns every round of every setting, the two bots in turns."""
    rows: list[Row] = []
    settings = [
        (latency, thinking)
        for name, latency, thinking in (
            ("instant", 0.0, 0.0),
            ("slow", 0.05, 0.0),
            ("thinking", 0.05, 2.0),
        )
        if options.only in ("", name)
    ]
    for latency, thinking in settings:
        for _ in range(options.rounds):
            for which in options.bots.split(","):
                row = await measure(
                    which,
                    latency=latency,
                    thinking=thinking,
                    leaders=options.leaders,
                    seconds=options.seconds,
                    warm=options.warm,
                )
                progress(str(row))
                rows.append(row)
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--seconds", type=float, default=15)
    options.add_argument("--warm", type=float, default=5)
    options.add_argument("--leaders", type=int, default=LEADERS)
    options.add_argument("--bots", default="stock,ours")
    options.add_argument("--only", default="", choices=["", "instant", "slow", "thinking"])
    show("throughput", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
