"""What those who look after a chapter said of a report: read, returned, accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReviewAction(StrEnum):
    """What somebody did with one version of a report."""

    READ = "read"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"


class ReviewState(StrEnum):
    """How far the live version of a report is; a correction is open again."""

    SENT = "sent"
    READ = "read"
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One look at one version; `step` is the question that is to be answered anew."""

    id: int
    report_id: int
    version: int
    person_id: int | None
    at: datetime
    action: ReviewAction
    step: str = ""
    reason: str = ""


_DECISIONS = {
    ReviewAction.RETURNED: ReviewState.RETURNED,
    ReviewAction.ACCEPTED: ReviewState.ACCEPTED,
}


def last_decision(reviews: Iterable[Review], version: int) -> Review | None:
    """Returns the last return or acceptance of one version."""
    found = [
        review for review in reviews if review.version == version and review.action in _DECISIONS
    ]
    return max(found, key=lambda value: value.id, default=None)


_WORDS = (ReviewAction.CONFIRMED, ReviewAction.OBJECTED)


def last_word(reviews: Iterable[Review], version: int) -> Review | None:
    """Returns what the chapter said last of a version that was typed for it."""
    found = [review for review in reviews if review.version == version and review.action in _WORDS]
    return max(found, key=lambda value: value.id, default=None)


def state_of(reviews: Sequence[Review], version: int) -> ReviewState:
    """Returns how far one version is: what counts is the last decision on it, else being read."""
    decision = last_decision(reviews, version)
    if decision is not None:
        return _DECISIONS[decision.action]
    read = any(
        (review.version, review.action) == (version, ReviewAction.READ) for review in reviews
    )
    return ReviewState.READ if read else ReviewState.SENT
