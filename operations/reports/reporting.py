"""Takes a report: once per meeting, corrected while the period is open, every version kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dialogue.report_form import REPORT
from domain.calendar import Period
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState, subject_of
from domain.people import Post, Role
from domain.policy import Policy
from domain.records import Report
from domain.refusals import Conflict
from domain.report import ReportAnswers, ReportState, check_report
from domain.report_json import report_to_json
from operations.cadres.assignment import cadres_of, ensure_attendance
from operations.cadres.visit_moves import follow_moves, list_said
from operations.exemplars.drafts import follow_report
from operations.notices import Notice
from operations.reports.difficulties import save_difficulties
from operations.reports.drafts import BESIDE
from operations.reports.news import tell_hurried_cadres
from operations.reports.on_behalf import Reporter, reporter_for, require_typed
from operations.reports.opening import require_open
from operations.reports.review_news import settle_return, tell_reviewers
from operations.reports.typed_reports import ask_to_confirm
from operations.wording import moment_words, period_words
from storage import UnitOfWork
from storage.cadres import attendance
from storage.maintenance import audit
from storage.meetings import meetings
from storage.messages import attachments, outbox, talks
from storage.people import people
from storage.reports import reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the sender gets in hand; `notices` are for others."""

    report_id: int
    number: str
    version: int
    on_time: bool
    meeting: Meeting
    chapter: Chapter
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sending:
    """One report on its way in, checked."""

    actor_id: int
    reporter: Reporter
    answers: ReportAnswers
    total: int
    now: datetime
    today: date

    @property
    def meeting(self) -> Meeting:
        """What is reported."""
        return self.reporter.meeting

    @property
    def chapter(self) -> Chapter:
        """Whose meeting that is."""
        return self.reporter.chapter

    @property
    def person_id(self) -> int | None:
        """In whose name it stands, None where the chapter has nobody."""
        if not self.reporter.is_typed:
            return self.actor_id
        return self.reporter.person.id if self.reporter.person else None

    @property
    def typed_by(self) -> int | None:
        """Who enters it for somebody else."""
        return self.actor_id if self.reporter.is_typed else None


def number_of(meeting_id: int, period: Period) -> str:
    """Returns the number of a meeting's report, as "11.26-0042": one per meeting for good."""
    return f"{period.last_month:02}.{period.year % 100:02}-{meeting_id:04}"


async def submit_report(
    unit: UnitOfWork,
    *,
    person_id: int,
    posts: Sequence[Post],
    meeting_id: int,
    answers: ReportAnswers,
    policy: Policy,
    now: datetime,
    corrects: int = 0,
    played: bool = False,
) -> Receipt:
    """Keeps a report, or a correction of the live version `corrects` (0 for a first report).

    Raises NotFound, NotAllowed, Closed after the closing day, BadInput for a record that
    cannot be, and Conflict if somebody else's version came first; then nothing is changed.
    """
    today = policy.local(now).date()
    reporter = await reporter_for(unit, posts, meeting_id, today=today)
    meeting, chapter = reporter.meeting, reporter.chapter
    require_open(meeting, today)
    total = answers.total if answers.total is not None else chapter.member_count
    check_report(
        replace(answers, total=total),
        planned_date=meeting.day,
        today=today,
        planned_time=meeting.planned_hour,
        clock=policy.local(now).time(),
    )
    sending = _Sending(
        actor_id=person_id,
        reporter=reporter,
        answers=answers,
        total=total,
        now=now,
        today=today,
    )
    before = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    if (before.version if before else 0) != corrects:
        raise await _came_first(unit, meeting_id, policy)
    if reporter.is_typed:
        require_typed(before)
    sending = replace(sending, answers=_with_reason(answers, before))
    report = await _store(unit, sending, before, policy=policy, played=played)
    settled = await _settle(unit, sending, report, before, policy=policy)
    await _tell_others(unit, sending, report, before)
    return Receipt(
        report_id=report.id,
        number=report.number,
        version=report.version,
        on_time=report.on_time,
        meeting=settled,
        chapter=chapter,
        notices=await _notices(unit, sending, report, before),
    )


def _with_reason(answers: ReportAnswers, before: Report | None) -> ReportAnswers:
    """A meeting held on the day it was put off to keeps the reason why it was."""
    if before is None or answers.reason or answers.held_date is None:
        return answers
    put_off = before.answers
    if answers.held_date != put_off.postponed_to:
        return answers
    return replace(answers, reason=put_off.reason, reason_text=put_off.reason_text)


async def _store(
    unit: UnitOfWork, sending: _Sending, before: Report | None, *, policy: Policy, played: bool
) -> Report:
    if before is None:
        report_id = await reports.add(
            unit,
            meeting_id=sending.meeting.id,
            number=number_of(sending.meeting.id, sending.meeting.period),
            person_id=sending.person_id,
            role=sending.reporter.role,
            typed_by=sending.typed_by,
            now=sending.now,
            on_time=sending.today <= sending.meeting.due_on,
            total=sending.total,
            answers=sending.answers,
            played=played,
        )
        stored = report_id is not None
    else:
        stored = await reports.revise(
            unit,
            before.id,
            version=before.version,
            person_id=sending.person_id,
            role=sending.reporter.role,
            typed_by=sending.typed_by,
            now=sending.now,
            total=sending.total,
            answers=sending.answers,
        )
    if not stored:
        raise await _came_first(unit, sending.meeting.id, policy)
    return (await reports.of_meetings(unit, [sending.meeting.id]))[sending.meeting.id]


async def _came_first(unit: UnitOfWork, meeting_id: int, policy: Policy) -> Conflict:
    refusal = await find_live(unit, meeting_id, policy=policy)
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


