"""What reaches the bot from any messenger, in one shape."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InboundKind(StrEnum):
    """The sorts of things a person can send.

    UNREADABLE is what a messenger keeps to itself, whatever it was; UNSUPPORTED what no task asks
    for.
    """

    TEXT = "text"
    CHOICE = "choice"
    PHOTO = "photo"
    VOICE = "voice"
    LOCATION = "location"
    FILE = "file"
    EDITED = "edited"
    REPORT = "report"
    MEMBERSHIP = "membership"
    MIGRATION = "migration"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person or a group is reached: messenger, bot account, chat, user in it."""

    channel: str
    account: str
    chat: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file that lies with the messenger and is fetched later by a task.

    `seconds` is how long a recording lasts, where the messenger says so.
    """

    file_id: str
    name: str = ""
    mime: str = ""
    size: int = 0
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One thing sent to the bot; `sent_at` is the messenger's own time, aware UTC.

    `prompt_id` names the prompt pressed (CHOICE), or for a text the prompt that was on
    screen while it was typed, where the channel knows it. `message_id` is the messenger's
    id of the person's message; an EDITED inbound carries the id of the message it edits.
    `filled` is what was entered into the form of a REPORT, as JSON. `album` joins photos sent
    together. `in_group` is true for groups and channels.
    """

    address: Address
    external_id: str
    kind: InboundKind
    sent_at: datetime
    text: str = ""
    prompt_id: str | None = None
    choice: str | None = None
    press_id: str | None = None
    message_id: str | None = None
    file: FileRef | None = None
    album: str | None = None
    in_group: bool = False
    title: str = ""
    active: bool | None = None
    migrated_to: str | None = None
    filled: str = ""

    @property
    def is_of_a_row(self) -> bool:
        """True for what seldom comes alone: a photo, or any part of an album."""
        return self.album is not None or self.kind is InboundKind.PHOTO

    def goes_with(self, before: "Inbound") -> bool:
        """True for the next part of the same album, and for a photo after a photo."""
        if self.album is not None and self.album == before.album:
            return True
        return self.kind is before.kind is InboundKind.PHOTO
