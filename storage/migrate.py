"""Brings a database's schema up to date, forward only (decision 7)."""

import asyncio
import fcntl
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from storage.connecting import async_url, connect_args
from storage.copies import copy_aside
from storage.engines import open_engine, open_file_engine
from storage.errors import translated
from storage.revisions import find_revision, is_known, newest_revision

_SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(url: str, *, now: datetime, revision: str = "") -> tuple[str | None, str]:
    """Migrates to `revision`, by itself the newest, and returns the revisions before and after.

    A SQLite file that has data is copied beside itself first (`<name>.before-<revision>-<time>`).
    Raises `storage.Unavailable` when the database cannot be reached.
    """
    address = async_url(url)
    target = revision or newest_revision()
    if not is_known(target):
        raise LookupError(f"this program knows no revision {target}")
    with translated():
        if address.get_backend_name() == "sqlite":
            return await asyncio.to_thread(_migrate_file, address, target, now), target
        engine = open_engine(address, connect_args=connect_args(url), poolclass=NullPool)
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(_migrate_server, target), target
        finally:
            await engine.dispose()


def _migrate_server(connection: Connection, target: str) -> str | None:
    before = find_revision(connection)
    if before != target:
        # Of several processes that start together one migrates, the others wait for it.
        connection.execute(text("SELECT pg_advisory_xact_lock(784)"))
        _run(connection, target)
        connection.commit()
    return before


def _migrate_file(address: URL, target: str, now: datetime) -> str | None:
    """Migrates a SQLite file in one thread: its hundreds of short statements need no other."""
    engine = open_file_engine(address, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            before = find_revision(connection)
        if before == target:
            return before
        file = Path(address.database or "")
        # Of several processes that start together one migrates, the others wait for it.
        with _take_turn(file), engine.connect() as connection:
            before = find_revision(connection)
            if before is not None and before != target:
                copy_aside(file, before, now)
            _upgrade_file(connection, target)
    finally:
        engine.dispose()
    return before


def _upgrade_file(connection: Connection, target: str) -> None:
    # Batch mode drops and renames tables: with foreign keys on, cascades would empty their
    # children, and the pragma is deaf inside a transaction.
    connection.rollback()
    connection.execute(text("PRAGMA foreign_keys=OFF"))
    connection.commit()
    _run(connection, target)
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    if broken:
        raise ValueError(f"migration leaves dangling rows: {broken[:5]}")
    connection.commit()


def _take_turn(file: Path) -> IO[bytes]:
    """Waits for whoever migrates the same file; returns what holds one's own turn while open."""
    lock = file.with_name(f"{file.name}.migrating").open("wb")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
    except BaseException:
        lock.close()
        raise
    return lock


def _run(connection: Connection, target: str) -> None:
    # Most starts find nothing to migrate, and have no use for what does it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
