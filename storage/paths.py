"""Which places lie below another, asked so that SQLite reads a range of its index of paths."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    func,
    literal,
    or_,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

# The character after "/", with which every path ends.
_AFTER = chr(ord("/") + 1)


class _Lies(FunctionElement[bool]):
    """A path, where it is to lie, and the first text after all that lie there."""

    inherit_cache = True
    type = Boolean()
    # Else SQLite is asked whether the comparison "= 1", and reads no range.
    _is_implicitly_boolean = True


@compiles(_Lies, "sqlite")
def _by_range(element: _Lies, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    path, above, after = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({path} >= {above} AND {path} < {after})"


@compiles(_Lies)
def _by_prefix(element: _Lies, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    path, above = (compiler.process(clause, **options) for clause in list(element.clauses)[:2])
    return f"({path} ^@ {above})"


def lies_at(column: ColumnElement[str], path: str) -> ColumnElement[bool]:
    """Returns the condition that the place of a column is that at `path` or lies below it."""
    return _Lies(column, literal(path), literal(path[:-1] + _AFTER)) if path != "/" else true()


def lies_below(column: ColumnElement[str], above: ColumnElement[str]) -> ColumnElement[bool]:
    """Returns the condition that the place of a column is that of another or lies below it."""
    return _Lies(column, above, func.rtrim(above, "/").concat(_AFTER))


def within(
    column: ColumnElement[date], until: ColumnElement[date], day: date | ColumnElement[date]
) -> Any:  # noqa: ANN401 - SQLAlchemy's own
    """Returns the condition that `day` lies from `column` to `until`, open when that is null."""
    return (column <= day) & or_(until.is_(None), until >= day)
