"""The report talk where somebody enters a report for a leader, or one was entered for her."""

from dialogue.report_form import REPORT
from domain.message import Choice
from domain.talks import Draft
from handlers.reports.report_states import BeforeForm, Question
from operations.reports.on_behalf import Reporter, find_other_drafts
from operations.reports.opening import OpenedReport
from operations.reports.typed_reports import find_typed
from operations.turn import Turn


def say_for_whom(turn: Turn, reporter: Reporter) -> None:
    """Says in whose name a typed report stands; nothing where somebody reports themselves."""
    if reporter.is_typed:
        name = reporter.person.name if reporter.person else ""
        key = "typed-begin" if name else "typed-begin-nobody"
        turn.say(key, who=name, chapter=reporter.chapter.name)


async def warn_of_drafts(turn: Turn, handler: str, opened: OpenedReport) -> bool:
    """Asks whether to type a report that others have begun; True if that was asked."""
    if not opened.reporter.is_typed:
        return False
    begun = await find_other_drafts(
        turn.unit,
        form=REPORT.name,
        meeting_id=opened.meeting.id,
        but=turn.require_person().id,
    )
    if not begun:
        return False
    turn.start(handler, BeforeForm(phase=Question.TYPE_ANYWAY, meeting=opened.meeting.id))
    turn.say("typed-begun", names=", ".join(begun), chapter=opened.chapter.name)
    turn.ask(
        (Choice("go-on", turn.label("typed-button-anyway")),),
        navigation=(Choice("cancel", turn.label("button-cancel")),),
    )
    return True


def was_typed_meanwhile(known: Draft, opened: OpenedReport) -> bool:
    """True where somebody typed the report since one's own draft of it was begun."""
    if opened.reporter.is_typed or opened.report is None or known.state.get("corrects", 0):
        return False
    return opened.report.typed_by is not None


async def was_typed_for(turn: Turn, meeting_id: int) -> bool:
    """True where the live report of one's own meeting was typed by somebody else."""
    by = turn.require_person().id
    found = await find_typed(turn.unit, turn.posts, meeting_id, by=by, today=turn.today)
    return found is not None and found.is_mine
