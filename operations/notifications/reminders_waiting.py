"""Looks at reminders once more just before they are sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.joint_reminders import may_join
from domain.news import News
from domain.outbox import OutboxRow
from domain.people import Person
from domain.policy import Policy
from domain.reminders import MeetingPhase, phase_of
from operations.meetings.free_days import Rest, rest_at
from operations.news import news_message
from operations.notifications.joint_reminding import with_said
from operations.notifications.reminder_words import (
    Extras,
    find_extras,
    meetings_named,
    render_reminder,
)
from operations.notifications.reminding import by_person, is_for_this_morning
from operations.replies import as_told
from storage import UnitOfWork
from storage.notifications import news, reminders
from storage.notifications.reminders import Reminding
from storage.people import people


async def look_again(
    unit: UnitOfWork, rows: Sequence[OutboxRow], *, policy: Policy, now: datetime
) -> dict[int, OutboxRow | None]:
    """Returns the reminders among `rows` that changed: fewer meetings, or None for no more.

    A meeting is dropped once its report is in or the person no longer reports for its chapter;
    what is only named along with others goes with the last of them.
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
    awaited = by_person(await with_said(unit, found, policy=policy, local=local))
    rest = await rest_at(unit, local.date())
    known = await people.persons(unit, set(mine.values()))
    extras = await find_extras(unit, found, local)
    told = await news.list_told_by(unit, asked)
    changed: dict[int, OutboxRow | None] = {}
    for row in rows:
        if row.id in asked:
            named = [
                reminding
                for reminding in awaited.get(mine[row.id], ())
                if reminding.meeting.id in asked[row.id]
            ]
            left = _still_to_say(named, row, local, policy, rest)
            if len(left) < len(asked[row.id]):
                to, lines = known[mine[row.id]], told.get(row.id, [])
                changed[row.id] = _shortened(row, to, left, lines, extras, local)
    return changed


def _still_to_say(
    named: Sequence[Reminding], row: OutboxRow, local: datetime, policy: Policy, rest: Rest
) -> list[Reminding]:
    """Returns what was not put off since, and has not begun while the message waited."""
    if reminders.is_morning_key(row.dedupe_key):
        due = [
            reminding for reminding in named if is_for_this_morning(reminding, local, policy, rest)
        ]
    else:
        due = [
            reminding
            for reminding in named
            if phase_of(reminding.meeting, local) is MeetingPhase.OVER
        ]
    kept = {reminding.meeting.id for reminding in due}
    others = (reminding for reminding in named if reminding.meeting.id not in kept)
    joined = [reminding for reminding in others if may_join(reminding.meeting, local, policy)]
    return sorted([*due, *joined], key=named.index) if due else []


def _shortened(
    row: OutboxRow,
    person: Person,
    left: Sequence[Reminding],
    lines: Sequence[News],
    extras: Extras,
    local: datetime,
) -> OutboxRow | None:
    """Returns the row with what is left of it; one whose beginning was shown stays as it is."""
    if row.message.prompt is None or not (left or lines):
        return None
    if row.shown_parts:
        return row
    if not left:
        return replace(row, message=as_told(news_message(lines, person, row_id=row.id)))
    prompt_id = row.message.prompt.id
    message = render_reminder(person, left, local, extras=extras, prompt_id=prompt_id, news=lines)
    return replace(row, message=as_told(message))
