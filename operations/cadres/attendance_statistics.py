"""How often cadres were where they were assigned, for themselves and for their office."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.attendance_statistics import Assigned, Turnout, turnout_of
from domain.calendar import Period
from domain.chapters import ids_of
from domain.duties import Duty
from domain.names import name_sort_key
from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import NotAllowed
from operations.access import reach, scopes
from operations.rights import Right
from storage import UnitOfWork
from storage.cadres import attendance_statistics, duties
from storage.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class CadreTurnout:
    """One cadre's figures."""

    person: Person
    turnout: Turnout


async def own_turnout(
    unit: UnitOfWork, person: Person, period: Period, *, policy: Policy, now: datetime
) -> Turnout:
    """Returns a cadre's own figures."""
    rows = await attendance_statistics.list_of_person(
        unit, person.id, first=period.first_day, last=period.last_day
    )
    in_force = await _duties(unit, rows, period)
    return turnout_of(rows, in_force, period=period, clock=_clock(policy, now))


async def list_turnouts(
    unit: UnitOfWork, posts: Sequence[Post], period: Period, *, policy: Policy, now: datetime
) -> list[CadreTurnout]:
    """Returns the figures of every cadre at the places one answers for, by name.

    Meetings elsewhere are left out. Raises NotAllowed for somebody without such a place.
    """
    rows = await list_assigned(unit, posts, period, policy=policy, now=now)
    in_force = await _duties(unit, rows, period)
    known = await people.persons(unit, {one.person_id for one in rows})
    grouped: dict[int, list[Assigned]] = defaultdict(list)
    for one in rows:
        grouped[one.person_id].append(one)
    clock = _clock(policy, now)
    found = [
        CadreTurnout(
            person=known[person_id],
            turnout=turnout_of(mine, in_force, period=period, clock=clock),
        )
        for person_id, mine in grouped.items()
    ]
    return sorted(found, key=lambda one: name_sort_key(one.person.name))


async def list_assigned(
    unit: UnitOfWork, posts: Sequence[Post], period: Period, *, policy: Policy, now: datetime
) -> list[Assigned]:
    """Returns who was assigned to which meetings at the places one answers for."""
    far = reach(posts, policy.local(now).date(), Right.SEE_TURNOUT)
    if not far.places and not far.chapter_ids:
        raise NotAllowed("not-your-area")
    return await attendance_statistics.list_in_scopes(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        first=period.first_day,
        last=period.last_day,
    )


async def _duties(unit: UnitOfWork, rows: Collection[Assigned], period: Period) -> list[Duty]:
    places = {area_id for one in rows for area_id in ids_of(one.area_path)}
    return await duties.list_over(unit, places, first=period.first_day, last=period.last_day)


def _clock(policy: Policy, now: datetime) -> datetime:
    return policy.local(now).replace(tzinfo=None)
