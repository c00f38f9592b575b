"""Brings a database's schema up to date, forward only (decision 7)."""

import asyncio
import fcntl
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import NullPool

from storage.connecting import async_url, connect_args
from storage.copies import copy_aside
from storage.engines import open_engine
from storage.errors import translated
from storage.revisions import find_revision, is_known, newest_revision

_SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(url: str, *, now: datetime, revision: str = "") -> tuple[str | None, str]:
    """Migrates to `revision`, by itself the newest, and returns the revisions before and after.

    A SQLite file that has data is copied beside itself first (`<name>.before-<revision>-<time>`).
    Raises `storage.Unavailable` when the database cannot be reached.
    """
    address = async_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    engine = open_engine(address, connect_args=connect_args(url), poolclass=NullPool)
    target = revision or newest_revision()
    if not is_known(target):
        raise LookupError(f"this program knows no revision {target}")
    try:
        with translated():
            before = await find_revision(engine)
            if before == target:
                return before, target
            if not is_sqlite or not address.database:
                await _upgrade(engine, target, is_sqlite=is_sqlite)
                return before, target
            # Of several processes that start together one migrates, the others wait for it.
            file = Path(address.database)
            lock = await asyncio.to_thread(_take_turn, file)
            with lock:
                before = await find_revision(engine)
                if before is not None and before != target:
                    await asyncio.to_thread(copy_aside, file, before, now)
                await _upgrade(engine, target, is_sqlite=True)
    finally:
        await engine.dispose()
    return before, target


def _take_turn(file: Path) -> IO[bytes]:
    """Waits for whoever migrates the same file; returns what holds one's own turn while open."""
    lock = file.with_name(f"{file.name}.migrating").open("wb")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
    except BaseException:
        lock.close()
        raise
    return lock


async def _upgrade(engine: AsyncEngine, target: str, *, is_sqlite: bool) -> None:
    async with engine.connect() as connection:
        if is_sqlite:
            # Batch mode drops and renames tables: with foreign keys on, cascades would empty
            # their children, and the pragma is deaf inside a transaction.
            await connection.execute(text("PRAGMA foreign_keys=OFF"))
            await connection.commit()
        else:
            # Of several processes that start together one migrates, the others wait for it.
            await connection.execute(text("SELECT pg_advisory_xact_lock(784)"))
        await connection.run_sync(_run, target)
        if is_sqlite:
            broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
            if broken:
                raise ValueError(f"migration leaves dangling rows: {broken[:5]}")
        await connection.commit()


def _run(connection: Connection, target: str) -> None:
    # Most starts find nothing to migrate, and have no use for what does it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
