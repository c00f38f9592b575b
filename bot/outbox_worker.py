"""The outbox pump: shows what turns and the clock have queued, each chat in order."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.outbox_merge import Step, group_by_chat, merge
from bot.pacing import Pacer
from channels import drawing
from channels.delivery import (
    AccountRejected,
    Channel,
    DeliveryResult,
    Migrated,
    QuotaSpent,
    Rejected,
    Sending,
    TargetLost,
    TryLater,
    Unreachable,
)
from domain.message import Message
from domain.outbox import OutboxRow
from domain.policy import Policy
from operations.messaging import sending
from operations.messaging.quotas import Account, note_usage, try_again_at
from storage import Database, Unavailable, UnitOfWork

log = structlog.get_logger()

_REPLIES_AT_ONCE = 400
_STARTED_AT_ONCE = 20
_LONGEST_PAUSE = 60.0
_LOOK_AGAIN = 1.0
# Every reply wakes the pump, and what the bot starts by itself can wait a moment.
_NO_HURRY = 0.2
# After so many tries a message that fails for a reason nobody foresaw is given up.
_TRIES = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """What one call shows of a step: a message as this channel can show it."""

    step: Step
    message: Message
    number: int = 1
    is_last: bool = True


@dataclass(slots=True)
class _Result:
    settle: sending.Settlement
    written: asyncio.Future[None]


class OutboxWorker:
    """Sends for one bot account until cancelled; `wake` makes it look at once.

    Raises AccountRejected, in a group, when the messenger knows the account no longer.

    A chat's next message goes out only after the one before is noted as sent, so that a crash
    shows at most one message per chat twice. Replies go as they come; what the bot starts by
    itself is taken up only when the pacer lets it go, so that no reply waits behind it.
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
        self._replies_woken = asyncio.Event()
        self._started_woken = asyncio.Event()
        self._results: asyncio.Queue[_Result] = asyncio.Queue()
        self._unnoted: list[sending.Settlement] = []
        self._busy: set[int] = set()
        self._under_way: set[int] = set()
        self._passed_over: set[int] = set()
        self._spent_until: datetime | None = None

    @property
    def _account(self) -> Account:
        return self._channel.name, self._channel.account

    def wake(self, *, starts: bool = True) -> None:
        """Makes it look now for replies, and for what the bot `starts` by itself."""
        self._replies_woken.set()
        if starts:
            self._started_woken.set()

    async def run(self) -> None:
        """Sends what is queued until cancelled."""
        await self._note_left()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._settle())
            group.create_task(self._reply(group))
            group.create_task(self._start(group))

    async def _reply(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._replies_woken.clear()
            batch = await self._fetch(replies=_REPLIES_AT_ONCE)
            for address_id, rows in group_by_chat(batch.rows).items():
                self._take_up(group, address_id, merge(rows), batch)
            await _woken(self._replies_woken)

    async def _start(self, group: asyncio.TaskGroup) -> None:
        """Starts one message a chat at a time; what else it has is looked at in the next round."""
        while True:
            self._started_woken.clear()
            batch = await self._fetch(started=_STARTED_AT_ONCE)
            for address_id, rows in group_by_chat(batch.rows).items():
                step = merge(rows)[0]
                if step.row.id not in batch.verdicts:
                    if held := self._held(step.row, batch):
                        batch = replace(batch, verdicts={**batch.verdicts, step.row.id: held})
                    elif await self._pacer.wait() > _LOOK_AGAIN:
                        # After a long pause everything is looked at again.
                        break
                self._take_up(group, address_id, [step], batch)
            if not batch.rows:
                await _woken(self._started_woken)
                await asyncio.sleep(_NO_HURRY)

    def _held(self, row: OutboxRow, batch: sending.Batch) -> sending.Settlement | None:
        """Returns until when something waits whose chat has just had another message."""
        in_group = batch.addresses[row.address_id].in_group
        seconds = self._pacer.seconds_until_free(row.address_id, group=in_group)
        return self._later(row, "paced", seconds=seconds) if seconds else None

    async def _fetch(self, *, replies: int = 0, started: int = 0) -> sending.Batch:
        while True:
            # As they are now: what ends meanwhile may still look pending to this query.
            under_way = frozenset(self._under_way)
            try:
                async with self._database.read() as unit:
                    return await sending.load_outgoing(
                        unit,
                        channel=self._channel.name,
                        account=self._channel.account,
                        abilities=self._channel.abilities,
                        under_way=under_way,
                        replies=replies,
                        started=started,
                        policy=self._policy,
                        now=self._clock(),
                    )
            except Unavailable:
                await asyncio.sleep(_LOOK_AGAIN)

    def _take_up(
        self, group: asyncio.TaskGroup, address_id: int, steps: list[Step], batch: sending.Batch
    ) -> None:
        if address_id in self._busy:
            self._passed_over.add(address_id)
            return
        rows = {row_id for step in steps for row_id in (step.row.id, *step.merged)}
        self._busy.add(address_id)
        self._under_way |= rows
        task = group.create_task(self._send_chat(steps, batch))
        task.add_done_callback(lambda _task: self._free(address_id, rows))

    def _free(self, address_id: int, rows: set[int]) -> None:
        self._busy.discard(address_id)
        self._under_way -= rows
        if address_id in self._passed_over:
            self._passed_over.discard(address_id)
            self.wake()

    async def _send_chat(self, steps: list[Step], batch: sending.Batch) -> None:
        shown: dict[int, str] = {}
        for step in steps:
            if verdict := batch.verdicts.get(step.row.id):
                await self._write(verdict)
                waits = verdict.waits
            else:
                waits = await self._show_all(step, batch, shown)
            if waits:
                break

    async def _show_all(self, step: Step, batch: sending.Batch, shown: dict[int, str]) -> bool:
        """Shows what is left of a row, part by part; tells whether the chat has to wait."""
        for part in self._draw(step, batch):
            settle = await self._show(part, batch, shown)
            is_shown = settle.state == "sent"
            if is_shown and not part.is_last:
                settle = sending.Settlement(
                    step.row.id, "pending", shown_parts=part.number, messages=settle.messages
                )
            await self._write(settle)
            if not is_shown:
                return settle.waits
        return False

    def _draw(self, step: Step, batch: sending.Batch) -> list[_Part]:
        row = step.row
        language = batch.languages.get(row.address_id, self._policy.language)
        drawn = drawing.draw(row.message, self._channel.abilities, language)
        parts = [
            _Part(step, message, number, number == len(drawn))
            for number, message in enumerate(drawn, start=1)
        ]
        # What changes a message changes the last part of it, where the buttons are.
        changes = row.edits is not None and self._channel.abilities.edits
        return parts[-1:] if changes else parts[min(row.shown_parts, len(parts) - 1) :]

    async def _show(
        self, part: _Part, batch: sending.Batch, shown: dict[int, str]
    ) -> sending.Settlement:
        step, row = part.step, part.step.row
        in_group = batch.addresses[row.address_id].in_group
        messages = max(len(part.message.attachments), 1)
        self._pacer.count_in_chat(row.address_id, messages, group=in_group)
        if not row.started_by_bot and row.edits is None:
            self._pacer.count(messages)
        try:
            delivered = await self._deliver(part, batch, shown)
        except AccountRejected:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the chat must go on
            return self._not_shown(step, error)
        root = row.edits or row.id
        is_new = delivered.message_id != _shown_as(row, batch, shown)
        shown[root] = delivered.message_id
        return sending.Settlement(
            row.id,
            "sent",
            message_id=delivered.message_id,
            at=delivered.at,
            message=row.message if row.id in batch.changed else None,
            merged=step.merged,
            root=row.edits if is_new else None,
            reached=not batch.addresses[row.address_id].reachable,
            messages=delivered.messages if delivered.message_id else 0,
        )

    def _not_shown(self, step: Step, error: Exception) -> sending.Settlement:
        """Returns what becomes of a row that could not be shown."""
        row = step.row
        match error:
            case QuotaSpent():
                return self._by_another_way(step, error)
            case TryLater():
                if error.limited:
                    self._pacer.refused(row.address_id, error.seconds)
                return self._later(row, str(error), seconds=error.seconds)
            case Migrated():
                return replace(self._later(row, f"moved to {error.chat}"), chat=error.chat)
            case Unreachable() | Rejected():
                log.warning("message refused", outbox_id=row.id, reason=str(error))
                return _failed(step, str(error), unreachable=isinstance(error, Unreachable))
        log.error("message could not be sent", outbox_id=row.id, exc_info=error)
        reason = f"{type(error).__name__}: {error}"
        return _failed(step, reason) if row.attempts >= _TRIES else self._later(row, reason)

    def _by_another_way(self, step: Step, error: QuotaSpent) -> sending.Settlement:
        """Lets a row go by another account of its person, or wait for this one."""
        if not self._is_spent:
            self._spent_until = try_again_at(self._clock(), self._policy)
            log.error("nothing more goes out", account=self._account, reason=str(error))
        return sending.Settlement(
            step.row.id,
            "pending",
            error=str(error),
            until=self._spent_until,
            merged=step.merged,
            elsewhere=True,
            spent=True,
        )

    @property
    def _is_spent(self) -> bool:
        return self._spent_until is not None and self._clock() < self._spent_until

    async def _deliver(
        self, part: _Part, batch: sending.Batch, shown: Mapping[int, str]
    ) -> DeliveryResult:
        row, can_change = part.step.row, self._channel.abilities.edits
        edits = _shown_as(row, batch, shown) if can_change else None
        if row.edits is not None and edits is None and can_change:
            # It may have been noted as shown since the batch was read.
            edits = await self._find_shown(row.edits)
        outgoing = Sending(
            outbox_id=row.id,
            part=part.number,
            address=batch.addresses[row.address_id].address,
            message=part.message,
            edits=edits,
            files=tuple(
                self._files / batch.files[number]
                for number in part.message.attachments
                if number in batch.files
            ),
            names=tuple(
                batch.names.get(number, "")
                for number in part.message.attachments
                if number in batch.files
            ),
        )
        if row.edits is not None and edits is None and row.message.prompt is None:
            # The closed look of what was never shown, or cannot be changed, is nobody's business.
            return DeliveryResult("", self._clock())
        if self._is_spent:
            raise QuotaSpent("the account's plan is spent")
        try:
            return await self._channel.send(outgoing)
        except TargetLost:
            if row.message.prompt is None:
                return DeliveryResult(edits or "", self._clock())
            return await self._channel.send(replace(outgoing, edits=None))

    async def _find_shown(self, row_id: int) -> str | None:
        async with self._database.read() as unit:
            return await sending.find_shown(unit, row_id)

    def _later(self, row: OutboxRow, reason: str, *, seconds: float = 0.0) -> sending.Settlement:
        seconds = seconds or min(2.0**row.attempts, _LONGEST_PAUSE)
        until = self._clock() + timedelta(seconds=seconds)
        return sending.Settlement(row.id, "pending", until=until, error=reason)

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
            self._unnoted = [result.settle for result in results]
            await self._note()
            for result in results:
                if not result.written.done():
                    result.written.set_result(None)

    async def _note_left(self) -> None:
        """Notes what was shown before the pump was last stopped, so that it is not said twice."""
        while not self._results.empty():
            self._unnoted.append(self._results.get_nowait().settle)
        await self._note()

    async def _write_down(self, unit: UnitOfWork, now: datetime) -> None:
        policy = self._policy
        await sending.settle(unit, self._unnoted, self._account, policy=policy, now=now)
        if self._channel.abilities.quota is not None:
            sent = sum(settlement.messages for settlement in self._unnoted)
            await note_usage(unit, self._account, sent=sent, policy=policy, now=now)

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


def _shown_as(row: OutboxRow, batch: sending.Batch, shown: Mapping[int, str]) -> str | None:
    """Returns the messenger's id of the message that a row changes, if it is known."""
    if row.edits is None:
        return None
    return shown.get(row.edits) or batch.targets.get(row.edits)


async def _woken(event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), _LOOK_AGAIN)


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


def _failed(step: Step, reason: str, *, unreachable: bool = False) -> sending.Settlement:
    return sending.Settlement(
        step.row.id, "failed", error=reason, merged=step.merged, unreachable=unreachable
    )
