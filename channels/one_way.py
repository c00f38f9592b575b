"""What the channels have in common that cannot be answered: letters and rings."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from channels.delivery import Receive, Rejected
from domain.inbound import Address, FileRef


class OneWayChannel:
    """A channel on which nothing is pressed, taken back or received."""

    async def answer_press(self, press_id: str, text: str = "") -> None:
        """Does nothing: there are no buttons."""

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        """Does nothing: there is no menu of commands."""

    async def delete(self, address: Address, message_id: str) -> None:
        """Does nothing: what went out cannot be taken back."""

    async def receive(self, store: Receive) -> None:  # noqa: ARG002 - nothing comes
        """Waits until cancelled."""
        await asyncio.Event().wait()

    async def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        """Refuses: nobody sends a file here."""
        raise Rejected(f"no file comes this way: {file.file_id}")
        yield b""
