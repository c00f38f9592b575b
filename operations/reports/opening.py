"""What can be reported now, and what is known of a meeting before its report begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogue.report_facts import ReportFacts
from domain.calendar import LunarDay
from domain.chapters import Chapter, Recording
from domain.meetings import Meeting, MeetingState
from domain.people import Post, Role
from domain.reading import key
from domain.records import Report
from domain.refusals import Closed
from operations.access import own_chapters, require_reporter, require_sight
from operations.cadres.assignment import cadres_of
from operations.cases.case_results import CaseNews, list_news
from operations.levels import levels_of
from operations.reports.asked import ask_of_meeting
from operations.reports.on_behalf import Reporter, reporter_for, require_typed
from operations.wording import day_words, kind_word, meeting_words, period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports
from storage.topics import topics

# From how long before its day a meeting can be put off or called off.
AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reportable:
    """A meeting that somebody can report, or whose report they can correct."""

    meeting: Meeting
    chapter: Chapter
    report: Report | None

    def awaits(self, today: date) -> bool:
        """True when something is still to be told of it."""
        return self.meeting.awaits_report(today)

    def is_due(self, today: date) -> bool:
        """True when its day has come and something is still to be told of it."""
        return self.awaits(today) and self.meeting.has_come(today)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedReport:
    """A meeting as its report begins; `report` is the live one, if it is corrected.

    `case_news` is what became of the chapter's difficulties since its last report; `reporter`
    says in whose name it is written.
    """

    meeting: Meeting
    chapter: Chapter
    reporter: Reporter
    facts: ReportFacts
    report: Report | None
    case_news: tuple[CaseNews, ...]


async def list_reportable(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[Reportable]:
    """Returns the meetings of one's own chapters that take a report or a correction now.

    What awaits a report comes first, the longest due before the rest; then what is still
    ahead, then what can be corrected, the newest first.
    """
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    recorded = [
        chapter.id for chapter in own.values() if chapter.kind.recording is not Recording.OFF
    ]
    found = [
        meeting
        for meeting in await meetings.list_open(unit, recorded, today=today)
        if meeting.state is not MeetingState.UNREPORTED and meeting.has_come(today + AHEAD)
    ]
    sent = await reports.of_meetings(unit, [meeting.id for meeting in found])
    listed = [
        Reportable(meeting=meeting, chapter=own[meeting.chapter_id], report=sent.get(meeting.id))
        for meeting in found
    ]
    waiting = [reportable for reportable in listed if reportable.awaits(today)]
    rest = [reportable for reportable in listed if not reportable.awaits(today)]
    waiting.sort(
        key=lambda reportable: (not reportable.meeting.has_come(today), reportable.meeting.due_on)
    )
    return waiting + sorted(rest, key=lambda value: not value.meeting.has_come(today))


async def open_report(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date, language: str = "vi"
) -> OpenedReport:
    """Returns a meeting and what is known of it, for its report or a correction.

    Raises NotFound, NotAllowed, or Closed once the period takes no reports.
    """
    reporter = await reporter_for(unit, posts, meeting_id, today=today)
    require_open(reporter.meeting, today, language)
    return await _open(unit, reporter, today=today, language=language)


async def open_to_keep(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date, language: str = "vi"
) -> OpenedReport:
    """Returns a meeting whose period may be closed, to keep what was written of it.

    Raises NotFound or NotAllowed.
    """
    reporter = await reporter_for(unit, posts, meeting_id, today=today)
    return await _open(unit, reporter, today=today, language=language)


async def _open(
    unit: UnitOfWork, reporter: Reporter, *, today: date, language: str
) -> OpenedReport:
    meeting, chapter = reporter.meeting, reporter.chapter
    sent = (await reports.of_meetings(unit, [meeting.id])).get(meeting.id)
    if reporter.is_typed:
        require_typed(sent)
    chosen = sent.answers.topic_id if sent else None
    facts = await report_facts(
        unit, meeting, chapter, today=today, language=language, chosen=chosen
    )
    asked = await ask_of_meeting(unit, meeting, chapter, sent, today=today)
    facts = replace(facts, asked=asked.written, offered=asked.offered)
    return OpenedReport(
        meeting=meeting,
        chapter=chapter,
        reporter=reporter,
        facts=facts,
        report=sent,
        case_news=tuple(await list_news(unit, chapter.id, meeting_id=meeting.id)),
    )


async def get_reported_chapter(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> Chapter:
    """Returns a chapter for which somebody reports; raises NotFound or NotAllowed."""
    chapter = require_sight(posts, await chapters.find(unit, chapter_id), today)
    require_reporter(posts, chapter, today)
    return chapter


async def reporter_of(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date
) -> tuple[Meeting, Chapter, Role]:
    """Returns a meeting, its chapter and the role in which one reports for it, or refuses."""
    meeting = await meetings.find(unit, meeting_id)
    known = await chapters.find(unit, meeting.chapter_id) if meeting else None
    chapter = require_sight(posts, known, today)
    role = require_reporter(posts, chapter, today)
    if meeting is None:
        raise LookupError(meeting_id)
    return meeting, chapter, role


def require_open(meeting: Meeting, today: date, language: str = "vi") -> None:
    """Raises Closed once the meeting's period takes no reports."""
    if meeting.is_closed(today):
        raise Closed(
            "report-closed",
            period=period_words(meeting.period, language),
            day=day_words(meeting.closes_on),
        )


