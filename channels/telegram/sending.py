"""One outbox row put on a Telegram screen: new, changed, with files."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from telegram.error import TelegramError

from channels.delivery import Delivered, Sending, TargetLost
from channels.telegram.client import TelegramClient
from channels.telegram.draw import CAPTION_LIMIT, draw_caption, draw_text
from channels.telegram.errors import is_unmodified
from channels.telegram.uploads import Upload, grouped, load_uploads
from channels.telegram.values import moment
from domain.rich import displayed_length


def chat_id(chat: str) -> int | str:
    """Gives a chat id as Telegram wants it: a number, or the public name of a channel."""
    return int(chat) if chat.lstrip("-").isdecimal() else chat


async def send_new(client: TelegramClient, sending: Sending, now: datetime) -> Delivered:
    """Shows a message that was not there; many files come before the words they belong to."""
    chat, message = chat_id(sending.address.chat), sending.message
    uploads = await load_uploads(sending.files, sending.names)
    short = displayed_length(message.text) <= CAPTION_LIMIT
    if len(uploads) == 1 and short:
        only = uploads[0]
        caption = draw_caption(message)
        shown = await client.call(only.method, chat_id=chat, **only.alone(), **caption)
        return _delivered(shown, now)
    groups = list(grouped(uploads))
    if len(groups) == 1 and short and message.prompt is None:
        return _delivered(await _send_group(client, chat, groups[0], message.text), now)
    for group in groups:
        await _send_group(client, chat, group)
    return _delivered(await client.call("sendMessage", chat_id=chat, **draw_text(message)), now)


async def send_edit(
    client: TelegramClient, sending: Sending, edits: str, now: datetime
) -> Delivered:
    """Changes a message that was shown before; looking the same already is success."""
    if not edits.isdecimal():
        raise TargetLost(f"no message has the id {edits!r}")
    chat = chat_id(sending.address.chat)
    method, look = "editMessageText", draw_text(sending.message)
    if sending.files:
        method, look = "editMessageCaption", draw_caption(sending.message)
    try:
        return _delivered(
            await client.call(method, chat_id=chat, message_id=int(edits), **look), now
        )
    except TelegramError as error:
        if not is_unmodified(error):
            raise
        return Delivered(edits, now)


async def _send_group(
    client: TelegramClient, chat: int | str, group: Sequence[Upload], caption: str = ""
) -> Any:  # noqa: ANN401 - JSON
    if len(group) == 1:
        return await client.call(group[0].method, chat_id=chat, **group[0].alone())
    media = [upload.grouped("" if index else caption) for index, upload in enumerate(group)]
    shown = await client.call("sendMediaGroup", chat_id=chat, media=media)
    return shown[0]


def _delivered(shown: dict[str, Any], now: datetime) -> Delivered:
    at = moment(shown.get("edit_date"), shown.get("date"), default=now)
    return Delivered(str(shown["message_id"]), at)
