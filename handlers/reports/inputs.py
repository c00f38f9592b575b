"""What a message means to the report that is open: which question it answers, what is noted."""

from dataclasses import replace

from dialogue import Edited, Input, Press, Say, UnsupportedInput, View
from dialogue.report_form import REPORT
from dialogue.screens import FIX
from domain.message import Expects
from handlers.reports.report_states import Filling
from operations.turn import Turn

# Messages of one draft that can still be edited; older ones are long out of sight.
_REMEMBERED = 40


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
