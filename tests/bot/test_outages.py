"""What the log says while the database is away, and after it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.app import App
from bot.outages import Outages
from bot.settings import Settings
from storage import Unavailable
from tests.bot.test_leases import postgresql_url

__all__ = ["postgresql_url"]


def warnings(logs: list[EventDict]) -> list[str]:
    return [entry["event"] for entry in logs if entry["log_level"] in ("warning", "error")]


class Cable:
    """A connection to PostgreSQL that can be pulled out and put back."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def put_in(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def pull_out(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_unix_connection(self._socket)
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._copy(reader, far_writer), self._copy(far_reader, writer))

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                writer.write(data)
        writer.transport.abort()
        self._writers.discard(writer)


@pytest.fixture
async def cable(postgresql_url: str) -> AsyncIterator[Cable]:
    folder = parse_qs(urlsplit(postgresql_url).query)["host"][0]
    cable = Cable(f"{folder}/.s.PGSQL.5432")
    await cable.put_in()
    yield cable
    await cable.pull_out()


@pytest.fixture
async def app(cable: Cable, postgresql_url: str, tmp_path: Path) -> AsyncIterator[App]:
    name = urlsplit(postgresql_url).path
    url = f"postgresql://postgres@127.0.0.1:{cable.port}{name}"
    app = App(Settings(database_url=url, data_dir=tmp_path))
    running = asyncio.create_task(app.run())
    yield app
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await app.close()


async def test_an_outage_of_postgresql_is_said_once_and_so_is_its_end(
    cable: Cable, app: App
) -> None:
    await until(app, ok=True)
    with capture_logs() as logs:
        await cable.pull_out()
        await until(app, ok=False)
        await asyncio.sleep(4)
        away = warnings(logs)
        await cable.put_in()
        await until(app, ok=True)
        async with app.database.write():
            pass
    # One line for reading, one for writing.
    assert away == ["database cannot be used, work waits for it"] * 2
    assert warnings(logs)[2:] == ["database can be used again"] * 2


async def until(app: App, *, ok: bool) -> None:
    async with asyncio.timeout(30):
        while (await app.health())["ok"] is not ok:  # noqa: ASYNC110 - a database tells no one
            await asyncio.sleep(0.05)


def test_what_comes_and_goes_is_said_once_a_minute() -> None:
    now = 100.0
    outages = Outages(clock=lambda: now)
    with capture_logs() as logs:
        for _ in range(30):
            outages.note("write", Unavailable("disk full"))
            outages.note("read", None)
            outages.note("write", None)
            now += 1
        now += 60
        outages.note("write", Unavailable("disk full"))
    assert [entry["event"] for entry in logs] == [
        "database cannot be used, work waits for it",
        "database can be used again",
        "database cannot be used, work waits for it",
    ]
