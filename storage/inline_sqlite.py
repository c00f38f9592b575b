"""SQLite, run where it is called: no thread between a statement and its rows.

A statement of a talk takes microseconds; handing it to a thread and back takes many times that.
Only what may wait runs elsewhere: a commit (for the disk) and a long list of rows in a thread, a
query that is not done after some milliseconds is begun again in one, and a transaction that
cannot begin yet tries again while others go on.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import ConnectArgsType
from sqlalchemy.util.concurrency import await_

# Cursors and connections are the driver's own, the context of a statement SQLAlchemy's.
# ruff: noqa: ANN401, ARG002

DRIVER = "sqlite+inline"
_TURN_OF_OTHERS = 0.005
_RETRY_AFTER = 0.005
_LONG_LIST = 200
_LONG_QUERY = 0.005
# In steps of SQLite's own machine, some twenty microseconds.
_CHECK_EVERY = 2000


class _Cursor(sqlite3.Cursor):
    """Reads all rows of a query at once, so that none is stepped through later."""

    _rows: Iterator[Any] | None = None

    def query(self, statement: str, parameters: Any) -> None:
        """Runs a query to its last row."""
        self._rows = None
        self.execute(statement, parameters)
        self._rows = iter(super().fetchall())

    def fetchall(self) -> list[Any]:
        return super().fetchall() if self._rows is None else list(self._rows)

    def fetchone(self) -> Any:
        return super().fetchone() if self._rows is None else next(self._rows, None)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        return super().fetchmany(size) if self._rows is None else list(islice(self._rows, size))

    async def _async_soft_close(self) -> None:
        """Called by SQLAlchemy once a statement ran; its rows are still to be read."""


class _Connection(sqlite3.Connection):
    written_before = 0

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


class InlineSqlite(SQLiteDialect_pysqlite):
    """The standard library's driver under SQLAlchemy's asyncio."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._others_ran_at = 0.0

    @classmethod
    def get_pool_class(cls, url: URL) -> type[pool.Pool]:  # noqa: ARG003
        return pool.AsyncAdaptedQueuePool

    def create_connect_args(self, url: URL) -> ConnectArgsType:
        args, options = super().create_connect_args(url)
        return args, {**options, "factory": _Connection}

    def get_driver_connection(self, connection: Any) -> Any:
        return connection

    def do_execute(
        self, cursor: Any, statement: str, parameters: Any, context: Any = None
    ) -> None:
        await_(self._let_others_run())
        if statement.startswith(("SELECT", "WITH")):
            _query(cursor, statement, parameters)
        else:
            cursor.execute(statement, parameters)

    def do_execute_no_params(self, cursor: Any, statement: str, context: Any = None) -> None:
        await_(self._let_others_run())
        cursor.execute(statement)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Sequence[Any], context: Any = None
    ) -> None:
        if len(parameters) < _LONG_LIST:
            await_(self._let_others_run())
            cursor.executemany(statement, parameters)
        else:
            await_(_in_thread(cursor.executemany, statement, parameters))

    def do_commit(self, dbapi_connection: Any) -> None:
        if dbapi_connection.total_changes == dbapi_connection.written_before:
            dbapi_connection.commit()
        else:
            await_(_in_thread(dbapi_connection.commit))

    async def _let_others_run(self) -> None:
        """Gives other tasks their turn, every few milliseconds of a long transaction."""
        loop = asyncio.get_running_loop()
        if loop.time() - self._others_ran_at > _TURN_OF_OTHERS:
            await asyncio.sleep(0)
            self._others_ran_at = loop.time()


registry.register("sqlite.inline", __name__, InlineSqlite.__name__)


def begin_immediate(connection: Connection, *, seconds: float) -> None:
    """Begins to write once no other process does; raises OperationalError after `seconds`."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    driver: Any = connection.connection.driver_connection
    while loop.time() < until:
        try:
            driver.execute("BEGIN IMMEDIATE")
            driver.written_before = driver.total_changes
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                break
            await_(asyncio.sleep(_RETRY_AFTER))
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _query(cursor: Any, statement: str, parameters: Any) -> None:
    """Runs a query here if it is short, in a thread if it is not."""
    until = time.monotonic() + _LONG_QUERY
    connection = cursor.connection
    connection.set_progress_handler(lambda: time.monotonic() > until, _CHECK_EVERY)
    try:
        cursor.query(statement, parameters)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
    else:
        return
    finally:
        connection.set_progress_handler(None, 0)
    await_(_in_thread(cursor.query, statement, parameters))


async def _in_thread(call: Callable[..., object], *args: object) -> None:
    """Runs a call to its end, also where who waits for it is cancelled meanwhile."""
    running = asyncio.get_running_loop().run_in_executor(None, call, *args)
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise
