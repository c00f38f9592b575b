"""What is said over a table: of what it is, as of when, and how far its month has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from documents.official.wording import span_words
from documents.tables.columns import TABLES, SheetName, Shown, TableColumn
from domain.figures import Figures
from domain.reporting_span import Span
from texts import label
from texts.numbers import percent


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHead:
    """What a table is of; `parts` are the figures of what is right below the place, by name.

    `kind` is what it is limited to, "" for everything. `made_at` is on the local clock. Places
    lie where they lay in each month, or `as_today`.
    """

    sheet: SheetName
    place: str
    span: Span
    kind: str
    made_at: datetime
    as_of: date
    is_final: bool
    parts: Sequence[tuple[str, Figures]]
    total: Figures
    shown: frozenset[Shown]
    as_today: bool = False

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns, whatever of them may be shown."""
        return TABLES[self.sheet]


def title_of(head: TableHead, language: str) -> str:
    """Returns what a table is called."""
    return label(
        "sheet-title",
        language,
        sheet=label(f"sheet-name-{head.sheet}", language),
        place=head.place,
        span=span_words(head.span, language),
    )


def head_lines(head: TableHead, language: str) -> list[str]:
    """Returns the lines under the title: of which units, as of when, what is still missing."""
    total = head.total
    key = "sheet-final" if head.is_final else "sheet-not-final"
    lines = [
        label("sheet-kind", language, kind=head.kind) if head.kind else "",
        label("sheet-as-today", language) if head.as_today else "",
        label(key, language, day=f"{head.as_of:%d/%m/%Y}"),
        label(
            "sheet-reported",
            language,
            number=total.reported,
            due=total.due,
            share=percent(total.reported, total.due, language),
            missing=total.missing,
            awaited=total.awaited,
        ),
        label("sheet-made", language, at=f"{head.made_at:%d/%m/%Y %H:%M}"),
    ]
    if any(column.shown not in head.shown for column in head.columns):
        lines.append(label("sheet-left-out", language))
    return [line for line in lines if line]


def incomplete_line(rows: int, language: str) -> str:
    """Returns what a table says at its end when rows are missing."""
    return label("sheet-incomplete", language, rows=rows)


def heading_of(column: TableColumn, language: str) -> str:
    """Returns what a column is called."""
    return label(f"sheet-head-{column.named or column.id}", language)


def legend_of(column: TableColumn, language: str) -> tuple[str, str, str, str]:
    """Returns what the legend says of a column: id, heading, meaning, what it holds."""
    return (
        column.id,
        heading_of(column, language),
        label(f"sheet-note-{column.named or column.id}", language),
        label(f"sheet-holds-{column.kind}", language),
    )
