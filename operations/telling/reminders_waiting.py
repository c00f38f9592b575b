"""Looks at reminders once more just before they are sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.news import News
from domain.outbox import OutboxRow
from domain.people import Person
from domain.policy import Policy
from domain.reminders import Standing, standing
from operations.meetings.free_days import Rest, rest_at
from operations.telling.news import news_message
from operations.telling.reminder_words import Extras, find_extras, meetings_named, render_reminder
from operations.telling.reminding import by_person, is_for_this_morning
from storage import Unit, news, people, reminders
from storage.reminders import Reminding


async def look_again(
    unit: Unit, rows: Sequence[OutboxRow], *, policy: Policy, now: datetime
) -> dict[int, OutboxRow | None]:
    """Returns the reminders among `rows` that changed: fewer meetings, or None for no more.

    A meeting is dropped once its report is in or the person no longer reports for its chapter.
    """
    mine = {row.id: person for row in rows if (person := reminders.person_of_key(row.dedupe_key))}
    asked = {
        row.id: meetings_named(row.message)
        for row in rows
        if row.id in mine and row.message.prompt
    }
    if not asked:
        return {}
    local = policy.local(now)
    found = await reminders.list_awaited(
        unit,
        set().union(*asked.values()),
        person_ids=set(mine.values()),
        today=local.date(),
    )
    awaited = by_person(found)
    rest = await rest_at(unit, local.date())
    known = await people.persons(unit, set(mine.values()))
    extras = await find_extras(unit, found, local)
    told = await news.list_told_by(unit, asked)
    changed: dict[int, OutboxRow | None] = {}
    for row in rows:
        if row.id in asked:
            left = [
                one
                for one in awaited.get(mine[row.id], ())
                if one.meeting.id in asked[row.id] and _still_to_say(one, row, local, policy, rest)
            ]
            if len(left) < len(asked[row.id]):
                to, lines = known[mine[row.id]], told.get(row.id, [])
                changed[row.id] = _shortened(row, to, left, lines, extras, local)
    return changed


def _still_to_say(
    one: Reminding, row: OutboxRow, local: datetime, policy: Policy, rest: Rest
) -> bool:
    """True unless the meeting was put off since, or has begun while the message waited."""
    if reminders.is_morning_key(row.dedupe_key):
        return is_for_this_morning(one, local, policy, rest)
    return standing(one.meeting, local) is Standing.OVER


def _shortened(
    row: OutboxRow,
    person: Person,
    left: Sequence[Reminding],
    lines: Sequence[News],
    extras: Extras,
    local: datetime,
) -> OutboxRow | None:
    """Returns the row with what is left of it; a part of a longer text stays as it is."""
    if row.message.prompt is None or not (left or lines):
        return None
    if row.parts > 1:
        return row
    if not left:
        return replace(row, message=news_message(lines, person, row_id=row.id))
    prompt_id = row.message.prompt.id
    message = render_reminder(person, left, local, extras=extras, prompt_id=prompt_id, news=lines)
    return replace(row, message=message)
