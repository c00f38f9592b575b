"""The web server: chat page, desk, API, webhook, calendars, health and metrics, on one port."""

import hmac
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from bot.connections import BACKLOG, BoundedConfig, Connections, bound_silent_peers
from channels.delivery import BODY_LIMIT, Receive, Webhook

Calendar = Callable[[str], Awaitable[bytes | None]]
Health = Callable[[], Awaitable[Mapping[str, object]]]

_GONE_AFTER = 90
_PORTS_TRIED = 50
_LONGEST_TOKEN = 200
# The address is the key: it is to be kept nowhere on the way, and passed on to nobody.
_PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def webhook_routes(
    messenger: str, webhooks: Mapping[str, Webhook], receivers: Mapping[str, Receive]
) -> list[BaseRoute]:
    """Returns the paths that a messenger pushes to: `/MESSENGER/webhook[/ACCOUNT]`."""

    async def handle(request: Request) -> Response:
        name = request.path_params.get("name", "main")
        if name not in webhooks:
            return PlainTextResponse("", status_code=404)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_LIMIT:
                return PlainTextResponse("", status_code=413)
        webhook = webhooks[name]
        status = await webhook.handle(body, request.headers.get(webhook.header), receivers[name])
        return PlainTextResponse("", status_code=status)

    return [
        Route(f"/{messenger}/webhook", handle, methods=["POST"]),
        Route(f"/{messenger}/webhook/{{name}}", handle, methods=["POST"]),
    ]


def watch_routes(health: Health, *, token: str) -> list[BaseRoute]:
    """Returns `/healthz` and `/metrics`; the latter for this machine or the token only."""

    async def healthz(request: Request) -> Response:  # noqa: ARG001 - the same for everybody
        found = await health()
        return JSONResponse(found, status_code=200 if found.get("ok") else 503)

    async def metrics(request: Request) -> Response:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        knows = bool(token) and hmac.compare_digest(given.encode(), token.encode())
        forwarded = "x-forwarded-for" in request.headers
        if not (knows or (_is_here(request) and not forwarded)):
            return PlainTextResponse("", status_code=403)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/healthz", healthz), Route("/metrics", metrics)]


def calendar_routes(feed: Calendar) -> list[BaseRoute]:
    """Returns `/calendar/TOKEN.ics`, the personal calendars that phones subscribe to."""

    async def calendar(request: Request) -> Response:
        found = await feed(request.path_params["token"][:_LONGEST_TOKEN])
        if found is None:
            return PlainTextResponse("", status_code=404)
        return Response(found, media_type="text/calendar", headers=_PRIVATE)

    return [Route("/calendar/{token}.ics", calendar)]


def desk_routes(desk: ASGIApp) -> list[BaseRoute]:
    """Returns where the staff's desk is: all its addresses lie below `/desk/`."""

    async def enter(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"desk/{query}", 308)

    return [Route("/desk", enter), Mount("/desk", desk)]


def api_routes(api: ASGIApp) -> list[BaseRoute]:
    """Returns where other systems read: all addresses of this version lie below `/api/v1/`."""
    return [Mount("/api/v1", api)]


def build_site(routes: list[BaseRoute], page: ASGIApp) -> Starlette:
    """Returns the whole site: these routes first, the chat page for the rest."""
    return Starlette(routes=[*routes, Mount("/", page)])


def open_port(host: str, port: int, *, move_on: bool) -> socket.socket:
    """Returns a listening socket; where the port is busy and may differ, the next free one.

    Raises OSError when there is none.
    """
    last = port + _PORTS_TRIED if move_on and port else port
    while True:
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            listening = socket.create_server((host, port), family=family, backlog=BACKLOG)
        except OSError:
            if port >= last:
                raise
            port += 1
        else:
            bound_silent_peers(listening, _GONE_AFTER)
            return listening


class WebServer(uvicorn.Server):
    """Serves on a socket that is open already; signals are somebody else's business."""

    def __init__(
        self, site: ASGIApp, connections: Connections, *, trusted_proxy: str = "127.0.0.1"
    ) -> None:
        super().__init__(BoundedConfig(site, connections, trusted_proxy=trusted_proxy))

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leaves signals alone."""
        yield


def _is_here(request: Request) -> bool:
    return bool(request.client and ipaddress.ip_address(request.client.host).is_loopback)
