"""The proposal of a month's visits: what duties still ask for, against the meetings planned."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.attendance_statistics import WENT, AssignedMeeting
from domain.calendar import Period, period_of
from domain.chapters import Chapter, ids_of
from domain.duties import Duty, Per, find_duty
from domain.people import Person
from domain.policy import Policy
from domain.visit_plan import Need, Slot, need_of, propose_visits, share_of, unplaced
from domain.visits import Intent, Visit, starts_at
from storage import UnitOfWork
from storage.cadres import attendance_statistics, duties, visits
from storage.directory import chapters

# Where no duty is set every chapter is visited once a quarter.
USUAL_VISITS, USUAL_PER = 1, Per.QUARTER

_GOES = (Intent.COMING, Intent.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPlan:
    """A proposal: the visits of the month that can still be chosen, and those proposed.

    `taken` are already said; `last` holds the day of the last visit by chapter, `short` the
    names of chapters whose visit found no place.
    """

    month: Period
    open: tuple[Visit, ...]
    taken: tuple[Visit, ...]
    proposed: frozenset[int]
    last: Mapping[int, date]
    short: tuple[str, ...]


async def propose_month(
    unit: UnitOfWork, person: Person, month: Period, *, policy: Policy, now: datetime
) -> MonthPlan:
    """Returns which of a month's meetings a cadre should attend."""
    clock = policy.local(now).replace(tzinfo=None)
    quarter = period_of(month.first_day, 3)
    found = await visits.list_between(
        unit, first=month.first_day, last=quarter.last_day, person_id=person.id
    )
    mine = [visit for visit in found if starts_at(visit) > clock]
    this_month = [visit for visit in mine if visit.day in month]
    taken = [visit for visit in this_month if visit.intent in _GOES and visit.may_go(person.id)]
    open_ones = [
        visit for visit in this_month if visit.intent is None and visit.person_id == person.id
    ]
    met = await attendance_statistics.list_of_person(
        unit, person.id, first=quarter.first_day, last=quarter.last_day
    )
    known = await chapters.by_ids(unit, {visit.chapter_id for visit in open_ones})
    last = await attendance_statistics.last_visits(unit, person.id, before=clock.date())
    agreed = Counter((visit.chapter_id, visit.day) for visit in mine if visit.intent in _GOES)
    needs = await _needs(unit, person, month, known, _VisitRecord(met, agreed, last))
    slots = [_slot(visit) for visit in open_ones]
    chosen = propose_visits(
        slots, needs, taken=taken, most=share_of(needs, months_left=_months_left(month, quarter))
    )
    return MonthPlan(
        month=month,
        open=tuple(open_ones),
        taken=tuple(taken),
        proposed=frozenset(slot.meeting_id for slot in chosen),
        last=last,
        short=tuple(known[number].name for number in sorted(unplaced(needs, chosen))),
    )


def _slot(visit: Visit) -> Slot:
    return Slot(
        meeting_id=visit.meeting_id,
        chapter_id=visit.chapter_id,
        day=visit.day,
        start_time=visit.start_time,
        duration_min=visit.duration_min,
        place=visit.place,
        travel_min=visit.travel_min,
    )


def _months_left(month: Period, quarter: Period) -> int:
    return quarter.last_month - month.month + 1


@dataclass(frozen=True, slots=True)
class _VisitRecord:
    """What a cadre attended, agreed to attend by chapter and day, and last attended."""

    met: Sequence[AssignedMeeting]
    agreed: Counter[tuple[int, date]]
    last: Mapping[int, date]


async def _needs(
    unit: UnitOfWork,
    person: Person,
    month: Period,
    known: Mapping[int, Chapter],
    visited: _VisitRecord,
) -> list[Need]:
    places = {area_id for chapter in known.values() for area_id in ids_of(chapter.area_path)}
    in_force = await duties.list_over(unit, places, first=month.first_day, last=month.last_day)
    return [_need(chapter, person, month, in_force, visited) for chapter in known.values()]


def _need(
    chapter: Chapter,
    person: Person,
    month: Period,
    in_force: Iterable[Duty],
    visited: _VisitRecord,
) -> Need:
    duty = find_duty(
        in_force,
        area_path=chapter.area_path,
        kind_id=chapter.kind.id,
        person_id=person.id,
        day=month.first_day,
    )
    per = duty.per if duty else USUAL_PER
    counted = per.around(month.first_day)
    made = sum(
        assigned.chapter_id == chapter.id and assigned.day in counted and assigned.state in WENT
        for assigned in visited.met
    )
    promised = sum(
        number
        for (where, day), number in visited.agreed.items()
        if where == chapter.id and day in counted
    )
    return need_of(
        chapter.id,
        wanted=duty.visits if duty else USUAL_VISITS,
        done=made + promised,
        later=_later_chances(chapter, month, counted),
        last=visited.last.get(chapter.id),
    )


def _later_chances(chapter: Chapter, month: Period, counted: Period) -> int:
    """Returns in how many later months of the duty's period the chapter meets again."""
    now_in = period_of(month.first_day, chapter.frequency)
    later = (
        Period(month.year, number) for number in range(month.month + 1, counted.last_month + 1)
    )
    periods = {period_of(period.first_day, chapter.frequency) for period in later}
    return len(periods - {now_in})
