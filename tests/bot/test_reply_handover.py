"""Replies that turns hand to the outbox pump."""

import asyncio

import pytest

from bot.outbox_worker import OutboxWorker
from bot.reply_handover import ReplyHandover
from operations.turn import Turn
from storage import Database
from tests.bot.house import House
from tests.patience import PATIENCE


class Watched:
    """A database whose readings are counted."""

    def __init__(self, database: Database) -> None:
        self.write = database.write
        self._read = database.read
        self.readings = 0

    def read(self) -> object:
        self.readings += 1
        return self._read()


async def echo(turn: Turn) -> None:
    turn.say_rich(f"đã nghe {turn.inbound.text}")


def handover_to(house: House, pump: OutboxWorker) -> ReplyHandover:
    return ReplyHandover({(house.messenger.name, house.messenger.account): pump})


async def test_an_answer_goes_out_in_its_place_without_being_looked_for(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outbox_worker._LOOK_AGAIN", 10 * PATIENCE)
    lan, watched = await house.person("Lan"), Watched(house.database)
    turns = house.turns(echo)
    async with house.sending(watched) as pump:
        turns.handover = handover_to(house, pump)
        # One look for replies and one for what the bot starts.
        while watched.readings < 2:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.01)
        await house.queue(lan, "một")
        await house.say(lan, "hai")
        await turns.run_once()
        await house.messenger.until(lambda: len(house.messenger.shown) == 2)
        await house.until_none("outbox", "state = 'pending'")
        assert watched.readings == 2
        pump.wake()
        await asyncio.sleep(0.05)
    assert house.messenger.texts("Lan") == ["một", "đã nghe hai"]
    assert await house.states() == ["sent", "sent"]


async def test_what_is_handed_over_while_the_chat_is_busy_comes_after(house: House) -> None:
    lan = await house.person("Lan")
    turns = house.turns(echo)
    house.messenger.gate.clear()
    async with house.sending() as pump:
        turns.handover = handover_to(house, pump)
        await house.queue(lan, "một")
        pump.wake()
        await house.messenger.until(lambda: house.messenger.under_way == 1)
        await house.say(lan, "hai")
        await turns.run_once()
        await asyncio.sleep(0.05)
        house.messenger.gate.set()
        await house.messenger.until(lambda: len(house.messenger.shown) == 2)
        await house.until_none("outbox", "state = 'pending'")
    assert house.messenger.texts("Lan") == ["một", "đã nghe hai"]


async def test_who_sends_nothing_is_handed_nothing(house: House) -> None:
    lan = await house.person("Lan")
    turns = house.turns(echo)
    async with house.sending() as pump:
        turns.handover = handover_to(house, pump)
    await house.say(lan, "hai")
    await turns.run_once()
    await house.send_all()
    assert house.messenger.texts("Lan") == ["đã nghe hai"]
