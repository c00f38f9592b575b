"""A channel without buttons, changes and files, the bot around it, and phones that only type.

    town = Town(database)
    lan = town.phone("1001")
    await lan.say("báo cáo")
    await lan.choose("Đúng như trên")     # types the number or the letter that stands before it

What a phone types it finds in what it was shown, as a person does; nothing else is known to it.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.channels import Channels
from bot.inbox_worker import InboxWorker
from bot.outbox_worker import OutboxWorker
from bot.pacing import Pacer
from channels.delivery import Channel, DeliveryResult, Sending
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address, Inbound, InboundKind
from domain.policy import Policy
from domain.rich import displayed_length, plain_text
from handlers.dispatch import take
from handlers.registry import build_handlers
from operations.turn import Turn
from storage import Database
from storage.tables.mail import inbox, outbox
from tests.codes import code_for, counting_bytes
from tests.patience import PATIENCE
from tests.sending_only import SendingOnly

ENTRY = re.compile(r"^(?P<place>\d+|[a-z])\. (?:\[[x ]\] )?(?P<words>.+)$", re.MULTILINE)
WORDS = re.compile(r"Hoặc gõ: (?P<words>.+)$", re.MULTILINE)
STEP = timedelta(seconds=2)


class PlainChannel(SendingOnly):
    """Shows text, and refuses whatever such a messenger could not show."""

    name = "plain"
    account = "main"
    abilities = ChannelAbilities(text_limit=900, pace=Pace(per_second=1000, chat_seconds=0))

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.shown: dict[str, list[str]] = {}
        self._clock = clock

    async def send(self, sending: Sending) -> DeliveryResult:
        message, text = sending.message, plain_text(sending.message.text)
        assert message.prompt is None
        assert not message.attachments
        assert not sending.files
        assert sending.edits is None
        assert displayed_length(message.text) <= self.abilities.text_limit
        assert len(re.findall(r"^1\. ", text, re.MULTILINE)) <= 1, text
        assert not re.search(r"\b(?:bấm|nút)\b", text, re.IGNORECASE), text
        shown = self.shown.setdefault(sending.address.chat, [])
        shown.append(text)
        return DeliveryResult(str(len(shown)), self._clock())


@dataclass
class Town:
    """The bot as it runs: answers by its inbox worker, says it by its outbox worker."""

    database: Database
    now: datetime
    policy: Policy = field(default_factory=Policy)
    updates: int = 0
    arriving: list[asyncio.Task[None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.channel = self.make_channel()
        self.channels = Channels([self.channel])
        registry = build_handlers(public_url="", random_bytes=counting_bytes(500))

        async def answer(turn: Turn) -> None:
            await take(turn, registry)

        self.inbox = InboxWorker(
            self.database,
            answer,
            policy=self.policy,
            abilities_of=self.channels.abilities_of,
            clock=lambda: self.now,
            on_pressed=lambda _turn: None,
        )

    def make_channel(self) -> Channel:
        """The messenger of this town."""
        return PlainChannel(lambda: self.now)

    def screen(self, chat: str) -> list[str]:
        """All that the bot said in a chat."""
        assert isinstance(self.channel, PlainChannel)
        return self.channel.shown.get(chat, [])

    def write(self, address: Address, text: str, sent_at: datetime) -> Inbound:
        """What comes in when somebody types."""
        return Inbound(
            address=address,
            external_id=f"update-{self.updates}",
            kind=InboundKind.TEXT,
            sent_at=sent_at,
            text=text,
            message_id=f"mine-{self.updates}",
        )

    def phone(self, user: str) -> "PlainPhone":
        return PlainPhone(self, Address(self.channel.name, self.channel.account, user, user))

    async def enrol(self, person_id: int) -> "PlainPhone":
        """A phone whose owner has typed the code, agreed, and stands before the menu."""
        phone = self.phone(str(1000 + person_id))
        await phone.give_code(person_id)
        await phone.choose("Đồng ý")
        return phone

    async def receive(self, inbound: Inbound) -> None:
        """Hands over what came, which may be stored only with the turn that answers it."""
        self.arriving.append(asyncio.create_task(self.inbox.receive([("{}", inbound)])))
        await asyncio.sleep(0)

    async def run(self) -> None:
        """Answers and sends until nothing waits that may go out now."""
        async with asyncio.timeout(PATIENCE), self.sending() as pump:
            while True:
                self.now += STEP
                done = await self.inbox.run_once()
                pump.wake()
                if not done and not await self._waits():
                    await asyncio.gather(*self.arriving)
                    self.arriving.clear()
                    return
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[OutboxWorker]:
        pump = OutboxWorker(
            self.channel,
            self.database,
            policy=self.policy,
            clock=lambda: self.now,
            pacer=Pacer(self.channel.abilities.pace, clock=time.monotonic),
            files=Path("files"),
        )
        running = asyncio.create_task(pump.run())
        try:
            yield pump
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    async def _waits(self) -> bool:
        async with self.database.read() as unit:
            for table in (inbox, outbox):
                waiting = select(func.count()).where(
                    table.c.state == "pending", table.c.not_before.is_(None)
                )
                if await unit.scalar(waiting):
                    return True
        return False


@dataclass
class PlainPhone:
    """One person's chat: types, and reads what stands there."""

    town: Town
    address: Address

    @property
    def screen(self) -> list[str]:
        """All that the bot said here."""
        return self.town.screen(self.address.chat)

    @property
    def last(self) -> str:
        return self.screen[-1]

    async def say(self, *texts: str) -> str:
        """Types texts, all before looking; returns what was answered."""
        before = len(self.screen)
        for text in texts:
            await self.send(text)
        await self.town.run()
        return "\n\n".join(self.screen[before:])

    async def give_code(self, person_id: int) -> str:
        """Types an invitation that was handed out for a person."""
        return await self.say(await code_for(self.town.database, person_id, now=self.town.now))

    async def send(self, text: str, *, seconds_ago: float = 0) -> None:
        """Types a text that nobody has looked at yet."""
        self.town.now += STEP
        self.town.updates += 1
        sent_at = self.town.now - timedelta(seconds=seconds_ago)
        inbound = self.town.write(self.address, text, sent_at)
        await self.town.receive(inbound)

    async def choose(self, *labels: str) -> str:
        """Types what the screen says to type for one label, or for several at once."""
        return await self.say(", ".join(self.place_of(label) for label in labels))

    def place_of(self, label: str) -> str:
        """What stands before a label in the lowest message, or the words themselves."""
        return place_in(self.last, label)


def place_in(text: str, label: str) -> str:
    """What a message says to type for a label."""
    offered = [(entry["words"], entry["place"]) for entry in ENTRY.finditer(text)]
    for listed in WORDS.finditer(text):
        offered += [(words, words) for words in listed["words"].split(" · ")]
    found = [typed for words, typed in offered if words.startswith(label)]
    assert found, f"nothing to type for {label!r} on:\n{text}"
    return found[0]
