"""What a message means to the report that is open: which question it answers, what is noted."""

from dataclasses import replace

from dialogue import Edited, Input, Late, Press, Say, Talk, UnsupportedInput, View, answered_line
from dialogue.report_form import REPORT
from dialogue.screens import FIX
from domain.message import Expects
from handlers.reports.report_states import Filling
from handlers.screen import shorten
from operations.turn import Turn
from texts import escape_rich

# Messages of one draft that can still be edited; older ones are long out of sight.
_REMEMBERED = 40
_NO_ANSWERS = frozenset({"back", "example", "cancel"})


def with_question(turn: Turn, state: Filling, given: Input) -> Input:
    """Names the question that an input belongs to, as far as the talk remembers it."""
    if isinstance(given, Press):
        return replace(given, question=state.question)
    if isinstance(given, Edited):
        return Edited(given.text, state.answered.get(turn.inbound.message_id or "", ""))
    return given


def remember(turn: Turn, state: Filling, given: Input) -> None:
    """Keeps which question a message answered, so that editing it corrects that answer."""
    if isinstance(given, Say) and turn.inbound.message_id:
        answered = {**state.answered, turn.inbound.message_id: state.question}
        state.answered = dict(list(answered.items())[-_REMEMBERED:])


def noted_answer(turn: Turn, given: Input, before: Talk, after: Talk) -> str:
    """Returns what is noted below the closed question: the button, or a text that was taken."""
    match given:
        case Press(key):
            prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
            labels = {choice.key: choice.label for choice in prompt.every_choice} if prompt else {}
            return escape_rich(labels.get(key, ""))
        case Say(text) if replace(after, previous=before.previous, offers=before.offers) != before:
            return escape_rich(shorten(text))
        case Late(text) if after.current != before.current:
            return escape_rich(shorten(text))
    return ""


def settled_line(turn: Turn, given: Input, before: Talk, after: Talk) -> str:
    """Returns the line that a question answered by a press becomes, "" for any other press."""
    slot = before.current
    if not isinstance(given, Press) or given.key in _NO_ANSWERS or slot == after.current:
        return ""
    if slot not in after.answers:
        return ""
    line = answered_line(
        REPORT, after.answers, slot, facts=after.facts, today=turn.today, language=turn.language
    )
    return f"✓ {escape_rich(line)}" if line else ""


def not_here(given: Input) -> str:
    """Returns the text key for what is no button of an open choice."""
    kind = given.kind if isinstance(given, UnsupportedInput) else ""
    return "report-open-first" if kind in ("photo", "voice") else "please-press"


def without_files(turn: Turn, view: View) -> View:
    """Returns a view without what asks for files, on a channel that takes none."""
    if turn.abilities.takes_files:
        return view
    of_files = (step.key for step in REPORT.questions if step.expects is Expects.PHOTOS)
    asking = {FIX + key for key in of_files}
    return replace(view, choices=tuple(way for way in view.choices if way.key not in asking))
