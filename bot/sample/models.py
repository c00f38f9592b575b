"""Exemplars of the sample: each told in a report first, some of them tried by other chapters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from bot.sample import words
from bot.sample.dice import dice
from bot.sample.outcomes import Outcome
from bot.sample.past import Past
from domain.exemplars import ASK_AGAIN_AFTER, CopyState, State, name_from, with_note
from operations.people.enrolling import name_body
from storage import UnitOfWork
from storage.tables import programmes as tables

_STATES = {State.DRAFT: 35, State.REGISTERED: 35, State.RECOGNISED: 22, State.ENDED: 8}
_Told = tuple[int, Past, Outcome]


@dataclass(frozen=True, slots=True)
class _Model:
    report_id: int
    past: Past
    told_at: datetime
    text: str
    state: State
    random: Random

    def after(self, days: int) -> datetime:
        """Returns a moment so many days after it was told."""
        return self.told_at + timedelta(days=days)


async def write_models(
    unit: UnitOfWork, told: Sequence[_Told], *, seed: int, now: datetime
) -> None:
    """Writes what became of each way of working that a report told of."""
    models = [
        _throw(report_id, past, outcome, seed=seed, now=now)
        for report_id, past, outcome in told
        if outcome.answers.best_practice
    ]
    ids = await unit.add_all(tables.exemplar, [_row(model) for model in models])
    await unit.add_many(
        tables.exemplar_copy,
        [
            row
            for number, model in zip(ids, models, strict=True)
            if model.state is State.RECOGNISED
            for row in _copies(number, model, [past for _, past, _ in told], now)
        ],
    )


def _throw(report_id: int, past: Past, outcome: Outcome, *, seed: int, now: datetime) -> _Model:
    random = dice(seed, past.here.chapter.name, past.here.meeting.period, "model")
    state = random.choices([*_STATES], [*_STATES.values()])[0]
    if outcome.sent_at > now - timedelta(days=45):
        state = State.DRAFT
    return _Model(report_id, past, outcome.sent_at, outcome.answers.best_practice, state, random)


def _row(model: _Model) -> dict[str, Any]:
    known = words.EXEMPLARS[model.text]
    drafted = model.state is State.DRAFT
    recognised = model.after(40).date() if model.state is State.RECOGNISED else None
    return {
        "chapter_id": model.past.here.chapter.id,
        "report_id": model.report_id,
        "field": "" if drafted else known.field,
        "name": name_from(model.text),
        "aim": None if drafted else known.aim,
        "content": model.text,
        "progress": None if drafted else with_note("", model.after(30).date(), known.note),
        "lead": None if drafted else model.past.here.chapter.kind.words["leader"],
        "result": known.result if recognised else None,
        "state": model.state,
        "registered_on": None if drafted else model.after(9).date(),
        "recognised_on": recognised,
        "recognised_by": name_body("Đảng ủy", model.past.commune) if recognised else None,
        "created_by": model.past.leader,
        "created_at": model.told_at,
    }


def _copies(
    number: int, model: _Model, past: Sequence[Past], now: datetime
) -> list[dict[str, Any]]:
    """One or two chapters of the same kind try it; of the first it is known how it went."""
    own = model.past.here.chapter
    others = {
        other.here.chapter.id: other.leader
        for other in past
        if other.here.chapter.kind.id == own.kind.id and other.here.chapter.id != own.id
    }
    chosen = model.random.sample(sorted(others), min(len(others), model.random.randint(1, 2)))
    at = min(model.after(43), now)
    return [
        {
            "exemplar_id": number,
            "chapter_id": chapter,
            "state": CopyState.DONE if first and _is_done(at, now) else CopyState.TRYING,
            "person_id": others[chapter],
            "at": at,
            "ask_again_on": _ask_again(at.date(), now.date()),
            "result": words.EXEMPLARS[model.text].result if first and _is_done(at, now) else None,
        }
        for first, chapter in zip((True, False), chosen, strict=False)
    ]


def _is_done(at: datetime, now: datetime) -> bool:
    return at + ASK_AGAIN_AFTER < now


def _ask_again(since: date, today: date) -> date:
    """Returns the next day of asking that lies ahead."""
    day = since + ASK_AGAIN_AFTER
    while day <= today:
        day += ASK_AGAIN_AFTER
    return day
