"""Fills an empty database with the sample."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sample.directory import write_directory
from bot.sample.history import write_history
from bot.sample.pages import write_pages
from bot.sample.programme import write_programme
from bot.sample.questions import write_questions
from bot.sample.visits import write_intents
from domain.policy import Policy
from operations.meetings.closing import close_period
from operations.meetings.expecting import fill_expectations
from operations.meetings.planning import list_to_plan, plan_areas
from storage import Database, UnitOfWork

SEED = 784
MONTHS = 6
_ENROLLED_BEFORE = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Sample:
    """How much was written."""

    chapters: int
    people: int
    meetings: int


async def load_sample(
    database: Database,
    *,
    now: datetime,
    policy: Policy,
    seed: int = SEED,
    months: int = MONTHS,
) -> Sample:
    """Writes the region and so many finished months before `now`, the same for the same seed.

    The database must be migrated and empty of areas. All is there at once, or nothing.
    """
    async with database.write() as unit:
        return await write_sample(unit, now=now, policy=policy, seed=seed, months=months)


async def write_sample(
    unit: UnitOfWork, *, now: datetime, policy: Policy, seed: int, months: int
) -> Sample:
    """Writes the sample by an open transaction."""
    written = await write_directory(unit, seed=seed, now=now - _ENROLLED_BEFORE)
    await write_pages(unit, written, now=now - _ENROLLED_BEFORE)
    count = await write_history(unit, written, seed=seed, months=months, policy=policy, now=now)
    today = policy.day_of(now)
    await write_programme(unit, written, today=today)
    await write_questions(unit, written, seed=seed, today=today, now=now)
    for area_ids in await list_to_plan(unit, today=today):
        await fill_expectations(unit, area_ids)
        await plan_areas(unit, area_ids, policy=policy, now=now)
    await write_intents(unit, seed=seed, now=now)
    await close_period(unit, written.upper.id, policy=policy, now=now)
    return Sample(len(written.chapters), len(written.people), count)
