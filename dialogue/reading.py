"""Reads a typed text or a button as the answer to one question, never guessing."""

from dataclasses import dataclass
from datetime import date

from dialogue.answer import Answer
from dialogue.conditions import hold
from dialogue.days import read_day
from dialogue.path import Slot
from dialogue.plain import resolve_choice
from dialogue.scene import Scene
from dialogue.words import quote
from domain.message import Expects
from domain.reading import (
    Everyone,
    ReadDate,
    clean_text,
    denies,
    parse_count,
)
from texts import Rich

FEWEST_LETTERS = 3
LONGEST_OWN_WORDS = 300


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that is no answer to the question, and the sentence that says so."""

    note: Rich


def pick(scene: Scene, slot: Slot, key: str) -> Answer:
    """Returns the answer a button of the question stands for."""
    if slot.question.expects is Expects.DATE:
        return Answer(day=date.fromisoformat(key))
    if key in scene.options(slot):
        return Answer(keys=(key,))
    given = {choice.key: choice.label for choice in scene.choices(slot)}
    return Answer(keys=(key,), text=given[key])


def read_answer(scene: Scene, slot: Slot, text: str, *, numbered: bool) -> Answer | Unread:
    """Returns the answer that a typed text gives to the question."""
    match slot.question.expects:
        case Expects.TEXT:
            return _read_text(scene, slot, text)
        case Expects.COUNT:
            return _read_count(scene, slot, text)
        case Expects.DATE:
            return _read_date(scene, slot, text)
        case Expects.CHOICES:
            return _read_choices(scene, slot, text, numbered=numbered)
        case Expects.CHOICE:
            return _read_choice(scene, slot, text, numbered=numbered)
    return _misread(scene, slot, text)


def _misread(scene: Scene, slot: Slot, text: str) -> Unread:
    words = scene.words
    note = words.say("misread", text=quote(text))
    return Unread(Rich(f"{note}\n{words.example(slot)}"))


def _read_text(scene: Scene, slot: Slot, text: str) -> Answer | Unread:
    cleaned = clean_text(text)
    return Answer(text=cleaned) if cleaned else _misread(scene, slot, text)


def _read_choice(scene: Scene, slot: Slot, text: str, *, numbered: bool) -> Answer | Unread:
    key = resolve_choice(scene.choices(slot), text, numbered=numbered)
    if key:
        return pick(scene, slot, key)
    if slot.question.stop in scene.options(slot) and denies(text):
        return pick(scene, slot, slot.question.stop)
    cleaned = clean_text(text)
    if not slot.question.allow_text or sum(map(str.isalpha, cleaned)) < FEWEST_LETTERS:
        return _misread(scene, slot, text)
    if len(cleaned) > LONGEST_OWN_WORDS:
        return Unread(scene.words.say("too-long", limit=LONGEST_OWN_WORDS))
    return Answer(text=cleaned)


def _read_choices(scene: Scene, slot: Slot, text: str, *, numbered: bool) -> Answer | Unread:
    choices = scene.choices(slot)
    whole = resolve_choice(choices, text, numbered=numbered)
    parts = (
        [whole]
        if whole
        else [resolve_choice(choices, part, numbered=numbered) for part in _parts(text)]
    )
    keys = tuple(dict.fromkeys(key for key in parts if key))
    if not keys or None in parts:
        return _misread(scene, slot, text)
    return Answer(keys=keys)


def _parts(text: str) -> list[str]:
    spaced = clean_text(text).translate(str.maketrans(",;+.\n", "     "))
    if all(part.isdecimal() for part in spaced.split()):
        return spaced.split()
    return clean_text(text).replace(";", ",").replace("+", ",").replace("\n", ",").split(",")


def _read_count(scene: Scene, slot: Slot, text: str) -> Answer | Unread:
    read = parse_count(text)
    if read is None:
        return _misread(scene, slot, text)
    if isinstance(read, Everyone):
        return _everyone(scene, slot, text)
    along = {"total": read.total, "excused": read.excused}
    told = {name for name, number in along.items() if number is not None}
    if told - set(slot.question.also or {}):
        return _misread(scene, slot, text)
    return Answer(number=read.present, total=read.total, excused=read.excused)


def _everyone(scene: Scene, slot: Slot, text: str) -> Answer | Unread:
    total, exempt = scene.path.case.number("total"), scene.path.case.number("exempt") or 0
    if total is None or "total" not in (slot.question.also or {}):
        return _misread(scene, slot, text)
    return Answer(number=max(total - exempt, 0), excused=0)


def _read_date(scene: Scene, slot: Slot, text: str) -> Answer | Unread:
    near = scene.talk.facts.get(slot.question.near)
    read = read_day(
        text,
        today=scene.today,
        near=near if isinstance(near, date) else scene.today,
        ahead=hold(slot.question.ahead, scene.path.case),
    )
    if isinstance(read, ReadDate):
        return Answer(day=read.day)
    if read is None:
        return _misread(scene, slot, text)
    either = ", ".join(f"{day:%d/%m/%Y}" for day in read.candidates)
    return Unread(scene.words.say(f"doubt-{read.why}", text=quote(text), either=either))
