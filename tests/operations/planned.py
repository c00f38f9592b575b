"""Shortcuts of the use-case tests: plan, find the meeting, report it."""

from datetime import datetime

from domain.meetings import Meeting
from domain.report import ReportAnswers
from operations.meetings.planning import list_to_plan, plan_areas
from operations.reports.reporting import Receipt, submit_report
from storage import Database
from storage.meetings import meetings
from tests.directory import POLICY, Commune, acting, at, held


async def plan_all(database: Database, now: datetime) -> int:
    added = 0
    async with database.write() as unit:
        for area_ids in await list_to_plan(unit, today=POLICY.day_of(now)):
            added += await plan_areas(unit, area_ids, policy=POLICY, now=now)
    return added


async def meetings_of(database: Database, chapter_id: int, now: datetime) -> list[Meeting]:
    """The meetings that still take reports, by their day."""
    async with database.read() as unit:
        found = await meetings.list_open(unit, [chapter_id], today=POLICY.day_of(now))
    return sorted(found, key=lambda one: (str(one.day), one.ordinal))


async def november(database: Database, commune: Commune) -> Meeting:
    """Plans on 1 November and gives the meeting of the 5th."""
    await plan_all(database, at(1))
    return (await meetings_of(database, commune.chapter, at(1)))[0]


async def send(
    database: Database,
    person_id: int,
    meeting: Meeting,
    answers: ReportAnswers | None = None,
    *,
    now: datetime | None = None,
    corrects: int = 0,
) -> Receipt:
    async with database.write() as unit:
        context = await acting(unit, person_id, now or at(6))
        return await submit_report(context, meeting.id, answers or held(), corrects=corrects)
