import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Table, delete, func, select

from domain.talks import KnownAddress
from operations.maintenance.health import list_findings
from scheduler import ClockContext, jobs, next_event, run_clock, run_due
from scheduler import clock as clock_module
from scheduler.jobs import Job
from storage import Database, Unavailable
from storage.directory import digest_targets
from storage.tables.directory import holiday
from storage.tables.mail import outbox, web_session
from storage.tables.meetings import meeting
from tests.directory import POLICY, Commune, at, settle_commune
from tests.patience import PATIENCE
from tests.reached import group, reach, texts_to


def context_of(database: Database) -> ClockContext:
    return ClockContext(database=database, policy=POLICY, clock=lambda: at(1))


async def count(database: Database, table: Table) -> int:
    async with database.read() as unit:
        return int(await unit.scalar(select(func.count()).select_from(table)) or 0)


async def inhabited(database: Database) -> Commune:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        await reach(unit, commune.cadre, now=at(1))
        here = await group(unit, "Kênh", now=at(1))
        await digest_targets.bind(
            unit,
            address_id=here.id,
            area_id=commune.commune.id,
            language="vi",
            bound_by=None,
            now=at(1),
        )
    return commune


async def test_a_moment_runs_every_job_and_a_second_time_changes_nothing(
    database: Database,
) -> None:
    await inhabited(database)
    context = context_of(database)
    for moment in (at(2, 7), at(5, 7), at(5, 21), at(9, 8)):
        assert await run_due(context, moment) == []
        before = await count(database, outbox), await count(database, meeting)
        assert await run_due(context, moment) == []
        assert (await count(database, outbox), await count(database, meeting)) == before
    assert await count(database, meeting) == 4


async def test_from_event_to_event_a_month_passes_without_losing_anything(
    database: Database,
) -> None:
    commune = await inhabited(database)
    context = context_of(database)
    now, moments = at(1, 6), 0
    await run_due(context, now)
    while now < at(12):
        async with database.read() as unit:
            following = await next_event(unit, now, context)
        assert following > now
        now, moments = following, moments + 1
        assert await run_due(context, now) == []
    async with database.read() as unit:
        leader = await reach_again(database, commune.leader)
        texts = await texts_to(unit, leader)
    assert moments < 60
    # Three days before, that morning, after the end, two and five days later.
    assert len(texts) == 5


async def reach_again(database: Database, person_id: int) -> KnownAddress:
    async with database.write() as unit:
        return await reach(unit, person_id, now=at(1))


async def test_a_failing_job_is_counted_and_stops_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    async def fail(_context: ClockContext, _now: datetime) -> None:
        raise RuntimeError("broken")

    async def away(_context: ClockContext, _now: datetime) -> None:
        raise Unavailable("away")

    async def work(_context: ClockContext, _now: datetime) -> None:
        done.append("work")

    monkeypatch.setattr(
        clock_module, "JOBS", (Job("bad", fail, {}), Job("away", away, {}), Job("good", work, {}))
    )
    before = jobs.FAILURES.labels("bad")._value.get()
    assert await run_due(context_of(database), at(1)) == ["bad", "away"]
    assert done == ["work"]
    assert jobs.FAILURES.labels("bad")._value.get() == before + 1


async def test_a_job_that_hangs_is_ended_counted_and_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    async def hang(_context: ClockContext, _now: datetime) -> None:
        await asyncio.Event().wait()

    async def work(_context: ClockContext, _now: datetime) -> None:
        done.append("work")

    monkeypatch.setattr(clock_module, "JOBS", (Job("stuck", hang, {}), Job("good", work, {})))
    context = replace(context_of(database), longest=timedelta(seconds=0.1))
    async with asyncio.timeout(PATIENCE):
        assert await run_due(context, at(1)) == ["stuck"]
    assert done == ["work"]
    async with database.read() as unit:
        found = {one.name: one.fact for one in await list_findings(unit, now=at(1))}
    assert found["jobs"] == "stuck"


async def test_the_clock_runs_every_job_at_its_start_and_ends_when_cancelled(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    ticked = asyncio.Event()
    schedulers: list[AsyncIOScheduler] = []

    class Kept(AsyncIOScheduler):  # type: ignore[misc]
        def __init__(self, **options: object) -> None:
            super().__init__(**options)
            schedulers.append(self)

    async def work(_context: ClockContext, _now: datetime) -> None:
        ran.append("work")
        if len(ran) == 2:
            ticked.set()
            await asyncio.Event().wait()

    monkeypatch.setattr(clock_module, "JOBS", (Job("one", work, {"second": "*"}),))
    monkeypatch.setattr(clock_module, "AsyncIOScheduler", Kept)
    task = asyncio.create_task(run_clock(context_of(database)))
    await asyncio.wait_for(ticked.wait(), 10)
    (job,) = schedulers[0].get_jobs()
    # However late, once: what was missed is made up for by one run.
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert ran == ["work", "work"]
    assert not schedulers[0].running


async def test_holidays_are_filled_once_and_stay_as_staff_left_them(database: Database) -> None:
    context = context_of(database)
    await run_due(context, at(1))
    async with database.write() as unit:
        days = {row.day for row in await unit.all(select(holiday.c.day))}
        assert {date(2026, 11, 24), date(2027, 9, 2)} <= days
        await unit.run(delete(holiday).where(holiday.c.day == date(2026, 11, 24)))
    await run_due(context, at(2))
    async with database.read() as unit:
        assert date(2026, 11, 24) not in {row.day for row in await unit.all(select(holiday.c.day))}


async def test_what_is_old_is_deleted_and_what_is_fresh_stays(database: Database) -> None:
    commune = await inhabited(database)
    await run_due(context_of(database), at(5, 7))
    async with database.write() as unit:
        here = await reach(unit, commune.leader, now=at(1))
        for name, ends in (("a" * 64, at(5)), ("b" * 64, at(30))):
            await unit.add(
                web_session, token_hash=name, address_id=here.id, created_at=at(1), expires_at=ends
            )
        await unit.run(outbox.update().values(state="sent", sent_at=at(5)))
    await run_due(context_of(database), at(12))
    assert await count(database, web_session) == 1
    sent = await count(database, outbox)
    await run_due(context_of(database), at(5) + timedelta(days=41))
    assert await sent_before(database, at(6)) == 0
    assert sent > 0


async def sent_before(database: Database, moment: datetime) -> int:
    async with database.read() as unit:
        statement = select(func.count()).where(outbox.c.sent_at < moment.astimezone(UTC))
        return int(await unit.scalar(statement) or 0)
