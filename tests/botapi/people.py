"""People with a phone in their hand, played by a test."""

import asyncio
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PIL import Image

from tests.botapi.chats import Button, Chat, Seen
from tests.botapi.groups import Group
from tests.botapi.html import found_entities
from tests.botapi.members import set_bot_status
from tests.botapi.world import BOT, Press, World
from tests.patience import PATIENCE

Moment = datetime | float | None
Wanted = str | Callable[[Seen], bool]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person sent: its message, and the update if the bot hears of it."""

    message_id: int
    update_id: int | None


def some_picture(shade: int = 0) -> bytes:
    """A small real JPEG."""
    picture = io.BytesIO()
    Image.new("RGB", (16, 12), (shade % 256, 90, 60)).save(picture, "JPEG")
    return picture.getvalue()


class Person:
    """One person with a private chat with the bot."""

    def __init__(self, world: World, name: str, language_code: str | None) -> None:
        self.world = world
        self.name = name
        self.id = world.number("user")
        self.json: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": name}
        if language_code:
            self.json["language_code"] = language_code
        world.people[self.id] = self.json
        self.private: Chat = world.add_chat("private", {"first_name": name}, chat_id=self.id)
        self._marks: dict[int, int] = {}

    @property
    def chat(self) -> list[Seen]:
        """The private chat as the person sees it now."""
        return self.private.seen()

    @property
    def last(self) -> Seen:
        """The last message of the private chat."""
        return self.chat[-1]

    async def send(
        self,
        text: str,
        *,
        date: Moment = None,
        chat: Group | None = None,
        reply_to: int | None = None,
    ) -> Said:
        """Types a message, in the private chat or a group."""
        content: dict[str, Any] = {"text": text}
        if entities := found_entities(text):
            content["entities"] = entities
        return self._say(content, date=date, group=chat, reply_to=reply_to)

    async def send_photo(
        self,
        data: bytes | None = None,
        *,
        caption: str = "",
        size: int | None = None,
        date: Moment = None,
    ) -> Said:
        """Sends a photo; `size` claims more bytes than there are."""
        return self._say(self._photo(data, size) | _caption(caption), date=date)

    async def send_album(
        self,
        photos: Iterable[bytes | None] = (None, None),
        *,
        caption: str = "",
        date: Moment = None,
    ) -> list[Said]:
        """Sends photos as one album; the caption stands under the first."""
        album = {"media_group_id": str(13_000_000_000 + self.world.number("press"))}
        contents = [self._photo(data, None) | album for data in photos]
        contents[0] |= _caption(caption)
        return [self._say(content, date=date) for content in contents]

    async def send_document(
        self,
        name: str = "bien-ban.pdf",
        data: bytes = b"%PDF-1.7\n",
        *,
        mime: str = "application/pdf",
        caption: str = "",
        size: int | None = None,
        date: Moment = None,
    ) -> Said:
        """Sends a file."""
        file_id = self.world.store_file(data, name=name, mime=mime, size=size)
        content = self.world.media("document", file_id) | _caption(caption)
        return self._say(content, date=date)

    async def send_voice(self, *, date: Moment = None) -> Said:
        """Sends a voice message."""
        file_id = self.world.store_file(b"OggS", name="voice.oga", mime="audio/ogg")
        return self._say(self.world.media("voice", file_id), date=date)

    async def send_sticker(self, *, date: Moment = None) -> Said:
        """Sends a sticker."""
        file_id = self.world.store_file(b"RIFF", name="sticker.webp", mime="image/webp")
        return self._say(self.world.media("sticker", file_id), date=date)

    async def send_location(
        self, latitude: float = 9.6, longitude: float = 106.5, *, date: Moment = None
    ) -> Said:
        """Sends a place."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._say({"location": place}, date=date)

    async def edit(self, message_id: int, text: str) -> Said:
        """Changes an own message."""
        self._begin(self.private)
        old = self.private.messages[message_id]
        message = old | {"text": text, "edit_date": self.world.now()}
        self.private.put(message)
        return Said(message_id, self.world.updates.push("edited_message", message))

    async def press(self, button: str, *, chat: Group | None = None) -> Press | Said:
        """Taps the latest button with this label or key; a reply keyboard's button is typed."""
        place = chat.chat if chat else self.private
        for message_id in reversed(place.messages):
            if data := _data(place, message_id, button):
                return await self.press_on(message_id, data, chat=chat)
        if any(button in row for row in place.keyboard):
            return await self.send(button, chat=chat)
        raise LookupError(f"{self.name} sees no button {button!r} in\n{_transcript(place)}")

    async def press_on(self, message_id: int, data: str, *, chat: Group | None = None) -> Press:
        """Taps on any message, old or gone, with any data, forged or real."""
        place = chat.chat if chat else self.private
        self._begin(place)
        gone = {"chat": place.as_json(), "message_id": message_id, "date": 0}
        press = self.world.press(data, message_id)
        press.update_id = self.world.updates.push(
            "callback_query",
            {
                "id": press.id,
                "from": self.json,
                "message": place.messages.get(message_id, gone),
                "chat_instance": str(place.id),
                "data": data,
            },
        )
        return press

    @property
    def commands(self) -> list[str]:
        """The commands behind the menu button: the chat's own, else those for everybody."""
        kept = self.world.commands
        language = str(self.json.get("language_code", ""))
        found = (
            kept.get(f"chat:{self.id}:{language}")
            or kept.get(f"chat:{self.id}:")
            or kept.get(f"default:{language}")
            or kept.get("default:", [])
        )
        return [entry["command"] for entry in found]

    async def block(self) -> int | None:
        """Blocks the bot."""
        return set_bot_status(self.world, self.private, self.json, "kicked")

    async def unblock(self) -> int | None:
        """Lets the bot write again."""
        return set_bot_status(self.world, self.private, self.json, "member")

    async def wait_for(
        self,
        wanted: Wanted,
        *,
        timeout: float = PATIENCE,  # noqa: ASYNC109
        since: int | None = None,
    ) -> Seen:
        """The bot's message with this text, new or changed since the person's last action.

        `since` is an earlier `mark()`; 0 looks through the whole chat.
        """
        fits = wanted if callable(wanted) else lambda message: wanted in message.text
        mark = self._marks.get(self.id, 0) if since is None else since
        try:
            return await self.private.find(
                lambda message: message.from_bot and fits(message), since=mark, timeout=timeout
            )
        except TimeoutError:
            raise TimeoutError(
                f"{self.name} waited {timeout} s for {wanted!r} in\n{_transcript(self.private)}"
            ) from None

    async def wait_until(
        self,
        true: Callable[[list[Seen]], bool],
        *,
        timeout: float = PATIENCE,  # noqa: ASYNC109
    ) -> list[Seen]:
        """The chat as soon as the condition holds for it as a whole."""
        async with asyncio.timeout(timeout):
            while not true(self.chat):
                await self.private.change()
        return self.chat

    def mark(self) -> int:
        """The present moment of the chat, for `wait_for(since=)`."""
        return self.private.revision

    def _begin(self, chat: Chat) -> None:
        self._marks[chat.id] = chat.revision

    def _say(
        self,
        content: dict[str, Any],
        *,
        date: Moment = None,
        group: Group | None = None,
        reply_to: int | None = None,
    ) -> Said:
        chat = group.chat if group else self.private
        if chat.bot_status == "kicked" and chat.kind == "private":
            raise RuntimeError(f"{self.name} has blocked the bot")
        self._begin(chat)
        if chat.bot_status == "none":
            chat.bot_status = "member"
        if reply_to is not None:
            content["reply_to_message"] = chat.messages[reply_to]
        when = date.timestamp() if isinstance(date, datetime) else date
        message = self.world.show(
            chat, self.json, content, date=None if when is None else int(when)
        )
        heard = group is None or _hears(chat, message)
        update_id = self.world.updates.push("message", message) if heard else None
        return Said(message["message_id"], update_id)

    def _photo(self, data: bytes | None, size: int | None) -> dict[str, Any]:
        number = len(self.world.files)
        data = some_picture(number) if data is None else data
        file_id = self.world.store_file(
            data, name=f"photo{number}.jpg", mime="image/jpeg", size=size
        )
        return self.world.media("photo", file_id)


