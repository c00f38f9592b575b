"""Everything the server knows: chats, people, files, updates. It outlives the bot."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.chats import Chat, Kind
from tests.botapi.errors import forbidden, refused
from tests.botapi.limits import Limits, Stats
from tests.botapi.troubles import Troubles
from tests.botapi.updates import Updates
from tests.botapi.webhook import Webhook

TOKEN = "123456:invented-token-of-the-test-server"
BOT: dict[str, Any] = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Sinh hoạt",
    "username": "sinhhoat_test_bot",
}


@dataclass(slots=True)
class StoredFile:
    """A file that was sent; `size` may be claimed larger than the bytes kept."""

    data: bytes
    name: str
    mime: str
    path: str
    size: int


@dataclass(eq=False)
class Press:
    """A tap on a button, and the bot's answer to it."""

    id: str
    data: str
    message_id: int
    at: float
    text: str | None = None
    alert: bool = False
    answered_at: float | None = None
    update_id: int | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class World:
    """The state of the server."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        token: str = TOKEN,
    ) -> None:
        self.clock = clock
        self.wall_clock = wall_clock
        self.token = token
        self.callback_lifetime = 15.0
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, dict[str, Any]] = {BOT["id"]: BOT}
        self.files: dict[str, StoredFile] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[str, list[dict[str, Any]]] = {}
        self.updates = Updates()
        self.webhook = Webhook(self.updates)
        self.limits = Limits(clock)
        self.stats = Stats(clock)
        self.troubles = Troubles()
        self._numbers = {"message": 0, "user": 1_000_000, "press": 0, "file": 0, "chat": 0}

    def number(self, kind: str) -> int:
        """The next number of a kind."""
        self._numbers[kind] += 1
        return self._numbers[kind]

    def now(self) -> int:
        """The time as messages carry it."""
        return int(self.wall_clock())

    def add_chat(self, kind: Kind, names: dict[str, str], *, chat_id: int | None = None) -> Chat:
        """A new chat in which the bot is not yet."""
        if chat_id is None:
            number = self.number("chat")
            chat_id = -5_000_000 - number if kind == "group" else -1_001_000_000_000 - number
        chat = Chat(chat_id, kind, names, "none" if kind == "private" else "left")
        self.chats[chat_id] = chat
        return chat

    def known_chat(self, chat_id: int | str) -> Chat:
        """The chat, or 400."""
        if isinstance(chat_id, int):
            chat = self.chats.get(chat_id)
        else:
            named = {f"@{c.names.get('username')}": c for c in self.chats.values()}
            chat = named.get(chat_id)
        if chat is None:
            raise refused("chat not found")
        if chat.migrated_to:
            raise refused(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
            )
        return chat

    def reachable_chat(self, chat_id: int | str) -> Chat:
        """The chat if the bot may speak there, or 400 or 403."""
        chat = self.known_chat(chat_id)
        status = chat.bot_status
        if chat.kind == "private" and status != "member":
            raise forbidden(
                "bot was blocked by the user"
                if status == "kicked"
                else "bot can't initiate conversation with a user"
            )
        if status in ("left", "kicked"):
            raise forbidden(
                f"bot was kicked from the {chat.kind} chat"
                if status == "kicked"
                else f"bot is not a member of the {chat.kind} chat"
            )
        if chat.kind == "channel" and status != "administrator":
            raise refused("need administrator rights in the channel chat")
        return chat

    def show(
        self,
        chat: Chat,
        sender: dict[str, Any] | None,
        content: dict[str, Any],
        *,
        date: int | None = None,
    ) -> dict[str, Any]:
        """A new message in a chat; without `sender` it is the channel's own."""
        message: dict[str, Any] = {"message_id": self.number("message")}
        message["from" if sender else "sender_chat"] = sender or chat.as_json()
        message |= {"chat": chat.as_json(), "date": self.now() if date is None else date}
        message |= content
        chat.put(message)
        return message

    def press(self, data: str, message_id: int) -> Press:
        """Notes a tap that waits for its answer."""
        number = self.number("press")
        press = Press(str(4_000_000_000 + number), data, message_id, self.clock())
        self.presses[press.id] = press
        return press

    def store_file(self, data: bytes, *, name: str, mime: str, size: int | None = None) -> str:
        """Keeps a file and returns its id."""
        number = self.number("file")
        file_id = f"AgACAgUAAxkBAAI{number:08d}"
        folder = "photos" if mime.startswith("image/") else "documents"
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{folder}/file_{number}.{suffix}"
        self.files[file_id] = StoredFile(data, name, mime, path, size or len(data))
        return file_id

    def media(self, kind: str, file_id: str) -> dict[str, Any]:
        """The field of a message that shows a stored file."""
        file = self.files[file_id]
        shared = {
            "file_id": file_id,
            "file_unique_id": f"AQAD{file_id[-8:]}",
            "file_size": file.size,
        }
        extra: dict[str, Any] = {"file_name": file.name, "mime_type": file.mime}
        if kind == "photo":
            return {"photo": [shared | {"width": 1280, "height": 960}]}
        if kind == "voice":
            extra = {"duration": 4, "mime_type": file.mime}
        if kind == "sticker":
            extra = {"width": 512, "height": 512, "type": "regular", "emoji": "👍"}
            extra |= {"is_animated": False, "is_video": False}
        return {kind: shared | extra}
