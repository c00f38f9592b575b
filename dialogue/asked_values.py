"""Between the answers of a talk and those of a questionnaire: each by the question's type."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count, takewhile

from dialogue.answer import Answer, Answers
from dialogue.conditions import Case
from dialogue.form import Question
from domain.questionnaires.answers import GivenAnswer, read_decimal, write_decimal
from domain.questionnaires.definition import (
    NUMBERS,
    SELECTS,
    AskedQuestion,
    Definition,
    QuestionType,
)
from domain.questionnaires.expressions import Value

# Before a name that somebody chose: never the key of a button or a screen of the dialogue.
_MARK = "."


def key_of(name: str) -> str:
    """Returns under which key a question stands in its form."""
    return f"{_MARK}{name}"


def slot_of(asked: AskedQuestion, number: int) -> str:
    """Returns under which slot the answer to a question is kept, of a repeat in one round."""
    key = key_of(asked.name)
    return f"{key}.{number}" if asked.repeat else key


def is_asked(question: Question) -> bool:
    """True for a question of an office, which answers for itself."""
    return question.key.startswith(_MARK)


def name_of(key: str) -> str:
    """Returns the name of the question, or of the option, that stands under a key."""
    return key.removeprefix(_MARK)


def option_key(name: str) -> str:
    """Returns the key of an option's button."""
    return f"{_MARK}{name}"


# What is answered to a repeat: once more, or that this was all.
MORE, NO_MORE = option_key("more"), option_key("none")


def values_of(definition: Definition, case: Case) -> Mapping[str, Value]:
    """Returns what an expression knows of the answers so far, by the names of the questions."""
    return {
        asked.name: _value(asked, answer)
        for asked in definition.answered()
        if (answer := case.answers.get(slot_of(asked, case.round))) is not None
        and not answer.skipped
    }


def _value(asked: AskedQuestion, answer: Answer) -> Value:
    if asked.type is QuestionType.SELECT_MULTIPLE:
        return tuple(map(name_of, answer.keys))
    if asked.type is QuestionType.SELECT_ONE:
        return name_of(answer.keys[0]) if answer.keys else None
    if asked.type in NUMBERS:
        return read_decimal(answer.text)
    if asked.type is QuestionType.DATE:
        return answer.day
    if asked.type is QuestionType.TIME:
        return f"{answer.starts:%H:%M}" if answer.starts else None
    return answer.text or ("file" if answer.attachments else None)


def to_given(definition: Definition, answers: Answers) -> tuple[GivenAnswer, ...]:
    """Returns the answers of a finished talk, as they are kept."""
    rounds = {asked.name: _count_rounds(asked, answers) for asked in definition.repeats()}
    return tuple(
        given
        for asked in definition.answered()
        for given in _list_given(asked, answers, rounds.get(asked.repeat, 0))
    )


def _count_rounds(asked: AskedQuestion, answers: Answers) -> int:
    """Returns how often a repeat was gone through."""
    heads = (answers.get(slot_of(asked, number)) for number in count())
    return sum(1 for _ in takewhile(lambda head: head is not None and MORE in head.keys, heads))


def _list_given(asked: AskedQuestion, answers: Answers, rounds: int) -> Iterator[GivenAnswer]:
    if asked.type is QuestionType.REPEAT:
        if slot_of(asked, 0) in answers:
            yield GivenAnswer(question=asked.name, number=Decimal(rounds))
        return
    for number in range(rounds if asked.repeat else 1):
        answer = answers.get(slot_of(asked, number))
        if answer is not None and not answer.skipped:
            yield replace(_given(asked, answer), round=number + 1 if asked.repeat else 0)


def _given(asked: AskedQuestion, answer: Answer) -> GivenAnswer:
    if asked.type in NUMBERS:
        return GivenAnswer(question=asked.name, number=read_decimal(answer.text))
    if asked.type in SELECTS:
        return GivenAnswer(question=asked.name, choices=tuple(map(name_of, answer.keys)))
    if asked.type is QuestionType.TIME:
        return GivenAnswer(question=asked.name, clock=answer.starts)
    return GivenAnswer(
        question=asked.name, day=answer.day, words=answer.text, files=answer.attachments
    )


def recall_given(definition: Definition, given: GivenAnswer) -> Iterator[tuple[str, Answer]]:
    """Yields by slots the answers of a talk that say what was given before."""
    asked = definition.find(given.question)
    if asked is None:
        return
    if asked.type is not QuestionType.REPEAT:
        yield slot_of(asked, given.round - 1), from_given(given)
        return
    rounds = int(given.number or 0)
    yield from ((slot_of(asked, number), Answer(keys=(MORE,))) for number in range(rounds))
    yield slot_of(asked, rounds), Answer(keys=(NO_MORE,))


def from_given(given: GivenAnswer) -> Answer:
    """Returns the answer of a talk that says what was given before."""
    if given.number is not None:
        return Answer(text=write_decimal(given.number))
    return Answer(
        keys=tuple(map(option_key, given.choices)),
        text=given.words,
        day=given.day,
        starts=given.clock,
        attachments=given.files,
    )


def default_of(
    asked: AskedQuestion, before: GivenAnswer | None, today: date
) -> str | date | tuple[str, ...] | None:
    """Returns what is offered as the answer: that of the time before, or what the form says."""
    if asked.last_saved:
        answer = from_given(before) if before else Answer()
        return answer.keys or answer.day or answer.text or None
    if not asked.default:
        return None
    if asked.type in SELECTS:
        return tuple(map(option_key, asked.default.split()))
    if asked.type is QuestionType.DATE:
        return today
    return asked.default.replace(".", ",") if asked.type in NUMBERS else asked.default
