"""What a channel of the tests does not do, whose messages alone are looked at."""

from collections.abc import AsyncIterator, Sequence

from channels.delivery import Receive
from domain.inbound import Address, FileRef


class SendingOnly:
    """All of a `Channel` but its name, what it can, and `send`."""

    async def answer_press(self, press_id: str, text: str = "") -> None:
        raise NotImplementedError

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        raise NotImplementedError

    async def receive(self, store: Receive) -> None:
        raise NotImplementedError

    async def delete(self, address: Address, message_id: str) -> None:
        raise NotImplementedError

    def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        raise NotImplementedError
