"""Reads a typed text or a button as the answer to one question, never guessing."""

from dataclasses import dataclass
from datetime import date

from dialogue.answer import Answer
from dialogue.conditions import hold
from dialogue.form import Parse
from dialogue.path import Slot
from dialogue.plain import NUMBERED, resolve_choice, split_several
from dialogue.scene import Scene
from dialogue.words import quote, render_day
from domain.meeting_days import read_meeting_day
from domain.message import Expects
from domain.reading import (
    DoubtfulCount,
    HeardFigures,
    ReadCount,
    ReadDate,
    clean_text,
    denies,
    finds_all_well,
    hear_figures,
    key,
    read_attendance,
)
from texts import Rich

FEWEST_LETTERS = 3
LONGEST_OWN_WORDS = 300


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer that was understood, and what there is to say about how."""

    answer: Answer
    note: Rich | None = None


@dataclass(frozen=True, slots=True)
class UnreadText:
    """A text that is no certain answer: why, what may be meant, and an example of one."""

    note: Rich
    offers: tuple[Answer, ...] = ()
    example: Rich | None = None


def pick(scene: Scene, slot: Slot, key: str) -> Answer:
    """Returns the answer a button of the question stands for."""
    if offer := scene.offers(slot).get(key):
        return offer
    if slot.question.expects is Expects.DATE:
        return Answer(day=date.fromisoformat(key))
    if key in scene.options(slot):
        return Answer(keys=(key,))
    given = {choice.key: choice.label for choice in scene.choices(slot)}
    return Answer(keys=(key,), text=given[key])


def read_answer(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    """Returns the answer that a typed text gives to the question."""
    match slot.question.expects:
        case Expects.TEXT:
            return _read_text(scene, slot, text)
        case Expects.COUNT:
            return _read_count(scene, slot, text)
        case Expects.DATE:
            return _read_date(scene, slot, text)
        case Expects.CHOICES:
            return _read_choices(scene, slot, text)
        case Expects.CHOICE:
            return _read_choice(scene, slot, text)
    return _misread(scene, slot, text)


def _misread(scene: Scene, slot: Slot, text: str) -> UnreadText:
    words = scene.words
    return UnreadText(words.say("misread", text=quote(text)), example=words.example(slot))


def _doubtful(scene: Scene, what: str, text: str, offers: tuple[Answer, ...]) -> UnreadText:
    name = f"doubt-{what}" if offers else f"unclear-{what}"
    return UnreadText(scene.words.say(name, text=quote(text)), offers)


def _read_text(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    cleaned = clean_text(text)
    if slot.question.optional and denies(text):
        return ReadAnswer(Answer(skipped=True))
    if slot.question.parse is None:
        return ReadAnswer(Answer(text=cleaned)) if cleaned else _misread(scene, slot, text)
    return _parsed(scene, slot, text, slot.question.parse)


def _parsed(scene: Scene, slot: Slot, text: str, parse: Parse) -> ReadAnswer | UnreadText:
    """Reads an answer as the question itself does."""
    read = parse(clean_text(text), scene.path.case)
    if isinstance(read, Answer):
        return ReadAnswer(read)
    if read is None:
        return _misread(scene, slot, text)
    return _doubtful(scene, "times", text, read)


def _read_choice(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    question, choices = slot.question, scene.choices(slot)
    chosen = resolve_choice(choices, text, numbered=True, in_full=question.allow_text)
    if chosen:
        return ReadAnswer(pick(scene, slot, chosen))
    if question.stop in scene.options(slot) and (denies(text) or finds_all_well(text)):
        return ReadAnswer(pick(scene, slot, question.stop))
    if denies(text):
        none = next((c.key for c in choices if key(c.label).startswith("khong co ")), None)
        return ReadAnswer(pick(scene, slot, none)) if none else _misread(scene, slot, text)
    cleaned = clean_text(text)
    if not question.allow_text or sum(map(str.isalpha, cleaned)) < FEWEST_LETTERS:
        return _misread(scene, slot, text)
    if len(cleaned) > LONGEST_OWN_WORDS:
        return UnreadText(scene.words.say("too-long", limit=LONGEST_OWN_WORDS))
    return ReadAnswer(Answer(text=cleaned))


def _read_choices(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    choices, numbered = scene.choices(slot), slot.question.expects in NUMBERED
    keys: list[str] = []
    for part in split_several(clean_text(text)):
        found = resolve_choice(choices, part, numbered=numbered, in_full=True)
        if found is None:
            return ReadAnswer(Answer()) if denies(text) else _misread(scene, slot, text)
        keys.append(found)
    return (
        ReadAnswer(Answer(keys=tuple(dict.fromkeys(keys))))
        if keys
        else _misread(scene, slot, text)
    )


def _read_count(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    if slot.question.parse is not None:
        return _parsed(scene, slot, text, slot.question.parse)
    if not slot.question.also:
        return _read_number(scene, slot, text)
    case, last = scene.path.case, scene.talk.facts.get("last_present")
    read = read_attendance(
        text,
        total=case.number("total"),
        exempt=case.number("exempt") or 0,
        last=last if isinstance(last, int) else None,
    )
    match read:
        case ReadCount():
            return ReadAnswer(_counted(read))
        case DoubtfulCount(candidates):
            return _doubtful(scene, "count", text, tuple(map(_counted, candidates)))
    return _misread(scene, slot, text)


def _counted(read: ReadCount) -> Answer:
    return Answer(number=read.present, total=read.total, excused=read.excused)


def _read_number(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    """Reads the one figure of an answer, whatever it is said to count."""
    if slot.question.optional and denies(text):
        return ReadAnswer(Answer(number=0))
    heard = hear_figures(text)
    if not isinstance(heard, HeardFigures):
        return _misread(scene, slot, text)
    figures = (heard.present, heard.total, heard.excused, heard.unexcused, heard.absent)
    (figure, *others) = [each for each in figures if each is not None]
    if others or (heard.unexcused is not None and slot.question.key == "excused"):
        return _misread(scene, slot, text)
    answer = Answer(number=figure)
    return _doubtful(scene, "count", text, (answer,)) if heard.is_vague else ReadAnswer(answer)


def _read_date(scene: Scene, slot: Slot, text: str) -> ReadAnswer | UnreadText:
    near, words = scene.talk.facts.get(slot.question.near), scene.words
    read = read_meeting_day(
        text,
        today=scene.today,
        near=near if isinstance(near, date) else None,
        ahead=hold(slot.question.ahead, scene.path.case),
        by_moon=bool(scene.talk.facts.get("by_moon")),
    )
    if isinstance(read, ReadDate):
        shown = render_day(read.day, scene.language)
        note = words.say("by-moon", text=quote(text), day=shown) if read.is_lunar else None
        return ReadAnswer(Answer(day=read.day), note)
    if read is None:
        return _misread(scene, slot, text)
    offers = tuple(Answer(day=day) for day in read.candidates)
    return _doubtful(scene, "day", text, offers)
