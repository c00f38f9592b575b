"""Opens the database and hands out transactions."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.connecting import async_url, connect_args
from storage.engines import open_engine
from storage.errors import Unavailable, translated
from storage.inline_sqlite import DRIVER, begin_immediate
from storage.unit import UnitOfWork

# Readers beside the one writer of SQLite; connections in all on PostgreSQL.
_READERS = 4
_POSTGRESQL_CONNECTIONS = 12
# So that the database has work while we reckon, and the talks still have their turn.
_POSTGRESQL_WRITERS = 2
_BUSY_SECONDS = 15
# A reader waits for nobody but a process that recovers the file just now.
_READER_BUSY_MS = 250

Woken = Callable[[frozenset[str]], None]
Ended = Callable[[str, Unavailable | None], None]


class Database:
    """The database, open; `write` and `read` give a `UnitOfWork` each.

    On SQLite writers wait for one another in the order they came (one connection, BEGIN
    IMMEDIATE) and readers use connections of their own. `on_commit` is told which pumps a
    commit wakes, `on_end` whether a transaction could "read" or "write" (None) or the database
    was away; `writers` says how many transactions of long work may go on at once. Raises
    `storage.Unavailable` from `write` and `read` when it is away.
    """

    def __init__(
        self,
        url: str,
        *,
        new_id: Callable[[], int],
        on_commit: Woken | None = None,
        on_end: Ended | None = None,
    ) -> None:
        self.url = async_url(url)
        self._connect_args = connect_args(url, timeout=_BUSY_SECONDS)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.writers = 1 if self.is_sqlite else _POSTGRESQL_WRITERS
        self._new_id = new_id
        self._on_commit = on_commit
        self._on_end = on_end
        self._queue = asyncio.Lock()
        if self.is_sqlite:
            inline = self.url.set(drivername=DRIVER)
            self._writer = self._engine(inline, connections=1)
            self._reader = self._engine(inline, connections=_READERS)
            _prepare_sqlite_writer(self._writer.sync_engine)
            _prepare_sqlite_reader(self._reader.sync_engine)
        else:
            self._writer = self._engine(self.url, connections=_POSTGRESQL_CONNECTIONS)
            # By itself each statement would see what others committed since the one before.
            self._reader = self._writer.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    def _engine(self, url: URL, *, connections: int) -> AsyncEngine:
        return open_engine(
            url,
            pool_size=connections,
            max_overflow=0,
            pool_pre_ping=not self.is_sqlite,
            connect_args=self._connect_args,
        )

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        """Opens a transaction that is committed at the end, or undone if anything raises."""
        if self.is_sqlite:
            async with self._queue, self._transaction(self._writer, "write") as unit:
                yield unit
        else:
            async with self._transaction(self._writer, "write") as unit:
                yield unit
        if unit.wakes and self._on_commit is not None:
            self._on_commit(frozenset(unit.wakes))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        """Opens a transaction for reading: a steady view that blocks nobody."""
        async with self._transaction(self._reader, "read") as unit:
            yield unit

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine, purpose: str) -> AsyncIterator[UnitOfWork]:
        try:
            async with self._begun(engine) as unit:
                yield unit
        except Unavailable as error:
            self._tell(purpose, error)
            raise
        self._tell(purpose, None)

    def _tell(self, purpose: str, error: Unavailable | None) -> None:
        if self._on_end is not None:
            self._on_end(purpose, error)

    @asynccontextmanager
    async def _begun(self, engine: AsyncEngine) -> AsyncIterator[UnitOfWork]:
        transaction = engine.begin()
        with translated():
            connection = await transaction.__aenter__()
        try:
            unit = UnitOfWork(connection, self._new_id)
            yield unit
            await unit.flush()
        except BaseException as error:
            with translated():
                await transaction.__aexit__(type(error), error, error.__traceback__)
            raise
        with translated():
            await transaction.__aexit__(None, None, None)

    async def close(self) -> None:
        """Closes every connection."""
        await self._writer.dispose()
        await self._reader.dispose()


def _prepare_sqlite_writer(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        _set_pragmas(connection, "query_only=0", "busy_timeout=0")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        begin_immediate(connection, seconds=_BUSY_SECONDS)


def _prepare_sqlite_reader(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        _set_pragmas(connection, "query_only=1", f"busy_timeout={_READER_BUSY_MS}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")


def _set_pragmas(connection: Any, *more: str) -> None:  # noqa: ANN401 - the driver's own
    connection.isolation_level = None  # BEGIN is ours to say
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={_BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-32000",
        *more,
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
