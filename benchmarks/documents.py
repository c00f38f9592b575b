"""A quarter's report of each height of a tree: `python -m benchmarks.documents province`.

Measured are gathering the facts, putting the words together, and drawing Word and PDF.
"""

import argparse
import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from benchmarks.country import an_empty_database
from benchmarks.generate import generate, open_database
from benchmarks.land import SIZES, Size
from benchmarks.machine import Row, cost_of_self, load, progress, show
from documents.official.pdf import render_pdf
from documents.official.word import render_word
from domain.chapters import Area
from domain.official import DocumentKind, DocumentState
from domain.policy import Policy
from domain.reporting_span import span_of
from operations.documents.facts import Subject, gather_facts
from operations.documents.issuing import Body, find_issuer
from operations.documents.papers import draw_up
from storage import Database
from storage.directory import areas

_POLICY = Policy()
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=_POLICY.timezone)
_QUARTER = 3

T = TypeVar("T")


def timed(spent: dict[str, float], name: str, work: Callable[[], T]) -> T:
    """Does a piece of work and notes its CPU in milliseconds."""
    before = time.process_time()
    done = work()
    spent[name] = (time.process_time() - before) * 1000
    return done


async def measure_place(database: Database, place: Area) -> Row:
    """Makes one report and returns what each part of it took."""
    spent: dict[str, float] = {}
    subject = Subject(place, "", span_of(NOW.date(), _QUARTER))
    async with database.read() as unit:
        before = time.process_time()
        facts = await gather_facts(unit, subject, DocumentKind.PERIODIC, policy=_POLICY, now=NOW)
        spent["facts ms"] = (time.process_time() - before) * 1000
        issuer = await find_issuer(unit, Body(place), _POLICY)
    paper = timed(
        spent,
        "words ms",
        lambda: draw_up(
            DocumentKind.PERIODIC,
            facts,
            issuer,
            state=DocumentState.DRAFT,
            numbering=None,
            language="vi",
        ),
    )
    word = timed(spent, "Word ms", lambda: render_word(paper, made_at=NOW))
    pdf = timed(spent, "PDF ms", lambda: render_pdf(paper, made_at=NOW))
    return {
        "place": place.level,
        "reports": len(facts.reports),
        **spent,
        "Word kB": len(word) / 1000,
        "PDF kB": len(pdf) / 1000,
        "peak MB": cost_of_self().peak,
        "load": load(),
    }


async def measure(url: str, size: Size) -> list[Row]:
    """Makes the country and draws a report at each height of its tree, the lowest first."""
    progress(str(await generate(url, size, months=4, today=NOW.date(), accounts=False)))
    database, rows = open_database(url), []
    async with database.read() as unit:
        every = await areas.list_below(unit, "/")
    lowest = max(every, key=lambda item: (item.path.count("/"), -item.id))
    chain = [item for item in every if lowest.path.startswith(item.path)]
    for place in sorted(chain, key=lambda one: -len(one.path)):
        rows.append(await measure_place(database, place))
        progress(str(rows[-1]))
    await database.close()
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES)
    options.add_argument("--scale", type=float, default=1, help="1, 0.1 or 0.01 of the real size")
    given = options.parse_args()
    with an_empty_database(on_postgresql=False) as url:
        rows = asyncio.run(measure(url, SIZES[given.size].scaled(given.scale)))
    show(f"documents-{given.size}-sqlite", rows)


if __name__ == "__main__":
    main()
