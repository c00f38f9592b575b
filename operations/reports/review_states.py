"""How far reports are: read, returned, accepted; and those that wait for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dialogue import list_questions
from dialogue.report_asked import report_form
from dialogue.report_record import from_answers
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice
from domain.people import Post
from domain.records import Report
from domain.refusals import NotAllowed
from domain.reviews import Review, ReviewAction, ReviewState, last_decision, state_of
from operations.access import may, own_chapters, reach, reporting_role, scopes
from operations.context import ActorContext
from operations.namesakes import name_chapters
from operations.reports.asked import ask_of_meeting
from operations.reports.opening import report_facts
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports, reviews
from storage.reports.reviews import WaitingReport

_WAITS_FOR = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewProgress:
    """How far a report is; `last` is the decision, or the reading, that made it so, by `who`.

    `seen` is the decision that whoever looks at it knows of: a later one is a conflict.
    """

    state: ReviewState
    last: Review | None
    who: str
    seen: int
    may_review: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedReport:
    """A report of one's own that waits to be completed."""

    meeting: Meeting
    chapter: Chapter
    review: Review


async def look_at_report(
    context: ActorContext, report: Report, chapter: Chapter
) -> ReviewProgress:
    """Returns how far a report is; the first look of each who may review it is noted."""
    unit, by = context.unit, context.actor
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    may_review = may_review_of(context.posts, chapter, context.today) and report.typed_by != by.id
    if may_review and not _has_read(said, report.version, by.id):
        await reviews.add(
            unit,
            reviews.NewReview(
                report_id=report.id,
                version=report.version,
                person_id=by.id,
                action=ReviewAction.READ,
            ),
            now=context.now,
        )
        said = (await reviews.of_reports(unit, [report.id]))[report.id]
    decision = last_decision(said, report.version)
    reads = [
        review for review in said if (review.version, review.action) == _read_of(report.version)
    ]
    last = decision or (reads[0] if reads else None)
    known = await people.persons(unit, {last.person_id} if last and last.person_id else ())
    return ReviewProgress(
        state=state_of(said, report.version),
        last=last,
        who=next((person.name for person in known.values()), ""),
        seen=decision.id if decision else 0,
        may_review=may_review,
    )


async def list_states(unit: UnitOfWork, found: Sequence[Report]) -> dict[int, ReviewState]:
    """Returns how far reports are, by their ids."""
    said = await reviews.of_reports(unit, [report.id for report in found])
    return {report.id: state_of(said[report.id], report.version) for report in found}


async def list_returned(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[ReturnedReport]:
    """Returns the reports of one's own chapters that were returned and not corrected since."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    open_ones = {
        meeting.id: meeting for meeting in await meetings.list_open(unit, own, today=today)
    }
    sent = await reports.of_meetings(unit, open_ones)
    said = await reviews.of_reports(unit, [report.id for report in sent.values()])
    found = []
    for report in sent.values():
        decision = last_decision(said[report.id], report.version)
        if decision is not None and decision.action is ReviewAction.RETURNED:
            meeting = open_ones[report.meeting_id]
            chapter = own[meeting.chapter_id]
            found.append(ReturnedReport(meeting=meeting, chapter=chapter, review=decision))
    return sorted(found, key=lambda value: value.review.id)


async def find_return(unit: UnitOfWork, report: Report) -> tuple[Review, str] | None:
    """Returns the return that the live version waits on and who made it, None without one."""
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    decision = last_decision(said, report.version)
    if decision is None or decision.action is not ReviewAction.RETURNED:
        return None
    known = await people.persons(unit, {decision.person_id} if decision.person_id else ())
    return decision, next((person.name for person in known.values()), "")


async def list_waiting(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date, now: datetime
) -> list[WaitingReport]:
    """Returns the reports in one's care on which nobody has decided, the oldest first.

    Raises NotAllowed for somebody who reviews none.
    """
    far = reach(posts, today, Right.REVIEW_REPORT)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("review-not-yours")
    found = await reviews.list_waiting(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        but=own_chapters(posts, today),
        since=now - _WAITS_FOR,
        today=today,
    )
    return await name_chapters(unit, found)


async def list_steps(
    unit: UnitOfWork,
    report: Report,
    meeting: Meeting,
    chapter: Chapter,
    *,
    today: date,
    language: str,
) -> tuple[Choice, ...]:
    """Returns the questions of a report by their steps, with what was answered to each."""
    found = await report_facts(unit, meeting, chapter, today=today, language=language)
    asked = await ask_of_meeting(unit, meeting, chapter, report, today=today)
    facts = replace(found, asked=asked.written, offered=asked.offered).to_facts()
    answers = from_answers(report.answers, facts)
    return list_questions(report_form(facts), answers, facts=facts, today=today, language=language)


def may_review_of(posts: Sequence[Post], chapter: Chapter, today: date) -> bool:
    """True when somebody reviews a chapter's reports; never those they send themselves."""
    is_own = reporting_role(posts, chapter, today) is not None
    return not is_own and may(Right.REVIEW_REPORT, posts, chapter, today)


def _has_read(said: Sequence[Review], version: int, person_id: int) -> bool:
    return any(
        (review.version, review.action) == _read_of(version) and review.person_id == person_id
        for review in said
    )


def _read_of(version: int) -> tuple[int, ReviewAction]:
    return version, ReviewAction.READ