async def report_facts(
    unit: UnitOfWork,
    meeting: Meeting,
    chapter: Chapter,
    *,
    today: date,
    language: str = "vi",
    chosen: int | None = None,
) -> ReportFacts:
    """Returns the plan, last month's answers and the words of the kind for the report form.

    A topic that was `chosen` before stays on the list though it was withdrawn since.
    """
    newest = await reports.list_newest(unit, [chapter.id], limit=1, held=True)
    last = newest[0] if newest else None
    leaders = await people.holders(unit, [chapter.id], roles=[Role.LEADER], day=today)
    leader = next((holder.person.name for holder in leaders.get(chapter.id, ())), "")
    cadres = await cadres_of(unit, chapter.id, day=today)
    listed = (await topics.list_live(unit, [(chapter, meeting)]))[meeting.id]
    offered = {topic.id: topic.title for topic in listed}
    if chosen is not None and chosen not in offered:
        offered |= await topics.titles(unit, {chosen})
    return ReportFacts(
        chapter=chapter.name,
        period=period_words(meeting.period, language),
        meeting=meeting_words(meeting, chapter, language),
        unit=kind_word(chapter, "unit", language),
        members=kind_word(chapter, "members", language),
        planned_date=meeting.day,
        planned_time=meeting.start_time if meeting.planned_hour else "",
        by_moon=isinstance(chapter.rule, LunarDay),
        last_present=last.answers.present if last else None,
        place=meeting.place,
        chair=await _usual_chair(unit, chapter, last, leader),
        total=last.total if last else chapter.member_count,
        exempt=last.exempt if last else chapter.exempt_count,
        topics=tuple(offered.items()),
        activities=last.answers.activities if last else (),
        cadre=", ".join(holder.person.name for holder in cadres),
        frame=chapter.kind.recording is Recording.FRAME,
        levels=await levels_of(unit, chapter),
    )


async def _usual_chair(
    unit: UnitOfWork, chapter: Chapter, last: Report | None, leader: str
) -> str:
    """Returns who led the last meeting, or the leader where that one has handed over since."""
    before = last.answers.chair if last else ""
    if last is None or not before or not leader:
        return before or leader
    day = last.answers.held_date or last.sent_at.date()
    then = await people.holders(unit, [chapter.id], roles=[Role.LEADER], day=day)
    led_then = {key(holder.person.name) for holder in then.get(chapter.id, ())}
    return leader if key(before) in led_then else before
