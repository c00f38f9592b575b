"""A join whose left side is read first, where SQLite would begin with the other one.

SQLite knows nothing of how many rows an expression yields: it would rather read a whole month
of a land than the few places that are asked for.
"""

from typing import Any

from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import Join


class _InOrder(Join):
    """A join that SQLite does not turn round."""

    inherit_cache = True


@compiles(_InOrder, "sqlite")
def _by_cross_join(element: _InOrder, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    # Whether every table is joined to another is not looked at here.
    options |= {"from_linter": None}
    left, right = (
        compiler.process(side, **options | {"asfrom": True})
        for side in (element.left, element.right)
    )
    options.pop("asfrom", None)
    on = "" if element.onclause is None else compiler.process(element.onclause, **options)
    return f"{left} CROSS JOIN {right} ON {on}"


def join_in_order(left: FromClause, right: FromClause, on: ColumnElement[bool]) -> Join:
    """Returns the join of two tables on a condition, the left one read first."""
    return _InOrder(left, right, on)
