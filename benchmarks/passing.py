"""What whole reports leave in the inbox and the outbox: `python -m benchmarks.passing`."""

import argparse
import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from benchmarks.machine import Row, fresh_folder, load, show
from benchmarks.reporting import Count, reporters, settle, zone_at
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi

# Nothing is started by the bot itself at night.
_NIGHT = 2
_TABLES = ("inbox", "outbox")
_REPORTS = 10_000
_MEGABYTE = 1e6
_PAGES = "select sum(payload), sum(pgsize) from dbstat where name = ?"
_INDEXES = "select name from sqlite_master where type = 'index' and tbl_name = ?"


async def measure(options: argparse.Namespace) -> list[Row]:
    """Lets leaders report one after the other and looks at what their messages take."""
    folder, count, zone = fresh_folder("passing"), Count(), zone_at(_NIGHT)
    file = folder / "data" / "sinhhoat.db"
    async with BotApi() as api:
        people = reporters(api, options.leaders, count)
        await settle(f"sqlite:///{file}", people, zone)
        given = settings_for(folder, database_url="", api_url=api.url, token=api.token)
        bot = BotProcess(folder, given | {"TIMEZONE": zone})
        await bot.start()
        try:
            # A process that has lived a minute keeps no raw update of what it answers at once.
            await people[0].report()
            await asyncio.sleep(options.grown)
            with closing(sqlite3.connect(file)) as connection:
                before = _taken(connection)
            for leader in people[1:]:
                await leader.report()
            await asyncio.sleep(1)
            with closing(sqlite3.connect(file)) as connection:
                after = _taken(connection)
        finally:
            await bot.stop()
    return list(_rows(before, after, len(people) - 1))


def _taken(connection: sqlite3.Connection) -> dict[str, tuple[float, float, float]]:
    """Returns for each table and index its rows, bytes of payload and bytes of pages."""
    found: dict[str, tuple[float, float, float]] = {}
    for table in _TABLES:
        (rows,) = connection.execute(f"select count(*) from {table}").fetchone()  # noqa: S608
        found[table] = (rows, *connection.execute(_PAGES, (table,)).fetchone())
        for (index,) in connection.execute(_INDEXES, (table,)).fetchall():
            found[f"{table}: {index}"] = (0, *connection.execute(_PAGES, (index,)).fetchone())
    return found


def _rows(
    before: dict[str, tuple[float, float, float]],
    after: dict[str, tuple[float, float, float]],
    reports: int,
) -> Iterator[Row]:
    total = [0.0, 0.0, 0.0]
    for name, now in after.items():
        grown = [each - was for each, was in zip(now, before[name], strict=True)]
        total = [known + more for known, more in zip(total, grown, strict=True)]
        yield _row(name, grown, reports)
    yield _row("all", total, reports)


def _row(name: str, grown: list[float], reports: int) -> Row:
    rows, payload, pages = (each / reports for each in grown)
    return {
        "of": name,
        "rows/report": rows,
        "payload MB/10,000": payload * _REPORTS / _MEGABYTE,
        "pages MB/10,000": pages * _REPORTS / _MEGABYTE,
        "load": load(),
    }


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--leaders", type=int, default=42)
    options.add_argument("--grown", type=float, default=65.0)
    show("passing", asyncio.run(measure(options.parse_args())))


if __name__ == "__main__":
    main()
