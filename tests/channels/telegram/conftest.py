from collections.abc import AsyncIterator

import pytest

from channels.telegram.channel import TelegramChannel
from tests.channels.telegram.stub import Stub, connected, running_stub


@pytest.fixture
async def stub() -> AsyncIterator[Stub]:
    async with running_stub() as running:
        yield running


@pytest.fixture
async def channel(stub: Stub) -> AsyncIterator[TelegramChannel]:
    async with connected(stub.url) as client:
        yield TelegramChannel(account="main", client=client, longest_pause=0.001, poll_seconds=1)
