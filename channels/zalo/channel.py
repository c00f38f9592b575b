"""One bot account on Zalo, as every messenger is offered to the rest of the program."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any

import structlog

from channels.backoff import Backoff
from channels.delivery import DeliveryResult, Receive, ReceivedUpdate, Rejected, Sending
from channels.values import identifier, mapping, render_raw
from channels.zalo.client import ZaloClient
from channels.zalo.errors import (
    ZaloError,
    ZaloRefusal,
    delivery_error,
    is_unset,
    raise_if_rejected,
)
from channels.zalo.files import Linked, LinkTo, link_files
from channels.zalo.parse import Reader, find_events, moment_of
from channels.zalo.polling import poll_events
from channels.zalo.webhook import Webhook, check_secret
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address, FileRef
from domain.quota import Quota
from domain.rich import displayed_length, plain_text, split_rich

# https://docs.zaloplatforms.com/docs/BOT; the unit is not said, UTF-16 is the strictest of them.
TEXT_LIMIT = 2000
# No rate is published: slow enough for what the bot starts, and nobody waits for that.
PACE = Pace(per_second=5, chat_seconds=1.0)

# Each message counts, in both directions.
TOGETHER = 3

_log = structlog.get_logger(__name__)

# Zalo fetches a picture from us before it answers.
_FETCHES_FIRST = 150.0
_POLL = 30


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _with_lines(text: str, lines: Sequence[str]) -> Sequence[str]:
    """Gives the words with links below them, the links first in a message of their own if long."""
    links = "\n".join(lines)
    together = f"{text}\n\n{links}" if text and links else text or links
    if displayed_length(escape(together)) <= TEXT_LIMIT:
        return [together]
    return [*map(plain_text, split_rich(escape(links), TEXT_LIMIT)), text]


class ZaloChannel:
    """Sends, receives and fetches for one bot account; implements `Channel`."""

    name = "zalo"

    def __init__(
        self,
        *,
        account: str,
        client: ZaloClient,
        quota: Quota | None = None,
        link_to: LinkTo | None = None,
        clock: Callable[[], datetime] = _utc_now,
        longest_pause: float = 30.0,
    ) -> None:
        self.account = account
        self.abilities = ChannelAbilities(
            files=link_to is not None,
            takes_files=True,
            text_limit=TEXT_LIMIT,
            pace=PACE,
            quota=quota,
            together=TOGETHER,
        )
        self._link_to = link_to
        self._bot_id = ""
        self._client = client
        self._clock = clock
        self._longest_pause = longest_pause

    async def close(self) -> None:
        """Closes every connection to Zalo."""
        await self._client.close()

    async def send(self, sending: Sending) -> DeliveryResult:
        """Shows a message, always a new one: pictures first, then the words with links."""
        chat, text = sending.address.chat, plain_text(sending.message.text)
        links: tuple[Linked, ...] = ()
        if self._link_to is not None and sending.files:
            links = await link_files(sending.files, sending.names, self._link_to)
        pictures = [link for link in links if link.is_picture]
        lines = [link.line for link in links if not link.is_picture]
        if len(pictures) == len(links) == 1:
            if shown := await self._picture(chat, links[0], text):
                return shown
            lines, pictures = [links[0].line], []
        sent = 0
        for picture in pictures:
            if await self._picture(chat, picture, ""):
                sent += 1
            else:
                lines.append(picture.line)
        *first, last = _with_lines(text, lines)
        # Plain, without `parse_mode`: nothing says how people's own words would be escaped.
        for part in first:
            await self._send("sendMessage", chat_id=chat, text=part)
        done = await self._send("sendMessage", chat_id=chat, text=last)
        return replace(done, messages=sent + len(first) + 1)

    async def _picture(self, chat: str, picture: Linked, caption: str) -> DeliveryResult | None:
        """Shows a picture that Zalo fetches first; None where it does not take it."""
        words = {"caption": caption} if caption.strip() else {}
        try:
            return await self._send(
                "sendPhoto", patience=_FETCHES_FIRST, chat_id=chat, photo=picture.url, **words
            )
        except Rejected as error:
            _log.warning("picture refused, linked instead", reason=str(error))
            return None

    async def _send(
        self, method: str, *, patience: float = 0.0, **parameters: object
    ) -> DeliveryResult:
        try:
            shown = mapping(await self._client.call(method, parameters, patience=patience))
        except ZaloError as error:
            raise_if_rejected(error)
            raise delivery_error(error) from error
        at = moment_of(shown.get("date"), default=self._clock())
        return DeliveryResult(identifier(shown.get("message_id")), at)

    async def answer_press(self, press_id: str, text: str = "") -> None:
        """Does nothing: there are no buttons."""

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        """Does nothing: there is no menu of commands."""

    async def delete(self, address: Address, message_id: str) -> None:
        """Does nothing: Zalo lets no bot remove a message."""

    async def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a picture or recording, whose address Zalo soon lets expire."""
        try:
            async with aclosing(self._client.stream(file.file_id)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except ZaloRefusal as error:
            if error.code < 500:  # noqa: PLR2004 - gone for good, not for now
                raise Rejected(str(error)) from error
            raise delivery_error(error) from error
        except ZaloError as error:
            raise delivery_error(error) from error

    async def receive(self, store: Receive) -> None:
        """Takes events by polling, which Zalo means for development."""
        await self.introduce()
        await self._insist("deleteWebhook")
        await poll_events(
            self._client,
            self.read,
            store,
            backoff=self._backoff(),
            seconds=_POLL,
        )

    def webhook(self, secret: str) -> Webhook:
        """Gives what the web server hands pushed events to."""
        return Webhook(secret, self.read)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Asks Zalo to push events to `url`, however long it is away; says how its probe went."""
        check_secret(secret)
        await self.introduce()
        answer = mapping(await self._insist("setWebhook", url=url, secret_token=secret))
        probe = mapping(answer.get("verification"))
        if probe.get("ok") is False:
            _log.warning(
                "Zalo cannot reach the webhook yet",
                account=self.account,
                outcome=str(probe.get("outcome", "")),
            )

    async def introduce(self) -> None:
        """Learns the bot's id, however long Zalo is away."""
        self._bot_id = identifier(mapping(await self._insist("getMe")).get("id"))

    def read(self, body: object) -> list[ReceivedUpdate]:
        """Understands what was polled or pushed; what is nobody's to answer is left out."""
        reader, now = Reader(account=self.account, bot_id=self._bot_id), self._clock()
        understood = [(event, reader.read(event, now=now)) for event in find_events(body)]
        return [ReceivedUpdate(render_raw(event), found) for event, found in understood if found]

    def _backoff(self) -> Backoff:
        return Backoff(first=min(0.5, self._longest_pause), cap=self._longest_pause)

    async def _insist(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON
        """Repeats a call until it works; only a rejected token ends it."""
        backoff = self._backoff()
        while True:
            try:
                result = await self._client.call(method, parameters)
            except ZaloError as error:
                raise_if_rejected(error)
                if method == "deleteWebhook" and is_unset(error):
                    return None
                await backoff.pause(f"{method} failed, will try again", error)
            else:
                backoff.reset()
                return result
