"""Leaders whom no reminder brings their news soon get them in a message of their own."""

from datetime import datetime

from domain.people import Role
from operations.notifications.leader_news import due_leader_news, enqueue_leader_news
from storage import Database, UnitOfWork
from tests.directory import POLICY, Commune, Directory, at, settle_commune
from tests.operations.planned import november, send
from tests.operations.test_news import remind, tell, tidings
from tests.reached import queued, reach


async def morning(unit: UnitOfWork, now: datetime) -> list[str]:
    """What is queued that morning."""
    before = {row.id for row in await queued(unit)}
    due = await due_leader_news(unit, policy=POLICY, now=now)
    await enqueue_leader_news(unit, due, policy=POLICY, now=now)
    return [row.message.text for row in await queued(unit) if row.id not in before]


async def reported(database: Database) -> Commune:
    """The meeting of the fifth is reported, the next reminder a month away."""
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting, now=at(5, 21))
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(6))
    return commune


async def test_news_come_the_morning_after_and_then_not_for_a_week(database: Database) -> None:
    commune = await reported(database)
    async with database.write() as unit:
        await tell(unit, tidings(commune.leader), day=9)
        assert await morning(unit, at(9, 8)) == []
        assert await morning(unit, at(10, 6)) == []
        (text,) = await morning(unit, at(10, 7))
        assert text.startswith("Kính gửi đồng chí Lan")
        await tell(unit, tidings(commune.leader), day=11)
        assert await morning(unit, at(12, 8)) == []
        assert await morning(unit, at(16, 8)) == []
        assert len(await morning(unit, at(17, 8))) == 1
        assert await morning(unit, at(17, 13)) == []


async def test_news_wait_for_a_reminder_that_is_near(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        await tell(unit, tidings(commune.leader), day=1)
        await remind(unit, 2)
        await tell(unit, tidings(commune.leader), day=2)
        assert await morning(unit, at(3, 8)) == []
        await remind(unit, 5)
        assert await morning(unit, at(6, 8)) == []
        assert "41 tin khác" in (await queued(unit))[-1].message.text


async def test_a_month_that_has_its_measure_brings_no_more(database: Database) -> None:
    commune = await reported(database)
    async with database.write() as unit:
        for day in range(6, 11):
            await tell(unit, tidings(commune.leader, urgent=True), day=day)
        await tell(unit, tidings(commune.leader), day=10)
        assert await morning(unit, at(12, 8)) == []
        assert await morning(unit, at(27, 8)) == []


async def test_who_has_a_bundle_is_told_there(database: Database) -> None:
    commune = await reported(database)
    async with database.write() as unit:
        await Directory(unit).post(commune.leader, Role.CADRE, area=commune.hamlet)
        await tell(unit, tidings(commune.leader), tidings(commune.staff), day=9)
        assert await morning(unit, at(10, 8)) == []
