"""A questionnaire: whom it asks, from when and how long."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.people import Only

LONGEST_TITLE = 300


class Purpose(StrEnum):
    """Whether questions are asked by themselves, or with each report of a meeting."""

    SHEET = "sheet"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """Questions to the chapters of a place: of all kinds, an association's, or one.

    Of what is asked with reports a programme may say of which places and days. It is answered
    until `closes_on`, unless it is closed before. `version` is the newest of its
    questions.
    """

    id: int
    area_id: int
    kind_id: int | None
    association: str | None
    title: str
    purpose: Purpose
    version: int
    created_by: int | None
    created_at: datetime
    sent_at: datetime | None = None
    begins_on: date | None = None
    closes_on: date | None = None
    closed_at: datetime | None = None
    reminded_at: datetime | None = None
    programme_id: int | None = None

    @property
    def only(self) -> Only:
        """What of its place it is for: a kind by id, an association by name, None for all."""
        return self.kind_id if self.kind_id is not None else self.association

    @property
    def is_draft(self) -> bool:
        """True until it is sent."""
        return self.sent_at is None

    def is_open(self, today: date) -> bool:
        """True while it can be answered."""
        is_over = self.closes_on is not None and self.closes_on < today
        return not (self.is_draft or self.closed_at or is_over)
