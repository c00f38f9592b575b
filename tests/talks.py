"""Phones to try talks with: what is typed goes through the inbox, what is said comes on a screen.

    talks = Talks(database, registry, now=at(5))
    lan = talks.phone("1001")
    await lan.say("/start")
    await lan.press("Báo cáo")
    assert "Câu 1/8" in lan.last

Each step takes a second of the phones' clock, `talks.now`, which tests may set at will.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from string import ascii_lowercase
from typing import Any, NamedTuple

from sqlalchemy import exists, select

from bot.inbox_worker import InboxWorker
from bot.outbox_merge import group_by_chat, merge
from channels.drawing import draw
from channels.telegram.channel import TelegramChannel
from channels.web import WebChannel
from dialogue import has_list
from domain.abilities import ChannelAbilities
from domain.inbound import Address, FileRef, Inbound, InboundKind
from domain.message import Choice, Message, Prompt
from domain.outbox import OutboxRow
from domain.policy import Policy
from handlers.dispatch import take
from handlers.handler import Registry
from operations.messaging import sending
from operations.messaging.receiving import store_updates
from operations.messaging.sending import Settlement
from operations.turn import COMMAND_PROMPT, Turn
from storage import Database
from storage.tables.mail import inbox, outbox
from tests.drawable import check_message
from texts import plain

STEP = timedelta(seconds=1)
# A talk that goes on by itself for so long never ends.
ROUNDS = 200

Chat = tuple[str, str, str]

_PENDING = inbox.c.state == "pending"
_WAITING = select(
    exists().where(_PENDING),
    exists().where(outbox.c.state == "pending"),
    exists().where(_PENDING, inbox.c.tries == 0, inbox.c.not_before.is_not(None)),
)


@dataclass
class Bubble:
    """One message on a screen; `text` is what the person reads there."""

    id: str
    mine: bool
    message: Message
    text: str

    @property
    def prompt(self) -> Prompt | None:
        return self.message.prompt

    @property
    def labels(self) -> list[str]:
        return [choice.label for choice in self.prompt.every_choice] if self.prompt else []


class Waiting(NamedTuple):
    """What there is still to do: so that nobody looks for it in vain.

    Parts of an album that wait for the others are `gathering`: the clock goes on meanwhile.
    """

    came: bool
    to_show: bool
    gathering: bool


@dataclass
class Talks:
    """The bot between its database and any number of phones."""

    database: Database
    registry: Registry
    now: datetime
    policy: Policy = field(default_factory=Policy)
    plain_channels: Collection[str] = ()
    fileless_channels: Collection[str] = ()
    together: int = 1
    screens: dict[Chat, list[Bubble]] = field(default_factory=dict)
    accounts: set[tuple[str, str]] = field(default_factory=set)
    blocked: set[Chat] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.pump = InboxWorker(
            self.database,
            self._take,
            policy=self.policy,
            abilities_of=self.abilities_of,
            clock=lambda: self.now,
            on_pressed=self._pressed,
        )

    def abilities_of(self, address: Address) -> ChannelAbilities:
        """What a phone's messenger can do: a plain channel has neither buttons nor changes."""
        return self._abilities(address.channel)

    def _abilities(self, channel: str) -> ChannelAbilities:
        if channel in self.plain_channels:
            takes_files = channel not in self.fileless_channels
            return ChannelAbilities(
                files=True, takes_files=takes_files, text_limit=2000, together=self.together
            )
        return (WebChannel if channel == "web" else TelegramChannel).abilities

    def phone(
        self,
        user: str,
        *,
        channel: str = "telegram",
        account: str = "main",
        chat: str = "",
        title: str = "",
    ) -> "Phone":
        """A phone in a private chat, or in the group `chat`; a channel's post has user ""."""
        return Phone(self, Address(channel, account, chat or user, user), title=title)

    async def _take(self, turn: Turn) -> None:
        try:
            await take(turn, self.registry)
        except Exception as failure:
            self.failures.append(failure)
            raise

    def _pressed(self, turn: Turn) -> None:
        if turn.press_note:
            self.notes.append(turn.press_note)

    def next_id(self) -> str:
        self.count += 1
        return str(self.count)

    def screen(self, address: Address) -> list[Bubble]:
        self.accounts.add((address.channel, address.account))
        return self.screens.setdefault((address.channel, address.account, address.chat), [])

    async def store(self, *inbounds: Inbound) -> None:
        """Puts what was sent into the inbox, without a turn."""
        async with self.database.write() as unit:
            await store_updates(unit, [("{}", one) for one in inbounds], now=self.now)

    async def run(self) -> None:
        """Runs turns and shows what they say until all is quiet; raises what a handler raised."""
        waiting: Waiting | None = None
        for _ in range(ROUNDS):
            done = await self.pump.run_once() if waiting is None or waiting.came else 0
            if self.failures:
                failure = self.failures[0]
                self.failures.clear()
                raise failure
            if not done:
                self.now += STEP
                done = await self.deliver() if waiting is None or waiting.to_show else 0
            if done or waiting is None:
                waiting = await self._waiting()
            if not done and not waiting.gathering:
                return
        raise AssertionError("the talk goes on by itself")

    async def _waiting(self) -> Waiting:
        async with self.database.read() as unit:
            found = await unit.first(_WAITING)
        assert found is not None
        return Waiting._make(found)

    async def deliver(self) -> int:
        """Shows what waits in the outbox; returns how many rows were settled."""
        settled = 0
        for channel, account in sorted(self.accounts):
            settled += await self._deliver(channel, account)
        return settled

    async def _deliver(self, channel: str, account: str) -> int:
        async with self.database.read() as unit:
            batch = await sending.load_outgoing(
                unit,
                channel=channel,
                account=account,
                abilities=self._abilities(channel),
                under_way=(),
                replies=1000,
                started=1000,
                policy=self.policy,
                now=self.now,
            )
        results: list[Settlement] = []
        for rows in group_by_chat(batch.rows).values():
            shown: dict[int, str] = {}
            for step in merge(rows):
                address = batch.addresses[step.row.address_id].address
                found = batch.verdicts.get(step.row.id)
                language = batch.languages.get(step.row.address_id, self.policy.language)
                parts = draw(step.row.message, self._abilities(channel), language)
                result = found or self._show(step.row, parts, address, {**batch.targets, **shown})
                if result.message_id:
                    shown[step.row.edits or step.row.id] = result.message_id
                results.append(replace(result, merged=step.merged))
        if results:
            async with self.database.write() as unit:
                await sending.settle(
                    unit, results, (channel, account), policy=self.policy, now=self.now
                )
        return len(results)

    def _show(
        self, row: OutboxRow, parts: Sequence[Message], address: Address, targets: dict[int, str]
    ) -> Settlement:
        if (address.channel, address.account, address.chat) in self.blocked:
            return Settlement(row.id, "failed", error="blocked", unreachable=True)
        for part in parts:
            check_message(part)
        screen = self.screen(address)
        shown = targets.get(row.edits) if row.edits is not None else None
        old = next((bubble for bubble in screen if bubble.id == shown), None)
        if old is not None and self._abilities(address.channel).edits:
            old.message, old.text = parts[-1], plain(parts[-1].text)
            return Settlement(
                row.id,
                "sent",
                message_id=old.id,
                at=self.now,
                root=row.edits,
                closes=row.closes,
            )
        if row.edits is not None and row.message.prompt is None:
            return Settlement(
                row.id, "sent", message_id=shown or "", at=self.now, closes=row.closes
            )
        for part in parts:
            bubble = Bubble(self.next_id(), False, part, plain(part.text))
            screen.append(bubble)
        # What is named there is known from what was asked: see `press`.
        bubble.message = replace(parts[-1], prompt=row.message.prompt)
        return Settlement(row.id, "sent", message_id=bubble.id, at=self.now, root=row.edits)


