"""Puts an answer into the talk: spreads it, checks it, and goes on."""

from dataclasses import replace

from dialogue.answer import Answer
from dialogue.path import Slot, without_round
from dialogue.scene import Scene
from dialogue.step import Step, again, shown
from domain.message import Expects
from domain.refusals import BadInput
from texts import Rich


def give(scene: Scene, slot: Slot, answer: Answer, *notes: Rich) -> Step:
    """Returns the step after an answer to the open question: onward, or why not."""
    after = put(scene, slot, answer)
    refused = find_refusal(after, slot)
    if refused:
        return again(scene, refused)
    return shown(after.onward(), *notes, *remarks(after, slot))


def put(scene: Scene, slot: Slot, answer: Answer) -> Scene:
    """Returns the scene with the answer stored, whatever is open."""
    kept, question = scene.talk.answers, slot.question
    if answer.skipped and slot.offered:
        answers = {name: value for name, value in kept.items() if name != slot.id}
    elif question.stop in answer.keys:
        moved_up = without_round(scene.form, kept, question.group, slot.round)
        answers = {slot.id: answer, **moved_up}
    else:
        answers = {**kept, **spread(slot, answer)}
    return scene.changed(replace(scene.talk, answers=answers))


def spread(slot: Slot, answer: Answer) -> dict[str, Answer]:
    """Returns the answer by slots: what came along with a count goes where it belongs."""
    if slot.question.expects is not Expects.COUNT or slot.question.parse is not None:
        return {slot.id: answer}
    along = {
        target: Answer(number=number)
        for name, target in (slot.question.also or {}).items()
        if (number := getattr(answer, name)) is not None
    }
    alone = Answer(number=answer.number, skipped=answer.skipped)
    return {**along, slot.id: alone}


def find_refusal(scene: Scene, slot: Slot) -> Rich | None:
    """Returns why the answers of the scene cannot be, if the slot's check says so."""
    check = slot.question.check
    try:
        if check:
            check(scene.path.case_of(slot))
    except BadInput as refusal:
        return scene.words.refusal(refusal)
    return None


def remarks(scene: Scene, slot: Slot) -> tuple[Rich, ...]:
    """Returns what there is to say about an answer that was taken."""
    found = slot.question.remark(scene.path.case) if slot.question.remark else None
    return (scene.words.own(found[0], **found[1]),) if found else ()


def toggle(scene: Scene, slot: Slot, keys: tuple[str, ...], *, wanted: bool | None = None) -> Step:
    """Returns the step after ticking or unticking.

    Without a `wanted` state, which is what was typed, each key is ticked or, ticked already, taken
    away; beside last month's ticks the keys say anew what there was.
    """
    singles = tuple(choice.key for choice in scene.choices(slot))
    is_untouched = wanted is None and scene.talk.ticked is None
    before: set[str] = set() if is_untouched else set(scene.ticked(slot))
    if wanted is None:
        ticked = before.symmetric_difference(keys)
    else:
        ticked = before.union(keys) if wanted else before.difference(keys)
    in_order = tuple(key for key in singles if key in ticked)
    return again(scene.with_talk(replace(scene.talk, ticked=in_order)))
