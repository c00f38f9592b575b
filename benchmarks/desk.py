"""What each page of the desk costs in a province: `python -m benchmarks.desk province`.

Officers of the whole place, of a commune and of a hamlet open every page of the menu in turns, by
the application itself without a network. Counted are the CPU of the process, the statements and
what a browser is sent.
"""

import argparse
import asyncio
import cProfile
import pstats
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine, event, text

from benchmarks.country import an_empty_database
from benchmarks.generate import generate, open_database
from benchmarks.land import SIZES
from benchmarks.machine import Row, load, percentile, progress, show
from desk.pages import PAGES
from domain.chapters import Area
from domain.people import Role
from domain.policy import Policy
from scheduler import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database
from storage.directory import areas
from storage.migrate import migrate
from tests.desk.seated import Seat, Seats
from tests.directory import Directory

_POLICY = Policy()
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=_POLICY.timezone)
# Beside the first look of each page: a long span, and a month as it was closed.
_MORE = ("?period=2026", "?period=2026-10", "missing?period=2026-10", "figures?period=2026")
_LINES = 45


def list_addresses() -> list[str]:
    """Returns the pages that name nothing in particular, and some in other states."""
    first = [page.path.lstrip("/") for page in PAGES if not page.parts and page.in_menu]
    return [*first, *_MORE]


@contextmanager
def counted() -> Iterator[list[tuple[float, str]]]:
    """Gathers the statements that are run inside, each with the milliseconds until it answers."""
    said: list[tuple[float, str]] = []
    begun: list[float] = []

    def begin(*_given: object) -> None:
        begun.append(time.perf_counter())

    def end(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(((time.perf_counter() - begun.pop()) * 1000, " ".join(statement.split())))

    event.listen(Engine, "before_cursor_execute", begin)
    event.listen(Engine, "after_cursor_execute", end)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", begin)
        event.remove(Engine, "after_cursor_execute", end)


async def settle(database: Database) -> list[Area]:
    """Closes what is over; returns a place at each height of the tree, the highest first."""
    context = ClockContext(database=database, policy=_POLICY, clock=lambda: NOW)
    await run_job(next(job for job in JOBS if job.name == "closing"), context, NOW)
    async with database.read() as unit:
        path = await unit.scalar(text("select path from area order by length(path) desc, id"))
        return list(await areas.chain(unit, path))


async def sit(database: Database, seats: Seats, place: Area) -> Seat:
    """Seats an officer of a place at a desk."""
    async with database.write() as unit:
        make = Directory(unit)
        person = await make.person(f"Ngô Văn Tám {place.id}")
        await make.post(person, Role.STAFF, area=place)
    return await seats.sit(person)


async def open_page(seat: Seat, address: str) -> tuple[float, int, int]:
    """Returns the milliseconds of CPU that a page took, its answer's status and its bytes."""
    began = time.process_time()
    answer = await seat.client.get(f"/desk/{address}")
    took = (time.process_time() - began) * 1000
    return took, answer.status_code, int(answer.headers.get("content-length", 0))


async def measure(database: Database, *, times: int, only: list[str]) -> list[Row]:
    """Opens each page so often and returns a line for each."""
    chain = await settle(database)
    rows: list[Row] = []
    seats = Seats(database, now=NOW)
    for place in chain:
        seat = await sit(database, seats, place)
        for address in only or list_addresses():
            await open_page(seat, address)  # statements are compiled, templates read
            took = [await open_page(seat, address) for _ in range(times)]
            with counted() as said:
                await open_page(seat, address)
            cpu = [one for one, _, _ in took]
            rows.append(
                {
                    "place": place.level,
                    "page": address,
                    "status": took[0][1],
                    "CPU ms least": min(cpu),
                    "p50": percentile(cpu, 0.5),
                    "p95": percentile(cpu, 0.95),
                    "statements": len(said),
                    "bytes": took[0][2],
                    "load": load(),
                }
            )
            progress(str(rows[-1]))
    await seats.close()
    return rows


async def profile(database: Database, height: int, address: str) -> None:
    """Prints where one page spends its time, and its statements with how often each runs."""
    place = (await settle(database))[height]
    seats = Seats(database, now=NOW)
    seat = await sit(database, seats, place)
    await open_page(seat, address)
    watch = cProfile.Profile()
    watch.enable()
    for _ in range(3):
        await open_page(seat, address)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(_LINES)
    pstats.Stats(watch).sort_stats("cumulative").print_stats(_LINES * 2)
    with counted() as said:
        await open_page(seat, address)
    for took, statement in said:
        print(f"{took:8.1f} ms  {statement}")  # noqa: T201
    await seats.close()


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES, nargs="?", default="province")
    options.add_argument("--scale", type=float, default=1, help="1, 0.1 or 0.01 of the real size")
    options.add_argument("--months", type=int, default=12, help="of history, with this month")
    options.add_argument("--times", type=int, default=10, help="how often each page is opened")
    options.add_argument("--pages", nargs="+", default=[], help="addresses below /desk/")
    options.add_argument("--database", default="", help="one that `benchmarks.generate` made")
    options.add_argument("--profile", type=int, help="of the first address, at this height")
    given = options.parse_args()

    async def run(url: str) -> list[Row]:
        if given.database:
            await migrate(url, now=NOW)
        else:
            size = SIZES[given.size].scaled(given.scale)
            made = await generate(url, size, months=given.months, today=NOW.date(), accounts=False)
            progress(str(made))
        database = open_database(url)
        try:
            if given.profile is not None:
                await profile(database, given.profile, (given.pages or [""])[0])
                return []
            return await measure(database, times=given.times, only=given.pages)
        finally:
            await database.close()

    with an_empty_database(on_postgresql=False) as fresh:
        rows = asyncio.run(run(given.database or fresh))
    if rows:
        show(f"desk-{given.size}", rows)


if __name__ == "__main__":
    main()
