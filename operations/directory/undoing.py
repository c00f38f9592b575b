"""What was changed lately, taken back; what was taken away, brought back from the trash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.chapter_changes import TRASH_FOR, TRASHED, What, may_be_undone
from domain.chapters import Chapter
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.refusals import Conflict, NotFound
from operations.access import may, may_see, require
from operations.context import ActorContext
from operations.directory.appointments import list_seats
from operations.directory.changing import claim, overtaken, read_columns, write_columns
from operations.facts import PostsChanged
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters, directory_changes
from storage.directory.directory_changes import Change
from storage.maintenance import audit
from storage.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentChange:
    """A change that can be taken back, with its chapter and who made it."""

    change: Change
    chapter: Chapter
    who: str


async def list_recent(
    unit: UnitOfWork, posts: Sequence[Post], *, trash: bool, policy: Policy, now: datetime
) -> list[RecentChange]:
    """Returns what can be undone, or what lies in the trash, in one's reach, the newest first."""
    whats = TRASHED if trash else frozenset(What) - TRASHED
    found = [
        change
        for change in await directory_changes.list_since(unit, now - TRASH_FOR, whats=whats)
        if may_be_undone(change.what, change.at, now)
    ]
    today = policy.day_of(now)
    known = await chapters.by_ids(unit, {change.chapter_id for change in found})
    makers = await people.persons(unit, {change.person_id for change in found if change.person_id})
    names = {person.id: person.name for person in makers.values()}
    return [
        RecentChange(
            change=change,
            chapter=known[change.chapter_id],
            who=names.get(change.person_id or 0, ""),
        )
        for change in found
        if may(Right.MANAGE, posts, known[change.chapter_id], today)
    ]


async def undo(context: ActorContext, change_id: int) -> RecentChange:
    """Takes a change back; raises NotFound, NotAllowed, or Conflict if it cannot be any more."""
    today = context.today
    change = await directory_changes.find(context.unit, change_id)
    chapter = await chapters.find(context.unit, change.chapter_id) if change else None
    if change is None or chapter is None or not may_see(context.posts, chapter, today):
        raise NotFound("not-in-sight")
    require(Right.MANAGE, context.posts, chapter, today)
    if not may_be_undone(change.what, change.at, context.now):
        raise Conflict("undo-too-late")
    async with context.unit.savepoint():
        if not await directory_changes.mark_undone(
            context.unit, change_id, person_id=context.actor.id, now=context.now
        ):
            raise Conflict("undo-done")
        if "ends" in change.after:
            await _undo_seat(context.unit, change, chapter, today)
            await context.publish(PostsChanged(chapter=chapter))
        else:
            await _undo_columns(context, change, chapter)
    _note(context.unit, change, context.actor, context.now)
    return RecentChange(change=change, chapter=chapter, who=context.actor.name)


async def _undo_columns(context: ActorContext, change: Change, chapter: Chapter) -> None:
    there = await read_columns(context.unit, chapter.id, sorted(change.after))
    if there != dict(change.after):
        raise await overtaken(context.unit, chapter.id)
    await write_columns(context, chapter, change.before)


async def _undo_seat(unit: UnitOfWork, change: Change, chapter: Chapter, today: date) -> None:
    expected: Mapping[str, Any] = {**change.after["ends"], **change.after["new"]}
    there = await directory_changes.read_posts(unit, [int(number) for number in expected])
    ends = {
        str(row.id): row.valid_to.isoformat() if row.valid_to else None for row in there.values()
    }
    if ends != dict(expected) or await _is_taken(unit, change, chapter, today):
        raise await overtaken(unit, chapter.id)
    await claim(unit, chapter.id, {})
    if not await directory_changes.remove_posts(
        unit, [int(value) for value in change.after["new"]]
    ):
        raise await overtaken(unit, chapter.id)
    for number, last in change.before["ends"].items():
        await directory_changes.set_end(
            unit, int(number), date.fromisoformat(last) if last else None
        )


async def _is_taken(unit: UnitOfWork, change: Change, chapter: Chapter, today: date) -> bool:
    """True when the one post of a leader went to somebody else meanwhile."""
    if change.after["role"] != Role.LEADER or not change.before["ends"]:
        return False
    now_there = await list_seats(unit, chapter.id, Role.LEADER, day=today)
    return any(str(holder.post.id) not in change.after["new"] for holder in now_there)


def _note(unit: UnitOfWork, change: Change, by: Person, now: datetime) -> None:
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by.id,
            action="chapter.undone",
            subject=f"chapter:{change.chapter_id}",
            before=dict(change.after),
            after=dict(change.before),
        ),
        now=now,
    )
