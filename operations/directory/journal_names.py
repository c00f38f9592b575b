"""Puts names where the journal's lines hold numbers of places, chapters, people and posts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from storage import Unit
from storage.directory import areas, chapters, directory_changes
from storage.keeping.journal import Entry
from storage.people import people

_TABLES = {
    "area_id": "area",
    "parent_id": "area",
    "chapter_id": "chapter",
    "owner_id": "person",
    "person_id": "person",
    "person": "person",
}
_OF_THE_SUBJECT = frozenset({"successors", "predecessors"})
_SEATS = frozenset({"ends", "new"})

Values = Mapping[str, Any]
Names = Mapping[tuple[str, int], str]


async def name_entries(unit: Unit, entries: Sequence[Entry]) -> list[Entry]:
    """Returns the lines with names for numbers; a changed seat shows who held it and holds it."""
    wanted = {
        one
        for entry in entries
        for values in (entry.before or {}, entry.after or {})
        for one in _references(entry, values)
    }
    names = await _find_names(unit, wanted)
    return [
        replace(
            entry,
            before=_named(entry, entry.before or {}, entry.after or {}, names),
            after=_named(entry, entry.after or {}, entry.before or {}, names),
        )
        for entry in entries
    ]


def _table(entry: Entry, key: str) -> str | None:
    return entry.action.partition(".")[0] if key in _OF_THE_SUBJECT else _TABLES.get(key)


def _references(entry: Entry, values: Values) -> Iterator[tuple[str, int]]:
    for key, value in values.items():
        table = _table(entry, key)
        if key in _SEATS and isinstance(value, Mapping):
            yield from (("post", int(one)) for one in value)
        elif table and isinstance(value, int):
            yield table, value
        elif table and isinstance(value, list):
            yield from ((table, one) for one in value if isinstance(one, int))


async def _find_names(unit: Unit, wanted: set[tuple[str, int]]) -> Names:
    def ids(table: str) -> list[int]:
        return [number for of, number in wanted if of == table]

    posts = await directory_changes.read_posts(unit, ids("post")) if ids("post") else {}
    holders = {row.person_id for row in posts.values()}
    persons = await people.persons(unit, {*ids("person"), *holders})
    places = await areas.by_ids(unit, ids("area"))
    units = await chapters.by_ids(unit, ids("chapter"))
    return {
        **{("area", one.id): one.name for one in places.values()},
        **{("chapter", one.id): one.name for one in units.values()},
        **{("person", one.id): one.name for one in persons.values()},
        **{("post", number): persons[row.person_id].name for number, row in posts.items()},
    }


def _named(entry: Entry, values: Values, other: Values, names: Names) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, value in values.items():
        if key in _SEATS and isinstance(value, Mapping):
            named["person"] = _holders(values, other, names)
        elif table := _table(entry, key):
            named[key] = (
                [names.get((table, one), one) for one in value]
                if isinstance(value, list)
                else names.get((table, value), value)
            )
        else:
            named[key] = value
    return named


def _holders(values: Values, other: Values, names: Names) -> str:
    """Who held a seat on one side of its change: who came by then, else who had not gone yet."""
    gone = other.get("ends") or {}
    held = values.get("new") or {
        post: last
        for post, last in (values.get("ends") or {}).items()
        if last is None or (gone.get(post) or last) < last
    }
    # A post that was undone is gone, and with it whose it was.
    return ", ".join(names[seat] for one in held if (seat := ("post", int(one))) in names)
