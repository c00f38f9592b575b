"""Turns offices' own lists, once their columns are agreed to, into rows of the directory."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from documents.book import Book, SheetRow, Table
from documents.cell_reader import CellReader
from documents.cells import parse_cell, render_cell
from documents.list_fields import NAMES, Field
from documents.lists import ListColumn, ListRow, OfficeList, area_in
from documents.sheets import AREAS, CHAPTERS, KINDS, PEOPLE, POSTS, Column, Sheet
from documents.usual_kinds import USUAL_KINDS
from documents.usual_words import kind_in
from domain.names import spelling
from domain.people import Role

_STEP = " / "
_USUAL = {row["code"]: row for row in USUAL_KINDS}
_CHAPTER_WORD = re.compile(r"(?:chi|tổ|ban|công đoàn|đoàn|hội|phân hội)\b", re.IGNORECASE)
_OF_CHAPTER = {
    "member_count": Field.MEMBERS,
    "exempt_count": Field.EXEMPT,
    "rule": Field.RULE,
    "start_time": Field.TIME,
    "place": Field.PLACE,
}
_ROLES = {Field.LEADER: Role.LEADER, Field.DEPUTY: Role.DEPUTY, Field.CADRE: Role.CADRE}


def add_lists(book: Book, lists: Sequence[OfficeList]) -> None:
    """Adds to a book what lists say of places, chapters, people and posts."""
    offered: set[str] = set()
    for each in lists:
        if not each.is_dropped:
            _Converter(book, each, offered).add()


@dataclass(slots=True)
class _Chapter:
    """A chapter as several rows tell of it."""

    number: int
    values: dict[str, Any]


@dataclass(slots=True)
class _Where:
    """The chapter that a row is about; nothing where it names none."""

    chapter: str = ""
    area: str = ""
    kind: str = ""


@dataclass(slots=True)
class _Converter:
    book: Book
    list: OfficeList
    offered: set[str]
    chapters: dict[tuple[str, str], _Chapter] = field(default_factory=dict)
    people: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def add(self) -> None:
        cells = CellReader(self.book, self.list.title)
        people, posts = self._table(PEOPLE), self._table(POSTS)
        for row in self.list.rows:
            where = self._where(cells, row)
            if where.chapter:
                self._tell_chapter(cells, row, where)
            for column in self.list.columns:
                if column.holds in NAMES:
                    self._person(cells, row, column, where, people, posts)
        chapters = self._table(CHAPTERS)
        for told in self.chapters.values():
            chapters.rows.append(_row(CHAPTERS, told.number, told.values))
        for number, words in self.list.passed_over:
            cells.remark(number, 0, words, "not-a-row")
        self.book.lists += [table for table in (chapters, people, posts) if table.rows]

    def _table(self, sheet: Sheet) -> Table:
        letters = {key: column.letter for key, column in self._places(sheet).items()}
        return Table(sheet, self.list.title, letters, is_list=True)

    def _places(self, sheet: Sheet) -> dict[str, ListColumn]:
        unit = self.list.column_of(Field.UNIT) or self.list.column_of(Field.AREA)
        area = self.list.column_of(Field.AREA) or unit
        person = next((column for column in self.list.columns if column.holds in NAMES), None)
        phone, role = self.list.column_of(Field.PHONE), self.list.column_of(Field.ROLE)
        found: dict[str, ListColumn | None] = {
            "chapters": unit,
            "kind": self.list.column_of(Field.KIND) or unit,
            "area": area,
            "phone": phone,
            "role": role or person,
            "person": person,
            "chapter": unit,
            **{key: self.list.column_of(holds) for key, holds in _OF_CHAPTER.items()},
            "name": unit if sheet is CHAPTERS else person,
        }
        return {key: column for key, column in found.items() if column and key in sheet.places}

    def _read(self, cells: CellReader, row: ListRow, wanted: Field, column: Column) -> Any:  # noqa: ANN401 - what the column holds
        """Returns what a row says, else what was said for all of them."""
        there = self.list.column_of(wanted)
        value = None
        if there is not None and there.place < len(row.cells):
            value = cells.read(row.number, there.place, column, row.cells[there.place])
        if value is None and wanted in self.list.shared:
            place = there.place if there is not None else 0
            value = cells.read_given(row.number, place, column, self.list.shared[wanted])
        return value

    def _where(self, cells: CellReader, row: ListRow) -> _Where:
        unit = self._read(cells, row, Field.UNIT, _column(CHAPTERS, "name")) or ""
        area = self._read(cells, row, Field.AREA, _column(CHAPTERS, "area")) or ""
        if not unit and not area:
            return _Where()
        is_chapter = bool(_CHAPTER_WORD.match(unit))
        hamlet = area or area_in(unit) or ("" if is_chapter else unit) or row.area
        written = self._read(cells, row, Field.KIND, _column(CHAPTERS, "kind")) or ""
        told = kind_in(unit) or row.kind or self.list.kind
        code = kind_in(written) if written else told
        kind = _USUAL[code]["name"] if code in _USUAL else written
        if not kind:
            place = (self.list.column_of(Field.UNIT) or self.list.columns[0]).place
            cells.fault(row.number, place, unit or area, "list-kind")
            return _Where()
        name = unit if is_chapter else f"{kind} {hamlet[:1].lower()}{hamlet[1:]}"
        way = _STEP.join(item for item in (self.list.commune, hamlet) if item)
        self._offer(row, hamlet, code)
        return _Where(name, way, kind)

    def _offer(self, row: ListRow, hamlet: str, code: str | None) -> None:
        """Notes a commune, a hamlet and a kind, to be added where they are not known."""
        commune = self.list.commune
        if commune and f"area {commune}" not in self.offered:
            self._offer_row(row, f"area {commune}", AREAS, _area(commune, None))
        if hamlet and commune and area_in(hamlet) and f"area {hamlet}" not in self.offered:
            self._offer_row(row, f"area {hamlet}", AREAS, _area(hamlet, commune))
        if code in _USUAL and f"kind {code}" not in self.offered:
            self._offer_row(row, f"kind {code}", KINDS, _usual_values(_USUAL[code]))

    def _offer_row(
        self, row: ListRow, known: str, sheet: Sheet, values: Mapping[str, Any]
    ) -> None:
        self.offered.add(known)
        places = self._places(CHAPTERS)
        letters = {"name": places["name"].letter} if "name" in places else {}
        table = Table(sheet, self.list.title, letters, is_list=True)
        self.book.offers.append((table, _row(sheet, row.number, values)))

    def _tell_chapter(self, cells: CellReader, row: ListRow, where: _Where) -> None:
        known = (spelling(where.chapter), spelling(where.area))
        told = self.chapters.get(known)
        if told is None:
            values = {"name": where.chapter, "kind": where.kind, "area": where.area or None}
            told = self.chapters[known] = _Chapter(row.number, values)
        for key, holds in _OF_CHAPTER.items():
            value = self._read(cells, row, holds, _column(CHAPTERS, key))
            before = told.values.get(key)
            if value is not None and before is not None and value != before:
                place = (self.list.column_of(holds) or self.list.columns[0]).place
                cells.fault(row.number, place, _shown(row, place), "differs", other=told.number)
            elif value is not None:
                told.values[key] = value

    def _person(
        self,
        cells: CellReader,
        row: ListRow,
        column: ListColumn,
        where: _Where,
        people: Table,
        posts: Table,
    ) -> None:
        raw = row.cells[column.place] if column.place < len(row.cells) else None
        name = cells.read(row.number, column.place, _column(PEOPLE, "name"), raw)
        if name is None:
            return
        phone = self._phone(cells, row, column)
        known = (spelling(name), phone)
        if known in self.people and phone is None:
            facts = {"other": self.people[known]}
            cells.remark(row.number, column.place, name, "same-person", **facts)
        if known not in self.people:
            self.people[known] = row.number
            people.rows.append(_row(PEOPLE, row.number, {"name": name, "phone": phone}))
        role = _ROLES.get(column.holds) if column.holds else None
        role = role or self._read(cells, row, Field.ROLE, _column(POSTS, "role"))
        if role is None and where.chapter:
            cells.fault(row.number, column.place, name, "list-role")
        elif where.chapter:
            values = {"person": name, "phone": phone, "role": role, "chapter": where.chapter}
            posts.rows.append(_row(POSTS, row.number, {**values, "area": where.area or None}))

    def _phone(self, cells: CellReader, row: ListRow, person: ListColumn) -> str | None:
        """Returns the number in the column that belongs to a person's: the next one after it."""
        phones = [column for column in self.list.columns if column.holds is Field.PHONE]
        names = [column.place for column in self.list.columns if column.holds in NAMES]
        for phone in phones:
            owner = max((place for place in names if place < phone.place), default=names[0])
            if owner == person.place and phone.place < len(row.cells):
                raw = row.cells[phone.place]
                return cells.read(row.number, phone.place, _column(PEOPLE, "phone"), raw)  # type: ignore[no-any-return]
        return None


def _shown(row: ListRow, place: int) -> object:
    return row.cells[place] if place < len(row.cells) else ""


@lru_cache
def _column(sheet: Sheet, key: str) -> Column:
    return sheet.columns[sheet.places[key]]


def _area(name: str, parent: str | None) -> dict[str, Any]:
    words = name.split()
    level = " ".join(words[:2]) if words[0].lower() in ("thị", "đặc", "khu", "tổ") else words[0]
    return {"name": name, "level": level.lower(), "parent": parent}


def _usual_values(kind: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a usual kind as if it had been read from the template's cells."""
    columns = {key: _column(KINDS, key) for key in kind}
    return {
        key: parse_cell(columns[key], render_cell(columns[key], value, "vi"))
        for key, value in kind.items()
    }


def _row(sheet: Sheet, number: int, values: Mapping[str, Any]) -> SheetRow:
    return SheetRow(sheet, number, tuple(values.get(column.key) for column in sheet.columns))
