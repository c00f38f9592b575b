"""Late or not: decided from what was sent, whenever that is noted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.inbox_worker import InboxWorker
from bot.outbox_worker import OutboxWorker
from domain.inbound import InboundKind
from domain.message import Choice, Expects
from domain.talks import KnownAddress
from handlers.dispatch import is_late
from operations.turn import Turn
from storage import Database, UnitOfWork
from tests.bot.house import House

HELD = 5.0


class HeldWriter:
    """The database as it is while its writer is held: what was sent cannot be noted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.released = asyncio.Event()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        await self.released.wait()
        async with self._database.write() as unit:
            yield unit

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        async with self._database.read() as unit:
            yield unit


class Talk:
    """Asks a question after the other, and notes what came late."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bool]] = []

    async def __call__(self, turn: Turn) -> None:
        is_press = turn.inbound.kind is InboundKind.CHOICE
        if not turn.inbound.text.startswith("/") and not is_press:
            self.taken.append((turn.inbound.text, is_late(turn)))
            if is_late(turn):
                turn.say_rich("đến muộn")
                return
        turn.say_rich(f"Câu {turn.talk.prompt_count + 1}")
        turn.ask((Choice("a", "A"),), expects=Expects.COUNT)


@pytest.fixture
def talk() -> Talk:
    return Talk()


@pytest.fixture
async def lan(house: House) -> KnownAddress:
    return await house.person("Lan")


@asynccontextmanager
async def sending(house: House, held: HeldWriter) -> AsyncIterator[OutboxWorker]:
    """The outbox pump, its writer held."""
    async with house.sending(held) as pump:
        yield pump


async def settle(house: House, pump: InboxWorker) -> None:
    """Everything that waits is taken and shown, as far as that is possible now."""
    async with asyncio.timeout(60):
        while await house.count("inbox", "state = 'pending'"):
            await pump.run_once()
            await asyncio.sleep(0.02)


async def test_an_answer_to_what_is_on_the_screen_is_not_late_while_the_writer_is_held(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    """Five seconds long nobody can note that the question was shown."""
    held, pump = HeldWriter(house.database), house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    async with sending(house, held):
        await house.messenger.until(lambda: bool(house.messenger.shown))
        house.clock.forward(seconds=1)
        await house.say(lan, "35")
        asyncio.get_running_loop().call_later(HELD, held.released.set)
        await settle(house, pump)
    assert talk.taken == [("35", False)]


async def test_a_question_that_is_still_under_way_is_waited_for(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    """The messenger has shown it, and takes long to say so."""
    house.messenger.gate.clear()
    pump = house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    async with house.sending():
        await house.messenger.until(lambda: house.messenger.under_way == 1)
        await house.say(lan, "35", "28")
        assert await pump.run_once() == 0
        assert pump.holds
        house.clock.forward(seconds=2)
        await house.say(lan, "29")
        house.messenger.gate.set()
        await settle(house, pump)
    # What was typed before the first question came is late, and answers none.
    assert talk.taken == [("35", True), ("28", True), ("29", False)]


async def test_nobody_else_waits_beside_a_talk_that_is_held(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    many = [await house.person(f"Người {number}") for number in range(120)]
    pump = house.turns(talk)
    for address in many:
        await house.say(address, "/baocao")
    while await pump.run_once():
        pass
    for known in many:
        await house.say(known, "35")
    await house.say(lan, "/baocao")
    assert await pump.run_once() == 1
    assert pump.holds


async def test_a_question_that_cannot_be_shown_is_not_waited_for_without_end(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    pump = house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    await house.say(lan, "35")
    for _ in range(2):
        # However long much work takes: no answer could be shown before the question is.
        assert await pump.run_once() == 0
        house.clock.forward(minutes=4)
    house.clock.forward(minutes=4)
    assert await pump.run_once() == 1
    assert talk.taken == [("35", True)]


async def test_a_command_and_a_button_wait_for_no_note(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    pump = house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    await house.receive(house.press(lan, "1.1", "a"))
    await house.say(lan, "/huy")
    assert await pump.run_once() == 2


async def test_a_question_of_long_ago_is_still_answered(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    """Rows of the outbox are kept for a while only; the question stays open."""
    pump = house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    await house.send_all()
    await house.run("delete from outbox")
    house.clock.forward(days=60)
    await house.say(lan, "35")
    await pump.run_once()
    assert talk.taken == [("35", False)]


async def test_the_trap_stays_closed_for_what_waited_while_the_bot_was_away(
    house: House, talk: Talk, lan: KnownAddress
) -> None:
    pump = house.turns(talk)
    await house.say(lan, "/baocao")
    await pump.run_once()
    await house.send_all()
    house.clock.forward(seconds=2)
    await house.say(lan, *(str(number) for number in range(20)))
    house.clock.forward(minutes=10)
    async with house.sending():
        await settle(house, pump)
    assert [late for _, late in talk.taken] == [False, *[True] * 19]
