"""Reminds leaders of their meetings and of reports not yet in, one message a person and morning.

What is due is read from the tables, so a late run catches up; keys in the outbox keep it from
being said twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.meetings import subject_of
from domain.message import Message
from domain.outbox import OutboxRow, Priority
from domain.policy import Policy
from domain.reminders import (
    MeetingPhase,
    OpenMeeting,
    is_for_morning,
    is_just_over,
    is_quiet,
    morning_begins,
    morning_days,
    periods_to_ask_for,
    phase_of,
)
from domain.talks import KnownAddress
from operations.meetings.free_days import Rest, rest_at
from operations.news import give_back
from operations.notifications.joint_reminding import PersonalMonth, find_months, with_said
from operations.notifications.reminder_words import find_extras, render_reminder
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.messages import addresses, outbox
from storage.notifications import news, reminders
from storage.notifications.reminders import Reminding
from storage.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One message that is due: whom it goes to and what it is about."""

    person_id: int
    key: str
    about: tuple[Reminding, ...]
    expires_at: datetime


async def list_to_remind(
    unit: UnitOfWork, *, policy: Policy, now: datetime
) -> dict[int, list[int]]:
    """Returns for whom a reminder may be due, with the meetings it may be about.

    Nobody in quiet hours, nor whoever was told; who is asked and is reached is looked at by
    `due_reminders`, some people at a time.
    """
    local = policy.local(now)
    if is_quiet(local, policy):
        return {}
    today = local.date()
    rest = await rest_at(unit, today)
    near: dict[int, list[OpenMeeting]] = defaultdict(list)
    for person_id, meeting in await reminders.list_near_people(
        unit,
        today=today,
        days=morning_days(today, policy, skipped=rest.skipped),
        periods=periods_to_ask_for(today, policy, skipped=rest.skipped),
    ):
        near[person_id].append(meeting)
    return {
        person_id: [meeting.id for meeting in meetings]
        for person_id, meetings in near.items()
        if _is_morning_of(meetings, local, policy, rest)
        or any(is_just_over(meeting, local) for meeting in meetings)
    }


async def due_reminders(
    unit: UnitOfWork, asked: Mapping[int, Collection[int]], *, policy: Policy, now: datetime
) -> list[Reminder]:
    """Returns the reminders that are due to some people of `list_to_remind`."""
    local = policy.local(now)
    today = local.date()
    rest, told = await rest_at(unit, today), await _list_told(unit, asked, today)
    meeting_ids = {meeting for meetings in asked.values() for meeting in meetings}
    awaited = await with_said(
        unit,
        await reminders.list_awaited(unit, meeting_ids, person_ids=asked, today=today),
        policy=policy,
        local=local,
    )
    months = await find_months(unit, awaited, policy=policy, local=local)
    found = by_person(awaited)
    due = [
        *_mornings(found, months, local, policy, rest),
        *_ends(found, months, told, local, policy),
    ]
    return [reminder for reminder in due if reminder.key not in told]


async def _list_told(unit: UnitOfWork, person_ids: Iterable[int], today: date) -> set[str]:
    """Returns the keys of what was queued for people today."""
    keys = {
        key
        for person_id in person_ids
        for key in (
            reminders.morning_key(person_id, today),
            reminders.end_key(person_id, today),
            reminders.end_key(person_id, today, again=True),
        )
    }
    return await outbox.list_known(unit, keys)


def _is_morning_of(
    meetings: Iterable[OpenMeeting], local: datetime, policy: Policy, rest: Rest
) -> bool:
    """True once the hour has come at which a morning's message about meetings goes out."""
    named = [meeting for meeting in meetings if _is_named(meeting, local, policy, rest)]
    return bool(named) and local.time() >= morning_begins(named, local.date(), policy)


def _mornings(
    found: Mapping[int, Sequence[Reminding]],
    months: Mapping[int, PersonalMonth],
    local: datetime,
    policy: Policy,
    rest: Rest,
) -> list[Reminder]:
    today, midnight = local.date(), _midnight_after(local.date(), local)
    due: list[Reminder] = []
    for person_id, about in found.items():
        named = [
            reminding for reminding in about if is_for_this_morning(reminding, local, policy, rest)
        ]
        if person_id in months:
            named = months[person_id].pick_for_morning(named, local, policy, alone=rest.is_free)
        if _is_morning_of([reminding.meeting for reminding in named], local, policy, rest):
            starts = max(
                (_start_of(reminding, local) or midnight for reminding in named), default=midnight
            )
            due.append(
                Reminder(
                    person_id=person_id,
                    key=reminders.morning_key(person_id, today),
                    about=tuple(named),
                    expires_at=min(starts, midnight),
                )
            )
    return due


