"""Puts the page together; the same class can be mounted at several places."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import Receive, Scope, Send

from channels.web.backend import WebBackend
from channels.web.guard import Guard
from channels.web.mail import Mail
from channels.web.pages import Pages
from channels.web.site import LOOKS_ANEW, Site, Ways, no_other_way, read_clock
from channels.web.static_files import compute_version, mount_static
from channels.web.streams import Streams
from domain.refusals import Refusal

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "::1")
_EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - compared, not bound


def list_hosts(*, public_url: str = "", web_host: str = "") -> list[str]:
    """Returns the names under which the page answers; others get 400."""
    named = {urlsplit(public_url).hostname or "", web_host.lower()} - _EVERYWHERE
    return [*_LOOPBACK, *sorted(named)]


class WebChat:
    """The chat page as an ASGI application with relative addresses only."""

    def __init__(
        self,
        backend: WebBackend,
        *,
        hosts: Sequence[str] = _LOOPBACK,
        public_url: str = "",
        language: str = "vi",
        now: Callable[[], datetime] = read_clock,
        beat: float = 20.0,
        looks_anew: float = LOOKS_ANEW,
        ways: Ways = no_other_way,
        zone: tzinfo = UTC,
        body: str = "",
    ) -> None:
        secure = public_url.startswith("https://")
        site = Site(
            backend=backend,
            language=language,
            secure=secure,
            now=now,
            beat=beat,
            looks_anew=looks_anew,
            zone=zone,
            ways=ways,
            body=body,
            version=compute_version(),
        )
        self._streams = Streams(site)
        self.app = Starlette(
            routes=[
                *Pages(site).routes,
                *self._streams.routes,
                *Mail(site).routes,
                mount_static(site.version),
            ],
            middleware=guard(hosts, public_url=public_url),
            exception_handlers={
                HTTPException: site.answer_failure,
                Refusal: site.answer_refusal,
            },
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)

    def close(self) -> None:
        """Ends every open stream; call it before the server waits for its connections."""
        self._streams.close()


def guard(hosts: Sequence[str], *, public_url: str = "") -> list[Middleware]:
    """Returns what stands before every page: known hosts only, no requests from other sites."""
    return [
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(Guard, public_url=public_url),
    ]
