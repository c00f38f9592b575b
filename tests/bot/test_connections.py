import asyncio
import resource
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import ClassVar

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.connections import (
    Connections,
    LoopWarnings,
    Patience,
    count_room,
    name_network,
    raise_file_limit,
    trusting,
)
from bot.web_server import WebServer, build_site, open_port
from tests.bot.process import COMMAND, BotProcess

GENEROUS = 120.0
STRANGER = "127.0.0.9"


async def hello(request: Request) -> Response:
    body = await request.body()
    return PlainTextResponse(f"hello {len(body)}")


async def stream(request: Request) -> Response:
    async def frames() -> AsyncIterator[bytes]:
        yield b"first\n"
        await asyncio.Event().wait()

    return StreamingResponse(frames())


async def flood(request: Request) -> Response:
    async def frames() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 100_000
            await asyncio.sleep(0)

    return StreamingResponse(frames())


@asynccontextmanager
async def serving(connections: Connections) -> AsyncIterator[int]:
    """Gives the port of a running server."""
    routes = [
        Route("/", hello, methods=["GET", "POST"]),
        Route("/stream", stream),
        Route("/flood", flood),
    ]
    listening = open_port("127.0.0.1", 0, move_on=False)
    server = WebServer(build_site(list(routes), hello_site), connections)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        await Client.close_all()
        server.should_exit = True
        await running


hello_site = build_site([Route("/", hello)], PlainTextResponse("nothing", 404))


class Client:
    """A connection of which the test says each byte."""

    made: ClassVar[list["Client"]] = []

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.made.append(self)

    @classmethod
    async def open(cls, port: int, *, host: str = "127.0.0.1") -> "Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port, local_addr=(host, 0)))

    @classmethod
    async def close_all(cls) -> None:
        while cls.made:
            writer = cls.made.pop()._writer
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def say(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def hear(self, until: bytes) -> None:
        await asyncio.wait_for(self._reader.readuntil(until), GENEROUS)

    async def is_ended(self) -> bool:
        """Waits for the other side to hang up."""
        try:
            await asyncio.wait_for(self._reader.read(), GENEROUS)
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True

    @property
    def seems_open(self) -> bool:
        return not self._reader.at_eof()


async def drip(client: Client, data: bytes) -> None:
    """Sends a byte now and then for as long as it is listened to."""
    for byte in data:
        try:
            await client.say(bytes([byte]))
        except ConnectionError:
            return
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    "head",
    [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", b"GET / HTTP/1.1\r\n" * 1],
    ids=["nothing", "endless header", "half a head"],
)
async def test_a_request_that_does_not_come_is_not_waited_for(head: bytes) -> None:
    patience = Patience(head=0.4)
    async with serving(Connections(most=10, patience=patience)) as port:
        client = await Client.open(port)
        await client.say(head)
        dripping = asyncio.create_task(drip(client, b"x" * 600))
        assert await client.is_ended()
        dripping.cancel()


async def test_between_two_requests_the_same_holds() -> None:
    async with serving(Connections(most=10, patience=Patience(head=0.4))) as port:
        client = await Client.open(port)
        await client.say(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await client.hear(b"hello 0")
        dripping = asyncio.create_task(drip(client, b"GET /" + b"x" * 600))
        assert await client.is_ended()
        dripping.cancel()


POST = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"


async def test_a_body_that_stops_is_not_waited_for() -> None:
    async with serving(Connections(most=10, patience=Patience(piece=0.4))) as port:
        client = await Client.open(port)
        await client.say(POST + b"x" * 10)
        assert await client.is_ended()


async def test_a_body_that_only_drips_has_its_end() -> None:
    async with serving(Connections(most=10, patience=Patience(body=1.0))) as port:
        client = await Client.open(port)
        await client.say(POST)
        dripping = asyncio.create_task(drip(client, b"x" * 900))
        assert await client.is_ended()
        dripping.cancel()


async def test_a_slow_but_steady_body_is_taken() -> None:
    async with serving(Connections(most=10, patience=Patience(head=0.3, piece=10))) as port:
        client = await Client.open(port)
        await client.say(POST)
        for _ in range(10):
            await client.say(b"x" * 100)
            await asyncio.sleep(0.1)
        await client.hear(b"hello 1000")


async def test_who_does_not_read_is_not_waited_for() -> None:
    connections = Connections(most=10, patience=Patience(reader=0.4))
    async with serving(connections) as port:
        client = await Client.open(port)
        await client.say(b"GET /flood HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await until(lambda: len(connections) == 1)
        await until(lambda: len(connections) == 0)


async def test_an_open_page_stays_open_however_long_it_is_silent() -> None:
    patience = Patience(head=0.2, body=0.2, piece=0.2, reader=0.2)
    async with serving(Connections(most=10, patience=patience)) as port:
        client = await open_stream(port)
        await asyncio.sleep(1)
        assert client.seems_open


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(GENEROUS):
        while not condition():  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.02)


async def open_stream(port: int, *, host: str = "127.0.0.1") -> Client:
    client = await Client.open(port, host=host)
    await client.say(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
    await client.hear(b"first\n")
    return client


async def test_one_address_loses_its_oldest_and_nobody_else_s() -> None:
    connections = Connections(most=100, per_address=3)
    async with serving(connections) as port:
        other = await open_stream(port)
        mine = [await open_stream(port, host=STRANGER) for _ in range(5)]
        assert await mine[0].is_ended()
        assert await mine[1].is_ended()
        assert all(client.seems_open for client in [other, *mine[2:]])
        assert len(connections) == 4


async def test_an_idle_connection_goes_before_an_open_page() -> None:
    async with serving(Connections(most=100, per_address=3)) as port:
        page = await open_stream(port)
        idle = await Client.open(port)
        await open_stream(port)
        await open_stream(port)
        assert await idle.is_ended()
        assert page.seems_open


async def test_behind_a_trusted_proxy_everybody_has_one_address() -> None:
    connections = Connections(most=8, per_address=2, trusted=trusting("10.0.0.0/8, 127.0.0.1"))
    async with serving(connections) as port:
        pages = [await open_stream(port) for _ in range(8)]
        assert all(page.seems_open for page in pages)
        await open_stream(port)
        assert await pages[0].is_ended()
        assert len(connections) == 8


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9%eth0", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", ""),
    ],
)
def test_a_subscriber_counts_as_one_address(host: str, network: str) -> None:
    assert name_network(host) == network


