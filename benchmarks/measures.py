"""What is measured on an invented country, each as `sinhhoat run` does it."""

import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from random import Random

from sqlalchemy import Table, select

from benchmarks.machine import Row, cost_of_self, forget_peak, load
from benchmarks.taken import Taken, watched
from domain.people import Post, Role
from domain.policy import Policy
from domain.reading import key
from operations.directory.directory_look import search
from operations.figures.overview import overview
from operations.notifications.bundling import due_bundles
from operations.notifications.reminding import due_reminders, list_to_remind
from operations.reports.history import list_reports
from scheduler import ClockContext
from scheduler.jobs import AT_ONCE, JOBS, run_job
from storage import Database, UnitOfWork
from storage.people import people
from storage.tables.directory import chapter, person, post
from texts import label

_POLICY = Policy()
_JOBS = {job.name: job for job in JOBS}
_RANDOM = 784
_ASKED = 100
_SOME = 20
_FEW = 5

Measure = Callable[[Database, datetime], Awaitable[Taken]]


async def missing_in_commune(database: Database, now: datetime) -> Taken:
    """Staff of some communes ask who has not reported this month."""

    async def ask(unit: UnitOfWork, posts: Sequence[Post]) -> None:
        today = _POLICY.day_of(now)
        await overview(unit, posts, day=today, today=today)

    return await _each(database, Role.STAFF, ask)


async def missing_in_all(database: Database, now: datetime) -> Taken:
    """The administrator asks the same of the whole country."""

    async def ask(unit: UnitOfWork, posts: Sequence[Post]) -> None:
        today = _POLICY.day_of(now)
        await overview(unit, posts, day=today, today=today)

    return await _each(database, Role.ADMINISTRATOR, ask, times=_FEW)


async def history(database: Database, now: datetime) -> Taken:
    """Leaders look at their last twelve reports."""

    async def ask(unit: UnitOfWork, posts: Sequence[Post]) -> None:
        await list_reports(unit, posts, today=_POLICY.day_of(now))

    return await _each(database, Role.LEADER, ask)


async def found(database: Database, now: datetime) -> Taken:
    """The administrator searches everything by what people type: no marks, parts of names."""
    words, today, taken = await _typed(database), _POLICY.day_of(now), Taken()
    (posts,) = await _posts(database, Role.ADMINISTRATOR, 1)
    for typed in words:
        async with database.read() as unit:
            with taken.once():
                await search(unit, posts, typed, today=today)
    return taken


async def due(database: Database, now: datetime) -> Taken:
    """The clock asks for whom a reminder is due."""
    taken = Taken()
    for _ in range(_SOME):
        async with database.read() as unit:
            with taken.once():
                await list_to_remind(unit, policy=_POLICY, now=now)
    return taken


async def due_first(database: Database, now: datetime) -> Taken:
    """The clock reads what the first hundred are reminded of, before it queues that."""
    taken = Taken()
    async with database.read() as unit:
        asked = list((await list_to_remind(unit, policy=_POLICY, now=now)).items())
    for _ in range(_SOME):
        async with database.read() as unit:
            with taken.once():
                await due_reminders(unit, dict(asked[:AT_ONCE]), policy=_POLICY, now=now)
    return taken


async def remind(database: Database, now: datetime) -> Taken:
    """The clock queues all that are due."""
    return await _job(database, "reminders", now)


async def bundles(database: Database, now: datetime) -> Taken:
    """The clock gathers what the evening's bundles say, for everybody at once."""
    taken = Taken()
    for _ in range(_FEW):
        async with database.read() as unit:
            with taken.once():
                await due_bundles(unit, policy=_POLICY, now=_evening(now))
    return taken


async def bundle(database: Database, now: datetime) -> Taken:
    """The clock queues all the evening's bundles."""
    return await _job(database, "bundles", _evening(now))


def _evening(now: datetime) -> datetime:
    return datetime.combine(now.date(), _POLICY.bundle_at, tzinfo=now.tzinfo)


async def plan(database: Database, now: datetime) -> Taken:
    """The clock plans the month to come."""
    return await _job(database, "planning", now)


MEASURES: Mapping[str, Measure] = {
    "who is missing: a commune": missing_in_commune,
    "who is missing: everywhere": missing_in_all,
    "a chapter's history": history,
    "search": found,
    "due reminders: the morning's first look": due,
    "due reminders: the first hundred": due_first,
    "due reminders: all queued": remind,
    "due reminders: each minute after": due,
    "bundles: gathered": bundles,
    "bundles: all queued": bundle,
    "planning: a month": plan,
    "planning: nothing new": plan,
}


async def measure_all(
    database: Database, now: datetime, names: Sequence[str]
) -> AsyncIterator[Row]:
    """Yields a line for each of the measures, in their order."""
    label("button-menu")  # reads all texts, once
    gc.collect()
    gc.freeze()  # as the service does
    for name in names:
        forget_peak()
        before = cost_of_self()
        with watched(database) as held:
            taken = await MEASURES[name](database, now)
        after = cost_of_self()
        yield {
            "what": name,
            "times": len(taken.times),
            "least ms": taken.least,
            "p50 ms": taken.percentile(0.5),
            "p95 ms": taken.percentile(0.95),
            "CPU ms": (after.cpu - before.cpu) * 1000 / len(taken.times),
            "longest write ms": held.percentile(1),
            "MB before": before.memory,
            "MB at most": after.peak,
            "MB after": after.memory,
            "load": load(),
        }


async def _each(
    database: Database,
    role: Role,
    ask: Callable[[UnitOfWork, Sequence[Post]], Awaitable[None]],
    *,
    times: int = _ASKED,
) -> Taken:
    taken = Taken()
    for posts in await _posts(database, role, times):
        async with database.read() as unit:
            with taken.once():
                await ask(unit, posts)
    return taken


async def _posts(database: Database, role: Role, times: int) -> list[tuple[Post, ...]]:
    async with database.read() as unit:
        rows = await unit.all(select(post.c.person_id).where(post.c.role == role))
        holders = Random(_RANDOM).choices([row.person_id for row in rows], k=times)  # noqa: S311
        posts = await people.posts_of(unit, holders)
    return [posts[holder] for holder in holders]


async def _typed(database: Database) -> list[str]:
    """Returns whole names, ends of names, parts of chapters' names and of phone numbers."""
    random = Random(_RANDOM)  # noqa: S311 - which rows
    async with database.read() as unit:
        known = await _some(unit, person, random)
        places = await _some(unit, chapter, random)
    names = [key(name) for name in known]
    ends = [" ".join(name.split()[-2:]) for name in names]
    parts = [" ".join(key(name).split()[-3:]) for name in places]
    phones = [f"09{random.randrange(10**6):06}" for _ in range(_FEW)]
    return [*names, *ends, *parts, *phones]


async def _some(unit: UnitOfWork, table: Table, random: Random) -> list[str]:
    ids = [row.id for row in await unit.all(select(table.c.id))]
    wanted = random.choices(ids, k=_ASKED // 3)
    rows = await unit.all(select(table.c.name).where(table.c.id.in_(wanted)))
    return [row.name for row in rows]


async def _job(database: Database, name: str, now: datetime) -> Taken:
    context, taken = ClockContext(database=database, policy=_POLICY, clock=lambda: now), Taken()
    with taken.once():
        if not await run_job(_JOBS[name], context, now):
            raise RuntimeError(f"the job {name} failed")
    return taken
