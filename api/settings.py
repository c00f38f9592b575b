"""With what the API works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.policy import Policy
from storage import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """What the API works with: the database, the house rules, the clock.

    `hosts` are the names under which it answers, `public_url` is the address that others use.
    """

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    hosts: Sequence[str]
    public_url: str = ""
