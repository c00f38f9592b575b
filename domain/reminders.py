"""When a leader is reminded of a meeting, and what there is to say.

A meeting with a day: some days before it, on its morning, after its planned end, and some
days later while no report is in. A meeting whose day the chapter chooses: once in the last
week of its period, and some days after its end. All that falls on one morning is one message.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.calendar import Period, after_quiet, period_of
from domain.policy import Policy

GENTLE_DAYS = 7
DAY = timedelta(days=1)


class MeetingPhase(StrEnum):
    """How a meeting without a report stands: the words of a reminder follow from it."""

    AHEAD = "ahead"
    TODAY = "today"
    OVER = "over"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting:
    """A meeting whose report is awaited; `day` is None where the chapter chooses it.

    `told_ahead` says that yesterday's morning message went out, `told_at_end` that its end
    was followed by one. `named_on` are those of the last days on which a message named it; it
    is known of people with several chapters.
    """

    id: int
    day: date | None
    period: Period
    start_time: str
    duration_min: int
    told_ahead: bool = False
    told_at_end: bool = False
    named_on: frozenset[date] = frozenset()

    @property
    def starts(self) -> datetime | None:
        """The planned beginning on the local clock, without a zone."""
        if self.day is None:
            return None
        return datetime.combine(self.day, time.fromisoformat(self.start_time))

    @property
    def ends(self) -> datetime | None:
        """The planned end on the local clock, without a zone."""
        return self.starts + timedelta(minutes=self.duration_min) if self.starts else None


def phase_of(meeting: OpenMeeting, local: datetime) -> MeetingPhase:
    """Returns how the meeting stands at a local moment."""
    today, clock = local.date(), local.replace(tzinfo=None)
    if meeting.day is None or meeting.ends is None:
        return MeetingPhase.OPEN if today <= meeting.period.last_day else MeetingPhase.LATE
    if meeting.day > today:
        return MeetingPhase.AHEAD
    if meeting.ends > clock:
        return MeetingPhase.TODAY
    return MeetingPhase.OVER if today - meeting.day <= DAY else MeetingPhase.LATE


def is_quiet(local: datetime, policy: Policy) -> bool:
    """True while the bot begins nothing by itself."""
    return after_quiet(local, policy.quiet_from, policy.quiet_until) > local


def is_for_morning(
    meeting: OpenMeeting,
    local: datetime,
    policy: Policy,
    *,
    skipped: Collection[date] = (),
    is_free: bool = False,
) -> bool:
    """True when this morning's message, late or not, has to name the meeting.

    On a free day only what is on that very day is named; the mornings of the free days
    `skipped` just before are made up for, unless the meeting has begun.
    """
    if is_free:
        return meeting.day == local.date() and _is_due(meeting, local, policy)
    if _is_due(meeting, local, policy):
        return True
    return any(_was_due(meeting, day, policy) for day in skipped) and not _has_begun(
        meeting, local
    )


def _has_begun(meeting: OpenMeeting, local: datetime) -> bool:
    """True from the beginning of a meeting until it is late."""
    return phase_of(meeting, local) in (MeetingPhase.TODAY, MeetingPhase.OVER) and not (
        meeting.starts and local.replace(tzinfo=None) < meeting.starts
    )


def _was_due(meeting: OpenMeeting, day: date, policy: Policy) -> bool:
    """True when a morning that was left out would have named the meeting."""
    if meeting.day is None:
        return day in days_without_date(meeting.period, policy)
    ahead = (meeting.day - day).days
    return ahead == policy.remind_before_days or -ahead in policy.remind_after_days


def _is_due(meeting: OpenMeeting, local: datetime, policy: Policy) -> bool:
    today = local.date()
    if meeting.day is None or meeting.starts is None:
        return today in days_without_date(meeting.period, policy)
    ahead = (meeting.day - today).days
    if ahead == 0:
        return local.replace(tzinfo=None) < meeting.starts
    if ahead > 0:
        missed = ahead == policy.remind_before_days - 1 and not meeting.told_ahead
        return ahead == policy.remind_before_days or missed
    return -ahead in policy.remind_after_days or (
        ahead == -1 and not meeting.told_at_end and phase_of(meeting, local) is MeetingPhase.OVER
    )


def is_just_over(meeting: OpenMeeting, local: datetime) -> bool:
    """True from the planned end on until midnight."""
    return meeting.day == local.date() and phase_of(meeting, local) is MeetingPhase.OVER


def morning_begins(meetings: list[OpenMeeting], today: date, policy: Policy) -> time:
    """Returns when the morning's message goes out: earlier where a meeting begins early."""
    begins = (m.starts.time() for m in meetings if m.day == today and m.starts)
    early = min(begins, default=time.max) <= policy.remind_morning
    return min(policy.quiet_until, policy.remind_morning) if early else policy.remind_morning


def morning_days(
    today: date, policy: Policy, *, skipped: Collection[date] = ()
) -> frozenset[date]:
    """Returns the meeting days that a message of this morning may be about."""
    before = policy.remind_before_days
    steps = {before, before - 1, 0, -1, *(-days for days in policy.remind_after_days)}
    return frozenset(day + timedelta(days=step) for day in (today, *skipped) for step in steps)


def days_without_date(period: Period, policy: Policy) -> frozenset[date]:
    """Returns the mornings on which a meeting that has no day is asked for."""
    steps = (-GENTLE_DAYS, *policy.remind_after_days)
    return frozenset(period.last_day + timedelta(days=step) for step in steps)


def periods_to_ask_for(
    today: date, policy: Policy, *, skipped: Collection[date] = ()
) -> tuple[Period, ...]:
    """Returns the periods whose meetings without a day are asked for this morning."""
    mornings = {today, *skipped}
    reach = timedelta(days=max(GENTLE_DAYS, *policy.remind_after_days))
    steps = (-reach, reach)
    near = {period_of(day + step, n) for day in mornings for n in (1, 2, 3) for step in steps}
    return tuple(sorted(p for p in near if mornings & days_without_date(p, policy)))


def reminder_moments(meeting: OpenMeeting, policy: Policy) -> tuple[datetime, ...]:
    """Returns every local moment at which the leader is reminded of the meeting."""
    if meeting.day is None or meeting.ends is None:
        mornings = sorted(days_without_date(meeting.period, policy))
        return tuple(datetime.combine(day, policy.remind_morning) for day in mornings)
    steps = (-policy.remind_before_days, 0, *policy.remind_after_days)
    mornings = [meeting.day + timedelta(days=step) for step in steps]
    moments = [datetime.combine(day, morning_begins([meeting], day, policy)) for day in mornings]
    if is_quiet(meeting.ends, policy):
        next_day = after_quiet(meeting.ends, policy.quiet_from, policy.quiet_until).date()
        moments.append(datetime.combine(next_day, policy.remind_morning))
    else:
        moments.append(meeting.ends)
    return tuple(sorted(moments))
