"""The outgoing side of the page: to send is to store a bubble that the streams then read."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from channels.delivery import DeliveryResult, Receive, Sending
from channels.web.backend import WebBackend
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address, FileRef


class WebChannel:
    """The page as one of the messengers."""

    name = "web"
    # It takes what the database takes; a bubble is no longer than a message elsewhere.
    abilities = ChannelAbilities(
        buttons=True,
        edits=True,
        files=True,
        takes_files=True,
        in_house=True,
        text_limit=4096,
        pace=Pace(per_second=1000),
    )

    def __init__(self, backend: WebBackend, *, account: str = "web") -> None:
        self.account = account
        self._backend = backend

    async def send(self, sending: Sending) -> DeliveryResult:
        """Stores the bubble; whoever has the page open sees it at once."""
        return await self._backend.show(sending)

    async def answer_press(self, press_id: str, text: str = "") -> None:
        """Does nothing: a pressed button waits for the change of its bubble."""

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        """Does nothing: the page has no menu of commands."""

    async def delete(self, address: Address, message_id: str) -> None:
        """Does nothing: a code is typed at the door of the page, never into the talk."""

    async def receive(self, store: Receive) -> None:  # noqa: ARG002 - requests store by themselves
        """Waits until cancelled; there is nothing to poll."""
        await asyncio.Event().wait()

    def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a file that was uploaded on the page."""
        return self._backend.read(file)
