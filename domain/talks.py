"""Where a conversation stands."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from domain.inbound import Address
from domain.message import Message


class TaskState(BaseModel):
    """What a task remembers between two answers; each task has classes of its own."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAddress:
    """An address with its row's id, whose it is and where it belongs."""

    id: int
    address: Address
    conversation_id: int
    person_id: int | None
    in_group: bool
    reachable: bool
    title: str = ""


@dataclass(slots=True, kw_only=True)
class Conversation:
    """One talk: the handler in charge, its state, and the prompt that is open.

    `prompt_rows` and `last_rows` map an address id to the outbox row that shows the open
    prompt there, and to the row that is the lowest on that screen (absent once the person
    has written below it), `left` to the meeting whose report was last asked about there and was
    left from another address. `last_tap` is the button pressed last. `active_at` is when the
    person last did something. `practice` holds what they have done since they began to
    practise, None while everything counts.
    """

    id: int
    person_id: int | None
    handler: str | None = None
    state: dict[str, Any] = field(default_factory=dict)
    draft_id: int | None = None
    prompt: Message | None = None
    prompt_count: int = 0
    prompt_rows: dict[int, int] = field(default_factory=dict)
    last_rows: dict[int, int] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    last_tap: list[str | None] = field(default_factory=list)
    active_at: datetime | None = None
    practice: dict[str, Any] | None = None

    @property
    def prompt_id(self) -> str | None:
        """The open prompt's id."""
        return self.prompt.prompt.id if self.prompt and self.prompt.prompt else None


@dataclass(slots=True, kw_only=True)
class Draft:
    """A form being filled in: person, form and meeting; `state` is the talk's own."""

    id: int
    person_id: int
    form: str
    form_version: int
    meeting_id: int
    state: dict[str, Any]
    updated_at: datetime
