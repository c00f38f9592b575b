"""News wait for the next message, are told once, and come back if that never went out."""

from datetime import time, timedelta
from pathlib import Path

import pytest

import operations.news
from bot.channels import Channels
from bot.task_handlers import build_work
from channels.telegram.channel import TelegramChannel
from domain.message import Message
from domain.news import News, Section
from domain.preferences import Preference
from operations.messaging.sending import Settlement, load_outgoing, settle
from operations.news import add_news
from operations.notifications.bundling import due_bundles, enqueue_bundles
from operations.notifications.reminding import enqueue_reminders
from storage import Database, UnitOfWork
from storage.maintenance import tasks
from storage.notifications import news, preferences
from tests.directory import POLICY, at, held, settle_commune
from tests.operations.planned import november, send
from tests.operations.test_bundling import bundle
from tests.reached import queued, reach, texts_to
from tests.reminding import all_due


def tidings(person_id: int, *, key: str = "", urgent: bool = False) -> News:
    return News(
        person_id=person_id,
        section=Section.CASES,
        key="news-more",
        args={"count": 41},
        command="history.7",
        label_key="button-view-report",
        dedupe_key=key or None,
        urgent=urgent,
    )


async def tell(unit: UnitOfWork, *lines: News, day: int = 2) -> None:
    await add_news(unit, lines, now=at(day))


async def remind(unit: UnitOfWork, day: int) -> None:
    due = await all_due(unit, policy=POLICY, now=at(day, 8))
    await enqueue_reminders(unit, due, policy=POLICY, now=at(day, 8))


def buttons(message: Message) -> list[str]:
    return [one.key for one in message.prompt.choices] if message.prompt else []


