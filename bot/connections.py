"""Bounds what connections to the web page cost: how many there are, how long one may be silent."""

import asyncio
import ipaddress
import resource
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import structlog
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

log = structlog.get_logger()

# A carrier or a training hall shows itself as one address to us.
PER_ADDRESS = 1000
# The loop takes so many new connections in a row before it looks after the open ones.
BACKLOG = 128
# Longer than uvicorn's five: on a slow network a phone fetches the page's files one by one.
_KEEP_ALIVE = 15
# A stream that does not end by itself is cut off, so that a stop never takes longer.
_GRACE = 3
# What database, files and messengers need beside the page.
_RESERVED_HANDLES = 256
WANTED_HANDLES = 65_536
# Among so many of the oldest an idle one is looked for first.
_LOOKED_AT = 64
_SILENCE_BETWEEN_WARNINGS = 60.0
_IPV6_NETWORK = 64


def raise_file_limit() -> int:
    """Lets this process open as many files as it is allowed to; returns how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_HANDLES if hard == resource.RLIM_INFINITY else min(hard, WANTED_HANDLES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(soft, wanted)


def count_room(handles: int) -> int:
    """Returns how many connections the page may have of so many file handles."""
    return max(handles - _RESERVED_HANDLES, handles // 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds that are waited for a head, a whole body, the next piece of it, and a reader.

    The page gives an upload five minutes itself.
    """

    head: float = 20
    body: float = 330
    piece: float = 60
    reader: float = 60


class Connections:
    """All open connections; past `most`, or `per_address`, the oldest is let go.

    Proxies are `trusted`: behind one address of theirs is everybody.
    """

    def __init__(
        self,
        *,
        most: int,
        per_address: int = PER_ADDRESS,
        trusted: Callable[[str], bool] = lambda _: False,
        patience: Patience | None = None,
    ) -> None:
        self.patience = patience or Patience()
        self._most, self._per_address, self._trusted = most, per_address, trusted
        self._all: dict[BoundedProtocol, str] = {}
        self._networks: dict[str, dict[BoundedProtocol, None]] = {}

    def __len__(self) -> int:
        return len(self._all)

    def add(self, connection: "BoundedProtocol", host: str) -> None:
        """Counts a new connection and lets another go where there are too many."""
        network = "" if self._trusted(host) else name_network(host)
        here = self._networks.setdefault(network, {})
        if network and len(here) >= self._per_address:
            _let_oldest_go(here)
        elif len(self._all) >= self._most:
            _let_oldest_go(self._all)
        self._all[connection] = network
        here[connection] = None

    def remove(self, connection: "BoundedProtocol") -> None:
        """Forgets a connection; one that is forgotten already stays so."""
        network = self._all.pop(connection, None)
        if network is not None:
            here = self._networks[network]
            del here[connection]
            if not here:
                del self._networks[network]


def trusting(proxies: str) -> Callable[[str], bool]:
    """Returns whether an address is one of the proxies, named as in the settings."""
    if proxies.strip() == "*":
        return lambda _: True
    networks = [ipaddress.ip_network(name.strip(), strict=False) for name in proxies.split(",")]

    def is_trusted(host: str) -> bool:
        try:
            address = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        return any(address in network for network in networks)

    return is_trusted


def _let_oldest_go(group: "dict[BoundedProtocol, Any]") -> None:
    oldest = list(islice(group, _LOOKED_AT))
    idle = next((connection for connection in oldest if connection.is_idle), oldest[0])
    idle.let_go()


def name_network(host: str) -> str:
    """Returns whose address it is: one of IPv4, or the /64 that a subscriber has of IPv6."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _IPV6_NETWORK), strict=False))


class BoundedProtocol(H11Protocol):
    """HTTP/1.1 that waits for nobody longer than the patience of its `Connections`.

    uvicorn itself ends only connections that are silent between two requests.
    """

    def __init__(
        self,
        config: "BoundedConfig",
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._book = config.open_connections
        self._waits_for = ""
        self._body_until = 0.0
        self._deadline: asyncio.TimerHandle | None = None
        self._reader_deadline: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        """True while no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def let_go(self) -> None:
        """Closes the connection at once, whatever is under way."""
        self._book.remove(self)
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Counts the connection and begins to wait for a request."""
        super().connection_made(transport)
        self._book.add(self, self.client[0] if self.client else "")
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets the connection."""
        self._book.remove(self)
        self._wait(None)
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Takes what came; a body that keeps coming is waited for."""
        super().data_received(data)
        self._watch(came=True)

    def on_response_complete(self) -> None:
        """Begins to wait for the next request."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Begins to wait for a client that does not read what it asked for."""
        super().pause_writing()
        patience = self._book.patience.reader
        self._reader_deadline = self.loop.call_later(patience, self.let_go)

    def resume_writing(self) -> None:
        """Goes on writing."""
        super().resume_writing()
        if self._reader_deadline is not None:
            self._reader_deadline.cancel()
            self._reader_deadline = None

    def _watch(self, *, came: bool = False) -> None:
        """Sets the deadline of what is waited for; drops do not put off that of a head."""
        if self.transport.is_closing():
            return
        patience, now = self._book.patience, self.loop.time()
        if self.is_idle:
            if self._waits_for != "head":
                self._wait("head", patience.head)
        elif self.cycle.more_body:
            if self._waits_for != "body":
                self._body_until = now + patience.body
            if came or self._waits_for != "body":
                self._wait("body", min(patience.piece, self._body_until - now))
        else:
            self._wait(None)

    def _wait(self, what: str | None, seconds: float = 0) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        self._waits_for = what or ""
        if what:
            self._deadline = self.loop.call_later(max(seconds, 0), self.let_go)


class BoundedConfig(uvicorn.Config):
    """The server's settings; its connections are counted in `open_connections`."""

    def __init__(self, site: ASGIApp, connections: Connections, *, trusted_proxy: str) -> None:
        super().__init__(
            site,
            http=BoundedProtocol,
            ws="none",
            lifespan="off",
            backlog=BACKLOG,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=_GRACE,
            access_log=False,
            log_config=None,
            server_header=False,
            # A trusted reverse proxy says who asks; nobody else is believed.
            proxy_headers=True,
            forwarded_allow_ips=trusted_proxy,
        )
        self.open_connections = connections


def bound_silent_peers(listening: socket.socket, seconds: float) -> None:
    """Lets the system end connections whose phone is gone without a word, where it can."""
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        milliseconds = int(seconds * 1000)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, milliseconds)


class LoopWarnings:
    """Handles what the event loop complains of; a full table of files is said once a minute.

    The loop itself says it, with a traceback, for every connection that waits.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._quiet_until = 0.0

    def handle(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Logs one complaint."""
        if "out of system resource" not in context.get("message", ""):
            loop.default_exception_handler(context)
            return
        now = self._clock()
        if now >= self._quiet_until:
            self._quiet_until = now + _SILENCE_BETWEEN_WARNINGS
            log.warning("no more connections are taken for now", reason=str(context["exception"]))
