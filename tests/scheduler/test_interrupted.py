from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select

from domain.people import Role
from scheduler import ClockContext, jobs
from scheduler.jobs import run_job
from storage import Database, Unavailable, UnitOfWork
from storage.tables.mail import outbox
from tests.directory import POLICY, Directory, at, settle_commune
from tests.operations.planned import november
from tests.reached import reach

JOBS = {job.name: job for job in jobs.JOBS}
CADRES = 5


class Failing:
    """A database whose process dies in one of its transactions, before or after the commit."""

    def __init__(self, database: Database, *, lives_for: int) -> None:
        self.left = lives_for
        self.write_for_real = database.write

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        if self.left < 0:
            raise Unavailable("dead")
        async with self.write_for_real() as unit:
            yield unit
            self.left -= 1
            if self.left < 0:
                raise Unavailable("dead")


async def settle_many_cadres(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        for number in range(CADRES):
            cadre = await make.person(f"Cán bộ số {number}")
            await make.post(cadre, Role.CADRE, area=commune.commune)
            await reach(unit, cadre, now=at(1))
    await november(database, commune)


async def count_told(database: Database) -> Counter[int]:
    async with database.read() as unit:
        return Counter(row.address_id for row in await unit.all(select(outbox.c.address_id)))


async def run_until_death(
    database: Database, name: str, monkeypatch: pytest.MonkeyPatch, *, lives_for: int = 9
) -> bool:
    now = at(4, 17) if name == "bundles" else at(5, 8)
    context = ClockContext(database=database, policy=POLICY, clock=lambda: now)
    with monkeypatch.context() as patched:
        patched.setattr(database, "write", Failing(database, lives_for=lives_for).write)
        return await run_job(JOBS[name], context, now)


async def test_bundles_cut_off_anywhere_lose_and_double_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settle_many_cadres(database)
    monkeypatch.setattr(jobs, "_BUNDLES_AT_ONCE", 2)
    for portion in range(2):
        assert not await run_until_death(database, "bundles", monkeypatch, lives_for=1)
        assert len(await count_told(database)) == 2 * (portion + 1)
    assert await run_until_death(database, "bundles", monkeypatch)
    told = await count_told(database)
    assert len(told) == CADRES
    assert set(told.values()) == {1}


async def test_reminders_cut_off_anywhere_lose_and_double_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        leaders = [commune.leader]
        for number in range(4):
            leader = await make.person(f"Trưởng chi hội số {number}")
            chapter = await make.chapter(f"Chi hội số {number}", commune.hamlet, commune.kind)
            await make.post(leader, Role.LEADER, chapter=chapter)
            leaders.append(leader)
        for leader in leaders:
            await reach(unit, leader, now=at(1))
    await november(database, commune)
    monkeypatch.setattr(jobs, "AT_ONCE", 2)
    assert not await run_until_death(database, "reminders", monkeypatch, lives_for=1)
    assert 0 < len(await count_told(database)) < len(leaders)
    assert await run_until_death(database, "reminders", monkeypatch)
    told = await count_told(database)
    assert len(told) == len(leaders)
    assert set(told.values()) == {1}
