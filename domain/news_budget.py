"""When a leader may be sent news in a message of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.policy import Policy
from domain.reminders import OpenMeeting, reminder_moments

# Of the six messages that a normal month has at most, one is left for what is urgent.
MESSAGES_A_MONTH = 6
_LIMIT = MESSAGES_A_MONTH - 1
_WEEK = timedelta(days=7)
# The clock of two mornings may differ by some hours.
_SLACK = timedelta(hours=6)
# News rather wait for a reminder that is as near as this.
_SOON = timedelta(days=3)
_NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentThisMonth:
    """What the bot has sent somebody this month, and the meetings they will be reminded of.

    `last_news` is when the last news in a message of their own went to them, ever.
    """

    started: int
    last_news: datetime | None
    coming: Sequence[OpenMeeting]


def has_room_for_news(sent: SentThisMonth, *, local: datetime, policy: Policy) -> bool:
    """True when news need not wait for a reminder and a week has passed since the last.

    Reminders that are still to come this month count as well.
    """
    if sent.last_news is not None and local - sent.last_news < _WEEK - _SLACK:
        return False
    clock = local.replace(tzinfo=None)
    ahead = _list_ahead(sent, clock, policy)
    if any(moments and moments[0] <= clock + _SOON for moments in ahead):
        return False
    return sent.started + _count_coming(ahead, clock) < _LIMIT


def has_room_for_urgent(sent: SentThisMonth, *, local: datetime, policy: Policy) -> bool:
    """True when what is urgent, and reminders to come, stay within the month's measure."""
    clock = local.replace(tzinfo=None)
    return sent.started + _count_coming(_list_ahead(sent, clock, policy), clock) < MESSAGES_A_MONTH


def has_room_to_repeat(sent: SentThisMonth, *, local: datetime, policy: Policy) -> bool:
    """True when a message that nobody looked at may be said again by another way.

    Who does not look may well get the last reminder too, so that all of them count; one message
    is left for what is urgent.
    """
    clock = local.replace(tzinfo=None)
    ahead = _list_ahead(sent, clock, policy)
    return sent.started + _count_coming(ahead, clock, every=True) < _LIMIT


def _list_ahead(sent: SentThisMonth, clock: datetime, policy: Policy) -> list[list[datetime]]:
    return [
        [moment for moment in reminder_moments(meeting, policy) if moment > clock]
        for meeting in sent.coming
    ]


def _count_coming(
    ahead: Iterable[Sequence[datetime]], clock: datetime, *, every: bool = False
) -> int:
    """Returns how many messages with reminders are still to come this month.

    Whoever reports at all does so before the last reminder, which counts among `every` one alone.
    """
    coming = {
        (moment.day, moment.time() < _NOON)
        for moments in ahead
        for moment in (moments if every else moments[:-1])
        if (moment.year, moment.month) == (clock.year, clock.month)
    }
    return len(coming)
