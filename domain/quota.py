"""What a messenger's plan allows one bot account in a month."""

from dataclasses import dataclass
from math import ceil

# From here on administrators are warned, and what the bot starts by itself yields to talks.
WARNED_AT, SHORT_AT = 0.8, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Messages of one account in a month, in both directions."""

    sent: int = 0
    received: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """A plan: messages a month and people, 0 for any number.

    `counts_received` says that what people write counts as well.
    """

    messages: int = 0
    people: int = 0
    counts_received: bool = True

    def used(self, usage: Usage) -> int:
        """Returns how many messages count."""
        return usage.sent + (usage.received if self.counts_received else 0)

    def is_warned(self, used: int) -> bool:
        """True when most of the month's messages are used."""
        return bool(self.messages) and used >= self.messages * WARNED_AT

    def is_short(self, used: int) -> bool:
        """True when what is left belongs to talks alone."""
        return bool(self.messages) and used >= self.messages * SHORT_AT

    def left(self, used: int) -> int:
        """Returns how many messages the bot may still begin by itself, 0 for no bound."""
        return max(ceil(self.messages * SHORT_AT) - used, 0)

    def is_full(self, people: int) -> bool:
        """True when nobody else can join."""
        return bool(self.people) and people >= self.people
