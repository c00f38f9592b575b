"""What lies on a page nobody looks at is said by the next way, within six a month; then a call."""

from datetime import datetime, timedelta

import pytest

from domain.devices import Subscription
from domain.meetings import Meeting
from domain.outbox import OutboxRow
from operations.codes import hash_code
from operations.messaging.sending import Settlement, settle
from operations.messaging.unseen import follow_unseen, list_unseen
from operations.notifications.reminding import enqueue_reminders
from operations.people.web_entry import prolong_session, start_session
from storage import Database
from storage.messages import devices, outbox
from storage.notifications import news
from tests.codes import counting_bytes
from tests.directory import POLICY, Commune, at, settle_commune
from tests.operations.planned import november, send
from tests.operations.test_ways import join, queue
from tests.reached import queued
from tests.reminding import all_due

PAGE = ("web", "main")
SENT = at(6, 7)


class Town:
    """A leader whose only account is the page; `put` puts what waits for it there."""

    def __init__(self, database: Database, commune: Commune, meeting: Meeting) -> None:
        self.database, self.commune, self.meeting = database, commune, meeting
        self.token = ""

    async def begin(self, *, sms: bool = True) -> None:
        async with self.database.write() as unit:
            self.page = await join(unit, self.commune.leader, "web")
            self.token = await start_session(
                unit, self.page.id, random_bytes=counting_bytes(3), now=at(4)
            )
            if sms:
                self.number = await join(unit, self.commune.leader, "sms")

    async def remind(self) -> None:
        async with self.database.read() as unit:
            due = await all_due(unit, policy=POLICY, now=SENT)
        async with self.database.write() as unit:
            await enqueue_reminders(unit, due, policy=POLICY, now=SENT)
        await self.put()

    async def put(self, now: datetime = SENT) -> OutboxRow:
        async with self.database.read() as unit:
            (row,) = await queued(unit)
        shown = Settlement(row.id, "sent", message_id="1", at=now)
        async with self.database.write() as unit:
            await settle(unit, [shown], PAGE, policy=POLICY, now=now)
        return row

    async def follow(self, now: datetime) -> list[OutboxRow]:
        """What waits after the clock has looked."""
        async with self.database.read() as unit:
            found = await list_unseen(unit, policy=POLICY, now=now)
        async with self.database.write() as unit:
            await follow_unseen(unit, found, policy=POLICY, now=now)
        async with self.database.read() as unit:
            return await queued(unit)

    async def told_to_phone(self) -> int:
        async with self.database.read() as unit:
            kept = await news.list_newest(unit, self.commune.cadre, limit=9)
        return sum(line.news.key == "news-phone" for line in kept)


@pytest.fixture
async def town(database: Database) -> Town:
    commune = await settle_commune(database)
    return Town(database, commune, await november(database, commune))


async def test_a_reminder_nobody_looked_at_comes_by_text_message_once(town: Town) -> None:
    await town.begin()
    await town.remind()
    assert await town.follow(SENT + timedelta(hours=2, minutes=50)) == []
    (copy,) = await town.follow(SENT + timedelta(hours=3))
    assert copy.address_id == town.number.id
    assert "Chi hội phụ nữ ấp Cái Cối" in copy.message.text
    assert len(await town.follow(SENT + timedelta(hours=3, minutes=10))) == 1
    async with town.database.write() as unit:
        outbox.settle_later(unit, copy.id, state="sent", message_id="s", at=SENT)
    assert await town.follow(SENT + timedelta(hours=9)) == []
    assert await town.told_to_phone() == 0


async def test_what_was_answered_meanwhile_is_not_said_again(town: Town) -> None:
    await town.begin()
    await town.remind()
    assert len(await town.follow(SENT + timedelta(hours=3))) == 1
    await send(town.database, town.commune.leader, town.meeting, now=SENT + timedelta(hours=4))
    async with town.database.read() as unit:
        assert await queued(unit) == []


@pytest.mark.parametrize("way", ["looked", "reported", "rung", "night"])
async def test_nothing_follows_what_was_seen_answered_or_rung(town: Town, way: str) -> None:
    await town.begin()
    if way == "rung":
        async with town.database.write() as unit:
            await devices.put(
                unit,
                "phone",
                Subscription(endpoint="https://push.example.vn/1", p256dh="x", auth="y"),
                person_id=town.commune.leader,
                token_hash=hash_code(town.token),
                now=SENT,
            )
    await town.remind()
    if way == "rung":
        await town.put()
    elif way == "looked":
        async with town.database.write() as unit:
            await prolong_session(unit, town.token, now=SENT + timedelta(hours=1))
    elif way == "reported":
        await send(town.database, town.commune.leader, town.meeting, now=SENT)
    later = SENT + (timedelta(hours=16) if way == "night" else timedelta(hours=4))
    assert await town.follow(later) == []


async def test_without_another_way_the_cadre_is_asked_to_phone_after_hours(town: Town) -> None:
    await town.begin(sms=False)
    await town.remind()
    assert await town.follow(SENT + timedelta(hours=4)) == []
    assert await town.told_to_phone() == 0
    for hours in (6, 7, 8):
        assert await town.follow(SENT + timedelta(hours=hours)) == []
    assert await town.told_to_phone() == 1


async def test_a_text_message_that_is_lost_leads_to_the_telephone(town: Town) -> None:
    await town.begin()
    await town.remind()
    (copy,) = await town.follow(SENT + timedelta(hours=3))
    async with town.database.write() as unit:
        outbox.settle_later(unit, copy.id, state="failed", error="lost", at=SENT)
    await town.follow(SENT + timedelta(hours=6))
    assert await town.told_to_phone() == 1


async def test_no_seventh_message_of_a_month(town: Town) -> None:
    await town.begin()
    async with town.database.write() as unit:
        for number in range(5):
            row = await queue(unit, town.page, f"tin {number}")
            outbox.settle_later(
                unit, row.id, state="cancelled" if number > 5 else "sent", at=at(2)
            )
    await town.remind()
    assert await town.follow(SENT + timedelta(hours=7)) == []
    assert await town.told_to_phone() == 1
