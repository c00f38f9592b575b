"""Pauses between attempts, growing, that no two bots share."""

import asyncio
from dataclasses import dataclass, field
from secrets import SystemRandom

import structlog

_log = structlog.get_logger(__name__)
_random = SystemRandom()


@dataclass(slots=True)
class Backoff:
    """Pauses that double from `first` to `cap` seconds, each cut by a random part."""

    first: float = 0.5
    cap: float = 30.0
    _tries: int = field(default=0, init=False)
    _reason: str = field(default="", init=False)

    def reset(self) -> None:
        """Begins again with the shortest pause."""
        if self._tries:
            _log.info("works again", after=self._reason, tries=self._tries)
        self._tries, self._reason = 0, ""

    async def pause(self, reason: str, error: Exception, *, at_least: float = 0.0) -> None:
        """Waits, `at_least` as long as the messenger asks; a new reason is logged, once."""
        longest = min(self.cap, self.first * 2 ** min(self._tries, 16))
        seconds = max(at_least, longest * _random.uniform(0.5, 1.0))
        self._tries += 1
        if reason != self._reason:
            self._reason = reason
            _log.warning(reason, error=str(error), seconds=round(seconds, 1))
        await asyncio.sleep(seconds)
