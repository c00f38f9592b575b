"""The register as somebody looks through it: by place, field and state, or by words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Area, ids_of
from domain.exemplars import Field, State
from domain.people import Post
from domain.reading import key
from domain.refusals import NotAllowed, NotFound
from operations.access import may_see_place, reach, scopes
from storage import UnitOfWork
from storage.directory import areas
from storage.exemplars import exemplars
from storage.exemplars.exemplars import ExemplarLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The exemplars that fit, and how many there are by field, by state and by place below.

    Each count leaves its own filter out, so that it says what another choice would bring.
    """

    lines: tuple[ExemplarLine, ...]
    place: Area | None
    by_field: Counter[Field | None]
    by_state: Counter[State]
    by_area: Counter[int]
    areas: dict[int, Area]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterQuery:
    """Which exemplars are looked for; what is left out excludes none."""

    area_id: int = 0
    field: Field | None = None
    state: State | None = None
    words: str = ""


async def list_register(
    unit: UnitOfWork, posts: Sequence[Post], query: RegisterQuery, *, today: date
) -> Register:
    """Returns the exemplars in one's sight that fit; raises NotAllowed, NotFound."""
    area_id, field, state = query.area_id, query.field, query.state
    far = reach(posts, today)
    if not (far.chapter_ids or far.places):
        raise NotAllowed("not-your-area")
    place = (await areas.by_ids(unit, [area_id])).get(area_id) if area_id else None
    found = await exemplars.list_lines(
        unit, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far)
    )
    if area_id and not _is_seen(posts, place, found, today):
        raise NotFound("not-in-sight")
    named = [line for line in found if _has(line, key(query.words).split())]
    here = [line for line in named if place is None or line.area_path.startswith(place.path)]
    fits_field = [line for line in here if field in (None, line.field)]
    fits_state = [line for line in here if state in (None, line.state)]
    elsewhere = [
        line for line in named if field in (None, line.field) and state in (None, line.state)
    ]
    by_area = Counter(line.area_id for line in elsewhere)
    return Register(
        lines=tuple(line for line in fits_field if state in (None, line.state)),
        place=place,
        by_field=Counter(line.field for line in fits_state),
        by_state=Counter(line.state for line in fits_field),
        by_area=by_area,
        areas=await areas.by_ids(unit, by_area.keys()),
    )


def sorted_places(register: Register) -> list[Area]:
    """Returns the places that have exemplars, in the order of the tree."""
    return sorted(register.areas.values(), key=lambda value: ids_of(value.path))


def _is_seen(
    posts: Sequence[Post], place: Area | None, found: Sequence[ExemplarLine], today: date
) -> bool:
    """True for a place that one looks after, or in which one sees an exemplar."""
    return place is not None and (
        may_see_place(posts, place.path, today)
        or any(exemplar.area_path.startswith(place.path) for exemplar in found)
    )


def _has(exemplar: ExemplarLine, words: Sequence[str]) -> bool:
    text = f" {key(exemplar.name)} {key(exemplar.chapter_name)} {key(exemplar.area_name)}"
    return all(f" {word}" in text for word in words)
