"""Officers browse the desk while leaders report: `python -m benchmarks.browsing`."""

import argparse
import asyncio
import socket
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_bytes

from httpx import AsyncClient

from benchmarks.desk import list_addresses
from benchmarks.machine import Row, cost_of, fresh_folder, load, percentile, progress, show
from benchmarks.reporting import Count, Reporter, reporters, settle, zone_at
from benchmarks.throughput import ours
from domain.inbound import Address
from domain.people import Role
from operations.people.invitations import make_link_code
from storage.directory import areas
from storage.messages import addresses
from storage.people import people
from tests.bot.leaders import open_database
from tests.botapi import BotApi
from tests.directory import Directory

# Nothing is begun by the bot itself at night, so that nobody becomes out of reach.
_NIGHT = 2
_PATIENCE, _SPREAD = 60, 60


async def make_codes(url: str, accounts: Sequence[str]) -> list[str]:
    """Gives an officer of the commune for each account a code with which the desk is opened.

    Who cannot be reached at their account has no desk.
    """
    database, draw, codes = open_database(url), token_bytes, []
    async with database.write() as unit:
        make, [root] = Directory(unit), await areas.list_roots(unit)
        for account in accounts:
            person_id = await make.person(f"Ngô Văn Tám {account}")
            await make.post(person_id, Role.STAFF, area=root)
            here = Address("telegram", "main", account, account)
            now = datetime.now(UTC)
            known = (await addresses.ensure(unit, {here: (False, "")}, now=now))[here]
            talk = known.conversation_id
            await addresses.bind(unit, known.id, person_id=person_id, conversation_id=talk)
            person = (await people.persons(unit, [person_id]))[person_id]
            codes.append(await make_link_code(unit, person, random_bytes=draw, now=now))
    await database.close()
    return codes


async def browse(url: str, code: str, took: list[float], *, thinking: float) -> None:
    """Opens one page after the other until it is stopped; whatever fails is raised."""
    ours_alone = {"Sec-Fetch-Site": "same-origin"}
    async with AsyncClient(
        base_url=url, headers=ours_alone, follow_redirects=True, timeout=_PATIENCE
    ) as client:
        (await client.post("/desk/enter", data={"code": code})).raise_for_status()
        while True:
            for address in list_addresses():
                began = time.monotonic()
                (await client.get(f"/desk/{address}")).raise_for_status()
                took.append(time.monotonic() - began)
                await asyncio.sleep(thinking)


async def measure(options: argparse.Namespace, *, officers: int) -> Row:
    """Lets leaders report while so many officers browse."""
    folder, count, zone = fresh_folder(f"browsing-{officers}"), Count(), zone_at(_NIGHT)
    pages: list[float] = []
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    url = f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    async with BotApi(latency=options.latency) as api:
        leaders = reporters(api, options.leaders, count)
        await settle(url, leaders, zone)
        accounts = [str(api.user(f"Officer {number}").id) for number in range(officers)]
        codes = await make_codes(url, accounts)
        bot = ours(folder, api, TIMEZONE=zone, WEB_PORT=str(port))
        await bot.start()
        try:
            async with asyncio.timeout(_PATIENCE):
                await leaders[0].report()
            count.reset()
            before, began = cost_of(bot.pid), time.monotonic()
            desk = f"http://127.0.0.1:{port}"
            async with asyncio.TaskGroup() as group:
                browsing = [
                    group.create_task(browse(desk, code, pages, thinking=options.looking))
                    for code in codes
                ]
                await _report(leaders[1:], options.thinking)
                for task in browsing:
                    task.cancel()
            after, lasted = cost_of(bot.pid), time.monotonic() - began
        finally:
            await bot.stop()
    return {
        "officers": officers,
        "leaders": len(leaders),
        "seconds": lasted,
        "answers": count.updates,
        "answer p50 ms": percentile(count.replies, 0.5) * 1000,
        "answer p99 ms": percentile(count.replies, 0.99) * 1000,
        "pages": len(pages),
        "page p95 ms": percentile(pages, 0.95) * 1000 if pages else 0.0,
        "CPU %": (after.cpu - before.cpu) / lasted * 100,
        "load": load(),
    }


async def _report(leaders: list[Reporter], thinking: float) -> None:
    """Lets each leader report once; they begin one after the other within a minute."""

    async def begin(number: int, leader: Reporter) -> None:
        await asyncio.sleep(number * _SPREAD / len(leaders))
        await leader.report(thinking=thinking)

    await asyncio.gather(*(begin(number, leader) for number, leader in enumerate(leaders)))


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns the result without officers, for comparison, and with them."""
    rows: list[Row] = []
    for officers in (0, options.officers):
        rows.append(await measure(options, officers=officers))
        progress(str(rows[-1]))
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--officers", type=int, default=20)
    options.add_argument("--leaders", type=int, default=200)
    options.add_argument("--thinking", type=float, default=5.0, help="seconds before an answer")
    options.add_argument("--looking", type=float, default=5.0, help="seconds at each page")
    options.add_argument("--latency", type=float, default=0.05)
    show("browsing", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
