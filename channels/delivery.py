"""What every channel offers, and how a delivery can end.

DeliveryError
├── TryLater       the messenger or the network is away, or asks for a pause
├── Unreachable    the person blocked the bot or the chat is gone
├── Migrated       the group lives on under another id
├── TargetLost     the message to edit is no longer there
├── QuotaSpent     the account may send no more until its plan begins anew
└── Rejected       the messenger will never take this message
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from domain.abilities import ChannelAbilities
from domain.inbound import Address, FileRef, Inbound
from domain.message import Message


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """One update as it came (`raw`, JSON text) and as it was understood."""

    raw: str
    inbound: Inbound


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """The messenger's id of the message shown, and when by the messenger's clock (aware UTC).

    `messages` is how many it took to show it, `cost` what that cost in đồng, 0 if unknown.
    """

    message_id: str
    at: datetime
    messages: int = 1
    cost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One outbox row on its way: `edits` is the messenger's id of the message to change.

    `outbox_id` and `part` let a channel recognise what it has shown before. `files` are the
    stored photos and documents of `message.attachments`, in order, `names` what they are called
    where somebody named them. What the bot says by itself is `unasked`.
    """

    outbox_id: int
    part: int = 1
    address: Address
    message: Message
    edits: str | None = None
    files: tuple[Path, ...] = ()
    names: tuple[str, ...] = ()
    unasked: bool = False


Receive = Callable[[Sequence[ReceivedUpdate]], Awaitable[None]]
# The longest body that a messenger pushes; no real one comes near.
BODY_LIMIT = 1024 * 1024


class Webhook(Protocol):
    """Judges what a messenger pushes; `header` names where its secret stands."""

    header: str

    async def handle(self, body: bytes, secret: str | None, store: Receive) -> int:
        """Gives the HTTP status to answer, after the body is stored."""
        ...


class DeliveryError(Exception):
    """A delivery did not succeed."""


class TryLater(DeliveryError):
    """The messenger is away or asks to wait `seconds`; the same row is sent again.

    `limited` is true for an explicit pause (429), false for a lost or unsure connection.
    """

    def __init__(self, reason: str, *, seconds: float = 0.0, limited: bool = False) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.limited = limited


class Unreachable(DeliveryError):
    """The person blocked the bot, or the chat does not exist."""


class Migrated(DeliveryError):
    """The group is now reached under `chat`."""

    def __init__(self, chat: str) -> None:
        super().__init__(chat)
        self.chat = chat


class TargetLost(DeliveryError):
    """The message to edit is gone or too old; send a new one instead."""


class QuotaSpent(DeliveryError):
    """The account's plan is spent: no message goes out until it begins anew."""


class Rejected(DeliveryError):
    """The messenger refuses this message for good."""


class AccountRejected(Exception):
    """The messenger does not know the bot account, or no longer: nothing goes in or out."""


class Channel(Protocol):
    """One bot account on one messenger, and what can be done there."""

    name: str
    account: str
    abilities: ChannelAbilities

    async def send(self, sending: Sending) -> DeliveryResult:
        """Shows a message or changes one; "not modified" counts as delivered."""
        ...

    async def answer_press(self, press_id: str, text: str = "") -> None:
        """Stops the waiting sign on a pressed button; one pressed too long ago is left be."""
        ...

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        """Shows the commands, (name, description), of one private chat, where there is a menu."""
        ...

    async def receive(self, store: Receive) -> None:
        """Takes updates until cancelled; each is acknowledged only after `store` returned."""
        ...

    async def delete(self, address: Address, message_id: str) -> None:
        """Removes a message that was sent to the bot, such as a one-time code in a group."""
        ...

    def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a file that a person sent."""
        ...
