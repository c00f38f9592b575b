"""Pressed buttons are answered once: after the commit, or when five seconds are over."""

import asyncio
from collections import deque
from datetime import UTC, datetime

import pytest

from bot import callback_answers
from bot.callback_answers import Presses
from channels.delivery import Rejected, TryLater
from domain.inbound import Address, Inbound, InboundKind
from operations.turn import Turn
from storage import Unavailable
from storage.messages import inbox
from tests.bot.house import House
from tests.patience import PATIENCE

NOW = datetime(2026, 11, 4, tzinfo=UTC)


def press(number: str = "1", kind: InboundKind = InboundKind.CHOICE) -> Inbound:
    return Inbound(
        address=Address("telegram", "main", "7", "7"),
        external_id=number,
        kind=kind,
        sent_at=NOW,
        press_id=number,
    )


class Answers:
    """A messenger that takes answers, and a database that knows whether one is wanted."""

    def __init__(self) -> None:
        self.given: list[tuple[str | None, str]] = []
        self.tried = 0
        self.failures: deque[Exception] = deque()
        self.claims: deque[bool | Exception] = deque()
        self.some = asyncio.Event()

    async def __call__(self, inbound: Inbound, note: str) -> None:
        self.tried += 1
        if self.failures:
            raise self.failures.popleft()
        self.given.append((inbound.press_id, note))
        self.some.set()

    async def claim(self, _inbound: Inbound) -> bool:
        found = self.claims.popleft() if self.claims else True
        if isinstance(found, Exception):
            raise found
        return found


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def pressed(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> Presses:
    monkeypatch.setattr(callback_answers, "LATEST", 0.01)
    monkeypatch.setattr(callback_answers, "PATIENCE", 2.0)
    monkeypatch.setattr(callback_answers, "_FIRST_PAUSE", 0.01)
    return Presses(answers, answers.claim)


async def ended(pressed: Presses) -> None:
    """Waits until nothing is left to be answered."""
    async with asyncio.timeout(PATIENCE):
        while pressed._waiting or pressed._tasks:  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.01)


async def test_a_press_is_answered_when_its_turn_is_done(
    answers: Answers, pressed: Presses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callback_answers, "LATEST", 60)
    pressed.expect(press())
    await asyncio.sleep(0)
    assert answers.given == []
    pressed.done(press(), "đã ghi")
    await ended(pressed)
    assert answers.given == [("1", "đã ghi")]


async def test_a_press_whose_turn_takes_long_is_answered_meanwhile(
    answers: Answers, pressed: Presses
) -> None:
    pressed.expect(press())
    await asyncio.wait_for(answers.some.wait(), PATIENCE)
    await ended(pressed)
    assert answers.given == [("1", "")]


async def test_a_press_that_another_process_answers_is_left_to_it(
    answers: Answers, pressed: Presses
) -> None:
    answers.claims.append(False)
    pressed.expect(press())
    await ended(pressed)
    assert answers.given == []


async def test_a_press_delivered_twice_is_answered_once(
    answers: Answers, pressed: Presses
) -> None:
    pressed.expect(press())
    pressed.expect(press())
    pressed.done(press())
    await ended(pressed)
    # Delivered once more after its turn: the database knows that it is done.
    answers.claims.append(False)
    pressed.expect(press())
    await ended(pressed)
    assert len(answers.given) == 1


async def test_an_answer_that_failed_is_tried_again_while_it_is_taken(
    answers: Answers, pressed: Presses
) -> None:
    answers.failures.extend([TryLater("away"), TryLater("502"), TryLater("429", seconds=0.02)])
    pressed.done(press(), "đã ghi")
    await ended(pressed)
    assert answers.given == [("1", "đã ghi")]
    answers.failures.extend([TryLater("away")] * 2)
    pressed.expect(press("2"))
    await ended(pressed)
    assert answers.given[1:] == [("2", "")]


@pytest.mark.parametrize(
    ("failure", "tries"), [(Rejected("no"), 1), (TryLater("429", seconds=30), 1)]
)
async def test_an_answer_that_comes_too_late_is_given_up(
    answers: Answers, pressed: Presses, failure: Exception, tries: int
) -> None:
    answers.failures.extend([failure] * 9)
    pressed.done(press())
    await ended(pressed)
    assert (answers.given, answers.tried) == ([], tries)


async def test_a_database_that_is_away_for_a_moment_delays_the_answer(
    answers: Answers, pressed: Presses
) -> None:
    answers.claims.extend([Unavailable("locked"), Unavailable("locked"), True])
    pressed.expect(press())
    await ended(pressed)
    assert answers.given == [("1", "")]


async def test_what_is_no_press_is_not_answered(answers: Answers, pressed: Presses) -> None:
    pressed.expect(press(kind=InboundKind.TEXT))
    pressed.done(press(kind=InboundKind.TEXT))
    await ended(pressed)
    assert answers.given == []


async def test_one_of_two_processes_answers(house: House) -> None:
    """The one that received it asks the database whether the other one has or will."""
    lan = await house.person("Lan")
    soon, slow = house.press(lan, "1.1", "a"), house.press(lan, "1.1", "b")
    answered: list[str | None] = []

    async def take(_turn: Turn) -> None: ...

    async def claim(inbound: Inbound) -> bool:
        async with house.database.write() as unit:
            return await inbox.claim_press(unit, inbound)

    turns = house.turns(take, on_pressed=lambda turn: answered.append(turn.inbound.choice))
    await house.receive(soon)
    await turns.run_once()
    assert answered == ["a"]
    assert not await claim(soon)
    await house.receive(slow)
    assert await claim(slow)
    assert not await claim(slow)
    await turns.run_once()
    assert answered == ["a"]
    assert not await claim(house.press(lan, "1.1", "never stored"))
