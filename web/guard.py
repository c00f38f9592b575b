"""Who may talk to a page: headers for the browser, requests from elsewhere, sizes."""

from collections.abc import AsyncIterator, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; "
        "frame-ancestors 'self'; "
        "base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" browsers send "Origin: null" with forms, which is what a foreign
    # page sends too; "same-origin" keeps codes in links from others just as well.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE = frozenset({"GET", "HEAD"})


class Guard:
    """Adds security headers to every answer and turns away requests made by other sites."""

    def __init__(self, app: ASGIApp, *, public_url: str = "") -> None:
        self._app = app
        self._public = urlsplit(public_url).netloc.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message))
            await send(message)

        if scope["method"] not in _SAFE and self._is_foreign(Headers(scope=scope)):
            await PlainTextResponse("Cross-site request refused", 403)(
                scope, receive, send_guarded
            )
        else:
            await self._app(scope, receive, send_guarded)

    def _is_foreign(self, headers: Headers) -> bool:
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return True
        origin = headers.get("origin")
        if origin is None:
            return False
        own = {headers.get("host", "").lower(), self._public} - {""}
        return urlsplit(origin).netloc.lower() not in own


def add_headers(headers: MutableHeaders) -> None:
    """Says what the browser may do with a page, where the page does not say it."""
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")


def guard(hosts: Sequence[str], *, public_url: str = "") -> list[Middleware]:
    """Returns what stands before every page: known hosts only, no requests from other sites."""
    return [
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(Guard, public_url=public_url),
    ]


async def read_body(request: Request, *, limit: int) -> bytes:
    """Returns the whole body, refusing (413) as soon as it is longer than `limit`."""
    return b"".join([chunk async for chunk in read_chunks(request, limit=limit)])


async def read_chunks(request: Request, *, limit: int) -> AsyncIterator[bytes]:
    """Streams the body, refusing (413) as soon as it is longer than `limit`."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > limit:
        raise HTTPException(413)
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > limit:
            raise HTTPException(413)
        if chunk:
            yield chunk
