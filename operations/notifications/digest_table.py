"""The figures of a digest as a table, to go with it: the rows of its picture and no more.

What a picture may show side by side is what `domain.disclosure` lets stand; a workbook tells the
same of each place and kind, how many reports came in time, late or not at all (decision 14).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from documents.tables.columns import TABLES, SheetName, Shown, Value
from documents.tables.heading import TableHead
from domain.disclosure import tables_of
from domain.figures import SMALLEST_CELL, Figures, Summary
from domain.reporting_span import Span
from texts import label

Row = dict[str, Value]
_WHAT = ("places", "kinds")


@dataclass(frozen=True, slots=True)
class DigestTable:
    """A table to be written, with what stands over it."""

    head: TableHead
    rows: tuple[Row, ...]


def tabulate(summary: Summary, language: str, *, made_at: datetime) -> DigestTable | None:
    """Returns what may be published of a month as a table, None where that is nothing."""
    total = summary.total
    if summary.is_hidden or total.meeting < SMALLEST_CELL or not total.due:
        return None
    cells = {(one.place, one.kind): one.figures for one in summary.cells}
    tables = tables_of(cells, with_kinds=summary.with_kinds)
    others = {what: label(f"digest-picture-other-{what}", language) for what in _WHAT}
    places = [*tables.places.items(), (others["places"], tables.other_places)]
    kinds = [*tables.kinds.items(), (others["kinds"], tables.other_kinds)]
    shown = [(name, figures) for name, figures in places if figures.due]
    return DigestTable(
        TableHead(
            sheet=SheetName.FIGURES,
            place=summary.area,
            span=Span(summary.year, summary.month, 1),
            kind="",
            made_at=made_at,
            as_of=summary.as_of,
            is_final=summary.is_final,
            # The whole stands over them; a single part would be the same again.
            parts=shown if len(tables.places) > 1 else [(summary.area, total)],
            total=total,
            shown=frozenset(Shown),
        ),
        (
            *_rows(summary, "area", shown if len(tables.places) > 1 else []),
            *_rows(summary, "kind", [(name, one) for name, one in kinds if one.due]),
        ),
    )


def _rows(summary: Summary, column: str, named: list[tuple[str, Figures]]) -> Iterator[Row]:
    blank: Row = dict.fromkeys(one.id for one in TABLES[SheetName.FIGURES])
    for name, figures in named:
        yield {
            **blank,
            "period": str(summary.period),
            column: name,
            "on_time": figures.on_time,
            "late": figures.late,
            "missing": figures.missing,
            "state": "closed" if summary.is_final else "open",
        }
