"""Reminds leaders of their meetings and of reports not yet in, one message a person and morning.

What is due is read from the tables, so a late run catches up; keys in the outbox keep it from
being said twice. Just before a reminder is sent its meetings are looked at again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.meetings import subject_of
from domain.message import Choice, Expects, Message, Prompt
from domain.names import given_name
from domain.outbox import OutboxRow, Priority
from domain.people import Person
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
from operations.free_days import Rest, rest_at
from operations.schedule import list_guests
from operations.speech import enqueue_notices, notice
from operations.topic_lines import Topics, topic_buttons, topic_lines, topics_ahead
from operations.turn import STANDING
from operations.wording import day_words, period_words
from storage import Unit, addresses, people, reminders
from storage.reminders import Reminding
from texts import label, render

_REPORT = "report."
_LINES = {
    Standing.AHEAD: "reminder-ahead",
    Standing.TODAY: "reminder-today",
    Standing.OVER: "reminder-over",
    Standing.LATE: "reminder-late",
    Standing.OPEN: "reminder-open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One message that is due: whom it goes to and what it is about."""

    person_id: int
    key: str
    about: tuple[Reminding, ...]
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What a reminder says besides: the topics set, and by meeting who is coming."""

    topics: Topics
    guests: Mapping[int, str]


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
    for person_id, about in _by_person(found).items():
        named = [one for one in about if _is_for_morning(one, local, policy, rest)]
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


def _is_for_morning(one: Reminding, local: datetime, policy: Policy, rest: Rest) -> bool:
    return is_for_morning(one.meeting, local, policy, skipped=rest.skipped, is_free=rest.is_free)


def _ends(found: Iterable[Reminding], local: datetime) -> list[Reminder]:
    grouped: dict[str, list[Reminding]] = defaultdict(list)
    for one in found:
        if is_just_over(one.meeting, local):
            grouped[reminders.end_key(one.person_id, one.meeting)].append(one)
    tomorrow = _midnight_after(local.date() + timedelta(days=1), local)
    return [
        Reminder(person_id=about[0].person_id, key=key, about=tuple(about), expires_at=tomorrow)
        for key, about in grouped.items()
    ]


def _start_of(one: Reminding, local: datetime) -> datetime | None:
    """Returns when a meeting still to come today begins: later there is nothing to announce."""
    if standing(one.meeting, local) is not Standing.TODAY or one.meeting.starts is None:
        return None
    return one.meeting.starts.replace(tzinfo=local.tzinfo)


def _midnight_after(day: date, local: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=local.tzinfo)


def _by_person(found: Iterable[Reminding]) -> Mapping[int, list[Reminding]]:
    grouped: dict[int, list[Reminding]] = defaultdict(list)
    for one in found:
        if all(one.meeting.id != other.meeting.id for other in grouped[one.person_id]):
            grouped[one.person_id].append(one)
    return grouped


async def enqueue_reminders(
    unit: Unit, due: Sequence[Reminder], *, policy: Policy, now: datetime
) -> None:
    """Queues reminders, each to the address its person used last."""
    wanted = {reminder.person_id for reminder in due}
    known, reached = await people.persons(unit, wanted), await addresses.preferred(unit, wanted)
    local = policy.local(now)
    extras = await _extras(unit, [about for one in due for about in one.about], local)
    rows = [
        notice(
            unit,
            reached[one.person_id],
            _message(
                known[one.person_id],
                one.about,
                local,
                extras=extras,
                prompt_id=f"{STANDING}r{unit.new_id()}",
            ),
            dedupe_key=one.key,
            priority=Priority.REMINDER,
            subject=subject_of(one.about[0].meeting.id) if len(one.about) == 1 else None,
            expires_at=one.expires_at,
        )
        for one in due
        if one.person_id in reached
    ]
    await enqueue_notices(unit, rows, now=now)


async def _extras(unit: Unit, about: Sequence[Reminding], local: datetime) -> Extras:
    return Extras(
        topics=await topics_ahead(unit, about, local),
        guests=await list_guests(unit, {one.meeting.id for one in about}),
    )


async def look_again(
    unit: Unit, rows: Sequence[OutboxRow], *, policy: Policy, now: datetime
) -> dict[int, OutboxRow | None]:
    """Returns the reminders among `rows` that changed: fewer meetings, or None for no more.

    A meeting is dropped once its report is in or the person no longer reports for its chapter.
    """
    mine = {row.id: person for row in rows if (person := reminders.person_of_key(row.dedupe_key))}
    asked = {row.id: _meetings_of(row) for row in rows if row.id in mine and row.message.prompt}
    if not asked:
        return {}
    local = policy.local(now)
    found = await reminders.list_awaited(
        unit,
        set().union(*asked.values()),
        person_ids=set(mine.values()),
        today=local.date(),
    )
    by_person = _by_person(found)
    rest = await rest_at(unit, local.date())
    known = await people.persons(unit, set(by_person))
    extras = await _extras(unit, found, local)
    changed: dict[int, OutboxRow | None] = {}
    for row in rows:
        if row.id in asked:
            left = [
                one
                for one in by_person.get(mine[row.id], ())
                if one.meeting.id in asked[row.id] and _still_to_say(one, row, local, policy, rest)
            ]
            if len(left) < len(asked[row.id]):
                changed[row.id] = _shortened(row, known, left, local, extras)
    return changed


def _still_to_say(
    one: Reminding, row: OutboxRow, local: datetime, policy: Policy, rest: Rest
) -> bool:
    """True unless the meeting was put off since, or has begun while the message waited."""
    if reminders.is_morning_key(row.dedupe_key):
        return _is_for_morning(one, local, policy, rest)
    return standing(one.meeting, local) is Standing.OVER


def _shortened(
    row: OutboxRow,
    known: Mapping[int, Person],
    left: Sequence[Reminding],
    local: datetime,
    extras: Extras,
) -> OutboxRow | None:
    """Returns the row with what is left of it; a part of a longer text stays as it is."""
    if not left or row.message.prompt is None:
        return None
    if row.parts > 1:
        return row
    person = known[left[0].person_id]
    prompt_id = row.message.prompt.id
    return replace(row, message=_message(person, left, local, extras=extras, prompt_id=prompt_id))


def _meetings_of(row: OutboxRow) -> set[int]:
    prompt = row.message.prompt
    keys = [choice.key for choice in prompt.choices] if prompt else []
    return {int(key.removeprefix(_REPORT)) for key in keys if key.startswith(_REPORT)}


def _message(
    person: Person,
    about: Sequence[Reminding],
    local: datetime,
    *,
    extras: Extras,
    prompt_id: str,
) -> Message:
    language = person.language
    who = f"{person.address_form} {given_name(person.name)}"
    lines = [
        *(_with_guests(one, language, local, extras.guests) for one in about),
        *topic_lines(about, extras.topics, language),
    ]
    alone = len(about) == 1
    return Message(
        text="\n\n".join([render("reminder-greeting", language, who=who), *lines]),
        prompt=Prompt(
            id=prompt_id,
            expects=Expects.CHOICE,
            choices=(
                *(_button(one, language, local, alone=alone) for one in about),
                *topic_buttons(about, extras.topics, language),
            ),
        ),
    )


def _with_guests(one: Reminding, language: str, local: datetime, guests: Mapping[int, str]) -> str:
    """Returns the line of a meeting, with who is coming while it is still ahead."""
    line = _line(one, language, local)
    who = guests.get(one.meeting.id)
    if who is None or standing(one.meeting, local) not in (Standing.AHEAD, Standing.TODAY):
        return line
    return f"{line} {render('reminder-guests', language, names=who)}"


def _line(one: Reminding, language: str, local: datetime) -> str:
    meeting = one.meeting
    how = standing(meeting, local)
    day = meeting.day or meeting.period.last_day
    key = _LINES[how]
    if how is Standing.LATE and meeting.day is None:
        key = "reminder-late-no-day"
    return render(
        key,
        language,
        chapter=one.chapter_name,
        weekday=label("reminder-weekday", language, number=day.weekday()),
        day=day_words(day),
        time=meeting.start_time,
        place=one.place,
        period=period_words(meeting.period, language),
        due=day_words(one.due_on),
    )


def _button(one: Reminding, language: str, local: datetime, *, alone: bool) -> Choice:
    ahead = standing(one.meeting, local) in (Standing.AHEAD, Standing.TODAY)
    key = "reminder-button-change" if ahead else "reminder-button-report"
    words = label(key, language)
    return Choice(f"{_REPORT}{one.meeting.id}", words if alone else f"{words}: {one.chapter_name}")
