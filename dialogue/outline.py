"""A form as plain data, by which a page draws it and asks its questions without the server."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any

from dialogue.asked_form import Relevant
from dialogue.asked_values import name_of
from dialogue.conditions import Ahead, Among, Condition, Differs, Either, FactKnown, No
from dialogue.facts import Facts, facts_to_dict
from dialogue.form import Form, Option, Question
from dialogue.path import MOST_ROUNDS, Slot
from dialogue.report_facts import ASKED
from dialogue.scene import Scene
from dialogue.talk import REVIEW, Talk
from dialogue.words import Words
from domain.message import Expects
from domain.questionnaires.definition import QuestionType
from texts import plain


def outline(form: Form, facts: Facts, *, today: date, language: str) -> dict[str, Any]:
    """Returns a form with its words, conditions and facts; photos are sent by themselves.

    What is drawn by it passes the same questions as a talk does.
    """
    talk = Talk(form=form.name, version=form.version, current=REVIEW, facts=facts)
    words = Scene(form, talk, today, language).words
    known = {name: value for name, value in facts.items() if name != ASKED}
    return {
        "version": form.version,
        "rounds": MOST_ROUNDS,
        "facts": facts_to_dict(known),
        "questions": [_question(question, words) for question in _list_drawn(form)],
    }


def _list_drawn(form: Form) -> Iterator[Question]:
    """Yields the questions that can be asked there; photos, and what hangs on them, cannot."""
    left: set[str] = set()
    for question in form.questions:
        waits = [part for part in question.when if isinstance(part, Relevant)]
        if question.expects is Expects.PHOTOS or any(_is_beyond(part, left) for part in waits):
            left.add(name_of(question.key))
        else:
            yield question


def _is_beyond(condition: Relevant, left: Collection[str]) -> bool:
    """Patterns are matched and hours read on the server alone."""
    named = condition.types
    has_hour = QuestionType.TIME in named.values()
    return has_hour or condition.expression.has_pattern or not named.keys().isdisjoint(left)


def condition_to_dict(condition: Condition) -> dict[str, Any]:
    """Returns a condition as plain JSON values; raises TypeError for one that has none."""
    match condition:
        case Among(slot, keys):
            told: dict[str, Any] = {"among": [slot, *keys]}
        case FactKnown(fact):
            told = {"fact": fact}
        case Differs(slot, fact):
            told = {"differs": [slot, fact]}
        case Ahead(slot):
            told = {"ahead": slot}
        case No(other):
            told = {"no": condition_to_dict(other)}
        case Either(others):
            told = {"either": _all(others)}
        case Relevant(expression=expression):
            told = {"asked": {"tree": expression.tree, "types": condition.types}}
        case _:
            raise TypeError(type(condition).__name__)
    return told


def _all(conditions: Iterable[Condition]) -> list[dict[str, Any]]:
    return [condition_to_dict(condition) for condition in conditions]


def _question(question: Question, words: Words) -> dict[str, Any]:
    slot = Slot(question)
    return {
        "key": question.key,
        "expects": question.expects.value,
        "when": _all(question.when),
        "offered": None if question.offered is None else _all(question.offered),
        "optional": question.optional,
        "note": question.is_note,
        "own_words": question.allow_text,
        "choices_from": question.choices_from,
        "preset": question.preset,
        "preset_when": _all(question.preset_when),
        "usual": question.usual,
        "group": question.group,
        "stop": question.stop,
        "asks": [*_asked(question, words, ""), [[], _rounds(question, words)]],
        "lines": [*_asked(question, words, "-label"), [[], _lines(question, words)]],
        "examples": [
            *_asked(question, words, "-example"),
            [[], [_example(slot, words)]],
        ],
        "options": [_option(slot, option, words) for option in question.options],
    }


def _asked(question: Question, words: Words, of: str) -> list[list[Any]]:
    """Returns the other words of a text, each with the conditions under which they stand."""
    return [
        [_all(variant.when), [_plain(words, question, f"{of}-{variant.name}")]]
        for variant in question.variants
        if of in variant.of
    ]


def _rounds(question: Question, words: Words) -> list[str]:
    """Returns the question, in a group that of every round."""
    return _each_round(question, lambda number: plain(words.question(Slot(question, number))))


def _lines(question: Question, words: Words) -> list[str]:
    return _each_round(question, lambda number: words.line(Slot(question, number)))


def _each_round(question: Question, word: Callable[[int], str]) -> list[str]:
    return [word(number) for number in range(MOST_ROUNDS if question.group else 1)]


def _plain(words: Words, question: Question, name: str) -> str:
    return plain(words.own(f"{question.key}{name}", round=1))


def _example(slot: Slot, words: Words) -> str:
    """Returns an example, of a question that has none what sort of answer it takes."""
    if words.has_example(slot):
        return _plain(words, slot.question, "-example")
    return plain(words.needs(slot))


def _option(slot: Slot, option: Option, words: Words) -> dict[str, Any]:
    """A day is entered into a field; its buttons are left out."""
    is_day = slot.question.expects is Expects.DATE
    again = Slot(slot.question, 1) if slot.question.group else slot
    return {
        "key": option.key,
        "when": _all(option.when),
        "label": "" if is_day else words.option(slot, option.key),
        "again": "" if is_day else words.option(again, option.key),
    }
