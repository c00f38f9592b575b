"""Events of Zalo read into `Inbound`: plain dicts, no clock, never an exception."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from channels.values import clean, fingerprint, identifier, mapping, moment, whole
from domain.inbound import Address, FileRef, Inbound, InboundKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is known about the bot account while its events are read."""

    account: str
    bot_id: str = ""
    channel: str = "zalo"

    def read(self, event: object, *, now: datetime) -> Inbound | None:
        """Understands one event; None for what nobody waits to have answered.

        That is the bot's own words coming back, an event of no known name, and one that names
        nobody. `now` stands in where Zalo gives no time.
        """
        fields = mapping(event)
        kind = _KINDS.get(clean(fields.get("event_name")))
        message = mapping(fields.get("message"))
        sender, chat = mapping(message.get("from")), mapping(message.get("chat"))
        user, place = identifier(sender.get("id")), identifier(chat.get("id"))
        is_own = sender.get("is_bot") is True or (user and user == self.bot_id)
        if kind is None or is_own or not user:
            return None
        number = identifier(message.get("message_id"))
        blank = Inbound(
            address=Address(self.channel, self.account, place or user, user),
            external_id=number or fingerprint(event),
            kind=InboundKind.UNSUPPORTED,
            sent_at=moment_of(message.get("date"), default=now),
            message_id=number or None,
            in_group=clean(chat.get("chat_type")).upper() == "GROUP",
        )
        return _filled(kind, message, blank)


def moment_of(milliseconds: object, *, default: datetime) -> datetime:
    """Gives a moment as Zalo writes it: to the millisecond, which says what came first."""
    number = whole(milliseconds) or 0
    second = moment(number // 1000, default=default)
    return second.replace(microsecond=number % 1000 * 1000) if number > 0 else default


def find_events(body: object) -> Iterator[object]:
    """Finds the events in what was polled or pushed: bare, wrapped, alone or in a list."""
    if isinstance(body, list):
        for part in body:
            yield from find_events(part)
    elif isinstance(body, dict):
        if "event_name" not in body and "result" in body:
            yield from find_events(body["result"])
        else:
            yield body


def _filled(kind: InboundKind, message: dict[str, Any], blank: Inbound) -> Inbound:
    text = clean(message.get("text")) or clean(message.get("caption"))
    if kind is InboundKind.TEXT:
        return replace(blank, kind=kind, text=text) if text else blank
    names, mime = _MEDIA.get(kind, ((), ""))
    url = next(filter(None, (clean(message.get(name)) for name in names)), "")
    if kind in _MEDIA and url:
        return replace(blank, kind=kind, text=text, file=FileRef(file_id=url, mime=mime))
    return replace(blank, kind=InboundKind.UNSUPPORTED if kind in _MEDIA else kind)


_KINDS = {
    "message.text.received": InboundKind.TEXT,
    "message.link.received": InboundKind.TEXT,
    "message.image.received": InboundKind.PHOTO,
    "message.voice.received": InboundKind.VOICE,
    "message.sticker.received": InboundKind.UNSUPPORTED,
    # Of protected people (children, who cannot read) and for files and cards alike.
    "message.unsupported.received": InboundKind.UNREADABLE,
}
_MEDIA = {
    InboundKind.PHOTO: (("photo", "photo_url"), "image/jpeg"),
    InboundKind.VOICE: (("voice_url",), "audio/aac"),
}
