"""Troubles on the way: lost answers, cut connections, errors, delays."""

import random
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict


class Trouble(StrEnum):
    """What goes wrong with a call."""

    LOST_ANSWER = "lost_answer"  # takes effect, then the connection is cut
    RESET = "reset"  # cut before any effect
    ERROR = "error"  # answered with an error code, no effect
    DELAY = "delay"  # answered late


class Details(TypedDict, total=False):
    """Which calls a trouble befalls, how often, and how it shows; see `Plan`."""

    method: str | None
    chat_id: int | None
    times: int | None
    probability: float
    code: int
    retry_after: int
    delay: float


@dataclass
class Plan:
    """One trouble to come: for `times` calls, or with `probability` for ever."""

    trouble: Trouble
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    probability: float = 1.0
    code: int = 502
    retry_after: int = 1
    delay: float = 0.0
    met: int = 0

    def spent(self) -> bool:
        """Whether it has happened often enough."""
        return self.times is not None and self.met >= self.times


@dataclass
class Troubles:
    """The troubles planned; the first that fits a call befalls it."""

    plans: list[Plan] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311

    def pick(self, method: str, chat_id: object) -> Plan | None:
        """The trouble for this call, if any."""
        for plan in self.plans:
            fits = plan.method in (None, method) and plan.chat_id in (None, chat_id)
            if fits and not plan.spent() and self.chance.random() < plan.probability:
                plan.met += 1
                return plan
        return None
