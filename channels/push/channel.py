"""Rings as one of the ways out: each row of the outbox calls one browser's push service."""

import ssl
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson
from yarl import URL

from channels.delivery import DeliveryResult, Rejected, Sending, TryLater, Unreachable
from channels.http_session import HttpSession
from channels.one_way import OneWayChannel
from channels.push.public_hosts import PublicResolver, is_public
from channels.push.sealing import Signer, seal
from domain.abilities import ChannelAbilities, Pace
from domain.devices import ACCOUNT, CHANNEL, Subscription
from domain.rich import plain_text

# A device that is off for longer finds the message on its page anyway.
_KEPT_SECONDS = 12 * 3600
_PATIENCE = aiohttp.ClientTimeout(total=20)
_AWAY = 60.0
# The subscription is over, or was made for another key of ours.
_OVER = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_SUCCESS, _SERVER = 2, 5
_LONGEST_PAUSE = 3600.0

Find = Callable[[str], Awaitable[Subscription | None]]


class PushChannel(OneWayChannel):
    """Rings browsers; `find` returns the subscription of a device.

    `allows` says which network addresses may be called, `trusts` whose certificates.
    """

    name = CHANNEL
    account = ACCOUNT
    abilities = ChannelAbilities(one_way=True, pace=Pace(per_second=20))

    def __init__(
        self,
        signer: Signer,
        find: Find,
        *,
        allows: Callable[[str], bool] = is_public,
        trusts: ssl.SSLContext | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._signer = signer
        self._find = find
        self._allows = allows
        self._trusts = trusts
        self._clock = clock
        self._http = HttpSession(self._options)

    async def close(self) -> None:
        """Closes every connection."""
        await self._http.close()

    async def send(self, sending: Sending) -> DeliveryResult:
        """Rings one device; what it shows are the words of the row, which say nothing."""
        device = await self._find(sending.address.chat)
        if device is None:
            raise Unreachable("the device is gone")
        if _is_number(device.host) and not self._allows(device.host):
            # A number is not resolved, so nobody else looks at it.
            raise Unreachable("not on the public network")
        words = plain_text(sending.message.text)
        try:
            sealed = seal(orjson.dumps({"text": words}), device)
        except ValueError as error:
            raise Unreachable(f"no key of a browser: {error}") from error
        headers = {
            **self._signer.sign(device, now=self._clock()),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(_KEPT_SECONDS),
            # A later ring takes the place of one that was not delivered yet.
            "Topic": "sinhhoat",
            "Urgency": "high",
        }
        status, answered = await self._call(device, sealed, headers)
        if status // 100 == _SUCCESS:
            return DeliveryResult(answered.get("location", "")[-64:], self._clock())
        raise _failure(status, answered.get("retry-after", ""))

    async def _call(
        self, device: Subscription, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, Mapping[str, str]]:
        """Returns the status and headers of the answer; nothing else of it is read."""
        try:
            async with self._http.open().post(
                URL(device.endpoint, encoded=True),
                data=body,
                headers=headers,
                allow_redirects=False,
            ) as answer:
                return answer.status, {key.lower(): value for key, value in answer.headers.items()}
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise TryLater(f"{type(error).__name__}: {device.host}", seconds=_AWAY) from error

    def _options(self) -> dict[str, Any]:
        connector = aiohttp.TCPConnector(
            resolver=PublicResolver(self._allows), ssl=self._trusts or True
        )
        return {"connector": connector, "timeout": _PATIENCE}


def _is_number(host: str) -> bool:
    """True for what the client takes for an address, such as 127.1, and does not resolve."""
    return ":" in host or host.replace(".", "").isdigit()


def _failure(status: int, after: str) -> Unreachable | TryLater | Rejected:
    if status in _OVER:
        return Unreachable(f"the subscription is over ({status})")
    if status == HTTPStatus.TOO_MANY_REQUESTS or status // 100 == _SERVER:
        seconds = min(float(after), _LONGEST_PAUSE) if after.isdecimal() else _AWAY
        return TryLater(f"the push service asks to wait ({status})", seconds=seconds)
    return Rejected(f"the push service refuses it ({status})")
