"""Keeps the difficulties of a report in step with its newest version."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.cases import Action, Case
from domain.chapters import Chapter
from domain.policy import Policy
from domain.records import Difficulty, DifficultyState
from domain.report import RaisedDifficulty
from operations.case_desks import Desk, first_desk, people_at
from operations.case_telling import tell_people
from storage import Unit, areas, cases, difficulties

# Nobody has done anything yet: the chapter may still put it in other words.
_OWN_WORDS = (DifficultyState.OPEN, DifficultyState.WITHDRAWN)


async def save_difficulties(
    unit: Unit,
    *,
    report_id: int,
    chapter: Chapter,
    raised: Sequence[RaisedDifficulty],
    person_id: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Adds, changes and withdraws difficulties, matched by their place in the report.

    What is new lies on the chapter's own desk, whose people are told. What was passed up or
    answered keeps its words; what is solved stays.
    """
    today = policy.local(now).date()
    known = {one.ordinal: one for one in await difficulties.of_report(unit, report_id)}
    desk: Desk | None = None
    for ordinal, told in enumerate(raised, start=1):
        if old := known.pop(ordinal, None):
            _change(unit, old, told, person_id, now)
            continue
        desk = desk or await first_desk(unit, chapter, today=today, policy=policy)
        new_id = await difficulties.add(
            unit,
            report_id=report_id,
            chapter_id=chapter.id,
            ordinal=ordinal,
            raised=told,
            desk_id=desk.place.id,
            owner_id=desk.people[0].id if desk.people else None,
            due_on=desk.due_on,
            now=now,
        )
        difficulties.note_later(unit, new_id, action=Action.RAISED, person_id=person_id, now=now)
        await _tell(unit, new_id, desk, now)
    for old in known.values():
        await _withdraw(unit, old, chapter, person_id, today=today, now=now)


async def _tell(unit: Unit, case_id: int, desk: Desk, now: datetime) -> None:
    if case := await cases.find(unit, case_id):
        await tell_people(unit, desk.people, case, "case-news-raised", now=now)


def _told(old: Difficulty) -> RaisedDifficulty:
    return RaisedDifficulty(category=old.category, text=old.text, level=old.level)


def _change(
    unit: Unit, old: Difficulty, told: RaisedDifficulty, person_id: int, now: datetime
) -> None:
    returns = old.state is DifficultyState.WITHDRAWN
    if old.state in _OWN_WORDS and (returns or told != _told(old)):
        difficulties.change_later(unit, old.id, told, state=DifficultyState.OPEN)
        action = Action.RAISED if returns else Action.CHANGED
        difficulties.note_later(unit, old.id, action=action, person_id=person_id, now=now)


async def _withdraw(
    unit: Unit, old: Difficulty, chapter: Chapter, person_id: int, *, today: date, now: datetime
) -> None:
    if old.state in (DifficultyState.WITHDRAWN, DifficultyState.SOLVED):
        return
    case = await cases.find(unit, old.id)
    difficulties.change_later(unit, old.id, _told(old), state=DifficultyState.WITHDRAWN)
    difficulties.note_later(unit, old.id, action=Action.WITHDRAWN, person_id=person_id, now=now)
    if case is not None:
        await unit.flush()
        await cases.hand_head_over(unit, case.id)
        await _tell_withdrawn(unit, case, chapter, today=today, now=now)


async def _tell_withdrawn(
    unit: Unit, case: Case, chapter: Chapter, *, today: date, now: datetime
) -> None:
    desk = await areas.get(unit, case.desk_id)
    there = await people_at(unit, chapter, desk, today=today)
    await tell_people(unit, there, case, "case-news-withdrawn", opens=False, now=now)
