"""One-time codes: for a person to join, or for a group to receive an area's digests."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A code that was handed out; of the code itself only a hash is known.

    It is for a person or for an area's digests, never for both.
    """

    id: int
    code_hash: str
    person_id: int | None
    area_id: int | None
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None
    revoked_at: datetime | None = None

    @property
    def is_spent(self) -> bool:
        """True when it was used or taken back."""
        return self.used_at is not None or self.revoked_at is not None

    def is_open(self, now: datetime) -> bool:
        """True while it can be used."""
        return not self.is_spent and now < self.expires_at
