"""How messages ended, noted: all that have ended by then in one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from channels.delivery import Channel
from domain.policy import Policy
from operations.messaging import sending
from operations.messaging.quotas import note_usage
from storage import Database, Unavailable, UnitOfWork

log = structlog.get_logger()

_LOOK_AGAIN = 1.0


@dataclass(slots=True)
class _Result:
    settlements: Sequence[sending.Settlement]
    written: asyncio.Future[None]


class OutboxResults:
    """Notes how the messages of one bot account ended; `run` does it until cancelled.

    What was handed over and not noted before `run` was stopped is noted by `note_left`.
    """

    def __init__(
        self,
        channel: Channel,
        database: Database,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
    ) -> None:
        self._account = channel.name, channel.account
        self._counts = channel.abilities.quota is not None
        self._database = database
        self._policy = policy
        self._clock = clock
        self._results: asyncio.Queue[_Result] = asyncio.Queue()
        self._unnoted: list[sending.Settlement] = []

    async def write(self, settlements: Sequence[sending.Settlement]) -> None:
        """Returns once it is noted how rows ended."""
        written = asyncio.get_running_loop().create_future()
        self._results.put_nowait(_Result(settlements, written))
        await written

    async def run(self) -> None:
        """Notes results until cancelled."""
        while True:
            results = [await self._results.get()]
            while not self._results.empty():
                results.append(self._results.get_nowait())
            self._unnoted = [each for result in results for each in result.settlements]
            await self._note()
            for result in results:
                if not result.written.done():
                    result.written.set_result(None)

    async def note_left(self) -> None:
        """Notes what was shown before the pump was last stopped, so that it is not said twice."""
        while not self._results.empty():
            self._unnoted.extend(self._results.get_nowait().settlements)
        await self._note()

    async def _note(self) -> None:
        while self._unnoted:
            try:
                async with self._database.write() as unit:
                    await self._write_down(unit, self._clock())
                self._unnoted = []
            except Unavailable:
                await asyncio.sleep(_LOOK_AGAIN)
            except Exception:
                # How a message ended counts more than what should follow from it.
                log.exception("results could not be noted with what follows from them")
                self._unnoted = [_without_consequences(settlement) for settlement in self._unnoted]
                await asyncio.sleep(_LOOK_AGAIN)

    async def _write_down(self, unit: UnitOfWork, now: datetime) -> None:
        policy = self._policy
        await sending.settle(unit, self._unnoted, self._account, policy=policy, now=now)
        if self._counts:
            sent = sum(settlement.messages for settlement in self._unnoted)
            await note_usage(unit, self._account, sent=sent, policy=policy, now=now)


def _without_consequences(settlement: sending.Settlement) -> sending.Settlement:
    return replace(
        settlement,
        unreachable=False,
        reached=False,
        chat=None,
        root=None,
        elsewhere=False,
        spent=False,
    )