@dataclass
class Phone:
    """One person's view of one chat: says, presses, and sees the screen."""

    talks: Talks
    address: Address
    title: str = ""

    def __post_init__(self) -> None:
        self.talks.screen(self.address)

    @property
    def screen(self) -> list[Bubble]:
        """Everything in the chat, the person's own messages too."""
        return self.talks.screen(self.address)

    @property
    def from_bot(self) -> list[Bubble]:
        return [bubble for bubble in self.screen if not bubble.mine]

    @property
    def last(self) -> str:
        """The bot's lowest message as the person reads it, "" for an empty screen."""
        return self.from_bot[-1].text if self.from_bot else ""

    @property
    def buttons(self) -> list[str]:
        """The buttons under the bot's lowest message."""
        return self.from_bot[-1].labels if self.from_bot else []

    def see(self) -> str:
        """The whole screen in one text, buttons in brackets."""
        lines = []
        for bubble in self.screen:
            lines.append(f"{'> ' if bubble.mine else ''}{bubble.text}")
            lines += [f"[{label}]" for label in bubble.labels]
        return "\n".join(lines)

    async def say(self, text: str) -> None:
        """Types a text and waits for the answer."""
        await self.type_ahead(text)
        await self.talks.run()

    async def type_ahead(self, *texts: str) -> None:
        """Types texts that nobody looks at yet."""
        for text in texts:
            await self.store(InboundKind.TEXT, text=text)

    async def press(self, label: str, *, on: Bubble | None = None) -> None:
        """Presses the lowest button with this label; where there are none, types for it."""
        await self.press_ahead(label, on=on)
        await self.talks.run()

    async def press_ahead(self, label: str, *, on: Bubble | None = None) -> None:
        """Presses a button, and nobody looks at it yet."""
        bubble, choice = self._find(label, on)
        prompt = bubble.prompt
        if prompt is None or self.address.channel in self.talks.plain_channels:
            await self.type_ahead(_typed(prompt, choice))
        else:
            await self.store(
                InboundKind.CHOICE,
                prompt_id=prompt.id,
                choice=choice.key,
                press_id=f"press-{self.talks.count}",
                message_id=bubble.id,
            )

    async def press_key(self, key: str) -> None:
        """Sends the press of a standing button that was never shown, as somebody else's."""
        await self.send(
            InboundKind.CHOICE,
            prompt_id=f"{COMMAND_PROMPT}forged{self.talks.count}",
            choice=key,
            press_id=f"press-{self.talks.count}",
        )

    def _find(self, label: str, on: Bubble | None) -> tuple[Bubble, Choice]:
        for wanted in (str.__eq__, str.startswith):
            for bubble in [on] if on else reversed(self.from_bot):
                for choice in bubble.prompt.every_choice if bubble.prompt else ():
                    if wanted(choice.label, label):
                        return bubble, choice
        raise AssertionError(f"no button {label!r} on:\n{self.see()}")

    async def send(self, kind: InboundKind, **fields: Any) -> None:
        """Sends anything else and waits for the answer."""
        await self.store(kind, **fields)
        await self.talks.run()

    async def send_photo(
        self, *, size: int = 1000, album: str | None = None, words: str = ""
    ) -> None:
        """Sends a photo, perhaps with words, and waits for the answer."""
        file = FileRef(file_id=f"file-{self.talks.count}", mime="image/jpeg", size=size)
        await self.send(InboundKind.PHOTO, file=file, album=album, text=words)

    async def edit(self, text: str, *, of: Bubble | None = None) -> None:
        """Edits the person's own last message, or the one given."""
        bubble = of or [bubble for bubble in self.screen if bubble.mine][-1]
        bubble.text = text
        await self.send(InboundKind.EDITED, text=text, message_id=bubble.id)

    async def store(self, kind: InboundKind, **fields: Any) -> Inbound:
        """Puts something into the inbox, a second later by the clock."""
        inbound = self.write(kind, **fields)
        await self.talks.store(inbound)
        return inbound

    def write(self, kind: InboundKind, **fields: Any) -> Inbound:
        """Gives what the person sends a second later, which has not come in yet."""
        self.talks.now += STEP
        number = self.talks.next_id()
        inbound = Inbound(
            address=self.address,
            external_id=f"update-{number}",
            kind=kind,
            sent_at=self.talks.now,
            in_group=self.address.chat != self.address.user,
            title=self.title,
            **{"message_id": number, **fields},
        )
        if kind not in (InboundKind.CHOICE, InboundKind.EDITED, InboundKind.MEMBERSHIP):
            shown = Message(text=inbound.text or kind.value)
            self.screen.append(Bubble(number, True, shown, shown.text))
        return inbound

    async def resend(self, inbound: Inbound) -> None:
        """Delivers an update once more, as messengers do."""
        await self.talks.store(inbound)
        await self.talks.run()


def _typed(prompt: Prompt | None, choice: Choice) -> str:
    """What is typed for a button where none can be pressed: its number, else its label."""
    if prompt and has_list(prompt) and choice in prompt.choices:
        place = prompt.choices.index(choice)
        return ascii_lowercase[place] if prompt.lettered else str(place + 1)
    return choice.label
