"""Runs the jobs: at the start, then by their triggers, or all of them for a given moment."""

import asyncio
from datetime import datetime

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from operations.meetings.agenda import next_event as next_event_of
from scheduler.context import ClockContext
from scheduler.jobs import JOBS, Job, run_job
from storage import UnitOfWork


async def run_due(context: ClockContext, now: datetime) -> list[str]:
    """Runs every job for a moment, one after the other; returns the names of those that failed."""
    return [job.name for job in JOBS if not await run_job(job, context, now)]


async def next_event(unit: UnitOfWork, now: datetime, context: ClockContext) -> datetime:
    """Returns the first moment after `now` at which something is due."""
    return await next_event_of(unit, now, policy=context.policy)


async def run_clock(context: ClockContext) -> None:
    """Catches up on what is due, then runs each job by its trigger until cancelled."""
    running: set[asyncio.Task[None]] = set()

    async def run(job: Job) -> None:
        # On its own task: the scheduler's is cancelled at shutdown without being waited for.
        task = asyncio.create_task(_run(job))
        running.add(task)
        task.add_done_callback(running.discard)
        await asyncio.wait([task])

    async def _run(job: Job) -> None:
        await run_job(job, context, context.clock())

    await run_due(context, context.clock())
    scheduler = AsyncIOScheduler(
        # Named here, as the default is imported only at the start: with every file handle in
        # use, that would end the process.
        executors={"default": AsyncIOExecutor()},
        timezone=context.policy.timezone,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    for job in JOBS:
        scheduler.add_job(run, CronTrigger(timezone=context.policy.timezone, **job.when), [job])
    scheduler.start()
    try:
        await asyncio.Event().wait()
    finally:
        scheduler.shutdown(wait=False)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
