"""On whose desk a case lies, which one is above it, and how long each has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.chapters import Area, Chapter, ids_of
from domain.people import Person, Post, Role, is_within
from domain.policy import Policy
from operations.access import held
from operations.cadres.assignment import cadres_of, on_duty
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.cases import case_terms
from storage.directory import areas
from storage.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A place that works on a case, who is there, and until when it has time."""

    place: Area
    people: tuple[Person, ...]
    due_on: date

    @property
    def owner_id(self) -> int | None:
        """Whose a case is that comes there: the first of its people."""
        return self.people[0].id if self.people else None


async def first_desk(unit: UnitOfWork, chapter: Chapter, *, today: date, policy: Policy) -> Desk:
    """Returns the chapter's own place with its cadres, or the nearest staff where it has none."""
    place = await areas.get(unit, chapter.area_id)
    return await _desk_at(unit, chapter, place, today=today, policy=policy)


async def _desk_at(
    unit: UnitOfWork, chapter: Chapter, place: Area, *, today: date, policy: Policy
) -> Desk:
    there = await people_at(unit, chapter, place, today=today)
    due_on = await due_at(unit, place, today=today, policy=policy)
    return Desk(place=place, people=tuple(there), due_on=due_on)


async def desk_above(
    unit: UnitOfWork, chapter: Chapter, desk: Area, *, today: date, policy: Policy
) -> Desk | None:
    """Returns the nearest place above a desk that has staff for the chapter, None at the top."""
    upward = ids_of(desk.path)[:-1]
    staff = await _staff_by_place(unit, chapter, today)
    nearest = next((number for number in reversed(upward) if number in staff), None)
    if nearest is None:
        return None
    place = await areas.get(unit, nearest)
    return await _desk_at(unit, chapter, place, today=today, policy=policy)


async def desk_above_both(
    unit: UnitOfWork, chapter: Chapter, area: Area, other: Area, *, today: date, policy: Policy
) -> Desk | None:
    """Returns the nearest place above two desks, one with staff for the chapter if there is any.

    None where no place is above both.
    """
    there = set(ids_of(other.path))
    shared = [area_id for area_id in ids_of(area.path) if area_id in there]
    if not shared:
        return None
    staff = await _staff_by_place(unit, chapter, today)
    nearest = next((area_id for area_id in reversed(shared) if area_id in staff), shared[-1])
    place = await areas.get(unit, nearest)
    return await _desk_at(unit, chapter, place, today=today, policy=policy)


async def due_at(unit: UnitOfWork, place: Area, *, today: date, policy: Policy) -> date:
    """Returns the day by which a desk should have answered what comes to it today."""
    days = await case_terms.find(unit, place.path, place.level)
    return today + timedelta(days=days or policy.case_term(place.level))


async def people_at(
    unit: UnitOfWork, chapter: Chapter, desk: Area, *, today: date
) -> list[Person]:
    """Returns who works on a chapter's cases at a desk: its cadres at home, else the staff.

    Where a place has nobody they are the nearest staff above it.
    """
    if desk.id == chapter.area_id:
        cadres = await cadres_of(unit, chapter.id, day=today)
        if cadres:
            return [holder.person for holder in cadres]
    staff = await _staff_by_place(unit, chapter, today)
    nearest = next((number for number in reversed(ids_of(desk.path)) if number in staff), 0)
    return staff.get(nearest, [])


async def _staff_by_place(
    unit: UnitOfWork, chapter: Chapter, today: date
) -> dict[int, list[Person]]:
    held_by = await people.holders(unit, [chapter.id], roles=[Role.STAFF], day=today)
    found: dict[int, list[Person]] = {}
    for holder in on_duty(held_by.get(chapter.id, ())):
        if holder.post.area_id is not None:
            found.setdefault(holder.post.area_id, []).append(holder.person)
    return found


def tends(posts: Iterable[Post], chapter: Chapter, desk: Area, today: date) -> bool:
    """True when somebody may work on a chapter's cases while they lie on a desk."""
    here = ids_of(desk.path)
    for post in held(posts, roles_with(Right.TEND_CASES), today):
        if post.area_id is None:
            if post.chapter_id == chapter.id and desk.id == chapter.area_id:
                return True
        elif post.area_id in here and is_within(
            post.only, chapter.kind.id, chapter.kind.association
        ):
            return True
    return False