def _caption(text: str) -> dict[str, Any]:
    return {"caption": text} if text else {}


def _hears(chat: Chat, message: dict[str, Any]) -> bool:
    """Whether the bot, in privacy mode, gets a group's message."""
    if chat.bot_status == "administrator":
        return True
    text = message.get("text", "")
    replied = message.get("reply_to_message", {}).get("from") == BOT
    to_bot = text.startswith("/") or f"@{BOT['username']}" in text or replied
    return chat.bot_status == "member" and to_bot


def _data(chat: Chat, message_id: int, wanted: str) -> str | None:
    rows = chat.messages[message_id].get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [Button(b["text"], b.get("callback_data"), b.get("url")) for r in rows for b in r]
    for test in (_same_text, _same_data, _same_key):
        for button in buttons:
            if button.data and test(button, wanted):
                return button.data
    return None


def _same_text(button: Button, wanted: str) -> bool:
    return button.text == wanted


def _same_data(button: Button, wanted: str) -> bool:
    return button.data == wanted


def _same_key(button: Button, wanted: str) -> bool:
    return re.split(r"[:|/.]", button.data or "")[-1].rstrip("+-") == wanted


def _transcript(chat: Chat) -> str:
    lines = [
        f"  {message.sender}: {message.text or message.kind!r} {message.labels or ''}"
        for message in chat.seen()[-6:]
    ]
    return "\n".join(lines) or "  (an empty chat)"
