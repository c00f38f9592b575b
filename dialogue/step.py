"""What one input leads to."""

from dataclasses import dataclass, replace

from dialogue.answer import Answers
from dialogue.scene import Scene
from dialogue.screens import render_view
from dialogue.talk import Talk
from dialogue.view import View
from texts import Rich


@dataclass(frozen=True, slots=True)
class Step:
    """The talk after an input, sentences to say, and what to show.

    `show` None means that the prompt on screen stays the open one. `finished` is "sent",
    "kept" or "deleted". `answers` are those that count.
    """

    talk: Talk
    notes: tuple[Rich, ...] = ()
    show: View | None = None
    finished: str | None = None
    answers: Answers | None = None


def shown(scene: Scene, *notes: Rich) -> Step:
    """Returns the step that shows whatever is open in the scene."""
    return Step(scene.talk, notes, render_view(scene))


def again(scene: Scene, *notes: Rich, example: Rich | None = None) -> Step:
    """Returns the step that shows the open question once more, an example below it.

    The input was meant for it, so texts typed until it is shown are too.
    """
    talk = replace(scene.talk, previous=scene.talk.current)
    step = shown(scene.changed(talk), *notes)
    if example is None or step.show is None:
        return step
    return replace(step, show=replace(step.show, text=Rich(f"{step.show.text}\n{example}")))


def unmoved(scene: Scene, *notes: Rich) -> Step:
    """Returns the step that only says something; a review is drawn anew, a question stays."""
    if scene.slot or scene.talk.leaving:
        return Step(scene.talk, notes)
    return shown(scene, *notes)
