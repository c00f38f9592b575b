"""Staff change a chapter: shown before it is made, noticed by others, kept for undoing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.chapter_changes import COLUMNS, What
from domain.chapters import Chapter
from domain.people import Post
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import require
from operations.context import ActorContext
from operations.facts import ChapterChanged
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters, directory_changes
from storage.maintenance import audit
from storage.people import people

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change as it is shown: the columns of a chapter before and after."""

    chapter: Chapter
    what: What
    before: Columns
    after: Columns


async def get_managed(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> Chapter:
    """Returns a chapter one may change; raises NotFound or NotAllowed."""
    chapter = require(Right.MANAGE, posts, await chapters.find(unit, chapter_id), today)
    if not chapter.is_valid_on(today):
        raise NotFound("not-in-sight")
    return chapter


async def propose(
    context: ActorContext, chapter_id: int, what: What, values: Mapping[str, Any]
) -> Proposal:
    """Returns what a change would do; raises BadInput if it would do nothing or cannot be."""
    chapter = await get_managed(context.unit, context.posts, chapter_id, today=context.today)
    before = await read_columns(context.unit, chapter_id, COLUMNS[what])
    if what is What.CLOSED:
        values = {"valid_to": (context.today - timedelta(days=1)).isoformat()}
    after = before | dict(values)
    if what is What.DAY:
        after = {**after, "rule": _in_same_month(after["rule"], chapter, after["frequency"])}
    if after.get("exempt_count", 0) > after.get("member_count", 0):
        raise BadInput("edit-bad-exempt", exempt=after["exempt_count"])
    if after == before:
        raise BadInput("edit-nothing")
    return Proposal(chapter=chapter, what=what, before=before, after=after)


def _in_same_month(rule: Columns, chapter: Chapter, frequency: int | None) -> Columns:
    """A chapter that meets in the second month of its quarter goes on doing so."""
    month = (chapter.own_rule or chapter.kind.rule).get("month", 1)
    every = frequency or chapter.kind.frequency
    if rule["kind"] == "free" or "month" in rule or not 1 < month <= every:
        return rule
    return {**rule, "month": month}


async def read_columns(unit: UnitOfWork, chapter_id: int, names: Sequence[str]) -> Columns:
    """Returns columns of a chapter as JSON keeps them."""
    found = await directory_changes.read_columns(unit, chapter_id, names)
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in found.items()
    }


async def make_change(
    context: ActorContext, proposal: Proposal, *, seen: Mapping[str, Any]
) -> int:
    """Makes a change as it was shown with the values `seen` before; returns its number.

    Raises Conflict if somebody else has changed them since.
    """
    if proposal.before != dict(seen):
        raise await overtaken(context.unit, proposal.chapter.id)
    await write_columns(context, proposal.chapter, proposal.after)
    return await keep(
        context,
        proposal.chapter.id,
        what=proposal.what,
        before=proposal.before,
        after=proposal.after,
    )


async def write_columns(
    context: ActorContext, chapter: Chapter, values: Mapping[str, Any]
) -> None:
    """Writes columns and has the meetings ahead follow; raises Conflict if overtaken."""
    written = {
        name: date.fromisoformat(value) if name == "valid_to" and value else value
        for name, value in values.items()
    }
    await claim(context.unit, chapter.id, written)
    await context.publish(ChapterChanged(chapter=chapter))


async def claim(unit: UnitOfWork, chapter_id: int, values: Mapping[str, Any]) -> None:
    """Writes columns of a chapter unless somebody does the same right now."""
    version = await directory_changes.read_version(unit, chapter_id)
    if not await directory_changes.change_chapter(unit, chapter_id, values, version=version):
        raise await overtaken(unit, chapter_id)


async def overtaken(unit: UnitOfWork, chapter_id: int) -> Conflict:
    """Returns the refusal that says who changed a chapter meanwhile."""
    newest = await directory_changes.find_newest(unit, chapter_id)
    person_id = newest.person_id if newest else None
    if person_id is None:
        return Conflict("edit-overtaken")
    known = await people.persons(unit, [person_id])
    return Conflict("edit-overtaken-by", who=known[person_id].name)


async def keep(
    context: ActorContext,
    chapter_id: int,
    *,
    what: What,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> int:
    """Keeps a change for undoing and notes it in the audit; returns its number."""
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=f"chapter.{what}",
            subject=f"chapter:{chapter_id}",
            before=before,
            after=after,
        ),
        now=context.now,
    )
    return await directory_changes.add(
        context.unit,
        directory_changes.NewChange(
            chapter_id=chapter_id,
            person_id=context.actor.id,
            what=what,
            before=before,
            after=after,
        ),
        now=context.now,
    )
