"""Many ids as one parameter: the text of a statement stays the same, however many there are.

With a parameter for each id, every number of them would be a statement of its own, to be
written out, read and planned anew by the database each time.
"""

from collections.abc import Collection
from typing import Any

import orjson
from sqlalchemy import ARRAY, Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from storage.tables.base import Id


class _Ids(TypeDecorator[Collection[int]]):
    """An array, or where there are none the same as JSON."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Returns the type that a database has for many ids."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(Id))

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Returns the ids in their order, as the database takes them."""
        ids = sorted(value or ())
        return orjson.dumps(ids).decode() if dialect.name == "sqlite" else ids


class _Listed(FunctionElement[bool]):
    """An id and the list in which it is to be."""

    inherit_cache = True
    type = Boolean()
    # Else SQLite is asked whether the comparison "= 1", and uses no index.
    _is_implicitly_boolean = True


@compiles(_Listed, "sqlite")
def _in_json(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({ids})))"  # noqa: S608 - only bound


@compiles(_Listed)
def _in_array(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({column} = ANY({ids}))"


def listed(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Returns the condition that a column is one of the ids given as the parameter `name`."""
    return _Listed(column, bindparam(name, type_=_Ids()))
