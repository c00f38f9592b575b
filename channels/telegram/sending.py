"""One outbox row put on a Telegram screen: new, changed, with files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog
from telegram.error import TelegramError

from channels.delivery import DeliveryResult, Rejected, Sending, TargetLost
from channels.telegram.client import TelegramClient
from channels.telegram.draw import CAPTION_LIMIT, draw_caption, draw_sound, draw_text
from channels.telegram.errors import delivery_error, has_no_text, is_unmodified
from channels.telegram.uploads import Upload, grouped, load_uploads
from channels.values import moment
from domain.message import Message
from domain.rich import displayed_length

_log = structlog.get_logger(__name__)


def chat_id(chat: str) -> int | str:
    """Gives a chat id as Telegram wants it: a number, or the public name of a channel."""
    return int(chat) if chat.lstrip("-").isdecimal() else chat


async def send_new(client: TelegramClient, sending: Sending, now: datetime) -> DeliveryResult:
    """Shows a message that was not there; many files come before the words they belong to.

    A file that Telegram refuses takes neither the others with it nor the words.
    """
    chat, message = chat_id(sending.address.chat), sending.message
    uploads = await load_uploads(sending.files, sending.names)
    short = displayed_length(message.text) <= CAPTION_LIMIT
    if len(uploads) == 1 and short:
        look = draw_caption(message) | draw_sound(message)
        shown = await _send_file(client, chat, uploads[0], **look)
        return _delivered(shown or await _send_text(client, chat, message), now)
    groups = list(grouped(uploads))
    if len(groups) == 1 and short and message.prompt is None:
        shown = await _send_group(client, chat, groups[0], message.text)
        return _delivered(shown or await _send_text(client, chat, message), now)
    for group in groups:
        await _send_group(client, chat, group)
    return _delivered(await _send_text(client, chat, message), now)


async def send_edit(
    client: TelegramClient, sending: Sending, edits: str, now: datetime
) -> DeliveryResult:
    """Changes a message that was shown before; looking the same already is success.

    What is shown decides how: words alone, or words under a file, which hold less.
    """
    if not edits.isdecimal():
        raise TargetLost(f"no message has the id {edits!r}")
    target = {"chat_id": chat_id(sending.address.chat), "message_id": int(edits)}
    message = sending.message
    try:
        shown = await client.call("editMessageText", **target, **draw_text(message))
    except TelegramError as error:
        if is_unmodified(error):
            return DeliveryResult(edits, now)
        if not has_no_text(error):
            raise
    else:
        return _delivered(shown, now)
    try:
        if displayed_length(message.text) <= CAPTION_LIMIT:
            look = draw_caption(message)
            return _delivered(await client.call("editMessageCaption", **target, **look), now)
        await client.call("editMessageReplyMarkup", **target)
    except TelegramError as error:
        if not is_unmodified(error):
            raise
        if displayed_length(message.text) <= CAPTION_LIMIT:
            return DeliveryResult(edits, now)
    raise TargetLost("the words are too long to stand under a file")


async def _send_text(client: TelegramClient, chat: int | str, message: Message) -> Any:  # noqa: ANN401 - JSON
    look = draw_text(message) | draw_sound(message)
    return await client.call("sendMessage", chat_id=chat, **look)


async def _send_group(
    client: TelegramClient, chat: int | str, group: Sequence[Upload], caption: str = ""
) -> Any:  # noqa: ANN401 - JSON
    """Sends files together, one by one where that is refused; gives the first message shown."""
    words = {"caption": caption, "parse_mode": "HTML"} if caption else {}
    if len(group) == 1:
        return await _send_file(client, chat, group[0], **words)
    media = [upload.grouped("" if index else caption) for index, upload in enumerate(group)]
    try:
        shown = await client.call("sendMediaGroup", chat_id=chat, media=media)
        return shown[0]
    except TelegramError as error:
        _raise_unless_refused(error)
    each = [await _send_file(client, chat, group[0], **words)]
    each += [await _send_file(client, chat, upload) for upload in group[1:]]
    if words and each[0] is None:
        return None
    return next((shown for shown in each if shown), None)


async def _send_file(
    client: TelegramClient, chat: int | str, upload: Upload, **words: object
) -> Any:  # noqa: ANN401 - JSON
    """Sends one file, as a document where it is refused; None when that is refused too."""
    for way in dict.fromkeys((upload, replace(upload, sort="document"))):
        try:
            return await client.call(way.method, chat_id=chat, **way.alone(), **words)
        except TelegramError as error:
            _raise_unless_refused(error)
            _log.warning("file refused", name=upload.name, method=way.method, reason=str(error))
    return None


def _raise_unless_refused(error: TelegramError) -> None:
    """Raises the error again unless Telegram says for good that it does not take this."""
    if not isinstance(delivery_error(error), Rejected):
        raise error


def _delivered(shown: dict[str, Any], now: datetime) -> DeliveryResult:
    at = moment(shown.get("edit_date"), shown.get("date"), default=now)
    return DeliveryResult(str(shown["message_id"]), at)
