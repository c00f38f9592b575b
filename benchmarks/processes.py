"""Several bots on one PostgreSQL, one killed now and then: `python -m benchmarks.processes`."""

import argparse
import asyncio
import random
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.machine import Row, fresh_folder, load, percentile, progress, show
from benchmarks.postgresql import postgresql
from benchmarks.reporting import Count, Reporter, reporters, settle
from tests.bot.leaders import check_reports
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi

LEADERS = 50
_ZONE = "Asia/Ho_Chi_Minh"
_RESTART_AFTER = 2.0
_BOUNCER = """
[databases]
* = host={host} user={user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
server_reset_query = discard all
server_reset_query_always = 1
"""


@contextmanager
def pgbouncer(url: str) -> Iterator[str]:
    """Runs PgBouncer, pooling by transaction, before a server; gives the address through it."""
    server, folder = urlsplit(url), Path(tempfile.mkdtemp(prefix="pgbouncer-"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = folder / "pgbouncer.ini"
    host = dict(part.split("=", 1) for part in server.query.split("&"))["host"]
    settings.write_text(_BOUNCER.format(host=host, user=server.username, port=port))
    folder.chmod(0o755)
    # It refuses to run as root, and only the server's own user reaches its socket.
    user = f"--reuid={Path(host).stat().st_uid}"
    command = ["setpriv", user, "--clear-groups", "pgbouncer", str(settings)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield f"postgresql://{server.username}@127.0.0.1:{port}/postgres?pgbouncer=true"
        finally:
            process.terminate()


async def keep_killing(bots: list[BotProcess], kills: int, chance: random.Random) -> None:
    """Kills one of the bots at random moments; it comes back a little later."""
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(1.0, 4.0))
        bot = chance.choice(bots)
        await bot.kill()
        await asyncio.sleep(_RESTART_AFTER)
        await bot.start()


async def measure(processes: int, way: str, options: argparse.Namespace) -> Row:
    """Lets all leaders report to several processes."""
    folder, count = fresh_folder(f"processes-{processes}"), Count()
    async with BotApi() as api:
        people = reporters(api, options.leaders, count)
        with postgresql() as direct:
            await settle(direct, people, _ZONE)
            with pgbouncer(direct) if way == "pgbouncer" else nullcontext(direct) as url:
                given = settings_for(folder, database_url=url, api_url=api.url, token=api.token)
                bots = [BotProcess(folder, given, name=f"bot{n}") for n in range(processes)]
                return {"processes": processes, "by": way} | await _report(bots, people, options)


async def _report(
    bots: list[BotProcess], people: list[Reporter], options: argparse.Namespace
) -> dict[str, object]:
    chance = random.Random(options.seed)  # noqa: S311 - moments, no secrets
    began = time.monotonic()
    for bot in bots:
        await bot.start()
    killing = asyncio.create_task(keep_killing(bots, options.kills, chance))
    # As slow as the kills are many, so that talks go on from the first to the last.
    pace = options.kills * (2.5 + _RESTART_AFTER) / 9
    try:
        results = await asyncio.gather(
            *(leader.report(thinking=chance.uniform(0.5, 1.2) * pace) for leader in people),
            return_exceptions=True,
        )
        await killing
        found = await check_reports(bots[0].settings["DATABASE_URL"], people)
    finally:
        for bot in bots:
            await bot.stop()
    replies = people[0].count.replies
    return {
        "leaders": len(people),
        "kills": options.kills,
        "seconds": time.monotonic() - began,
        "talks stuck": sum(isinstance(result, BaseException) for result in results),
        "reports missing": found.missing,
        "doubled": found.doubled,
        "answers wrong": found.wrong,
        "answers asked for again": sum(leader.typed_again for leader in people),
        "reply p50 s": percentile(replies, 0.5),
        "longest reply s": max(replies, default=0.0),
        "load": load(),
    }


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns the result for each number of processes and way to the server."""
    rows: list[Row] = []
    for processes in (int(number) for number in options.processes.split(",")):
        for way in options.ways.split(","):
            row = await measure(processes, way, options)
            progress(str(row))
            rows.append(row)
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--processes", default="2,4")
    options.add_argument("--ways", default="direct,pgbouncer")
    options.add_argument("--leaders", type=int, default=LEADERS)
    options.add_argument("--kills", type=int, default=6)
    options.add_argument("--seed", type=int, default=11)
    show("processes", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
