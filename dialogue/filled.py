"""A form filled in away from the talk: read as typed answers are, then put into the talk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from pydantic import BaseModel, ConfigDict, Field

from dialogue.answer import Answer, Answers
from dialogue.answering import find_refusal, put, remarks
from dialogue.form import Form
from dialogue.path import Slot
from dialogue.reading import LONGEST_OWN_WORDS, UnreadText, pick, read_answer
from dialogue.scene import Scene
from dialogue.step import Step, shown
from dialogue.talk import Talk
from dialogue.words import quote
from domain.message import Expects
from texts import Rich

_LONGEST_TEXT = 4000
_MOST_KEYS = 20


class FilledSlot(BaseModel):
    """What was entered at one question: chosen keys, a day, or words as they were typed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keys: tuple[str, ...] | None = Field(default=None, max_length=_MOST_KEYS)
    day: date | None = None
    text: str = Field(default="", max_length=_LONGEST_TEXT)
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class FilledAnswers:
    """The answers that could be read and can be, and what is said about the others."""

    answers: Answers
    notes: tuple[Rich, ...]


def read_filled(
    form: Form,
    talk: Talk,
    given: Mapping[str, FilledSlot],
    *,
    today: date,
    clock: time | None = None,
    language: str,
) -> FilledAnswers:
    """Reads what was entered, question by question, and checks it as if it were said now."""
    scene = Scene(form, talk, today, language, clock)
    answers: dict[str, Answer] = {}
    notes: list[Rich] = []
    seen: set[str] = set()
    while slot := _next(scene, given, seen):
        seen.add(slot.id)
        read = _read(scene, slot, given[slot.id])
        if read is None:
            notes.append(scene.words.say("heard-not", text=quote(_words(given[slot.id]))))
            continue
        after = put(scene, slot, read)
        if refused := find_refusal(after, slot):
            notes.append(refused)
            continue
        notes += remarks(after, slot)
        answers[slot.id], scene = read, after
    left = [given[name] for name in sorted(given.keys() - seen) if _words(given[name])]
    notes += [scene.words.say("heard-not", text=quote(_words(each))) for each in left]
    return FilledAnswers(answers, tuple(notes))


def take_filled(
    form: Form,
    talk: Talk,
    answers: Answers,
    *,
    notes: Sequence[Rich],
    today: date,
    language: str,
) -> Step:
    """Returns the step after answers that `read_filled` gave: the next question, or the review."""
    current = replace(talk, fixing="", ticked=None, offers=(), leaving=False)
    scene = Scene(form, current, today, language)
    left = dict(answers)
    while slot := _next(scene, left, set()):
        scene = put(scene, slot, left.pop(slot.id))
    return shown(scene.onward(), *notes)


def _next(scene: Scene, given: Mapping[str, object], seen: set[str]) -> Slot | None:
    slots = scene.path.slots
    return next((slot for slot in slots if slot.id in given and slot.id not in seen), None)


def _words(given: FilledSlot) -> str:
    return (
        given.text or ", ".join(given.keys or ()) or (f"{given.day:%d/%m/%Y}" if given.day else "")
    )


def _read(scene: Scene, slot: Slot, given: FilledSlot) -> Answer | None:
    """Returns an answer of the kind that the question takes, None for anything else."""
    question = slot.question
    if given.skipped:
        return Answer(skipped=True) if question.optional else None
    if given.keys is not None and question.expects in (Expects.CHOICE, Expects.CHOICES):
        return _chosen(scene, slot, given.keys)
    if given.day is not None and question.expects is Expects.DATE:
        return Answer(day=given.day)
    if given.text and question.expects is Expects.CHOICE:
        is_own = question.allow_text and len(given.text) <= LONGEST_OWN_WORDS
        return Answer(text=" ".join(given.text.split())) if is_own else None
    if given.text and question.expects in (Expects.TEXT, Expects.COUNT):
        read = read_answer(scene, slot, given.text)
        return None if isinstance(read, UnreadText) else read.answer
    return None


def _chosen(scene: Scene, slot: Slot, keys: tuple[str, ...]) -> Answer | None:
    offered = {choice.key for choice in scene.choices(slot)}
    if not set(keys) <= offered:
        return None
    if slot.question.expects is Expects.CHOICES:
        return Answer(keys=tuple(dict.fromkeys(keys)))
    return pick(scene, slot, keys[0]) if len(keys) == 1 else None
