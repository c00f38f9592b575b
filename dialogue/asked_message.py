"""Answers to offices' questions within a message: each after the label of its question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue.answer import Answer
from dialogue.asked_form import PARSERS
from dialogue.asked_values import key_of, option_key
from dialogue.conditions import Case
from dialogue.plain import split_several
from domain.questionnaires.definition import SELECTS, AskedQuestion, Definition, QuestionType
from domain.reading import DateReading, ReadDate, clean_text, denies, key, match_choice, parse_date

_LINES = re.compile(r"[\n;]+")
# A comma before a figure is its own.
_PARTS = re.compile(r",(?!\d)")
_WORD = re.compile(r"[^\s:=]+")
_BEFORE_VALUE = re.compile(r"^[\s:=–-]*(?:là\s+)?", re.IGNORECASE)
# One syllable is an ordinary word rather than the label of a question.
_FEWEST_WORDS = 2
_LONG = frozenset((QuestionType.TEXT, QuestionType.SELECT_MULTIPLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLabels:
    """What a message answers by labels, what stood there and could not be read, and the rest."""

    answers: tuple[tuple[str, Answer, str], ...]
    unread: tuple[str, ...]
    rest: str


@dataclass(slots=True)
class _Item:
    """A question that a message names, or None, and the words that belong to it."""

    asked: AskedQuestion | None
    words: list[str]
    value: list[str] = field(default_factory=list)


def hear_asked(definitions: Sequence[Definition], text: str, case: Case) -> HeardLabels:
    """Returns what a message answers to questions whose labels stand in it."""
    labels = {
        plain: asked
        for definition in definitions
        for asked in definition.answered()
        for plain in map(key, asked.labels.values())
        if len(plain.split()) >= _FEWEST_WORDS
    }
    answers: list[tuple[str, Answer, str]] = []
    unread: list[str] = []
    rest: list[str] = []
    for line in _LINES.split(text):
        common: list[str] = []
        for item in _items(line, labels):
            words = ",".join(item.words).strip()
            if item.asked is None:
                common.append(words)
            elif answer := _read(item.asked, ",".join(item.value), case):
                answers.append((key_of(item.asked.name), answer, words))
            else:
                unread.append(words)
        rest.append(", ".join(common))
    if not answers and not unread:
        return HeardLabels(answers=(), unread=(), rest=text)
    return HeardLabels(
        answers=tuple(answers), unread=tuple(unread), rest="\n".join(filter(None, rest))
    )


def _items(line: str, labels: Mapping[str, AskedQuestion]) -> Iterator[_Item]:
    """Yields the parts of a line; words and lists go on behind commas."""
    open_item: _Item | None = None
    for part in _PARTS.split(line):
        found = _find_label(part, labels)
        goes_on = open_item and open_item.asked and open_item.asked.type in _LONG
        if found is None and open_item and goes_on:
            open_item.words.append(part)
            open_item.value.append(part)
            continue
        if open_item:
            yield open_item
        asked, value = found or (None, part)
        open_item = _Item(asked, [part], [value])
    if open_item:
        yield open_item


def _find_label(
    part: str, labels: Mapping[str, AskedQuestion]
) -> tuple[AskedQuestion, str] | None:
    """Returns the question with the longest label at the beginning, and what stands behind it."""
    ends = [word.end() for word in _WORD.finditer(part)]
    begun = ((key(part[:end]), end) for end in ends)
    fitting = [(labels[plain], end) for plain, end in begun if plain in labels]
    if not fitting:
        return None
    asked, end = fitting[-1]
    return asked, _BEFORE_VALUE.sub("", part[end:]).strip()


def _read(asked: AskedQuestion, words: str, case: Case) -> Answer | None:
    text = clean_text(words)
    if not text:
        return None
    if not asked.required and asked.type not in SELECTS and denies(text):
        return Answer(skipped=True)
    if asked.type in SELECTS:
        return _chosen(asked, text)
    if asked.type is QuestionType.DATE:
        read: DateReading | None = parse_date(text, today=case.today)
        return Answer(day=read.day) if isinstance(read, ReadDate) else None
    if parse := PARSERS.get(asked.type):
        parsed = parse(text, case)
        return parsed if isinstance(parsed, Answer) else None
    return Answer(text=text) if asked.type is QuestionType.TEXT else None


def _chosen(asked: AskedQuestion, text: str) -> Answer | None:
    """Returns the options that are named, by their labels in any language."""
    several = asked.type is QuestionType.SELECT_MULTIPLE
    keys: list[str] = []
    for part in split_several(text) if several else [text]:
        found = {
            name
            for language in {code for option in asked.options for code in option.labels}
            if (name := match_choice(part, _labels(asked, language), in_full=several))
        }
        if len(found) != 1:
            return None
        keys.append(option_key(found.pop()))
    return Answer(keys=tuple(dict.fromkeys(keys)))


def _labels(asked: AskedQuestion, language: str) -> dict[str, str]:
    return {option.name: option.labels.get(language, "") for option in asked.options}
