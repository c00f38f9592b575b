"""A month's summary beside one statement written by hand: `python -m benchmarks.summary province`.

Both give the figures of a month per part of a place and kind, by the same transaction, in
turns; they must be equal. The product's is what the chat shows, with the rights of who asks.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, fields
from datetime import datetime

from sqlalchemy import text

from benchmarks.country import an_empty_database
from benchmarks.generate import generate, open_database
from benchmarks.land import SIZES, Size
from benchmarks.machine import Row, cost_of, load, progress, show
from benchmarks.taken import Taken
from domain.calendar import Period
from domain.chapters import Area
from domain.figures import Figures, total_of
from domain.people import Post, Role
from domain.policy import Policy
from operations.figures.counting import MonthReader
from operations.figures.overview import count_desk
from operations.notifications.digesting import make_summary
from scheduler import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database, UnitOfWork
from storage.directory import areas

_POLICY = Policy()
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=_POLICY.timezone)
OPEN, CLOSED = Period(2026, 11), Period(2026, 10)
_NAMES = tuple(field.name for field in fields(Figures))

# What somebody who knows the tables would write for November 2026 on the 22nd.
_BY_HAND = """
with placed as {hint} (
  select id, {part} as part from area where {below} and id <> :place
  union all select id, id from area where id = :place
)
select p.part, c.kind_id,
  count(*) as chapters,
  sum(case when e.reason = 'expected' then 1 else 0 end) as meeting,
  sum(e.expected) as expected,
  sum(case when r.on_time then 1 else 0 end) as on_time,
  sum(case when not r.on_time then 1 else 0 end) as late,
  sum(case when m.id is not null and r.id is null and m.due_on < '2026-11-22'
      then 1 else 0 end) as missing,
  sum(case when r.state = 'held' then 1 else 0 end) as held,
  sum(case when r.state = 'not_held' then 1 else 0 end) as not_held,
  sum(case when r.state = 'moved' or (r.state = 'held' and r.held_on <> m.planned_on)
      then 1 else 0 end) as moved,
  sum(case when r.state = 'held' and r.present is not null then r.present else 0 end) as present,
  sum(case when r.state = 'held' and r.present is not null then r.total - r.exempt
      else 0 end) as room,
  sum(case when r.state = 'held' and {came} then 1 else 0 end) as cadre,
  sum(case when r.state = 'held' and r.cadre_present in ('yes', 'substitute')
      then 1 else 0 end) as cadre_told,
  sum(case when r.state = 'held' and (r.cadre_present <> 'none' or {came})
      then 1 else 0 end) as cadre_asked,
  sum(case when e.reason = 'closed' then 1 else 0 end) as closed,
  sum(case when e.reason = 'not_founded' then 1 else 0 end) as not_founded,
  sum(case when e.reason = 'paused' then 1 else 0 end) as paused,
  sum(case when e.reason = 'not_this_month' then 1 else 0 end) as not_this_month,
  sum(case when e.reason = 'not_recorded' then 1 else 0 end) as not_recorded
from placed p
join expectation e on e.area_id = p.id and e.month = '2026-11'
join chapter c on c.id = e.chapter_id
left join meeting m on m.chapter_id = c.id and m.type = 'regular' and e.expected > 0
  and m.period in ('2026-11', '2026-B6', '2026-Q4')
  and (m.period = '2026-11' or m.planned_on between '2026-11-01' and '2026-11-30')
