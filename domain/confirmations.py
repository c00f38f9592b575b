"""Whether a place stands by its figures of a month."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConfirmationState(StrEnum):
    """Whether an office stands by its figures, or stood by them before they changed."""

    MISSING = "missing"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """That somebody confirmed the figures of a place, and when something changed since."""

    by: str
    confirmed_at: datetime
    changed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceConfirmation:
    """A place with the confirmation of its month, if there is one."""

    id: int
    name: str
    confirmation: Confirmation | None

    @property
    def state(self) -> ConfirmationState:
        """Whether it is confirmed, and still."""
        if self.confirmation is None:
            return ConfirmationState.MISSING
        if self.confirmation.changed_at is not None:
            return ConfirmationState.CHANGED
        return ConfirmationState.CONFIRMED
