"""What those with several chapters are reminded of together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from domain.joint_reminders import Month, is_worth_a_message, may_join, was_said
from domain.policy import Policy
from domain.reminders import DAY
from operations.notifications.reminder_words import meetings_named
from storage import UnitOfWork
from storage.messages import sent_to
from storage.notifications import reminders
from storage.notifications.reminders import Reminding

# What was said so many days ago may still stand for what would be said today.
_LOOKED_BACK = 3
_SORT = "remind:"


@dataclass(slots=True, kw_only=True)
class PersonalMonth:
    """All that somebody with several chapters has still to report, by meeting.

    `started` counts what the bot has sent them this month.
    """

    started: int
    waiting: dict[int, Reminding] = field(default_factory=dict)

    def pick_for_morning(
        self, due: Sequence[Reminding], local: datetime, policy: Policy, *, alone: bool
    ) -> list[Reminding]:
        """Returns what this morning's message names, nothing where it is not worth one.

        `alone` keeps it to what is due.
        """
        meetings = tuple(one.meeting for one in self.waiting.values())
        today = local.date()
        fresh = [one.meeting for one in due if not was_said(one.meeting, today, policy)]
        month = Month(meetings=meetings, started=self.started)
        if not fresh or not is_worth_a_message(fresh, month, local, policy):
            return []
        return list(due) if alone else self.join(due, local, policy)

    def join(self, due: Sequence[Reminding], local: datetime, policy: Policy) -> list[Reminding]:
        """Returns what is due with what is to be said of other meetings soon, by their day."""
        named = {one.meeting.id for one in due}
        joined = [
            one
            for one in self.waiting.values()
            if one.meeting.id not in named and may_join(one.meeting, local, policy)
        ]
        return sorted([*due, *joined], key=_by_day)


def _by_day(one: Reminding) -> tuple[object, ...]:
    meeting = one.meeting
    return meeting.day or meeting.period.last_day, meeting.start_time, meeting.id


async def with_said(
    unit: UnitOfWork, found: Sequence[Reminding], *, policy: Policy, local: datetime
) -> list[Reminding]:
    """Returns the same with what was said of each meeting to those with several chapters."""
    heard = {one.person_id for one in found if one.has_others}
    if not heard:
        return list(found)
    since = _midnight(local.date() - _LOOKED_BACK * DAY, local)
    days: dict[tuple[int, int], set[date]] = defaultdict(set)
    ends: dict[tuple[int, int], set[date]] = defaultdict(set)
    for told in await sent_to.list_reminders(unit, heard, since=since):
        ended = reminders.day_of_end_key(told.key)
        for meeting_id in meetings_named(told.message):
            about = (reminders.person_of_key(told.key) or 0, meeting_id)
            days[about].add(policy.local(told.at).date())
            ends[about] |= {ended} if ended else set()
    return [_knowing(one, days, ends, local.date()) if one.has_others else one for one in found]


def _knowing(
    one: Reminding,
    days: Mapping[tuple[int, int], set[date]],
    ends: Mapping[tuple[int, int], set[date]],
    today: date,
) -> Reminding:
    about = (one.person_id, one.meeting.id)
    followed = ends.get(about, set())
    meeting = replace(
        one.meeting,
        named_on=frozenset(days.get(about, ())),
        told_at_end=today - DAY in followed,
    )
    return replace(one, meeting=meeting, told_now=today in followed)


def _midnight(day: date, local: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=local.tzinfo)


async def find_months(
    unit: UnitOfWork, found: Iterable[Reminding], *, policy: Policy, local: datetime
) -> dict[int, PersonalMonth]:
    """Returns the months of those of the people who report for several chapters."""
    several = {one.person_id for one in found if one.has_others}
    if not several:
        return {}
    first = _midnight(local.date().replace(day=1), local)
    months = {person_id: PersonalMonth(started=0) for person_id in several}
    started = await sent_to.count_started(unit, several, since=first, sort=_SORT)
    for person_id, sent in started.items():
        months[person_id].started = sent.count
    coming = await reminders.list_coming(unit, several, today=local.date())
    for one in await with_said(unit, coming, policy=policy, local=local):
        months[one.person_id].waiting[one.meeting.id] = one
    return months
