"""Sets the targets of a place one by one: who may, what was before, and back again."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.chapters import Area, ChapterKind
from domain.indicators import Indicator, is_share
from domain.refusals import BadInput, Conflict, NotFound
from domain.reporting_span import Span
from operations.access import may_at, require_at
from operations.context import ActorContext
from operations.rights import Right
from storage.directory import areas, kinds
from storage.figures import programmes, target_writes
from storage.figures.programmes import Programme
from storage.figures.target_writes import Aimed, TargetChange, TargetKey
from storage.maintenance import audit
from texts import label

_WHOLE = 10_000
_RECENT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWanted:
    """Of what a target is set; without a programme it is one of the place itself."""

    area_id: int
    span: Span
    indicator: Indicator
    kind_id: int | None = None
    programme_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settable:
    """Of what somebody may set targets at a place: of all kinds together, and of some alone."""

    whole: bool
    kinds: Sequence[ChapterKind]

    def __bool__(self) -> bool:
        return self.whole or bool(self.kinds)


def find_settable(context: ActorContext, place: Area, every: Sequence[ChapterKind]) -> Settable:
    """Returns of which of some kinds somebody may set targets at a place."""

    def may(kind: tuple[int, str] | None) -> bool:
        return may_at(Right.MANAGE, context.posts, place.path, context.today, kind=kind)

    mine = [kind for kind in every if may((kind.id, kind.association))]
    return Settable(whole=may(None), kinds=mine)


async def list_programmes(context: ActorContext, place: Area, span: Span) -> list[Programme]:
    """Returns the programmes that a target of a place may belong to, but for its own."""
    found = await programmes.list_in_force(context.unit, place.path, day=span.last_day)
    return [programme for programme in found if not target_writes.is_own(programme.code)]


async def list_changes(context: ActorContext, place: Area) -> Sequence[TargetChange]:
    """Returns the last changes of a place's targets, the newest first."""
    return await target_writes.list_changes(context.unit, place.id, limit=_RECENT)


async def set_target(
    context: ActorContext, wanted: TargetWanted, aimed: Aimed | None, *, seen: Aimed | None
) -> None:
    """Sets what is aimed at, None for nothing, in place of what was `seen`.

    Raises NotFound or NotAllowed for others than those who manage the place, or the kind there,
    BadInput for more than 100 %, Conflict if somebody else has set it meanwhile.
    """
    place = await _require(context, wanted.area_id, wanted.kind_id)
    if aimed and is_share(wanted.indicator) and aimed.value > _WHOLE:
        raise BadInput("target-over-whole")
    key = TargetKey(
        programme_id=await _find_programme(context, place, wanted),
        indicator=wanted.indicator,
        area_id=place.id,
        kind_id=wanted.kind_id,
        period=str(wanted.span),
    )
    await _put(context, key, aimed, seen=seen)


async def take_back(context: ActorContext, change_id: int) -> None:
    """Sets a target back to what it was before a change; raises Conflict if it changed again."""
    change = await target_writes.find_change(context.unit, change_id)
    if change is None:
        raise NotFound("not-in-sight")
    await _require(context, change.key.area_id, change.key.kind_id)
    await _put(context, change.key, change.before, seen=change.after)


async def _require(context: ActorContext, area_id: int, kind_id: int | None) -> Area:
    found = {kind.id: kind for kind in await kinds.list_all(context.unit)}
    if kind_id is not None and kind_id not in found:
        raise NotFound("not-in-sight")
    kind = (kind_id, found[kind_id].association) if kind_id is not None else None
    place = (await areas.by_ids(context.unit, [area_id])).get(area_id)
    return require_at(Right.MANAGE, context.posts, place, context.today, kind=kind)


async def _find_programme(context: ActorContext, place: Area, wanted: TargetWanted) -> int:
    if wanted.programme_id is None:
        name = label("targets-own-programme", context.policy.language, place=place.name)
        first_day = wanted.span.first_day
        return await target_writes.ensure_own_programme(
            context.unit, place.id, name=name, first_day=first_day
        )
    known = await list_programmes(context, place, wanted.span)
    if wanted.programme_id not in {programme.id for programme in known}:
        raise NotFound("not-in-sight")
    return wanted.programme_id


async def _put(
    context: ActorContext, key: TargetKey, aimed: Aimed | None, *, seen: Aimed | None
) -> None:
    before = await target_writes.find(context.unit, key)
    if before == aimed:
        raise BadInput("edit-nothing")
    if before != seen:
        raise Conflict("edit-overtaken")
    await target_writes.put(context.unit, key, aimed, was=before is not None)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=target_writes.SET if aimed else target_writes.REMOVED,
            subject=f"area:{key.area_id}",
            before=target_writes.note_of(key, before),
            after=target_writes.note_of(key, aimed),
        ),
        now=context.now,
    )
