"""What a chapter says of its cadres at a meeting, kept beside what they say themselves."""

from domain.records import Report
from domain.report import ReportState
from operations.context import ActorContext
from operations.facts import ReportTaken, TypedReportConfirmed, TypedReportDisputed
from storage.cadres import attendance


async def note_leader_word(context: ActorContext, fact: ReportTaken) -> None:
    """Keeps what a report says of the cadres; what somebody typed is no word of the chapter's."""
    word = None if fact.report.typed_by else _word(fact.report)
    await attendance.set_leader_word(context.unit, fact.report.meeting_id, word)


async def confirm_leader_word(context: ActorContext, fact: TypedReportConfirmed) -> None:
    """Takes what was typed for the chapter's own word, now that it was confirmed."""
    await attendance.set_leader_word(context.unit, fact.report.meeting_id, _word(fact.report))


async def withdraw_leader_word(context: ActorContext, fact: TypedReportDisputed) -> None:
    """Has the chapter say nothing of its cadres while it disputes what was typed."""
    await attendance.set_leader_word(context.unit, fact.report.meeting_id, None)


def _word(report: Report) -> str | None:
    is_held = report.answers.state is ReportState.HELD
    return str(report.answers.cadre_present) if is_held else None
