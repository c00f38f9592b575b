"""How a province or a nation fares, small and large: `python -m benchmarks.country province`.

Makes the country at each scale and with each length of history, measures, throws it away, and
says with which power of the size each figure grows.
"""

import argparse
import asyncio
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from math import log
from statistics import linear_regression

from benchmarks.generate import generate, open_database
from benchmarks.land import SIZES, Size
from benchmarks.machine import Row, fresh_folder, progress, show
from benchmarks.measures import MEASURES, measure_all
from benchmarks.postgresql import postgresql
from domain.policy import Policy

# A busy morning: the meetings of one kind in six are three days ahead.
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=Policy().timezone)


async def measure(url: str, size: Size, months: int, names: Sequence[str]) -> list[Row]:
    """Makes one country and returns its lines."""
    made = await generate(url, size, months=months, today=NOW.date())
    progress(str(made))
    database = open_database(url)
    rows: list[Row] = []
    async for row in measure_all(database, NOW, names):
        rows.append({"chapters": size.chapters, "months": months, **row})
        progress(str(rows[-1]))
    await database.close()
    return rows


def growth(rows: Sequence[Row]) -> Iterator[Row]:
    """Yields for each measure the power of the size with which its shortest time grows."""
    points: dict[tuple[object, object], list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        at = log(float(str(row["chapters"]))), log(float(str(row["least ms"])))
        points[row["what"], row["months"]].append(at)
    for (what, months), found in points.items():
        if len({x for x, _ in found}) > 1:
            yield {
                "what": what,
                "months": months,
                "exponent": linear_regression(*zip(*found, strict=True)).slope,
            }


@contextmanager
def an_empty_database(*, on_postgresql: bool) -> Iterator[str]:
    """Gives the address of an empty database that is thrown away afterwards."""
    folder = fresh_folder("country")
    file = nullcontext(f"sqlite:///{folder / 'data' / 'country.db'}")
    with postgresql() if on_postgresql else file as url:
        yield url
    shutil.rmtree(folder)


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES)
    options.add_argument("--scales", type=float, nargs="+", default=[1], help="such as .01 .1 1")
    options.add_argument("--months", type=int, nargs="+", default=[1], help="such as 1 12 60")
    options.add_argument("--measures", nargs="+", default=list(MEASURES), metavar="NAME")
    options.add_argument("--postgresql", action="store_true", help="a server of its own")
    given, rows = options.parse_args(), []
    for scale in given.scales:
        for months in given.months:
            with an_empty_database(on_postgresql=given.postgresql) as url:
                size = SIZES[given.size].scaled(scale)
                rows += asyncio.run(measure(url, size, months, given.measures))
    name = f"{given.size}-{'postgresql' if given.postgresql else 'sqlite'}"
    show(name, rows)
    if powers := list(growth(rows)):
        show(f"{name}-growth", powers)


if __name__ == "__main__":
    main()
