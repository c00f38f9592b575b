"""What an account may send in a month: counted, warned of once, and left to talks at the end."""

import pytest

from domain.abilities import ChannelAbilities
from domain.inbound import Address
from domain.message import Message
from domain.people import Role
from domain.quota import Quota, Usage
from operations.messaging.quotas import (
    list_quota_findings,
    note_usage,
    tell_of_quotas,
    try_again_at,
)
from operations.messaging.sending import load_outgoing, settle
from operations.replies import Delivery, enqueue_notices, notice
from storage import Database
from storage.messages import addresses, outbox, talks, usage
from tests.directory import POLICY, Commune, Directory, at, settle_commune

ZALO = ("zalo", "main")
QUOTA = Quota(messages=100, people=1, counts_received=True)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


async def join(database: Database, person_id: int, channel: str) -> None:
    here = Address(channel, "main", f"{channel}-{person_id}", f"{channel}-{person_id}")
    async with database.write() as unit:
        known = (await addresses.ensure(unit, {here: (False, "")}, now=at(1)))[here]
        talk = await talks.of_person(unit, person_id)
        await addresses.bind(unit, known.id, person_id=person_id, conversation_id=talk)


async def use(database: Database, *, sent: int, received: int = 0, day: int = 5) -> None:
    async with database.write() as unit:
        await note_usage(unit, ZALO, sent=sent, received=received, policy=POLICY, now=at(day, 9))


def test_which_messages_count_is_a_setting() -> None:
    used = Usage(sent=60, received=30)
    assert (QUOTA.used(used), Quota(messages=100, counts_received=False).used(used)) == (90, 60)
    assert not Quota().is_short(10**6)
    assert not Quota().is_full(10**6)


async def test_messages_are_counted_by_month(database: Database) -> None:
    await use(database, sent=2, received=1)
    await use(database, sent=3)
    async with database.write() as unit:
        # The last evening of the month where the people are, already the next day in UTC.
        await note_usage(unit, ZALO, sent=1, policy=POLICY, now=at(30, 23))
    async with database.read() as unit:
        assert await usage.find(unit, ZALO, "2026-11") == Usage(sent=6, received=1)
        assert await usage.find(unit, ZALO, "2026-12") == Usage()


async def test_administrators_are_warned_once_a_month(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        await Directory(unit).post(commune.staff, Role.ADMINISTRATOR, area=commune.commune)
    await join(database, commune.staff, "zalo")
    await use(database, sent=79)
    for used in (0, 1, 5):
        await use(database, sent=used)
        async with database.write() as unit:
            await tell_of_quotas(unit, {ZALO: QUOTA}, policy=POLICY, now=at(5, 10))
    async with database.read() as unit:
        assert await outbox.count_pending(unit) == 1
        (finding,) = await list_quota_findings(unit, {ZALO: QUOTA}, policy=POLICY, now=at(5, 10))
    assert (finding.light, finding.fact) == ("yellow", "85/100, 1/1")


@pytest.mark.parametrize("has_telegram", [True, False])
async def test_what_the_bot_starts_yields_to_talks_when_messages_run_short(
    database: Database, commune: Commune, *, has_telegram: bool
) -> None:
    await join(database, commune.leader, "zalo")
    if has_telegram:
        await join(database, commune.leader, "telegram")
    await use(database, sent=90)
    now = at(5, 10)
    async with database.write() as unit:
        (here,) = [
            known
            for known in await addresses.of_person(unit, commune.leader)
            if known.address.channel == "zalo"
        ]
        rows = [
            notice(
                unit,
                here,
                Message(text=key),
                Delivery(started_by_bot=key == "nhắc"),
                dedupe_key=key,
            )
            for key in ("nhắc", "trả lời")
        ]
        await enqueue_notices(unit, rows, now=now)
    async with database.read() as unit:
        batch = await load_outgoing(
            unit,
            channel="zalo",
            account="main",
            abilities=ChannelAbilities(quota=QUOTA),
            under_way=(),
            replies=9,
            started=9,
            policy=POLICY,
            now=now,
        )
    assert set(batch.verdicts) == {rows[0].id}, "the answer goes"
    async with database.write() as unit:
        await settle(unit, [*batch.verdicts.values()], ZALO, policy=POLICY, now=now)
        await unit.flush()
        moved = (await outbox.by_ids(unit, [rows[0].id]))[rows[0].id]
        there = (await addresses.by_ids(unit, [moved.address_id]))[moved.address_id]
    assert there.address.channel == ("telegram" if has_telegram else "zalo")
    assert moved.not_before == (None if has_telegram else try_again_at(now, POLICY))
