"""What comes in while the database is away lies on disk, and goes in afterwards, in order."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.spool import Spool, list_aside, list_waiting
from channels.delivery import ReceivedUpdate
from channels.zalo.parse import Reader, find_events
from channels.zalo.webhook import Webhook
from storage import Unavailable
from tests.directory import at
from tests.patience import PATIENCE
from tests.zaloapi.world import Json

SECRET = "a secret of the tests"


class Shelf:
    """A database that can be away, and chokes on some words."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.is_away = False
        self.hangs = False

    async def store(self, batch: Sequence[ReceivedUpdate]) -> None:
        if self.is_away:
            raise Unavailable("away")
        if self.hangs:
            await asyncio.Event().wait()
        for update in batch:
            if update.inbound.text == "poison":
                raise ValueError("nobody can store this")
            self.texts.append(update.inbound.text)


def event(text: str) -> Json:
    person = {"id": "6ede9afa66b88fe6d6a9"}
    message = {"from": person, "chat": person, "text": text, "message_id": text, "date": 1}
    return {"event_name": "message.text.received", "message": message}


def read(body: object) -> list[ReceivedUpdate]:
    reader = Reader(account="main")
    found = [(event, reader.read(event, now=at(1))) for event in find_events(body)]
    return [ReceivedUpdate(json.dumps(event), inbound) for event, inbound in found if inbound]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "spool"


@asynccontextmanager
async def working(spool: Spool) -> AsyncIterator[None]:
    task = asyncio.create_task(spool.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def put_in_the_way(folder: Path) -> None:
    folder.rename(folder.with_name("gone"))
    folder.write_text("in the way")


async def until_empty(folder: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while list_waiting(folder):  # noqa: ASYNC110 - a folder tells no one
            await asyncio.sleep(0.05)


async def test_it_goes_in_at_once_while_the_database_is_there(shelf: Shelf, folder: Path) -> None:
    await Spool(folder, shelf.store, read).receive(read(event("một")))
    assert shelf.texts == ["một"]
    assert list_waiting(folder) == []


async def test_it_outlasts_an_outage_and_a_kill_in_order(shelf: Shelf, folder: Path) -> None:
    shelf.is_away = True
    before = Spool(folder, shelf.store, read)
    for text in ("một", "hai"):
        await before.receive(read(event(text)))
    # The process is gone; the next finds what lies there, and what comes now stands behind it.
    spool = Spool(folder, shelf.store, read)
    shelf.is_away = False
    await spool.receive(read([event("ba"), event("bốn")]))
    assert shelf.texts == []
    async with working(spool):
        await until_empty(folder)
    assert shelf.texts == ["một", "hai", "ba", "bốn"]
    await spool.receive(read(event("năm")))
    assert shelf.texts[-1] == "năm"


async def test_what_nobody_can_store_lets_others_pass(shelf: Shelf, folder: Path) -> None:
    shelf.is_away = True
    spool = Spool(folder, shelf.store, read)
    for text in ("poison", "hai"):
        await spool.receive(read(event(text)))
    shelf.is_away = False
    async with working(spool):
        await until_empty(folder)
    assert shelf.texts == ["hai"]
    assert len(list_aside(folder)) == 1


async def test_what_was_polled_while_the_program_stops_is_kept(shelf: Shelf, folder: Path) -> None:
    shelf.hangs = True
    spool = Spool(folder, shelf.store, read)
    task = asyncio.create_task(spool.receive(read(event("một"))))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(list_waiting(folder)) == 1


async def test_the_webhook_answers_once_it_is_safe_and_not_before(
    shelf: Shelf, folder: Path
) -> None:
    spool, webhook = Spool(folder, shelf.store, read), Webhook(SECRET, read)
    body = json.dumps({"ok": True, "result": event("một")}).encode()
    for wrong in (None, "", "a secret of the test", "ắ"):
        assert await webhook.handle(body, wrong, spool.receive) == 403
    assert await webhook.handle(b"{", SECRET, spool.receive) == 400
    for probe in (b"", b"{}", b"[]", b"7"):
        assert await webhook.handle(probe, SECRET, spool.receive) == 200
    assert shelf.texts == []
    assert await webhook.handle(body, SECRET, spool.receive) == 200
    shelf.is_away = True
    assert await webhook.handle(body, SECRET, spool.receive) == 200
    assert (shelf.texts, len(list_waiting(folder))) == (["một"], 1)
    # Neither the database nor the disk: it must come again.
    put_in_the_way(folder)
    assert await webhook.handle(body, SECRET, spool.receive) == 503
