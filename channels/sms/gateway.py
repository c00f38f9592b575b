"""Calls an SMS gateway over HTTP; neither keys nor numbers nor words get into an error."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
import orjson

from channels.delivery import QuotaSpent, TryLater, Unreachable
from channels.http_session import HttpSession
from channels.sms.shape import GatewayShape, fill, is_any, look_up, read_cost
from domain.sms import to_stored

_PATIENCE = aiohttp.ClientTimeout(total=30)
_LARGEST_ANSWER = 64 * 1024
_AWAY, _LIMITED, _NOT_OURS = 60.0, 60.0, 900.0
_SERVER, _LONGEST_ID, _LONGEST_CODE = 5, 64, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayKeys:
    """What the operator was given by the gateway, and where it may call back."""

    key: str = ""
    secret: str = ""
    sender: str = ""
    callback: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the gateway took: its number there, and the price if it was said."""

    id: str
    cost: int


class SmsGateway:
    """One gateway of a shape."""

    def __init__(self, shape: GatewayShape, keys: GatewayKeys) -> None:
        self.shape = shape
        self._keys = keys
        self._http = HttpSession(lambda: {"timeout": _PATIENCE})

    @property
    def host(self) -> str:
        """The name of the gateway's server."""
        return urlsplit(self.shape.send.url).hostname or ""

    async def send(self, dialled: str, text: str, *, number: str) -> Taken:
        """Hands a message over; one of the same `number` is the same message.

        Raises TryLater, Unreachable or QuotaSpent.
        """
        status, answer = await self._call(
            {
                "key": self._keys.key,
                "secret": self._keys.secret,
                "sender": self._keys.sender,
                "callback": self._keys.callback,
                "phone": to_stored(dialled),
                "dialled": dialled,
                "text": text,
                "id": number,
            }
        )
        meaning = self.shape.answer
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise TryLater(f"{self.host} asks to wait", seconds=_LIMITED, limited=True)
        if status // 100 == _SERVER:
            raise TryLater(f"{self.host} answered {status}", seconds=_AWAY)
        if is_any(answer, meaning.taken):
            found = look_up(answer, meaning.id) if meaning.id else ""
            return Taken(found[:_LONGEST_ID], read_cost(answer, meaning.cost))
        reason = f"{self.host} answered {status} {self._code(answer)}".rstrip()
        if is_any(answer, meaning.gone):
            raise Unreachable(reason)
        if is_any(answer, meaning.spent):
            raise QuotaSpent(reason)
        # A wrong key or a template that is not agreed to yet: the operator mends it.
        raise TryLater(reason, seconds=_NOT_OURS)

    def _code(self, answer: object) -> str:
        """Returns what stands where a gateway says how it went, as far as it is no sentence."""
        path = self.shape.answer.taken[0].partition("=")[0].strip(" >")
        code = look_up(answer, path)
        return code if len(code) <= _LONGEST_CODE and code.isalnum() else ""

    async def _call(self, blanks: Mapping[str, str]) -> tuple[int, object]:
        send = self.shape.send
        fields = fill(send.fields, blanks)
        headers = fill(send.headers, blanks)
        if send.user:
            user, password = fill(send.user, blanks), fill(send.password, blanks)
            headers["Authorization"] = aiohttp.encode_basic_auth(user, password)
        data: object = None
        if send.body == "json":
            headers["Content-Type"] = "application/json"
            data = orjson.dumps(fields)
        elif send.body == "form":
            data = fields
        try:
            async with self._http.open().request(
                send.method,
                send.url,
                params=fields if send.body == "query" else None,
                data=data,
                headers=headers,
                allow_redirects=False,
            ) as response:
                return response.status, _read(await _read_all(response.content))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise TryLater(f"{type(error).__name__}: {self.host}", seconds=_AWAY) from None

    async def close(self) -> None:
        """Closes every connection; a later call opens them again."""
        await self._http.close()


async def _read_all(content: aiohttp.StreamReader) -> bytes:
    """Returns an answer that comes in any number of pieces, of the largest only the beginning."""
    try:
        return await content.readexactly(_LARGEST_ANSWER)
    except asyncio.IncompleteReadError as whole:
        return whole.partial


def _read(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
