"""Keeps the difficulties and the proposal of a report in step with its newest version."""

from dataclasses import dataclass, replace

from domain.cases import Action
from domain.chapters import Chapter
from domain.records import Difficulty, DifficultyState
from domain.report import PROPOSAL, RaisedDifficulty
from domain.text_similarity import match_told
from operations.cases.desks import Desk, first_desk, people_at
from operations.cases.telling import CaseWord, tell_people
from operations.context import ActorContext
from operations.facts import ReportTaken
from storage.cases import case_files, cases, difficulties
from storage.directory import areas
from texts import label


async def keep_difficulties(context: ActorContext, fact: ReportTaken) -> None:
    """Adds, changes and withdraws difficulties, matched by their words (`match_told`).

    What is new lies on the chapter's own desk, whose people are told. What was passed up or
    answered keeps its words; what is solved stays. What was spoken is called so, and its
    recordings stay with it.
    """
    answers, report_id = fact.report.answers, fact.report.id
    spoken = label("dialogue-voice", context.policy.language)
    raised = [told if told.text else replace(told, text=spoken) for told in answers.cases]
    writing = _Writing(context=context, chapter=fact.chapter)
    is_first = fact.report.version == 1
    known = [] if is_first else await difficulties.of_report(context.unit, report_id)
    matched = match_told(known, raised)
    free = max((old.ordinal for old in known), default=0)
    for at, (told, old) in enumerate(zip(raised, matched, strict=True)):
        case_id = old.id if old else None
        if old is None:
            free += 1
            case_id = await writing.add(report_id, free, told)
        elif old.state is DifficultyState.WITHDRAWN:
            await writing.raise_again(old, told)
        elif old.state is DifficultyState.OPEN and told != _told(old):
            writing.change(old, told)
        answered = "proposal" if told.category == PROPOSAL else f"words.{at}"
        for question, voice in answers.voice_notes:
            if case_id is not None and question == answered:
                await case_files.add(context.unit, case_id, voice)
    kept = {old.id for old in matched if old}
    for old in known:
        if old.id not in kept:
            await writing.withdraw(old)


def _told(old: Difficulty) -> RaisedDifficulty:
    return RaisedDifficulty(category=old.category, text=old.text, level=old.level)


@dataclass(slots=True, kw_only=True)
class _Writing:
    """Who sends which chapter's report, and the desk where what is new lies once it is asked."""

    context: ActorContext
    chapter: Chapter
    desk: Desk | None = None

    async def add(self, report_id: int, ordinal: int, told: RaisedDifficulty) -> int:
        """Adds what is told for the first time; returns its id."""
        desk = await self._desk()
        new_id = await difficulties.add(
            self.context.unit,
            difficulties.NewDifficulty(
                report_id=report_id,
                chapter_id=self.chapter.id,
                ordinal=ordinal,
                raised=told,
                desk_id=desk.place.id,
                owner_id=desk.owner_id,
                due_on=desk.due_on,
            ),
            now=self.context.now,
        )
        await self._raised(new_id, desk)
        return new_id

    async def raise_again(self, old: Difficulty, told: RaisedDifficulty) -> None:
        """Lets what was taken back begin anew, with a new term."""
        desk = await self._desk()
        await difficulties.renew(
            self.context.unit,
            old.id,
            told,
            desk_id=desk.place.id,
            owner_id=desk.owner_id,
            due_on=desk.due_on,
        )
        await self._raised(old.id, desk)

    def change(self, old: Difficulty, told: RaisedDifficulty) -> None:
        """Puts what nobody has answered yet in other words."""
        difficulties.change_later(self.context.unit, old.id, told, state=old.state)
        self._note(old.id, Action.CHANGED)

    async def withdraw(self, old: Difficulty) -> None:
        """Takes back what is no longer told; whoever works on it is told."""
        unit = self.context.unit
        case = await cases.find(unit, old.id)
        if case is None or not case.is_living:
            return
        difficulties.change_later(unit, old.id, _told(old), state=DifficultyState.WITHDRAWN)
        self._note(old.id, Action.WITHDRAWN)
        await unit.flush()
        await cases.hand_head_over(unit, old.id)
        desk = await areas.get(unit, case.desk_id)
        there = await people_at(unit, self.chapter, desk, today=self.context.today)
        word = CaseWord("case-news-withdrawn", opens=False)
        await tell_people(unit, there, case, word, now=self.context.now)

    async def _desk(self) -> Desk:
        if self.desk is None:
            context = self.context
            self.desk = await first_desk(
                context.unit, self.chapter, today=context.today, policy=context.policy
            )
        return self.desk

    async def _raised(self, case_id: int, desk: Desk) -> None:
        self._note(case_id, Action.RAISED)
        unit, now = self.context.unit, self.context.now
        if case := await cases.find(unit, case_id):
            await tell_people(unit, desk.people, case, CaseWord("case-news-raised"), now=now)

    def _note(self, case_id: int, action: Action) -> None:
        context = self.context
        difficulties.note_later(
            context.unit, case_id, action=action, person_id=context.actor.id, now=context.now
        )
