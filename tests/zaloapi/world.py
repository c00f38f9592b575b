"""What the platform knows: chats, what waits to be read, the webhook, troubles."""

import asyncio
import secrets
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """A call that gets no result; `fault` marks one that no well-made client ever sends."""

    def __init__(self, code: int, description: str, *, fault: bool = False) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Fault:
    """A call that breaks the platform's rules."""

    method: str
    parameters: Json
    description: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as it stands in a chat."""

    text: str
    photo: bytes = b""


@dataclass
class Trouble:
    """What befalls the next `times` calls of a method.

    `code` 0 cuts the connection before the call takes effect; `page` answers with a page of HTML,
    as a server on the way does.
    """

    method: str
    code: int = 0
    times: int = 1
    page: str = ""
    met: int = 0


@dataclass
class World:
    """One bot account and the people who write to it."""

    token: str = "1234567890:" + "zAlo-Secret_" * 3
    bot_id: str = "1459232241454765289"
    clock: Callable[[], float] = time.time
    chats: dict[str, list[Shown]] = field(default_factory=dict)
    waiting: deque[Json] = field(default_factory=deque)
    media: dict[str, bytes] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_set_at: int = 0
    tests_left: int = 3
    polls: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    shown: asyncio.Event = field(default_factory=asyncio.Event)
    push: Callable[[Json], None] | None = None

    def now(self) -> int:
        """Returns the time as the platform writes it, in milliseconds."""
        return int(self.clock() * 1000)

    def show(self, chat: str, shown: Shown) -> Json:
        """Puts a message of the bot on a screen."""
        self.chats[chat].append(shown)
        self.shown.set()
        return {"message_id": secrets.token_hex(10), "date": self.now()}

    def bring(self, event: Json) -> None:
        """Hands an event to the webhook, or keeps it until it is read."""
        if self.webhook_url and self.push is not None:
            self.push(event)
        else:
            self.waiting.append(event)
            self.arrived.set()

    def trouble(self, method: str) -> Trouble | None:
        """Returns what befalls a call."""
        for plan in self.troubles:
            if plan.method in ("", method) and plan.met < plan.times:
                plan.met += 1
                return plan
        return None