def is_for_this_morning(reminding: Reminding, local: datetime, policy: Policy, rest: Rest) -> bool:
    """True when this morning's message has to name the meeting."""
    return _is_named(reminding.meeting, local, policy, rest)


def _is_named(meeting: OpenMeeting, local: datetime, policy: Policy, rest: Rest) -> bool:
    return is_for_morning(meeting, local, policy, skipped=rest.skipped, is_free=rest.is_free)


def _ends(
    found: Mapping[int, Sequence[Reminding]],
    months: Mapping[int, PersonalMonth],
    told: Collection[str],
    local: datetime,
    policy: Policy,
) -> list[Reminder]:
    """Returns one message for each person all of whose meetings of the day are over."""
    today = local.date()
    tomorrow = _midnight_after(today + timedelta(days=1), local)
    due: list[Reminder] = []
    for person_id, about in found.items():
        over = [
            reminding
            for reminding in about
            if reminding.meeting.day == today and not reminding.told_now
        ]
        if over and all(is_just_over(reminding.meeting, local) for reminding in over):
            month = months.get(person_id)
            again = month is not None and reminders.end_key(person_id, today) in told
            due.append(
                Reminder(
                    person_id=person_id,
                    key=reminders.end_key(person_id, today, again=again),
                    about=tuple(month.join(over, local, policy) if month else over),
                    expires_at=tomorrow,
                )
            )
    return due


def _start_of(reminding: Reminding, local: datetime) -> datetime | None:
    """Returns when a meeting still to come today begins: later there is nothing to announce."""
    if (
        phase_of(reminding.meeting, local) is not MeetingPhase.TODAY
        or reminding.meeting.starts is None
    ):
        return None
    return reminding.meeting.starts.replace(tzinfo=local.tzinfo)


def _midnight_after(day: date, local: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=local.tzinfo)


def by_person(found: Iterable[Reminding]) -> Mapping[int, list[Reminding]]:
    """Returns each person's meetings, each once."""
    grouped: dict[int, list[Reminding]] = defaultdict(list)
    for reminding in found:
        if all(reminding.meeting.id != other.meeting.id for other in grouped[reminding.person_id]):
            grouped[reminding.person_id].append(reminding)
    return grouped


async def enqueue_reminders(
    unit: UnitOfWork, due: Sequence[Reminder], *, policy: Policy, now: datetime
) -> None:
    """Queues reminders with the news that wait, each to the address its person used last."""
    wanted = {reminder.person_id for reminder in due}
    known, reached = await people.persons(unit, wanted), await addresses.preferred(unit, wanted)
    local = policy.local(now)
    extras = await find_extras(unit, [each for reminder in due for each in reminder.about], local)
    row_ids = {reminder.key: unit.new_id() for reminder in due if reminder.person_id in reached}
    first = {
        reminder.person_id: row_ids[reminder.key]
        for reminder in reversed(due)
        if reminder.key in row_ids
    }
    told = await news.take(unit, first, now=now)
    by_row = {first[person_id]: lines for person_id, lines in told.items()}
    rows = [
        _row(
            unit,
            reminder,
            reached[reminder.person_id],
            render_reminder(
                known[reminder.person_id],
                reminder.about,
                local,
                extras=extras,
                prompt_id=f"{COMMAND_PROMPT}r{row_id}",
                news=by_row.get(row_id, ()),
            ),
            row_id=row_id,
            has_news=row_id in by_row,
        )
        for reminder in due
        if (row_id := row_ids.get(reminder.key)) is not None
    ]
    await enqueue_notices(unit, rows, now=now)
    await give_back(unit, by_row)


def _row(
    unit: UnitOfWork,
    reminder: Reminder,
    to: KnownAddress,
    message: Message,
    *,
    row_id: int,
    has_news: bool,
) -> OutboxRow:
    # A report cancels what is about its meeting alone, never news.
    is_for_one = len(reminder.about) == 1 and not has_news
    return notice(
        unit,
        to,
        message,
        Delivery(
            priority=Priority.REMINDER,
            subject=subject_of(reminder.about[0].meeting.id) if is_for_one else None,
            expires_at=reminder.expires_at,
            row_id=row_id,
        ),
        dedupe_key=reminder.key,
    )
