"""Raw Telegram updates read into `Inbound`: plain dicts, no clock, never an exception."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from channels.telegram.media import find_media, find_place
from channels.values import clean, fingerprint, identifier, mapping, moment
from domain.inbound import Address, Inbound, InboundKind

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
)
_ADDRESSED = re.compile(r"^(/[A-Za-z0-9_]+)@([A-Za-z0-9_]+)(?=\s|$)")
_RIGHTS_TO_SPEAK = ("can_post_messages", "can_send_messages")
_PRESENT = frozenset({"creator", "administrator", "member"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is known about the bot account while its updates are read."""

    account: str
    username: str = ""
    channel: str = "telegram"

    def read(self, update: object, *, now: datetime) -> Inbound:
        """Understands one update; what is malformed or unknown becomes UNSUPPORTED.

        `now` stands in where Telegram gives no time, as with pressed buttons.
        """
        fields = mapping(update)
        name = next((name for name in _READERS if isinstance(fields.get(name), dict)), "")
        content = mapping(fields.get(name))
        blank = Inbound(
            address=self._address(content),
            external_id=identifier(fields.get("update_id")) or fingerprint(update),
            kind=InboundKind.UNSUPPORTED,
            sent_at=moment(content.get("edit_date"), content.get("date"), default=now),
            message_id=identifier(content.get("message_id")) or None,
            **_place_of(mapping(content.get("chat"))),
        )
        return _READERS[name](self, content, blank) if name else blank

    def _address(self, content: dict[str, Any]) -> Address:
        sender = identifier(mapping(content.get("from")).get("id"))
        chat = identifier(mapping(content.get("chat")).get("id"))
        return Address(self.channel, self.account, chat or sender, sender)

    def _message(self, content: dict[str, Any], blank: Inbound) -> Inbound:
        if migrated := _migration(content, blank):
            return migrated
        text = self._unaddressed(clean(content.get("text")) or clean(content.get("caption")))
        album = identifier(content.get("media_group_id")) or None
        if media := find_media(content):
            kind, file = media
            return replace(blank, kind=kind, file=file, text=text, album=album)
        if place := find_place(content):
            return replace(blank, kind=InboundKind.LOCATION, text=place)
        return replace(blank, kind=InboundKind.TEXT, text=text) if text else blank

    def _edited(self, content: dict[str, Any], blank: Inbound) -> Inbound:
        text = self._unaddressed(clean(content.get("text")) or clean(content.get("caption")))
        return replace(blank, kind=InboundKind.EDITED, text=text) if text else blank

    def _post(self, content: dict[str, Any], blank: Inbound) -> Inbound:
        address = replace(blank.address, user="")
        return self._message(content, replace(blank, address=address, in_group=True))

    def _press(self, content: dict[str, Any], blank: Inbound) -> Inbound:
        message = mapping(content.get("message"))
        chat = mapping(message.get("chat"))
        pressed = replace(
            blank,
            address=replace(blank.address, chat=identifier(chat.get("id")) or blank.address.chat),
            message_id=identifier(message.get("message_id")) or None,
            press_id=clean(content.get("id")) or None,
            **_place_of(chat),
        )
        data = clean(content.get("data"))
        if not data or not message:
            return pressed
        prompt_id, colon, key = data.partition(":")
        if not colon:
            return replace(pressed, kind=InboundKind.CHOICE, choice=data)
        return replace(pressed, kind=InboundKind.CHOICE, prompt_id=prompt_id or None, choice=key)

    def _membership(self, content: dict[str, Any], blank: Inbound) -> Inbound:
        member = mapping(content.get("new_chat_member"))
        status = member.get("status")
        if not isinstance(status, str):
            return blank
        present = status in _PRESENT or (
            status == "restricted" and member.get("is_member") is True
        )
        silenced = any(member.get(right) is False for right in _RIGHTS_TO_SPEAK)
        return replace(blank, kind=InboundKind.MEMBERSHIP, active=present and not silenced)

    def _unaddressed(self, text: str) -> str:
        command = _ADDRESSED.match(text)
        if command and command[2].lower() == (self.username or command[2]).lower():
            return command[1] + text[command.end() :]
        return text


_READERS = {
    "message": Reader._message,
    "callback_query": Reader._press,
    "edited_message": Reader._edited,
    "my_chat_member": Reader._membership,
    "channel_post": Reader._post,
}


def _place_of(chat: dict[str, Any]) -> dict[str, Any]:
    kind = chat.get("type")
    return {
        "in_group": isinstance(kind, str) and kind != "private",
        "title": clean(chat.get("title")),
    }


def _migration(content: dict[str, Any], blank: Inbound) -> Inbound | None:
    here = blank.address
    if target := identifier(content.get("migrate_to_chat_id")):
        return replace(blank, kind=InboundKind.MIGRATION, migrated_to=target)
    if origin := identifier(content.get("migrate_from_chat_id")):
        moved = replace(blank, kind=InboundKind.MIGRATION, migrated_to=here.chat)
        return replace(moved, address=replace(here, chat=origin))
    return None
