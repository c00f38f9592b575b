from datetime import datetime

from domain.meetings import MeetingState
from operations.meetings.closing import close_period
from storage import Database
from storage.meetings import meetings
from tests.directory import POLICY, Commune, at, settle_commune
from tests.operations.planned import meetings_of, november, send


async def close(database: Database, commune: Commune, now: datetime) -> int:
    async with database.write() as unit:
        return await close_period(unit, commune.commune.id, policy=POLICY, now=now)


async def test_what_nobody_reported_until_the_closing_day_is_marked_once(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    reported = await november(database, commune)
    silent = (await meetings_of(database, commune.other_chapter, at(1)))[0]
    await send(database, commune.leader, reported)
    assert await close(database, commune, at(10, month=12)) == 0
    assert await close(database, commune, at(11, month=12)) == 1
    assert await close(database, commune, at(12, month=12)) == 0
    async with database.read() as unit:
        found = await meetings.by_ids(unit, [reported.id, silent.id])
    assert found[reported.id].state is MeetingState.HELD
    assert found[silent.id].state is MeetingState.UNREPORTED


async def test_another_area_is_left_alone(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        now = at(11, month=12)
        assert await close_period(unit, commune.hamlet.id, policy=POLICY, now=now) == 1
    still_open = await meetings_of(database, commune.other_chapter, at(1))
    assert still_open[0].state is MeetingState.PLANNED
