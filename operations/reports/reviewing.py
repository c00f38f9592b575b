"""Reports returned and accepted by those who look after the chapter."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice
from domain.people import Person, Post
from domain.policy import Policy
from domain.reading import clean_text
from domain.records import Report
from domain.refusals import BadInput, Closed, Conflict, NotAllowed, NotFound
from domain.reviews import Review, ReviewAction, last_decision, state_of
from operations.access import require
from operations.context import ActorContext
from operations.lengths import check_length
from operations.reports.review_news import Decision, tell_reporters
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
    one = await _open(unit, posts, meeting_id, today)
    _require_open(one.meeting, today)
    steps = await list_steps(
        unit, one.report, one.meeting, one.chapter, today=today, language=language
    )
    return one.chapter, steps


async def accept_report(
    context: ActorContext,
    *,
    meeting_id: int,
    version: int,
    seen: int,
) -> Chapter:
    """Accepts one version of a report; who reports for the chapter reads of it.

    Raises NotFound, NotAllowed, and Conflict where it was corrected or decided on meanwhile.
    """
    one = await _open(context.unit, context.posts, meeting_id, context.today, by=context.actor)
    await _require_newest(context.unit, one, version, seen, context.policy)
    number = await _decide(
        context.unit, one, context.actor, ReviewAction.ACCEPTED, now=context.now
    )
    made = Decision(
        id=number, report=one.report, meeting=one.meeting, chapter=one.chapter, by=context.actor
    )
    await tell_reporters(
        context.unit,
        made,
        lines={},
        now=context.now,
        today=context.today,
    )
    return one.chapter


async def accept_usual(
    context: ActorContext,
    *,
    until: datetime,
) -> int:
    """Accepts the usual reports in one's care that had come by a moment; returns how many.

    What was corrected or decided on meanwhile is left alone, and what is beyond `AT_ONCE`.
    Raises NotAllowed for somebody who reviews none.
    """
    today = context.today
    waiting = await list_waiting(context.unit, context.posts, today=today, now=context.now)
    usual = [one for one in waiting if one.is_usual and one.sent_at < until]
    accepted = 0
    for one in usual[:AT_ONCE]:
        with suppress(Conflict, NotAllowed):
            await accept_report(context, meeting_id=one.meeting_id, version=one.version, seen=0)
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
    today = context.today
    one = await _open(context.unit, context.posts, meeting_id, today, by=context.actor)
    _require_open(one.meeting, today)
    check_return_reason(reason)
    await _require_newest(context.unit, one, version, seen, context.policy)
    lines = {
        language: await _line_of(context.unit, one, step, today=today, language=language)
        for language in LANGUAGES
    }
    number = await _decide(
        context.unit,
        one,
        context.actor,
        ReviewAction.RETURNED,
        now=context.now,
        step=step,
        reason=reason,
    )
    made = Decision(
        id=number,
        report=one.report,
        meeting=one.meeting,
        chapter=one.chapter,
        by=context.actor,
        step=step,
        reason=clean_text(reason),
    )
    await tell_reporters(context.unit, made, lines=lines, now=context.now, today=today)
    return one.chapter


def check_return_reason(reason: str) -> None:
    """Raises BadInput unless a reason says something and not too much."""
    words = clean_text(reason)
    check_length(words, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="review-no-reason")


async def _open(
    unit: UnitOfWork,
    posts: Sequence[Post],
    meeting_id: int,
    today: date,
    *,
    by: Person | None = None,
) -> _Reviewing:
    report = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    meeting = await meetings.find(unit, meeting_id)
    if report is None or meeting is None:
        raise NotFound("not-in-sight")
    chapter = require(
        Right.REVIEW_REPORT, posts, await chapters.find(unit, meeting.chapter_id), today
    )
    typed = by is not None and report.typed_by == by.id
    if typed or not may_review_of(posts, chapter, today):
        raise NotAllowed("review-own")
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    return _Reviewing(report=report, meeting=meeting, chapter=chapter, said=said)


def _require_open(meeting: Meeting, today: date) -> None:
    if meeting.is_closed(today):
        raise Closed("review-closed", day=day_words(meeting.closes_on))


async def _require_newest(
    unit: UnitOfWork, one: _Reviewing, version: int, seen: int, policy: Policy
) -> None:
    """Raises Conflict unless what was looked at is the newest; nobody decides beside it."""
    if one.report.version != version or not await reviews.lock(
        unit, one.report.id, version=version
    ):
        raise Conflict("review-corrected-meanwhile")
    said = (await reviews.of_reports(unit, [one.report.id]))[one.report.id]
    decision = last_decision(said, version)
    if decision is None or decision.id == seen:
        return
    known = await people.persons(unit, {decision.person_id} if decision.person_id else ())
    raise Conflict(
        f"review-meanwhile-{decision.action}",
        who=next((person.name for person in known.values()), ""),
        at=moment_words(policy.local(decision.at), policy.language),
    )


async def _line_of(
    unit: UnitOfWork, one: _Reviewing, step: str, *, today: date, language: str
) -> str:
    steps: Mapping[str, str] = {
        choice.key: choice.label
        for choice in await list_steps(
            unit, one.report, one.meeting, one.chapter, today=today, language=language
        )
    }
    if step not in steps:
        raise BadInput("review-no-step")
    return steps[step]


async def _decide(
    unit: UnitOfWork,
    one: _Reviewing,
    by: Person,
    action: ReviewAction,
    *,
    now: datetime,
    step: str = "",
    reason: str = "",
) -> int:
    number = await reviews.add(
        unit,
        report_id=one.report.id,
        version=one.report.version,
        person_id=by.id,
        action=action,
        now=now,
        step=step,
        reason=clean_text(reason),
    )
    audit.add_later(
        unit,
        person_id=by.id,
        action=f"report.{action}",
        subject=f"report:{one.report.id}",
        now=now,
        before={"state": str(state_of(one.said, one.report.version))},
        after={"state": str(action), "step": step or None, "reason": clean_text(reason) or None},
    )
    return number
