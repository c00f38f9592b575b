"""Two chapters that met in one evening: the second report takes over what both share."""

from collections.abc import Sequence
from datetime import date

from dialogue.report_facts import ReportFacts
from domain.meetings import Meeting
from domain.people import Post
from domain.report import CadrePresence, ReportAnswers, ReportState
from operations.access import own_chapters
from operations.cadres.assignment import cadres_of
from operations.reports.opening import OpenedReport, Reportable, list_reportable, reporter_of
from storage import UnitOfWork
from storage.reports import reports
from storage.topics import topics


async def find_joint(
    unit: UnitOfWork, posts: Sequence[Post], sent: Meeting, answers: ReportAnswers, *, today: date
) -> Reportable | None:
    """Returns another meeting of the same evening that one still has to report, if any."""
    day = answers.held_date
    has_others = any(number != sent.chapter_id for number in own_chapters(posts, today))
    if answers.state is not ReportState.HELD or day is None or not has_others:
        return None
    for reportable in await list_reportable(unit, posts, today=today):
        is_other = reportable.meeting.chapter_id != sent.chapter_id and reportable.awaits(today)
        if is_other and _may_be_on(reportable.meeting, day):
            return reportable
    return None


def _may_be_on(meeting: Meeting, day: date) -> bool:
    if meeting.day is None:
        return meeting.period.first_day <= day <= meeting.period.last_day
    return meeting.day == day


async def shared_answers(
    unit: UnitOfWork, posts: Sequence[Post], model_id: int, opened: OpenedReport, *, today: date
) -> ReportAnswers | None:
    """Returns what a report can take over from that of another own meeting, None if nothing.

    Numbers of people are each chapter's own, and so are difficulties. Raises NotFound or
    NotAllowed for a meeting that is not one's own.
    """
    model, _, _ = await reporter_of(unit, posts, model_id, today=today)
    sent = (await reports.of_meetings(unit, [model.id])).get(model.id)
    if sent is None or sent.answers.state is not ReportState.HELD:
        return None
    told = sent.answers
    topic_id, topic_text = await _topic(unit, told, opened.facts)
    same_cadre = await _names(unit, model, today) == await _names(unit, opened.meeting, today)
    return ReportAnswers(
        state=ReportState.HELD,
        held_date=told.held_date,
        reason=told.reason,
        reason_text=told.reason_text,
        place=told.place,
        chair=told.chair,
        topic_id=topic_id,
        topic_text=topic_text,
        activities=told.activities,
        cadre_present=told.cadre_present if same_cadre else CadrePresence.NONE,
        starts=told.starts,
        ends=told.ends,
    )


async def _topic(
    unit: UnitOfWork, told: ReportAnswers, facts: ReportFacts
) -> tuple[int | None, str]:
    """A topic that is not on the other chapter's list is taken over by its words."""
    if told.topic_id is None or told.topic_id in dict(facts.topics):
        return told.topic_id, told.topic_text
    return None, (await topics.titles(unit, {told.topic_id})).get(told.topic_id, "")


async def _names(unit: UnitOfWork, meeting: Meeting, today: date) -> set[int]:
    found = await cadres_of(unit, meeting.chapter_id, day=today)
    return {holder.person.id for holder in found}
