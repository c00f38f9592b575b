"""Update ids as Telegram really gives them: lower after a quiet week, now and then repeated."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
from structlog.testing import capture_logs

from channels.delivery import ReceivedUpdate
from channels.telegram.channel import TelegramChannel
from tests.botapi import BotApi
from tests.channels.telegram.stub import connected

PENDING_AT_MOST = 100


class Inbox:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self.batches = 0
        self.came = asyncio.Event()

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        self.batches += 1
        self.texts += [row.inbound.text for row in received]
        self.came.set()

    async def until(self, text: str) -> None:
        async with asyncio.timeout(20):
            while text not in self.texts:
                self.came.clear()
                await self.came.wait()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def inbox(api: BotApi) -> AsyncIterator[Inbox]:
    inbox = Inbox()
    async with connected(api.url, token=api.token) as client:
        channel = TelegramChannel(
            account="main", client=client, longest_pause=30.0, poll_seconds=5
        )
        polling = asyncio.create_task(channel.receive(inbox.store))
        yield inbox
        polling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await polling


async def until_confirmed(api: BotApi) -> None:
    async with asyncio.timeout(20):
        while api.world.updates.pending:  # noqa: ASYNC110 - the server's queue tells no one
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("restart", [1, 5_000, 99_000_000])
async def test_ids_that_begin_lower_are_followed_and_each_text_is_taken_once(
    api: BotApi, inbox: Inbox, restart: int
) -> None:
    lan = api.user("Lan")
    await lan.send("trước")
    await inbox.until("trước")
    await until_confirmed(api)
    api.world.updates.restart_ids(restart)
    said = [f"tin {number}" for number in range(PENDING_AT_MOST + 50)]
    for text in said:
        await lan.send(text)
    await inbox.until(said[-1])
    await until_confirmed(api)
    await lan.send("sau")
    await inbox.until("sau")
    assert [text for text in inbox.texts if text != "/start"] == ["trước", *said, "sau"]


async def test_a_server_that_repeats_is_asked_ever_more_seldom_and_followed_when_it_goes_on(
    api: BotApi, inbox: Inbox
) -> None:
    api.world.updates.is_repeating = True
    lan = api.user("Lan")
    with capture_logs() as logs:
        await lan.send("một")
        await inbox.until("một")
        await asyncio.sleep(1.5)
    assert inbox.batches <= 4
    assert len([entry for entry in logs if entry["log_level"] == "warning"]) == 1
    api.world.updates.is_repeating = False
    await lan.send("hai")
    await inbox.until("hai")


async def test_an_update_brought_again_is_no_reason_for_a_warning(
    api: BotApi, inbox: Inbox
) -> None:
    lan = api.user("Lan")
    first = await lan.send("một")
    await lan.send("hai")
    await inbox.until("hai")
    await until_confirmed(api)
    assert first.update_id is not None
    with capture_logs() as logs:
        api.redeliver(first.update_id)
        await inbox.until("một")
        await lan.send("ba")
        await inbox.until("ba")
    assert [entry for entry in logs if entry["log_level"] == "warning"] == []