def test_everybody_is_trusted_only_where_it_is_said_so() -> None:
    assert trusting("*")("203.0.113.9")
    assert trusting("10.1.0.0/16,::1")("10.1.2.3")
    assert not trusting("10.1.0.0/16")("10.2.0.1")
    assert not trusting("127.0.0.1")("")


def test_as_many_files_as_allowed_may_be_open() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(512, before[1]), before[1]))
    try:
        handles = raise_file_limit()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == handles
        assert handles > 512 or handles == before[1]
        assert count_room(handles) < handles
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


async def test_a_full_table_of_files_is_said_once_a_minute(
    capsys: pytest.CaptureFixture[str],
) -> None:
    moments = iter([0.0, 1.0, 59.0, 61.0, 62.0])
    warnings, loop = LoopWarnings(clock=lambda: next(moments) + 1000), asyncio.get_running_loop()
    full = OSError(24, "Too many open files")
    for _ in range(5):
        context = {"message": "socket.accept() out of system resource", "exception": full}
        warnings.handle(loop, context)
    assert capsys.readouterr().out.count("Too many open files") == 2


async def test_more_idle_connections_than_files_stop_neither_page_nor_process(
    tmp_path: Path,
) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    (tmp_path / "data").mkdir()
    start = "ulimit -n 256; exec " + " ".join(f"'{part}'" for part in (*COMMAND, "run"))
    settings = {"DATA_DIR": str(tmp_path / "data"), "WEB_PORT": str(port)}
    bot = BotProcess(tmp_path, settings, command=("/bin/sh", "-c", start))
    await bot.start()
    idle: list[asyncio.StreamWriter] = []
    try:
        await until(lambda: "started" in bot.log)
        for _ in range(600):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            idle.append(writer)
        async with httpx.AsyncClient(timeout=GENEROUS) as browser:
            for _ in range(3):
                answer = await browser.get(f"http://127.0.0.1:{port}/healthz")
                assert answer.status_code == 200
        assert bot.is_running
        assert len(bot.log.splitlines()) < 20
    finally:
        await bot.stop()
        for writer in idle:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
