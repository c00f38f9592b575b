"""Recognises the lists that offices keep in layouts of their own: where, and what is in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.list_fields import NAMES, Field, field_of
from documents.raw_sheet import Cells, NoValue, RawSheet
from documents.rows import is_empty, is_numbering, is_signature, is_total, words_of
from documents.usual_words import kind_in
from domain.columns import column_letters
from domain.reading import clean_text, fold

_SAMPLES = 3
_LONGEST_HEADING = 60
_KEYS = NAMES | {Field.UNIT, Field.AREA}
_COMMUNE = re.compile(r"\b((?:xã|phường|thị trấn|đặc khu)\s+[^\W\d_][\w ]*)", re.IGNORECASE)
_AREA = re.compile(
    r"\b((?:ấp|khóm|thôn|xóm|buôn|làng|khu phố|khu vực|tổ dân phố)\s+[\w].*)$", re.IGNORECASE
)
_END_OF_TITLE = re.compile(r"\s(?:nhiệm kỳ|năm|tháng|quý|giai đoạn|,)\b.*", re.IGNORECASE)


@dataclass(slots=True)
class ListColumn:
    """A column of a list: its place from 0, its heading, and what it holds, None for unknown."""

    place: int
    heading: str
    holds: Field | None

    @property
    def letter(self) -> str:
        """The letters of the column in its sheet."""
        return column_letters(self.place + 1)


@dataclass(slots=True)
class ListRow:
    """A row of a list; `area` and `kind` are those of the group of rows that it stands in."""

    number: int
    cells: Cells
    area: str = ""
    kind: str | None = None


@dataclass(slots=True)
class OfficeList:
    """A list found on a sheet; `shared` are values for all rows of what has no column."""

    title: str
    heading: int
    caption: str
    columns: list[ListColumn]
    rows: list[ListRow] = field(default_factory=list)
    kind: str | None = None
    commune: str = ""
    shared: dict[Field, str] = field(default_factory=dict)
    is_dropped: bool = False
    passed_over: list[tuple[int, str]] = field(default_factory=list)

    def column_of(self, wanted: Field) -> ListColumn | None:
        """Returns the first column that holds something."""
        return next((column for column in self.columns if column.holds is wanted), None)

    @property
    def samples(self) -> list[list[str]]:
        """The first rows as they are read, a text for each column that is used."""
        used = [column for column in self.columns if is_used(column)]
        return [
            [_said(row.cells, column.place) for column in used] for row in self.rows[:_SAMPLES]
        ]


def is_used(column: ListColumn) -> bool:
    """True for a column whose values come into the directory."""
    return column.holds not in (None, Field.SKIP, Field.PRIVATE)


def find_lists(sheet: RawSheet) -> list[OfficeList]:
    """Returns the lists on a sheet, each from its heading to the next or to who signs it."""
    return _Finder(sheet).find()


def area_in(text: str) -> str:
    """Returns the hamlet that words name ("Chi đoàn ấp Cái Cối" is in "Ấp Cái Cối"), or ""."""
    found = _AREA.search(" ".join(text.split()))
    return found[1][0].upper() + found[1][1:] if found else ""


class _Finder:
    def __init__(self, sheet: RawSheet) -> None:
        self.found: list[OfficeList] = []
        self._sheet = sheet
        self._all = [(number, list(cells)) for number, cells in sheet.numbered()]
        self._fill_merged()
        self._titles: list[str] = []
        self._open: OfficeList | None = None
        self._deep = 0
        self._area = self._kind = self._group = ""

    def find(self) -> list[OfficeList]:
        for number, cells in self._all:
            self._take(number, cells)
        return self.found

    def _fill_merged(self) -> None:
        """Gives each row of a cell that is drawn over several what is written in the first."""
        for first_row, first, last_row, last in self._sheet.merged:
            if first != last or last_row > len(self._all):
                continue
            top = self._all[first_row - 1][1]
            for row in range(first_row, last_row):
                cells = self._all[row][1]
                if len(cells) >= first and len(top) >= first and cells[first - 1] in ("", None):
                    cells[first - 1] = top[first - 1]

    def _take(self, number: int, cells: Cells) -> None:
        if number <= self._deep or is_empty(cells):
            return
        columns = self._headings(number, cells)
        if columns:
            self._begin(number, columns)
        elif self._open is None:
            self._titles += map(clean_text, words_of(cells))
        elif is_signature(cells):
            self._open = None
        elif is_total(cells) or is_numbering(cells):
            self._pass_over(number, cells)
        else:
            self._add(self._open, number, cells)

    def _pass_over(self, number: int, cells: Cells) -> None:
        if self._open is not None and not is_numbering(cells):
            self._open.passed_over.append((number, words_of(cells)[0]))

    def _headings(self, number: int, cells: Cells) -> list[ListColumn]:
        """Returns the columns if a row is a heading, alone or with the row below it."""
        if not all(isinstance(cell, str) for cell in cells if cell not in ("", None)):
            return []
        texts = [_said(cells, place) for place in range(len(cells))]
        if max(map(len, texts), default=0) > 2 * _LONGEST_HEADING:
            return []
        below = self._second_row(number, texts)
        self._deep = number + 1 if below else self._deep
        columns = []
        for place, text in enumerate(texts):
            whole = text or (_left(texts, place) if below.get(place) else "")
            if below.get(place) and not self._is_drawn_down(number, place):
                whole = f"{whole} – {below[place]}".strip(" –")
            if whole:
                columns.append(ListColumn(place, whole, field_of(whole)))
        held = {column.holds for column in columns} - {None}
        is_heading = len(held - {Field.SKIP, Field.PRIVATE}) > 1 and bool(held & _KEYS)
        if not is_heading:
            self._deep = min(self._deep, number)
        return columns if is_heading else []

    def _is_drawn_down(self, number: int, place: int) -> bool:
        return any(
            first == place + 1 and first_row == number and last_row > number
            for first_row, first, last_row, _ in self._sheet.merged
        )

    def _second_row(self, number: int, texts: Sequence[str]) -> dict[int, str]:
        """Returns the second row of a heading two rows deep, empty where there is none."""
        if number >= len(self._all):
            return {}
        cells = self._all[number][1]
        below = {
            place: _said(cells, place)
            for place in range(len(cells))
            if _said(cells, place) and not self._is_drawn_down(number, place)
        }
        is_text = all(isinstance(cells[place], str) for place in below)
        lies_below = all(_left(texts, place) for place in below)
        is_few = 0 < len(below) < len([word for word in texts if word])
        known = [field_of(text) for text in below.values()]
        return below if is_text and lies_below and is_few and any(known) else {}

    def _begin(self, number: int, columns: list[ListColumn]) -> None:
        before = self._open
        headings = [column.heading for column in columns]
        is_again = before is not None and headings == [column.heading for column in before.columns]
        if is_again and not self._group:
            # As at the top of each printed page.
            return
        if self._group and before is not None:
            before.passed_over.pop()
        caption = self._group or next(
            (title for title in reversed(self._titles) if not title.startswith("(")), ""
        )
        self._open = OfficeList(
            title=self._sheet.title,
            heading=number,
            caption=caption,
            columns=columns,
            kind=kind_in(caption) or kind_in(" ".join(self._titles)),
            commune=_commune_in(self._titles),
        )
        self._area = self._kind = self._group = ""
        self.found.append(self._open)

    def _add(self, there: OfficeList, number: int, cells: Cells) -> None:
        said = words_of(cells)
        is_alone = sum(not is_empty([cell]) for cell in cells) == 1
        if said and is_alone:
            # A line of its own names the group of the rows below it.
            self._group = clean_text(said[0])
            self._area = area_in(self._group) or self._area
            self._kind = kind_in(self._group) or self._kind
            there.passed_over.append((number, self._group))
        else:
            self._group = ""
            there.rows.append(ListRow(number, cells, self._area, self._kind or None))


def _said(cells: Cells, place: int) -> str:
    cell = cells[place] if place < len(cells) else ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None or isinstance(cell, NoValue) else " ".join(str(cell).split())


def _left(texts: Sequence[str], place: int) -> str:
    """Returns the nearest text at a place or to its left: what a drawn-out heading says."""
    return next((text for text in reversed(texts[: place + 1]) if text), "")


def _commune_in(titles: Sequence[str]) -> str:
    """Returns the commune that the lines above a list name, written as a name."""
    for title in titles:
        found = _COMMUNE.search(title)
        if found and "cộng hòa" not in fold(title):
            name = _END_OF_TITLE.sub("", found[1])
            words = name.title().split() if name.isupper() or name.islower() else name.split()
            return " ".join([words[0].capitalize(), *words[1:]])
    return ""
