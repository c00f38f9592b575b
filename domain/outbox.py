"""One message on its way out."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from domain.message import Message


class Priority(IntEnum):
    """Who goes first where messages wait: lower before higher."""

    REPLY = 0
    NOTICE = 5
    REMINDER = 10
    DIGEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A message for one address, or the change of one (`edits` is the row first shown).

    `started_by_bot` rows are paced and keep quiet hours; replies are not. `subject` groups
    rows that are cancelled together. `shown_parts` counts the parts of a long text that were
    shown so far. `message_id` is set once all of it is shown.
    """

    id: int
    address_id: int
    conversation_id: int
    message: Message
    priority: Priority = Priority.REPLY
    started_by_bot: bool = False
    dedupe_key: str | None = None
    subject: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    prompt_id: str | None = None
    edits: int | None = None
    shown_parts: int = 0
    attempts: int = 0
    state: str = "pending"
    message_id: str | None = None
    created_at: datetime | None = None
    sent_at: datetime | None = None

    @property
    def closes(self) -> bool:
        """True for the closed look of a question, and nothing more."""
        return self.edits is not None and self.prompt_id is None and self.message.prompt is None
