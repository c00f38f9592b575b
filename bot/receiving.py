"""Stores what messengers bring, before they are told that it arrived."""

from collections.abc import Sequence

from bot.callback_answers import Presses
from bot.inbox_worker import InboxWorker
from channels.delivery import Receive, ReceivedUpdate


def receiver(inbox: InboxWorker, *, presses: Presses) -> Receive:
    """Returns what a channel calls with each batch of updates."""

    async def receive(batch: Sequence[ReceivedUpdate]) -> None:
        for received in batch:
            presses.expect(received.inbound)
        await inbox.receive([(received.raw, received.inbound) for received in batch])

    return receive
