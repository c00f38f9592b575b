"""Makes an invented province or nation in a database: `python -m benchmarks.generate province`.

The same seed, day and scale give the same rows. They are written in bulk, commune by commune,
so that the memory does not grow with the size.
"""

import argparse
import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime

from sqlalchemy import Table, text

from benchmarks.land import SIZES, Size
from benchmarks.land_history import History
from benchmarks.land_rows import Directory, Row
from benchmarks.machine import Row as Shown
from benchmarks.machine import cost_of_self, load, progress, show
from operations.meetings.expecting import mark_filled
from storage import Database
from storage.ids import IdSource
from storage.migrate import migrate
from storage.tables import metadata

SEED = 784
AT_ONCE = 20_000


def open_database(url: str) -> Database:
    """Returns the database at an address."""
    return Database(url, new_id=IdSource(lambda: time.time_ns() // 1_000_000, node=254))


async def generate(
    url: str, size: Size, *, months: int, today: date, seed: int = SEED, accounts: bool = True
) -> Shown:
    """Makes a country in an empty database and returns what it took."""
    began = time.perf_counter()
    await migrate(url, now=datetime.now(UTC))
    database, written = open_database(url), 0
    for some in _parts(_rows(size, months, today, seed, accounts=accounts)):
        written += await _write(database, some)
        if written % (AT_ONCE * 50) < AT_ONCE:
            progress(f"{written:,} rows")
    await _settle(database)
    await database.close()
    return {
        "size": size.name,
        "chapters": size.chapters,
        "months": months,
        "rows": written,
        "seconds": time.perf_counter() - began,
        "memory at most, MB": cost_of_self().peak,
        "load": load(),
    }


def _rows(size: Size, months: int, today: date, seed: int, *, accounts: bool) -> Iterator[Row]:
    directory = Directory(size, seed, accounts=accounts)
    history = History(today, months, seed)
    yield from directory.kinds()
    for rows, seats in directory.communes():
        yield from rows
        yield from history.rows(seats)


def _parts(rows: Iterator[Row]) -> Iterator[dict[Table, list[dict[str, object]]]]:
    part: dict[Table, list[dict[str, object]]] = defaultdict(list)
    for number, (table, values) in enumerate(rows, start=1):
        part[table].append(values)
        if number % AT_ONCE == 0:
            yield part
            part = defaultdict(list)
    yield part


async def _write(database: Database, part: dict[Table, list[dict[str, object]]]) -> int:
    async with database.write() as unit:
        for table in metadata.sorted_tables:
            await unit.add_many(table, part.get(table, ()))
    return sum(map(len, part.values()))


async def _settle(database: Database) -> None:
    """Notes that what is owed is kept; on PostgreSQL counts ids on and does as autovacuum."""
    async with database.write() as unit:
        await mark_filled(unit)
        if unit.on_postgresql:
            for table in metadata.sorted_tables:
                if "id" in table.c and table.c.id.autoincrement is not False:
                    await unit.run(text(_COUNT_ON.format(table=table.name)))
            await unit.run(text("analyze"))


_COUNT_ON = (
    "select setval(pg_get_serial_sequence('{table}', 'id'), max(id))"
    " from {table} having count(*) > 0"
)


def main() -> None:
    """Reads the options and generates."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES)
    options.add_argument("database", help="such as sqlite:///build/province.db")
    options.add_argument("--scale", type=float, default=1, help="1, 0.1 or 0.01 of the real size")
    options.add_argument("--months", type=int, default=12, help="of history, with this month")
    options.add_argument("--today", type=date.fromisoformat, default=datetime.now(UTC).date())
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--no-accounts", dest="accounts", action="store_false")
    given = options.parse_args()
    size = SIZES[given.size].scaled(given.scale)
    made = generate(
        given.database,
        size,
        months=given.months,
        today=given.today,
        seed=given.seed,
        accounts=given.accounts,
    )
    show("generate", [asyncio.run(made)])


if __name__ == "__main__":
    main()
