"""What is told instead of a button: kept for the question that asks for it in words."""

from dataclasses import replace

from dialogue.answer import Answer
from dialogue.path import Slot
from dialogue.scene import Scene
from dialogue.step import Step, again
from dialogue.words import quote
from domain.reading import may_deny

# One word is rather a button spelt wrong.
FEWEST_WORDS = 2


def told(scene: Scene, slot: Slot, given: Answer) -> Step | None:
    """Returns the step after words or a recording at a question that has buttons.

    The question stays open, with a button that takes back what was told. None where no
    question takes it, or where its field is only being changed.
    """
    is_words = len(given.text.split()) >= FEWEST_WORDS
    if not slot.told_in or not (is_words or given.attachments):
        return None
    answered = scene.path.case.keys(slot.id)
    if answered and slot.question.stop not in answered:
        return None
    kept = Answer() if answered else scene.talk.answers.get(slot.told_in, Answer())
    together = Answer(
        text="\n".join(filter(None, (kept.text, given.text))),
        attachments=(*kept.attachments, *given.attachments),
    )
    others = {name: answer for name, answer in scene.talk.answers.items() if name != slot.id}
    answers = {**others, slot.told_in: together}
    words = scene.words
    if not is_words:
        # A few words beside a recording are asked for once.
        note = words.say("told-voice" if kept.text or kept.attachments else "told-voice-words")
    else:
        note = words.say("told-no" if may_deny(given.text) else "told", text=quote(given.text))
    return again(scene.with_talk(replace(scene.talk, answers=answers)), note)
