"""Telegram's limits on sending, and what was sent when."""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.botapi.errors import too_many


@dataclass
class Limits:
    """At most `overall` a second, `burst` then one a second per chat, `per_group` a minute."""

    clock: Callable[[], float]
    on: bool = False
    overall: int = 30
    burst: int = 3
    per_group: int = 20
    _sent: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _credit: dict[int, tuple[float, float]] = field(default_factory=dict)
    _banned: dict[int, float] = field(default_factory=dict)

    def spend(self, chat_id: int, cost: int = 1, *, new: bool = True) -> None:
        """Takes `cost` messages to a chat from the allowance, or answers 429.

        The overall limit is one of messages sent; what changes one counts for its chat.
        """
        if not self.on:
            return
        now = self.clock()
        wait = max(
            self._banned.get(0, 0) - now,
            self._banned.get(chat_id, 0) - now,
            self._group_wait(chat_id, now, cost) if chat_id < 0 else 0,
            self._chat_wait(chat_id, now, cost),
        )
        if wait > 0:
            self._refuse(chat_id, now, wait)
        if new and (wait := _window(self._sent, now, 1, self.overall, cost)) > 0:
            self._refuse(0, now, wait)
        if new:
            self._sent.extend([now] * cost)
        credit, _ = self._credit.get(chat_id, (self.burst, now))
        self._credit[chat_id] = (credit - cost, now)
        if chat_id < 0:
            self._chats[chat_id].extend([now] * cost)

    def _refuse(self, scope: int, now: float, wait: float) -> None:
        seconds = max(math.ceil(wait), 1)
        self._banned[scope] = max(self._banned.get(scope, 0), now + wait)
        raise too_many(seconds)

    def _chat_wait(self, chat_id: int, now: float, cost: int) -> float:
        credit, since = self._credit.get(chat_id, (float(self.burst), now))
        credit = min(credit + now - since, self.burst)
        self._credit[chat_id] = (credit, now)
        return min(cost, self.burst) - credit

    def _group_wait(self, chat_id: int, now: float, cost: int) -> float:
        return _window(self._chats[chat_id], now, 60, self.per_group, cost)


def _window(times: deque[float], now: float, width: float, most: int, cost: int) -> float:
    while times and times[0] <= now - width:
        times.popleft()
    over = len(times) + cost - most
    return times[min(over, len(times)) - 1] + width - now if over > 0 and times else 0


@dataclass
class Stats:
    """Counts that a benchmark reads."""

    clock: Callable[[], float]
    calls: Counter[str] = field(default_factory=Counter)
    errors: Counter[int] = field(default_factory=Counter)
    per_second: Counter[int] = field(default_factory=Counter)
    sent_at: list[float] = field(default_factory=list)
    updates: int = 0

    def called(self, method: str) -> None:
        """Counts a call that arrived."""
        self.calls[method] += 1
        self.per_second[int(self.clock())] += 1

    def sent(self, cost: int = 1) -> None:
        """Counts messages sent with success: what the overall limit is of, so no changes."""
        self.sent_at.extend([self.clock()] * cost)

    def busiest_second(self) -> int:
        """The most messages within any sliding second."""
        window: deque[float] = deque()
        most = 0
        for at in self.sent_at:
            window.append(at)
            while window[0] <= at - 1:
                window.popleft()
            most = max(most, len(window))
        return most

    def clear(self) -> None:
        """Forgets everything counted so far."""
        for counts in (self.calls, self.errors, self.per_second, self.sent_at):
            counts.clear()
        self.updates = 0
