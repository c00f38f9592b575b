"""Puts the page together; the same class can be mounted at several places."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from channels.web.backend import WebBackend
from channels.web.mail import Mail
from channels.web.pages import Pages
from channels.web.rings import RingRequests
from channels.web.shell import Shell
from channels.web.site import USUAL, PageSettings, Site
from channels.web.static_files import STATIC
from channels.web.streams import Streams
from domain.refusals import Refusal
from web.guard import guard
from web.static_files import compute_version, mount_static


class WebChat:
    """The chat page as an ASGI application with relative addresses only."""

    def __init__(self, backend: WebBackend, settings: PageSettings = USUAL) -> None:
        site = Site(backend=backend, settings=settings, version=compute_version(STATIC))
        self._streams = Streams(site)
        self.app = Starlette(
            routes=[
                *Pages(site).routes,
                *self._streams.routes,
                *Mail(site).routes,
                *(RingRequests(site, settings.rings).routes if settings.rings else ()),
                *Shell(site).routes,
                mount_static(STATIC, site.version),
            ],
            middleware=guard(settings.hosts, public_url=settings.public_url),
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
