"""What follows a report: whether the cadre was there, and what was done about difficulties."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from bot.sample import words
from bot.sample.dice import dice
from bot.sample.outcomes import Outcome
from bot.sample.past import Past
from domain.policy import Policy
from domain.records import DifficultyState, Presence
from domain.report import CadrePresence, ReportState
from storage import Unit
from storage.tables import meetings as tables

_DISAGREES = 0.03
_SILENT = 0.1
_SOLVED = 0.5
_PASSED_UP = 0.25
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
    unit: Unit, told: Sequence[_Told], *, officers: dict[str, int], seed: int, now: datetime
) -> None:
    """Writes what was told in reports, and what has become of it until now."""
    rows: list[dict[str, Any]] = []
    histories: list[list[dict[str, Any]]] = []
    for report_id, one, outcome in told:
        for ordinal, raised in enumerate(outcome.answers.difficulties, start=1):
            random = dice(seed, report_id, ordinal)
            events = _events(one, officers, outcome.sent_at, random, now)
            solved = events[-1]["at"] if events[-1]["action"] == "solved" else None
            histories.append(events)
            rows.append(
                {
                    "report_id": report_id,
                    "chapter_id": one.here.chapter.id,
                    "ordinal": ordinal,
                    "category": raised.category,
                    "text": raised.text,
                    "level": raised.level,
                    "state": _state(events),
                    "raised_at": outcome.sent_at,
                    "solved_at": solved,
                }
            )
    ids = await unit.add_all(tables.difficulty, rows)
    await unit.add_many(
        tables.difficulty_event,
        [
            {"difficulty_id": number, **event}
            for number, events in zip(ids, histories, strict=True)
            for event in events
        ],
    )


def _events(
    one: Past, officers: dict[str, int], raised_at: datetime, random: Random, now: datetime
) -> list[dict[str, Any]]:
    officer = officers[one.commune]
    advice = random.choice(words.SOLUTIONS)
    steps: list[tuple[datetime, int, str, str | None]] = [(raised_at, one.leader, "raised", None)]
    looked_at = raised_at + timedelta(days=random.randint(2, 9), hours=random.randint(1, 5))
    steps.append((looked_at, one.cadre or officer, "advised", None))
    chance = random.random()
    if chance < _SOLVED:
        done = looked_at + timedelta(days=random.randint(4, 40))
        steps.append((done, officer, "solved", advice))
    elif chance < _SOLVED + _PASSED_UP:
        steps.append((looked_at + timedelta(days=3), officer, "passed_up", None))
    return [
        {"at": at, "person_id": person, "action": action, "note": note}
        for at, person, action, note in steps
        if at <= now
    ]


def _state(events: Sequence[dict[str, Any]]) -> DifficultyState:
    last = events[-1]["action"]
    if last == "solved":
        return DifficultyState.SOLVED
    return DifficultyState.PASSED_UP if last == "passed_up" else DifficultyState.OPEN
