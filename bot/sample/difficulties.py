"""What was told in reports, and what has been done about it."""

from collections.abc import Iterator, Mapping, Sequence
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
from domain.records import DifficultyState
from domain.report import RaisedDifficulty
from storage import UnitOfWork
from storage.tables import meetings as tables

_ANSWERED_AT_HOME = 0.42
_PASSED_UP = 0.28
_ANSWERED_AFTER_ALL = 0.45
# When the clock finds what is overdue.
_CLOCK_AT = time(7)
_Told = tuple[int, Past, Outcome]


@dataclass(frozen=True, slots=True)
class Desks:
    """The places above a hamlet by its commune, the nearest first, and who sits there."""

    places: Mapping[str, Sequence[Area]]
    officers: Mapping[int, int]


async def write_difficulties(
    unit: UnitOfWork,
    told: Sequence[_Told],
    desks: Desks,
    *,
    seed: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Writes what was told in reports, and what has become of it until now."""
    rows: list[dict[str, Any]] = []
    histories: list[list[_Event]] = []
    for report_id, past, outcome in told:
        above = [
            desk for desk in desks.places[past.commune] if desk.id != past.here.chapter.area_id
        ]
        for ordinal, raised in enumerate(outcome.answers.cases, start=1):
            random = dice(seed, report_id, ordinal, "ways")
            way = _Way(past, raised, above, desks.officers, random, policy)
            events = [step for step in way.steps(outcome.sent_at) if step.at <= now]
            histories.append(events)
            rows.append(
                {
                    "report_id": report_id,
                    "ordinal": ordinal,
                    "category": raised.category,
                    "text": raised.text,
                    "level": raised.level,
                    **_standing(past, events, policy),
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
                "area_id": event.desk.id if event.desk else None,
                "note": event.note,
            }
            for number, events in zip(ids, histories, strict=True)
            for event in events
        ],
    )


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    by: int | None
    action: Action
    note: str | None = None
    desk: Area | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """How one difficulty goes from desk to desk until it is solved, as the dice say."""

    past: Past
    raised: RaisedDifficulty
    above: Sequence[Area]
    officers: Mapping[int, int]
    random: Random
    policy: Policy

    def steps(self, raised_at: datetime) -> Iterator[_Event]:
        """Gives everything that is ever done about it, in order."""
        tends = self.past.cadre or self.officers[self.above[0].id]
        looked_at = raised_at + self._days(1, 4)
        yield _Event(raised_at, self.past.leader, Action.RAISED)
        yield _Event(looked_at, tends, Action.ADVISED, words.ADVICE[self.raised.category])
        chance = self.random.random()
        if chance < _ANSWERED_AT_HOME:
            yield from self._answered(looked_at + self._days(2, 6), tends)
        elif chance < _ANSWERED_AT_HOME + _PASSED_UP:
            passed_at = looked_at + self._days(1, 3)
            why = self.random.choice(words.REASONS_UP)
            yield _Event(passed_at, tends, Action.PASSED_UP, why, self.above[0])
            yield from self._answered(
                passed_at + self._days(7, 15), self.officers[self.above[0].id]
            )
        else:
            yield from self._left(raised_at)

    def _left(self, raised_at: datetime) -> Iterator[_Event]:
        """The clock passes it up as its day goes by; at the top it waits beyond that."""
        level = self.past.here.chapter.area_name.split()[0]
        moment = self._overdue_at(raised_at, level)
        for desk in self.above:
            yield _Event(moment, None, Action.OVERDUE, desk=desk)
            if self.random.random() < _ANSWERED_AFTER_ALL:
                yield from self._answered(moment + self._days(8, 14), self.officers[desk.id])
                return
            moment = self._overdue_at(moment, desk.level)
        yield from self._answered(moment + self._days(12, 60), self.officers[self.above[-1].id])

    def _answered(self, at: datetime, by: int) -> Iterator[_Event]:
        yield _Event(at, by, Action.ANSWERED, words.SOLUTIONS[self.raised.text])
        yield _Event(at + self._days(3, 13), self.past.leader, Action.SOLVED)

    def _overdue_at(self, came_at: datetime, level: str) -> datetime:
        day = _due_on(came_at, level, self.policy) + timedelta(days=1)
        return datetime.combine(day, _CLOCK_AT, self.policy.timezone)

    def _days(self, first: int, last: int) -> timedelta:
        return timedelta(days=self.random.randint(first, last), hours=self.random.randint(-2, 2))


_STATES = {
    Action.ANSWERED: DifficultyState.ANSWERED,
    Action.SOLVED: DifficultyState.SOLVED,
    Action.PASSED_UP: DifficultyState.PASSED_UP,
    Action.OVERDUE: DifficultyState.PASSED_UP,
}


def _due_on(came_at: datetime, level: str, policy: Policy) -> date:
    return policy.day_of(came_at) + timedelta(days=policy.case_term(level))


def _standing(past: Past, events: Sequence[_Event], policy: Policy) -> dict[str, Any]:
    """Returns where a difficulty stands after its last event."""
    chapter, moments = past.here.chapter, {event.action: event.at for event in events}
    came = next((event for event in reversed(events) if event.desk), events[0])
    level = came.desk.level if came.desk else chapter.area_name.split()[0]
    return {
        "chapter_id": chapter.id,
        "state": _STATES.get(events[-1].action, DifficultyState.OPEN),
        "raised_at": moments[Action.RAISED],
        "answered_at": moments.get(Action.ANSWERED),
        "solved_at": moments.get(Action.SOLVED),
        "area_id": came.desk.id if came.desk else chapter.area_id,
        "owner_id": None if came.desk else past.cadre,
        "due_on": _due_on(came.at, level, policy),
    }
