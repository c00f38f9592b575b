"""A province's year as a sheet while leaders talk: `python -m benchmarks.exports`.

Measured are the time from the question to the finished file, the most memory of the process that
makes it, and how long replies take meanwhile.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.land import SIZES
from benchmarks.machine import Cost, Row, cost_of, fresh_folder, load, percentile, progress, show
from benchmarks.postgresql import postgresql
from benchmarks.reporting import Count, keep_reporting, reporters, settle, zone_at
from benchmarks.throughput import ours
from documents.tables.columns import SheetName
from domain.inbound import Address
from domain.people import Role
from domain.policy import Policy
from domain.reporting_span import Span
from operations.exports.asking import SheetAsked, SheetFormat, asked_to_json
from operations.exports.sending import EXPORT_SHEET
from storage.directory import areas
from storage.maintenance import tasks
from storage.messages import addresses
from tests.bot.leaders import open_database
from tests.botapi import BotApi
from tests.directory import Directory

_LOOK = 0.05
_NOTHING = Cost(0.0, 0.0, 0.0)
# Nothing is started by the bot itself at night.
_NIGHT, _THINKING = 2, 1.0
_MADE = (
    (SheetName.REPORTS, SheetFormat.XLSX),
    (SheetName.REPORTS, SheetFormat.CSV),
    (SheetName.ATTENDANCE, SheetFormat.XLSX),
    (SheetName.FIGURES, SheetFormat.XLSX),
)


async def add_officer(url: str, account: str) -> tuple[int, int, int]:
    """Adds staff of the whole province who can be sent a file; returns place, person, address."""
    database, now = open_database(url), datetime.now(UTC)
    async with database.write() as unit:
        (place,) = [one for one in await areas.list_below(unit, "/") if one.parent_id is None]
        make = Directory(unit)
        person = await make.person("Ngô Văn Tám")
        await make.post(person, Role.STAFF, area=place)
        here = Address("telegram", "main", account, account)
        known = (await addresses.ensure(unit, {here: (False, "")}, now=now))[here]
        await addresses.bind(
            unit, known.id, person_id=person, conversation_id=known.conversation_id
        )
    await database.close()
    return place.id, person, known.id


async def ask(url: str, asked: SheetAsked, person: int, address: int) -> int:
    """Queues a sheet as the chat does; returns the task."""
    database, now = open_database(url), datetime.now(UTC)
    payload = {"asked": asked_to_json(asked), "person_id": person, "address_id": address}
    async with database.write() as unit:
        task = await tasks.add(unit, kind=EXPORT_SHEET, payload=payload, now=now)
    await database.close()
    return task


async def until_made(url: str, task: int, pid: int) -> tuple[int, Cost]:
    """Returns rows and what the bot's other process used once a sheet is made."""
    database, most = open_database(url), _NOTHING
    while True:
        async with database.read() as unit:
            known = {one.id: one for one in await tasks.list_newest(unit, EXPORT_SHEET, limit=9)}
        most = _cost(max(_children(pid), default=0)) or most
        if known[task].state != "pending":
            await database.close()
            return known[task].payload.get("rows", 0), most
        await asyncio.sleep(_LOOK)


def _children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):
            found += [int(one) for one in (task / "children").read_text().split()]
    return found


def _cost(pid: int) -> Cost | None:
    """Returns what a process has used, None once it has ended."""
    try:
        return cost_of(pid)
    except (OSError, KeyError):
        return None


async def _phase(name: str, work: Awaitable[tuple[int, Cost]], count: Count) -> Row:
    count.replies.clear()
    began = time.monotonic()
    rows, cost = await work
    return {
        "during": name,
        "rows": rows,
        "seconds": time.monotonic() - began,
        "CPU s": cost.cpu,
        "peak MB": cost.peak,
        "replies": len(count.replies),
        "p50 ms": percentile(count.replies, 0.5) * 1000,
        "p95 ms": percentile(count.replies, 0.95) * 1000,
        "p99 ms": percentile(count.replies, 0.99) * 1000,
        "longest ms": max(count.replies, default=float("nan")) * 1000,
        "load": load(),
    }


async def run(options: argparse.Namespace, server: str) -> list[Row]:
    """Makes the sheets one after another while leaders report, beside times without."""
    folder, count, zone = fresh_folder("exports"), Count(), zone_at(_NIGHT)
    url = server or f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    now = Policy().local(datetime.now(UTC))
    size = SIZES[options.size].scaled(options.scale)
    async with BotApi() as api:
        people, officer = reporters(api, options.supply, count), api.user("Officer")
        made = await generate(url, size, months=options.months, today=now.date(), accounts=False)
        progress(str(made))
        place, person, address = await add_officer(url, str(officer.id))
        await settle(url, people, zone)
        bot = ours(folder, api, DATABASE_URL=server, TIMEZONE=zone)
        await bot.start()
        waiting = iter(people)
        talking = [
            asyncio.create_task(keep_reporting(waiting, thinking=_THINKING))
            for _ in range(options.leaders)
        ]

        async def quiet() -> tuple[int, Cost]:
            await asyncio.sleep(options.quiet)
            return 0, _NOTHING

        async def make(sheet: SheetName, form: SheetFormat) -> tuple[int, Cost]:
            span = Span(now.year, 1, 12)
            asked = SheetAsked(sheet=sheet, area_id=place, span=span, format=form)
            return await until_made(url, await ask(url, asked, person, address), bot.pid)

        rows = [
            await _phase("the start", quiet(), count),
            await _phase("talks alone", quiet(), count),
        ]
        for sheet, form in _MADE:
            rows.append(await _phase(f"{sheet} {form}", make(sheet, form), count))
            progress(str(rows[-1]))
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)
        await bot.stop()
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES, nargs="?", default="province")
    options.add_argument("--scale", type=float, default=1, help="1, 0.1 or 0.01 of the real size")
    options.add_argument("--months", type=int, default=12, help="of history, with this month")
    options.add_argument("--leaders", type=int, default=20, help="who report at once")
    options.add_argument("--supply", type=int, default=1500, help="leaders who report in all")
    options.add_argument("--quiet", type=float, default=20)
    options.add_argument("--postgresql", action="store_true", help="a server of its own")
    given = options.parse_args()
    with postgresql() if given.postgresql else nullcontext("") as server:
        name = f"exports-{given.size}-{'postgresql' if server else 'sqlite'}"
        show(name, asyncio.run(run(given, server)))


if __name__ == "__main__":
    main()