async def test_news_stand_in_the_bundle_with_their_buttons_and_are_told_once(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await reach(unit, commune.staff, now=at(1))
        await tell(unit, tidings(commune.staff, key="a"), tidings(commune.staff, key="a"))
        await bundle(unit, at(2, 17))
        (row,) = await queued(unit)
        assert row.message.text.count("41 tin khác") == 1
        assert buttons(row.message) == ["history.7"]
        await bundle(unit, at(3, 17))
        assert len(await queued(unit)) == 1


async def test_two_processes_tell_the_same_bundle_once(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        here = await reach(unit, commune.staff, now=at(1))
        await tell(unit, tidings(commune.staff))
        due = [await due_bundles(unit, policy=POLICY, now=at(2, 17)) for _ in range(2)]
        for one in due:
            await enqueue_bundles(unit, one, policy=POLICY, now=at(2, 17))
        assert len(await texts_to(unit, here)) == 1


async def test_everybody_has_the_bundle_at_their_own_hour(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        early = await reach(unit, commune.staff, now=at(1))
        usual = await reach(unit, commune.cadre, now=at(1))
        await preferences.put(unit, commune.staff, Preference(bundle_at=time(7, 30)))
        await tell(unit, tidings(commune.staff), tidings(commune.cadre), day=1)
        for hour, told in ((7, (0, 0)), (8, (1, 0)), (16, (1, 0)), (17, (1, 1)), (18, (1, 1))):
            await bundle(unit, at(2, hour))
            found = (len(await texts_to(unit, early)), len(await texts_to(unit, usual)))
            assert found == told


async def test_a_later_hour_chosen_after_the_bundle_brings_no_second(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        here = await reach(unit, commune.staff, now=at(1))
        await tell(unit, tidings(commune.staff))
        await bundle(unit, at(2, 17))
        await preferences.put(unit, commune.staff, Preference(bundle_at=time(19)))
        await tell(unit, tidings(commune.staff))
        await bundle(unit, at(2, 19))
        assert len(await texts_to(unit, here)) == 1
        await bundle(unit, at(3, 19))
        assert len(await texts_to(unit, here)) == 2


async def test_what_is_urgent_comes_at_once_and_alone(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        await preferences.put(unit, commune.cadre, Preference(urgent=frozenset({Section.CASES})))
        await tell(unit, tidings(commune.cadre), tidings(commune.staff))
        (told,) = await texts_to(unit, here)
        assert told.startswith("Kính gửi đồng chí Sáu")
        await bundle(unit, at(2, 17))
        assert len(await texts_to(unit, here)) == 1
        assert await news.list_waiting(unit, [commune.cadre, commune.staff]) == {commune.staff}


async def test_a_leader_is_told_with_the_next_reminder(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        await tell(unit, tidings(commune.leader), day=1)
        await remind(unit, 2)
        (row,) = await queued(unit)
        assert "41 tin khác" in row.message.text
        assert buttons(row.message)[-1] == "history.7"
        assert row.subject is None
        await remind(unit, 5)
        assert "41 tin khác" not in (await queued(unit))[-1].message.text


async def test_news_survive_the_report_that_makes_their_reminder_needless(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        await tell(unit, tidings(commune.leader), day=1)
        await remind(unit, 7)
    await send(database, commune.leader, meeting, held(), now=at(7, 9))
    async with database.read() as unit:
        batch = await load_outgoing(
            unit,
            channel="telegram",
            account="main",
            abilities=TelegramChannel.abilities,
            under_way=(),
            replies=10,
            started=10,
            policy=POLICY,
            now=at(7, 10),
        )
    (row,) = batch.rows
    assert "Chưa có báo cáo" not in row.message.text
    assert "41 tin khác" in row.message.text
    assert buttons(row.message) == ["history.7"]


async def test_what_never_went_out_is_told_with_the_next_message(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        here = await reach(unit, commune.staff, now=at(1))
        await tell(unit, tidings(commune.staff))
        await bundle(unit, at(2, 17))
        (row,) = await queued(unit)
        expired = Settlement(row.id, "expired", at=at(3, 17))
        account = ("telegram", "main")
        await settle(unit, [expired], account, policy=POLICY, now=at(3, 17))
        await bundle(unit, at(3, 17) + timedelta(minutes=5))
        assert len([one for one in await texts_to(unit, here) if "41 tin khác" in one]) == 2


async def test_news_of_those_out_of_reach_wait_for_them(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await tell(unit, tidings(commune.staff))
        await bundle(unit, at(2, 17))
        assert await queued(unit) == []
        here = await reach(unit, commune.staff, now=at(3))
        await bundle(unit, at(3, 17))
        assert len(await texts_to(unit, here)) == 1


async def test_staff_are_told_when_reports_fall_overdue(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.staff, now=at(1))
        await bundle(unit, at(10, 17))
        assert await texts_to(unit, here) == []
    await send(database, commune.leader, meeting, held(), now=at(10, 20))
    async with database.write() as unit:
        await bundle(unit, at(11, 17))
        (row,) = await queued(unit)
        assert "1 đơn vị chưa báo cáo, trong đó 1 đơn vị vừa quá hạn" in row.message.text
        assert buttons(row.message) == ["overview.m2611"]
        await bundle(unit, at(12, 17))
        assert len(await texts_to(unit, here)) == 1


async def test_many_are_told_in_parts_each_once(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(operations.news, "TOLD_AT_ONCE", 1)
    commune = await settle_commune(database)
    people = (commune.leader, commune.cadre, commune.staff)
    async with database.write() as unit:
        addresses = [await reach(unit, person, now=at(1)) for person in people]
        await tell(unit, *(tidings(person, urgent=True) for person in people))
        assert len(await queued(unit)) == 1
    async with database.write() as unit:
        (task,) = await tasks.claim(unit, now=at(2), until=at(2), limit=9)
    work = build_work(database, Channels([]), folder=tmp_path, policy=POLICY, clock=lambda: at(2))
    for _ in range(2):
        await work[task.kind](task)
    async with database.read() as unit:
        for here in addresses:
            assert len(await texts_to(unit, here)) == 1
