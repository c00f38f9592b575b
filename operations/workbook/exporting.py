"""The directory as rows of the workbook, so that bringing them in again changes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.indicators import write_hundredths
from operations.workbook.chapters import ChapterIndex, index_chapters
from operations.workbook.desk import Rows
from operations.workbook.kinds import Kinds
from operations.workbook.people import PersonIndex, index_people
from operations.workbook.places import Places, places_of
from operations.workbook.rules import stored_rule

Row = Mapping[str, Any]


def export_rows(
    known: Rows, *, today: date, shown: Rows | None = None
) -> dict[str, Iterator[Row]]:
    """Returns the rows of each sheet for a directory as read by `directory_rows`.

    `shown` are those to write out, all of them unless given; what they name is made clear
    among all that is known.
    """
    kinds = Kinds()
    for row in known["kinds"]:
        kinds.put(row.id, row.code, row.name, row.frequency, row.rule)
    writer = _Writer(
        shown or known,
        places_of(known["areas"], today),
        kinds,
        {row.id: row.code for row in known["kinds"]},
        index_chapters(known["chapters"], today),
        index_people(known["people"]),
        {row.id: row for row in known["people"]},
    )
    return {
        "areas": writer.areas(),
        "kinds": writer.kind_rows(),
        "chapters": writer.chapter_rows(),
        "people": (_as_it_is(row) for row in writer.shown["people"]),
        "posts": writer.posts(),
        "duties": writer.duties(),
        "holidays": writer.holidays(),
        "channels": writer.channels(),
        "programmes": writer.programmes(),
        "pilots": writer.of_programmes("pilots"),
        "targets": writer.of_programmes("targets"),
        "counters": writer.counters(),
        "scores": writer.scores(),
        "scales": writer.scales(),
    }


@dataclass(slots=True)
class _Writer:
    shown: Rows
    places: Places
    kinds: Kinds
    codes: dict[int, str]
    chapters: ChapterIndex
    people: PersonIndex
    people_by_id: Mapping[int, Any]

    def areas(self) -> Iterator[Row]:
        for row in self.shown["areas"]:
            yield {**_as_it_is(row), "parent": self._area(row.parent_id)}

    def kind_rows(self) -> Iterator[Row]:
        for row in self.shown["kinds"]:
            rule = stored_rule(row.rule, row.frequency)
            yield {**_as_it_is(row), **row.words, "rule": rule}

    def chapter_rows(self) -> Iterator[Row]:
        for row in self.shown["chapters"]:
            months = row.frequency or self.kinds.frequency[row.kind_id]
            yield {
                **_as_it_is(row),
                "kind": self._kind(row.kind_id),
                "area": self._area(row.area_id),
                "rule": stored_rule(row.rule, months),
            }

    def posts(self) -> Iterator[Row]:
        for row in self.shown["posts"]:
            # A post given and taken away on one day was never held.
            if row.valid_to is not None and row.valid_to < row.valid_from:
                continue
            yield {**_as_it_is(row), **self._person(row.person_id), **self._scope(row)}

    def _person(self, person_id: int) -> Row:
        person = self.people_by_id[person_id]
        is_clear = self.people.find(person.name, person.phone) == person.id
        return {
            "person": person.name if is_clear else f"#{person.id}",
            "phone": person.phone,
        }

    def _scope(self, row: Any) -> Row:  # noqa: ANN401 - a row
        if row.chapter_id is None:
            return {"area": self._area(row.area_id), "kind": self._kind(row.kind_id)}
        area, kind = self.chapters.areas[row.chapter_id]
        name = self.chapters.names[row.chapter_id]
        is_clear = self.chapters.find(name, area, kind, self.places) == [row.chapter_id]
        return {
            "chapter": name if is_clear else f"#{row.chapter_id}",
            "area": self._area(area),
            "kind": self._kind(kind),
        }

    def duties(self) -> Iterator[Row]:
        for row in self.shown["duties"]:
            who = self._person(row.person_id) if row.person_id else {}
            place = {"area": self._area(row.area_id), "kind": self._kind(row.kind_id)}
            yield {**_as_it_is(row), **place, **who}

    def holidays(self) -> Iterator[Row]:
        for row in self.shown["holidays"]:
            yield {**_as_it_is(row), "area": self._area(row.area_id)}

    def channels(self) -> Iterator[Row]:
        for row in self.shown["channels"]:
            yield {**_as_it_is(row), "area": self._area(row.area_id)}

    def programmes(self) -> Iterator[Row]:
        for row in self.shown["programmes"]:
            yield {**_as_it_is(row), "area": self._area(row.area_id)}

    def of_programmes(self, sheet: str) -> Iterator[Row]:
        codes = {row.id: row.code for row in self.shown["programmes"]}
        for row in self.shown[sheet]:
            there = _as_it_is(row)
            yield {
                **there,
                "programme": codes[row.programme_id],
                "area": self._area(row.area_id),
                "kind": self._kind(there.get("kind_id")),
                "value": write_hundredths(there["value"]) if "value" in there else None,
            }

    def counters(self) -> Iterator[Row]:
        for row in self.shown["counters"]:
            yield {**_as_it_is(row), "measure": row.unit}

    def scores(self) -> Iterator[Row]:
        for row in self.shown["scores"]:
            place = {"area": self._area(row.area_id), "kind": self._kind(row.kind_id)}
            yield {**_as_it_is(row), **place}

    def scales(self) -> Iterator[Row]:
        for row in self.shown["scales"]:
            yield {**_as_it_is(row), "least_graded": row.rule["least_graded"]}

    def _area(self, area: int | None) -> str | None:
        return None if area is None else self.places.cell(area)

    def _kind(self, kind: int | None) -> str | None:
        if kind is None:
            return None
        name = self.kinds.names[kind]
        return name if self.kinds.find(name) == kind else self.codes[kind]


def _as_it_is(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row
    return dict(row._mapping)
