"""Draws what is open as a view: a question, the review, its lines, the way out."""

from collections.abc import Sequence

from dialogue.path import Slot
from dialogue.scene import Scene
from dialogue.talk import REVIEW, lines_page
from dialogue.view import View
from dialogue.words import LONGEST_BUTTON, ends_rounds, shorten
from domain.message import Choice, Expects
from texts import Rich, plain

LEAVING = "leaving"
FIX = "fix:"
NEXT_LINES = "more"
# More buttons than this are not looked through at once.
_LINES_SHOWN = 30
# Where there is but one question, nobody needs to be told which it is.
_ALONE = (1, 1)


def render_view(scene: Scene) -> View:
    """Returns the view of whatever is open."""
    if scene.talk.leaving:
        return _leaving(scene)
    if scene.together:
        return _together(scene, scene.together)
    if scene.slot:
        return _question(scene, scene.slot)
    page = lines_page(scene.talk.current)
    return _review(scene) if page is None else _lines(scene, page)


def _question(scene: Scene, slot: Slot) -> View:
    question = slot.question
    several = question.expects is Expects.CHOICES
    return View(
        question=slot.id,
        text=Rich("\n".join(_paragraphs(scene, slot))),
        expects=question.expects,
        choices=scene.choices(slot),
        navigation=_navigation(scene, slot),
        selected=frozenset(scene.ticked(slot)) if several else frozenset(),
        columns=question.columns,
        own_words=question.allow_text or bool(question.told_in),
    )


def _together(scene: Scene, slots: Sequence[Slot]) -> View:
    """Several questions by numbers, each with its example, below what the first stands below."""
    words = scene.words
    head, _, _ = words.question(slots[0]).rpartition("\n")
    first, last = scene.progress(slots[0]), scene.progress(slots[-1])
    lines = [f"{at}. {words.brief(slot)}" for at, slot in enumerate(slots, start=1)]
    progress: list[Rich] = []
    if first and last:
        progress = [words.say("progress-together", at=first[0], to=last[0], of=first[1])]
    asked = words.say("together", count=len(slots))
    return View(
        question=slots[0].id,
        text=Rich("\n".join((*progress, *filter(None, (head,)), asked, *lines))),
        expects=Expects.TEXT,
        navigation=tuple(map(words.button, ("singly", "back", "cancel"))),
    )


def _paragraphs(scene: Scene, slot: Slot) -> list[Rich]:
    words, progress, value = scene.words, scene.progress(slot), scene.value(slot)
    shown = [words.question(slot, told=scene.told(slot) is not None)]
    if progress and progress != _ALONE and not scene.talk.fixing:
        shown.insert(0, words.say("progress", at=progress[0], of=progress[1]))
    elif slot.question.group and not slot.question.stop:
        shown.insert(0, words.own(f"{slot.question.group}-heading", round=slot.round + 1))
    told = scene.told(slot)
    # What was told some questions before is no longer in sight.
    if told and (scene.talk.told or scene.talk.together > 1):
        shown.append(words.say("noted", value=shorten(told.text)))
    if value and slot.question.expects is not Expects.CHOICES:
        shown.append(words.say("noted", value=words.shown(slot, value)))
    if scene.is_ticked_before(slot):
        shown.append(words.say("ticked-before"))
    return shown


def _navigation(scene: Scene, slot: Slot) -> tuple[Choice, ...]:
    collects = slot.question.expects in (Expects.CHOICES, Expects.PHOTOS)
    wanted = (
        ("done", collects),
        ("keep", scene.keeps(slot)),
        ("drop" if scene.spoken(slot) else "skip", slot.question.optional),
        ("example", scene.words.has_example(slot)),
        ("back", True),
        ("cancel", True),
    )
    return tuple(scene.words.button(key) for key, shown in wanted if shown)


def filled(scene: Scene) -> list[Slot]:
    """Returns the slots that have a line in the review."""
    return [
        slot
        for slot in scene.path.slots
        if not slot.question.is_note and (not slot.offered or scene.value(slot) is not None)
    ]


def _review(scene: Scene) -> View:
    words = scene.words
    said = [slot for slot in filled(scene) if not _is_silent(scene, slot)]
    lines = [_line(scene, slot) for slot in said]
    empty = [s for s in scene.path.slots if s.offered and scene.value(s) is None]
    extras = tuple(Choice(FIX + slot.id, plain(words.add(slot))) for slot in empty)
    return View(
        question=REVIEW,
        text=Rich("\n".join([words.own("review"), *lines, "", words.own("review-ask")])),
        expects=Expects.CHOICE,
        choices=(_send(scene), words.button("fix"), *extras),
        navigation=(words.button("back"), words.button("cancel")),
    )


def _is_silent(scene: Scene, slot: Slot) -> bool:
    """That there is no further round goes without saying."""
    return slot.round > 0 and ends_rounds(slot, scene.value(slot))


def _send(scene: Scene) -> Choice:
    return Choice("send", plain(scene.words.own("send")))


def _line(scene: Scene, slot: Slot) -> Rich:
    value = scene.value(slot)
    shown = scene.words.shown(slot, value) if value else ""
    return scene.words.say("line", name=scene.words.line(slot, value), value=shown)


def _lines(scene: Scene, page: int) -> View:
    words, slots = scene.words, filled(scene)
    shown = slots[page * _LINES_SHOWN :][:_LINES_SHOWN]
    has_more = len(slots) > (page + 1) * _LINES_SHOWN
    return View(
        question=scene.talk.current,
        text=words.say("which-line"),
        expects=Expects.CHOICE,
        choices=tuple(Choice(FIX + slot.id, render_line(scene, slot)) for slot in shown),
        navigation=(
            *((words.button(NEXT_LINES),) if has_more else ()),
            words.button("back"),
            words.button("cancel"),
        ),
    )


def render_line(scene: Scene, slot: Slot) -> str:
    """Returns the short name of a question with its answer, as a button takes it."""
    value = scene.value(slot)
    shown = scene.words.shown(slot, value) if value else ""
    return shorten(f"{scene.words.line(slot, value)}: {shown}", LONGEST_BUTTON)


def list_slots(scene: Scene) -> tuple[Choice, ...]:
    """Returns every question in reach by its slot, with what was answered to it."""
    lines = {slot.id: render_line(scene, slot) for slot in filled(scene)}
    return tuple(
        Choice(slot.id, lines.get(slot.id) or scene.words.line(slot)) for slot in scene.path.slots
    )


def _leaving(scene: Scene) -> View:
    words = scene.words
    return View(
        question=LEAVING,
        text=words.say("leaving"),
        expects=Expects.CHOICE,
        choices=tuple(words.button(key) for key in ("go_on", "later", "delete")),
    )
