"""What became of the difficulties a chapter told of, for the opening of its next report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.cases import Case, CaseEvent, rank_news
from domain.people import Post
from domain.records import DifficultyState
from operations.access import own_chapters
from storage import Unit, cases, reports

MOST_LINES = 3
_LISTED = 60


@dataclass(frozen=True, slots=True)
class CaseNews:
    """A case and the newest thing that happened to it."""

    case: Case
    event: CaseEvent


async def list_news(unit: Unit, chapter_id: int, *, meeting_id: int) -> list[CaseNews]:
    """Returns what changed since the chapter's last report, good news first.

    A chapter that has not reported yet has raised nothing.
    """
    newest = await reports.list_newest(unit, [chapter_id], limit=2)
    before = [one for one in newest if one.meeting_id != meeting_id]
    if not before:
        return []
    last = await _last_by_case(unit, chapter_id, since=before[0].first_sent_at)
    told = {one.id: one for one in await cases.list_of_chapters(unit, [chapter_id], limit=_LISTED)}
    found = [CaseNews(told[number], event) for number, event in last.items() if number in told]
    return sorted(found, key=lambda one: (_rank(one.event), one.case.id))


async def _last_by_case(unit: Unit, chapter_id: int, *, since: datetime) -> dict[int, CaseEvent]:
    happened = await cases.newest_events(unit, chapter_id, since=since)
    return {number: event for number, event in happened if rank_news(event.action) is not None}


def _rank(event: CaseEvent) -> int:
    rank = rank_news(event.action)
    return 0 if rank is None else rank


async def list_own_cases(unit: Unit, posts: Sequence[Post], *, today: date) -> list[Case]:
    """Returns what one's own chapters told of, what is still open first."""
    return await cases.list_of_chapters(unit, own_chapters(posts, today), limit=_LISTED)


async def count_to_judge(unit: Unit, posts: Sequence[Post], *, today: date) -> int:
    """Returns how many answered cases wait for one's own word."""
    own = await list_own_cases(unit, posts, today=today)
    return sum(one.state is DifficultyState.ANSWERED for one in own)
