"""How long replies take during planning and backup: `python -m benchmarks.planning`.

Chapters for which nothing is planned yet, or with `--nation` those of an invented nation that
has had one month, for which the next is planned.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from benchmarks.generate import generate
from benchmarks.land import NATION
from benchmarks.machine import Row, cost_of, fresh_folder, load, percentile, progress, show
from benchmarks.postgresql import postgresql
from benchmarks.reporting import Count, keep_reporting, reporters, settle
from benchmarks.throughput import ours
from domain.policy import Policy
from storage.directory import chapters
from tests.bot.leaders import open_database
from tests.bot.process import COMMAND, BotProcess, settings_for
from tests.botapi import BotApi
from tests.directory import Directory

_FIRST_DAY = {"kind": "day", "day": 1}
_AWAITED = "select count(*) < 2 from meeting where chapter_id={chapter} and closes_on>='{today}'"
_UNPLANNED = (
    "select count(*) from chapter c"
    " where not exists (select 1 from meeting m where m.chapter_id = c.id)"
)


async def add_chapters(url: str, *, areas: int, each: int) -> None:
    """Adds communes with chapters for which nothing is planned yet."""
    database = open_database(url)
    first = Policy().day_of(datetime.now(UTC)).replace(day=1)
    async with database.write() as unit:
        make = Directory(unit)
        kind = await make.kind("farmers", rule=_FIRST_DAY)
        for number in range(areas):
            commune = await make.area(f"Xã {number}")
            for chapter in range(each):
                await chapters.add(
                    unit,
                    name=f"Chi hội nông dân {number}.{chapter}",
                    area_id=commune.id,
                    kind_id=kind,
                    member_count=30,
                    exempt_count=0,
                    start_time="19:00",
                    place="Nhà văn hóa ấp",
                    valid_from=first,
                )
    await database.close()


async def until_planned(url: str, *, left: str) -> None:
    """Returns when a query finds no chapter any more that is not planned."""
    database = open_database(url)
    while True:
        async with database.read() as unit:
            if not await unit.scalar(text(left)):
                break
        await asyncio.sleep(0.1)
    await database.close()


async def add_nation(url: str, *, scale: float) -> str:
    """Makes a nation; returns the query that finds its last chapter until it is planned."""
    size, today = NATION.scaled(scale), Policy().day_of(datetime.now(UTC))
    # Without accounts: nobody but those who talk is sent anything.
    progress(str(await generate(url, size, months=1, today=today, accounts=False)))
    return _AWAITED.format(chapter=size.chapters, today=today)


async def back_up(folder: Path, settings: dict[str, str]) -> None:
    """Runs `sinhhoat backup` beside the bot."""
    command = (*COMMAND, "backup", str(folder / "backup.tar.gz"))
    process = BotProcess(folder, settings, command=command, name="backup")
    await process.start()
    if await process.wait():
        raise RuntimeError(process.log)


async def _phase(name: str, work: Awaitable[None], count: Count, bot: BotProcess) -> Row:
    count.replies.clear()
    began, before = time.monotonic(), cost_of(bot.pid)
    await work
    lasted, after = time.monotonic() - began, cost_of(bot.pid)
    row = {
        "during": name,
        "seconds": lasted,
        "replies": len(count.replies),
        "p50 ms": percentile(count.replies, 0.5) * 1000,
        "p95 ms": percentile(count.replies, 0.95) * 1000,
        "longest ms": max(count.replies, default=float("nan")) * 1000,
        "CPU %": (after.cpu - before.cpu) / lasted * 100,
        "MB": after.memory,
        "load": load(),
    }
    progress(str(row))
    return row


async def run(options: argparse.Namespace, server: str) -> list[Row]:
    """Talks from the start of the bot through planning, a backup and a quiet time."""
    folder, count = fresh_folder("planning"), Count()
    url = server or f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    async with BotApi() as api:
        people = reporters(api, options.supply, count)
        left = await add_nation(url, scale=options.nation) if options.nation else _UNPLANNED
        await settle(url, people, Policy().timezone.key)
        if not options.nation:
            await add_chapters(url, areas=options.areas, each=options.each)
        settings = settings_for(folder, database_url=server, api_url=api.url, token=api.token)
        bot = ours(folder, api, DATABASE_URL=server)
        await bot.start()
        while not api.world.stats.calls["getUpdates"]:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.01)
        waiting = iter(people)
        talking = [
            asyncio.create_task(keep_reporting(waiting, thinking=1.0))
            for _ in range(options.leaders)
        ]
        rows = [
            await _phase("planning", until_planned(url, left=left), count, bot),
            await _phase("backup", back_up(folder, settings), count, bot),
            await _phase("nothing else", asyncio.sleep(options.quiet), count, bot),
        ]
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)
        await bot.stop()
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--leaders", type=int, default=50)
    options.add_argument("--supply", type=int, default=2000, help="how many may report in all")
    options.add_argument("--areas", type=int, default=100)
    options.add_argument("--each", type=int, default=100)
    options.add_argument("--nation", type=float, default=0, help="its scale, such as 0.1")
    options.add_argument("--quiet", type=float, default=10)
    options.add_argument("--postgresql", action="store_true", help="a server of its own")
    given = options.parse_args()
    with postgresql() if given.postgresql else nullcontext("") as server:
        name = f"planning-{'postgresql' if server else 'sqlite'}"
        show(name, asyncio.run(run(given, server)))


if __name__ == "__main__":
    main()
