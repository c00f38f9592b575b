"""How a desk is mounted, and with what it works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.policy import Policy
from operations.codes import RandomBytes
from storage import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """The database, the house rules, the clock, and the names under which the desk answers.

    Pages are explained to onlookers in the language of `captions`, if there is one.
    """

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    random_bytes: RandomBytes
    hosts: Sequence[str]
    public_url: str = ""
    captions: str = ""

    @property
    def is_secure(self) -> bool:
        """True where the desk is reached by https."""
        return self.public_url.startswith("https://")
