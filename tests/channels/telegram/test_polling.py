import asyncio
from collections.abc import Sequence

import pytest

from channels.delivery import ReceivedUpdate
from channels.telegram.channel import TelegramChannel
from channels.telegram.errors import TokenRejected
from channels.telegram.parse import ALLOWED_UPDATES
from domain.inbound import InboundKind
from tests.channels.telegram.stub import Stub, connected, refusal
from tests.channels.telegram.updates import message
from tests.patience import PATIENCE

NONSENSE = {"update_id": 11, "message": ["broken"]}
FIRST, SECOND = message(update_id=10, text="một"), message(update_id=12, text="hai")


class Inbox:
    """Keeps what is stored; fails as often as told; ends the polling at its goal."""

    def __init__(self, *, goal: int, failures: int = 0) -> None:
        self.rows: list[ReceivedUpdate] = []
        self.failures = failures
        self.goal = goal
        self.full = asyncio.Event()

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the database is away")
        self.rows.extend(received)
        if len(self.rows) >= self.goal:
            self.full.set()


async def run_until_full(channel: TelegramChannel, inbox: Inbox) -> None:
    polling = asyncio.create_task(channel.receive(inbox.store))
    waiting = asyncio.create_task(inbox.full.wait())
    await asyncio.wait((polling, waiting), return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
    waiting.cancel()
    polling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await polling


async def test_updates_are_stored_and_only_then_acknowledged(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getUpdates"] = [[FIRST], [SECOND], []]
    inbox = Inbox(goal=2)
    await run_until_full(channel, inbox)
    assert [row.inbound.text for row in inbox.rows] == ["một", "hai"]
    first, second = stub.asked("getUpdates")[:2]
    assert (first["offset"], second["offset"]) == (0, 11)
    assert first["allowed_updates"] == list(ALLOWED_UPDATES)
    assert '"update_id":10' in inbox.rows[0].raw
    assert [method for method, _ in stub.calls[:2]] == ["getMe", "deleteWebhook"]


async def test_the_offset_stays_while_the_store_fails(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getUpdates"] = [[FIRST], [FIRST], [FIRST], [SECOND], []]
    inbox = Inbox(goal=2, failures=2)
    await run_until_full(channel, inbox)
    offsets = [asked["offset"] for asked in stub.asked("getUpdates")[:4]]
    assert offsets == [0, 0, 0, 11]
    assert [row.inbound.text for row in inbox.rows] == ["một", "hai"]


async def test_a_malformed_update_is_stored_as_unsupported_and_stops_nothing(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getUpdates"] = [[NONSENSE, 7, SECOND], []]
    inbox = Inbox(goal=3)
    await run_until_full(channel, inbox)
    kinds = [row.inbound.kind for row in inbox.rows]
    assert kinds == [InboundKind.UNSUPPORTED, InboundKind.UNSUPPORTED, InboundKind.TEXT]


async def test_away_in_conflict_or_talking_nonsense_telegram_is_asked_again(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["getMe"].insert(0, refusal(502, "Bad Gateway"))
    stub.answers["getUpdates"] = [
        refusal(409, "Conflict: terminated by other getUpdates request"),
        refusal(500, "Internal Server Error"),
        True,
        [FIRST],
        [],
    ]
    inbox = Inbox(goal=1)
    await run_until_full(channel, inbox)
    assert [row.inbound.text for row in inbox.rows] == ["một"]


@pytest.mark.parametrize("method", ["getMe", "getUpdates"])
async def test_a_rejected_token_ends_the_polling(
    stub: Stub, channel: TelegramChannel, method: str
) -> None:
    stub.answers[method] = [refusal(401, "Unauthorized")]
    with pytest.raises(TokenRejected):
        await channel.receive(Inbox(goal=1).store)


async def test_a_telegram_out_of_reach_ends_nothing_and_a_cancel_ends_at_once() -> None:
    async with connected("http://127.0.0.1:1") as client:
        channel = TelegramChannel(account="main", client=client, longest_pause=30)
        polling = asyncio.create_task(channel.receive(Inbox(goal=1).store))
        await asyncio.wait((polling,), timeout=0.05)
        assert not polling.done()
        polling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await polling
