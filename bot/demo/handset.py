"""A phone without a screen: reads a page of the demo, types and presses on it."""

import asyncio
from collections.abc import Sequence

import orjson

from bot.app import App
from channels.delivery import ReceivedUpdate
from channels.web import WebEvent
from domain.inbound import Address, Inbound, InboundKind
from domain.message import Choice, Prompt
from storage.messages import inbox, outbox

_BATCH = 100
_LOOKS = 500
_BETWEEN_LOOKS = 0.01


class Handset:
    """One page of a running bot; `prompt` is the question that was asked on it last."""

    def __init__(self, app: App, address: Address) -> None:
        self.prompt: Prompt | None = None
        self._app = app
        self._address = address
        self._seen = 0
        self._sent = 0

    async def news(self) -> Sequence[WebEvent]:
        """Returns what was said or changed since the last look."""
        found = await self._app.web.events(self._address, after=self._seen, limit=_BATCH)
        if found:
            self._seen = found[-1].id
            newest = max(found, key=lambda event: (event.place, event.id))
            self.prompt = newest.prompt
        return found

    async def press(self, choice: Choice) -> None:
        """Presses a button of the open question and waits for the answer."""
        prompt = self.prompt.id if self.prompt else None
        await self._send(
            Inbound(
                address=self._address,
                external_id=self._next_id(),
                kind=InboundKind.CHOICE,
                sent_at=self._app.clock(),
                prompt_id=prompt,
                choice=choice.key,
            )
        )

    async def type(self, text: str) -> None:
        """Sends a text and waits for the answer."""
        number = self._next_id()
        await self._send(
            Inbound(
                address=self._address,
                external_id=number,
                kind=InboundKind.TEXT,
                sent_at=self._app.clock(),
                text=text,
                prompt_id=self.prompt.id if self.prompt else None,
                message_id=number,
            )
        )

    def _next_id(self) -> str:
        self._sent += 1
        return f"handset-{self._address.chat}-{self._sent}"

    async def _send(self, inbound: Inbound) -> None:
        raw = orjson.dumps({"text": inbound.text, "choice": inbound.choice}).decode()
        await self._app.web.store([ReceivedUpdate(raw, inbound)])
        for _ in range(_LOOKS):
            await asyncio.sleep(_BETWEEN_LOOKS)
            if await self._is_quiet():
                return

    async def _is_quiet(self) -> bool:
        async with self._app.database.read() as unit:
            waiting = await inbox.count_pending(unit)
            replies = await outbox.list_pending(
                unit,
                channel=self._address.channel,
                account=self._address.account,
                by_bot=False,
                now=self._app.clock(),
                limit=1,
            )
        return not waiting and not replies
