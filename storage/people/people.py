"""People and their posts, read for many at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Row, and_, bindparam, delete, select, update

from domain.chapters import ids_of
from domain.people import Person, Post, Role, is_within
from storage.paths import lies_at, within
from storage.tables.base import named
from storage.tables.directory import area, chapter, chapter_kind, post, wanted_name
from storage.tables.directory import person as table
from storage.unit import UnitOfWork, Values


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with the post that makes them concerned."""

    person: Person
    post: Post


_PERSON = (table.c.name, table.c.address_form, table.c.language, table.c.phone)
_BY_ID = select(table.c.id, *_PERSON).where(table.c.id.in_(bindparam("ids", expanding=True)))
_POSTS = (
    select(post).where(post.c.person_id.in_(bindparam("ids", expanding=True))).order_by(post.c.id)
)
_WITH_POSTS = (
    select(table.c.id.label("who"), *_PERSON, post)
    .outerjoin_from(table, post, post.c.person_id == table.c.id)
    .where(table.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(post.c.id)
)
_HELD = (
    post.c.role.in_(bindparam("roles", expanding=True)),
    within(post.c.valid_from, post.c.valid_to, bindparam("day", type_=Date)),
)
_HOLDERS_OF_PLACE = (
    select(post, *_PERSON)
    .join(table, table.c.id == post.c.person_id)
    .where(post.c.area_id.in_(bindparam("places", expanding=True)), *_HELD)
)
# A chapter that nobody holds a post in has one row without one.
_HOLDERS_OF_CHAPTER = (
    select(
        chapter.c.id.label("of_chapter"),
        chapter.c.kind_id.label("of_kind"),
        chapter_kind.c.association.label("of_association"),
        area.c.path,
        post,
        *_PERSON,
    )
    .select_from(chapter)
    .join(area, area.c.id == chapter.c.area_id)
    .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
    .outerjoin(post, and_(post.c.chapter_id == chapter.c.id, *_HELD))
    .outerjoin(table, table.c.id == post.c.person_id)
    .where(chapter.c.id.in_(bindparam("chapters", expanding=True)))
)


def _person(row: Row[Any], person_id: int) -> Person:
    return Person(
        id=person_id,
        name=row.name,
        address_form=row.address_form,
        language=row.language,
        phone=row.phone,
    )


def post_of(row: Row[Any]) -> Post:
    """Returns a post row as its value."""
    return Post(
        id=row.id,
        person_id=row.person_id,
        role=Role(row.role),
        chapter_id=row.chapter_id,
        area_id=row.area_id,
        kind_id=row.kind_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        stands_in_for=row.stands_in_for,
        association=row.association,
    )


def _holder(row: Row[Any]) -> Holder:
    return Holder(_person(row, row.person_id), post_of(row))


async def add(
    unit: UnitOfWork,
    *,
    name: str,
    now: datetime,
    address_form: str = "đồng chí",
    language: str = "vi",
    phone: str | None = None,
) -> Person:
    """Adds a person."""
    values = {"name": name, "address_form": address_form, "language": language, "phone": phone}
    person_id = await unit.add(table, created_at=now, **values)
    return Person(
        id=person_id, name=name, address_form=address_form, language=language, phone=phone
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post for one chapter or for one area."""

    person_id: int
    role: Role
    valid_from: date
    chapter_id: int | None = None
    area_id: int | None = None
    kind_id: int | None = None
    valid_to: date | None = None
    stands_in_for: int | None = None
    association: str | None = None


async def add_post(unit: UnitOfWork, new: NewPost) -> int:
    """Gives a person a post; returns its id."""
    return await unit.add(post, **asdict(new))


async def persons(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Person]:
    """Returns people by id."""
    rows = await unit.all(_BY_ID, {"ids": sorted(ids)}) if ids else []
    return {row.id: _person(row, row.id) for row in rows}


async def with_posts(
    unit: UnitOfWork, ids: Collection[int]
) -> dict[int, tuple[Person, tuple[Post, ...]]]:
    """Returns people by id, each with every post, past and future ones too, oldest first."""
    found: dict[int, tuple[Person, tuple[Post, ...]]] = {}
    for row in await unit.all(_WITH_POSTS, {"ids": sorted(ids)}) if ids else []:
        person, posts = found.get(row.who) or (_person(row, row.who), ())
        found[row.who] = person, posts if row.id is None else (*posts, post_of(row))
    return found


async def set_language(unit: UnitOfWork, person_id: int, language: str) -> None:
    """Changes the language a person is spoken to in."""
    await unit.run(update(table).where(table.c.id == person_id).values(language=language))


async def correct(unit: UnitOfWork, person_id: int, *, name: str, phone: str | None) -> None:
    """Writes a person's name and phone number anew."""
    await unit.run(update(table).where(table.c.id == person_id).values(**named(name), phone=phone))


async def find_wanted_name(unit: UnitOfWork, person_id: int) -> str | None:
    """Returns the name that a person gave themselves and that nobody has confirmed yet."""
    found = await unit.scalar(
        select(wanted_name.c.name).where(wanted_name.c.person_id == person_id)
    )
    return None if found is None else str(found)


async def want_name(unit: UnitOfWork, person_id: int, name: str, *, now: datetime) -> None:
    """Keeps the name that a person gives themselves until somebody has decided on it."""
    await drop_wanted_name(unit, person_id)
    await unit.add(wanted_name, person_id=person_id, name=name, asked_at=now)


async def drop_wanted_name(unit: UnitOfWork, person_id: int) -> None:
    """Forgets the name that a person gave themselves."""
    await unit.run(delete(wanted_name).where(wanted_name.c.person_id == person_id))


async def posts_of(unit: UnitOfWork, person_ids: Collection[int]) -> dict[int, tuple[Post, ...]]:
    """Returns every post of each person, past and future ones too, oldest first."""
    found: dict[int, list[Post]] = defaultdict(list)
    for row in await unit.all(_POSTS, {"ids": sorted(person_ids)}) if person_ids else []:
        found[row.person_id].append(post_of(row))
    return {person_id: tuple(posts) for person_id, posts in found.items()}


async def holders(
    unit: UnitOfWork, chapter_ids: Collection[int], *, roles: Collection[Role], day: date
) -> dict[int, tuple[Holder, ...]]:
    """Returns for each chapter who holds one of the roles on `day`.

    A post counts for its chapter, or for every chapter (of its kind) below its area.
    """
    if len(chapter_ids) > 1:
        return await _read_holders(unit, chapter_ids, roles=roles, day=day)
    # What follows from one report asks for them again and again, each time for other roles.
    whole = await unit.remember(
        ("holders", *chapter_ids, day),
        (table, post, chapter, chapter_kind, area),
        lambda: _read_holders(unit, chapter_ids, roles=list(Role), day=day),
    )
    return {
        chapter_id: held
        for chapter_id, people in whole.items()
        if (held := tuple(holder for holder in people if holder.post.role in roles))
    }


async def _read_holders(
    unit: UnitOfWork, chapter_ids: Collection[int], *, roles: Collection[Role], day: date
) -> dict[int, tuple[Holder, ...]]:
    held = {"roles": sorted(roles), "day": day}
    rows = await unit.all(_HOLDERS_OF_CHAPTER, {"chapters": sorted(chapter_ids), **held})
    found: dict[int, list[Holder]] = defaultdict(list)
    for row in rows:
        if row.id is not None:
            found[row.of_chapter].append(_holder(row))
    for chapter_id, holder in await _holders_above(unit, rows, held):
        found[chapter_id].append(holder)
    return {
        chapter_id: tuple(sorted(people, key=lambda value: value.post.id))
        for chapter_id, people in found.items()
    }


async def _holders_above(
    unit: UnitOfWork, chapters: Sequence[Row[Any]], held: Values
) -> list[tuple[int, Holder]]:
    """Returns for each chapter those whose post is for a place with it, and for its kind."""
    scopes = [
        (row, ids_of(row.path)) for row in {row.of_chapter: row for row in chapters}.values()
    ]
    places = {"places": sorted({place for _, path in scopes for place in path})}
    by_place: dict[int, list[Holder]] = defaultdict(list)
    for row in await unit.all(_HOLDERS_OF_PLACE, {**places, **held}):
        by_place[row.area_id].append(_holder(row))
    return [
        (row.of_chapter, holder)
        for row, path in scopes
        for place in path
        for holder in by_place.get(place, ())
        if is_within(holder.post.only, row.of_kind, row.of_association)
    ]


async def holders_of_area(
    unit: UnitOfWork, path: str, *, roles: Collection[Role], day: date
) -> tuple[Holder, ...]:
    """Returns who holds one of the roles on `day` for the area at `path` or one above it."""
    rows = await unit.all(
        select(post, *_PERSON)
        .join(table, table.c.id == post.c.person_id)
        .where(
            post.c.area_id.in_(ids_of(path)),
            post.c.role.in_(sorted(roles)),
            within(post.c.valid_from, post.c.valid_to, day),
        )
        .order_by(post.c.id)
    )
    return tuple(_holder(row) for row in rows)


async def list_ever_of_chapter(unit: UnitOfWork, chapter_id: int) -> list[Holder]:
    """Returns who holds or held a post in a chapter itself, the last to begin first."""
    rows = await unit.all(
        select(post, *_PERSON)
        .join(table, table.c.id == post.c.person_id)
        .where(post.c.chapter_id == chapter_id)
        .order_by(post.c.valid_to.is_not(None), post.c.valid_from.desc(), post.c.id)
    )
    return [_holder(row) for row in rows]


async def administrators(unit: UnitOfWork, *, day: date) -> list[int]:
    """Returns who is an administrator on `day`, of whatever area."""
    rows = await unit.all(
        select(post.c.person_id)
        .distinct()
        .where(post.c.role == Role.ADMINISTRATOR, within(post.c.valid_from, post.c.valid_to, day))
        .order_by(post.c.person_id)
    )
    return [row.person_id for row in rows]


async def holders_below(
    unit: UnitOfWork, path: str, *, roles: Collection[Role], day: date
) -> list[Holder]:
    """Returns who holds one of the roles on `day` for the area at `path` or one below it."""
    rows = await unit.all(
        select(post, *_PERSON)
        .join(table, table.c.id == post.c.person_id)
        .join(area, area.c.id == post.c.area_id)
        .where(
            lies_at(area.c.path, path),
            post.c.role.in_(sorted(roles)),
            within(post.c.valid_from, post.c.valid_to, day),
        )
        .order_by(area.c.path, post.c.id)
    )
    return [_holder(row) for row in rows]
