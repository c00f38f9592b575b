"""Reads whatever file somebody calls their directory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from documents.agreement import NOTHING_SAID, Agreement, Survey, Unagreed
from documents.book import BadFile, Book, Fault
from documents.fonts import find_old_fonts
from documents.grid import find_headings, find_sheet, is_guide, list_titles, read_grid
from documents.list_changes import change_lists
from documents.list_rows import add_lists
from documents.lists import OfficeList, find_lists
from documents.opening import open_sheets
from documents.raw_sheet import RawSheet

_MOST_ODD_SHEETS = 20


@dataclass(slots=True)
class _Sheets:
    """The sheets of a file: those of the template, the lists on others, and what is neither."""

    own: list[RawSheet] = field(default_factory=list)
    lists: list[OfficeList] = field(default_factory=list)
    odd: list[RawSheet] = field(default_factory=list)


def _ignore(_rows: int) -> None:
    return None


def read_directory(
    path: Path,
    *,
    name: str = "",
    agreement: Agreement = NOTHING_SAID,
    on_rows: Callable[[int], None] = _ignore,
) -> Book:
    """Returns the rows and faults of a workbook, a text file, or a folder or zip of these.

    `name` is what the file was called where it came from: it says which sheet a text file is.
    `on_rows` is told of every thousand rows. Raises BadFile for a file that is none, and
    Unagreed for offices' own lists and text of old fonts, unless `agreement` is given.
    """
    fonts, sheets = find_old_fonts(open_sheets(path, name=name))
    found = _sort(sheets)
    unread = change_lists(found.lists, agreement.changes)
    if (fonts.count or found.lists) and (unread or not agreement.is_given):
        raise Unagreed(Survey(fonts, found.lists, agreement.changes, unread))
    book = Book(on_rows=on_rows)
    for raw in found.own:
        sheet = find_sheet(raw.title)
        if sheet is not None:
            read_grid(book, sheet, raw)
    for raw in found.odd[:_MOST_ODD_SHEETS]:
        facts = {"names": " | ".join(list_titles())}
        book.faults.add(Fault(raw.title, "A1", "", "sheet-unknown", facts))
    add_lists(book, found.lists)
    return book


def _sort(sheets: Sequence[RawSheet]) -> _Sheets:
    found = _Sheets()
    for raw in sheets:
        sheet = find_sheet(raw.title)
        if is_guide(raw.title):
            continue
        if sheet is not None and any(find_headings(sheet, cells) for cells in raw.rows()):
            found.own.append(raw)
        elif lists := find_lists(raw):
            found.lists += lists
        elif sheet is not None:
            found.own.append(raw)
        elif any(any(cells) for cells in raw.rows()):
            found.odd.append(raw)
    if not (found.own or found.lists or any(raw.is_text for raw in found.odd)):
        raise BadFile("no-sheets", names=" | ".join(list_titles()))
    return found
