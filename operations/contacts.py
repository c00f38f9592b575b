"""Whom to ask about a chapter."""

from collections.abc import Collection, Sequence
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.people import Person, Post, Role
from domain.refusals import NotFound
from operations.access import require_sight
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import addresses
from storage.people import people
from storage.people.people import Holder

_RANKS = {Role.LEADER: 0, Role.DEPUTY: 1}


async def leaders_of(
    unit: UnitOfWork, chapter_ids: Collection[int], *, day: date
) -> dict[int, tuple[Person, ...]]:
    """Returns who reports for each chapter, the leader first."""
    found = await people.holders(unit, chapter_ids, roles=list(_RANKS), day=day)
    return {chapter_id: _people(holders) for chapter_id, holders in found.items()}


async def list_unreached(
    unit: UnitOfWork, chapter_ids: Collection[int], *, day: date
) -> frozenset[int]:
    """Returns the chapters with leaders or deputies none of whom is reached by messages."""
    leaders = await leaders_of(unit, chapter_ids, day=day)
    everybody = {person.id for some in leaders.values() for person in some}
    reached = await addresses.preferred(unit, everybody)
    return frozenset(
        chapter_id
        for chapter_id, held in leaders.items()
        if all(person.id not in reached for person in held)
    )


async def staff_of(unit: UnitOfWork, chapter_id: int, *, day: date) -> tuple[Person, ...]:
    """Returns the staff that look after a chapter's place."""
    found = await people.holders(unit, [chapter_id], roles=[Role.STAFF], day=day)
    return _people(found.get(chapter_id, ()))


def _people(holders: Collection[Holder]) -> tuple[Person, ...]:
    ranked = sorted(holders, key=lambda value: _RANKS.get(value.post.role, 0))
    return tuple(dict.fromkeys(holder.person for holder in ranked))


async def contact_of(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date
) -> tuple[Meeting, Chapter, tuple[Person, ...]]:
    """Returns a meeting in one's sight, its chapter and who reports for it; raises NotFound."""
    meeting = await meetings.find(unit, meeting_id)
    known = await chapters.find(unit, meeting.chapter_id) if meeting else None
    chapter = require_sight(posts, known, today)
    if meeting is None:
        raise NotFound("not-in-sight")
    leaders = await leaders_of(unit, [chapter.id], day=today)
    return meeting, chapter, leaders.get(chapter.id, ())


# From so many reminders without a sign of life on somebody counts as silent.
SILENT_AFTER = 3
