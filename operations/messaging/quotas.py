"""The month's messages of an account: counted, warned of, and gone round when they are spent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.message import Message
from domain.policy import Policy
from domain.quota import Quota
from operations.costs import month_of
from operations.maintenance.health import Finding, Light, list_reached_administrators
from operations.replies import enqueue_notices, notice
from storage import UnitOfWork
from storage.messages import addresses, usage
from storage.people import people
from texts import render

# An account: its messenger and its name.
Account = tuple[str, str]

# Clocks differ: a plan may begin anew a little later than the day.
_AFTER_MIDNIGHT = timedelta(minutes=5)


def try_again_at(now: datetime, policy: Policy) -> datetime:
    """Returns when a spent account is tried again: not before the next day."""
    return policy.midnight(policy.day_of(now) + timedelta(days=1)) + _AFTER_MIDNIGHT


async def note_usage(
    unit: UnitOfWork,
    account: Account,
    *,
    sent: int = 0,
    received: int = 0,
    policy: Policy,
    now: datetime,
) -> None:
    """Counts messages of an account."""
    if sent or received:
        await usage.add(unit, account, month_of(now, policy), sent=sent, received=received)


async def count_used(
    unit: UnitOfWork, account: Account, quota: Quota, *, policy: Policy, now: datetime
) -> int:
    """Returns how many of the month's messages an account has used."""
    return quota.used(await usage.find(unit, account, month_of(now, policy)))


async def tell_spent(unit: UnitOfWork, account: Account, *, policy: Policy, now: datetime) -> None:
    """Tells administrators, by any other account, that an account may send no more."""
    day = policy.day_of(now)
    warning = _Warning("quota-spent", day.isoformat())
    await _tell_by_others(unit, account, warning, policy=policy, now=now)


async def tell_of_quotas(
    unit: UnitOfWork, quotas: Mapping[Account, Quota], *, policy: Policy, now: datetime
) -> None:
    """Tells administrators once a month of each account that has used most of its messages."""
    for account, quota in quotas.items():
        used = await count_used(unit, account, quota, policy=policy, now=now)
        if quota.is_warned(used):
            facts = {"used": used, "messages": quota.messages}
            warning = _Warning("quota-warning", month_of(now, policy), facts)
            await _tell_by_others(unit, account, warning, policy=policy, now=now)


@dataclass(frozen=True, slots=True)
class _Warning:
    """A text by its key with its facts, said once in so long a time as `when` names."""

    key: str
    when: str
    facts: Mapping[str, int] = field(default_factory=dict)


async def _tell_by_others(
    unit: UnitOfWork, account: Account, warning: _Warning, *, policy: Policy, now: datetime
) -> None:
    """Tells each administrator once, by another account where there is one."""
    reached = await list_reached_administrators(unit, policy=policy, now=now)
    others = await addresses.preferred(unit, reached, but=account)
    known = await people.persons(unit, reached)
    rows = [
        notice(
            unit,
            others.get(who, here),
            Message(
                text=render(
                    warning.key,
                    known[who].language,
                    channel=account[0],
                    account=account[1],
                    **warning.facts,
                )
            ),
            dedupe_key=f"{warning.key}:{':'.join(account)}:{warning.when}:{who}",
        )
        for who, here in reached.items()
    ]
    await enqueue_notices(unit, rows, now=now)


async def list_quota_findings(
    unit: UnitOfWork, quotas: Mapping[Account, Quota], *, policy: Policy, now: datetime
) -> list[Finding]:
    """Returns the lights of messages used and people joined, for each account that has a plan."""
    found = []
    for account, quota in quotas.items():
        used = await count_used(unit, account, quota, policy=policy, now=now)
        joined = await addresses.count_people(unit, account)
        is_spent = bool(quota.messages) and used >= quota.messages
        low = Light.YELLOW if quota.is_warned(used) or quota.is_full(joined) else Light.GREEN
        fact = f"{used}/{quota.messages or '∞'}, {joined}/{quota.people or '∞'}"
        light = Light.RED if is_spent else low
        found.append(Finding(name=f"quota {account[1]}", light=light, fact=fact))
    return found
