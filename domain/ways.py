"""Which way a message takes to a person: one rule, decided from what is known of each way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, IntEnum

# What has not arrived for so long goes by the next way; twice as long, and somebody is to phone.
GIVEN_UP_AFTER = timedelta(hours=3)
_PHONED_AFTER = 2 * GIVEN_UP_AFTER


class WayKind(IntEnum):
    """The sorts of ways; of those never used the first that works is taken."""

    ACCOUNT = 0
    LETTER = 1
    SMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to a person: the address, since when it was used last, whether it works."""

    address_id: int
    kind: WayKind
    used_at: datetime | None = None
    is_chosen: bool = False
    works: bool = True


class Step(Enum):
    """What is done about a message now."""

    DONE = "done"
    WAIT = "wait"
    GO_ON = "go on"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A message on its way: since when it is where it is, and what is known of it.

    `lost` is true where its way will never take it, `answered` once what it asks for is done.
    `passed` are the addresses where it did not arrive. `room` is how many more messages its
    person may have this month, None where the same message moves on.
    """

    since: datetime
    passed: frozenset[int]
    lost: bool = False
    answered: bool = False
    expires_at: datetime | None = None
    room: int | None = None


def order_ways(ways: Iterable[Way]) -> list[Way]:
    """Returns the ways that work: the chosen one, then by last use, then those never used.

    Of those never used, accounts come before letters, and what is paid for comes last.
    """
    return sorted(
        (way for way in ways if way.works),
        key=lambda way: (
            not way.is_chosen,
            way.used_at is None,
            -way.used_at.timestamp() if way.used_at else 0.0,
            way.kind,
            -way.address_id,
        ),
    )


def decide(errand: Errand, ways: Sequence[Way], *, now: datetime) -> tuple[Step, Way | None]:
    """Returns what is done about a message, and by which way where it goes on."""
    is_over = errand.expires_at is not None and errand.expires_at <= now
    if errand.answered or is_over:
        return Step.DONE, None
    waited = now - errand.since
    if not errand.lost and waited < GIVEN_UP_AFTER:
        return Step.WAIT, None
    left = [way for way in order_ways(ways) if way.address_id not in errand.passed]
    if left and (errand.room is None or errand.room > 0):
        return Step.GO_ON, left[0]
    return (Step.PHONE if errand.lost or waited >= _PHONED_AFTER else Step.WAIT), None
