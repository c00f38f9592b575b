"""People, messages and a scripted messenger around the real pumps."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.inbox_worker import InboxWorker
from bot.outbox_worker import OutboxWorker
from bot.pacing import Pacer
from channels.delivery import DeliveryResult, Sending
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address, Inbound, InboundKind
from domain.message import Choice, Expects, Message, Prompt
from domain.outbox import OutboxRow
from domain.policy import Policy
from domain.talks import KnownAddress
from operations.messaging.receiving import store_updates
from operations.turn import Turn
from storage import Database, UnitOfWork
from storage.messages import addresses, outbox, talks
from storage.people import people
from tests.patience import PATIENCE
from tests.sending_only import SendingOnly

POLICY = Policy()
# Noon where the people are.
NOON = datetime(2026, 11, 4, 5, tzinfo=UTC)


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def choice_prompt(number: str, *keys: str) -> Prompt:
    return Prompt(
        id=number, expects=Expects.CHOICE, choices=tuple(Choice(key, key) for key in keys)
    )


class Messenger(SendingOnly):
    """A channel that shows what it is given, fails when told to, and can be made to wait."""

    name = "telegram"
    account = "main"
    abilities = ChannelAbilities(
        buttons=True,
        edits=True,
        files=True,
        takes_files=True,
        deletes=True,
        text_limit=4096,
        pace=Pace(per_second=1000),
    )

    def __init__(self, clock: Clock) -> None:
        self.shown: list[Sending] = []
        self.screens: dict[str, dict[str, Message]] = {}
        self.answered: list[tuple[str, str]] = []
        self.failures: deque[Exception | None] = deque()
        self.gate = asyncio.Event()
        self.gate.set()
        self.under_way = 0
        self.most_under_way = 0
        self._clock = clock
        self._changed = asyncio.Event()

    def fail(self, *errors: Exception | None) -> None:
        """Fails the next calls, None letting one pass."""
        self.failures.extend(errors)

    async def send(self, sending: Sending) -> DeliveryResult:
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.gate.wait()
        finally:
            self.under_way -= 1
        error = self.failures.popleft() if self.failures else None
        if error is not None:
            raise error
        self.shown.append(sending)
        message_id = sending.edits or str(len(self.shown))
        self.screens.setdefault(sending.address.chat, {})[message_id] = sending.message
        self._changed.set()
        return DeliveryResult(message_id, self._clock())

    def texts(self, chat: str) -> list[str]:
        return [message.text for message in self.screens.get(chat, {}).values()]

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                self._changed.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.02)

    async def answer_press(self, press_id: str, text: str = "") -> None:
        self.answered.append((press_id, text))


@dataclass
class House:
    """One database, one clock, some people, and the pumps over them."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    policy: Policy = POLICY
    _updates: int = 0

    @property
    def messenger(self) -> Messenger:
        if not hasattr(self, "_messenger"):
            self._messenger = Messenger(self.clock)
        return self._messenger

    async def person(self, name: str) -> KnownAddress:
        """Somebody enrolled, with one address."""
        async with self.database.write() as unit:
            person = await people.add(unit, name=name, now=self.clock())
            talk = await talks.of_person(unit, person.id)
            here = Address("telegram", "main", name, name)
            found = await addresses.ensure(unit, {here: (False, "")}, now=self.clock())
            known = found[here]
            await addresses.bind(unit, known.id, person_id=person.id, conversation_id=talk)
        return replace(known, person_id=person.id, conversation_id=talk)

    def inbound(self, here: KnownAddress, words: str = "", **values: Any) -> Inbound:
        self._updates += 1
        usual: dict[str, Any] = {
            "address": here.address,
            "external_id": str(self._updates),
            "kind": InboundKind.TEXT,
            "sent_at": self.clock(),
            "text": words,
        }
        return Inbound(**(usual | values))

    def press(self, here: KnownAddress, prompt_id: str, key: str) -> Inbound:
        return self.inbound(
            here,
            kind=InboundKind.CHOICE,
            prompt_id=prompt_id,
            choice=key,
            press_id=f"press{self._updates + 1}",
        )

    async def receive(self, *inbound: Inbound) -> None:
        async with self.database.write() as unit:
            await store_updates(unit, [("{}", update) for update in inbound], now=self.clock())

    async def say(self, here: KnownAddress, *words: str) -> None:
        await self.receive(*(self.inbound(here, word) for word in words))

    def turns(
        self,
        take: Callable[[Turn], Awaitable[None]],
        *,
        on_pressed: Callable[[Turn], None] = lambda _turn: None,
    ) -> InboxWorker:
        return InboxWorker(
            self.database,
            take,
            policy=self.policy,
            abilities_of=lambda _address: self.messenger.abilities,
            clock=self.clock,
            on_pressed=on_pressed,
        )

    async def queue(self, here: KnownAddress, words: str, **values: Any) -> OutboxRow:
        """Queues one message, as a turn would."""
        async with self.database.write() as unit:
            row = self.row(unit, here, words, **values)
            outbox.add_later(unit, row, now=self.clock())
        return row

    def row(self, unit: UnitOfWork, here: KnownAddress, words: str, **values: Any) -> OutboxRow:
        prompt = values.pop("prompt", None)
        return OutboxRow(
            id=unit.new_id(),
            address_id=here.id,
            conversation_id=here.conversation_id,
            message=Message(text=words, prompt=prompt),
            prompt_id=prompt.id if prompt else None,
            **values,
        )

    @asynccontextmanager
    async def sending(self, database: Any = None) -> AsyncIterator[OutboxWorker]:
        """Runs the outbox pump, perhaps on a database that is not quite as usual."""
        pump = OutboxWorker(
            self.messenger,
            database or self.database,
            policy=self.policy,
            clock=self.clock,
            pacer=Pacer(self.messenger.abilities.pace, clock=time.monotonic),
            files=Path("files"),
        )
        running = asyncio.create_task(pump.run())
        try:
            yield pump
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    async def send_all(self) -> None:
        """Runs the outbox pump until nothing can be sent now."""
        async with self.sending():
            await self.until_none("outbox", "state = 'pending' and not_before is null")
            await asyncio.sleep(0.02)

    async def until_none(self, table: str, where: str) -> None:
        """Returns when the table holds no such row."""
        async with asyncio.timeout(PATIENCE):
            while await self.count(table, where):  # noqa: ASYNC110 - a database tells no one
                await asyncio.sleep(0.01)

    async def rows(self, table: str, columns: str = "*", where: str = "1 = 1") -> Sequence[Any]:
        async with self.database.read() as unit:
            return await unit.all(text(f"select {columns} from {table} where {where} order by id"))  # noqa: S608

    async def run(self, statement: str) -> None:
        async with self.database.write() as unit:
            await unit.run(text(statement))

    async def count(self, table: str, where: str = "1 = 1") -> int:
        async with self.database.read() as unit:
            return int(await unit.scalar(text(f"select count(*) from {table} where {where}")))  # noqa: S608

    async def states(self) -> list[str]:
        """How each outbox row stands, oldest first."""
        return [row.state for row in await self.rows("outbox", "id, state")]
