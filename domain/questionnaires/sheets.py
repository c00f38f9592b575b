"""An XLSForm as the rows of its three sheets: kept as they came, so that they go out the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.columns import column_letters

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
NAMES = (SURVEY, CHOICES, SETTINGS)

# The cells of each sheet by its name, headings first.
Sheets = Mapping[str, Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, or not used, in one cell: where it stands and why, by the end of a text key.

    Of a `mild` one the form can do without what stands there.
    """

    sheet: str
    row: int
    column: str
    code: str
    what: str = ""
    mild: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet by its headings."""

    sheet: str
    row: int
    cells: Mapping[str, str]
    columns: Mapping[str, str]

    def text(self, *headings: str) -> str:
        """Returns what stands below the first of some headings that has anything."""
        return next((self.cells[name] for name in headings if self.cells.get(name)), "")

    def fault(self, heading: str, code: str, what: str = "", *, mild: bool = False) -> Fault:
        """Returns what is wrong below a heading."""
        column = self.columns.get(heading, "A")
        return Fault(self.sheet, self.row, column, code, what, mild=mild)


def heading_of(cell: str) -> str:
    """Returns a heading as it is compared: small letters before the language, no spaces."""
    name, _, language = cell.strip().partition("::")
    plain = "_".join(name.strip().lower().split())
    return f"{plain}::{language.strip()}" if language else plain


def read_lines(sheets: Sheets, sheet: str) -> Iterator[Line]:
    """Yields the rows of a sheet in which anything stands; the first one has the headings."""
    rows = sheets.get(sheet, ())
    headings = [heading_of(cell) for cell in rows[0]] if rows else []
    columns = {name: column_letters(at) for at, name in enumerate(headings, start=1) if name}
    for number, row in enumerate(rows[1:], start=2):
        cells = {
            name: cell.strip()
            for name, cell in zip(headings, row, strict=False)
            if name and cell.strip()
        }
        if cells:
            yield Line(sheet, number, cells, columns)
