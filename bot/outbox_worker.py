"""The outbox pump: shows what turns and the clock have queued, each chat in order."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.outbox_failures import OutboxFailures
from bot.outbox_merge import Step, group_by_chat, merge
from bot.outbox_results import OutboxResults
from bot.pacing import Pacer
from channels import drawing
from channels.delivery import (
    AccountRejected,
    Channel,
    DeliveryResult,
    QuotaSpent,
    Sending,
    TargetLost,
)
from domain.message import Message
from domain.outbox import OutboxRow
from domain.policy import Policy
from operations.messaging import sending
from storage import Database, Unavailable, UnitOfWork

_REPLIES_AT_ONCE = 400
_STARTED_AT_ONCE = 20
_LOOK_AGAIN = 1.0
# Every reply wakes the pump, and what the bot starts by itself can wait a moment.
_NO_HURRY = 0.2


@dataclass(frozen=True, slots=True)
class _Part:
    """What one call shows of a step: a message as this channel can show it."""

    step: Step
    message: Message
    number: int = 1
    is_last: bool = True


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
        self.is_running = False
        self._replies_woken = asyncio.Event()
        self._started_woken = asyncio.Event()
        self._results = OutboxResults(channel, database, policy=policy, clock=clock)
        self._failures = OutboxFailures(
            (channel.name, channel.account), pacer, policy=policy, clock=clock
        )
        self._handed: list[sending.Batch] = []
        self._looks = True
        self._busy: set[int] = set()
        self._under_way: set[int] = set()
        self._passed_over: set[int] = set()

    def wake(self, *, starts: bool = True) -> None:
        """Makes it look now for replies, and for what the bot `starts` by itself."""
        self._looks = True
        self._replies_woken.set()
        if starts:
            self._started_woken.set()

    async def load_replies(self, unit: UnitOfWork) -> sending.Batch:
        """Returns what may be replied now, as it is in a transaction."""
        return await self._load(unit, frozenset(self._under_way), replies=_REPLIES_AT_ONCE)

    def take_replies(self, batch: sending.Batch) -> None:
        """Sends what `load_replies` returned, once its transaction is committed."""
        self._handed.append(batch)
        self._replies_woken.set()

    async def run(self) -> None:
        """Sends what is queued until cancelled."""
        await self._results.note_left()
        self.is_running = True
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._results.run())
                group.create_task(self._reply(group))
                group.create_task(self._start(group))
        finally:
            self.is_running = False
            self._handed.clear()

    async def _reply(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._replies_woken.clear()
            handed, self._handed = self._handed, []
            for batch in handed:
                self._take_up_all(group, batch)
            if self._looks or not handed:
                self._looks = False
                self._take_up_all(group, await self._fetch(replies=_REPLIES_AT_ONCE))
            await _woken(self._replies_woken)

    def _take_up_all(self, group: asyncio.TaskGroup, batch: sending.Batch) -> None:
        for address_id, rows in group_by_chat(batch.rows).items():
            self._take_up(group, address_id, merge(rows), batch)

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
        return self._failures.later(row, "paced", seconds=seconds) if seconds else None

    async def _fetch(self, *, replies: int = 0, started: int = 0) -> sending.Batch:
        while True:
            # As they are now: what ends meanwhile may still look pending to this query.
            under_way = frozenset(self._under_way)
            try:
                async with self._database.read() as unit:
                    return await self._load(unit, under_way, replies=replies, started=started)
            except Unavailable:
                await asyncio.sleep(_LOOK_AGAIN)

    async def _load(
        self, unit: UnitOfWork, under_way: frozenset[int], *, replies: int = 0, started: int = 0
    ) -> sending.Batch:
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
        unnoted: list[sending.Settlement] = []
        for step in steps:
            if verdict := batch.verdicts.get(step.row.id):
                settle = verdict
            else:
                settle = await self._show_all(step, batch, shown)
            unnoted.append(settle)
            # To change a message twice does no harm, so that is noted with what comes next.
            if not (settle.only_changes and step is not steps[-1]):
                await self._results.write(unnoted)
                unnoted = []
            if settle.waits:
                break

    async def _show_all(
        self, step: Step, batch: sending.Batch, shown: dict[int, str]
    ) -> sending.Settlement:
        """Shows what is left of a row, part by part; returns how it ended, to be noted."""
        for part in self._draw(step, batch):
            settle = await self._show(part, batch, shown)
            if settle.state != "sent" or part.is_last:
                break
            so_far = sending.Settlement(
                step.row.id, "pending", shown_parts=part.number, messages=settle.messages
            )
            await self._results.write([so_far])
        return settle

    def _draw(self, step: Step, batch: sending.Batch) -> list[_Part]:
        row = step.row
        language = batch.languages.get(row.address_id, self._policy.language)
        drawn = drawing.draw(
            row.message, self._channel.abilities, language, unasked=row.started_by_bot
        )
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
            return self._failures.settle(step, error)
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
            only_changes=row.edits is not None and not is_new,
            closes=row.closes,
            reached=not batch.addresses[row.address_id].reachable,
            messages=delivered.messages if delivered.message_id else 0,
            cost=delivered.cost,
        )

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
            unasked=row.started_by_bot,
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
        if self._failures.is_spent:
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


def _shown_as(row: OutboxRow, batch: sending.Batch, shown: Mapping[int, str]) -> str | None:
    """Returns the messenger's id of the message that a row changes, if it is known."""
    if row.edits is None:
        return None
    return shown.get(row.edits) or batch.targets.get(row.edits)


async def _woken(event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(_LOOK_AGAIN):
            await event.wait()
