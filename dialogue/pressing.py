"""Buttons, and typed texts, meant for the open question."""

from collections.abc import Callable
from dataclasses import replace

from dialogue.answer import Answer
from dialogue.answering import find_refusal, give, toggle
from dialogue.inputs import Press, Say
from dialogue.path import Slot
from dialogue.plain import resolve_choice, resolve_typed
from dialogue.reading import UnreadText, pick, read_answer
from dialogue.scene import MOST_UNREAD, Scene
from dialogue.screens import FIX, NEXT_LINES, render_view
from dialogue.step import Step, again, shown
from dialogue.talk import LINES, REVIEW, lines_page
from dialogue.telling import told
from dialogue.together import say_together
from dialogue.view import view_to_prompt
from dialogue.whole import hears_correction, hears_more, take_whole, without_words
from dialogue.words import quote
from domain.message import Expects
from domain.reading import clean_text, denies
from texts import Rich


def press(scene: Scene, given: Press) -> Step:
    """Returns the step after a button; one that is not on screen changes nothing."""
    view = render_view(scene)
    if given.key not in view.keys or given.question not in ("", view.question):
        return shown(scene, scene.words.say("old-button"))
    return _pressed(scene, given.key, wanted=given.wanted)


def say(scene: Scene, given: Say) -> Step:
    """Returns the step after a typed text: a label counts as its button."""
    prompt, slot = view_to_prompt(render_view(scene), ""), scene.slot
    if key := resolve_typed(prompt, given.text) or _keeps_spoken(scene, given.text):
        return _pressed(scene, key)
    if slot is None or scene.talk.leaving:
        return _at_no_question(scene, given.text)
    if scene.together:
        return say_together(scene, given.text)
    if slot.question.expects is Expects.TEXT and slot.question.group and denies(given.text):
        return _taken_back(scene, slot)
    return _answered(scene, slot, given)


def _at_no_question(scene: Scene, text: str) -> Step:
    """Takes what the review is told as a correction: "29/32"."""
    heard = hears_correction(scene, text)
    return take_whole(scene, text, heard) if heard else again(scene, scene.words.say("choose"))


def _answered(scene: Scene, slot: Slot, given: Say) -> Step:
    read = read_answer(scene, slot, given.text)
    if heard := hears_more(scene, slot, given.text, is_read=not isinstance(read, UnreadText)):
        return take_whole(scene, given.text, heard)
    if isinstance(read, UnreadText):
        return _unread(scene, slot, given, read)
    if read.answer.keys and slot.question.expects is Expects.CHOICES:
        return toggle(scene, slot, read.answer.keys)
    answer = _beside_voice(scene, slot, read.answer)
    return give(scene, slot, answer, *filter(None, (read.note,)))


def _keeps_spoken(scene: Scene, text: str) -> str | None:
    """Returns the button that a typed "bỏ qua" stands for beside a recording: it is kept."""
    is_spoken = scene.slot is not None and scene.spoken(scene.slot) is not None
    skips = resolve_choice((scene.words.button("skip"),), text)
    return "keep" if is_spoken and skips and not scene.talk.leaving else None


def _beside_voice(scene: Scene, slot: Slot, typed: Answer) -> Answer:
    """Returns typed words with the recording they were asked for beside, if there is one.

    Who has no words for it leaves the recording as it is.
    """
    spoken = scene.spoken(slot)
    is_text = slot.question.expects is Expects.TEXT and slot.question.parse is None
    if not is_text or spoken is None:
        return typed
    return spoken if typed.skipped else replace(typed, attachments=spoken.attachments)


def _unread(scene: Scene, slot: Slot, given: Say, read: UnreadText) -> Step:
    if heard := told(scene, slot, Answer(text=clean_text(given.text))):
        return heard
    doubting = scene.changed(replace(scene.talk, offers=read.offers))
    return again(doubting, read.note, example=read.example)


def _taken_back(scene: Scene, slot: Slot) -> Step:
    """A no where the words of a difficulty are asked: there is none after all."""
    head = scene.path.find_head(slot)
    return give(scene, head, Answer(keys=(head.question.stop,)))


