"""What became of the difficulties a chapter told of, for the opening of its next report."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.cases import Case, CaseEvent, newest_news, rank_news
from domain.people import Post
from domain.records import DifficultyState
from operations.access import own_chapters
from storage import UnitOfWork
from storage.cases import cases
from storage.directory import successors
from storage.reports import reports

MOST_LINES = 3
_LISTED = 60


@dataclass(frozen=True, slots=True)
class CaseNews:
    """A case and the newest thing that happened to it."""

    case: Case
    event: CaseEvent


async def list_news(unit: UnitOfWork, chapter_id: int, *, meeting_id: int) -> list[CaseNews]:
    """Returns what changed since the chapter's last report, good news first.

    A chapter that came after others, and has not reported yet, hears all of what they raised.
    """
    newest = await reports.list_newest(unit, [chapter_id], limit=2)
    before = [report for report in newest if report.meeting_id != meeting_id]
    since = before[0].first_sent_at if before else None
    happened: dict[int, list[CaseEvent]] = defaultdict(list)
    for number, event in await cases.newest_events(unit, chapter_id, since=since):
        happened[number].append(event)
    if not happened:
        return []
    told = {
        case.id: case for case in await cases.list_of_chapters(unit, [chapter_id], limit=_LISTED)
    }
    found = [
        CaseNews(told[number], news)
        for number, events in happened.items()
        if number in told and (news := newest_news(events))
    ]
    return sorted(found, key=lambda value: (rank_news(value.event.action) or 0, value.case.id))


async def list_own_cases(unit: UnitOfWork, posts: Sequence[Post], *, today: date) -> list[Case]:
    """Returns what one's own chapters told of, and those before them, what is open first."""
    line = await successors.chapter_line(unit, own_chapters(posts, today))
    return await cases.list_of_chapters(unit, line, limit=_LISTED)


async def count_to_judge(unit: UnitOfWork, posts: Sequence[Post], *, today: date) -> int:
    """Returns how many answered cases wait for one's own word."""
    own = await list_own_cases(unit, posts, today=today)
    return sum(case.state is DifficultyState.ANSWERED for case in own)
