"""Keeps the difficulties of a report in step with its newest version."""

from collections.abc import Sequence
from datetime import datetime

from domain.records import Difficulty, DifficultyState
from domain.report import RaisedDifficulty
from storage import Unit, difficulties


async def save_difficulties(
    unit: Unit,
    *,
    report_id: int,
    chapter_id: int,
    raised: Sequence[RaisedDifficulty],
    person_id: int,
    now: datetime,
) -> None:
    """Adds, changes and withdraws difficulties, matched by their place in the report."""
    known = {one.ordinal: one for one in await difficulties.of_report(unit, report_id)}
    for ordinal, told in enumerate(raised, start=1):
        if old := known.pop(ordinal, None):
            _change(unit, old, told, person_id, now)
        else:
            new_id = await difficulties.add(
                unit,
                report_id=report_id,
                chapter_id=chapter_id,
                ordinal=ordinal,
                raised=told,
                now=now,
            )
            difficulties.note_later(unit, new_id, action="raised", person_id=person_id, now=now)
    for old in known.values():
        _withdraw(unit, old, person_id, now)


def _told(old: Difficulty) -> RaisedDifficulty:
    return RaisedDifficulty(category=old.category, text=old.text, level=old.level)


def _change(
    unit: Unit, old: Difficulty, told: RaisedDifficulty, person_id: int, now: datetime
) -> None:
    returns = old.state is DifficultyState.WITHDRAWN
    if returns or told != _told(old):
        state = DifficultyState.OPEN if returns else old.state
        difficulties.change_later(unit, old.id, told, state=state)
        action = "raised" if returns else "changed"
        difficulties.note_later(unit, old.id, action=action, person_id=person_id, now=now)


def _withdraw(unit: Unit, old: Difficulty, person_id: int, now: datetime) -> None:
    if old.state is not DifficultyState.WITHDRAWN:
        difficulties.change_later(unit, old.id, _told(old), state=DifficultyState.WITHDRAWN)
        difficulties.note_later(unit, old.id, action="withdrawn", person_id=person_id, now=now)
