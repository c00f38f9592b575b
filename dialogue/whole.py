"""Several answers in one message: each goes to its question, and the rest is asked."""

from dataclasses import dataclass, field, replace

from dialogue.answer import Answer
from dialogue.answering import find_refusal, put, remarks
from dialogue.heard import HeardAnswers
from dialogue.path import Slot
from dialogue.scene import Scene
from dialogue.step import Step, shown
from dialogue.talk import REVIEW
from dialogue.words import quote
from domain.message import Expects
from texts import Rich

_MOST_KEPT = 6
# One thing said is an answer; several are a message for several questions.
_SEVERAL = 2


def hears_more(scene: Scene, slot: Slot, text: str, *, is_read: bool) -> HeardAnswers | None:
    """Returns what a text says of several questions, None where it is an answer to the open one.

    What answers the open question in any words does so unless all of it says other things.
    """
    if scene.form.hear is None or scene.talk.fixing:
        return None
    takes_any = slot.question.expects is Expects.TEXT or slot.question.allow_text
    if is_read and not takes_any:
        return None
    heard = scene.form.hear(text, scene.path.case)
    is_whole = not heard.unread
    if is_read:
        is_other = is_whole and slot.id not in heard.slots
        return heard if is_other and heard.things >= _SEVERAL else None
    is_answer = is_whole and slot.id in heard.slots
    return heard if is_answer or heard.things >= _SEVERAL else None


def hears_correction(scene: Scene, text: str) -> HeardAnswers | None:
    """Returns what a text at the review says otherwise, None unless all of it is understood."""
    if scene.form.hear is None or scene.talk.current != REVIEW or scene.talk.leaving:
        return None
    heard = scene.form.hear(text, scene.path.case)
    return heard if heard.slots and not (heard.unread or heard.maybe) else None


def without_words(scene: Scene, answer: Answer) -> Scene:
    """Returns the scene without offering again what was chosen of the words of a message."""
    kept = {
        slot: tuple(other for other in answers if other != answer)
        for slot, answers in scene.talk.maybe.items()
    }
    return scene.changed(replace(scene.talk, maybe=kept))


def take_whole(scene: Scene, text: str, heard: HeardAnswers) -> Step:
    """Returns the step after a message that answers several questions.

    What cannot be is said, and its question stays open; the message itself is kept.
    """
    is_correction = scene.talk.current == REVIEW
    told = replace(scene.talk, told=(*scene.talk.told, text))
    taking = _Taking(scene.changed(told), [*heard.unread])
    for slot_id, answer, words in heard.answers:
        taking.take(slot_id, answer, words)
    for slot_id, answer in heard.beneath:
        taking.take_beneath(slot_id, answer)
    scene = taking.scene
    scene = scene.changed(replace(scene.talk, maybe=_maybe(heard, taking.unread)))
    step = shown(scene.onward())
    # A first review shows it all by itself.
    is_said = taking.lines and (is_correction or scene.path.find_open())
    lines = (scene.words.say("heard"), *taking.lines) if is_said else ()
    noted = (Rich("\n".join(lines)),) if lines else ()
    left = [scene.words.say("heard-not", text=quote(words)) for words in taking.unread]
    return replace(step, notes=(*noted, *taking.notes, *left))


@dataclass(slots=True)
class _Taking:
    """Answers on their way into a talk: what was taken, what is said about it, what is left."""

    scene: Scene
    unread: list[str]
    lines: list[Rich] = field(default_factory=list)
    notes: list[Rich] = field(default_factory=list)

    def take(self, slot_id: str, answer: Answer, words: str) -> None:
        slot = self.scene.path.find(slot_id)
        if slot is None:
            self.unread.append(words)
            return
        after = put(self.scene, slot, answer)
        if refused := find_refusal(after, slot):
            self.notes.append(refused)
            return
        self.scene = after
        self.notes += remarks(after, slot)
        self._note(slot)

    def take_beneath(self, slot_id: str, answer: Answer) -> None:
        """Keeps an answer whose question comes into reach by those before it."""
        name, _, number = slot_id.partition(".")
        question = next(each for each in self.scene.form.questions if each.key == name)
        answers = {**self.scene.talk.answers, slot_id: answer}
        self.scene = self.scene.changed(replace(self.scene.talk, answers=answers))
        if answer.text:
            self._note(Slot(question, int(number or 0)))

    def _note(self, slot: Slot) -> None:
        words, said = self.scene.words, self.scene.value(slot)
        value = words.shown(slot, said) if said else ""
        self.lines.append(words.say("heard-line", name=words.line(slot, said), value=value))


def _maybe(heard: HeardAnswers, unread: list[str]) -> dict[str, tuple[Answer, ...]]:
    """Returns what is offered where it may be meant; "" stands for any question for words."""
    found: dict[str, tuple[Answer, ...]] = {}
    for slot_id, answer in heard.maybe:
        found[slot_id] = (*found.get(slot_id, ()), answer)
    if unread:
        found[""] = tuple(Answer(text=words) for words in unread[:_MOST_KEPT])
    return found
