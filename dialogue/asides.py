"""Photos, recordings, and things nobody asked for: kept where they belong, never lost."""

from dataclasses import replace

from dialogue.answer import Answer
from dialogue.answering import find_refusal, give, put
from dialogue.inputs import HeardWords, Photos, UnsupportedInput, VoiceNote
from dialogue.path import Slot
from dialogue.scene import Scene
from dialogue.step import Step, again, shown, unmoved
from dialogue.telling import told
from domain.message import Expects
from texts import Rich

# Others read these in lists: a few words say what the recording is about.
_LISTENED_TO = frozenset({"words", "proposal"})
NONSENSE = ("sticker", "location", "file", "other")


def nonsense(scene: Scene, given: UnsupportedInput) -> Step:
    """Returns the step after something no question asks for: says what is needed."""
    kind = given.kind if given.kind in NONSENSE else "other"
    return shown(scene, _with_needs(scene, scene.words.say(f"not-here-{kind}")))


def _with_needs(scene: Scene, note: Rich) -> Rich:
    slot = scene.slot
    if slot is None or scene.talk.leaving:
        return Rich(f"{note} {scene.words.say('choose')}")
    needs = scene.words.say("needs-together") if scene.together else scene.words.needs(slot)
    return Rich(f"{note} {needs}")


def photos(scene: Scene, given: Photos) -> Step:
    """Returns the step after pictures: they go to the photo question, wherever the talk is."""
    slot = _find_photo_slot(scene)
    if slot is None:
        return shown(scene, _with_needs(scene, scene.words.say("no-photos")))
    before = scene.talk.answers.get(slot.id, Answer())
    together = tuple(dict.fromkeys(before.attachments + given.attachments))
    after = put(scene, slot, Answer(attachments=together))
    if slot == scene.slot and not scene.talk.leaving:
        return shown(after)
    name, count = scene.words.line(slot), len(together)
    return shown(after, scene.words.say("photos-aside", name=name, count=count))


def _find_photo_slot(scene: Scene) -> Slot | None:
    slot = scene.slot
    if slot and slot.question.expects is Expects.PHOTOS:
        return slot
    slots = scene.path.slots
    return next((s for s in slots if s.question.expects is Expects.PHOTOS), None)


def voice_note(scene: Scene, given: VoiceNote) -> Step:
    """Returns the step after a recording: the answer to a text question, else kept aside."""
    earlier = given.late and scene.talk.previous != scene.talk.current
    if scene.talk.leaving:
        return keep_aside(scene, given)
    if earlier:
        return _added(scene, given)
    slot = scene.slot
    if slot and slot.question.expects is Expects.TEXT:
        return _spoken(scene, slot, given)
    answer = Answer(attachments=(given.attachment,))
    return (slot and told(scene, slot, answer)) or keep_aside(scene, given)


def _spoken(scene: Scene, slot: Slot, given: VoiceNote) -> Step:
    """Returns the step after an answer by voice: a few words beside it are asked for, once."""
    before = scene.talk.answers.get(slot.id)
    if before is not None and before.attachments:
        longer = replace(before, attachments=(*before.attachments, given.attachment))
        return give(scene, slot, longer)
    after = put(scene, slot, Answer(attachments=(given.attachment,)))
    if find_refusal(after, slot):
        return keep_aside(scene, given)
    if slot.question.key not in _LISTENED_TO:
        return give(scene, slot, Answer(attachments=(given.attachment,)))
    return again(after, scene.words.say("voice-words"))


def heard_words(scene: Scene, given: HeardWords) -> Step:
    """Returns the step after the words of a recording that answered a question without any."""
    answers = scene.talk.answers.items()
    spoken = (name for name, answer in answers if given.attachment in answer.attachments)
    slot = next(filter(None, map(scene.path.find, spoken)), None)
    if slot is None or slot.question.expects is not Expects.TEXT:
        return unmoved(scene, scene.words.say("heard-nowhere"))
    answer = replace(scene.talk.answers[slot.id], text=given.text, skipped=False)
    if slot == scene.slot and not scene.talk.leaving:
        return give(scene, slot, answer)
    after = put(scene, slot, answer)
    if refused := find_refusal(after, slot):
        return unmoved(scene, refused)
    return unmoved(after, scene.words.say("heard-put", name=scene.words.line(slot)))


def _added(scene: Scene, given: VoiceNote) -> Step:
    slot = scene.path.find(scene.talk.previous)
    answer = scene.talk.answers.get(slot.id) if slot else None
    if slot is None or answer is None or slot.question.expects is not Expects.TEXT:
        return keep_aside(scene, given)
    longer = replace(answer, attachments=(*answer.attachments, given.attachment), skipped=False)
    after = put(scene, slot, longer)
    if find_refusal(after, slot):
        return keep_aside(scene, given)
    return unmoved(after, scene.words.say("voice-added", name=scene.words.line(slot)))


def keep_aside(scene: Scene, given: VoiceNote) -> Step:
    """Returns the step after a recording that answers nothing: kept where photos are."""
    if _find_photo_slot(scene) is None:
        return shown(scene, _with_needs(scene, scene.words.say("no-voices")))
    kept = tuple(dict.fromkeys((*scene.talk.aside, given.attachment)))
    after = scene.changed(replace(scene.talk, aside=kept))
    return shown(after, _with_needs(scene, scene.words.say("voice-aside")))
