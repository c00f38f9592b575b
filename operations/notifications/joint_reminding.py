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
        meetings = tuple(reminding.meeting for reminding in self.waiting.values())
        today = local.date()
        fresh = [
            reminding.meeting
            for reminding in due
            if not was_said(reminding.meeting, today, policy)
        ]
        month = Month(meetings=meetings, started=self.started)
        if not fresh or not is_worth_a_message(fresh, month, local, policy):
            return []
        return list(due) if alone else self.join(due, local, policy)

    def join(self, due: Sequence[Reminding], local: datetime, policy: Policy) -> list[Reminding]:
        """Returns what is due with what is to be said of other meetings soon, by their day."""
        named = {reminding.meeting.id for reminding in due}
        joined = [
            reminding
            for reminding in self.waiting.values()
            if reminding.meeting.id not in named and may_join(reminding.meeting, local, policy)
        ]
        return sorted([*due, *joined], key=_by_day)


def _by_day(reminding: Reminding) -> tuple[object, ...]:
    meeting = reminding.meeting
    return meeting.day or meeting.period.last_day, meeting.start_time, meeting.id


async def with_said(
    unit: UnitOfWork, found: Sequence[Reminding], *, policy: Policy, local: datetime
) -> list[Reminding]:
    """Returns the same with what was said of each meeting to those with several chapters."""
    heard = {reminding.person_id for reminding in found if reminding.has_others}
    if not heard:
        return list(found)
    since = _midnight(local.date() - _LOOKED_BACK * DAY, local)
    days: dict[tuple[int, int], set[date]] = defaultdict(set)
    ends: dict[tuple[int, int], set[date]] = defaultdict(set)
    for told in await sent_to.list_reminders(unit, heard, since=since):
        ended = reminders.day_of_end_key(told.key)
        for meeting_id in meetings_named(told.message):
            about = (reminders.person_of_key(told.key) or 0, meeting_id)
            days[about].add(policy.day_of(told.at))
            ends[about] |= {ended} if ended else set()
    return [
        _knowing(reminding, days, ends, local.date()) if reminding.has_others else reminding
        for reminding in found
    ]


def _knowing(
    reminding: Reminding,
    days: Mapping[tuple[int, int], set[date]],
    ends: Mapping[tuple[int, int], set[date]],
    today: date,
) -> Reminding:
    about = (reminding.person_id, reminding.meeting.id)
    followed = ends.get(about, set())
    meeting = replace(
        reminding.meeting,
        named_on=frozenset(days.get(about, ())),
        told_at_end=today - DAY in followed,
    )
    return replace(reminding, meeting=meeting, told_now=today in followed)


def _midnight(day: date, local: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=local.tzinfo)


async def find_months(
    unit: UnitOfWork, found: Iterable[Reminding], *, policy: Policy, local: datetime
) -> dict[int, PersonalMonth]:
    """Returns the months of those of the people who report for several chapters."""
    several = {reminding.person_id for reminding in found if reminding.has_others}
    if not several:
        return {}
    first = _midnight(local.date().replace(day=1), local)
    months = {person_id: PersonalMonth(started=0) for person_id in several}
    started = await sent_to.count_started(unit, several, since=first, sort=_SORT)
    for person_id, sent in started.items():
        months[person_id].started = sent.count
    coming = await reminders.list_coming(unit, several, today=local.date())
    for reminder in await with_said(unit, coming, policy=policy, local=local):
        months[reminder.person_id].waiting[reminder.meeting.id] = reminder
    return months
