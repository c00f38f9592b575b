"""The same difficulty told in several hamlets: joined to be answered once, or separated again."""

from typing import Any

from domain.cases import WORKED_ON, Action, Case, list_alike, list_themes
from domain.chapters import Area, ids_of
from domain.records import DifficultyState
from domain.refusals import BadInput, Conflict, NotAllowed
from operations.case_desks import due_at, tends
from operations.cases import (
    Doing,
    OpenedCase,
    get_tended,
    list_cases,
    note_in_audit,
    require_version,
)
from storage import areas, cases


async def list_joinable(doing: Doing, opened: OpenedCase) -> list[Case]:
    """Returns what other chapters in one's reach told in like words, likest first."""
    return list_alike(opened.case, await _in_reach(doing))


async def join(doing: Doing, case_id: int, other_id: int, *, version: int) -> None:
    """Lets a like case be answered with this one; whoever is joined to it comes along.

    Both then lie on the nearest desk that is above both. Raises Conflict if either was changed
    meanwhile, BadInput for one that is not like it, NotAllowed for who does not work there.
    """
    opened = await get_tended(doing, case_id)
    head = opened.case
    require_version(head, version)
    alike = await list_joinable(doing, opened)
    other = next((one for one in alike if one.id == other_id), None)
    if other is None:
        raise BadInput("case-not-alike")
    values = await _common_desk(doing, opened, other)
    with_it = [one for one in await cases.list_joined(doing.unit, other.id) if one.is_living]
    joining = (other, *with_it)
    await _change(doing, head, values)
    await cases.change_joined(doing.unit, head.id, **values)
    for one in joining:
        await _change(doing, one, {**values, "joined_to": head.id})
        note_in_audit(doing, one, Action.JOINED, values["state"])
    await cases.add_events(
        doing.unit,
        [one.id for one in joining],
        action=Action.JOINED,
        person_id=doing.by.id,
        now=doing.now,
        note=head.chapter_name,
    )


async def _common_desk(doing: Doing, opened: OpenedCase, other: Case) -> dict[str, Any]:
    """Returns what changes for cases that come together: the desk, and how long it has."""
    theirs = await areas.get(doing.unit, other.desk_id)
    desk = opened.desk
    if theirs.id != desk.id:
        desk = await _above_both(doing, opened.desk, theirs)
        if not tends(doing.posts, opened.chapter, desk, doing.today):
            raise NotAllowed("case-not-your-desk", desk=desk.name)
    if desk.id == opened.desk.id:
        case = opened.case
        return {
            "state": case.state,
            "area_id": desk.id,
            "owner_id": case.owner_id,
            "due_on": case.due_on,
        }
    due_on = await due_at(doing.unit, desk, today=doing.today, policy=doing.policy)
    state = DifficultyState.PASSED_UP
    return {"state": state, "area_id": desk.id, "owner_id": None, "due_on": due_on}


async def _above_both(doing: Doing, one: Area, other: Area) -> Area:
    there = set(ids_of(other.path))
    shared = [area_id for area_id in ids_of(one.path) if area_id in there]
    if not shared:
        raise BadInput("case-not-alike")
    return await areas.get(doing.unit, shared[-1])


async def _change(doing: Doing, case: Case, values: dict[str, Any]) -> None:
    if not await cases.change(doing.unit, case.id, version=case.version, **values):
        raise Conflict("case-changed")


async def separate(doing: Doing, case_id: int, other_id: int, *, version: int) -> None:
    """Lets a joined case stand by itself again, on the desk where both were."""
    opened = await get_tended(doing, case_id)
    require_version(opened.case, version)
    other = next((one for one in opened.joined if one.id == other_id), None)
    if other is None:
        raise Conflict("case-changed")
    await _change(doing, other, {"joined_to": None})
    await cases.add_events(
        doing.unit, [other.id], action=Action.SEPARATED, person_id=doing.by.id, now=doing.now
    )
    note_in_audit(doing, other, Action.SEPARATED, other.state)


async def list_open_themes(doing: Doing) -> list[tuple[Case, ...]]:
    """Returns what several hamlets in one's reach tell alike, the most voices first."""
    return list_themes(await _in_reach(doing))


async def _in_reach(doing: Doing) -> list[Case]:
    return await list_cases(
        doing.unit,
        doing.posts,
        person_id=doing.by.id,
        states=WORKED_ON,
        now=doing.now,
        today=doing.today,
    )
