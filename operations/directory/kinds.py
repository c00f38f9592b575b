"""Kinds of chapters as data: seen and changed by the administrator of all places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.chapters import ChapterKind
from domain.kind_changes import CALENDAR, WORDS, KindField, read_field
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import require_everybody
from operations.context import ActorContext
from operations.meetings.replanning import replan_all
from storage.directory import areas, kinds
from storage.maintenance import audit

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindProposal:
    """A change as it is shown; `chapters` is how many there are of the kind."""

    kind: ChapterKind
    field: KindField
    before: Values
    after: Values
    chapters: int


async def list_kinds(context: ActorContext) -> list[ChapterKind]:
    """Returns every kind; raises NotAllowed for others than the administrator of all places."""
    roots = await areas.list_roots(context.unit, day=context.today)
    require_everybody(context.posts, roots, context.today)
    return await kinds.list_all(context.unit)


async def get_kind(context: ActorContext, kind_id: int) -> tuple[ChapterKind, int]:
    """Returns a kind and how many chapters it has; raises NotAllowed or NotFound."""
    kind = _find(await list_kinds(context), kind_id)
    return kind, await kinds.count_chapters(context.unit, kind_id)


async def propose_kind(
    context: ActorContext, kind_id: int, field: KindField, after: Values
) -> KindProposal:
    """Returns what a change would do; raises BadInput for none, or for a name that is taken."""
    every = await list_kinds(context)
    kind = _find(every, kind_id)
    before = read_field(kind, field)
    if dict(after) == before:
        raise BadInput("edit-nothing")
    _check_free(every, kind, field, after)
    count = await kinds.count_chapters(context.unit, kind_id)
    return KindProposal(kind=kind, field=field, before=before, after=after, chapters=count)


async def make_kind_change(context: ActorContext, proposal: KindProposal, *, seen: Values) -> None:
    """Makes a change as it was shown with the values `seen`; raises Conflict if overtaken.

    Meetings ahead follow a change of the calendar, by a task where they are many.
    """
    unit = context.unit
    kind, field = _find(await kinds.lock_all(unit), proposal.kind.id), proposal.field
    if read_field(kind, field) != dict(seen):
        raise Conflict("edit-overtaken")
    if field is KindField.ASSOCIATION:
        await kinds.rename_association(unit, kind.association, proposal.after["association"])
    elif field in WORDS:
        await kinds.change(unit, kind.id, {"words": {**kind.words, **proposal.after}})
    else:
        await kinds.change(unit, kind.id, proposal.after)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=context.actor.id,
            action=f"kind.{field}",
            subject=f"kind:{kind.id}",
            before=proposal.before,
            after=proposal.after,
        ),
        now=context.now,
    )
    await unit.flush()
    if field in CALENDAR:
        await replan_all(unit, ["/"], policy=context.policy, now=context.now)


def _find(every: Sequence[ChapterKind], kind_id: int) -> ChapterKind:
    found = next((kind for kind in every if kind.id == kind_id), None)
    if found is None:
        raise NotFound("not-in-sight")
    return found


def _check_free(
    every: Sequence[ChapterKind], kind: ChapterKind, field: KindField, after: Values
) -> None:
    """Refuses a kind's name, or an association's, that another has."""
    others = [other for other in every if other.id != kind.id]
    if field is KindField.NAME and after["name"] in {other.name for other in others}:
        raise BadInput("kind-name-taken", name=after["name"])
    names = {other.association for other in others}
    if field is KindField.ASSOCIATION and after["association"] in names:
        raise BadInput("kind-association-taken", name=after["association"])
