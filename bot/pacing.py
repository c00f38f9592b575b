"""Keeps what the bot starts by itself under the messenger's limits (decision 5)."""

import asyncio
from collections import deque
from collections.abc import Callable


class Pacer:
    """Lets at most `per_second` messages start in any second, counting replies too.

    A reply is counted and never waits; what the bot starts waits for a free place and keeps
    an even distance, because messages that leave together do not arrive together. After a
    pause asked for by the messenger nothing that the bot starts goes out until it is over.
    """

    def __init__(self, *, per_second: int, clock: Callable[[], float]) -> None:
        self._per_second = per_second
        self._clock = clock
        self._distance = 1.0 / per_second
        self._next = 0.0
        self._started: deque[float] = deque()
        self._paused_until = 0.0
        self._turn = asyncio.Lock()

    def count(self) -> None:
        """Counts a message that goes out now."""
        self._started.append(self._clock())

    def pause(self, seconds: float) -> None:
        """Holds back what the bot starts for a while."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    async def wait(self) -> float:
        """Waits until what the bot starts may go out, counts it and returns the seconds waited."""
        begun = self._clock()
        async with self._turn:
            while (delay := self._delay()) > 0:  # noqa: ASYNC110 - time itself is waited for
                await asyncio.sleep(delay)
            # A sleep that lasts a little too long is caught up with, an idle time is not.
            late = min(self._clock() - self._next, self._distance / 4)
            self._next = self._clock() - late + self._distance
            self.count()
        return self._clock() - begun

    def _delay(self) -> float:
        now = self._clock()
        while self._started and self._started[0] <= now - 1.0:
            self._started.popleft()
        free = max(self._next, self._paused_until)
        if len(self._started) >= self._per_second:
            free = max(free, self._started[-self._per_second] + 1.0)
        return free - now
