"""Says once in the log that the database cannot be used, and once that it can again."""

import time
from collections.abc import Callable

import structlog

log = structlog.get_logger()

# One that comes and goes is reported no more often.
_AT_MOST_EVERY = 60.0


class Outages:
    """Is told by the database how each transaction went, by what it was for: read or write."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: dict[str, float] = {}
        self._said: dict[str, float] = {}

    def note(self, purpose: str, error: Exception | None) -> None:
        """Takes how one transaction went; only a change is worth a line."""
        if error is None:
            self._over(purpose)
        elif purpose not in self._since:
            self._begun(purpose, str(error))

    def _begun(self, purpose: str, reason: str) -> None:
        now = self._since[purpose] = self._clock()
        if now - self._said.get(purpose, -_AT_MOST_EVERY) >= _AT_MOST_EVERY:
            self._said[purpose] = now
            log.warning(
                "database cannot be used, work waits for it", purpose=purpose, reason=reason
            )

    def _over(self, purpose: str) -> None:
        since = self._since.pop(purpose, None)
        if since is not None and since == self._said.get(purpose):
            seconds = round(self._clock() - since, 1)
            log.warning("database can be used again", purpose=purpose, seconds=seconds)
