"""Puts names where the journal's lines hold numbers of places, chapters, people and posts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from storage import UnitOfWork
from storage.cases import cases
from storage.directory import areas, chapters, directory_changes
from storage.maintenance.journal import Entry
from storage.meetings import meetings
from storage.people import people

_TABLES = {
    "area": "area",
    "area_id": "area",
    "areas": "area",
    "cadre": "person",
    "cases": "case",
    "chapter_id": "chapter",
    "joined_to": "case",
    "meetings": "meeting",
    "inviter": "person",
    "owner_id": "person",
    "parent_id": "area",
    "person": "person",
    "person_id": "person",
    "sent": "person",
    "typed_for": "person",
}
_OF_THE_SUBJECT = frozenset({"successors", "predecessors"})
# What is handed on names the chapters it came from; elsewhere "chapters" is how many.
_HANDED_ON = frozenset({"case", "topic"})
_SEATS = frozenset({"ends", "new"})

Values = Mapping[str, Any]
Names = Mapping[tuple[str, int], str]


async def name_entries(unit: UnitOfWork, entries: Sequence[Entry]) -> list[Entry]:
    """Returns the lines with names for numbers; a changed seat shows who held it and holds it."""
    wanted = {
        pair
        for entry in entries
        for values in (entry.before or {}, entry.after or {})
        for pair in _references(entry, values)
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
    subject = entry.action.partition(".")[0]
    if key in _OF_THE_SUBJECT:
        return subject
    if key == "chapters" and subject in _HANDED_ON:
        return "chapter"
    return _TABLES.get(key)


def _references(entry: Entry, values: Values) -> Iterator[tuple[str, int]]:
    for key, value in values.items():
        table = _table(entry, key)
        if key in _SEATS and isinstance(value, Mapping):
            yield from (("post", int(row)) for row in value)
        elif table and isinstance(value, int):
            yield table, value
        elif table and isinstance(value, list):
            yield from ((table, number) for number in value if isinstance(number, int))


async def _find_names(unit: UnitOfWork, wanted: set[tuple[str, int]]) -> Names:
    def ids(table: str) -> list[int]:
        return [number for of, number in wanted if of == table]

    posts = await directory_changes.read_posts(unit, ids("post")) if ids("post") else {}
    holders = {row.person_id for row in posts.values()}
    persons = await people.persons(unit, {*ids("person"), *holders})
    places = await areas.by_ids(unit, ids("area"))
    units = await chapters.by_ids(unit, ids("chapter"))
    held = await meetings.by_ids(unit, ids("meeting"))
    raised = await cases.by_ids(unit, ids("case"))
    return {
        **{("area", area.id): area.name for area in places.values()},
        **{("chapter", chapter.id): chapter.name for chapter in units.values()},
        **{("person", person.id): person.name for person in persons.values()},
        **{
            ("meeting", meeting.id): meeting.day.isoformat()
            for meeting in held.values()
            if meeting.day
        },
        **{("case", case.id): case.text for case in raised.values()},
        **{("post", number): persons[row.person_id].name for number, row in posts.items()},
    }


def _named(entry: Entry, values: Values, other: Values, names: Names) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, value in values.items():
        if key in _SEATS and isinstance(value, Mapping):
            named["person"] = _holders(values, other, names)
        elif table := _table(entry, key):
            named[key] = _names_for(table, value, names)
        else:
            named[key] = value
    return named


def _names_for(table: str, value: Any, names: Names) -> Any:  # noqa: ANN401 - any JSON
    """Puts names for numbers; what is gone, and its number with it, is left out."""
    if isinstance(value, list):
        return [names[table, row] for row in value if (table, row) in names]
    return names.get((table, value)) if isinstance(value, int) else value


def _holders(values: Values, other: Values, names: Names) -> str:
    """Who held a seat on one side of its change: who came by then, else who had not gone yet."""
    gone = other.get("ends") or {}
    held = values.get("new") or {
        post: last
        for post, last in (values.get("ends") or {}).items()
        if last is None or (gone.get(post) or last) < last
    }
    # A post that was undone is gone, and with it whose it was.
    return ", ".join(names[seat] for value in held if (seat := ("post", int(value))) in names)
