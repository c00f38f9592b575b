"""The talk itself: (form, talk, input) to (talk, notes, view), without side effects."""

from dataclasses import replace
from datetime import date, time

from dialogue.answer import Answers
from dialogue.asides import heard_words, keep_aside, nonsense, photos, voice_note
from dialogue.facts import Facts
from dialogue.form import Form
from dialogue.heard import HeardAnswers
from dialogue.inputs import (
    Edited,
    HeardWords,
    Input,
    Late,
    Photos,
    Press,
    Say,
    UnsupportedInput,
    VoiceNote,
)
from dialogue.lateness import edited, late
from dialogue.path import walk
from dialogue.pressing import press, say
from dialogue.scene import Scene
from dialogue.screens import list_slots, render_line
from dialogue.step import Step, shown
from dialogue.talk import REVIEW, Talk
from dialogue.whole import take_whole
from domain.message import Choice


def open_talk(form: Form, *, facts: Facts, today: date) -> Talk:
    """Returns a new talk at the form's first question."""
    first = walk(form, {}, facts, today).slots[0]
    return Talk(form=form.name, version=form.version, current=first.id, facts=facts)


def open_at_review(
    form: Form,
    answers: Answers,
    *,
    facts: Facts,
    aside: tuple[int, ...] = (),
    told: tuple[str, ...] = (),
) -> Talk:
    """Returns a talk at the review of answers given before, to correct what was sent.

    `aside` are the recordings that came with them and answered no question, `told` the messages
    that answered several.
    """
    return Talk(
        form=form.name,
        version=form.version,
        current=REVIEW,
        answers=answers,
        facts=facts,
        aside=aside,
        told=told,
    )


def turn_to(talk: Talk, slot_id: str) -> Talk:
    """Returns the talk with one question open, to be answered anew; the other answers stay.

    A question that is not in reach leads to the review.
    """
    return replace(
        talk,
        previous=talk.current,
        current=slot_id,
        fixing=slot_id,
        ticked=None,
        offers=(),
        leaving=False,
    )


def list_questions(
    form: Form, answers: Answers, *, facts: Facts, today: date, language: str
) -> tuple[Choice, ...]:
    """Returns every question that answers lead past, by its slot, with what was answered."""
    talk = open_at_review(form, answers, facts=facts)
    return list_slots(_scene(form, talk, facts=facts, today=today, language=language))


def answered_line(
    form: Form, answers: Answers, slot_id: str, *, facts: Facts, today: date, language: str
) -> str:
    """Returns the short name of a question with what was answered to it; "" out of reach."""
    talk = open_at_review(form, answers, facts=facts)
    scene = _scene(form, talk, facts=facts, today=today, language=language)
    slot = scene.path.find(slot_id)
    return render_line(scene, slot) if slot else ""


def shown_answer(
    form: Form, answers: Answers, slot_id: str, *, facts: Facts, today: date, language: str
) -> str:
    """Returns what was answered to a question as a person reads it; "" out of reach."""
    talk = open_at_review(form, answers, facts=facts)
    scene = _scene(form, talk, facts=facts, today=today, language=language)
    slot = scene.path.find(slot_id)
    answer = scene.value(slot) if slot else None
    return scene.words.shown(slot, answer) if slot and answer else ""


def upgrade(form: Form, talk: Talk) -> Talk:
    """Returns the talk brought to the form's version; nothing answered is lost."""
    if talk.version >= form.version:
        return talk
    older = talk.answers
    answers = form.upgrade(talk.version, older) if form.upgrade else older
    return replace(talk, version=form.version, answers=answers, ticked=None)


def resume(
    form: Form, talk: Talk, *, facts: Facts | None = None, today: date, language: str
) -> Step:
    """Returns the step that shows the open question; new `facts` replace those it keeps."""
    return shown(_scene(form, talk, facts=facts, today=today, language=language))


def step(
    form: Form,
    talk: Talk,
    given: Input,
    *,
    today: date,
    clock: time | None = None,
    language: str,
) -> Step:
    """Returns what an input leads to.

    Where `clock`, the time of day, is known, what lies later today has not happened yet.
    """
    scene = _scene(form, talk, today=today, clock=clock, language=language)
    if scene.talk.current != talk.current:
        return _overtaken(scene, given)
    return _react(scene, given)


def take_message(
    form: Form, talk: Talk, text: str, *, today: date, clock: time | None = None, language: str
) -> Step:
    """Returns what a message that may answer any of the questions leads to."""
    scene = _scene(form, talk, today=today, clock=clock, language=language)
    heard = form.hear(text, scene.path.case) if form.hear else HeardAnswers(unread=(text,))
    return take_whole(scene, text, heard)


def _overtaken(scene: Scene, given: Input) -> Step:
    """Answers what was sent to a question that a new form or a new day has taken away."""
    match given:
        case VoiceNote():
            return keep_aside(scene, given)
        case Photos():
            return photos(scene, given)
    return shown(scene, scene.words.say("changed"))


def _react(scene: Scene, given: Input) -> Step:
    match given:
        case Say():
            return say(scene, given)
        case Press():
            return press(scene, given)
        case Edited():
            return edited(scene, given)
        case Late():
            return late(scene, given)
        case HeardWords():
            is_open = scene.slot is not None and scene.slot.id == given.question
            return say(scene, Say(given.text)) if is_open else heard_words(scene, given)
    return _put_aside(scene, given)


def _put_aside(scene: Scene, given: Photos | VoiceNote | UnsupportedInput) -> Step:
    match given:
        case Photos():
            return photos(scene, given)
        case VoiceNote():
            return voice_note(scene, given)
        case UnsupportedInput():
            return nonsense(scene, given)


def _scene(
    form: Form,
    talk: Talk,
    *,
    facts: Facts | None = None,
    today: date,
    clock: time | None = None,
    language: str,
) -> Scene:
    current = upgrade(form, talk if facts is None else replace(talk, facts=facts))
    return Scene(form, current, today, language, clock).settled()
