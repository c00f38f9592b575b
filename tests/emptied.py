"""A PostgreSQL database emptied after each test, for to copy a template takes ten times longer."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

import asyncpg

# Every column of every table, and which revision they are of.
_SCHEMA = """
SELECT (SELECT string_agg(version_num, ',') FROM alembic_version) || string_agg(
    format('%s.%s', attrelid::regclass, attname), ',' ORDER BY attrelid::regclass::text, attnum)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0
"""
_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_EMPTY = """
DO $$
DECLARE name text; bytes bigint; filled boolean;
BEGIN
    -- A file without a page has no row: to ask the table itself would take much longer.
    FOR name, bytes IN SELECT relname, pg_relation_size(oid) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0 LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
        -- A new file takes longer than a few rows, and less than to read many that are gone.
        IF bytes > 500000 THEN EXECUTE format('TRUNCATE %I CASCADE', name);
        ELSIF filled THEN EXECUTE format('DELETE FROM %I', name);
        END IF;
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""


@dataclass
class EmptiedDatabase:
    """One database of a worker, with every table; made anew where a test has changed a table."""

    address: Callable[[str], str]
    template: str
    name: str = field(default_factory=lambda: f"test_{uuid.uuid4().hex}")
    _schema: str = field(default="", init=False)

    @property
    def url(self) -> str:
        return self.address(self.name)

    async def create(self) -> None:
        server = await asyncpg.connect(self.address("postgres"))
        try:
            await server.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
            await server.execute(f"CREATE DATABASE {self.name} TEMPLATE {self.template}")
        finally:
            await server.close()
        database = await asyncpg.connect(self.url)
        try:
            self._schema = await database.fetchval(_SCHEMA)
        finally:
            await database.close()

    async def empty(self) -> None:
        database = await asyncpg.connect(self.url)
        try:
            await database.execute(_OTHERS)
            is_whole = await self._is_whole(database)
            if is_whole:
                # References among the tables are none of its business.
                await database.execute("SET session_replication_role = replica")
                await database.execute(_EMPTY)
        finally:
            await database.close()
        if not is_whole:
            await self.create()

    async def _is_whole(self, database: asyncpg.Connection) -> bool:
        try:
            return bool(await database.fetchval(_SCHEMA) == self._schema)
        except asyncpg.UndefinedTableError:
            return False
