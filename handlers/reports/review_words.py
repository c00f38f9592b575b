"""How far a report is, in words, and what can be done with it from there."""

from domain.message import Choice
from domain.records import Report
from domain.reviews import ReviewState
from handlers.screen import shorten
from operations.reports.archive import ArchivedReport
from operations.reports.buttons import AcceptReport, CompleteReport, ReturnReport
from operations.reports.review_states import (
    ReviewProgress,
    find_return,
    list_steps,
    look_at_report,
)
from operations.turn import Turn
from operations.wording import moment_words

_LONGEST_REASON = 300
_WORTH_NAMING = frozenset({ReviewState.READ, ReviewState.RETURNED, ReviewState.ACCEPTED})


def state_words(turn: Turn, report: Report, state: ReviewState) -> str:
    """Returns what became of a meeting and how far its report is: "đã tổ chức, đã xem"."""
    words = [turn.label(f"history-state-{report.state}")]
    if state in _WORTH_NAMING:
        words.append(turn.label(f"review-state-{state}"))
    return ", ".join(words)


async def say_review(turn: Turn, found: ArchivedReport) -> list[Choice]:
    """Says how far a report is and returns the buttons to go on; looking at it counts as read."""
    view = found.view
    reviewed = await look_at_report(turn.context, view.report, view.chapter)
    await _say_state(turn, found, reviewed)
    return _ways(turn, found, reviewed)


async def _say_state(turn: Turn, found: ArchivedReport, reviewed: ReviewProgress) -> None:
    last = reviewed.last
    if last is None:
        turn.say("review-sent")
        return
    who = reviewed.who or turn.label("history-somebody")
    at = moment_words(turn.policy.local(last.at), turn.language)
    if reviewed.state is not ReviewState.RETURNED:
        turn.say(f"review-{reviewed.state}", who=who, at=at)
        return
    line = await _line_of(turn, found, last.step)
    reason = shorten(last.reason, _LONGEST_REASON)
    turn.say("review-returned", who=who, at=at, line=line, reason=reason)


async def say_why_returned(turn: Turn, report: Report) -> None:
    """Says who asks for a report to be completed, and why, if somebody does."""
    found = await find_return(turn.unit, report)
    if found:
        review, who = found
        reason = shorten(review.reason, _LONGEST_REASON)
        turn.say("review-here", who=who or turn.label("history-somebody"), reason=reason)


async def _line_of(turn: Turn, found: ArchivedReport, step: str) -> str:
    """Returns the name of a question of a report, with what was answered to it."""
    view = found.view
    steps = await list_steps(
        turn.unit,
        view.report,
        view.meeting,
        view.chapter,
        today=turn.today,
        language=turn.language,
    )
    return next((choice.label for choice in steps if choice.key == step), step)


def _ways(turn: Turn, found: ArchivedReport, reviewed: ReviewProgress) -> list[Choice]:
    meeting = found.view.meeting
    if found.may_correct and reviewed.last and reviewed.state is ReviewState.RETURNED:
        way = CompleteReport(meeting.id, reviewed.last.step)
        return [Choice(way.key, turn.label("review-button-complete"))]
    if not reviewed.may_review:
        return []
    what = (meeting.id, found.view.report.version, reviewed.seen)
    ways = []
    if reviewed.state is not ReviewState.ACCEPTED:
        ways.append(Choice(AcceptReport(*what).key, turn.label("review-button-accept")))
    if not meeting.is_closed(turn.today):
        ways.append(Choice(ReturnReport(*what).key, turn.label("review-button-return")))
    return ways
