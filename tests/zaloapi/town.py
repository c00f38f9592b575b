"""A town on Zalo: its talks go over the wire, to the strict local platform and back."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from channels.delivery import Channel
from channels.zalo.channel import ZaloChannel
from channels.zalo.client import ZaloClient
from channels.zalo.parse import Reader, find_events
from domain.inbound import Address, Inbound
from tests.plain_channel import PlainPhone, Town
from tests.zaloapi.people import ZaloPhone
from tests.zaloapi.server import ZaloApi


@dataclass(kw_only=True)
class ZaloTown(Town):
    """The bot around the real channel; the platform's clock is the town's."""

    api: ZaloApi

    def make_channel(self) -> Channel:
        self.api.world.clock = self.clock
        client = ZaloClient(self.api.token, api_url=self.api.url)
        return ZaloChannel(account="main", client=client, clock=lambda: self.now)

    def clock(self) -> float:
        """The moment it is in the town."""
        return self.now.timestamp()

    def screen(self, chat: str) -> list[str]:
        return [shown.text for shown in self.api.world.chats[chat]]

    def phone(self, user: str) -> PlainPhone:
        self.api.world.chats.setdefault(user, [])
        return super().phone(user)

    def write(self, address: Address, text: str, sent_at: datetime) -> Inbound:
        sender = ZaloPhone(self.api.world, self.api.url, address.user)
        del self.api.world.chats[sender.id]
        sender.id = address.user
        event = sender.say(text)
        self.api.world.waiting.clear()
        (found,) = find_events({"ok": True, "result": event})
        read = Reader(account="main").read(found, now=sent_at)
        assert read is not None
        return replace(read, sent_at=sent_at)

    async def close(self) -> None:
        """Says what the platform had to complain of, and what no screen may show."""
        assert isinstance(self.channel, ZaloChannel)
        await self.channel.close()
        assert self.api.faults == []
        for shown in (shown for chat in self.api.world.chats.values() for shown in chat):
            assert len(re.findall(r"(?m)^1\. ", shown.text)) <= 1, shown.text
            assert not re.search(r"\b(?:bấm|nút)\b", shown.text, re.IGNORECASE), shown.text
