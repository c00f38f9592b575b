"""What every job of the clock works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.policy import Policy
from storage import Database

# Of any job; the longest, planning a nation's month, takes about a minute.
LONGEST = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockContext:
    """The database, the house rules, the clock, and how many bytes are free if that is known.

    A job that takes `longest` hangs, and is ended.
    """

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    disk_free: Callable[[], int] | None = None
    longest: timedelta = LONGEST
