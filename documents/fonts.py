"""Old fonts in a file: found before anything is cleaned, converted when that is agreed to."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from documents.raw_sheet import Cells, RawSheet
from domain.columns import column_letters
from domain.reading.old_fonts import OldFont, convert, find_old_font, is_unicode

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class OldText:
    """A cell typed for an old font, and what a reader saw of it."""

    place: str
    before: str
    after: str


@dataclass(slots=True)
class OldFonts:
    """What of a file was typed for old fonts: how many cells, and the first of them."""

    count: int = 0
    fonts: set[OldFont] = field(default_factory=set)
    samples: list[OldText] = field(default_factory=list)


@dataclass(slots=True)
class _Column:
    """What was seen in one column; from `first` on its text may be of its font."""

    old: Counter[OldFont] = field(default_factory=Counter)
    today: int = 0
    first: int = 0

    @property
    def font(self) -> OldFont | None:
        if not self.old or self.old.total() <= self.today:
            return None
        return self.old.most_common(1)[0][0]


def find_old_fonts(sheets: Sequence[RawSheet]) -> tuple[OldFonts, list[RawSheet]]:
    """Returns what was typed for old fonts, and the sheets as a reader saw them."""
    found = OldFonts()
    return found, [_converted(sheet, found) for sheet in sheets]


def _converted(sheet: RawSheet, found: OldFonts) -> RawSheet:
    columns: dict[int, _Column] = {}
    for number, cells in sheet.numbered():
        for place, cell in enumerate(cells):
            if isinstance(cell, str) and not cell.isascii():
                _look(columns.setdefault(place, _Column()), number, cell)
    if not any(column.old for column in columns.values()):
        return sheet
    fonts = {place: column for place, column in columns.items() if column.old}
    see = partial(_see, fonts)
    for number, cells in sheet.numbered():
        for place, cell in enumerate(cells):
            after = see(number, place, cell)
            if after != cell:
                _note(found, sheet.title, number, place, str(cell), str(after))
    found.fonts |= {font for column in fonts.values() for font in column.old}
    return replace(sheet, rows=partial(_rows, sheet.rows, see))


def _look(column: _Column, number: int, text: str) -> None:
    font = find_old_font(text)
    if font is not None:
        column.old[font] += 1
        column.first = column.first or number
    elif is_unicode(text):
        column.today += 1


def _see(columns: dict[int, _Column], number: int, place: int, cell: object) -> object:
    """Returns a cell as its reader saw it: by itself, or as the column it stands in."""
    column = columns.get(place)
    if column is None or not isinstance(cell, str) or cell.isascii():
        return cell
    font = find_old_font(cell)
    if font is None and number > column.first and not is_unicode(cell):
        font = column.font
    return cell if font is None else convert(cell, font)


def _note(found: OldFonts, title: str, number: int, place: int, before: str, after: str) -> None:
    found.count += 1
    if len(found.samples) < _SHOWN:
        cell = f"{title}!{column_letters(place + 1)}{number}"
        found.samples.append(OldText(cell, before, after))


def _rows(
    rows: Callable[[], Iterator[Cells]], see: Callable[[int, int, object], object]
) -> Iterator[Cells]:
    for number, cells in enumerate(rows(), start=1):
        yield [see(number, place, cell) for place, cell in enumerate(cells)]
