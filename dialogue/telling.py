"""What is told instead of a button: kept for the question that asks for it in words."""

from dataclasses import replace

from dialogue.answer import Answer
from dialogue.path import Slot
from dialogue.scene import Scene
from dialogue.step import Step, again
from dialogue.words import quote
from domain.reading import denies

# One word is rather a button spelt wrong.
FEWEST_WORDS = 2


def told(scene: Scene, slot: Slot, given: Answer) -> Step | None:
    """Returns the step after words or a recording at a question that has buttons.

    None where no question takes them, or where the open one is only being changed.
    """
    is_words = len(given.text.split()) >= FEWEST_WORDS and not denies(given.text)
    if not slot.told_in or slot.id in scene.talk.answers:
        return None
    if not is_words and not given.attachments:
        return None
    kept = scene.told(slot) or Answer()
    together = Answer(
        text="\n".join(filter(None, (kept.text, given.text))),
        attachments=(*kept.attachments, *given.attachments),
    )
    answers = {**scene.talk.answers, slot.told_in: together}
    words = scene.words
    note = words.say("told", text=quote(given.text)) if is_words else words.say("told-voice")
    return again(scene.with_talk(replace(scene.talk, answers=answers)), note)
