"""How often cadres were where they were assigned, for themselves and for their office."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.attendance_statistics import AssignedMeeting, Turnout, counts_as_assigned, turnout_of
from domain.calendar import Period
from domain.chapters import Area, Chapter, ids_of
from domain.duties import Duty
from domain.names import name_sort_key
from domain.people import Only, Person, Post, is_within
from domain.policy import Policy
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.rights import Right
from storage import UnitOfWork
from storage.cadres import attendance_statistics, duties
from storage.cadres.attendance_statistics import LookedAfter
from storage.directory import chapters
from storage.people import people

# A chapter that no cadre came to for so long is named.
_LONG = timedelta(days=92)


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
    turnouts = await _turnouts(unit, rows, period, _clock(policy, now))
    return await _named(unit, turnouts)


async def _turnouts(
    unit: UnitOfWork, rows: Sequence[AssignedMeeting], period: Period, clock: datetime
) -> dict[int, Turnout]:
    in_force = await _duties(unit, rows, period)
    grouped: dict[int, list[AssignedMeeting]] = defaultdict(list)
    for assigned in rows:
        grouped[assigned.person_id].append(assigned)
    return {
        person_id: turnout_of(mine, in_force, period=period, clock=clock)
        for person_id, mine in grouped.items()
    }


async def _named(unit: UnitOfWork, turnouts: Mapping[int, Turnout]) -> list[CadreTurnout]:
    known = await people.persons(unit, turnouts)
    found = [
        CadreTurnout(person=known[person_id], turnout=turnout)
        for person_id, turnout in turnouts.items()
    ]
    return sorted(found, key=lambda value: name_sort_key(value.person.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unvisited:
    """A chapter that no cadre was at for long, `last` None for never."""

    chapter: Chapter
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTurnout:
    """The cadres of a place over a span, and the chapters there that nobody visits.

    `meetings` are those of the cadre asked for that count as assigned, with the chapters by id.
    """

    cadres: Sequence[CadreTurnout]
    total: Turnout
    meetings: Sequence[AssignedMeeting]
    chapters: Mapping[int, Chapter]
    unvisited: Sequence[Unvisited]


async def look_at_turnout(
    context: ActorContext, place: Area, span: Span, only: Only = None, *, of: str = ""
) -> PlaceTurnout:
    """Returns how often cadres were at the meetings of a place in sight; raises NotAllowed.

    Names the meetings of one of them by their id as text.
    """
    unit, clock = context.unit, _clock(context.policy, context.now)
    kinds = await chapters.associations_of(unit)
    sums: dict[int, Turnout] = {}
    meetings: list[AssignedMeeting] = []
    for period in _periods(span):
        every = await list_assigned(
            unit, context.posts, period, policy=context.policy, now=context.now
        )
        rows = [
            assigned
            for assigned in every
            if assigned.area_path.startswith(place.path)
            and is_within(only, assigned.kind_id, kinds.get(assigned.kind_id))
        ]
        meetings += [
            assigned
            for assigned in rows
            if str(assigned.person_id) == of and counts_as_assigned(assigned, clock)
        ]
        for person_id, turnout in (await _turnouts(unit, rows, period, clock)).items():
            sums[person_id] = sums.get(person_id, Turnout()) + turnout
    known = await chapters.by_ids(unit, {assigned.chapter_id for assigned in meetings})
    return PlaceTurnout(
        cadres=await _named(unit, sums),
        total=sum(sums.values(), start=Turnout()),
        meetings=meetings,
        chapters=known,
        unvisited=await _list_unvisited(context, place, only),
    )


def _periods(span: Span) -> tuple[Period, ...]:
    """Returns the quarters of a span, or its month: duties are by these."""
    return span.quarters or span.periods


async def _list_unvisited(context: ActorContext, place: Area, only: Only) -> list[Unvisited]:
    """Returns the chapters of a place that no cadre was at for long, those never first."""
    unit, today = context.unit, context.today
    far = reach(context.posts, today, Right.SEE_TURNOUT)
    of = LookedAfter(
        path=place.path, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far), only=only
    )
    lonely = await attendance_statistics.list_unvisited(unit, of, since=today - _LONG, today=today)
    visits = await attendance_statistics.last_visits_at(unit, lonely)
    found = (await chapters.by_ids(unit, lonely)).values()
    waiting = [Unvisited(chapter=chapter, last=visits.get(chapter.id)) for chapter in found]
    return sorted(
        waiting,
        key=lambda one: (one.last or date.min, one.chapter.area_path, one.chapter.id),
    )


async def list_assigned(
    unit: UnitOfWork, posts: Sequence[Post], period: Period, *, policy: Policy, now: datetime
) -> list[AssignedMeeting]:
    """Returns who was assigned to which meetings at the places one answers for."""
    far = reach(posts, policy.day_of(now), Right.SEE_TURNOUT)
    if not far.places and not far.chapter_ids:
        raise NotAllowed("not-your-area")
    return await attendance_statistics.list_in_scopes(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        first=period.first_day,
        last=period.last_day,
    )


async def _duties(
    unit: UnitOfWork, rows: Collection[AssignedMeeting], period: Period
) -> list[Duty]:
    places = {area_id for assigned in rows for area_id in ids_of(assigned.area_path)}
    return await duties.list_over(unit, places, first=period.first_day, last=period.last_day)


def _clock(policy: Policy, now: datetime) -> datetime:
    return policy.local(now).replace(tzinfo=None)
