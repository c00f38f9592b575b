"""When a channel gets its digests: each week while a month runs, and once it is closed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.calendar import Period, closing_date, is_closed, period_of
from domain.policy import Policy


class DigestKind(StrEnum):
    """Whether a digest tells of a month in progress, of one that is closed, or of its changes."""

    PROGRESS = "progress"
    FINAL = "final"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTime:
    """One digest of the calendar: of which month, on which day, from which local moment."""

    kind: DigestKind
    month: Period
    day: date
    at: datetime


def latest_digests(local: datetime, policy: Policy, *, closing_day: int) -> tuple[DigestTime, ...]:
    """Returns this week's digest and the newest final one, as far as their time has come.

    A weekly digest that was missed is still good until the next, unless its month closed.
    """
    weekly = weekly_digest(local, policy)
    over = is_closed(weekly.month, local.date(), closing_day=closing_day)
    final = _newest_final(local, policy, closing_day=closing_day)
    return (final,) if over else (weekly, final)


def next_digest_at(local: datetime, policy: Policy, *, closing_day: int) -> datetime:
    """Returns the first moment after `local` at which a digest is due."""
    last = period_of(local.date(), 1).previous()
    months = (last.previous(), last, last.next())
    finals = (_final(month, policy, closing_day=closing_day).at for month in months)
    weekly = weekly_digest(local, policy).at + timedelta(days=7)
    return min(at for at in (weekly, *finals) if at > local)


def weekly_digest(local: datetime, policy: Policy) -> DigestTime:
    """Returns the newest weekly digest whose time has come."""
    day = local.date() - timedelta(days=(local.weekday() - policy.digest_weekday) % 7)
    if _at(day, policy) > local:
        day -= timedelta(days=7)
    return DigestTime(
        kind=DigestKind.PROGRESS, month=period_of(day, 1), day=day, at=_at(day, policy)
    )


def _newest_final(local: datetime, policy: Policy, *, closing_day: int) -> DigestTime:
    month = period_of(local.date(), 1).previous()
    while (final := _final(month, policy, closing_day=closing_day)).at > local:
        month = month.previous()
    return final


def _final(month: Period, policy: Policy, *, closing_day: int) -> DigestTime:
    day = closing_date(month, closing_day=closing_day) + timedelta(days=1)
    return DigestTime(kind=DigestKind.FINAL, month=month, day=day, at=_at(day, policy))


def _at(day: date, policy: Policy) -> datetime:
    return datetime.combine(day, policy.digest_at, tzinfo=policy.timezone)
