"""5,000 open chat pages, a message each, and others silent or slow: `-m benchmarks.pages`."""

import argparse
import asyncio
import re
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson

from benchmarks.machine import Row, cost_of, fresh_folder, load, percentile, progress, show
from bot.connections import Patience, raise_file_limit
from domain.inbound import Address
from domain.message import Message
from domain.outbox import OutboxRow, Priority
from operations.codes import hash_code
from storage.messages import addresses, outbox
from storage.migrate import migrate
from storage.people import web_sessions
from storage.people.web_sessions import NewSession
from tests.bot.leaders import open_database
from tests.bot.process import BotProcess, settings_for

PAGES = 5000
SILENT = 500
SLOW = 500
PACE = 50
_CHUNK = 200
_AT_ONCE = 50
_PORT = re.compile(r"page=http://127\.0\.0\.1:(\d+)/")
_LONGEST = 900.0
_SOON = 2.0
# A closed connection is seen a little after its time.
_ALLOWED = 15.0


def name_token(number: int) -> str:
    """Returns the session token of a page."""
    return f"page-{number}"


async def settle_pages(url: str, count: int) -> Sequence[tuple[int, int]]:
    """Makes web addresses with a session each; returns their ids and conversations."""
    database, now, made = open_database(url), datetime.now(UTC), []
    for first in range(0, count, _CHUNK):
        numbers = range(first, min(first + _CHUNK, count))
        async with database.write() as unit:
            wanted = {
                number: Address("web", "main", f"page{number}", f"page{number}")
                for number in numbers
            }
            strangers = dict.fromkeys(wanted.values(), (False, ""))
            known = await addresses.ensure(unit, strangers, now=now)
            for number, here in wanted.items():
                made.append((known[here].id, known[here].conversation_id))
                new = NewSession(
                    token_hash=hash_code(name_token(number)),
                    address_id=known[here].id,
                    expires_at=now + timedelta(days=180),
                )
                await web_sessions.add(unit, new, now=now)
    await database.close()
    return made


async def queue_messages(url: str, pages: Sequence[tuple[int, int]], *, pace: int) -> None:
    """Queues one message for each page, so many a second."""
    database = open_database(url)
    for first in range(0, len(pages), pace):
        begun, now = time.monotonic(), datetime.now(UTC)
        async with database.write() as unit:
            for address, conversation in pages[first : first + pace]:
                row = OutboxRow(
                    id=unit.new_id(),
                    address_id=address,
                    conversation_id=conversation,
                    message=Message(text="Nhắc đồng chí: mai có buổi sinh hoạt."),
                    priority=Priority.REPLY,
                    started_by_bot=False,
                    dedupe_key=f"bench:{address}",
                )
                outbox.add_later(unit, row, now=now)
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - begun)))
    await database.close()


class OpenPage:
    """A browser's stream: `took` is how long its message took from the sender to here."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.is_ready = asyncio.Event()
        self.took: float | None = None
        self.came_at = 0.0

    async def hold(self, port: int, gate: asyncio.Semaphore) -> None:
        """Keeps the stream open until it ends."""
        async with gate:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(
                b"GET /events HTTP/1.1\r\nHost: localhost\r\nCookie: sinhhoat_session="
                + name_token(self._number).encode()
                + b"\r\n\r\n"
            )
            async for line in reader:
                if line.startswith(b"event: ready"):
                    self.is_ready.set()
                    break
        async for line in reader:
            if line.startswith(b"data: ") and b'"key"' in line:
                at = datetime.fromisoformat(orjson.loads(line[6:])["at"])
                self.took = (datetime.now(UTC) - at).total_seconds()
                self.came_at = time.monotonic()
        writer.close()


async def hold_silent(port: int, said: bytes) -> float:
    """Returns after how many seconds a connection that says no more than this is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    begun = time.monotonic()
    writer.write(said)
    with suppress(ConnectionError):
        await reader.read()
    writer.close()
    return time.monotonic() - begun


async def until(condition: Callable[[], object], *, seconds: float = _LONGEST) -> None:
    """Waits for a condition, but not for ever: what is missing then is a result, too."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - a process tells nobody
                await asyncio.sleep(0.05)


def handles(pid: int) -> int:
    """Returns how many files a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


async def measure(*, pages: int, silent: int, slow: int, pace: int) -> Row:
    """Opens pages, sends each a message, and lets others say nothing."""
    folder = fresh_folder("pages")
    url = f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    await migrate(url, now=datetime.now(UTC))
    settled = await settle_pages(url, pages)
    settings = settings_for(folder, database_url=url, api_url="", token="")
    bot = BotProcess(folder, {k: v for k, v in settings.items() if "TELEGRAM" not in k})
    await bot.start()
    await until(lambda: _PORT.search(bot.log))
    port = int(_PORT.findall(bot.log)[0])
    before = cost_of(bot.pid)
    try:
        opened = [OpenPage(number) for number in range(pages)]
        gate, began = asyncio.Semaphore(_AT_ONCE), time.monotonic()
        streams = [asyncio.create_task(page.hold(port, gate)) for page in opened]
        await until(lambda: all(page.is_ready.is_set() for page in opened))
        opening, held = time.monotonic() - began, cost_of(bot.pid)
        progress(f"{pages} pages are open, load {load()}")
        quiet = asyncio.gather(
            *(hold_silent(port, b"") for _ in range(silent)),
            *(hold_silent(port, b"GET / HTTP/1.1\r\nHost: ") for _ in range(slow)),
        )
        idle_from = cost_of(bot.pid).cpu
        await asyncio.sleep(20)
        idle_cpu = (cost_of(bot.pid).cpu - idle_from) / 20
        began = time.monotonic()
        await queue_messages(url, settled, pace=pace)
        await until(lambda: all(page.took is not None for page in opened))
        took = [page.took for page in opened if page.took is not None]
        whole = max((page.came_at for page in opened), default=began) - began
        closed = await quiet
        return {
            "pages": pages,
            "reached": len(took),
            "opened in s": opening,
            "handed over to screen: median s": percentile(took, 0.5),
            "within 2 s": f"{sum(seconds <= _SOON for seconds in took) / len(took):.1%}",
            "99 % s": percentile(took, 0.99),
            "slowest s": max(took, default=float("nan")),
            "messages a second": pace,
            "all in s": whole,
            "MB before": before.memory,
            "MB open": held.memory,
            "MB peak": cost_of(bot.pid).peak,
            "handles": handles(bot.pid),
            "CPU of a core while silent": idle_cpu,
            "closed in time": sum(s < Patience().head + _ALLOWED for s in closed),
            "silent and slow": silent + slow,
            "load": load(),
        }
    finally:
        for stream in streams:
            stream.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
        await bot.stop()
        progress(f"log: {len(bot.log)} characters")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--silent", type=int, default=SILENT)
    parser.add_argument("--slow", type=int, default=SLOW)
    parser.add_argument("--pace", type=int, default=PACE, help="messages a second")
    given = parser.parse_args()
    raise_file_limit()
    row = asyncio.run(
        measure(pages=given.pages, silent=given.silent, slow=given.slow, pace=given.pace)
    )
    show("pages", [{"what": name, "found": value} for name, value in row.items()])


if __name__ == "__main__":
    main()
