"""The library's transport on aiohttp, at about a fifth of the CPU that httpx takes per call."""

import asyncio
import io
import json
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any, cast

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from channels.http_session import HttpSession
from channels.redaction import redact
from channels.telegram.errors import ApiRefusal

_JSON = {"Content-Type": "application/json"}
_DEFAULT = BaseRequest.DEFAULT_NONE
_CHUNK = 64 * 1024
_SUCCESS = 2


class AiohttpRequest(BaseRequest):
    """One pool of kept-alive connections to the Bot API; texts of errors carry no token."""

    def __init__(
        self,
        *,
        proxy: str = "",
        connections: int = 100,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
        upload_timeout: float = 120.0,
    ) -> None:
        if proxy and URL(proxy).scheme not in ("http", "https"):
            raise ValueError("a proxy for Telegram has to be an http:// or https:// address")
        self._proxy = proxy or None
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._upload_timeout = upload_timeout
        self._http = HttpSession(self._options)

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where the call does not say otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Opens the pool; connections are made when needed."""
        self._http.open()

    def _options(self) -> dict[str, Any]:
        return {
            "connector": aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30),
            "headers": {"User-Agent": self.USER_AGENT},
            "proxy": self._proxy,
        }

    async def shutdown(self) -> None:
        """Closes every connection."""
        await self._http.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature of the library
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = _DEFAULT,
        write_timeout: object = _DEFAULT,  # noqa: ARG002 - part of the library's signature
        connect_timeout: object = _DEFAULT,
        pool_timeout: object = _DEFAULT,  # noqa: ARG002 - same
    ) -> tuple[int, bytes]:
        """Makes one call; raises `ApiRefusal` for any answer but a success."""
        session = self._http.open()
        uploads = request_data is not None and request_data.contains_files
        timeout = self._timeout(read_timeout, connect_timeout, uploads=uploads)
        body, headers = _encoded(request_data)
        try:
            async with session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise _network_error(error) from None
        if status // 100 != _SUCCESS:
            raise _refusal(status, payload)
        return status, payload

    async def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """Reads a file in pieces, so that it never lies in memory as a whole."""
        session = self._http.open()
        timeout = self._timeout(_DEFAULT, _DEFAULT, uploads=False)
        try:
            async with session.get(url, timeout=timeout, allow_redirects=False) as response:
                if response.status != HTTPStatus.OK:
                    raise _refusal(response.status, await response.read())
                async for chunk in response.content.iter_chunked(_CHUNK):
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise _network_error(error) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parses an answer; falls back to the lenient parser for broken characters."""
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = parse_leniently(payload)
        if not isinstance(answer, dict) or "result" not in answer:
            raise TelegramError("Invalid server response")
        return cast("dict[str, Any]", answer)

    def _timeout(self, read: object, connect: object, *, uploads: bool) -> aiohttp.ClientTimeout:
        usual = self._upload_timeout if uploads else self._read_timeout
        return aiohttp.ClientTimeout(
            sock_connect=_seconds(connect, self._connect_timeout), sock_read=_seconds(read, usual)
        )


def _seconds(value: object, usual: float) -> float | None:
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) else usual


def _encoded(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if data is None:
        return None, {}
    if data.contains_files:
        return _form(data), {}
    try:
        return orjson.dumps(data.parameters), _JSON
    except TypeError as error:
        raise ApiRefusal(400, f"cannot be written as JSON: {error}") from None


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mime)
    return form


def parse_leniently(payload: bytes) -> object:
    """Parses JSON that holds broken characters; raises `TelegramError` if it is none."""
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise TelegramError("Invalid server response") from None


def _network_error(error: Exception) -> NetworkError:
    if isinstance(error, asyncio.TimeoutError):
        return TimedOut()
    return NetworkError(redact(f"{type(error).__name__}: {error}"))


def _refusal(status: int, payload: bytes) -> ApiRefusal:
    try:
        answer = orjson.loads(payload)
    except orjson.JSONDecodeError:
        answer = None
    if not isinstance(answer, dict):
        return ApiRefusal(status, "answered without JSON")
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    return ApiRefusal(
        status,
        redact(str(answer.get("description", ""))),
        retry_after=_number(parameters.get("retry_after")),
        migrate_to=str(parameters.get("migrate_to_chat_id") or ""),
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