async def _settle(
    unit: UnitOfWork, sending: _Sending, report: Report, before: Report | None, *, policy: Policy
) -> Meeting:
    """Writes all that hangs on the report: meeting, difficulties, cadres, files, leftovers."""
    answers, meeting = sending.answers, sending.meeting
    moved_to = answers.postponed_to if answers.state is ReportState.MOVED else None
    settled = replace(
        meeting,
        state=MeetingState(answers.state),
        reason=answers.reason or None,
        moved_to=moved_to,
        due_on=meeting.due_after_moving_to(moved_to),
    )
    said = await list_said(unit, [meeting.id])
    await meetings.settle(
        unit,
        meeting.id,
        state=settled.state,
        reason=settled.reason,
        moved_to=moved_to,
        due_on=settled.due_on,
    )
    await reports.keep_revision(
        unit,
        report.id,
        version=report.version,
        person_id=sending.person_id,
        typed_by=sending.typed_by,
        now=sending.now,
        answers=answers,
    )
    await save_difficulties(
        unit,
        report_id=report.id,
        chapter=sending.chapter,
        raised=answers.cases,
        voices=answers.voice_notes,
        person_id=sending.actor_id,
        policy=policy,
        now=sending.now,
    )
    await _follow_exemplar(unit, sending, report, before)
    await _note_cadres(unit, sending)
    if answers.state is not ReportState.HELD:
        await follow_moves(unit, said, {meeting.id: moved_to}, policy=policy, now=sending.now)
    files = {*answers.photos, *(number for _, number in answers.voice_notes)}
    await attachments.attach(unit, files, report_id=report.id)
    await _drop_drafts(unit, sending)
    await outbox.cancel(unit, [subject_of(meeting.id)], now=sending.now)
    await settle_return(unit, meeting.id)
    _note_in_audit(unit, sending, report, before)
    return settled


async def _drop_drafts(unit: UnitOfWork, sending: _Sending) -> None:
    """Drops every draft of the report; what a leader has begun outlives what is typed for her."""
    meeting_id = sending.meeting.id
    only = sending.typed_by
    forms = (REPORT.name, BESIDE)
    await talks.delete_drafts(unit, forms=forms, meeting_id=meeting_id, person_id=only)


async def _note_cadres(unit: UnitOfWork, sending: _Sending) -> None:
    day = sending.answers.held_date or sending.today
    cadres = await cadres_of(unit, sending.chapter.id, day=day)
    await ensure_attendance(unit, sending.meeting, cadres)
    # What somebody typed is no word of the chapter's before it is confirmed.
    is_word = sending.answers.state is ReportState.HELD and not sending.typed_by
    word = str(sending.answers.cadre_present) if is_word else None
    await attendance.set_leader_word(unit, sending.meeting.id, word)


async def _follow_exemplar(
    unit: UnitOfWork, sending: _Sending, report: Report, before: Report | None
) -> None:
    await follow_report(
        unit,
        report_id=report.id,
        chapter=sending.chapter,
        told=sending.answers.best_practice,
        told_before=before.answers.best_practice if before else "",
        by=sending.actor_id,
        today=sending.today,
        now=sending.now,
    )


def _note_in_audit(
    unit: UnitOfWork, sending: _Sending, report: Report, before: Report | None
) -> None:
    told = report_to_json(sending.answers)
    old = report_to_json(before.answers) if before else {}
    changed = [name for name, value in told.items() if before and old[name] != value]
    audit.add_later(
        unit,
        person_id=sending.actor_id,
        action="report.corrected" if before else "report.sent",
        subject=f"report:{report.id}",
        now=sending.now,
        before={"version": before.version, **{name: old[name] for name in changed}}
        if before
        else None,
        after={
            "version": report.version,
            "state": str(report.state),
            **({"typed_for": sending.person_id} if sending.typed_by else {}),
            **{name: told[name] for name in changed},
        },
    )


async def _tell_others(
    unit: UnitOfWork, sending: _Sending, report: Report, before: Report | None
) -> None:
    """Tells who had decided on the version before, other hurried cadres, and the typed-for."""
    chapter, today, now = sending.chapter, sending.today, sending.now
    told: set[int] = set()
    if before is not None:
        told = await tell_reviewers(
            unit, report, meeting=sending.meeting, chapter=chapter, now=now, today=today
        )
    await tell_hurried_cadres(unit, report, chapter, but=told, today=today, now=now)
    if sending.typed_by:
        by = sending.actor_id
        await ask_to_confirm(unit, report, sending.meeting, chapter, by=by, now=now)


async def _notices(
    unit: UnitOfWork, sending: _Sending, report: Report, before: Report | None
) -> tuple[Notice, ...]:
    """Returns what to tell the leader of another's report, and whose report was corrected.

    In whose name a report was typed is asked instead.
    """
    if sending.typed_by:
        return ()
    held = await people.holders(unit, [sending.chapter.id], roles=[Role.LEADER], day=sending.today)
    concerned = {one.person.id for one in held.get(sending.chapter.id, ())}
    if before and before.person_id:
        concerned.add(before.person_id)
    known = await people.persons(unit, concerned | {sending.actor_id})
    who = known[sending.actor_id].name
    return tuple(
        Notice(
            person_id=person_id,
            key="report-corrected-for-you" if before else "report-sent-for-you",
            args={
                "who": who,
                "period": period_words(sending.meeting.period, known[person_id].language),
                "chapter": sending.chapter.name,
                "number": report.number,
            },
            subject=f"report:{report.id}",
            dedupe_key=f"report:{report.id}:{report.version}:{person_id}",
        )
        for person_id in sorted(concerned - {sending.actor_id})
    )
