"""Answers pressed buttons: after the commit, at the latest after five seconds (decision 5)."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from domain.inbound import Inbound, InboundKind

LATEST = 5.0
FORGOTTEN = 600.0

Answer = Callable[[Inbound, str], Coroutine[Any, Any, None]]


class Presses:
    """Remembers pressed buttons until they are answered; answers are never retried."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._waiting: dict[str, asyncio.TimerHandle | None] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def expect(self, inbound: Inbound) -> None:
        """Starts the five seconds for a press that was just stored."""
        press = inbound.press_id
        if inbound.kind is InboundKind.CHOICE and press and press not in self._waiting:
            loop = asyncio.get_running_loop()
            self._waiting[press] = loop.call_later(LATEST, self._late, inbound)

    def done(self, inbound: Inbound, note: str = "") -> None:
        """Answers a press now, unless its five seconds are over."""
        if inbound.kind is InboundKind.CHOICE and inbound.press_id:
            was_late = self._waiting.get(inbound.press_id, ...) is None
            timer = self._waiting.pop(inbound.press_id, None)
            if timer is not None:
                timer.cancel()
            if not was_late:
                self._start(inbound, note)

    def _late(self, inbound: Inbound) -> None:
        press = str(inbound.press_id)
        self._waiting[press] = None
        # A press that was worked off before, or by another process, never comes to `done`.
        asyncio.get_running_loop().call_later(FORGOTTEN, self._waiting.pop, press, None)
        self._start(inbound, "")

    def _start(self, inbound: Inbound, note: str) -> None:
        task = asyncio.create_task(self._answer(inbound, note))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
