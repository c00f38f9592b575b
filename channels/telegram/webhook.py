"""Updates pushed by Telegram, answered only after they are stored."""

import hmac
import re
from collections.abc import Callable
from http import HTTPStatus

import orjson
import structlog
from telegram.error import TelegramError

from channels.delivery import BODY_LIMIT, Receive, ReceivedUpdate
from channels.telegram.request import parse_leniently

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_log = structlog.get_logger(__name__)


def check_secret(secret: str) -> str:
    """Gives the secret back, or raises `ValueError` if Telegram would not take it."""
    if not _SECRET.fullmatch(secret):
        raise ValueError("a webhook needs a secret of 1 to 256 letters, digits, _ or -")
    return secret


class Webhook:
    """Judges one delivery at a time; knows nothing of the web server around it."""

    header = "X-Telegram-Bot-Api-Secret-Token"

    def __init__(self, secret: str, read: Callable[[object], ReceivedUpdate]) -> None:
        self._secret = check_secret(secret).encode()
        self._read = read

    async def handle(self, body: bytes, secret: str | None, store: Receive) -> int:
        """Gives the HTTP status to answer: 200 means stored, 503 asks Telegram to come again."""
        if not hmac.compare_digest((secret or "").encode("utf-8", "replace"), self._secret):
            return HTTPStatus.FORBIDDEN
        if len(body) > BODY_LIMIT:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        update = _parse_body(body)
        if not isinstance(update, dict):
            return HTTPStatus.BAD_REQUEST
        try:
            await store([self._read(update)])
        except Exception as error:  # noqa: BLE001 - whatever the store suffers from, Telegram retries
            _log.warning("an update could not be stored, it stays with Telegram", error=str(error))
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK


def _parse_body(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return parse_leniently(body)
    except TelegramError:
        return None
