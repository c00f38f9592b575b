"""One open transaction: what is read and written in it, and whom to wake after its commit."""

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Hashable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import CursorResult, Executable, Row, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.schema import Table

from storage.errors import translated

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

T = TypeVar("T")
Values = Mapping[str, Any]
_PLAN_AFRESH = text("set local plan_cache_mode = force_custom_plan")


class UnitOfWork:
    """An open transaction.

    `buffer` gathers rows for one statement and writes them all at once by `flush`, which the
    commit calls; `wake` names a pump to be woken once the commit has succeeded.
    """

    def __init__(self, connection: AsyncConnection, new_id: Callable[[], int]) -> None:
        self.connection = connection
        self.new_id = new_id
        self.wakes: set[str] = set()
        self._buffered: dict[Executable, list[Values]] = {}
        self._remembered: dict[Hashable, Any] = {}
        self._rests_on: set[Table] = set()

    @property
    def on_postgresql(self) -> bool:
        """True where rows can be locked one by one."""
        return self.connection.dialect.name == "postgresql"

    async def plan_afresh(self) -> None:
        """Lets each statement of this transaction be planned by how large the tables are now.

        PostgreSQL keeps the plan of a statement that ran often: one made while a table was all
        but empty reads the whole of it for each row, until autovacuum has counted the table.
        """
        if self.on_postgresql:
            await self.run(_PLAN_AFRESH)

    def wake(self, pump: str) -> None:
        """Wakes `pump` after the commit."""
        self.wakes.add(pump)

    async def remember(
        self, key: Hashable, tables: Collection[Table], read: Callable[[], Awaitable[T]]
    ) -> T:
        """Returns what was read under `key` in this transaction, if its tables stand as then."""
        if key not in self._remembered:
            self._remembered[key] = await read()
            self._rests_on.update(tables)
        found: T = self._remembered[key]
        return found

    async def _execute(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[Any]:
        if self._remembered and getattr(statement, "table", None) in self._rests_on:
            self._remembered.clear()
        with translated():
            return await self.connection.execute(statement, values)

    async def all(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> Sequence[Row[Any]]:
        """Returns every row."""
        return (await self._execute(statement, values)).all()

    async def first(self, statement: Executable, values: Values | None = None) -> Row[Any] | None:
        """Returns the first row or None."""
        return (await self._execute(statement, values)).first()

    async def scalar(self, statement: Executable, values: Values | None = None) -> Any:  # noqa: ANN401 - whatever the column holds
        """Returns the first column of the first row, or None."""
        return (await self._execute(statement, values)).scalar()

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> int:
        """Runs a statement, once for each set of values, and returns how many rows it touched."""
        return (await self._execute(statement, values)).rowcount

    async def add(self, table: Table, **values: Any) -> int:  # noqa: ANN401 - whatever the columns hold
        """Inserts one row and returns its id."""
        result = await self._execute(table.insert().values(**values))
        key: Any = result.inserted_primary_key
        return int(key[0])

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """Returns an insert that can say what to do on a conflict."""
        if not self.on_postgresql:
            return sqlite.insert(table)
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - only where it is used

        return postgresql.insert(table)

    def buffer(self, statement: Insert | Update | Delete, values: Values) -> None:
        """Gathers `values` for `statement`; rows of one statement must name the same columns."""
        self._buffered.setdefault(statement, []).append(values)

    async def flush(self) -> None:
        """Writes what was gathered, one round trip a statement, in the order first named."""
        gathered, self._buffered = self._buffered, {}
        for statement, rows in gathered.items():
            await self._execute(statement, rows)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Undoes what happens inside if it raises, and nothing else of the transaction."""
        await self.flush()
        with translated():
            try:
                async with self.connection.begin_nested():
                    yield
            except BaseException:
                self._remembered.clear()
                raise

    async def add_many(self, table: Table, rows: Iterable[Values]) -> None:
        """Inserts many rows that name the same columns."""
        if batch := list(rows):
            await self.run(table.insert(), batch)

    async def add_all(self, table: Table, rows: Iterable[Values]) -> list[int]:
        """Inserts many rows that name the same columns and returns their ids, in order."""
        if not (batch := list(rows)):
            return []
        insert = table.insert().returning(table.c.id, sort_by_parameter_order=True)
        return [int(row.id) for row in await self._execute(insert, batch)]
