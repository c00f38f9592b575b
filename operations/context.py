"""Who acts: the open transaction, the person with their posts, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.people import Person, Post
from domain.policy import Policy
from storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ActorContext:
    """Somebody acting in an open transaction; what they may do follows from their posts."""

    unit: UnitOfWork
    actor: Person
    posts: Sequence[Post]
    policy: Policy
    now: datetime

    @property
    def today(self) -> date:
        """The date where the people are."""
        return self.policy.local(self.now).date()
