"""Answers pressed buttons: after the commit, at the latest after five seconds (decision 5)."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

from channels.delivery import DeliveryError, TryLater
from domain.inbound import Inbound, InboundKind
from storage import Unavailable

log = structlog.get_logger()

LATEST = 5.0
# A messenger takes no answer to what was pressed longer ago.
PATIENCE = 15.0
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 4.0

Answer = Callable[[Inbound, str], Coroutine[Any, Any, None]]
Claim = Callable[[Inbound], Coroutine[Any, Any, bool]]


class Presses:
    """Remembers pressed buttons until they are answered, each once.

    A press whose turn takes long is answered meanwhile if `claim` says that no turn, of this
    process or of another, has answered it or will. An answer that could not be given is tried
    again as long as the messenger takes it.
    """

    def __init__(self, answer: Answer, claim: Claim) -> None:
        self._answer = answer
        self._claim = claim
        self._waiting: dict[str, tuple[asyncio.TimerHandle, float]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def expect(self, inbound: Inbound) -> None:
        """Starts the five seconds for a press that was just stored."""
        press = inbound.press_id
        if inbound.kind is InboundKind.CHOICE and press and press not in self._waiting:
            loop = asyncio.get_running_loop()
            timer = loop.call_later(LATEST, self._late, inbound)
            self._waiting[press] = (timer, loop.time() + PATIENCE)

    def done(self, inbound: Inbound, note: str = "") -> None:
        """Answers a press whose turn is done, and which nobody answered meanwhile."""
        if inbound.kind is InboundKind.CHOICE and inbound.press_id:
            known = self._waiting.pop(inbound.press_id, None)
            if known is not None:
                known[0].cancel()
            until = known[1] if known else asyncio.get_running_loop().time() + PATIENCE
            self._start(self._give(inbound, note, until))

    def _late(self, inbound: Inbound) -> None:
        _, until = self._waiting.pop(str(inbound.press_id))
        self._start(self._give_late(inbound, until))

    async def _give_late(self, inbound: Inbound, until: float) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                if await self._claim(inbound):
                    await self._give(inbound, "", until)
                return
            except Unavailable as error:
                if not await _pause(pause, until):
                    log.warning("a press could not be answered", error=str(error))
                    return
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _give(self, inbound: Inbound, note: str, until: float) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                await self._answer(inbound, note)
                return
            except TryLater as error:
                if not await _pause(max(pause, error.seconds), until):
                    log.warning("a press could not be answered", error=str(error))
                    return
            except DeliveryError as error:
                log.warning("a press could not be answered", error=str(error))
                return
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _pause(seconds: float, until: float) -> bool:
    """Waits; returns False where the time is over by then."""
    if asyncio.get_running_loop().time() + seconds >= until:
        return False
    await asyncio.sleep(seconds)
    return True
