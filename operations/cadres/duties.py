"""Duties to attend meetings: seen, set and ended by the office of a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.chapters import Area
from domain.duties import MOST_VISITS, Duty
from domain.names import name_sort_key
from domain.people import Person, Post, Role
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import require_at
from operations.context import ActorContext
from operations.rights import Right
from operations.wording import day_words
from storage import UnitOfWork
from storage.cadres import duties
from storage.directory import areas, chapters
from storage.maintenance import audit
from storage.people import people

_DAY = timedelta(days=1)
# Nobody sets a duty for further away, nor from so long ago: it is a slip of the finger.
FURTHEST = timedelta(days=731)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyView:
    """A duty with the names of its place, kind ("" for all) and person ("" for every cadre)."""

    duty: Duty
    place: str
    kind: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChoices:
    """What a duty of a place can be for: its places, the kinds and the cadres there."""

    places: tuple[Area, ...]
    kinds: tuple[tuple[int, str], ...]
    cadres: tuple[Person, ...]


async def list_duties(unit: UnitOfWork, place: Area, *, today: date) -> list[DutyView]:
    """Returns the duties in force or to come at a place one looks after, and below it."""
    return await _views(unit, await duties.list_at(unit, place.path, since=today))


async def _views(unit: UnitOfWork, found: Sequence[Duty]) -> list[DutyView]:
    places = await areas.by_ids(unit, {duty.area_id for duty in found})
    kinds = await chapters.kind_names(unit, {duty.kind_id for duty in found if duty.kind_id})
    known = await people.persons(unit, {duty.person_id for duty in found if duty.person_id})
    return [
        DutyView(
            duty=duty,
            place=places[duty.area_id].name,
            kind=kinds[duty.kind_id] if duty.kind_id else "",
            person=known[duty.person_id].name if duty.person_id else "",
        )
        for duty in found
    ]


async def list_choices(unit: UnitOfWork, place: Area, *, today: date) -> DutyChoices:
    """Returns what a duty at a place, or below it, can be for."""
    found = await chapters.list_in_scopes(
        unit, chapter_ids=(), scopes=[(place.path, None)], day=today
    )
    holders = await people.holders(
        unit, {chapter.id for chapter in found}, roles=[Role.CADRE], day=today
    )
    cadres = {holder.person for here in holders.values() for holder in here}
    return DutyChoices(
        places=tuple(await areas.list_below(unit, place.path, day=today)),
        kinds=tuple(sorted({(chapter.kind.id, chapter.kind.name) for chapter in found})),
        cadres=tuple(sorted(cadres, key=lambda value: name_sort_key(value.name))),
    )


async def view_new(
    unit: UnitOfWork, wanted: Duty, posts: Sequence[Post], *, today: date
) -> DutyView:
    """Returns a duty as it would be, to be looked at; raises NotAllowed, NotFound or BadInput."""
    await _require(unit, wanted, posts, today)
    _check(wanted, today)
    if wanted.person_id and not await people.persons(unit, [wanted.person_id]):
        raise NotFound("person-missing")
    (view,) = await _views(unit, [wanted])
    return view


def _check(wanted: Duty, today: date) -> None:
    if not 1 <= wanted.visits <= MOST_VISITS:
        raise BadInput("duty-visits", most=MOST_VISITS)
    last = wanted.valid_to
    if last is not None and last < wanted.valid_from:
        raise BadInput(
            "duty-days-reversed", first=day_words(wanted.valid_from), last=day_words(last)
        )
    if not -FURTHEST <= wanted.valid_from - today <= FURTHEST:
        raise BadInput("duty-day-too-far", day=day_words(wanted.valid_from))


async def set_duty(
    context: ActorContext,
    wanted: Duty,
) -> DutyView:
    """Adds a duty; raises NotAllowed, NotFound or BadInput, and then adds nothing."""
    view = await view_new(context.unit, wanted, context.posts, today=context.today)
    number = await duties.add(context.unit, wanted)
    _note(context, "duty.set", view, None, _values(view))
    return replace(view, duty=replace(wanted, id=number))


async def get_duty(
    unit: UnitOfWork, duty_id: int, posts: Sequence[Post], *, today: date
) -> DutyView:
    """Returns a duty one may end; raises NotFound, or NotAllowed where it is only seen."""
    found = await duties.find(unit, duty_id)
    if found is None:
        raise NotFound("not-in-sight")
    await _require(unit, found, posts, today)
    (view,) = await _views(unit, [found])
    return view


async def end_duty(
    context: ActorContext,
    duty_id: int,
) -> DutyView:
    """Ends a duty after yesterday, one that has not begun altogether.

    Raises NotFound, NotAllowed, or Conflict if it was ended meanwhile.
    """
    today = context.today
    view = await get_duty(context.unit, duty_id, context.posts, today=today)
    if not await duties.end(context.unit, view.duty, last_day=today - _DAY):
        raise Conflict("duty-changed")
    after = {**_values(view), "to": (today - _DAY).isoformat()}
    _note(context, "duty.ended", view, _values(view), after)
    return view


async def _require(unit: UnitOfWork, duty: Duty, posts: Sequence[Post], today: date) -> None:
    """Raises unless somebody sets duties for the place and the kind."""
    place = (await areas.by_ids(unit, [duty.area_id])).get(duty.area_id)
    kind = None
    if duty.kind_id is not None:
        kind = (duty.kind_id, (await chapters.associations_of(unit)).get(duty.kind_id, ""))
    require_at(Right.SET_DUTY, posts, place, today, kind=kind)


def _values(view: DutyView) -> dict[str, str | int]:
    duty = view.duty
    return {
        "visits": duty.visits,
        "per": str(duty.per),
        "kind": view.kind,
        "cadre": view.person,
        "from": duty.valid_from.isoformat(),
        "to": duty.valid_to.isoformat() if duty.valid_to else "",
    }


def _note(
    context: ActorContext,
    action: str,
    view: DutyView,
    before: dict[str, str | int] | None,
    after: dict[str, str | int],
) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"area:{view.duty.area_id}",
            before=before,
            after=after,
        ),
        now=context.now,
    )
