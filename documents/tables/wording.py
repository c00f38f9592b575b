"""Values of a table in words: codes as people call them, yes and no."""

from collections.abc import Callable, Sequence

from documents.tables.columns import TableColumn, Value, ValueKind
from texts import label

Render = Callable[[Value], Value]


def renderers(columns: Sequence[TableColumn], language: str) -> list[Render | None]:
    """Returns for each column what turns a value into what a person reads, if it must be."""
    return [_renderer(column, language) for column in columns]


def _renderer(column: TableColumn, language: str) -> Render | None:
    if column.kind is ValueKind.CODE:
        return _words(column.words, language)
    if column.kind is ValueKind.FLAG:
        said = {True: label("sheet-yes", language), False: label("sheet-no", language)}
        return lambda value: None if value is None else said[bool(value)]
    return None


def _words(beginning: str, language: str) -> Render:
    known: dict[Value, Value] = {None: None, "": None}

    def render(value: Value) -> Value:
        if value not in known:
            known[value] = label(f"{beginning}{value}", language)
        return known[value]

    return render