def _pressed(scene: Scene, key: str, *, wanted: bool | None = None) -> Step:
    if scene.talk.leaving:
        return _LEAVING[key](scene)
    if key in _ANYWHERE:
        return _ANYWHERE[key](scene)
    slot = scene.slot
    if slot is None:
        return _at_review(scene, key)
    if key in _AT_QUESTION:
        return _AT_QUESTION[key](scene, slot)
    if slot.question.expects is Expects.CHOICES:
        return toggle(scene, slot, (key,), wanted=wanted)
    return _picked(scene, slot, key)


def _picked(scene: Scene, slot: Slot, key: str) -> Step:
    answer = pick(scene, slot, key)
    scene = without_words(scene, answer)
    if key in scene.options(slot) or not (answer.text and slot.told_in):
        return give(scene, slot, answer, *_let_go(scene, slot, key))
    return told(scene, slot, answer) or give(scene, slot, answer)


def _let_go(scene: Scene, slot: Slot, key: str) -> tuple[Rich, ...]:
    """Returns what is said where the stopping button takes back what was told, or a round."""
    if key != slot.question.stop:
        return ()
    told_before, before = scene.told(slot), scene.talk.answers.get(slot.id)
    if before is not None and key not in before.keys:
        return (scene.words.say("round-dropped", name=scene.words.line(slot, before)),)
    if told_before is None:
        return ()
    return (scene.words.say("let-go", text=quote(told_before.text)),)


def _go_back(scene: Scene) -> Step:
    slot = scene.slot
    is_fixing = slot and (slot.offered or scene.talk.fixing)
    if is_fixing or lines_page(scene.talk.current) is not None:
        return shown(scene.moved(REVIEW))
    before = scene.before(slot)
    return shown(scene.moved(before.id)) if before else _ask_to_leave(scene)


def _ask_to_leave(scene: Scene) -> Step:
    return shown(_leaving(scene, leaving=True))


def _leaving(scene: Scene, *, leaving: bool) -> Scene:
    return scene.with_talk(replace(scene.talk, leaving=leaving))


def _keep(scene: Scene, slot: Slot) -> Step:
    return give(scene, slot, scene.value(slot) or Answer(skipped=True))


def _skip(scene: Scene, slot: Slot) -> Step:
    return give(scene, slot, Answer(skipped=True))


def _singly(scene: Scene, _slot: Slot) -> Step:
    return again(scene.changed(replace(scene.talk, unread=MOST_UNREAD)))


def _done(scene: Scene, slot: Slot) -> Step:
    if slot.question.expects is Expects.CHOICES:
        return give(scene, slot, Answer(keys=scene.ticked(slot)))
    return give(scene, slot, scene.value(slot) or Answer(skipped=True))


def _show_example(scene: Scene, slot: Slot) -> Step:
    return again(scene, example=scene.words.example(slot))


def _at_review(scene: Scene, key: str) -> Step:
    if key == "send":
        return _send(scene)
    if key == "fix":
        return shown(scene.moved(LINES))
    if key == NEXT_LINES:
        return shown(scene.moved(f"{LINES}.{(lines_page(scene.talk.current) or 0) + 1}"))
    slot_id = key.removeprefix(FIX)
    return shown(scene.moved(slot_id, fixing=slot_id))


def _send(scene: Scene) -> Step:
    for slot in scene.path.slots:
        refused = find_refusal(scene, slot)
        if refused:
            return shown(scene.moved(slot.id, fixing=slot.id), refused)
    return Step(scene.talk, finished="sent", answers=scene.path.case.answers)


def _go_on(scene: Scene) -> Step:
    return again(_leaving(scene, leaving=False))


def _leave_for_later(scene: Scene) -> Step:
    return Step(_leaving(scene, leaving=False).talk, finished="kept")


def _delete(scene: Scene) -> Step:
    return Step(_leaving(scene, leaving=False).talk, finished="deleted")


_LEAVING: dict[str, Callable[[Scene], Step]] = {
    "go_on": _go_on,
    "later": _leave_for_later,
    "delete": _delete,
}
_ANYWHERE: dict[str, Callable[[Scene], Step]] = {"back": _go_back, "cancel": _ask_to_leave}
_AT_QUESTION: dict[str, Callable[[Scene, Slot], Step]] = {
    "keep": _keep,
    "skip": _skip,
    "drop": _skip,
    "done": _done,
    "example": _show_example,
    "singly": _singly,
}

RESERVED_KEYS = frozenset(_LEAVING) | frozenset(_ANYWHERE) | frozenset(_AT_QUESTION)
