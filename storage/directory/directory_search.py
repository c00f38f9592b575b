"""Finds places, chapters and people by words of their names, with or without marks."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, false, func, literal, or_, select, true

from domain.chapters import Area
from domain.names import name_key
from domain.people import Only, Person
from domain.reading import phone_digits
from storage.directory import areas
from storage.directory.areas import below
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.paths import within
from storage.people import people
from storage.tables.directory import address, area, chapter, person, post
from storage.unit import UnitOfWork

MOST = 400
_best = func.max(case((address.c.reachable, 1), else_=0))
_SHORTEST_PHONE = 6


def has_words(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """Returns the condition that every word begins a word of a folded text, or spells one."""
    spaced = literal(" ") + text + literal(" ")
    return and_(true(), *(_has_word(spaced, word) for word in words))


def _has_word(spaced: ColumnElement[str], word: str) -> ColumnElement[bool]:
    begins = spaced.contains(f" {word}", autoescape=True)
    spelled = name_key(word)
    if spelled == word:
        return begins
    return or_(begins, spaced.contains(f" {spelled} ", autoescape=True))


async def find_chapters(
    unit: UnitOfWork,
    words: Sequence[str],
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    day: date,
) -> list[int]:
    """Returns the ids of chapters whose name or place has the words, by place, `MOST` at most."""
    text = chapter.c.search_key + literal(" ") + area.c.search_key
    rows = await unit.all(
        select(chapter.c.id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            has_words(text, words),
            in_scopes(chapter_ids, scopes),
            within(chapter.c.valid_from, chapter.c.valid_to, day),
        )
        .order_by(area.c.path, chapter.c.id)
        .limit(MOST)
    )
    return [row.id for row in rows]


async def find_areas(
    unit: UnitOfWork, words: Sequence[str], *, paths: Collection[str], day: date
) -> list[Area]:
    """Returns the places whose name has the words and that lie at or below others, by place."""
    rows = await unit.all(
        select(area.c.id)
        .where(
            has_words(area.c.search_key, words),
            or_(false(), *(below(path) for path in sorted(paths))),
            within(area.c.valid_from, area.c.valid_to, day),
        )
        .order_by(area.c.path)
        .limit(MOST)
    )
    found = await areas.by_ids(unit, [row.id for row in rows])
    return [found[row.id] for row in rows]


async def find_people(
    unit: UnitOfWork,
    words: Sequence[str],
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
) -> list[Person]:
    """Returns people whose name or phone has the words and who have or had a post in reach."""
    wanted = "".join(words)
    is_phone = wanted.isdecimal() and len(wanted) >= _SHORTEST_PHONE
    # By itself, or PostgreSQL reckons with looking at everybody's posts, and compiles the query.
    matching = (
        select(person.c.id)
        .where(_has_phone(wanted) if is_phone else has_words(person.c.search_key, words))
        .cte("matching")
        .prefix_with("MATERIALIZED")
    )
    rows = await unit.all(
        select(person.c.id)
        .join_from(matching, person, person.c.id == matching.c.id)
        .where(has_post(chapter_ids, scopes))
        .order_by(person.c.search_key, person.c.id)
        .limit(MOST)
    )
    found = await people.persons(unit, [row.id for row in rows])
    return [found[row.id] for row in rows]


def _has_phone(digits: str) -> ColumnElement[bool]:
    written: ColumnElement[str] = func.coalesce(person.c.phone, "")
    for between in (" ", ".", "-"):
        written = func.replace(written, between, "")
    return written.contains(phone_digits(digits), autoescape=True)


def has_post(chapter_ids: Collection[int], scopes: Sequence[Scope]) -> ColumnElement[bool]:
    """Returns the condition that a person has or had a post for a chapter or in a scope."""
    of_chapter = (
        exists()
        .where(
            post.c.person_id == person.c.id,
            post.c.chapter_id == chapter.c.id,
            chapter.c.area_id == area.c.id,
            in_scopes(chapter_ids, scopes),
        )
        .correlate(person)
    )
    inside = or_(
        false(),
        *(and_(below(path), _is_within(only)) for path, only in scopes),
    )
    of_place = (
        exists()
        .where(post.c.person_id == person.c.id, post.c.area_id == area.c.id, inside)
        .correlate(person)
    )
    return or_(of_chapter, of_place) if scopes else of_chapter


def _is_within(only: Only) -> ColumnElement[bool]:
    """Returns the condition that a post for a place is for no more than `only`."""
    if isinstance(only, str):
        return or_(of_kinds(post.c.kind_id, only), post.c.association == only)
    return of_kinds(post.c.kind_id, only)


async def list_children(unit: UnitOfWork, area_id: int, *, day: date) -> list[tuple[int, str]]:
    """Returns the places directly below a place, by name."""
    rows = await unit.all(
        select(area.c.id, area.c.name)
        .where(area.c.parent_id == area_id, within(area.c.valid_from, area.c.valid_to, day))
        .order_by(area.c.search_key, area.c.id)
    )
    return [(row.id, row.name) for row in rows]


async def list_reached(unit: UnitOfWork, person_ids: Collection[int]) -> dict[int, bool]:
    """Returns for each person with an account whether any of them takes messages."""
    rows = await unit.all(
        select(address.c.person_id, _best.label("best"))
        .where(address.c.person_id.in_(sorted(person_ids)))
        .group_by(address.c.person_id)
    )
    return {row.person_id: bool(row.best) for row in rows}
