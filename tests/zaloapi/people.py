"""People with Zalo in their hand: they type, send pictures, and read what stands there."""

import asyncio
import secrets
from collections.abc import Callable

from tests.patience import PATIENCE
from tests.plain_channel import place_in
from tests.zaloapi.world import Json, Shown, World


class ZaloPhone:
    """One person's chat with the bot."""

    def __init__(self, world: World, url: str, name: str) -> None:
        self.world = world
        self.name = name
        self.id = secrets.token_hex(10)
        self._url = url
        world.chats[self.id] = []

    @property
    def chat(self) -> list[Shown]:
        """All that the bot said here."""
        return self.world.chats[self.id]

    @property
    def last(self) -> str:
        return self.chat[-1].text if self.chat else ""

    def say(self, text: str) -> Json:
        """Types a message; returns the event, which a test may bring again."""
        return self.bring("message.text.received", text=text)

    def send_picture(self, data: bytes, *, field: str = "photo_url", caption: str = "") -> str:
        """Sends a picture; returns the name under which it lies with the platform."""
        name = secrets.token_hex(8)
        self.world.media[name] = data
        words = {"caption": caption} if caption else {}
        self.bring("message.image.received", **{field: f"{self._url}/media/{name}"}, **words)
        return name

    def bring(self, event_name: str, **content: str) -> Json:
        """Sends anything."""
        event: Json = {
            "event_name": event_name,
            "message": {
                "from": {"id": self.id, "display_name": self.name, "is_bot": False},
                "chat": {"id": self.id, "chat_type": "PRIVATE"},
                "message_id": secrets.token_hex(10),
                "date": self.world.now(),
                **content,
            },
        }
        self.world.bring(event)
        return event

    async def ask(self, text: str) -> str:
        """Types a message and waits for what the bot says to it."""
        before = len(self.chat)
        self.say(text)
        await self.until(lambda: len(self.chat) > before)
        return self.last

    async def choose(self, label: str) -> str:
        """Types what stands before a label in the lowest message, and waits."""
        return await self.ask(place_in(self.last, label))

    async def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is so on this screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not true():
                    self.world.shown.clear()
                    try:
                        await asyncio.wait_for(self.world.shown.wait(), 0.2)
                    except TimeoutError:
                        continue
        except TimeoutError:
            raise TimeoutError(f"{self.name} still reads:\n{self.last}") from None
