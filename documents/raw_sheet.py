"""A sheet as it stands in a file, before anybody knows what it is about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# First row, first column, last row, last column, from 1.
Range = tuple[int, int, int, int]
Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that holds a formula or an error instead of a value; `code` says which."""

    code: str
    text: str


class Share(float):
    """A number that its sheet shows as per cent: 0.9 is "90%"."""

    def __str__(self) -> str:
        return f"{float(self) * 100:g}%"


@dataclass(slots=True)
class RawSheet:
    """A sheet's cells; `rows` begins anew each time it is called, rows are numbered from 1.

    `odd` are cells that hold something else than their plain values, by row and column;
    `hidden` are rows that nobody sees, `merged` what is drawn as one cell;
    `is_text` is a file that holds one sheet only, as text.
    """

    title: str
    rows: Callable[[], Iterator[Cells]]
    odd: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    merged: Sequence[Range] = ()
    is_text: bool = False

    def numbered(self) -> Iterator[tuple[int, Cells]]:
        """Yields each row with its number."""
        for number, cells in enumerate(self.rows(), start=1):
            yield number, self._with_odd(number, cells) if number in self.odd else cells

    def _with_odd(self, number: int, cells: Cells) -> Cells:
        held = list(cells)
        for place, code in self.odd[number].items():
            while len(held) < place:
                held.append("")
            value = held[place - 1]
            if code == "percent":
                held[place - 1] = Share(value) if isinstance(value, float | int) else value
            else:
                held[place - 1] = NoValue(code, str(value))
        return held
