"""The outbox pump: shows what turns and the clock have queued, each chat in order."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.chains import Step, group_by_chat, merge
from bot.pacing import Pacer
from channels.delivery import (
    Channel,
    Delivered,
    Migrated,
    Rejected,
    Sending,
    TargetLost,
    TryLater,
    Unreachable,
)
from domain.outbox import OutboxRow
from domain.policy import Policy
from domain.talks import KnownAddress
from operations import sending
from storage import Database, Unavailable

log = structlog.get_logger()

_REPLIES_AT_ONCE = 400
# Few, so that a reply never queues long behind reminders already taken up.
_STARTED_AT_ONCE = 20
_LONGEST_PAUSE = 60.0
_LOOK_AGAIN = 1.0


@dataclass(slots=True)
class _Result:
    settle: sending.Settlement
    written: asyncio.Future[None]


class SendPump:
    """Sends for one bot account until cancelled; `wake` makes it look at once.

    A chat's next message goes out only after the one before is noted as sent, so that a crash
    shows at most one message per chat twice.
    """

    def __init__(
        self,
        channel: Channel,
        database: Database,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
        pacer: Pacer,
        files: Path,
    ) -> None:
        self._channel = channel
        self._database = database
        self._policy = policy
        self._clock = clock
        self._pacer = pacer
        self._files = files
        self._woken = asyncio.Event()
        self._results: asyncio.Queue[_Result] = asyncio.Queue()
        self._busy: set[int] = set()

    def wake(self) -> None:
        """Makes the pump look at the outbox now."""
        self._woken.set()

    async def run(self) -> None:
        """Sends what is queued until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._settle())
            while True:
                self._woken.clear()
                try:
                    batch = await self._fetch()
                except Unavailable as error:
                    log.warning("outbox cannot be read", reason=str(error))
                else:
                    for address_id, rows in group_by_chat(batch.rows).items():
                        self._busy.add(address_id)
                        group.create_task(self._send_chat(address_id, rows, batch))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), _LOOK_AGAIN)

    async def _fetch(self) -> sending.Batch:
        async with self._database.read() as unit:
            return await sending.load_outgoing(
                unit,
                channel=self._channel.name,
                account=self._channel.account,
                busy=self._busy,
                replies=_REPLIES_AT_ONCE,
                started=_STARTED_AT_ONCE,
                policy=self._policy,
                now=self._clock(),
            )

    async def _send_chat(
        self, address_id: int, rows: list[OutboxRow], batch: sending.Batch
    ) -> None:
        try:
            urgent = any(not row.started_by_bot for row in rows)
            shown: dict[int, str] = {}
            for step in merge(rows):
                verdict = batch.verdicts.get(step.row.id)
                settle = verdict or await self._show(step, batch, shown, urgent=urgent)
                await self._write(settle)
                if settle.waits:
                    break
        finally:
            self._busy.discard(address_id)
            self.wake()

    async def _show(
        self, step: Step, batch: sending.Batch, shown: dict[int, str], *, urgent: bool
    ) -> sending.Settlement:
        row = step.row
        if urgent or not row.started_by_bot:
            self._pacer.count()
        else:
            await self._pacer.wait()
        address = batch.addresses[row.address_id]
        try:
            delivered = await self._deliver(row, address, batch, shown)
        except TryLater as error:
            if error.limited:
                self._pacer.pause(error.seconds)
            return self._later(row, error)
        except Unreachable as error:
            return sending.Settlement(step.row.id, "failed", error=str(error), unreachable=True)
        except Migrated as error:
            return sending.Settlement(row.id, "pending", until=self._clock(), chat=error.chat)
        except Rejected as error:
            log.error("message refused", outbox_id=row.id, reason=str(error))
            return sending.Settlement(row.id, "failed", error=str(error), merged=step.merged)
        shown[row.edits or row.id] = delivered.message_id
        return sending.Settlement(
            row.id,
            "sent",
            message_id=delivered.message_id,
            at=delivered.at,
            merged=step.merged,
            root=row.edits,
        )

    async def _deliver(
        self,
        row: OutboxRow,
        address: KnownAddress,
        batch: sending.Batch,
        shown: Mapping[int, str],
    ) -> Delivered:
        edits = None
        if row.edits is not None:
            edits = shown.get(row.edits) or batch.targets.get(row.edits)
        outgoing = Sending(
            outbox_id=row.id,
            address=address.address,
            message=row.message,
            edits=edits,
            files=tuple(
                self._files / batch.files[number]
                for number in row.message.attachments
                if number in batch.files
            ),
        )
        if row.edits is not None and edits is None and row.message.prompt is None:
            # The closed look of a message that was never shown is nobody's business.
            return Delivered("", self._clock())
        try:
            return await self._channel.send(outgoing)
        except TargetLost:
            if row.message.prompt is None:
                return Delivered(edits or "", self._clock())
            return await self._channel.send(replace(outgoing, edits=None))

    def _later(self, row: OutboxRow, error: TryLater) -> sending.Settlement:
        seconds = error.seconds or min(2.0**row.attempts, _LONGEST_PAUSE)
        return sending.Settlement(
            row.id,
            "pending",
            until=self._clock() + timedelta(seconds=seconds),
            error=str(error),
        )

    async def _write(self, settle: sending.Settlement) -> None:
        written = asyncio.get_running_loop().create_future()
        self._results.put_nowait(_Result(settle, written))
        await written

    async def _settle(self) -> None:
        """Notes results, all that have come in by then in one transaction."""
        while True:
            results = [await self._results.get()]
            while not self._results.empty():
                results.append(self._results.get_nowait())
            await self._note([result.settle for result in results])
            for result in results:
                result.written.set_result(None)

    async def _note(self, settlements: list[sending.Settlement]) -> None:
        while True:
            try:
                async with self._database.write() as unit:
                    await sending.settle(unit, settlements, now=self._clock())
                return
            except Unavailable as error:
                log.warning("sent messages cannot be noted yet", reason=str(error))
                await asyncio.sleep(_LOOK_AGAIN)
