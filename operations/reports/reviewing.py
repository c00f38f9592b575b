"""Reports returned and accepted by those who look after the chapter."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice
from domain.people import Post
from domain.reading import clean_text
from domain.records import Report
from domain.refusals import BadInput, Closed, Conflict, NotAllowed, NotFound
from domain.reviews import Review, ReviewAction, last_decision, state_of
from operations.access import require
from operations.context import ActorContext
from operations.facts import ReportReviewed
from operations.lengths import check_length
from operations.reports.review_states import list_steps, list_waiting, may_review_of
from operations.rights import Right
from operations.wording import day_words, moment_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports, reviews
from texts import LANGUAGES

# More are not accepted by one tap.
AT_ONCE = 50

_SHORTEST_REASON, _LONGEST_REASON = 3, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reviewing:
    """A report under review, with all that was said of it."""

    report: Report
    meeting: Meeting
    chapter: Chapter
    said: Sequence[Review]


async def open_return(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date, language: str
) -> tuple[Chapter, tuple[Choice, ...]]:
    """Returns the chapter and the questions that can be named in a return; raises as that does."""
    found = await _open(unit, posts, meeting_id, today)
    _require_open(found.meeting, today)
    steps = await list_steps(
        unit, found.report, found.meeting, found.chapter, today=today, language=language
    )
    return found.chapter, steps


async def accept_report(
    context: ActorContext, *, meeting_id: int, version: int, seen: int
) -> Chapter:
    """Accepts one version of a report; who reports for the chapter reads of it.

    Raises NotFound, NotAllowed, and Conflict where it was corrected or decided on meanwhile.
    """
    found = await _open(context.unit, context.posts, meeting_id, context.today)
    _require_others(context, found)
    await _require_newest(context, found, version, seen)
    number = await _decide(context, found, ReviewAction.ACCEPTED)
    await context.publish(
        ReportReviewed(
            review_id=number, report=found.report, meeting=found.meeting, chapter=found.chapter
        )
    )
    return found.chapter


async def accept_usual(context: ActorContext, *, until: datetime) -> int:
    """Accepts the usual reports in one's care that had come by a moment; returns how many.

    What was corrected or decided on meanwhile is left alone, and what is beyond `AT_ONCE`.
    Raises NotAllowed for somebody who reviews none.
    """
    today = context.today
    waiting = await list_waiting(context.unit, context.posts, today=today, now=context.now)
    usual = [report for report in waiting if report.is_usual and report.sent_at < until]
    accepted = 0
    for report in usual[:AT_ONCE]:
        with suppress(Conflict, NotAllowed):
            await accept_report(
                context, meeting_id=report.meeting_id, version=report.version, seen=0
            )
            accepted += 1
    return accepted


async def return_report(
    context: ActorContext,
    *,
    meeting_id: int,
    version: int,
    seen: int,
    step: str,
    reason: str,
) -> Chapter:
    """Asks for one question of a report to be completed; its sender is told at once.

    Raises as `accept_report` does, Closed after the closing day, and BadInput for a question
    that the report has not or a missing reason.
    """
    found = await _open(context.unit, context.posts, meeting_id, context.today)
    _require_others(context, found)
    _require_open(found.meeting, context.today)
    check_return_reason(reason)
    await _require_newest(context, found, version, seen)
    lines = {language: await _line_of(context, found, step, language) for language in LANGUAGES}
    words = clean_text(reason)
    number = await _decide(context, found, ReviewAction.RETURNED, step=step, reason=words)
    await context.publish(
        ReportReviewed(
            review_id=number,
            report=found.report,
            meeting=found.meeting,
            chapter=found.chapter,
            step=step,
            lines=lines,
            reason=words,
        )
    )
    return found.chapter


def check_return_reason(reason: str) -> None:
    """Raises BadInput unless a reason says something and not too much."""
    words = clean_text(reason)
    check_length(words, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="review-no-reason")


async def _open(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, today: date
) -> _Reviewing:
    report = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    meeting = await meetings.find(unit, meeting_id)
    if report is None or meeting is None:
        raise NotFound("not-in-sight")
    chapter = require(
        Right.REVIEW_REPORT, posts, await chapters.find(unit, meeting.chapter_id), today
    )
    if not may_review_of(posts, chapter, today):
        raise NotAllowed("review-own")
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    return _Reviewing(report=report, meeting=meeting, chapter=chapter, said=said)


def _require_others(context: ActorContext, found: _Reviewing) -> None:
    if found.report.typed_by == context.actor.id:
        raise NotAllowed("review-own")


def _require_open(meeting: Meeting, today: date) -> None:
    if meeting.is_closed(today):
        raise Closed("review-closed", day=day_words(meeting.closes_on))


async def _require_newest(
    context: ActorContext, found: _Reviewing, version: int, seen: int
) -> None:
    """Raises Conflict unless what was looked at is the newest; nobody decides beside it."""
    unit, report = context.unit, found.report
    if report.version != version or not await reviews.lock(unit, report.id, version=version):
        raise Conflict("review-corrected-meanwhile")
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    decision = last_decision(said, version)
    if decision is None or decision.id == seen:
        return
    known = await people.persons(unit, {decision.person_id} if decision.person_id else ())
    raise Conflict(
        f"review-meanwhile-{decision.action}",
        who=next((person.name for person in known.values()), ""),
        at=moment_words(context.policy.local(decision.at), context.policy.language),
    )


async def _line_of(context: ActorContext, found: _Reviewing, step: str, language: str) -> str:
    steps = await list_steps(
        context.unit,
        found.report,
        found.meeting,
        found.chapter,
        today=context.today,
        language=language,
    )
    line = next((choice.label for choice in steps if choice.key == step), None)
    if line is None:
        raise BadInput("review-no-step")
    return line


async def _decide(
    context: ActorContext,
    found: _Reviewing,
    action: ReviewAction,
    *,
    step: str = "",
    reason: str = "",
) -> int:
    report = found.report
    number = await reviews.add(
        context.unit,
        reviews.NewReview(
            report_id=report.id,
            version=report.version,
            person_id=context.actor.id,
            action=action,
            step=step,
            reason=reason,
        ),
        now=context.now,
    )
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=f"report.{action}",
            subject=f"report:{report.id}",
            before={"state": str(state_of(found.said, report.version))},
            after={
                "state": str(action),
                "step": step or None,
                "reason": reason or None,
            },
        ),
        now=context.now,
    )
    return number
