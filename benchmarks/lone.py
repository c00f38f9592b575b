"""What one leader alone costs the database, answer by answer: `python -m benchmarks.lone`."""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

import orjson

from benchmarks.machine import Row, cost_of, fresh_folder, show
from benchmarks.nothing_lost import database
from benchmarks.reporting import Count, Reporter, reporters, settle, zone_at
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi

# Nothing is started by the bot itself at night.
_NIGHT = 2
_IDLE = 10.0


async def _counts(bot: BotProcess, file: Path) -> dict[str, float]:
    written = _written(file)
    os.kill(bot.pid, signal.SIGUSR1)
    while _written(file) == written:  # noqa: ASYNC110 - another process tells no one
        await asyncio.sleep(0.005)
    return {**orjson.loads(_written(file)), "cpu": cost_of(bot.pid).cpu}


def _written(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


async def measure(kind: str, options: argparse.Namespace) -> Row:
    """Lets leaders report one after the other, and takes off what the bot does at rest."""
    folder, count, zone = fresh_folder(f"lone-{kind}"), Count(), zone_at(_NIGHT)
    file = folder / "counted.json"
    async with BotApi() as api:
        people = reporters(api, options.leaders, count)
        with database(kind, folder) as url:
            await settle(url, people, zone)
            given = settings_for(folder, database_url=url, api_url=api.url, token=api.token)
            command = ("env", f"COUNTED={file}", sys.executable, "-m", "benchmarks.counted", "run")
            bot = BotProcess(folder, given | {"TIMEZONE": zone}, command=command)
            await bot.start()
            try:
                # A process that has lived a minute stores what comes in with its answer.
                await people[0].report()
                await asyncio.sleep(options.grown)
                return {"database": kind} | await _watch(bot, people[1:], count, file)
            finally:
                await bot.stop()


async def _watch(
    bot: BotProcess, people: list[Reporter], count: Count, file: Path
) -> dict[str, object]:
    loop = asyncio.get_running_loop()
    resting = await _counts(bot, file)
    await asyncio.sleep(_IDLE)
    before, began = await _counts(bot, file), loop.time()
    count.reset()
    for leader in people:
        await leader.report()
    lasted, after = loop.time() - began, await _counts(bot, file)
    found: dict[str, object] = {"reports": len(people), "answers": count.updates}
    for name, unit, each in (
        ("statements", "", 1),
        ("commits", "", 1),
        ("cpu", " ms", 1000),
    ):
        at_rest = (before[name] - resting[name]) / _IDLE * lasted
        cost = max(after[name] - before[name] - at_rest, 0.0)
        found[f"{name}{unit}/answer"] = cost / count.updates * each
    return found


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns the result for each database."""
    return [await measure(kind, options) for kind in options.databases.split(",")]


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--leaders", type=int, default=21)
    options.add_argument("--grown", type=float, default=65.0)
    options.add_argument("--databases", default="sqlite,postgresql")
    show("lone", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
