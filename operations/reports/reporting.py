"""Takes a report: once per meeting, corrected while the period is open, every version kept."""

from dataclasses import dataclass, replace

from domain.calendar import Period
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState
from domain.policy import Policy
from domain.records import Report
from domain.refusals import Conflict
from domain.report import ReportAnswers, ReportState, check_report
from domain.report_json import report_to_json
from operations.context import ActorContext
from operations.facts import MeetingMoved, ReportCorrected, ReportTaken
from operations.reports.on_behalf import Reporter, reporter_for, require_typed
from operations.reports.opening import require_open
from operations.wording import moment_words
from storage import UnitOfWork
from storage.maintenance import audit
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the sender gets in hand."""

    report_id: int
    number: str
    version: int
    on_time: bool
    meeting: Meeting
    chapter: Chapter


def number_of(meeting_id: int, period: Period) -> str:
    """Returns the number of a meeting's report, as "11.26-0042": one per meeting for good."""
    return f"{period.last_month:02}.{period.year % 100:02}-{meeting_id:04}"


async def submit_report(
    context: ActorContext,
    meeting_id: int,
    answers: ReportAnswers,
    *,
    corrects: int = 0,
    played: bool = False,
) -> Receipt:
    """Keeps a report, or a correction of the live version `corrects` (0 for a first report).

    Raises NotFound, NotAllowed, Closed after the closing day, BadInput for a record that
    cannot be, and Conflict if somebody else's version came first; then nothing is changed.
    """
    reporter = await reporter_for(context.unit, context.posts, meeting_id, today=context.today)
    meeting, chapter = reporter.meeting, reporter.chapter
    require_open(meeting, context.today)
    _check(context, reporter, answers)
    before = (await reports.of_meetings(context.unit, [meeting_id])).get(meeting_id)
    if (before.version if before else 0) != corrects:
        raise await _came_first(context, meeting_id)
    if reporter.is_typed:
        require_typed(before)
    report = await _store(context, reporter, before, _with_reason(answers, before), played=played)
    settled = await _settle(context, meeting, report.answers)
    _note_in_audit(context, report, before)
    if before is None:
        await context.publish(ReportTaken(report=report, meeting=meeting, chapter=chapter))
    else:
        await context.publish(
            ReportCorrected(report=report, meeting=meeting, chapter=chapter, before=before)
        )
    return Receipt(
        report_id=report.id,
        number=report.number,
        version=report.version,
        on_time=report.on_time,
        meeting=settled,
        chapter=chapter,
    )


def _check(context: ActorContext, reporter: Reporter, answers: ReportAnswers) -> None:
    meeting = reporter.meeting
    check_report(
        replace(answers, total=_total(reporter, answers)),
        planned_date=meeting.day,
        today=context.today,
        planned_time=meeting.planned_hour,
        clock=context.policy.local(context.now).time(),
    )


def _total(reporter: Reporter, answers: ReportAnswers) -> int:
    return answers.total if answers.total is not None else reporter.chapter.member_count


def _with_reason(answers: ReportAnswers, before: Report | None) -> ReportAnswers:
    """A meeting held on the day it was put off to keeps the reason why it was."""
    if before is None or answers.reason or answers.held_date is None:
        return answers
    put_off = before.answers
    if answers.held_date != put_off.postponed_to:
        return answers
    return replace(answers, reason=put_off.reason, reason_text=put_off.reason_text)


async def _store(
    context: ActorContext,
    reporter: Reporter,
    before: Report | None,
    answers: ReportAnswers,
    *,
    played: bool,
) -> Report:
    """Writes the live version and keeps it for good; raises Conflict if another came first."""
    unit, meeting = context.unit, reporter.meeting
    typed_by = context.actor.id if reporter.is_typed else None
    # A typed report stands in nobody's name where the chapter has nobody.
    stands_for = reporter.person if reporter.is_typed else context.actor
    sent = reports.Version(
        person_id=stands_for.id if stands_for else None,
        role=reporter.role,
        total=_total(reporter, answers),
        answers=answers,
        typed_by=typed_by,
    )
    if before is None:
        report_id = await reports.add(
            unit,
            reports.NewReport(
                meeting_id=meeting.id,
                number=number_of(meeting.id, meeting.period),
                on_time=context.today <= meeting.due_on,
                played=played,
            ),
            sent,
            now=context.now,
        )
        stored = report_id is not None
    else:
        stored = await reports.revise(
            unit, before.id, sent, version=before.version, now=context.now
        )
    if not stored:
        raise await _came_first(context, meeting.id)
    report = (await reports.of_meetings(unit, [meeting.id]))[meeting.id]
    await reports.keep_revision(unit, report)
    return report


async def _came_first(context: ActorContext, meeting_id: int) -> Conflict:
    refusal = await find_live(context.unit, meeting_id, policy=context.policy)
    return refusal or Conflict("report-already-sent-by-somebody")


async def find_live(unit: UnitOfWork, meeting_id: int, *, policy: Policy) -> Conflict | None:
    """Returns the refusal that names whose report of a meeting is the live one, if any is."""
    live = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    if live is None:
        return None
    if live.person_id is None:
        return Conflict("report-already-sent-by-somebody")
    sender = (await people.persons(unit, [live.person_id]))[live.person_id]
    at = moment_words(policy.local(live.sent_at), policy.language)
    return Conflict("report-already-sent", who=sender.name, at=at)


async def _settle(context: ActorContext, meeting: Meeting, answers: ReportAnswers) -> Meeting:
    """Writes what became of the meeting; who meant to be there on another day hears first."""
    moved_to = answers.postponed_to if answers.state is ReportState.MOVED else None
    if answers.state is not ReportState.HELD:
        await context.publish(MeetingMoved(meeting=meeting, day=moved_to))
    settled = replace(
        meeting,
        state=MeetingState(answers.state),
        reason=answers.reason or None,
        moved_to=moved_to,
        due_on=meeting.due_after_moving_to(moved_to),
    )
    await meetings.settle(
        context.unit,
        meeting.id,
        state=settled.state,
        reason=settled.reason,
        moved_to=moved_to,
        due_on=settled.due_on,
    )
    return settled


def _note_in_audit(context: ActorContext, report: Report, before: Report | None) -> None:
    told = report_to_json(report.answers)
    old = report_to_json(before.answers) if before else {}
    changed = [name for name, value in told.items() if before and old[name] != value]
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="report.corrected" if before else "report.sent",
            subject=f"report:{report.id}",
            before={"version": before.version, **{name: old[name] for name in changed}}
            if before
            else None,
            after={
                "version": report.version,
                "state": str(report.state),
                **({"typed_for": report.person_id} if report.typed_by else {}),
                **{name: told[name] for name in changed},
            },
        ),
        now=context.now,
    )
