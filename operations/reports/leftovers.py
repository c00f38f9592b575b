"""What is left over once a report was sent: drafts, reminders, and files to be kept."""

from domain.meetings import subject_of
from operations.context import ActorContext
from operations.facts import ReportTaken
from operations.reports.drafts import KEPT_AS
from storage.messages import attachments, outbox, talks


async def keep_files(context: ActorContext, fact: ReportTaken) -> None:
    """Makes exactly the photos and recordings that a report names its own."""
    files = fact.report.answers.files
    if fact.report.version == 1 and not files:
        return
    await attachments.attach(context.unit, files, report_id=fact.report.id)


async def drop_drafts(context: ActorContext, fact: ReportTaken) -> None:
    """Drops every draft of the report; what a leader has begun outlives what is typed for her."""
    await talks.delete_drafts(
        context.unit,
        forms=KEPT_AS,
        meeting_id=fact.meeting.id,
        person_id=fact.report.typed_by,
    )


async def cancel_reminders(context: ActorContext, fact: ReportTaken) -> None:
    """Takes back what was queued to ask for the report."""
    await outbox.cancel(context.unit, [subject_of(fact.meeting.id)], now=context.now)
