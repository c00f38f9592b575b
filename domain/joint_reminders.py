"""How somebody with several chapters is reminded of all of them in few messages.

What falls within two days is said together. Every meeting is announced and asked for after its
end; what is said more than once is left out where the month has its measure of messages.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.news_budget import MESSAGES_A_MONTH
from domain.policy import Policy
from domain.reminders import DAY, MeetingPhase, OpenMeeting, days_without_date, phase_of

NEAR = 2 * DAY
# Who leaves several meetings unreported may be sent so many.
_UNREPORTED, _MESSAGES_UNREPORTED = 2, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """All meetings of a person without a report; `started` messages were sent this month."""

    meetings: tuple[OpenMeeting, ...]
    started: int


def slots_of(meeting: OpenMeeting, policy: Policy) -> list[date]:
    """Returns the mornings on which a meeting is named if it is the only one."""
    if meeting.day is None:
        return sorted(days_without_date(meeting.period, policy))
    steps = (-policy.remind_before_days, 0, *policy.remind_after_days)
    return [meeting.day + timedelta(days=step) for step in sorted(steps)]


def may_join(meeting: OpenMeeting, local: datetime, policy: Policy) -> bool:
    """True when a message about another meeting names this one too: late, or soon to be named."""
    how, today = phase_of(meeting, local), local.date()
    planned = meeting.day or meeting.period.last_day
    is_past = planned < today and how in (MeetingPhase.OVER, MeetingPhase.LATE)
    for slot in slots_of(meeting, policy):
        is_soon = today < slot <= today + NEAR
        if is_soon and (slot <= planned or is_past):
            return not _was_said_for(meeting, slot, today, policy)
    return how is MeetingPhase.LATE and not was_said(meeting, today, policy)


def was_said(meeting: OpenMeeting, today: date, policy: Policy) -> bool:
    """True when what this morning would say of a meeting stood in a message just before."""
    slots = [slot for slot in slots_of(meeting, policy) if slot <= today]
    if not slots or _is_asked_late(meeting, today):
        return False
    return _was_said_for(meeting, slots[-1], today, policy)


def _was_said_for(meeting: OpenMeeting, slot: date, today: date, policy: Policy) -> bool:
    """True when a message named the meeting after its slot before, and not long before this."""
    before = [item + DAY for item in slots_of(meeting, policy) if item < slot]
    since = max([slot - NEAR, *before])
    return any(since <= day <= today for day in meeting.named_on)


def is_worth_a_message(
    due: Iterable[OpenMeeting], month: Month, local: datetime, policy: Policy
) -> bool:
    """True when one of the meetings is told for the first time, or the month has room."""
    today = local.date()
    named = list(due)
    if any(_is_first_word(meeting, today) for meeting in named):
        return True
    late = sum(phase_of(meeting, local) is MeetingPhase.LATE for meeting in month.meetings)
    most = MESSAGES_A_MONTH if late < _UNREPORTED else _MESSAGES_UNREPORTED
    # A report may still be returned, which is told at once.
    is_today = any(meeting.day == today for meeting in named)
    kept = len(month.meetings) if is_today else 1
    return month.started + _count_coming(month.meetings, today, policy) + kept < most


def _is_first_word(meeting: OpenMeeting, today: date) -> bool:
    """True for what announces a meeting, and for what asks for its report first."""
    if meeting.day is None:
        return today <= meeting.period.last_day
    return meeting.day > today or _is_asked_late(meeting, today)


def _is_asked_late(meeting: OpenMeeting, today: date) -> bool:
    return meeting.day == today - DAY and not meeting.told_at_end


def _count_coming(meetings: Iterable[OpenMeeting], today: date, policy: Policy) -> int:
    """Returns how many messages this month are still to announce meetings or follow their end."""
    ahead, ends = set(), set()
    for meeting in meetings:
        first = slots_of(meeting, policy)[0]
        ahead |= {first} if first > today else set()
        ends |= {meeting.day} if meeting.day is not None and meeting.day >= today else set()
    month = (today.year, today.month)
    spoken, last = 0, date.min
    for day in sorted(ahead):
        if day > last + NEAR:
            spoken, last = spoken + ((day.year, day.month) == month), day
    return spoken + sum((day.year, day.month) == month for day in ends)
