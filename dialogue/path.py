"""Which questions a talk passes, given the answers so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from dialogue.answer import Answer, Answers
from dialogue.conditions import Case, hold
from dialogue.facts import Facts
from dialogue.form import Form, Question

# Ten difficulties from one meeting are more than any record shows; the list has to end.
MOST_ROUNDS = 10
# The fact of a talk that says otherwise.
ROUNDS = "rounds"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for an answer: a question, in a group together with its round."""

    question: Question
    round: int = 0
    offered: bool = False

    @property
    def id(self) -> str:
        """The name under which the answer is kept."""
        return f"{self.question.key}.{self.round}" if self.question.group else self.question.key

    @property
    def told_in(self) -> str:
        """The slot of the same round that takes what is told instead of a button, or ""."""
        wanted = self.question.told_in
        return f"{wanted}.{self.round}" if wanted else ""


@dataclass(frozen=True, slots=True)
class Path:
    """The slots in reach, asked and offered, in the form's order, and the case they make."""

    slots: tuple[Slot, ...]
    case: Case

    @property
    def asked(self) -> tuple[Slot, ...]:
        """The slots every such report passes."""
        return tuple(slot for slot in self.slots if not slot.offered)

    def find(self, slot_id: str) -> Slot | None:
        """Returns the slot of that name if it is in reach."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)

    def case_of(self, slot: Slot) -> Case:
        """Returns the case as conditions and checks of a slot see it."""
        return replace(self.case, round=slot.round) if slot.round else self.case

    def find_head(self, slot: Slot) -> Slot:
        """Returns the question of a slot's round that can stop its group."""
        return next(
            other
            for other in self.slots
            if (other.question.group, other.round) == (slot.question.group, slot.round)
        )

    def find_open(self) -> Slot | None:
        """Returns the first slot that still has to be answered."""
        return next((s for s in self.asked if s.id not in self.case.answers), None)


def walk(
    form: Form, answers: Answers, facts: Facts, today: date, clock: time | None = None
) -> Path:
    """Returns the path through the form; answers off the path are kept but do not count."""
    slots: list[Slot] = []
    live: dict[str, Answer] = {}
    assumed: dict[str, Answer] = {}
    so_far = Case(assumed, facts, today)
    for run in form.runs:
        for slot in _reached(run, answers, so_far):
            slots.append(slot)
            name = slot.id
            if name in answers:
                live[name] = assumed[name] = answers[name]
            elif slot.question.usual and not slot.offered:
                assumed[name] = Answer(keys=(slot.question.usual,))
    return Path(tuple(slots), Case(live, facts, today, clock))


def _reached(run: tuple[Question, ...], answers: Answers, case: Case) -> Iterable[Slot]:
    first = run[0]
    if hold(first.when, case):
        return _rounds(run, answers, case) if first.group else (Slot(first),)
    if first.offered is not None and hold(first.offered, case):
        return (Slot(first, offered=True),)
    return ()


def _rounds(run: tuple[Question, ...], answers: Answers, case: Case) -> Iterator[Slot]:
    for number in range(most_rounds(case.facts)):
        head, *rest = (Slot(question, number) for question in run)
        yield head
        answer = answers.get(head.id)
        if answer is None or run[0].stop in answer.keys:
            return
        here = replace(case, round=number)
        yield from (slot for slot in rest if hold(slot.question.when, here))


def most_rounds(facts: Facts) -> int:
    """Returns how often a group is gone through at most."""
    most = facts.get(ROUNDS)
    return most if isinstance(most, int) else MOST_ROUNDS


def without_round(form: Form, answers: Answers, group: str, number: int) -> dict[str, Answer]:
    """Returns the answers with one round of a group taken out and the later ones moved up."""
    kept = dict(answers)
    for question in (q for q in form.questions if q.group == group):
        # No round is without an answer.
        for at in range(number, number + len(answers)):
            following = kept.pop(Slot(question, at + 1).id, None)
            kept.pop(Slot(question, at).id, None)
            if following:
                kept[Slot(question, at).id] = following
    return kept
