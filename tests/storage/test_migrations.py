import json
import re
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, MetaData, Table, func, inspect, select, text
from sqlalchemy import table as named
from sqlalchemy.ext.asyncio import create_async_engine

from storage.connecting import async_url
from storage.migrate import migrate
from storage.revisions import current_revision, list_missing, newest_revision
from storage.tables import metadata

NOW = datetime(2026, 11, 1, tzinfo=UTC)
# Where two columns exclude each other, one of them is to be filled.
GIVEN = {"post": {"chapter_id": 1}, "invitation": {"person_id": 1}}
SAMPLES: dict[type, Any] = {
    int: 1,
    str: "x",
    bool: True,
    object: {},  # JSON
    date: date(2026, 11, 5),
    datetime: NOW,
}


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Callable[[Callable[[Connection], Any]], Any]]:
    """Gives a function that runs another on a plain connection."""
    engine = create_async_engine(async_url(url))
    try:
        async with engine.begin() as connection:
            yield connection.run_sync
    finally:
        await engine.dispose()


def names(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_table_names() if name != "alembic_version"]


def tables(connection: Connection, only: Collection[str] | None = None) -> list[Table]:
    """The tables that are there, or only some, each after those that it refers to."""
    there, wanted = MetaData(), names(connection) if only is None else only
    if wanted:
        there.reflect(connection, only=sorted(wanted))
    return [table for table in there.sorted_tables if table.name in wanted]


def count_rows(connection: Connection) -> dict[str, int]:
    return {
        name: connection.scalar(select(func.count()).select_from(named(name))) or 0
        for name in names(connection)
    }


def fill_empty_tables(connection: Connection) -> None:
    """Puts one row into each table that has none, with every column that must have a value."""
    empty = {name for name, count in count_rows(connection).items() if not count}
    for table in tables(connection, empty):
        checks = inspect(connection).get_check_constraints(table.name)
        words = " ".join(str(check["sqltext"]) for check in checks)
        needed = [column for column in table.c if not column.nullable or column.primary_key]
        row = {column.name: sample(column, words) for column in needed}
        connection.execute(table.insert(), row | GIVEN.get(table.name, {}))


def sample(column: Column[Any], checks: str) -> Any:
    value = SAMPLES[column.type.python_type]
    allowed = re.search(rf"\b{column.name}\b[^']*?(?: in |ANY)[^']*'(\w+)'", checks)
    if value == "x" and allowed:
        return allowed[1]
    is_naive = isinstance(value, datetime) and not getattr(column.type, "timezone", False)
    return value.replace(tzinfo=None) if is_naive else value


async def test_every_step_keeps_every_row_of_every_table(empty_database_url: str) -> None:
    kept: dict[str, int] = {}
    for revision in list_missing(None):
        await migrate(empty_database_url, now=NOW, revision=revision)
        async with opened(empty_database_url) as run:
            after = await run(count_rows)
            assert {name: after.get(name, 0) for name in kept} == kept
            await run(fill_empty_tables)
            kept = await run(count_rows)
    assert set(kept) == set(metadata.tables)
    assert set(kept.values()) == {1}
    assert await current_revision(empty_database_url) == newest_revision()


async def test_the_migrated_schema_is_the_one_the_program_knows(database_url: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with opened(database_url) as run:
        assert await run(differences) == []


async def test_a_database_that_is_up_to_date_is_left_alone(database_url: str) -> None:
    newest = newest_revision()
    assert await migrate(database_url, now=NOW) == (newest, newest)


async def test_an_empty_database_has_no_revision(empty_database_url: str) -> None:
    assert await current_revision(empty_database_url) is None
    assert await migrate(empty_database_url, now=NOW) == (None, newest_revision())


async def test_an_unknown_revision_is_refused(empty_database_url: str) -> None:
    with pytest.raises(Exception, match="9999"):
        await migrate(empty_database_url, now=NOW, revision="9999")


async def test_an_older_database_gets_one_spelling_of_phones_and_names(
    empty_database_url: str,
) -> None:
    await migrate(empty_database_url, now=NOW, revision="0007")
    phones = {1: "+84 912.345.678", 2: "(+84)912345678", 3: "không rõ", 4: None, 5: "0912345678"}

    def write(connection: Connection) -> None:
        person = next(table for table in tables(connection) if table.name == "person")
        for number, phone in phones.items():
            values = {"id": number, "name": "Lý Thị Mỹ", "search_key": "ly thi my", "phone": phone}
            connection.execute(person.insert(), {**values, "created_at": NOW})

    def read(connection: Connection) -> list[Any]:
        person = metadata.tables["person"]
        columns = person.c.phone, person.c.search_key
        return list(connection.execute(select(*columns).order_by(person.c.id)).all())

    async with opened(empty_database_url) as run:
        await run(write)
    await migrate(empty_database_url, now=NOW)
    async with opened(empty_database_url) as run:
        rows = await run(read)
    word = "0912345678"
    assert [phone for phone, _ in rows] == [word, word, "không rõ", None, word]
    assert {key for _, key in rows} == {"li thi mi"}


async def test_json_that_was_restored_with_escapes_is_written_in_letters(
    empty_database_url: str,
) -> None:
    stored = {"name": "Thạch Thị Lan", "note": 'một "\\u" thật'}

    def restore(connection: Connection) -> None:
        escaped = json.dumps(stored)
        assert "\\u1ea1" in escaped
        connection.execute(
            text("INSERT INTO setting (key, value) VALUES ('x', :value)"), {"value": escaped}
        )

    def kept(connection: Connection) -> str:
        return str(connection.scalar(text("SELECT CAST(value AS TEXT) FROM setting")))

    await migrate(empty_database_url, now=NOW, revision="0008")
    async with opened(empty_database_url) as run:
        await run(restore)
    await migrate(empty_database_url, now=NOW)
    async with opened(empty_database_url) as run:
        written = await run(kept)
    assert json.loads(written) == stored
    assert "Thạch Thị Lan" in written


async def test_of_questions_shown_before_the_words_and_closed_looks_go(
    empty_database_url: str,
) -> None:
    asked = '{"text":"Mấy người có mặt?","prompt":{"id":"1.4"}}'
    rows: dict[int, dict[str, Any]] = {
        1: {"state": "sent", "prompt_id": "1.4"},
        2: {"state": "sent", "edits": 1},
        3: {"state": "pending", "prompt_id": "1.5"},
        4: {"state": "pending", "edits": 3},
        5: {"state": "sent", "started_by_bot": True, "dedupe_key": "remind:1"},
    }

    def write(connection: Connection) -> None:
        table = next(found for found in tables(connection) if found.name == "outbox")
        needed = {column.name: sample(column, "") for column in table.c if not column.nullable}
        for number, values in rows.items():
            given = {**needed, "started_by_bot": False, "message": json.loads(asked), "id": number}
            connection.execute(table.insert(), given | values)

    def read(connection: Connection) -> dict[int, Any]:
        outbox = metadata.tables["outbox"]
        return {row.id: row.message for row in connection.execute(select(outbox))}

    await migrate(empty_database_url, now=NOW, revision="0001")
    async with opened(empty_database_url) as run:
        await run(fill_empty_tables)
        await run(lambda connection: connection.execute(text("DELETE FROM outbox")))
        await run(write)
    await migrate(empty_database_url, now=NOW)
    async with opened(empty_database_url) as run:
        kept = await run(read)
    whole = json.loads(asked)
    assert kept == {1: {"text": ""}, 3: whole, 4: whole, 5: whole}
