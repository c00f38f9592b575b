"""Texts that belong to an earlier question: typed before the open one arrived, or edited."""

from dataclasses import replace

from dialogue.answer import Answer
from dialogue.answering import find_refusal, put, spread
from dialogue.inputs import Edited, Late, Say
from dialogue.path import Slot
from dialogue.plain import resolve_choice, resolve_typed
from dialogue.pressing import say
from dialogue.reading import UnreadText, read_answer
from dialogue.scene import Scene
from dialogue.screens import render_view
from dialogue.step import Step, shown, unmoved
from dialogue.view import view_to_prompt
from dialogue.words import quote
from domain.message import Expects
from domain.reading import clean_text, denies
from domain.reading import key as spelling


def late(scene: Scene, given: Late) -> Step:
    """Returns the step after a late text: it never answers the question now open."""
    earlier = given.question or scene.talk.previous
    if earlier == scene.talk.current and not scene.talk.leaving:
        return say(scene, Say(given.text))
    slot = scene.path.find(earlier)
    answer = scene.talk.answers.get(slot.id) if slot else None
    if slot is None or answer is None or scene.talk.leaving:
        return _asked(scene, given, slot)
    if _is_same(scene, slot, answer, given):
        # The open question may have been seen before it was known to be; words are no choice.
        may_be_meant = not _is_own_words(slot, answer) and _fits_here(scene, given.text)
        return _asked(scene, given, slot) if may_be_meant else Step(scene.talk)
    if _is_own_words(slot, answer):
        return _appended(scene, slot, answer, given)
    return _asked(scene, given, slot)


def _asked(scene: Scene, given: Late, slot: Slot | None) -> Step:
    quoted, offers = quote(given.text), _offers(scene, given.text)
    if slot is None:
        note = scene.words.say("late", text=quoted)
    else:
        is_here = _fits_here(scene, given.text) or _takes_words_here(scene)
        key = "late-either" if is_here else "late-for"
        note = scene.words.say(key, text=quoted, name=scene.words.line(slot))
    if not offers:
        return Step(scene.talk, (note,))
    return shown(scene.changed(replace(scene.talk, offers=offers)), note)


def _fits_here(scene: Scene, text: str) -> bool:
    """True for what the open question understands as more than any words."""
    if resolve_typed(view_to_prompt(render_view(scene), ""), text) or _offers(scene, text):
        return True
    slot = scene.slot
    if slot is None or scene.talk.leaving:
        return False
    read = read_answer(scene, slot, text)
    chosen = not isinstance(read, UnreadText) and (read.answer.skipped or bool(read.answer.keys))
    return chosen or (bool(slot.question.group) and denies(text))


def _takes_words_here(scene: Scene) -> bool:
    """True where any words are an answer: nobody knows whether the question had been seen."""
    if scene.slot is None or scene.talk.leaving:
        return False
    question = scene.slot.question
    return question.expects is Expects.TEXT or question.allow_text


def _offers(scene: Scene, text: str) -> tuple[Answer, ...]:
    """Returns the figure, day or hours that a text is for the open question."""
    slot = scene.slot
    if slot is None or scene.talk.leaving:
        return ()
    read = read_answer(scene, slot, text)
    if isinstance(read, UnreadText):
        return read.offers
    answer = read.answer
    is_typed = answer.number is not None or answer.day or answer.starts
    return (answer,) if is_typed else ()


def _is_own_words(slot: Slot, answer: Answer) -> bool:
    if answer.skipped or answer.keys:
        return False
    is_number = slot.question.expects is Expects.COUNT
    return slot.question.expects is Expects.TEXT or (bool(answer.text) and not is_number)


def _is_same(scene: Scene, slot: Slot, answer: Answer, given: Late) -> bool:
    if answer.skipped:
        return bool(resolve_choice((scene.words.button("skip"),), given.text))
    if _is_own_words(slot, answer):
        return _normal(given.text) in map(_normal, [answer.text, *answer.text.split("\n")])
    read = read_answer(scene, slot, given.text)
    if isinstance(read, UnreadText):
        return False
    if slot.question.expects is Expects.CHOICES:
        named = set(read.answer.keys)
        return named <= set(answer.keys) if named else not answer.keys
    known = scene.talk.answers
    return all(known.get(name) == value for name, value in spread(slot, read.answer).items())


def _normal(text: str) -> str:
    return spelling(text) or clean_text(text)


def _appended(scene: Scene, slot: Slot, answer: Answer, given: Late) -> Step:
    more = clean_text(given.text)
    longer = replace(answer, text=f"{answer.text}\n{more}".strip())
    after = put(scene, slot, longer)
    if not more or find_refusal(after, slot):
        return _asked(scene, given, slot)
    quoted, name = quote(more), scene.words.line(slot)
    return unmoved(after, scene.words.say("added", text=quoted, name=name))


def edited(scene: Scene, given: Edited) -> Step:
    """Returns the step after the person edited an earlier message of theirs."""
    slot = scene.path.find(given.question)
    if slot and slot == scene.slot and not scene.talk.leaving:
        return say(scene, Say(given.text))
    answer = scene.talk.answers.get(slot.id) if slot else None
    if slot is None or answer is None or _was_joined(answer, given.text):
        return Step(scene.talk, (scene.words.say("edited-unknown"),))
    read = read_answer(scene, slot, given.text)
    if isinstance(read, UnreadText):
        return Step(scene.talk, (read.note,))
    return _corrected(scene, slot, replace(read.answer, attachments=answer.attachments))


def _was_joined(answer: Answer, text: str) -> bool:
    return answer.text.count("\n") > clean_text(text).count("\n")


def _corrected(scene: Scene, slot: Slot, answer: Answer) -> Step:
    after = put(scene, slot, answer)
    refused = find_refusal(after, slot)
    if refused:
        return Step(scene.talk, (refused,))
    settled = after.settled()
    shown_now = settled.words.shown(slot, answer)
    note = scene.words.say("corrected", name=scene.words.line(slot), value=shown_now)
    moved = settled.talk.current != scene.talk.current
    return shown(settled, note) if moved else unmoved(settled, note)
