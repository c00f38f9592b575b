"""The real report through stock bots and through ours: `python -m benchmarks.throughput`."""

import argparse
import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path

from benchmarks.machine import BUILD, Row, cost_of, fresh_folder, load, percentile, progress, show
from benchmarks.reporting import Count, keep_reporting, reporters, settle, zone_at
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi

AT_ONCE = 200
SUPPLY = 5000
_AIOGRAM = "aiogram==3.31.0"
# Nothing is started by the bot itself at night; only answers are measured.
_NIGHT = 2
_SETTINGS = (("instant", 0.0, 0.0), ("slow", 0.05, 0.0), ("thinking", 0.05, 2.0))


def ours(folder: Path, api: BotApi, **others: str) -> BotProcess:
    """Returns our bot as `sinhhoat run` starts it, with defaults but for what is named."""
    settings = settings_for(folder, database_url="", api_url=api.url, token=api.token)
    return BotProcess(folder, settings | others)


def compared(which: str, folder: Path, api: BotApi) -> BotProcess:
    """Returns the stock bot or aiogram's, with states kept as theirs are."""
    python = _aiogram_python() if which == "aiogram" else Path(sys.executable)
    given = {"API_URL": api.url, "TOKEN": api.token, "STATES": str(folder / "states")}
    named = [f"{name}={value}" for name, value in given.items()]
    command = ("env", *named, str(python), "-m", f"benchmarks.{which}_bot")
    return BotProcess(folder, {}, command=command)


def _aiogram_python() -> Path:
    """Returns a Python that has aiogram, made under build/ the first time."""
    folder = BUILD.absolute() / "aiogram"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603
        subprocess.run([python, "-m", "pip", "install", "--quiet", _AIOGRAM], check=True)  # noqa: S603
    return python


@asynccontextmanager
async def talking(
    which: str, *, latency: float, thinking: float, options: argparse.Namespace
) -> AsyncIterator[tuple[BotProcess, Count]]:
    """A server, a bot and leaders who report to it, always as many at once."""
    folder, count, night = fresh_folder(which), Count(), zone_at(_NIGHT)
    async with BotApi(latency=latency) as api:
        people = reporters(api, options.supply, count)
        if which == "ours":
            await settle(f"sqlite:///{folder / 'data' / 'sinhhoat.db'}", people, night)
            bot = ours(folder, api, TIMEZONE=night)
        else:
            bot = compared(which, folder, api)
        await bot.start()
        waiting = iter(people)
        tasks = []
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(options.at_once):
                    tasks.append(group.create_task(keep_reporting(waiting, thinking=thinking)))
                    await asyncio.sleep(thinking / options.at_once)
                yield bot, count
                for task in tasks:
                    task.cancel()
        finally:
            await bot.stop()


async def measure(which: str, latency: float, thinking: float, options: argparse.Namespace) -> Row:
    """Returns one round's result."""
    async with talking(which, latency=latency, thinking=thinking, options=options) as running:
        bot, count = running
        async with asyncio.timeout(60):
            while count.updates < options.at_once:
                if not bot.is_running:
                    raise RuntimeError(bot.log[-2000:])
                await asyncio.sleep(0.05)
        await asyncio.sleep(options.warm)
        before, mine = cost_of(bot.pid), time.process_time()
        count.reset()
        began = time.monotonic()
        await asyncio.sleep(options.seconds)
        lasted, after = time.monotonic() - began, cost_of(bot.pid)
        updates = max(count.updates, 1)
        return {
            "bot": which,
            "latency ms": int(latency * 1000),
            "thinking s": thinking,
            "reports/s": count.reports / lasted,
            "answers/s": count.updates / lasted,
            "CPU ms/answer": (after.cpu - before.cpu) / updates * 1000,
            "CPU %": (after.cpu - before.cpu) / lasted * 100,
            "p50 ms": percentile(count.replies, 0.5) * 1000,
            "p95 ms": percentile(count.replies, 0.95) * 1000,
            "memory MB": after.memory,
            "server CPU %": (time.process_time() - mine) / lasted * 100,
            "load": load(),
        }


@contextmanager
def _other_work() -> Iterator[None]:
    """Keeps one core busy."""
    with subprocess.Popen([sys.executable, "-c", "while True: sum(range(10**6))"]) as other:
        yield
        other.kill()


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns every round of every setting, the bots in turns."""
    rows: list[Row] = []
    for name, latency, thinking in _SETTINGS:
        if options.only not in ("", name):
            continue
        for _ in range(options.rounds):
            for which in options.bots.split(","):
                with _other_work() if options.busy else nullcontext():
                    row = await measure(which, latency, thinking, options)
                progress(str(row))
                rows.append(row)
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--seconds", type=float, default=15)
    options.add_argument("--warm", type=float, default=5)
    options.add_argument("--at-once", type=int, default=AT_ONCE)
    options.add_argument("--supply", type=int, default=SUPPLY)
    options.add_argument("--busy", action="store_true", help="other work on one core")
    options.add_argument("--bots", default="stock,aiogram,ours")
    options.add_argument("--only", default="", choices=["", *(name for name, *_ in _SETTINGS)])
    show("throughput", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
