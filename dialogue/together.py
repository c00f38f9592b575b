"""Questions that belong together, asked in one message and answered by one: fewer messages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue.answer import Answer
from dialogue.answering import find_refusal, put, remarks
from dialogue.heard import HeardAnswers
from dialogue.path import Slot
from dialogue.reading import ReadAnswer, read_answer
from dialogue.scene import Scene
from dialogue.step import Step, again, shown
from dialogue.telling import told
from dialogue.whole import take_whole
from dialogue.words import quote
from domain.message import Expects
from domain.reading import clean_text
from texts import Rich

_NUMBERED = re.compile(r"(?:^|(?<=[\s;,]))([1-9])[.):]\s*")
_SEPARATORS = ("\n", ";", ",")
# A message that tells so many things is read as a whole.
_SEVERAL = 2


def say_together(scene: Scene, text: str) -> Step:
    """Returns the step after a message to several questions: each is answered, or asked again."""
    slots = scene.together
    if parts := _numbered(text, len(slots)):
        return _take(scene, [(slots[at], part) for at, part in parts])
    heard = _hear(scene, text)
    placed = next(_placed(scene, slots, text), None)
    if placed is None and heard.things >= _SEVERAL:
        return take_whole(_counted(scene, bool(heard.unread)), text, heard)
    if placed is not None:
        return _take(scene, placed)
    if fitted := _fitted(scene, slots, text):
        return _take(scene, fitted)
    if heard.slots:
        return take_whole(_counted(scene, bool(heard.unread)), text, heard)
    return again(_counted(scene, True), scene.words.say("together-misread", text=quote(text)))


def _counted(scene: Scene, is_unread: bool) -> Scene:
    """Counts messages that could not be read: after two it goes question by question."""
    return scene.changed(replace(scene.talk, unread=scene.talk.unread + is_unread))


def _numbered(text: str, count: int) -> list[tuple[int, str]]:
    """Returns the parts of "1. đúng 2. 28/32" by their places, none if others are named."""
    found = list(_NUMBERED.finditer(text))
    places = [int(number[1]) for number in found]
    if not found or text[: found[0].start()].strip() or places != sorted(set(places)):
        return []
    ends = [number.start() for number in found[1:]] + [len(text)]
    parts = [text[n.end() : end].strip(" ,;\n") for n, end in zip(found, ends, strict=True)]
    if places[-1] > count:
        return []
    return [(place - 1, part) for place, part in zip(places, parts, strict=True) if part]


def _placed(scene: Scene, slots: Sequence[Slot], text: str) -> Iterator[list[tuple[Slot, str]]]:
    """Gives the parts of a message in the order of the questions, where there are as many.

    What commas part has to be read to the last: they stand in answers too.
    """
    for separator in _SEPARATORS:
        parts = [part.strip() for part in text.split(separator) if part.strip()]
        if len(parts) != len(slots):
            continue
        placed = list(zip(slots, parts, strict=True))
        readable = sum(_reads(scene, slot, part) for slot, part in placed)
        if readable == len(slots) or (separator != "," and readable > len(slots) // 2):
            yield placed


def _fitted(scene: Scene, slots: Sequence[Slot], text: str) -> list[tuple[Slot, str]]:
    """Returns the parts of a message, or all of it, that only one question each can take."""
    for separator in (*_SEPARATORS, None):
        pieces = text.split(separator) if separator else [text]
        parts = [part.strip() for part in pieces if part.strip()]
        if len(parts) > len(slots):
            continue
        fits = [[slot for slot in slots if _picks(scene, slot, part)] for part in parts]
        found = [each[0] for each in fits if len(each) == 1]
        if len(found) == len(parts) and len({slot.id for slot in found}) == len(found):
            return list(zip(found, parts, strict=True))
    return []


def _picks(scene: Scene, slot: Slot, text: str) -> bool:
    """True where a text is more to a question than any words; "không" is an answer to many."""
    read = _read(scene, slot, text)
    if isinstance(read, ReadAnswer) and _takes_any(slot):
        return bool(read.answer.keys) or read.answer.skipped
    return read is not None


def _takes_any(slot: Slot) -> bool:
    return slot.question.expects is Expects.TEXT or slot.question.allow_text


def _reads(scene: Scene, slot: Slot, text: str) -> bool:
    return bool(_read(scene, slot, text))


def _read(scene: Scene, slot: Slot, text: str) -> HeardAnswers | ReadAnswer | None:
    """Returns what one part answers to one question, with what belongs to it ("… vì mưa")."""
    heard = _hear(scene, text)
    is_named = bool({slot.id, slot.told_in} & heard.slots) and not heard.unread
    if _takes_any(slot) and heard.slots and not heard.unread:
        # "28/32" is no topic, and "chủ đề vay vốn" is one without its name.
        return heard if is_named else None
    read = read_answer(scene, slot, clean_text(text))
    if isinstance(read, ReadAnswer):
        return read
    return heard if is_named else None


def _hear(scene: Scene, text: str) -> HeardAnswers:
    return scene.form.hear(text, scene.path.case) if scene.form.hear else HeardAnswers()


def _take(scene: Scene, parts: Sequence[tuple[Slot, str]]) -> Step:
    """Takes what can be read of parts that are each for one question."""
    notes: list[Rich] = []
    now = scene
    is_unread = False
    for slot, part in parts:
        if now.path.find(slot.id) is None:
            continue
        after, said = _answer(now, slot, part)
        if after is None:
            is_unread = True
        notes += said
        now = after or now
    step = shown(_counted(now, is_unread).onward())
    return replace(step, notes=(*notes, *step.notes))


def _answer(scene: Scene, slot: Slot, part: str) -> tuple[Scene | None, Sequence[Rich]]:
    """Returns the scene with one part taken, None where it was not, and what is said about it."""
    read = _read(scene, slot, part)
    if read is None:
        return _told(scene, slot, part)
    given = read.answers if isinstance(read, HeardAnswers) else ((slot.id, read.answer, part),)
    for slot_id, answer, _ in given:
        target = scene.path.find(slot_id)
        if target is None:
            continue
        after = put(scene, target, answer)
        if refused := find_refusal(after, target):
            return None, (refused,)
        scene = after
    if isinstance(read, HeardAnswers) and read.beneath:
        beneath = {**scene.talk.answers, **dict(read.beneath)}
        scene = scene.changed(replace(scene.talk, answers=beneath))
    note = (read.note,) if isinstance(read, ReadAnswer) and read.note else ()
    return scene, (*note, *remarks(scene, slot))


def _told(scene: Scene, slot: Slot, part: str) -> tuple[Scene | None, Sequence[Rich]]:
    """Keeps words at a question for a kind of thing: what kind it is is asked next."""
    step = told(scene, slot, Answer(text=clean_text(part))) if slot.told_in else None
    if step is None:
        name = scene.words.line(slot)
        return None, (scene.words.say("together-unread", name=name, text=quote(part)),)
    return scene.changed(step.talk), ()