left join report r on r.meeting_id = m.id
group by p.part, c.kind_id
"""
_CAME = (
    "exists (select 1 from attendance t where t.meeting_id = m.id"
    " and t.state in ('attended', 'substitute'))"
)
_ON_SQLITE = {
    "hint": "materialized",
    "part": "cast(substr(path, length(:path) + 1) as integer)",
    "below": "path >= :path and path < rtrim(:path, '/') || '0'",
}
_ON_POSTGRESQL = {
    "hint": "not materialized",
    "part": "cast(split_part(substr(path, length(:path) + 1), '/', 1) as bigint)",
    "below": "path ^@ :path",
}

Ask = Callable[[UnitOfWork], Awaitable[object]]


def by_hand(place: Area, *, on_postgresql: bool) -> Ask:
    """Returns what runs the statement written by hand."""
    words = _ON_POSTGRESQL if on_postgresql else _ON_SQLITE
    statement = text(_BY_HAND.format(came=_CAME, **words))

    async def ask(unit: UnitOfWork) -> Figures:
        values = {"place": place.id, "path": place.path}
        rows = await unit.all(statement, values)
        return total_of(
            Figures(**{name: int(row._mapping[name]) for name in _NAMES}) for row in rows
        )

    return ask


def shown(place: Area, month: Period) -> Ask:
    """Returns what counts the summary that staff are shown in the chat."""
    staff = Post(
        id=0,
        person_id=0,
        role=Role.STAFF,
        chapter_id=None,
        area_id=place.id,
        kind_id=None,
        valid_from=NOW.date(),
        valid_to=None,
    )

    async def ask(unit: UnitOfWork) -> Figures:
        found = await count_desk(MonthReader(unit, _POLICY, NOW), [staff], place, month)
        return found.total

    return ask


def digest(place: Area, month: Period) -> Ask:
    """Returns what counts a digest, with the month before and what may be published."""

    async def ask(unit: UnitOfWork) -> Figures:
        return (await make_summary(unit, place.id, month, policy=_POLICY, now=NOW)).total

    return ask


@dataclass
class Spent:
    """What one way of asking took."""

    taken: Taken = field(default_factory=Taken)
    cpu: float = 0


async def compare(database: Database, place: Area, *, times: int, with_closed: bool) -> list[Row]:
    """Asks in turns, each way as often, and returns a line for each."""
    ways = {
        "by hand, open month": by_hand(place, on_postgresql=not database.is_sqlite),
        "shown, open month": shown(place, OPEN),
        "digest, open month": digest(place, OPEN),
    }
    if with_closed:
        ways |= {
            "shown, closed month": shown(place, CLOSED),
            "digest, closed month": digest(place, CLOSED),
        }
    spent = {name: Spent() for name in ways}
    for turn in range(times + 1):
        answers = {}
        for name, ask in ways.items():
            async with database.read() as unit:
                server = await _server(unit)
                before = _cpu(server)
                with spent[name].taken.once():
                    answers[name] = await ask(unit)
                spent[name].cpu += _cpu(server) - before
        if len({str(answers[name]) for name in ways if "open" in name}) > 1:
            raise RuntimeError(f"different figures: {answers}")
        if not turn:  # statements are compiled and pages read
            spent = {name: Spent() for name in ways}
    hand = spent["by hand, open month"].cpu
    return [
        {
            "what": name,
            "times": times,
            "CPU ms": side.cpu * 1000 / times,
            "of by hand": side.cpu / hand,
            "least ms": side.taken.least,
            "p50 ms": side.taken.percentile(0.5),
            "load": load(),
        }
        for name, side in spent.items()
    ]


async def _server(unit: UnitOfWork) -> int | None:
    """Returns the process of PostgreSQL that serves a transaction, None on SQLite."""
    if not unit.on_postgresql:
        return None
    # Whatever it reads in parallel is done by itself, so that it is counted.
    await unit.run(text("set local max_parallel_workers_per_gather = 0"))
    return int(await unit.scalar(text("select pg_backend_pid()")))


def _cpu(server: int | None) -> float:
    return time.process_time() + (cost_of(server).cpu if server else 0)


async def measure(url: str, size: Size, *, months: int, times: int) -> list[Row]:
    """Makes the country, closes what is over and compares at each height of its tree."""
    progress(str(await generate(url, size, months=months, today=NOW.date(), accounts=False)))
    database = open_database(url)
    rows: list[Row] = []
    if months > 1:
        context = ClockContext(database=database, policy=_POLICY, clock=lambda: NOW)
        await run_job(next(job for job in JOBS if job.name == "closing"), context, NOW)
    async with database.read() as unit:
        path = await unit.scalar(text("select path from area order by length(path) desc, id"))
        chain = await areas.chain(unit, path)
    for place in chain[:-1]:
        rows += (
            {"place": place.level, **row}
            for row in await compare(database, place, times=times, with_closed=months > 1)
        )
        progress(str(rows[-5:]))
    await database.close()
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES)
    options.add_argument("--scale", type=float, default=1, help="1, 0.1 or 0.01 of the real size")
    options.add_argument("--months", type=int, default=2, help="of history, with this month")
    options.add_argument("--times", type=int, default=20, help="how often each way is asked")
    options.add_argument("--postgresql", action="store_true", help="a server of its own")
    given = options.parse_args()
    with an_empty_database(on_postgresql=given.postgresql) as url:
        size = SIZES[given.size].scaled(given.scale)
        rows = asyncio.run(measure(url, size, months=given.months, times=given.times))
    show(f"summary-{given.size}-{'postgresql' if given.postgresql else 'sqlite'}", rows)


if __name__ == "__main__":
    main()
