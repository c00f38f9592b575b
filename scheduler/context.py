"""What every job of the clock works with."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from domain.files import StoredFile
from domain.policy import Policy
from domain.quota import Quota
from operations.messaging.quotas import Account
from operations.notifications.digest_table import DigestTable
from storage import Database

# Of any job; the longest, planning a nation's month, takes about a minute.
LONGEST = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockContext:
    """The database, the house rules, the clock, and how many bytes are free if that is known.

    `quotas` are the plans of accounts that have one, by messenger and name.
    `draw` makes a file of a described picture, `tabulate` a workbook of the figures that go with a
    digest; each returns None where that fails, and without it there are none.
    A job that takes `longest` hangs, and is ended.
    """

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    disk_free: Callable[[], int] | None = None
    draw: Callable[[dict[str, Any]], Awaitable[StoredFile | None]] | None = None
    tabulate: Callable[[DigestTable, str], Awaitable[StoredFile | None]] | None = None
    quotas: Mapping[Account, Quota] = field(default_factory=dict)
    longest: timedelta = LONGEST
