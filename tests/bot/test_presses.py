"""Pressed buttons are answered once: after the commit, or when five seconds are over."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot import presses
from bot.presses import Presses
from domain.inbound import Address, Inbound, InboundKind
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
    def __init__(self) -> None:
        self.given: list[tuple[str | None, str]] = []
        self.some = asyncio.Event()

    async def __call__(self, inbound: Inbound, note: str) -> None:
        self.given.append((inbound.press_id, note))
        self.some.set()


async def quiet() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_press_is_answered_when_its_turn_is_done() -> None:
    answers = Answers()
    pressed = Presses(answers)
    pressed.expect(press())
    await quiet()
    assert answers.given == []
    pressed.done(press(), "đã ghi")
    await quiet()
    assert answers.given == [("1", "đã ghi")]


async def test_a_press_whose_turn_takes_long_is_answered_meanwhile_and_not_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(presses, "LATEST", 0.01)
    answers = Answers()
    pressed = Presses(answers)
    pressed.expect(press())
    await asyncio.wait_for(answers.some.wait(), PATIENCE)
    pressed.done(press(), "đã ghi")
    await quiet()
    assert answers.given == [("1", "")]


async def test_a_press_delivered_twice_is_answered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers()
    pressed = Presses(answers)
    pressed.expect(press())
    pressed.expect(press())
    pressed.done(press())
    await quiet()
    assert len(answers.given) == 1


async def test_what_is_no_press_is_not_answered() -> None:
    answers = Answers()
    pressed = Presses(answers)
    pressed.expect(press(kind=InboundKind.TEXT))
    pressed.done(press(kind=InboundKind.TEXT))
    await quiet()
    assert answers.given == []
