"""Who acts: the open transaction, the person with their posts, and when."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from domain.people import Person, Post
from domain.policy import Policy
from storage import UnitOfWork

F = TypeVar("F")

# What follows from a fact of `operations.facts`, in the transaction in which it was stated.
Reaction = Callable[["ActorContext", F], Awaitable[None]]
Reactions = Mapping[type, tuple[Reaction[Any], ...]]


@dataclass(frozen=True, slots=True)
class ActorContext:
    """Somebody acting in an open transaction; what they may do follows from their posts.

    `reactions` say what follows from each fact that is published.
    """

    unit: UnitOfWork
    actor: Person
    posts: Sequence[Post]
    policy: Policy
    now: datetime
    reactions: Reactions

    @property
    def today(self) -> date:
        """The date where the people are."""
        return self.policy.day_of(self.now)

    async def publish(self, fact: object) -> None:
        """Does all that follows from a fact, in order; raises KeyError for one not listed."""
        for react in self.reactions[type(fact)]:
            await react(self, fact)
