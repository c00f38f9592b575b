"""Replaces a person's traces in the columns that hold words, in the rows of their own scope."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Select,
    String,
    Table,
    Text,
    cast,
    false,
    or_,
    select,
    true,
    update,
)

from domain.chapters import ids_of, path_of
from domain.people import Role
from domain.traces import Traces
from storage.paths import lies_at
from storage.people.text_columns import COLUMNS, By, Columns, Holds
from storage.tables.directory import address, area, audit, chapter, person, post
from storage.tables.history import chapter_past
from storage.tables.meetings import difficulty, meeting, report
from storage.tables.questionnaires import questionnaire
from storage.unit import UnitOfWork, Values

_OFFICES = (Role.STAFF, Role.ADMINISTRATOR)
_LAST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words may be about a person: of which chapters, places and people."""

    person_id: int
    chapters: Select[tuple[int]]
    areas: Select[tuple[int]]
    people: Select[tuple[int]]


def narrow_scope(person_id: int, chapters: Collection[int]) -> Scope:
    """Returns the scope of somebody whose namesake is about: the chapters they worked for."""
    nowhere = select(area.c.id).where(false())
    return Scope(
        person_id,
        select(chapter.c.id).where(chapter.c.id.in_(sorted(chapters))),
        nowhere,
        select(person.c.id).where(person.c.id == person_id),
    )


async def wide_scope(unit: UnitOfWork, person_id: int, chapters: Collection[int]) -> Scope:
    """Returns the scope of a person: all that the offices above their posts answer for.

    The office of a place is the nearest that has or had staff, else the place itself. Of
    people, those above hear of it too.
    """
    paths = await _paths(unit, person_id, chapters)
    staffed = {
        row.area_id
        for row in await unit.all(
            select(post.c.area_id).where(post.c.area_id.is_not(None), post.c.role.in_(_OFFICES))
        )
    }
    tops = {_office(path, staffed) for path in paths}
    above = {step for path in tops for step in ids_of(path)}
    within = or_(false(), *(lies_at(area.c.path, path) for path in tops))
    places = select(area.c.id).where(within)
    there = select(chapter.c.id).where(
        or_(chapter.c.area_id.in_(places), chapter.c.id.in_(sorted(chapters)))
    )
    holders = select(post.c.person_id).where(
        or_(
            post.c.chapter_id.in_(there),
            post.c.area_id.in_(places),
            post.c.area_id.in_(sorted(above)),
            post.c.person_id == person_id,
        )
    )
    return Scope(person_id, there, places, holders)


async def _paths(unit: UnitOfWork, person_id: int, chapters: Collection[int]) -> set[str]:
    wanted = sorted(chapters)
    ids = (
        select(post.c.area_id)
        .where(post.c.person_id == person_id, post.c.area_id.is_not(None))
        .union(
            select(chapter.c.area_id).where(chapter.c.id.in_(wanted)),
            select(chapter_past.c.area_id).where(chapter_past.c.chapter_id.in_(wanted)),
        )
    )
    rows = await unit.all(select(area.c.path).where(area.c.id.in_(ids)))
    return {row.path for row in rows}


def _office(path: str, staffed: Collection[int]) -> str:
    ids = ids_of(path)
    for number, step in reversed(list(enumerate(ids, start=1))):
        if step in staffed:
            return path_of(ids[:number])
    return path


async def replace_traces(unit: UnitOfWork, traces: Traces, scope: Scope) -> int:
    """Replaces names and phones in the words of a scope; returns how many rows changed."""
    changed = 0
    for table, columns in COLUMNS.items():
        names = [name for name, holds in columns.holds.items() if holds in _REPLACED]
        if names:
            where = or_(*(_belongs(table, by, scope) for by in columns.by))
            changed += await _replace_in(unit, table, names, columns, traces, where)
    return changed


_REPLACED = (Holds.WORDS, Holds.STORED)


def _belongs(table: Table, by: By, scope: Scope) -> ColumnElement[bool]:
    if by is By.EVERYWHERE:
        return true()
    meetings = select(meeting.c.id).where(meeting.c.chapter_id.in_(scope.chapters))
    sets: dict[By, Any] = {
        By.ITSELF: scope.chapters,
        By.CHAPTER: scope.chapters,
        By.AREA: scope.areas,
        By.MEETING: meetings,
        By.REPORT: select(report.c.id).where(report.c.meeting_id.in_(meetings)),
        By.DIFFICULTY: select(difficulty.c.id).where(difficulty.c.chapter_id.in_(scope.chapters)),
        By.QUESTIONNAIRE: select(questionnaire.c.id).where(
            questionnaire.c.area_id.in_(scope.areas)
        ),
        By.PERSON: scope.people,
        By.ADDRESS: select(address.c.id).where(address.c.person_id.in_(scope.people)),
    }
    mine = table.c[by].in_(sets[by])
    if table is audit and by is By.PERSON:
        return or_(mine, audit.c.subject == f"person:{scope.person_id}")
    return mine


async def _replace_in(
    unit: UnitOfWork,
    table: Table,
    names: Collection[str],
    columns: Columns,
    traces: Traces,
    where: ColumnElement[bool],
) -> int:
    found = or_(false(), *(like for name in names for like in _likely(table.c[name], traces)))
    keys = list(table.primary_key.columns)
    wanted = [table.c[name] for name in names]
    changed = 0
    for row in await unit.all(select(*keys, *wanted).where(where, found)):
        before = {name: row._mapping[table.c[name]] for name in names}
        after: Values = {
            name: _replaced(value, table.c[name], columns.holds[name], traces)
            for name, value in before.items()
        }
        if after != before:
            mine = [key == row._mapping[key] for key in keys]
            await unit.run(update(table).where(*mine).values(after))
            changed += 1
    return changed


def _likely(column: Column[Any], traces: Traces) -> Iterable[ColumnElement[bool]]:
    """Yields conditions that every row with one of the traces meets, and few others do."""
    text = cast(column, Text)
    for name in traces.spellings:
        yield text.ilike("%" + "%".join(map(_escaped, name.split())) + "%", escape="/")
    for digits in traces.national:
        yield text.like(f"%{'%'.join(digits[-_LAST_DIGITS:])}%")


def _escaped(word: str) -> str:
    written = orjson.dumps(word).decode()[1:-1]
    return written.replace("/", "//").replace("%", "/%").replace("_", "/_")


def _replaced(value: Any, column: Column[Any], holds: Holds, traces: Traces) -> Any:  # noqa: ANN401 - any JSON
    if value is None or value == "":
        return value
    if holds is Holds.STORED:
        return _replaced_stored(value, traces)
    if isinstance(column.type, JSON):
        return traces.replaced_within(value)
    text = traces.replaced(value)
    length = column.type.length if isinstance(column.type, String) else None
    return text if text == value or length is None else text[:length]


def _replaced_stored(value: str, traces: Traces) -> str:
    try:
        stored = orjson.loads(value)
    except orjson.JSONDecodeError:
        return traces.replaced(value)
    return orjson.dumps(traces.replaced_within(stored)).decode()
