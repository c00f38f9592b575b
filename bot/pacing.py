"""Keeps what the bot starts by itself under the messenger's limits (decision 5)."""

import asyncio
from collections import deque
from collections.abc import Callable

from domain.abilities import Pace

_MINUTE = 60.0
# Beyond so many, chats that have been quiet are forgotten.
_CHATS = 64
# One chat that asks for a pause has had too much; several at once mean the bot as a whole.
_CHATS_FOR_ALL, _TOGETHER = 3, 3.0


class Pacer:
    """Lets no more messages start than a messenger takes, counting replies too.

    A reply is counted and never waits; what changes a message is not counted. What the bot
    starts waits for a free place and keeps an even distance, because messages that leave
    together do not arrive together. After a pause asked for by the messenger nothing that the bot
    starts goes out until it is over: to one chat, or to all where several were refused at once.
    """

    def __init__(self, pace: Pace, *, clock: Callable[[], float]) -> None:
        self._pace = pace
        self._clock = clock
        self._distance = 1.0 / pace.per_second
        self._next = 0.0
        self._started: deque[float] = deque()
        self._paused_until = 0.0
        self._chats: dict[int, deque[float]] = {}
        self._many = _CHATS
        self._refused: deque[tuple[float, int]] = deque()
        self._turn = asyncio.Lock()

    def count(self, messages: int = 1) -> None:
        """Counts messages that go out now."""
        self._started.extend([self._clock()] * messages)

    def count_in_chat(self, chat: int, messages: int = 1, *, group: bool = False) -> None:
        """Counts what goes out to one chat now, new or changed."""
        sent = self._chats.setdefault(chat, deque(maxlen=self._pace.per_group))
        sent.extend([self._clock()] * (messages if group else 1))
        if len(self._chats) > self._many:
            self._forget_idle()

    def seconds_until_free(self, chat: int, *, group: bool = False) -> float:
        """Returns how long one chat must still be spared what the bot starts."""
        sent = self._chats.get(chat)
        if not sent:
            return 0.0
        free = sent[-1] + self._pace.chat_seconds
        if group and len(sent) == self._pace.per_group:
            free = max(free, sent[0] + _MINUTE)
        return max(free - self._clock(), 0.0)

    def refused(self, chat: int, seconds: float) -> None:
        """Takes note of a pause that was asked for at one chat."""
        now = self._clock()
        self._refused.append((now, chat))
        while self._refused[0][0] < now - _TOGETHER:
            self._refused.popleft()
        if len({refused for _, refused in self._refused}) >= _CHATS_FOR_ALL:
            self.pause(seconds)

    def pause(self, seconds: float) -> None:
        """Holds back all that the bot starts for a while."""
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
        if len(self._started) >= self._pace.per_second:
            free = max(free, self._started[-self._pace.per_second] + 1.0)
        return free - now

    def _forget_idle(self) -> None:
        since = self._clock() - _MINUTE
        self._chats = {chat: sent for chat, sent in self._chats.items() if sent[-1] > since}
        self._many = max(_CHATS, 2 * len(self._chats))
