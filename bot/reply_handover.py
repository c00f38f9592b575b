"""Replies go straight from the turns that queue them to the workers that send them."""

from collections.abc import Iterable, Mapping

from bot.outbox_worker import OutboxWorker
from domain.talks import KnownAddress
from operations.messaging.sending import Batch
from storage import UnitOfWork
from storage.messages.outbox import wake_of

Loaded = list[tuple[OutboxWorker, Batch]]


class ReplyHandover:
    """Reads replies in the transaction that queues them; `hand_over` sends them after its commit.

    For SQLite, where nothing can be noted as sent between the reading and the commit.
    """

    def __init__(self, senders: Mapping[tuple[str, str], OutboxWorker]) -> None:
        self._senders = senders

    async def load(self, unit: UnitOfWork, here: Iterable[KnownAddress]) -> Loaded:
        """Returns what is to be sent by those accounts that have replies at these addresses."""
        accounts: dict[tuple[str, str], set[str]] = {}
        for known in here:
            if (wake := wake_of(known.id)) in unit.wakes:
                account = known.address.channel, known.address.account
                accounts.setdefault(account, set()).add(wake)
        loaded: Loaded = []
        for account, wakes in accounts.items():
            sender = self._senders.get(account)
            if sender is not None and sender.is_running:
                await unit.flush()
                loaded.append((sender, await sender.load_replies(unit)))
                unit.wakes -= wakes
        return loaded

    @staticmethod
    def hand_over(loaded: Loaded) -> None:
        """Has what was loaded sent, now that it is committed."""
        for sender, batch in loaded:
            sender.take_replies(batch)
