"""The same difficulty told in several hamlets: joined to be answered once, or separated again."""

from collections.abc import Sequence
from typing import Any

from domain.cases import WORKED_ON, Action, ActorKind, Case
from domain.records import DifficultyState
from domain.refusals import BadInput, Conflict, NotAllowed
from domain.text_similarity import Theme, list_alike, list_themes
from operations.cases.caseload import (
    OpenedCase,
    change,
    get_tended,
    require_version,
    seek,
)
from operations.cases.desks import Desk, desk_above_both, tends
from operations.cases.telling import tell_chapters
from operations.context import ActorContext
from operations.wording import day_words
from storage.cases import cases
from storage.directory import areas


async def list_joinable(context: ActorContext, opened: OpenedCase) -> list[int]:
    """Returns which cases in one's reach tell in like words, likest first."""
    case, sought = opened.case, await seek(context, states=WORKED_ON)
    told = await cases.list_texts(context.unit, sought, category=case.category)
    told.pop(case.id, None)
    return list_alike(case.text, told)


async def list_likest(context: ActorContext, opened: OpenedCase, *, most: int) -> list[Case]:
    """Returns the first of `list_joinable`, as they are shown."""
    first = (await list_joinable(context, opened))[:most]
    found = await cases.by_ids(context.unit, first)
    return [found[number] for number in first]


async def join(context: ActorContext, case_id: int, other_id: int, *, version: int) -> None:
    """Lets a like case be answered with this one; whoever is joined to it comes along.

    Both then lie on the nearest desk that is above both; the chapters are told if theirs went
    there. Raises Conflict if either was changed meanwhile, BadInput for one that is not like
    it, NotAllowed for who does not work there.
    """
    opened = await _tended(context, case_id, Action.JOINED, version)
    alike = other_id in await list_joinable(context, opened)
    other = await cases.find(context.unit, other_id) if alike else None
    if other is None:
        raise BadInput("case-not-alike")
    desk = await _common_desk(context, opened, other)
    with_it = [case for case in await cases.list_joined(context.unit, other.id) if case.is_living]
    await _write(context, opened, (other, *with_it), desk)
    moved = (*opened.voices, other, *with_it) if desk else (other, *with_it)
    place = desk.place if desk else opened.desk
    due_on = desk.due_on if desk else opened.case.due_on
    if desk or other.desk_id != opened.desk.id:
        await tell_chapters(
            context.unit,
            moved,
            "case-news-joined",
            desk=place.name,
            due=day_words(due_on) if due_on else "–",
            day=context.today,
            now=context.now,
        )


async def _write(
    context: ActorContext, opened: OpenedCase, joining: Sequence[Case], desk: Desk | None
) -> None:
    head = opened.case
    new: dict[str, Any] = {
        "state": DifficultyState.PASSED_UP if desk else head.state,
        "area_id": desk.place.id if desk else head.desk_id,
        "owner_id": desk.owner_id if desk else head.owner_id,
        "due_on": desk.due_on if desk else head.due_on,
    }
    by, now = context.actor.id, context.now
    await change(context.unit, head, Action.JOINED, new, person_id=by, now=now)
    await cases.change_joined(context.unit, head.id, **new)
    for case in joining:
        its = {**new, "joined_to": head.id}
        await change(context.unit, case, Action.JOINED, its, person_id=by, now=now)
    for ids, note in (
        ([case.id for case in opened.voices], joining[0].chapter_name),
        ([case.id for case in joining], head.chapter_name),
    ):
        await cases.add_events(
            context.unit,
            ids,
            cases.NewEvent(action=Action.JOINED, person_id=by, desk_id=new["area_id"], note=note),
            now=now,
        )


async def _common_desk(context: ActorContext, opened: OpenedCase, other: Case) -> Desk | None:
    """Returns the desk to which cases go that come together; None if the first stays."""
    theirs = await areas.get(context.unit, other.desk_id)
    if theirs.id == opened.desk.id:
        return None
    desk = await desk_above_both(
        context.unit,
        opened.chapter,
        opened.desk,
        theirs,
        today=context.today,
        policy=context.policy,
    )
    if desk is None:
        raise BadInput("case-not-alike")
    if not tends(context.posts, opened.chapter, desk.place, context.today):
        raise NotAllowed("case-not-your-desk", desk=desk.place.name)
    return None if desk.place.id == opened.desk.id else desk


async def separate(context: ActorContext, case_id: int, other_id: int, *, version: int) -> None:
    """Lets a joined case stand by itself again, on the desk where both were."""
    opened = await _tended(context, case_id, Action.SEPARATED, version)
    other = next((case for case in opened.joined if case.id == other_id), None)
    if other is None:
        raise Conflict("case-changed")
    by, now = context.actor.id, context.now
    await change(context.unit, opened.case, Action.SEPARATED, {}, person_id=by, now=now)
    await change(context.unit, other, Action.SEPARATED, {"joined_to": None}, person_id=by, now=now)
    await cases.add_events(
        context.unit, [other.id], cases.NewEvent(action=Action.SEPARATED, person_id=by), now=now
    )


async def _tended(context: ActorContext, case_id: int, action: Action, version: int) -> OpenedCase:
    opened = await get_tended(context, case_id)
    require_version(opened.case, version)
    if action not in opened.ways(ActorKind.DESK):
        raise Conflict("case-not-now")
    return opened


async def list_open_themes(context: ActorContext) -> list[Theme]:
    """Returns what several chapters in one's reach tell alike, in most places first."""
    return list_themes(
        await cases.list_sought(context.unit, await seek(context, states=WORKED_ON))
    )
