"""Tables by the names of their columns, headed in the language of the document."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from documents.official.paper import Table
from texts import label


def table_of(
    columns: Mapping[str, float],
    rows: Iterable[Sequence[str]],
    language: str,
    *,
    numbers: Collection[str],
    total: Sequence[str] = (),
) -> Table:
    """Returns a table; `columns` are their names with shares of the width, `numbers` some names.

    The `total` is a last row in bold letters.
    """
    return Table(
        heads=tuple(label(f"doc-col-{name}", language) for name in columns),
        rows=tuple(map(tuple, rows)),
        widths=tuple(columns.values()),
        numbers=frozenset(at for at, name in enumerate(columns) if name in numbers),
        total=tuple(total),
    )


def numbered(rows: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    """Yields rows with their places before them, from 1."""
    return ((str(place), *row) for place, row in enumerate(rows, start=1))
