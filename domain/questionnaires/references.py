"""Which questions the expressions of a form speak of: they must have been asked before."""

from collections.abc import Iterator, Mapping, Sequence

from domain.questionnaires.definition import AskedQuestion, QuestionType
from domain.questionnaires.sheets import Fault, Line


def find_bad_references(lines: Sequence[Line], asked: Sequence[AskedQuestion]) -> Iterator[Fault]:
    """Yields the expressions that name no question, a later one, or lead back to themselves."""
    places = {question.name: place for place, question in enumerate(asked)}
    known = {question.name: question for question in asked}
    waits = {
        question.name: question.relevant.names if question.relevant else frozenset[str]()
        for question in asked
    }
    for place, (line, question) in enumerate(zip(lines, asked, strict=True)):
        for heading in ("relevant", "constraint"):
            expression = getattr(question, heading)
            for name in sorted(expression.names if expression else ()):
                if name not in places:
                    yield line.fault(heading, "name-unknown", name)
                elif not _is_within_reach(known[name], question):
                    yield line.fault(heading, "name-repeated", name)
                elif heading == "relevant" and question.name in _reached(name, waits):
                    yield line.fault(heading, "cycle", name)
                elif places[name] > place or (heading == "relevant" and name == question.name):
                    yield line.fault(heading, "name-later", name)
        # Which round of the time before would it be?
        if question.last_saved and (question.repeat or question.last_saved != question.name):
            yield line.fault("default", "default", question.last_saved)


def _is_within_reach(named: AskedQuestion, question: AskedQuestion) -> bool:
    """A question of a repeat has an answer each round: only the same round can speak of it."""
    return named.type is not QuestionType.REPEAT and named.repeat in ("", question.repeat)


def _reached(start: str, waits: Mapping[str, frozenset[str]]) -> set[str]:
    """Returns the questions on which one depends, directly or by way of others, itself too."""
    found, border = set[str](), {start}
    while border:
        found |= border
        border = {name for known in border for name in waits.get(known, ())} - found
    return found
