"""The clock's own prompts to 3,000 leaders while others report: `python -m benchmarks.limits`."""

import argparse
import asyncio
import time
from collections.abc import Sequence

from benchmarks.machine import Row, cost_of, fresh_folder, load, percentile, progress, show
from benchmarks.reporting import Count, Reporter, keep_reporting, reporters, settle, zone_at
from benchmarks.throughput import ours
from tests.botapi import BotApi, Person

REMINDED = 3000
TALKING = 30
# Late enough in the day for the prompts of a meeting that was yesterday.
_NOON = 12
_PATIENCE = 120


def reached(phones: Sequence[Person]) -> int:
    """Returns how many have their prompt."""
    return sum(bool(phone.private.messages) for phone in phones)


async def measure(options: argparse.Namespace) -> Row:
    """Lets the clock prompt some leaders while others report."""
    folder, count, zone = fresh_folder("limits"), Count(), zone_at(_NOON)
    async with BotApi(limits=True, latency=options.latency) as api:
        people = reporters(api, options.reminded + options.talking * options.each, count)
        for leader in people:
            leader.phone.private.bot_status = "member"
        await settle(f"sqlite:///{folder / 'data' / 'sinhhoat.db'}", people, zone)
        silent = [leader.phone for leader in people[: options.reminded]]
        bot = ours(folder, api, TIMEZONE=zone)
        await bot.start()
        try:
            return await _watch(options, api, silent, people[options.reminded :], count, bot.pid)
        finally:
            await bot.stop()


async def _watch(
    options: argparse.Namespace,
    api: BotApi,
    silent: Sequence[Person],
    talking: Sequence[Reporter],
    count: Count,
    pid: int,
) -> Row:
    waiting = iter(talking)

    async def begin(number: int) -> None:
        # One after the other: nobody begins at the same moment as thirty others.
        await asyncio.sleep(number * options.thinking / options.talking)
        await keep_reporting(waiting, thinking=options.thinking)

    # Whoever writes to a bot that still starts is answered together with all others who did,
    # thinks as long as they do, and writes in the same moment as they do ever after.
    async with asyncio.timeout(_PATIENCE):
        while not reached(silent):  # noqa: ASYNC110 - many chats, none to wait for
            await asyncio.sleep(0.01)
    began, before = time.monotonic(), cost_of(pid)
    tasks = [asyncio.create_task(begin(number)) for number in range(options.talking)]
    while (done := reached(silent)) < options.reminded:
        progress(f"{done} prompted")
        await asyncio.sleep(1 if done < options.reminded - 30 else 0.01)
    lasted, after = time.monotonic() - began, cost_of(pid)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    stats = api.world.stats
    return {
        "prompts": options.reminded,
        "talking": options.talking,
        "seconds": lasted,
        "prompts/s": options.reminded / lasted,
        "answers/s": count.updates / lasted,
        "messages/s in all": len([at for at in stats.sent_at if at >= began]) / lasted,
        "most in any second": stats.busiest_second(),
        "429": stats.errors[429],
        "answer p50 ms": percentile(count.replies, 0.5) * 1000,
        "answer p99 ms": percentile(count.replies, 0.99) * 1000,
        "CPU %": (after.cpu - before.cpu) / lasted * 100,
        "memory MB": after.memory,
        "load": load(),
    }


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reminded", type=int, default=REMINDED)
    options.add_argument("--talking", type=int, default=TALKING)
    options.add_argument("--each", type=int, default=20, help="reports that each has to give")
    options.add_argument("--thinking", type=float, default=10.0)
    options.add_argument("--latency", type=float, default=0.05)
    show("limits", [asyncio.run(measure(options.parse_args()))])


if __name__ == "__main__":
    main()
