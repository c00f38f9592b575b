"""What follows a report: whether the cadre was there, and what was done about difficulties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from bot.sample import words
from bot.sample.dice import dice
from bot.sample.outcomes import Outcome
from bot.sample.past import Past
from domain.cases import Action
from domain.chapters import Area
from domain.policy import Policy
from domain.records import DifficultyState, Presence
from domain.report import CadrePresence, ReportState
from storage import Unit
from storage.tables import meetings as tables

_DISAGREES = 0.03
_SILENT = 0.1
_SOLVED = 0.5
_PASSED_UP = 0.25
_JUST_ANSWERED = 0.13
_TICKED_AT = time(21, 40)
_Told = tuple[int, Past, Outcome]


async def write_attendance(
    unit: Unit, meeting_ids: Sequence[int], past: Sequence[Past], seed: int, policy: Policy
) -> None:
    """Writes a row for each meeting's cadre, ticked or not."""
    await unit.add_many(
        tables.attendance,
        [
            _attendance_row(meeting_id, one, one.cadre, seed, policy)
            for meeting_id, one in zip(meeting_ids, past, strict=True)
            if one.cadre is not None
        ],
    )


def _attendance_row(
    meeting_id: int, one: Past, cadre: int, seed: int, policy: Policy
) -> dict[str, Any]:
    """The cadre ticks an evening at its end, mostly; the chapter's word mostly agrees."""
    answers = one.outcome.answers if one.outcome else None
    held = answers.held_date if answers and answers.state is ReportState.HELD else None
    chance = dice(seed, one.here.chapter.name, one.here.meeting.period, "tick").random()
    there = one.here.cadre_came is CadrePresence.YES
    ticked = held is not None and (chance > _SILENT if there else chance < _DISAGREES)
    at = datetime.combine(held, _TICKED_AT, policy.timezone) if held and ticked else None
    return {
        "meeting_id": meeting_id,
        "person_id": cadre,
        "state": Presence.ATTENDED if ticked else Presence.UNCONFIRMED,
        "confirmed_at": at,
        "confirmed_by": cadre if ticked else None,
        "leader_word": str(one.here.cadre_came) if held else None,
    }


async def write_difficulties(
    unit: Unit,
    told: Sequence[_Told],
    *,
    communes: Mapping[str, Area],
    officers: Mapping[int, int],
    seed: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Writes what was told in reports, and what has become of it until now."""
    rows: list[dict[str, Any]] = []
    histories: list[list[_Event]] = []
    for report_id, one, outcome in told:
        commune = communes[one.commune]
        for ordinal, raised in enumerate(outcome.answers.cases, start=1):
            random = dice(seed, report_id, ordinal)
            officer = officers[commune.id]
            thrown = _events(one, commune, officer, outcome.sent_at, random, now=now)
            events = [event for event in thrown if event.at <= now]
            histories.append(events)
            rows.append(
                {
                    "report_id": report_id,
                    "ordinal": ordinal,
                    "category": raised.category,
                    "text": raised.text,
                    "level": raised.level,
                    **_standing(one, events),
                    "due_on": _due_on(events, random, policy, now),
                }
            )
    ids = await unit.add_all(tables.difficulty, rows)
    await unit.add_many(
        tables.difficulty_event,
        [
            {
                "difficulty_id": number,
                "at": event.at,
                "person_id": event.by,
                "action": event.action,
                "area_id": event.desk,
                "note": event.note,
            }
            for number, events in zip(ids, histories, strict=True)
            for event in events
        ],
    )


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    by: int
    action: Action
    note: str | None = None
    desk: int | None = None


def _events(
    one: Past, commune: Area, officer: int, raised_at: datetime, random: Random, *, now: datetime
) -> list[_Event]:
    """Throws what becomes of a difficulty: some are solved, some go up, some wait for a word."""
    tends = one.cadre or officer
    looked_at = raised_at + timedelta(days=random.randint(2, 9), hours=random.randint(1, 5))
    steps = [
        _Event(raised_at, one.leader, Action.RAISED),
        _Event(looked_at, tends, Action.ADVISED, random.choice(words.ADVICE)),
    ]
    chance = random.random()
    if chance < _SOLVED:
        answered = looked_at + timedelta(days=random.randint(2, 20))
        confirmed = answered + timedelta(days=random.randint(1, 12))
        steps.append(_Event(answered, tends, Action.ANSWERED, random.choice(words.SOLUTIONS)))
        steps.append(_Event(confirmed, one.leader, Action.SOLVED))
    elif chance < _SOLVED + _PASSED_UP:
        passed = looked_at + timedelta(days=3)
        why = random.choice(words.REASONS_UP)
        steps.append(_Event(passed, tends, Action.PASSED_UP, why, commune.id))
    elif chance < _SOLVED + _PASSED_UP + _JUST_ANSWERED:
        lately = max(looked_at, now - timedelta(days=random.randint(1, 9)))
        steps.append(_Event(lately, tends, Action.ANSWERED, random.choice(words.SOLUTIONS)))
    return steps


_STATES = {
    Action.ANSWERED: DifficultyState.ANSWERED,
    Action.SOLVED: DifficultyState.SOLVED,
    Action.PASSED_UP: DifficultyState.PASSED_UP,
}


def _due_on(events: Sequence[_Event], random: Random, policy: Policy, now: datetime) -> date:
    """Returns the term of the desk; what waits for longer was given a new day."""
    moments = {event.action: event.at for event in events}
    came = moments.get(Action.PASSED_UP, moments[Action.RAISED])
    due_on = policy.local(came).date() + timedelta(days=policy.case_days)
    today = policy.local(now).date()
    return due_on if due_on > today else today + timedelta(days=random.randint(8, 40))


def _standing(one: Past, events: Sequence[_Event]) -> dict[str, Any]:
    """Returns where a difficulty stands after its last event."""
    last, moments = events[-1], {event.action: event.at for event in events}
    return {
        "chapter_id": one.here.chapter.id,
        "state": _STATES.get(last.action, DifficultyState.OPEN),
        "raised_at": moments[Action.RAISED],
        "answered_at": moments.get(Action.ANSWERED),
        "solved_at": moments.get(Action.SOLVED),
        "area_id": last.desk or one.here.chapter.area_id,
        "owner_id": None if last.desk else one.cadre,
    }
