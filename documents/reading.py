"""Opens whatever file somebody calls their directory."""

from collections.abc import Callable
from pathlib import Path

from documents.book import BadFile, Book
from documents.csv_files import read_csv_file, read_csv_folder, read_csv_zip
from documents.guard import check_head, check_size, check_zip
from documents.xlsx import read_xlsx


def _ignore(_rows: int) -> None:
    return None


def read_directory(
    path: Path, *, name: str = "", on_rows: Callable[[int], None] = _ignore
) -> Book:
    """Returns the rows and faults of a workbook, a CSV file, or a folder or zip of these.

    `name` is what the file was called where it came from: it says which sheet a CSV file is.
    `on_rows` is told of every thousand rows. Raises BadFile for a file that is none: quickly,
    and before anything is unpacked.
    """
    if path.is_dir():
        return read_csv_folder(path, Book(on_rows=on_rows))
    check_size(path)
    called = Path(name or path.name)
    if called.suffix.lower() == ".csv":
        return read_csv_file(path, Book(on_rows=on_rows), title=called.stem)
    check_head(path)
    names = check_zip(path)
    if any(name.lower() == "xl/workbook.xml" for name in names):
        return read_xlsx(path, Book(on_rows=on_rows))
    if any(name.lower().endswith(".csv") for name in names):
        return read_csv_zip(path, names, Book(on_rows=on_rows))
    raise BadFile("not-workbook")
