"""From process start to the first poll, and memory at rest: `python -m benchmarks.start`."""

import argparse
import asyncio
import time
from datetime import UTC, datetime

from benchmarks.machine import Row, cost_of, fresh_folder, show
from storage.migrate import migrate
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi


async def measure(number: int, *, rest: float) -> Row:
    """Starts the bot once on a migrated SQLite database."""
    folder = fresh_folder("start")
    await migrate(f"sqlite:///{folder / 'data' / 'sinhhoat.db'}", now=datetime.now(UTC))
    async with BotApi() as api:
        settings = settings_for(folder, database_url="", api_url=api.url, token=api.token)
        bot = BotProcess(folder, settings)
        began = time.monotonic()
        await bot.start()
        while not api.world.stats.calls["getUpdates"]:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.002)
        first_poll = time.monotonic() - began
        await asyncio.sleep(rest)
        before = cost_of(bot.pid)
        await asyncio.sleep(rest)
        after = cost_of(bot.pid)
        await bot.stop()
    return {
        "start": number,
        "first poll s": first_poll,
        "CPU s until at rest": before.cpu,
        "memory MB": after.memory,
        "CPU % at rest": (after.cpu - before.cpu) / rest * 100,
    }


async def run(options: argparse.Namespace) -> list[Row]:
    """Starts the bot several times."""
    return [await measure(n + 1, rest=options.rest) for n in range(options.starts)]


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--starts", type=int, default=5)
    options.add_argument("--rest", type=float, default=5)
    show("start", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
