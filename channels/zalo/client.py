"""The Bot Platform's client: one call, one answer, and never a token in what it says."""

from collections.abc import AsyncGenerator, Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson
from yarl import URL

from channels.http_session import HttpSession
from channels.redaction import redact
from channels.zalo.errors import ZaloError, ZaloRefusal

OFFICIAL_API = "https://bot-api.zaloplatforms.com"
_CHUNK = 64 * 1024
_CONNECT = 5.0
_GRACE = 10.0
_REDIRECTS = 3
_SUCCESS = 2
_NONE: Mapping[str, object] = {}


class ZaloClient:
    """One bot account; long polls and all other calls share a pool of connections."""

    def __init__(self, token: str, *, api_url: str = OFFICIAL_API, patience: float = 15.0) -> None:
        self._token = token
        self._base = api_url.rstrip("/")
        self._patience = patience
        self._http = HttpSession()

    async def call(
        self, method: str, parameters: Mapping[str, object] = _NONE, *, patience: float = 0.0
    ) -> Any:  # noqa: ANN401 - JSON
        """Makes one call and gives its raw result, for which it may wait longer than usual."""
        url = URL(f"{self._base}/bot{self._token}/{method}", encoded=True)
        timeout = aiohttp.ClientTimeout(
            sock_connect=_CONNECT, sock_read=patience or self._patience
        )
        body = orjson.dumps(parameters)
        headers = {"Content-Type": "application/json"}
        try:
            async with self._http.open().post(
                url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise self._lost(error) from None
        return self._result(status, payload)

    async def poll(self, seconds: int) -> Any:  # noqa: ANN401 - JSON
        """Waits up to `seconds` for what was sent; what it returns, Zalo never gives again."""
        wanted = {"timeout": str(seconds)}
        return await self.call("getUpdates", wanted, patience=seconds + _GRACE)

    async def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """Reads a file that somebody sent, by the address that came with it."""
        if not self._may_fetch(url):
            raise ZaloRefusal(HTTPStatus.BAD_REQUEST, "no address to fetch a file from")
        timeout = aiohttp.ClientTimeout(sock_connect=_CONNECT, sock_read=self._patience)
        try:
            async with self._http.open().get(
                url, timeout=timeout, max_redirects=_REDIRECTS
            ) as response:
                if response.status != HTTPStatus.OK:
                    raise ZaloRefusal(response.status, "the file cannot be fetched")
                async for chunk in response.content.iter_chunked(_CHUNK):
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise self._lost(error) from None

    async def close(self) -> None:
        """Closes every connection; a later call opens them again."""
        await self._http.close()

    def _may_fetch(self, url: str) -> bool:
        """Files come as safely as everything else: by https wherever the calls go by https."""
        return url.startswith("https://") or (
            url.startswith("http://") and self._base.startswith("http://")
        )

    def _result(self, status: int, payload: bytes) -> Any:  # noqa: ANN401 - JSON
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict):
            # Such a page may quote the address of the call: nothing of it is kept.
            raise ZaloRefusal(status, "answered without JSON", by_platform=False)
        if status // 100 == _SUCCESS and answer.get("ok") is True:
            return answer.get("result")
        code = answer.get("error_code") or answer.get("errorCode") or status
        code = code if isinstance(code, int) else status
        raise ZaloRefusal(code, self._clean(str(answer.get("description", ""))))

    def _lost(self, error: Exception) -> ZaloError:
        return ZaloError(self._clean(f"{type(error).__name__}: {error}"))

    def _clean(self, text: str) -> str:
        return redact(text.replace(self._token, "[token]"))
