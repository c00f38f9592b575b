"""Trying again until Telegram answers."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import TelegramError

from channels.backoff import Backoff
from channels.telegram.errors import ApiRefusal, TokenRejected, rejects_token

_Result = TypeVar("_Result")


async def insist(
    attempt: Callable[[], Awaitable[_Result]], *, what: str, backoff: Backoff
) -> _Result:
    """Repeats a call until it works; only a rejected token ends it."""
    while True:
        try:
            result = await attempt()
        except TelegramError as error:
            raise_if_rejected(error)
            await backoff.pause(
                f"{what} failed, will try again", error, at_least=asked_pause(error)
            )
        else:
            backoff.reset()
            return result


def raise_if_rejected(error: TelegramError) -> None:
    """Raises `TokenRejected` if the error says that the token is wrong."""
    if rejects_token(error):
        raise TokenRejected("Telegram rejects the bot token") from None


def asked_pause(error: TelegramError) -> float:
    """Returns the seconds that Telegram asks to wait, 0 where it asks for none."""
    return error.retry_after if isinstance(error, ApiRefusal) else 0.0
