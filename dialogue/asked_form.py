"""A questionnaire as a form: the questions, conditions, checks and words of a definition."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dialogue.answer import Answer
from dialogue.asked_values import (
    MORE,
    NO_MORE,
    key_of,
    name_of,
    option_key,
    recall_given,
    slot_of,
    values_of,
)
from dialogue.conditions import Case, Condition, FactKnown
from dialogue.facts import Facts
from dialogue.form import Form, Option, Parse, Question
from dialogue.path import walk
from dialogue.words import ROUND
from domain.counters import parse_figure
from domain.meeting_times import DoubtfulTimes, MeetingTimes, read_times
from domain.message import Expects
from domain.questionnaires.answers import (
    LONGEST_WORDS,
    GivenAnswer,
    read_decimal,
    write_decimal,
)
from domain.questionnaires.definition import (
    FILES,
    AskedQuestion,
    Definition,
    QuestionType,
)
from domain.questionnaires.expressions import Answered, Expression
from domain.refusals import BadInput
from texts import Rich, escape_rich, render

NAME = "questionnaire"
# Facts of a talk: a channel that takes files, and the answer offered to a question.
TAKES_FILES = "takes_files"
READ = option_key("read")
_EXPECTS = {
    QuestionType.TEXT: Expects.TEXT,
    QuestionType.INTEGER: Expects.COUNT,
    QuestionType.DECIMAL: Expects.COUNT,
    QuestionType.DATE: Expects.DATE,
    QuestionType.TIME: Expects.TEXT,
    QuestionType.SELECT_ONE: Expects.CHOICE,
    QuestionType.SELECT_MULTIPLE: Expects.CHOICES,
    QuestionType.NOTE: Expects.CHOICE,
    QuestionType.IMAGE: Expects.PHOTOS,
    QuestionType.AUDIO: Expects.TEXT,
}


def default_fact(name: str) -> str:
    """Returns the name of the fact that is offered as the answer to a question."""
    return f"default.{name}"


@dataclass(frozen=True, slots=True)
class Relevant:
    """An expression of the definition holds."""

    definition: Definition
    expression: Expression

    @property
    def types(self) -> dict[str, str]:
        """The types of the questions that it speaks of, by their names."""
        names = self.expression.names
        asked = self.definition.questions
        return {each.name: each.type.value for each in asked if each.name in names}

    def holds(self, case: Case) -> bool:
        return self.expression.holds(
            Answered(values=values_of(self.definition, case), today=case.today)
        )


@dataclass(frozen=True, slots=True)
class _Check:
    """Whether an answer can be: there where it must be, not too long, and within its limits."""

    definition: Definition
    asked: AskedQuestion

    def __call__(self, case: Case) -> None:
        """Raises BadInput for an answer that cannot be."""
        asked, key = self.asked, key_of(self.asked.name)
        answer = case.answers.get(slot_of(asked, case.round))
        if answer is None:
            return
        if answer.skipped or not _says_something(answer):
            if asked.required:
                raise BadInput(f"questionnaire-needed-{asked.type}")
            return
        if len(answer.text) > LONGEST_WORDS:
            raise BadInput("words-too-long", limit=LONGEST_WORDS)
        if answer.attachments and asked.type not in (*FILES, QuestionType.TEXT):
            raise BadInput("questionnaire-no-recording")
        values = values_of(self.definition, case)
        answered = Answered(values=values, today=case.today, current=values.get(asked.name))
        if asked.constraint and not asked.constraint.holds(answered):
            raise BadInput(f"{key}-refused")


def _says_something(answer: Answer) -> bool:
    said = (answer.keys, answer.text, answer.day, answer.starts, answer.attachments)
    return any(said) or answer.number is not None


def build_form(definition: Definition, version: int) -> Form:
    """Returns the form in which a version of a questionnaire is asked."""
    return Form(
        NAME,
        version,
        build_questions(definition),
        texts=cache(lambda language: build_texts(definition, language)),
    )


def build_questions(
    definition: Definition, when: tuple[Condition, ...] = ()
) -> tuple[Question, ...]:
    """Returns the questions of a definition, asked where conditions hold beside their own."""
    return tuple(_question(definition, asked, when) for asked in definition.questions)


def recall(
    form: Form,
    definition: Definition,
    given: Iterable[GivenAnswer],
    *,
    facts: Facts,
    today: date,
) -> dict[str, Answer]:
    """Returns the answers of a talk in which all this was given; what was not was skipped."""
    answers = dict(pair for answer in given for pair in recall_given(definition, answer))
    while left := walk(form, answers, facts, today).find_open():
        is_note = left.question.is_note
        answers[left.id] = Answer(keys=(READ,)) if is_note else Answer(skipped=True)
    return answers


def _question(
    definition: Definition, asked: AskedQuestion, outer: tuple[Condition, ...]
) -> Question:
    if asked.type is QuestionType.REPEAT:
        return _repeat(definition, asked, outer)
    is_note = asked.type is QuestionType.NOTE
    names = ["read"] if is_note else [option.name for option in asked.options]
    when = [*_when(definition, asked, outer)]
    if asked.type is QuestionType.IMAGE:
        when.append(FactKnown(TAKES_FILES))
    return Question(
        key=key_of(asked.name),
        expects=_EXPECTS[asked.type],
        options=(
            *(Option(option_key(name)) for name in names),
            *((Option("today", offset=0),) if asked.type is QuestionType.DATE else ()),
        ),
        when=tuple(when),
        optional=not (asked.required or is_note),
        preset=default_fact(asked.name),
        check=_Check(definition, asked),
        parse=PARSERS.get(asked.type),
        is_note=is_note,
        group=key_of(asked.repeat) if asked.repeat else "",
    )


def _when(
    definition: Definition, asked: AskedQuestion, outer: tuple[Condition, ...]
) -> Iterator[Condition]:
    yield from outer
    if asked.relevant:
        yield Relevant(definition, asked.relevant)


def _repeat(
    definition: Definition, asked: AskedQuestion, outer: tuple[Condition, ...]
) -> Question:
    """Returns the question before each round of a repeat, whether there is one more."""
    return Question(
        key=key_of(asked.name),
        expects=Expects.CHOICE,
        options=(Option(MORE, has_said=True), Option(NO_MORE)),
        when=tuple(_when(definition, asked, outer)),
        usual=NO_MORE,
        group=key_of(asked.repeat),
        stop=NO_MORE,
    )


def _parse_integer(text: str, case: Case) -> Answer | None:  # noqa: ARG001 - a parser's arguments
    number = read_decimal(text)
    if number is None and (figure := parse_figure(text)) is not None:
        return Answer(text=str(figure))
    is_whole = number is not None and number == number.to_integral_value()
    return Answer(text=write_decimal(number)) if number is not None and is_whole else None


def _parse_decimal(text: str, case: Case) -> Answer | None:
    number = read_decimal(text)
    return _parse_integer(text, case) if number is None else Answer(text=write_decimal(number))


def _parse_time(
    text: str,
    case: Case,  # noqa: ARG001 - a parser's arguments
) -> Answer | tuple[Answer, ...] | None:
    match read_times(text):
        case MeetingTimes(starts, None):
            return Answer(starts=starts)
        case DoubtfulTimes(candidates):
            return tuple(Answer(starts=times.starts) for times in candidates if not times.ends)
    return None


PARSERS: Mapping[QuestionType, Parse] = {
    QuestionType.INTEGER: _parse_integer,
    QuestionType.DECIMAL: _parse_decimal,
    QuestionType.TIME: _parse_time,
}


def build_texts(definition: Definition, language: str, heading: str = "") -> Mapping[str, Rich]:
    """Returns every text of the questions in a language, by its name; each below a heading."""
    found: dict[str, Rich] = {}
    outer = escape_rich(heading)
    for asked in definition.questions:
        key = key_of(asked.name)
        label = _words(definition, asked.labels, language)
        hint = _words(definition, asked.hints, language)
        above = [outer, *(_words(definition, labels, language) for labels in asked.headings)]
        found[key] = Rich(
            "\n".join(
                [*(f"<i>{heading}</i>" for heading in above if heading), label]
                + ([f"<i>{hint}</i>"] if hint else [])
            )
        )
        # In a list the answer follows after a colon.
        found[f"{key}-label"] = found[f"{key}-label-none"] = Rich(label.rstrip(" ?:"))
        if asked.repeat:
            found.update(_round_texts(asked, found, language))
        refused = _words(definition, asked.refusals, language)
        found[f"{key}-refused"] = refused or render("questionnaire-refused", language)
        for option in asked.options:
            words = _words(definition, option.labels, language)
            found[f"{key}-{option_key(option.name)}"] = words
        if asked.type is QuestionType.NOTE:
            found[f"{key}-{READ}"] = render("questionnaire-read", language)
        if asked.type is QuestionType.DATE:
            found[f"{key}-today"] = render("questionnaire-today", language)
    return found


def _round_texts(
    asked: AskedQuestion, found: Mapping[str, Rich], language: str
) -> Iterator[tuple[str, Rich]]:
    """Yields the texts that a question of a repeat has beside, or instead of, the others."""
    key = key_of(asked.name)
    question, line = found[key], found[f"{key}-label"]
    if asked.type is not QuestionType.REPEAT:
        yield f"{key}-again", question
        told = render("questionnaire-repeat-line", language, words=line, round=ROUND)
        yield f"{key}-label", told
        yield f"{key}-label-none", told
        return
    yield key, Rich(f"{question}\n{render('questionnaire-repeat', language)}")
    yield f"{key}-again", Rich(f"{question}\n{render('questionnaire-repeat-again', language)}")
    heading = render("questionnaire-repeat-round", language, words=line, round=ROUND)
    yield f"{key}-heading", heading
    yield f"{key}-label", heading
    yield f"{key}-label-again", line
    for name in (MORE, f"{MORE}-said", NO_MORE, f"{NO_MORE}-again"):
        yield f"{key}-{name}", render(f"questionnaire-repeat-{name_of(name)}", language)


def _words(definition: Definition, labels: Mapping[str, str], language: str) -> Rich:
    return escape_rich(definition.words(labels, language))
