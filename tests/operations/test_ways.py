"""The way to a person: what they chose or used last; what does not arrive goes another way."""

from datetime import datetime, timedelta
from random import Random

import pytest

from domain.inbound import Address, Inbound, InboundKind
from domain.message import Message
from domain.outbox import OutboxRow
from domain.refusals import BadInput
from domain.talks import KnownAddress
from domain.ways import order_ways
from operations.messaging.sending import Settlement, settle
from operations.notifications.preferring import choose_way, list_ways
from operations.replies import Delivery, enqueue_notices, notice
from storage import Database, UnitOfWork
from storage.messages import addresses, inbox, outbox, talks, ways
from storage.notifications import news
from storage.people import people
from tests.directory import POLICY, Commune, at, settle_commune

NOW = at(5, 10)
TELEGRAM = ("telegram", "main")


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


async def join(unit: UnitOfWork, person_id: int, channel: str) -> KnownAddress:
    here = Address(channel, "main", f"{channel}-{person_id}", f"{channel}-{person_id}")
    known = (await addresses.ensure(unit, {here: (False, "")}, now=at(1)))[here]
    talk = await talks.of_person(unit, person_id)
    await addresses.bind(unit, known.id, person_id=person_id, conversation_id=talk)
    return (await addresses.by_ids(unit, [known.id]))[known.id]


async def use(unit: UnitOfWork, here: KnownAddress, moment: datetime) -> None:
    """Somebody writes at an address."""
    written = Inbound(
        address=here.address,
        external_id=f"{here.id}-{moment.isoformat()}",
        kind=InboundKind.TEXT,
        sent_at=moment,
    )
    await inbox.store(unit, [("", written, here.id)], now=moment)


async def queue(unit: UnitOfWork, to: KnownAddress, key: str, *, by_bot: bool = True) -> OutboxRow:
    row = notice(unit, to, Message(text=key), Delivery(started_by_bot=by_bot), dedupe_key=key)
    await enqueue_notices(unit, [row], now=NOW)
    return row


async def end(
    database: Database, row: OutboxRow, settlement: Settlement, now: datetime = NOW
) -> tuple[KnownAddress, OutboxRow]:
    """How a row stands after it was settled: where it goes, and its state."""
    async with database.write() as unit:
        await settle(unit, [settlement], TELEGRAM, policy=POLICY, now=now)
    async with database.read() as unit:
        here = await addresses.of_outbox_row(unit, row.id)
        return here, (await outbox.by_ids(unit, [row.id]))[row.id]


async def test_the_chosen_messenger_comes_before_the_one_used_last(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        person = (await people.persons(unit, [commune.leader]))[commune.leader]
        first = await join(unit, commune.leader, "telegram")
        second = await join(unit, commune.leader, "zalo")
        assert await addresses.preferred(unit, [person.id]) == {person.id: second}
        assert await list_ways(unit, person) == ("telegram", "zalo")
        await choose_way(unit, person, "telegram", now=NOW)
        assert await addresses.preferred(unit, [person.id]) == {person.id: first}
        await addresses.set_reachable(unit, first.id, reachable=False, now=NOW)
        assert await addresses.preferred(unit, [person.id]) == {person.id: second}
        with pytest.raises(BadInput, match="settings-way-gone"):
            await choose_way(unit, person, "telegram", now=NOW)
        await choose_way(unit, person, None, now=NOW)
        assert await addresses.preferred(unit, [person.id]) == {person.id: second}


@pytest.mark.parametrize("has_other", [True, False])
async def test_what_a_lost_account_does_not_take_goes_by_another(
    database: Database, commune: Commune, *, has_other: bool
) -> None:
    async with database.write() as unit:
        lost = await join(unit, commune.leader, "telegram")
        other = await join(unit, commune.leader, "zalo") if has_other else lost
        row = await queue(unit, lost, "nhắc")
    settlement = Settlement(row.id, "failed", error="blocked", unreachable=True)
    here, after = await end(database, row, settlement)
    assert (here.id, after.state) == (other.id, "pending" if has_other else "failed")
    async with database.read() as unit:
        assert not (await addresses.by_ids(unit, [lost.id]))[lost.id].reachable
        if has_other:
            assert (await addresses.by_ids(unit, [other.id]))[other.id].reachable


async def test_what_is_not_delivered_within_hours_goes_by_another(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        away = await join(unit, commune.leader, "telegram")
        other = await join(unit, commune.leader, "zalo")
        row = await queue(unit, away, "nhắc")
        answer = await queue(unit, away, "trả lời", by_bot=False)
    later = NOW + timedelta(hours=3)
    for waiting, now, there in (
        (row, later - timedelta(minutes=1), away),
        (answer, later, away),
        (row, later, other),
    ):
        settlement = Settlement(
            waiting.id, "pending", error="network", until=now + timedelta(minutes=1)
        )
        here, after = await end(database, waiting, settlement, now)
        assert (here.id, after.state) == (there.id, "pending")


async def test_every_account_and_number_is_tried_once_and_the_cadre_phones_at_the_end(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        first = await join(unit, commune.leader, "telegram")
        second = await join(unit, commune.leader, "zalo")
        number = await join(unit, commune.leader, "sms")
        await use(unit, first, NOW)
        row = await queue(unit, first, "nhắc")
    seen, now = [first.id], NOW
    for _ in range(4):
        now += timedelta(hours=3)
        late = Settlement(row.id, "pending", error="network", until=now + timedelta(minutes=1))
        here, after = await end(database, row, late, now)
        seen.append(here.id)
        assert after.state == "pending"
    assert seen == [first.id, second.id, number.id, number.id, number.id]
    async with database.read() as unit:
        told = [kept.news for kept in await news.list_newest(unit, commune.cadre, limit=9)]
    assert [(line.key, line.args["name"]) for line in told] == [("news-phone", "Thạch Thị Lan")]


@pytest.mark.parametrize("seed", range(6))
async def test_the_first_of_the_rule_is_whom_many_are_told_by(
    database: Database, commune: Commune, seed: int
) -> None:
    dice = Random(seed)  # noqa: S311 - a sample
    async with database.write() as unit:
        person = (await people.persons(unit, [commune.leader]))[commune.leader]
        for channel in dice.sample(("telegram", "zalo", "web", "sms"), 4):
            here = await join(unit, commune.leader, channel)
            if dice.random() < 0.6:
                await use(unit, here, at(1, dice.randrange(7, 22)))
            if dice.random() < 0.3:
                await addresses.set_reachable(unit, here.id, reachable=False, now=NOW)
        there = await list_ways(unit, person)
        if there and dice.random() < 0.4:
            await choose_way(unit, person, dice.choice(there), now=NOW)
        chosen = (await addresses.preferred(unit, [person.id])).get(person.id)
        ordered = order_ways(await ways.of_person(unit, person.id))
    assert (chosen.id if chosen else None) == (ordered[0].address_id if ordered else None)
