"""Who leads, helps to lead, or looks after a chapter: given, taken away, lent for a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.chapter_changes import What
from domain.chapters import Chapter, ids_of
from domain.people import Person, Post, Role
from domain.reading import clean_text
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.access import held, is_in_reach, takes_in
from operations.context import ActorContext
from operations.directory.changing import claim, get_managed, keep, overtaken
from operations.directory.directory_look import search
from operations.facts import PostPassedOn, PostsChanged
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters, directory_changes
from storage.people import people
from storage.people.people import Holder

LONGEST_LEAVE = timedelta(days=366)
_DAY = timedelta(days=1)
_LISTED = 6
_LONGEST_NAME = 100

Ends = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatChange:
    """One change: the post `old_post` is taken away, or goes to somebody.

    That is `person_id`, or a `newcomer` by name. With `last_day` they only stand in for its
    holder from `first_day` on. Without `old_post` they get a post of their own.
    """

    what: What
    chapter_id: int
    role: Role
    person_id: int | None = None
    old_post: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    newcomer: str = ""
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatProposal:
    """A change as it is shown; `place` names the area where it holds for more than a chapter."""

    chapter: Chapter
    change: SeatChange
    old: Holder | None
    person: Person | None
    place: str
    seen: Ends

    @property
    def new_name(self) -> str:
        """The name of whoever is to have the post, with a newcomer's phone; "" for nobody."""
        if self.person:
            return self.person.name
        return f"{self.change.newcomer} {self.change.phone or ''}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointees:
    """Who may be meant by what was typed, and whether it can be the name of somebody new."""

    name: str
    people: Sequence[Person]
    is_name: bool


async def find_appointees(context: ActorContext, text: str) -> Appointees:
    """Returns who in reach has a name or phone; raises BadInput for what can be neither."""
    name = " ".join(clean_text(text).split())
    if not 1 < len(name) <= _LONGEST_NAME:
        raise BadInput("appoint-bad-name")
    found = await search(context.unit, context.posts, name, today=context.today)
    is_name = not any(map(str.isdigit, name))
    if not found.people and not is_name:
        raise BadInput("appoint-unknown-phone", phone=name)
    return Appointees(name=name, people=found.people[:_LISTED], is_name=is_name)


async def list_seats(unit: UnitOfWork, chapter_id: int, role: Role, *, day: date) -> list[Holder]:
    """Returns who holds a role for a chapter, those who stand in last."""
    found = await people.holders(unit, [chapter_id], roles=[role], day=day)
    return sorted(found.get(chapter_id, ()), key=lambda holder: holder.post.stands_in_for or 0)


async def propose_seat(context: ActorContext, change: SeatChange) -> SeatProposal:
    """Returns what a change would do; raises NotFound, NotAllowed or BadInput."""
    unit, posts, today = context.unit, context.posts, context.today
    chapter = await get_managed(unit, posts, change.chapter_id, today=today)
    seats = await list_seats(unit, chapter.id, change.role, day=today)
    old = next((seat for seat in seats if seat.post.id == change.old_post), None)
    if change.old_post and old is None:
        raise await overtaken(unit, chapter.id)
    _check(change, seats, today)
    return SeatProposal(
        chapter=chapter,
        change=change,
        old=old,
        person=await _find_person(context, change.person_id) if change.person_id else None,
        place=await _place(unit, posts, old, today) if old else "",
        seen={str(seat.post.id): _written(seat.post.valid_to) for seat in seats},
    )


async def _find_person(context: ActorContext, person_id: int) -> Person:
    """Returns somebody in reach; raises NotFound for anybody else, as for one not there."""
    unit = context.unit
    person = (await people.persons(unit, [person_id])).get(person_id)
    theirs = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if person is None or not await is_in_reach(unit, context.posts, theirs, today=context.today):
        raise NotFound("person-missing")
    return person


def _check(change: SeatChange, seats: Sequence[Holder], today: date) -> None:
    if change.person_id in {seat.person.id for seat in seats}:
        raise BadInput("seat-has-it")
    if change.what is not What.STAND_IN:
        return
    first, last = change.first_day, change.last_day
    if first is None or last is None or not today <= first <= last:
        raise BadInput("seat-bad-days")
    if last - first > LONGEST_LEAVE:
        raise BadInput("seat-leave-too-long")


async def _place(unit: UnitOfWork, posts: Sequence[Post], old: Holder, today: date) -> str:
    """Returns the area that a post is for; raises NotAllowed if that reaches beyond one's own."""
    if old.post.area_id is None:
        return ""
    area = await areas.get(unit, old.post.area_id)
    mine = held(posts, roles_with(Right.MANAGE), today)
    kinds = await chapters.associations_of(unit)
    if not any(
        post.area_id in ids_of(area.path) and takes_in(post, old.post, kinds) for post in mine
    ):
        raise NotAllowed("not-your-area")
    return area.name


async def make_seat_change(context: ActorContext, proposal: SeatProposal, *, seen: Ends) -> int:
    """Makes a change as it was shown; returns its number, or raises Conflict."""
    unit, chapter, change = context.unit, proposal.chapter, proposal.change
    if proposal.seen != seen:
        raise await overtaken(unit, chapter.id)
    await claim(unit, chapter.id, {})
    before, after = await _write(unit, proposal, context.today, context.now)
    await context.publish(PostsChanged(chapter=chapter))
    number = await keep(context, chapter.id, what=change.what, before=before, after=after)
    await context.publish(
        PostPassedOn(
            number=number,
            what=change.what,
            role=change.role,
            chapter=chapter,
            place=proposal.place,
            old=proposal.old.person if proposal.old else None,
            new=proposal.person,
            newcomer=change.newcomer,
            first_day=change.first_day,
            last_day=change.last_day,
        )
    )
    return number


async def _write(
    unit: UnitOfWork, proposal: SeatProposal, today: date, now: datetime
) -> tuple[dict[str, Any], dict[str, Any]]:
    change, old = proposal.change, proposal.old
    ended: Ends = {}
    if old is not None and change.what is not What.STAND_IN:
        ended = {str(old.post.id): _written(old.post.valid_to)}
        await directory_changes.set_end(unit, old.post.id, today - _DAY)
    last = _written(today - _DAY)
    after: dict[str, Any] = {
        "role": str(change.role),
        "ends": dict.fromkeys(ended, last),
        "new": {},
    }
    person_id = change.person_id
    if change.newcomer:
        added = await people.add(unit, name=change.newcomer, phone=change.phone, now=now)
        person_id = added.id
    if person_id is not None:
        new = await _add_post(unit, change, old, person_id, today)
        # Undoing deletes the post; the journal still says whose it was.
        after |= {"new": {str(new): _written(change.last_day)}, "person": person_id}
    return {"role": str(change.role), "ends": ended, "new": {}}, after


async def _add_post(
    unit: UnitOfWork, change: SeatChange, old: Holder | None, person_id: int, today: date
) -> int:
    stands_in = change.what is What.STAND_IN
    by_area = old is not None and old.post.area_id is not None
    return await people.add_post(
        unit,
        people.NewPost(
            person_id=person_id,
            role=change.role,
            chapter_id=None if by_area else change.chapter_id,
            area_id=old.post.area_id if old else None,
            kind_id=old.post.kind_id if old else None,
            association=old.post.association if old else None,
            valid_from=change.first_day or today,
            valid_to=change.last_day,
            stands_in_for=old.post.id if stands_in and old else None,
        ),
    )


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
