"""What every job of the clock works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.policy import Policy
from storage import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockContext:
    """The database, the house rules, the clock, and how many bytes are free if that is known."""

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    disk_free: Callable[[], int] | None = None
