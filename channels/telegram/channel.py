"""One bot account on Telegram, as every messenger is offered to the rest of the program."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram.error import TelegramError

from channels.backoff import Backoff
from channels.delivery import DeliveryResult, Receive, ReceivedUpdate, Rejected, Sending
from channels.telegram.client import TelegramClient
from channels.telegram.draw import TEXT_LIMIT
from channels.telegram.errors import (
    FileTooLarge,
    delivery_error,
    is_deleted,
    is_missing,
    is_stale_press,
)
from channels.telegram.parse import ALLOWED_UPDATES, Reader
from channels.telegram.polling import poll_updates
from channels.telegram.retry import insist, raise_if_rejected
from channels.telegram.sending import chat_id, send_edit, send_new
from channels.telegram.webhook import Webhook, check_secret
from channels.values import render_raw
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address, FileRef

DOWNLOAD_LIMIT = 20 * 1024 * 1024
_ANSWER_LIMIT = 200
_log = structlog.get_logger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TelegramChannel:
    """Sends, receives and fetches for one bot account; implements `Channel`."""

    name = "telegram"
    abilities = ChannelAbilities(
        buttons=True,
        edits=True,
        files=True,
        takes_files=True,
        deletes=True,
        text_limit=TEXT_LIMIT,
        # One below the 30 a second: Telegram's second and ours do not begin together.
        # https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
        pace=Pace(per_second=29, chat_seconds=1.0, per_group=20),
    )

    def __init__(
        self,
        *,
        account: str,
        client: TelegramClient,
        clock: Callable[[], datetime] = _utc_now,
        longest_pause: float = 30.0,
        poll_seconds: int = 30,
    ) -> None:
        self.account = account
        self.username = ""
        self._client = client
        self._clock = clock
        self._longest_pause = longest_pause
        self._poll_seconds = poll_seconds

    async def close(self) -> None:
        """Closes every connection to Telegram."""
        await self._client.close_connections()

    def deep_link(self, code: str) -> str:
        """Gives the link that opens the bot and sends "/start CODE"; needs `introduce`."""
        return f"https://t.me/{self.username}?start={code}"

    async def introduce(self) -> None:
        """Learns the bot's user name, however long Telegram is away."""
        me = await self._insist("getMe")
        self.username = str(me.get("username", ""))

    async def set_commands(self, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Sets the command menu: (name, description) by language, "" for all others."""
        for language, menu in commands.items():
            items = [{"command": name, "description": text} for name, text in menu]
            await self._insist("setMyCommands", commands=items, language_code=language or None)

    async def set_own_commands(
        self, address: Address, commands: Sequence[tuple[str, str]]
    ) -> None:
        """Sets the command menu of one private chat, or gives it that of everybody for none."""
        scope = {"type": "chat", "chat_id": chat_id(address.chat)}
        items = [{"command": name, "description": text} for name, text in commands]
        try:
            if items:
                await self._client.call("setMyCommands", commands=items, scope=scope)
            else:
                await self._client.call("deleteMyCommands", scope=scope)
        except TelegramError as error:
            raise delivery_error(error) from error

    async def send(self, sending: Sending) -> DeliveryResult:
        """Shows a message or changes one; "not modified" counts as delivered."""
        now = self._clock()
        try:
            if sending.edits is None:
                return await send_new(self._client, sending, now)
            return await send_edit(self._client, sending, sending.edits, now)
        except TelegramError as error:
            raise_if_rejected(error)
            raise delivery_error(error) from error
        except (OSError, ValueError) as error:
            raise Rejected(str(error)) from error

    async def delete(self, address: Address, message_id: str) -> None:
        """Removes a message, such as a one-time code in a group; gone already is success."""
        try:
            await self._client.call(
                "deleteMessage", chat_id=chat_id(address.chat), message_id=int(message_id)
            )
        except TelegramError as error:
            if not is_deleted(error):
                raise delivery_error(error) from error

    async def answer_press(self, press_id: str, text: str = "") -> None:
        """Stops the waiting sign on a pressed button; one pressed too long ago is left be."""
        words = text[:_ANSWER_LIMIT] or None
        try:
            await self._client.call("answerCallbackQuery", callback_query_id=press_id, text=words)
        except TelegramError as error:
            if not is_stale_press(error):
                raise delivery_error(error) from error

    async def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a file that a person sent; raises `FileTooLarge` over 20 MB."""
        if file.size > DOWNLOAD_LIMIT:
            raise FileTooLarge(f"{file.size} bytes are more than Telegram hands out")
        try:
            found = await self._client.call("getFile", file_id=file.file_id)
            async with aclosing(self._client.stream(found["file_path"])) as chunks:
                async for chunk in chunks:
                    yield chunk
        except TelegramError as error:
            if is_missing(error):
                raise Rejected(str(error)) from error
            raise delivery_error(error) from error

    async def receive(self, store: Receive) -> None:
        """Takes updates by long polling; each is acknowledged only after `store` returned."""
        await self.introduce()
        await self.delete_webhook()
        await poll_updates(
            self._client,
            self._read,
            store,
            backoff=self._backoff(),
            seconds=self._poll_seconds,
        )

    def webhook(self, secret: str) -> Webhook:
        """Gives what the web server hands pushed updates to."""
        return Webhook(secret, self._read)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Asks Telegram to push updates to `url`, however long it is away."""
        check_secret(secret)
        await self.introduce()
        await self._insist(
            "setWebhook", url=url, secret_token=secret, allowed_updates=ALLOWED_UPDATES
        )

    async def delete_webhook(self) -> None:
        """Asks Telegram to keep updates until they are polled, however long it is away."""
        await self._insist("deleteWebhook", drop_pending_updates=False)

    def _read(self, update: object) -> ReceivedUpdate:
        reader = Reader(account=self.account, username=self.username, channel=self.name)
        return ReceivedUpdate(render_raw(update), reader.read(update, now=self._clock()))

    def _backoff(self) -> Backoff:
        return Backoff(first=min(0.5, self._longest_pause), cap=self._longest_pause)

    async def _insist(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON
        return await insist(
            lambda: self._client.call(method, **parameters), what=method, backoff=self._backoff()
        )
