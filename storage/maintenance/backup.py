"""Copies every row out of a database and back in, the same from and to both kinds.

The tables are read as the database itself describes them, so that a backup of an older
schema can be restored and then migrated.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import orjson
from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Integer,
    MetaData,
    Table,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from storage.connecting import async_url, connect_args
from storage.engines import open_engine, open_file_engine
from storage.errors import translated

_CHUNK = 1000
_VERSION_TABLE = "alembic_version"

Row = dict[str, Any]


async def dump_rows(url: str) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Yields (table, rows as JSON) of one steady view of the database, parents first.

    Every table comes at least once, an empty one with no rows.
    """
    engine = open_engine(async_url(url), connect_args=connect_args(url), poolclass=NullPool)
    try:
        with translated():
            async with engine.connect() as connection:
                await _steady_view(connection)
                for table in await _tables(connection):
                    async for chunk in _chunks(connection, table):
                        yield str(table.name), chunk
    finally:
        await engine.dispose()


async def _steady_view(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
    else:
        await connection.exec_driver_sql("BEGIN")


async def _chunks(connection: AsyncConnection, table: Table) -> AsyncIterator[list[bytes]]:
    result = await connection.stream(select(table).order_by(*table.primary_key.columns))
    empty = True
    async for rows in result.partitions(_CHUNK):
        empty = False
        yield [orjson.dumps(_outgoing(row._mapping)) for row in rows]
    if empty:
        yield []


async def load_rows(
    url: str, rows: Iterable[tuple[str, Sequence[bytes]]], *, on_chunk: Callable[[int], None]
) -> dict[str, int]:
    """Loads rows into a database that has the schema and no row; returns counts by table.

    All or nothing. Raises ValueError when the database is not empty or lacks a table.
    """
    engine = open_engine(async_url(url), connect_args=connect_args(url), poolclass=NullPool)
    try:
        with translated():
            async with engine.begin() as connection:
                tables = {table.name: table for table in await _tables(connection)}
                await _require_empty(connection, tables.values())
                return await _load(connection, tables, rows, on_chunk)
    finally:
        await engine.dispose()


async def _load(
    connection: AsyncConnection,
    tables: dict[str, Table],
    rows: Iterable[tuple[str, Sequence[bytes]]],
    on_chunk: Callable[[int], None],
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name, chunk in rows:
        if name not in tables:
            raise ValueError(f"the backup has a table that this schema lacks: {name}")
        table = tables[name]
        values = [_incoming(orjson.loads(line), table) for line in chunk]
        await _insert(connection, table, values)
        counts[name] = counts.get(name, 0) + len(values)
        on_chunk(len(values))
    for table in tables.values():
        await _count_on(connection, table)
    return counts


async def _tables(connection: AsyncConnection) -> list[Table]:
    metadata = MetaData()
    if connection.dialect.name == "sqlite":
        await asyncio.to_thread(_reflect_file, metadata, connection.engine.url)
    else:
        await connection.run_sync(metadata.reflect)
    return [table for table in metadata.sorted_tables if table.name != _VERSION_TABLE]


def _reflect_file(metadata: MetaData, url: URL) -> None:
    """Reads the tables of a SQLite file in one thread: each takes a dozen short statements."""
    engine = open_file_engine(url, poolclass=NullPool)
    metadata.reflect(engine)
    engine.dispose()


async def _require_empty(connection: AsyncConnection, tables: Iterable[Table]) -> None:
    for table in tables:
        if await connection.scalar(select(func.count()).select_from(table)):
            raise ValueError(f"the database is not empty: table {table.name} has rows")


async def _insert(connection: AsyncConnection, table: Table, values: list[Row]) -> None:
    """Inserts rows; references to the own table follow, for a parent may come after its child."""
    if not values:
        return
    own = [column for column in table.columns if _refers_to(column, table)]
    later = [
        {"row_id": row["id"], **{column.name: row[column.name] for column in own}}
        for row in values
        if any(row[column.name] is not None for column in own)
    ]
    bare = [{**row, **{column.name: None for column in own}} for row in values]
    await connection.execute(table.insert(), bare)
    if later:
        await connection.execute(
            table.update()
            .where(table.c.id == bindparam("row_id"))
            .values({column: bindparam(column.name) for column in own}),
            later,
        )


def _refers_to(column: Column[Any], table: Table) -> bool:
    return any(key.column.table is table for key in column.foreign_keys)


async def _count_on(connection: AsyncConnection, table: Table) -> None:
    """Lets PostgreSQL's counter go on after the highest id."""
    key = table.c.get("id")
    if connection.dialect.name != "postgresql" or key is None or not isinstance(key.type, Integer):
        return
    sequence = await connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    if sequence:
        highest = await connection.scalar(select(func.max(key))) or 0
        await connection.execute(select(func.setval(sequence, highest + 1, False)))


def _outgoing(row: Any) -> Row:  # noqa: ANN401 - a row mapping
    return {
        str(name): value.replace(tzinfo=UTC)
        if isinstance(value, datetime) and value.tzinfo is None
        else value
        for name, value in row.items()
    }


def _incoming(row: Row, table: Table) -> Row:
    return {name: _value(value, table.c[name]) for name, value in row.items()}


def _value(value: Any, column: Column[Any]) -> Any:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return None
    if isinstance(column.type, DateTime):
        moment = datetime.fromisoformat(value).astimezone(UTC)
        return moment if column.type.timezone else moment.replace(tzinfo=None)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value
