"""Each person's own command menu on Telegram, by what their posts give them to do."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import structlog

from channels.delivery import DeliveryError
from domain.inbound import Address
from operations.turn import Turn

log = structlog.get_logger()

Command = tuple[str, str]
Show = Callable[[Address, Sequence[Command]], Coroutine[Any, Any, None]]

_AT_ONCE = 4


class CommandMenus:
    """Shows a private chat its commands after a turn, whenever they are others than before.

    What a chat was shown is remembered by this process alone: showing it once more is harmless.
    """

    def __init__(self, show: Show, commands: Callable[[Turn], Sequence[Command]]) -> None:
        self._show = show
        self._commands = commands
        self._shown: dict[Address, Sequence[Command]] = {}
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def note(self, turn: Turn) -> None:
        """Takes a turn that was committed."""
        address = turn.here.address
        if turn.inbound.in_group:
            return
        wanted = self._commands(turn) if turn.person else ()
        if self._shown.get(address, ()) == wanted:
            return
        self._shown[address] = wanted
        task = asyncio.create_task(self._tell(address, wanted))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, address: Address, wanted: Sequence[Command]) -> None:
        try:
            async with self._places:
                await self._show(address, wanted)
        except DeliveryError as error:
            # The next turn tries again.
            self._shown.pop(address, None)
            log.info("command menu could not be shown", reason=str(error))
