"""Counts what came within the last minute, so that nobody takes more than a share."""

import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_A_MINUTE = 60
_MINUTE = timedelta(minutes=1)
_MOST_KNOWN = 10_000


@dataclass(slots=True)
class Meter:
    """When each of many came lately; whoever came first is forgotten where there are too many."""

    _times: dict[str, deque[datetime]] = field(default_factory=dict)

    def seconds_to_wait(self, who: str, now: datetime) -> int:
        """Returns how long somebody has to wait, 0 for who may come."""
        times = self._times.get(who)
        if times is None:
            return 0
        while times and times[0] <= now - _MINUTE:
            times.popleft()
        if len(times) < MOST_A_MINUTE:
            return 0
        return max(1, math.ceil((times[0] + _MINUTE - now).total_seconds()))

    def note(self, who: str, now: datetime) -> None:
        """Notes that somebody came."""
        if who not in self._times and len(self._times) >= _MOST_KNOWN:
            del self._times[next(iter(self._times))]
        self._times.setdefault(who, deque(maxlen=MOST_A_MINUTE)).append(now)

    def forget(self, who: str) -> None:
        """Forgets somebody."""
        self._times.pop(who, None)

    def __contains__(self, who: str) -> bool:
        return who in self._times
