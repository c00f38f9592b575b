"""Events pushed by Zalo, answered only after they lie safe."""

import hmac
from collections.abc import Callable, Sequence
from http import HTTPStatus

import orjson
import structlog

from channels.delivery import Receive, ReceivedUpdate

SHORTEST_SECRET, LONGEST_SECRET = 8, 256
_log = structlog.get_logger(__name__)


def check_secret(secret: str) -> str:
    """Gives the secret back, or raises `ValueError` if Zalo would not take it."""
    is_long_enough = SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET
    if not (is_long_enough and secret.isascii() and secret.isprintable()):
        raise ValueError("a webhook needs a secret of 8 to 256 plain characters")
    return secret


class Webhook:
    """Judges one delivery at a time; knows nothing of the web server around it."""

    header = "X-Bot-Api-Secret-Token"

    def __init__(self, secret: str, read: Callable[[object], Sequence[ReceivedUpdate]]) -> None:
        self._secret = check_secret(secret).encode()
        self._read = read

    async def handle(self, body: bytes, secret: str | None, store: Receive) -> int:
        """Gives the HTTP status to answer: 200 means safe, and for a mere probe that it came."""
        if not hmac.compare_digest((secret or "").encode("utf-8", "replace"), self._secret):
            return HTTPStatus.FORBIDDEN
        try:
            found = orjson.loads(body) if body.strip() else {}
        except orjson.JSONDecodeError:
            return HTTPStatus.BAD_REQUEST
        received = self._read(found)
        if received:
            try:
                await store(received)
            except Exception as error:  # noqa: BLE001 - whatever the store suffers from, it may pass
                _log.warning("an event could not be stored nor kept", error=str(error))
                return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK
