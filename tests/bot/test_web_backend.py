import asyncio
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.web_backend import DatabaseWebBackend, Listeners
from domain.inbound import Address
from domain.message import Message
from domain.policy import Policy
from operations.codes import hash_code
from operations.messaging.web_page import page_wake, show_bubble
from storage import Database
from storage.messages import addresses
from storage.people import web_sessions
from storage.people.web_sessions import NewSession
from tests.directory import at

GENEROUS = 60.0
HERE, ELSEWHERE = Address("web", "main", "a", "a"), Address("web", "main", "b", "b")


async def open_pages(database: Database) -> None:
    async with database.write() as unit:
        known = await addresses.ensure(
            unit, {HERE: (False, ""), ELSEWHERE: (False, "")}, now=at(1)
        )
        for token, page, days in (("mine", HERE, 9), ("old", ELSEWHERE, 1)):
            new = NewSession(
                token_hash=hash_code(token),
                address_id=known[page].id,
                expires_at=at(1) + timedelta(days=days),
            )
            await web_sessions.add(unit, new, now=at(1))


async def say(database: Database, key: str) -> None:
    async with database.write() as unit:
        await show_bubble(unit, HERE, key=key, message=Message(text="x"), now=at(1))


async def test_a_page_is_woken_by_what_another_process_writes(database: Database) -> None:
    await open_pages(database)
    listeners = Listeners()
    with (
        listeners.listen(page_wake(HERE)) as mine,
        listeners.listen(page_wake(ELSEWHERE)) as other,
    ):
        watching = asyncio.create_task(listeners.watch_others(database))
        try:
            for event in (mine, other):
                await asyncio.wait_for(event.wait(), GENEROUS)
                event.clear()
            for key in ("first", "second"):
                await say(database, key)
                await asyncio.wait_for(mine.wait(), GENEROUS)
                mine.clear()
            assert not other.is_set()
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching


@pytest.mark.parametrize(("day", "open_ones"), [(1, {"mine", "old"}), (5, {"mine"}), (20, set())])
async def test_many_ask_at_once_whether_their_session_is_open(
    database: Database, tmp_path: Path, day: int, open_ones: set[str]
) -> None:
    await open_pages(database)
    backend = DatabaseWebBackend(
        database,
        policy=Policy(),
        clock=lambda: at(day),
        random_bytes=bytes,
        folder=tmp_path,
        listeners=Listeners(),
    )
    asked = ["mine", "old", "", "unknown", "mine"]
    for _ in range(2):
        answers = await asyncio.gather(*(backend.is_open(token) for token in asked))
        assert {token for token, yes in zip(asked, answers, strict=True) if yes} == open_ones
    async with database.write() as unit:
        await web_sessions.end(unit, hash_code("mine"), now=at(day))
    assert not await backend.is_open("mine")
