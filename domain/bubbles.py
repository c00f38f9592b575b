"""What stands on a web chat page."""

from dataclasses import dataclass
from datetime import datetime

from domain.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One bubble in its newest state.

    `place` is its fixed position, `changed` the number of its last change; both count up per
    page, so that whoever has seen change n asks for what was changed after n.
    """

    key: str
    author: str
    place: int
    changed: int
    at: datetime
    message: Message
