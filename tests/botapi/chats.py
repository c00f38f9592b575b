"""A chat: its messages as they stand now, who is in it, and what people see of it."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.botapi.html import render_html

Kind = Literal["private", "group", "supergroup", "channel"]
MEDIA = ("photo", "document", "voice", "sticker", "location")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    text: str
    data: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it now."""

    id: int
    text: str
    html: str
    buttons: list[list[Button]]
    from_bot: bool
    sender: str
    date: int
    edited: bool
    kind: str
    file_id: str | None
    album: str | None

    @property
    def labels(self) -> list[list[str]]:
        """The texts on the buttons, row by row."""
        return [[button.text for button in row] for row in self.buttons]


@dataclass(eq=False)
class Chat:
    """One chat with its history; `bot_status` is "none" until a person starts the bot."""

    id: int
    kind: Kind
    names: dict[str, str]
    bot_status: str
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    unchangeable: set[int] = field(default_factory=set)
    keyboard: list[list[str]] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    migrated_to: int | None = None
    revision: int = 0
    _changed: dict[int, int] = field(default_factory=dict)
    _waiters: list[asyncio.Future[None]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The Chat object."""
        return {"id": self.id, "type": self.kind, **self.names}

    def put(self, message: dict[str, Any]) -> None:
        """Shows a message, new or changed."""
        message_id = message["message_id"]
        self.messages[message_id] = message
        self.revision += 1
        self._changed.pop(message_id, None)
        self._changed[message_id] = self.revision
        self._wake()

    def remove(self, message_id: int) -> None:
        """Takes a message away."""
        del self.messages[message_id]
        self._changed.pop(message_id, None)
        self.revision += 1
        self._wake()

    def _wake(self) -> None:
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def seen(self) -> list[Seen]:
        """The messages in order."""
        return [see(message) for message in self.messages.values()]

    def changed_since(self, revision: int) -> Iterator[Seen]:
        """Messages new or changed after `revision`, the latest change first."""
        for message_id, at in reversed(self._changed.items()):
            if at <= revision:
                return
            yield see(self.messages[message_id])

    async def find(
        self,
        fits: Callable[[Seen], bool],
        *,
        since: int,
        timeout: float,  # noqa: ASYNC109
    ) -> Seen:
        """The latest message changed after `since` that fits, as soon as there is one."""
        async with asyncio.timeout(timeout):
            while True:
                for message in self.changed_since(since):
                    if fits(message):
                        return message
                await self.change()

    async def change(self) -> None:
        """Returns when something in the chat changes."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter


def see(message: dict[str, Any]) -> Seen:
    """What a person sees of a Message object."""
    text = message.get("text", message.get("caption", ""))
    entities = message.get("entities", message.get("caption_entities", []))
    kind = next((kind for kind in MEDIA if kind in message), "text" if text else "service")
    sender = message.get("from") or message.get("sender_chat") or {}
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return Seen(
        id=message["message_id"],
        text=text,
        html=render_html(text, entities),
        buttons=[
            [Button(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in rows
        ],
        from_bot=bool(sender.get("is_bot")),
        sender=sender.get("first_name") or sender.get("title", ""),
        date=message["date"],
        edited="edit_date" in message,
        kind=kind,
        file_id=_file_id(message.get(kind)),
        album=message.get("media_group_id"),
    )


def _file_id(media: object) -> str | None:
    if isinstance(media, list):
        media = media[-1]
    found = media.get("file_id") if isinstance(media, dict) else None
    return found if isinstance(found, str) else None
