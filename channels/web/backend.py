"""What the web page needs from the rest of the house, and the values that pass between them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from channels.delivery import DeliveryResult, ReceivedUpdate, Sending
from domain.devices import Subscription
from domain.inbound import Address, FileRef
from domain.message import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Who looks at the page: `name` and `title` stand in its header; a reader cannot write.

    The title is what the posts belong to, in one short line.

    Who `sends_files` gets a button for documents beside that for photos.
    """

    address: Address
    language: str
    name: str
    title: str = ""
    can_write: bool = True
    sends_files: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A photo or file under a bubble; `id` is the last part of its address on the page."""

    id: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """Where the bytes of an attachment lie and what the browser is told about them."""

    path: Path
    name: str
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebEvent:
    """The newest state of one bubble, as rich text.

    `key` names the bubble: the message id given by `WebBackend.show`, or the person's own
    message id. `place` is where it stands and never changes. `id` grows with every change of
    any bubble of the address (for a bubble never changed, `id == place`), so that a stream
    that has seen `id` misses nothing by asking for what comes after it.
    """

    id: int
    place: int
    key: str
    author: Literal["bot", "me"]
    at: datetime
    text: str
    prompt: Prompt | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """One of somebody's meetings, in words; `off` says that it was called off."""

    when: str
    chapter: str
    place: str
    off: bool


class WebBackend(Protocol):
    """What stands behind the page; every refusal is a `domain.refusals.Refusal`."""

    async def session(self, token: str) -> Session | None:
        """Returns whose session this is; the token is empty where the browser has none."""
        ...

    async def is_open(self, token: str) -> bool:
        """Tells whether a session still is; every open page asks it again and again."""
        ...

    async def enter(self, code: str, *, client: str) -> str:
        """Spends a personal link or typed code and returns a session token.

        `client` is the caller's network address; guessing is limited here, by a refusal.
        """
        ...

    async def leave(self, token: str) -> None:
        """Ends a session; the page is opened again only by a new link or code."""
        ...

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        """Stores what was sent, each external id once, with the person's own bubble.

        Text and files make a bubble with the key `message_id`, an edit changes it, a choice
        makes none. What was stored before is passed over in silence.
        """
        ...

    async def events(self, address: Address, *, after: int, limit: int) -> Sequence[WebEvent]:
        """Returns bubbles made or changed after this id, by rising id."""
        ...

    async def history(
        self, address: Address, *, before: int | None, limit: int
    ) -> Sequence[WebEvent]:
        """Returns the last bubbles that stand before this place, by rising place."""
        ...

    def listen(self, address: Address) -> AbstractContextManager[asyncio.Event]:
        """Gives an event that is set after each commit which changed the address's bubbles."""
        ...

    async def plan(self, address: Address, language: str) -> Sequence[PlannedMeeting]:
        """Returns the meetings ahead of whose page it is, in words, the next one first."""
        ...

    async def forms(self, address: Address) -> Sequence[object]:
        """Returns the reports that can be written without a network, each as plain data."""
        ...

    async def upload(
        self, address: Address, *, name: str, mime: str, chunks: AsyncIterator[bytes]
    ) -> FileRef:
        """Stores a file, having looked at what it really is, or refuses it.

        When `chunks` raises, nothing is kept and the error passes through.
        """
        ...

    async def attachment(self, address: Address, file_id: str) -> StoredFile | None:
        """Returns a file that this address may see."""
        ...

    async def show(self, sending: Sending) -> DeliveryResult:
        """Makes or changes a bubble, once for each part of a row; TargetLost if it is gone."""
        ...

    def read(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a file that `upload` stored."""
        ...


@dataclass(frozen=True, slots=True)
class RingAnswer:
    """The key that a browser subscribes with, where it is called now, whether to offer it."""

    key: str
    endpoint: str
    is_offered: bool


class Rings(Protocol):
    """What stands behind; every refusal is a `domain.refusals.Refusal`."""

    async def look(self, token: str) -> RingAnswer | None:
        """Returns how a session's browser rings; None where the session is nobody's."""
        ...

    async def start(self, token: str, subscription: Subscription) -> None:
        """Has a session's browser ring."""
        ...

    async def stop(self, token: str) -> None:
        """Has a session's browser ring no more."""
        ...
