"""What a broadcast costs each bot account, and what its plan still allows this month."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.policy import Policy
from domain.quota import Quota
from domain.talks import KnownAddress
from storage import UnitOfWork
from storage.messages import usage


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCost:
    """Messages that one bot account will send, beside what it has used this month.

    `plan` is what the account may use in a month, 0 where nothing bounds it; `left` is what of it
    the bot may still begin by itself.
    """

    channel: str
    messages: int
    used: int
    plan: int
    left: int

    @property
    def lacking(self) -> int:
        """How many of the messages find no room in the plan."""
        return max(self.messages - self.left, 0) if self.plan else 0


def month_of(now: datetime, policy: Policy) -> str:
    """Returns the month in which a message counts."""
    return f"{policy.local(now):%Y-%m}"


async def list_costs(
    unit: UnitOfWork, told: Iterable[KnownAddress], *, policy: Policy, now: datetime
) -> list[AccountCost]:
    """Returns what one message to each of some addresses costs, by account."""
    counted = Counter((here.address.channel, here.address.account) for here in told)
    costs = []
    for account, messages in sorted(counted.items()):
        quota = policy.plans.get(account[0], Quota())
        used = await usage.find(unit, account, month_of(now, policy))
        counts = quota.used(used) if quota.messages else used.sent
        costs.append(
            AccountCost(
                channel=account[0],
                messages=messages,
                used=counts,
                plan=quota.messages,
                left=quota.left(counts),
            )
        )
    return costs
