"""Reports that somebody enters for a leader: who may, and in whose name they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.people import Person, Post, Role
from domain.records import Report
from domain.refusals import NotAllowed
from operations.access import may, reporting_role, require_sight
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import talks
from storage.people import people

_RANKS = (Role.LEADER, Role.DEPUTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Who reports for a meeting; typed for somebody, `person` is in whose name, if anybody's."""

    meeting: Meeting
    chapter: Chapter
    role: Role
    is_typed: bool
    person: Person | None = None


async def reporter_for(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date
) -> Reporter:
    """Returns how somebody reports for a meeting: themselves, or for its leader.

    Raises NotFound, or NotAllowed for those who may do neither.
    """
    meeting = await meetings.find(unit, meeting_id)
    known = await chapters.find(unit, meeting.chapter_id) if meeting else None
    chapter = require_sight(posts, known, today)
    if meeting is None:
        raise LookupError(meeting_id)
    role = reporting_role(posts, chapter, today)
    if role is not None:
        return Reporter(meeting=meeting, chapter=chapter, role=role, is_typed=False)
    if not may(Right.SEND_REPORT_FOR, posts, chapter, today):
        raise NotAllowed("not-your-chapter")
    found = await people.holders(unit, [chapter.id], roles=_RANKS, day=today)
    held = sorted(found.get(chapter.id, ()), key=lambda value: _RANKS.index(value.post.role))
    first = next(iter(held), None)
    return Reporter(
        meeting=meeting,
        chapter=chapter,
        role=first.post.role if first else Role.LEADER,
        is_typed=True,
        person=first.person if first else None,
    )


def may_type_for(posts: Sequence[Post], chapter: Chapter, today: date) -> bool:
    """True when somebody enters reports for a chapter's leader, and reports none themselves."""
    is_own = reporting_role(posts, chapter, today) is not None
    return not is_own and may(Right.SEND_REPORT_FOR, posts, chapter, today)


def require_typed(report: Report | None) -> None:
    """Raises NotAllowed where the live report is the leader's own: it is returned, not typed."""
    if report is not None and report.typed_by is None:
        raise NotAllowed("typing-own-report")


async def find_other_drafts(
    unit: UnitOfWork, *, form: str, meeting_id: int, but: int
) -> list[str]:
    """Returns the names of others who have begun the report of a meeting."""
    begun = await talks.list_writers(unit, form=form, meeting_id=meeting_id)
    known = await people.persons(unit, set(begun) - {but})
    return sorted(person.name for person in known.values())
