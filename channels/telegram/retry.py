"""Trying again until Telegram answers, with growing pauses that no two bots share."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from secrets import SystemRandom
from typing import TypeVar

import structlog
from telegram.error import TelegramError

from channels.telegram.errors import ApiRefusal, TokenRejected, rejects_token

_log = structlog.get_logger(__name__)
_random = SystemRandom()
_Result = TypeVar("_Result")


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

    async def pause(self, reason: str, error: Exception) -> None:
        """Waits, as long as Telegram asks if it does; a new reason is logged, once."""
        longest = min(self.cap, self.first * 2 ** min(self._tries, 16))
        asked = error.retry_after if isinstance(error, ApiRefusal) else 0.0
        seconds = max(asked, longest * _random.uniform(0.5, 1.0))
        self._tries += 1
        if reason != self._reason:
            self._reason = reason
            _log.warning(reason, error=str(error), seconds=round(seconds, 1))
        await asyncio.sleep(seconds)


async def insist(
    attempt: Callable[[], Awaitable[_Result]], *, what: str, backoff: Backoff
) -> _Result:
    """Repeats a call until it works; only a rejected token ends it."""
    while True:
        try:
            result = await attempt()
        except TelegramError as error:
            raise_if_rejected(error)
            await backoff.pause(f"{what} failed, will try again", error)
        else:
            backoff.reset()
            return result


def raise_if_rejected(error: TelegramError) -> None:
    """Raises `TokenRejected` if the error says that the token is wrong."""
    if rejects_token(error):
        raise TokenRejected("Telegram rejects the bot token") from None
