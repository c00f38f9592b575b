"""Reminds leaders of their meetings and of reports not yet in, one message a person and morning.

What is due is read from the tables, so a late run catches up; keys in the outbox keep it from
being said twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.meetings import subject_of
from domain.message import Message
from domain.outbox import OutboxRow, Priority
from domain.policy import Policy
from domain.reminders import (
    Standing,
    is_for_morning,
    is_just_over,
    is_quiet,
    morning_begins,
    morning_days,
    periods_to_ask_for,
    standing,
)
from domain.talks import KnownAddress
from operations.meetings.free_days import Rest, rest_at
from operations.speech import enqueue_notices, notice
from operations.telling.news import give_back
from operations.telling.reminder_words import find_extras, render_reminder
from operations.turn import STANDING
from storage import Unit, addresses, news, people, reminders
from storage.reminders import Reminding


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One message that is due: whom it goes to and what it is about."""

    person_id: int
    key: str
    about: tuple[Reminding, ...]
    expires_at: datetime


async def due_reminders(unit: Unit, *, policy: Policy, now: datetime) -> list[Reminder]:
    """Returns every reminder that is due and was not queued before; none in quiet hours."""
    local = policy.local(now)
    if is_quiet(local, policy):
        return []
    today = local.date()
    rest = await rest_at(unit, today)
    begins = min(policy.quiet_until, policy.remind_morning)
    morning: list[Reminding] = []
    if local.time() >= begins:
        morning = await reminders.list_for_morning(
            unit,
            today=today,
            days=morning_days(today, policy, skipped=rest.skipped),
            periods=periods_to_ask_for(today, policy, skipped=rest.skipped),
        )
    over = await reminders.list_for_end(unit, today=today)
    return [*_mornings(morning, local, policy, rest), *_ends(over, local)]


def _mornings(
    found: Iterable[Reminding], local: datetime, policy: Policy, rest: Rest
) -> list[Reminder]:
    today, midnight = local.date(), _midnight_after(local.date(), local)
    due: list[Reminder] = []
    for person_id, about in by_person(found).items():
        named = [one for one in about if is_for_this_morning(one, local, policy, rest)]
        begins = morning_begins([one.meeting for one in named], today, policy)
        if named and local.time() >= begins:
            starts = max((_start_of(one, local) or midnight for one in named), default=midnight)
            due.append(
                Reminder(
                    person_id=person_id,
                    key=reminders.morning_key(person_id, today),
                    about=tuple(named),
                    expires_at=min(starts, midnight),
                )
            )
    return due


def is_for_this_morning(one: Reminding, local: datetime, policy: Policy, rest: Rest) -> bool:
    """True when this morning's message has to name the meeting."""
    return is_for_morning(one.meeting, local, policy, skipped=rest.skipped, is_free=rest.is_free)


def _ends(found: Iterable[Reminding], local: datetime) -> list[Reminder]:
    """Returns one message for each person all of whose meetings of the day are over."""
    today = local.date()
    tomorrow = _midnight_after(today + timedelta(days=1), local)
    return [
        Reminder(
            person_id=person_id,
            key=reminders.end_key(person_id, today),
            about=tuple(about),
            expires_at=tomorrow,
        )
        for person_id, about in by_person(found).items()
        if all(is_just_over(one.meeting, local) for one in about)
    ]


def _start_of(one: Reminding, local: datetime) -> datetime | None:
    """Returns when a meeting still to come today begins: later there is nothing to announce."""
    if standing(one.meeting, local) is not Standing.TODAY or one.meeting.starts is None:
        return None
    return one.meeting.starts.replace(tzinfo=local.tzinfo)


def _midnight_after(day: date, local: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=local.tzinfo)


def by_person(found: Iterable[Reminding]) -> Mapping[int, list[Reminding]]:
    """Returns each person's meetings, each once."""
    grouped: dict[int, list[Reminding]] = defaultdict(list)
    for one in found:
        if all(one.meeting.id != other.meeting.id for other in grouped[one.person_id]):
            grouped[one.person_id].append(one)
    return grouped


async def enqueue_reminders(
    unit: Unit, due: Sequence[Reminder], *, policy: Policy, now: datetime
) -> None:
    """Queues reminders with the news that wait, each to the address its person used last."""
    wanted = {reminder.person_id for reminder in due}
    known, reached = await people.persons(unit, wanted), await addresses.preferred(unit, wanted)
    local = policy.local(now)
    extras = await find_extras(unit, [each for one in due for each in one.about], local)
    row_ids = {one.key: unit.new_id() for one in due if one.person_id in reached}
    first = {one.person_id: row_ids[one.key] for one in reversed(due) if one.key in row_ids}
    told = await news.take(unit, first, now=now)
    by_row = {first[person_id]: lines for person_id, lines in told.items()}
    rows = [
        _row(
            unit,
            one,
            reached[one.person_id],
            render_reminder(
                known[one.person_id],
                one.about,
                local,
                extras=extras,
                prompt_id=f"{STANDING}r{row_id}",
                news=by_row.get(row_id, ()),
            ),
            row_id=row_id,
            has_news=row_id in by_row,
        )
        for one in due
        if (row_id := row_ids.get(one.key)) is not None
    ]
    await enqueue_notices(unit, rows, now=now)
    await give_back(unit, by_row)


def _row(
    unit: Unit,
    one: Reminder,
    to: KnownAddress,
    message: Message,
    *,
    row_id: int,
    has_news: bool,
) -> OutboxRow:
    # A report cancels what is about its meeting alone, never news.
    is_for_one = len(one.about) == 1 and not has_news
    return notice(
        unit,
        to,
        message,
        dedupe_key=one.key,
        priority=Priority.REMINDER,
        subject=subject_of(one.about[0].meeting.id) if is_for_one else None,
        expires_at=one.expires_at,
        row_id=row_id,
    )
