"""Keeps the difficulties and the proposal of a report in step with its newest version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.cases import Action
from domain.chapters import Chapter
from domain.policy import Policy
from domain.records import Difficulty, DifficultyState
from domain.report import PROPOSAL, RaisedDifficulty
from domain.text_similarity import match_told
from operations.cases.desks import Desk, first_desk, people_at
from operations.cases.telling import tell_people
from storage import UnitOfWork
from storage.cases import case_files, cases, difficulties
from storage.directory import areas
from texts import label


async def save_difficulties(
    unit: UnitOfWork,
    *,
    report_id: int,
    chapter: Chapter,
    raised: Sequence[RaisedDifficulty],
    voices: Sequence[tuple[str, int]],
    person_id: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Adds, changes and withdraws difficulties, matched by their words (`match_told`).

    What is new lies on the chapter's own desk, whose people are told. What was passed up or
    answered keeps its words; what is solved stays. What was spoken is called so, and its
    recordings, given in `voices` by the question they answer, stay with it.
    """
    raised = [one if one.text else replace(one, text=_spoken(policy)) for one in raised]
    writing = _Writing(unit=unit, chapter=chapter, person_id=person_id, policy=policy, now=now)
    known = await difficulties.of_report(unit, report_id)
    matched = match_told(known, raised)
    free = max((one.ordinal for one in known), default=0)
    for at, (told, old) in enumerate(zip(raised, matched, strict=True)):
        case_id = old.id if old else None
        if old is None:
            free += 1
            case_id = await writing.add(report_id, free, told)
        elif old.state is DifficultyState.WITHDRAWN:
            await writing.raise_again(old, told)
        elif old.state is DifficultyState.OPEN and told != _told(old):
            writing.change(old, told)
        answers = "proposal" if told.category == PROPOSAL else f"words.{at}"
        for question, voice in voices:
            if case_id is not None and question == answers:
                await case_files.add(unit, case_id, voice)
    kept = {old.id for old in matched if old}
    for old in known:
        if old.id not in kept:
            await writing.withdraw(old)


def _spoken(policy: Policy) -> str:
    return label("dialogue-voice", policy.language)


def _told(old: Difficulty) -> RaisedDifficulty:
    return RaisedDifficulty(category=old.category, text=old.text, level=old.level)


@dataclass(slots=True, kw_only=True)
class _Writing:
    """Who sends which chapter's report, and the desk where what is new lies once it is asked."""

    unit: UnitOfWork
    chapter: Chapter
    person_id: int
    policy: Policy
    now: datetime
    desk: Desk | None = None

    async def add(self, report_id: int, ordinal: int, told: RaisedDifficulty) -> int:
        """Adds what is told for the first time; returns its id."""
        desk = await self._desk()
        new_id = await difficulties.add(
            self.unit,
            report_id=report_id,
            chapter_id=self.chapter.id,
            ordinal=ordinal,
            raised=told,
            desk_id=desk.place.id,
            owner_id=desk.owner_id,
            due_on=desk.due_on,
            now=self.now,
        )
        await self._raised(new_id, desk)
        return new_id

    async def raise_again(self, old: Difficulty, told: RaisedDifficulty) -> None:
        """Lets what was taken back begin anew, with a new term."""
        desk = await self._desk()
        await difficulties.renew(
            self.unit,
            old.id,
            told,
            desk_id=desk.place.id,
            owner_id=desk.owner_id,
            due_on=desk.due_on,
        )
        await self._raised(old.id, desk)

    def change(self, old: Difficulty, told: RaisedDifficulty) -> None:
        """Puts what nobody has answered yet in other words."""
        difficulties.change_later(self.unit, old.id, told, state=old.state)
        self._note(old.id, Action.CHANGED)

    async def withdraw(self, old: Difficulty) -> None:
        """Takes back what is no longer told; whoever works on it is told."""
        case = await cases.find(self.unit, old.id)
        if case is None or not case.is_living:
            return
        difficulties.change_later(self.unit, old.id, _told(old), state=DifficultyState.WITHDRAWN)
        self._note(old.id, Action.WITHDRAWN)
        await self.unit.flush()
        await cases.hand_head_over(self.unit, old.id)
        desk = await areas.get(self.unit, case.desk_id)
        today = self.policy.local(self.now).date()
        there = await people_at(self.unit, self.chapter, desk, today=today)
        await tell_people(self.unit, there, case, "case-news-withdrawn", opens=False, now=self.now)

    async def _desk(self) -> Desk:
        if self.desk is None:
            today = self.policy.local(self.now).date()
            self.desk = await first_desk(self.unit, self.chapter, today=today, policy=self.policy)
        return self.desk

    async def _raised(self, case_id: int, desk: Desk) -> None:
        self._note(case_id, Action.RAISED)
        if case := await cases.find(self.unit, case_id):
            await tell_people(self.unit, desk.people, case, "case-news-raised", now=self.now)

    def _note(self, case_id: int, action: Action) -> None:
        difficulties.note_later(
            self.unit, case_id, action=action, person_id=self.person_id, now=self.now
        )
