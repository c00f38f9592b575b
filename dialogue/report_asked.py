"""The report of a meeting with what offices ask beside the common questions.

What is asked is a fact of the talk, as the rows of XLSForms: so the report's own engine asks it,
and a draft finishes on the version in which it was begun.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

import orjson

from dialogue.answer import Answer, Answers
from dialogue.asked_form import READ, build_questions, build_texts, default_fact
from dialogue.asked_message import hear_asked
from dialogue.asked_values import from_given, key_of, name_of, to_given
from dialogue.conditions import Case
from dialogue.facts import Facts, FactValue
from dialogue.form import Form
from dialogue.heard import HeardAnswers
from dialogue.path import Path
from dialogue.report_facts import ASKED
from dialogue.report_form import FULL, HELD, REPORT
from dialogue.report_message import hear_answers
from dialogue.talk import Talk
from domain.questionnaires.answers import AskedAnswers
from domain.questionnaires.definition import AskedQuestion, Definition, QuestionType
from domain.questionnaires.reading import read_form
from domain.questionnaires.sheets import Sheets
from texts import Rich, label


@dataclass(frozen=True)
class AskedPart:
    """A version of a questionnaire that is asked with a report, and of which office it is."""

    questionnaire: int
    version: int
    whose: str
    sheets: Sheets

    @cached_property
    def definition(self) -> Definition:
        """The questions."""
        return read_form(self.sheets).definition

    def heading(self, language: str) -> str:
        """Returns whose question each of them is."""
        return label("report-asked-by", language, whose=self.whose)

    @property
    def names(self) -> frozenset[str]:
        """The names of the questions, as they are compared."""
        return self.definition.names


def write_parts(parts: Iterable[AskedPart]) -> str:
    """Returns what is asked as the fact of a talk; "" for nothing."""
    rows = [(part.questionnaire, part.version, part.whose, part.sheets) for part in parts]
    return orjson.dumps(rows).decode() if rows else ""


def list_parts(facts: Facts) -> tuple[AskedPart, ...]:
    """Returns what is asked with the report that some facts are about."""
    written = facts.get(ASKED)
    return _read_parts(written) if isinstance(written, str) and written else ()


@lru_cache(maxsize=256)
def _read_parts(written: str) -> tuple[AskedPart, ...]:
    return tuple(AskedPart(*row) for row in orjson.loads(written))


def report_form(facts: Facts) -> Form:
    """Returns the form of the report that some facts are about."""
    written = facts.get(ASKED)
    return _build(written) if isinstance(written, str) and written else REPORT


@lru_cache(maxsize=256)
def _build(written: str) -> Form:
    parts = _read_parts(written)
    asked = (
        question
        for part in parts
        for question in build_questions(part.definition, when=(*HELD, FULL))
    )
    return replace(
        REPORT,
        questions=(*REPORT.questions, *asked),
        hear=lambda text, case: _hear(parts, text, case),
        texts=cache(lambda language: _texts(parts, language)),
    )


def _texts(parts: Sequence[AskedPart], language: str) -> Mapping[str, Rich]:
    found: dict[str, Rich] = {}
    for part in parts:
        found.update(build_texts(part.definition, language, part.heading(language)))
    return found


def _hear(parts: Sequence[AskedPart], text: str, case: Case) -> HeardAnswers:
    """Hears what answers the offices' questions by their labels, and of the rest the report."""
    heard = hear_asked([part.definition for part in parts], text, case)
    common = hear_answers(heard.rest, case) if heard.rest.strip() else HeardAnswers()
    return replace(
        common,
        answers=(*common.answers, *heard.answers),
        unread=(*common.unread, *heard.unread),
    )


def with_facts(talk: Talk, facts: Facts) -> Talk:
    """Returns a talk with what is known today.

    What was answered is asked in the newest version where that loses nothing, else in the one
    in which it was begun, also where it is asked no more.
    """
    before, now = list_parts(talk.facts), list_parts(facts)
    chosen = tuple(_choose(before, now, talk.answers))
    if chosen == now:
        return replace(talk, facts=facts)
    kept: dict[str, FactValue] = {ASKED: write_parts(chosen)}
    for part in (part for part in chosen if part in before):
        for asked in part.definition.answered():
            fact = default_fact(asked.name)
            kept[fact] = talk.facts.get(fact)
    return replace(talk, facts={**facts, **kept})


def _choose(
    before: Sequence[AskedPart], now: Sequence[AskedPart], answers: Answers
) -> Iterator[AskedPart]:
    newest = {part.questionnaire: part for part in now}
    taken: set[str] = set()
    for part in before:
        answered = [
            (asked, answer)
            for asked in part.definition.answered()
            if (answer := answers.get(key_of(asked.name))) is not None and not answer.skipped
        ]
        newer = newest.pop(part.questionnaire, None)
        fits = newer and all(_takes(newer.definition, *pair) for pair in answered)
        kept = newer if fits else part if answered else None
        if kept:
            taken |= kept.names
            yield kept
    for part in newest.values():
        if not part.names & taken:
            taken |= part.names
            yield part


def _takes(newer: Definition, asked: AskedQuestion, answer: Answer) -> bool:
    """True where an answer can stand in another version as it is."""
    same = newer.find(asked.name)
    if same is None or same.type is not asked.type:
        return False
    return {*map(name_of, answer.keys)} <= {option.name for option in same.options}


def choose_part(before: AskedPart, newer: AskedPart, given: AskedAnswers) -> AskedPart:
    """Returns the version in which what was sent is corrected: the newer if nothing is lost."""
    asked = {each.name: each for each in before.definition.answered()}
    pairs = ((asked[each.question], from_given(each)) for each in given.given)
    return newer if all(_takes(newer.definition, *pair) for pair in pairs) else before


def to_asked(path: Path, facts: Facts) -> tuple[AskedAnswers, ...]:
    """Returns what a finished talk answers to offices; what is not asked there is left out."""
    reached = {slot.id for slot in path.slots}
    return tuple(
        AskedAnswers(
            questionnaire=part.questionnaire,
            version=part.version,
            given=to_given(part.definition, path.case.answers),
        )
        for part in list_parts(facts)
        if any(key_of(asked.name) in reached for asked in part.definition.questions)
    )


def from_asked(sent: Iterable[AskedAnswers], facts: Facts) -> Iterator[tuple[str, Answer]]:
    """Yields the answers of a talk that say what was sent; what was not given was skipped."""
    answered = {asked.questionnaire: asked.given for asked in sent}
    for part in list_parts(facts):
        given = {answer.question: answer for answer in answered.get(part.questionnaire, ())}
        for asked in part.definition.questions if part.questionnaire in answered else ():
            if asked.name in given:
                yield key_of(asked.name), from_given(given[asked.name])
            elif asked.type is QuestionType.NOTE:
                yield key_of(asked.name), Answer(keys=(READ,))
            elif not asked.required:
                yield key_of(asked.name), Answer(skipped=True)
