"""Conditions as data: when a question is asked, or a button is offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from dialogue.answer import Answers
from dialogue.facts import Facts


@dataclass(frozen=True, slots=True)
class Case:
    """What conditions and checks look at: live answers by slot, facts, the day and hour it is.

    `round` is which one of a repeated group they are asked about.
    """

    answers: Answers
    facts: Facts
    today: date
    clock: time | None = None
    round: int = 0

    def keys(self, slot: str) -> tuple[str, ...]:
        """Returns the keys chosen at a slot, none if it is not answered."""
        answer = self.answers.get(slot)
        return answer.keys if answer else ()

    def day(self, slot: str) -> date | None:
        """Returns the date given at a slot."""
        answer = self.answers.get(slot)
        return answer.day if answer else None

    def number(self, slot: str) -> int | None:
        """Returns the count given at a slot, else the fact of that name."""
        answer = self.answers.get(slot)
        known = answer.number if answer else self.facts.get(slot)
        return known if isinstance(known, int) else None


class Condition(Protocol):
    """Something that holds in a case or does not."""

    def holds(self, case: Case) -> bool:
        """Says whether it holds."""
        ...


@dataclass(frozen=True, slots=True)
class Among:
    """The answer to a question is, or contains, one of these keys."""

    slot: str
    keys: tuple[str, ...]

    def holds(self, case: Case) -> bool:
        answer = case.answers.get(self.slot)
        return answer is not None and any(key in self.keys for key in answer.keys)


@dataclass(frozen=True, slots=True)
class FactKnown:
    """A fact is there: neither missing, nor empty, nor false."""

    fact: str

    def holds(self, case: Case) -> bool:
        value = case.facts.get(self.fact)
        return value is not None and value is not False and value not in ("", ())


@dataclass(frozen=True, slots=True)
class Differs:
    """A date was answered and is another than the one known."""

    slot: str
    fact: str

    def holds(self, case: Case) -> bool:
        day, known = case.day(self.slot), case.facts.get(self.fact)
        return day is not None and known is not None and day != known


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date was answered and lies after today."""

    slot: str

    def holds(self, case: Case) -> bool:
        day = case.day(self.slot)
        return day is not None and day > case.today


@dataclass(frozen=True, slots=True)
class No:
    """The other condition does not hold."""

    condition: Condition

    def holds(self, case: Case) -> bool:
        return not self.condition.holds(case)


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the conditions holds; of none, never."""

    conditions: tuple[Condition, ...]

    def holds(self, case: Case) -> bool:
        for condition in self.conditions:  # noqa: SIM110 - asked a hundred times an answer
            if condition.holds(case):
                return True
        return False


NEVER = (Either(()),)


def hold(conditions: Iterable[Condition], case: Case) -> bool:
    """Says whether all conditions hold."""
    for condition in conditions:  # noqa: SIM110 - asked a hundred times an answer
        if not condition.holds(case):
            return False
    return True
