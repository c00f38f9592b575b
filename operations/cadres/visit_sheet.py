"""What to know before a visit: the last meeting, what is open, what was promised, whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.people import Person, Post
from domain.policy import Policy
from domain.records import Difficulty, Report
from domain.refusals import NotFound
from operations.access import may_see
from operations.contacts import leaders_of
from storage import UnitOfWork
from storage.cadres import visit_sheets, visits
from storage.cadres.visit_sheets import Promise
from storage.cases import difficulties
from storage.directory import chapters
from storage.meetings import meetings
from storage.reports import reports
from storage.topics import topics

_PROMISED_SINCE = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """A chapter as somebody finds it who goes there; `last` is its last meeting held."""

    meeting: Meeting
    chapter: Chapter
    last: Report | None
    topic: str
    open: tuple[Difficulty, ...]
    promises: tuple[Promise, ...]
    leaders: tuple[Person, ...]


async def get_visit_sheet(
    unit: UnitOfWork,
    person_id: int,
    posts: Sequence[Post],
    meeting_id: int,
    *,
    policy: Policy,
    now: datetime,
) -> VisitSheet:
    """Returns the sheet of a meeting in one's sight, or to which one is sent for the time being.

    Raises NotFound.
    """
    today = policy.day_of(now)
    meeting = await meetings.find(unit, meeting_id)
    chapter = await chapters.find(unit, meeting.chapter_id) if meeting else None
    if meeting is None or chapter is None:
        raise NotFound("not-in-sight")
    sent = {visit.substitute_id for visit in await visits.list_of_meetings(unit, [meeting_id])}
    if not may_see(posts, chapter, today) and person_id not in sent:
        raise NotFound("not-in-sight")
    newest = await reports.list_newest(unit, [chapter.id], limit=1, held=True)
    last = newest[0] if newest else None
    leaders = await leaders_of(unit, [chapter.id], day=today)
    return VisitSheet(
        meeting=meeting,
        chapter=chapter,
        last=last,
        topic=await _topic(unit, last),
        open=tuple(await difficulties.list_open(unit, [chapter.id])),
        promises=tuple(
            await visit_sheets.list_promises(unit, chapter.id, since=now - _PROMISED_SINCE)
        ),
        leaders=leaders.get(chapter.id, ()),
    )


async def _topic(unit: UnitOfWork, last: Report | None) -> str:
    if last is None:
        return ""
    number = last.answers.topic_id
    titles = await topics.titles(unit, [number] if number else [])
    return titles.get(number or 0) or last.answers.topic_text
