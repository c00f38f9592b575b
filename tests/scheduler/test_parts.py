"""Long work is done part by part: several parts, an end in the middle, a second round."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Row, func, select

from domain.meetings import MeetingState
from domain.policy import Policy
from operations.meetings import batches, closing
from operations.meetings.planning import plan_areas
from scheduler import ClockContext, jobs
from scheduler.jobs import JOBS, Job, run_job
from storage import Database, Unavailable, UnitOfWork
from storage.tables.history import expectation
from storage.tables.meetings import attendance, meeting
from tests.directory import POLICY, at, settle_commune

JOB = {job.name: job for job in JOBS}
PLANNED = (
    select(meeting.c.chapter_id, meeting.c.period, meeting.c.planned_on, attendance.c.person_id)
    .outerjoin(attendance, attendance.c.meeting_id == meeting.c.id)
    .order_by(meeting.c.chapter_id, meeting.c.period)
)
OWED = select(expectation).order_by(expectation.c.chapter_id, expectation.c.month)


async def run(database: Database, job: Job, now: datetime) -> bool:
    context = ClockContext(database=database, policy=POLICY, clock=lambda: now)
    return await run_job(job, context, now)


async def stored(database: Database) -> tuple[list[Row[Any]], list[Row[Any]]]:
    """The meetings with who is assigned, and what is owed."""
    async with database.read() as unit:
        return list(await unit.all(PLANNED)), list(await unit.all(OWED))


async def planned_chapters(database: Database) -> set[int]:
    return {row.chapter_id for rows in await stored(database) for row in rows}


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Makes every place a part of its own, and notes the parts that are planned."""
    seen: list[list[int]] = []

    async def noted(
        unit: UnitOfWork, area_ids: Collection[int], *, policy: Policy, now: datetime
    ) -> int:
        seen.append(list(area_ids))
        return await plan_areas(unit, area_ids, policy=policy, now=now)

    monkeypatch.setattr(batches, "AT_ONCE", 1)
    monkeypatch.setattr("scheduler.jobs.plan_areas", noted)
    return seen


async def test_several_parts_are_planned_each_by_itself(
    database: Database, parts: list[list[int]]
) -> None:
    commune = await settle_commune(database)
    assert await run(database, JOB["planning"], at(1))
    assert sorted(parts) == sorted([[commune.hamlet.id], [commune.other_hamlet.id]])
    assert await planned_chapters(database) == {commune.chapter, commune.other_chapter}
    planned = await stored(database)
    assert await run(database, JOB["planning"], at(1))
    assert await stored(database) == planned


@pytest.mark.parametrize("error", [RuntimeError("broken"), Unavailable("away")])
async def test_what_ends_in_the_middle_is_finished_by_the_next_run(
    database: Database,
    parts: list[list[int]],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    commune = await settle_commune(database)

    async def ends(
        unit: UnitOfWork, area_ids: Collection[int], *, policy: Policy, now: datetime
    ) -> int:
        added = await plan_areas(unit, area_ids, policy=policy, now=now)
        if commune.other_hamlet.id in area_ids:
            raise error
        return added

    with monkeypatch.context() as patch:
        patch.setattr("scheduler.jobs.plan_areas", ends)
        assert not await run(database, JOB["planning"], at(1))
    assert commune.other_chapter not in await planned_chapters(database)
    assert await run(database, JOB["planning"], at(1))
    assert [commune.other_hamlet.id] in parts
    assert await planned_chapters(database) == {commune.chapter, commune.other_chapter}
    planned, _ = await stored(database)
    assert [row.period for row in planned] == ["2026-11", "2026-12"] * 2


async def test_closing_goes_on_round_by_round_until_none_is_left(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settle_commune(database)
    assert await run(database, JOB["planning"], at(1))
    for module in (closing, jobs):
        monkeypatch.setattr(module, "MOST", 1)
    assert await run(database, JOB["closing"], at(11, month=12))
    count = select(func.count()).where(meeting.c.state == MeetingState.UNREPORTED)
    async with database.read() as unit:
        assert await unit.scalar(count) == 2
