"""What a message may hold: text, buttons, files."""

import re
from io import BytesIO
from typing import Any

from PIL import Image

from tests.botapi.errors import malformed, refused
from tests.botapi.html import parse_html, trimmed, units
from tests.botapi.schema import Upload
from tests.botapi.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PHOTO_BYTES = 10_000_000
FILE_BYTES = 50_000_000
PHOTO_SIDES, PHOTO_RATIO = 10_000, 20
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")


def read_text(source: str, mode: str | None, entities: object) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of a call, parsed and trimmed."""
    if not mode:
        return trimmed(source, entities if isinstance(entities, list) else [])
    if mode.lower() != "html":
        raise malformed("unsupported parse_mode")
    return trimmed(*parse_html(source))


def text_content(parameters: dict[str, Any]) -> dict[str, Any]:
    """The text fields of a message."""
    text, entities = read_text(
        parameters.get("text", ""), parameters.get("parse_mode"), parameters.get("entities")
    )
    if not text:
        raise malformed("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise malformed("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(parameters: dict[str, Any]) -> dict[str, Any]:
    """The caption fields of a message."""
    text, entities = read_text(
        parameters.get("caption", ""),
        parameters.get("parse_mode"),
        parameters.get("caption_entities"),
    )
    if units(text) > CAPTION_LIMIT:
        raise malformed("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def check_markup(markup: dict[str, Any] | None) -> None:
    """Refuses a keyboard that Telegram would not show."""
    if markup is None:
        return
    for row in markup.get("keyboard", []):
        if not all(button["text"] for button in row):
            raise malformed("keyboard button text must be non-empty")
    rows = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > 100:
        raise malformed("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise malformed("inline keyboard button text must be non-empty")
    actions = button.keys() - {"text", "style"}
    if len(actions) != 1:
        raise malformed("Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise malformed("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg|ton)://\S|[\w-]+\.\w", button["url"]):
        raise malformed(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def inline_markup(markup: dict[str, Any] | None) -> dict[str, Any]:
    """The reply_markup field that a message shows: only inline buttons, none if empty."""
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def media_content(world: World, kind: str, source: object) -> dict[str, Any]:
    """The photo or document field for an upload or a file id."""
    if isinstance(source, Upload):
        _check_upload(kind, source)
        file_id = world.store_file(source.data, name=source.name, mime=source.mime)
    elif isinstance(source, str) and source in world.files:
        file_id = source
    else:
        raise refused("wrong file identifier/HTTP URL specified")
    return world.media(kind, file_id)


def _check_shape(data: bytes) -> None:
    """Refuses what sendPhoto does: sides of 10000 together, 20 times as long as wide."""
    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
    except OSError:
        raise malformed("IMAGE_PROCESS_FAILED") from None
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise malformed("PHOTO_INVALID_DIMENSIONS")


def _check_upload(kind: str, upload: Upload) -> None:
    if not upload.data:
        raise malformed("file must be non-empty")
    if kind == "photo":
        if len(upload.data) > PHOTO_BYTES:
            raise malformed("file is too big")
        if not upload.data.startswith(_PICTURES):
            raise malformed("IMAGE_PROCESS_FAILED")
        _check_shape(upload.data)
    elif kind == "voice" and not upload.data.startswith(b"OggS"):
        raise malformed("VOICE_MESSAGES must be OGG files encoded with OPUS")
    elif len(upload.data) > FILE_BYTES:
        raise malformed("file is too big")
