"""Brings a database's schema up to date, forward only (decision 7)."""

import asyncio
import fcntl
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import NullPool

from storage.connecting import async_url, connect_args
from storage.copies import copy_aside
from storage.engines import open_engine
from storage.errors import translated
from storage.unit import UnitOfWork

_SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(url: str, *, now: datetime, revision: str = "head") -> tuple[str | None, str]:
    """Migrates to `revision` and returns the revisions before and after.

    A SQLite file that has data is copied beside itself first (`<name>.before-<revision>-<time>`).
    Raises `storage.Unavailable` when the database cannot be reached.
    """
    address = async_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    engine = open_engine(address, connect_args=connect_args(url), poolclass=NullPool)
    target = _target(revision)
    try:
        with translated():
            before = await _revision(engine)
            if before == target:
                return before, target
            if not is_sqlite or not address.database:
                await _upgrade(engine, target, is_sqlite=is_sqlite)
                return before, target
            # Of several processes that start together one migrates, the others wait for it.
            file = Path(address.database)
            lock = await asyncio.to_thread(_take_turn, file)
            with lock:
                before = await _revision(engine)
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


async def current_revision(url: str) -> str | None:
    """Returns the revision the database stands at, None for an empty one or none at all."""
    address = async_url(url)
    if address.get_backend_name() == "sqlite":
        file = Path(address.database or "")
        if not await asyncio.to_thread(file.exists):
            return None
    engine = open_engine(address, connect_args=connect_args(url), poolclass=NullPool)
    try:
        with translated():
            return await _revision(engine)
    finally:
        await engine.dispose()


async def read_revision(unit: UnitOfWork) -> str | None:
    """Returns the revision of an open database."""
    found: str | None = await unit.scalar(text("SELECT version_num FROM alembic_version"))
    return found


@cache
def is_known(revision: str) -> bool:
    """False for a revision that only a newer program has."""
    script = ScriptDirectory.from_config(_config())
    return revision in {step.revision for step in script.walk_revisions()}


def newest_revision() -> str:
    """Returns the revision this program needs."""
    return _target("head")


def list_missing(revision: str | None) -> list[str]:
    """Returns the revisions that a database at one (None: empty) still lacks, oldest first.

    None of them for a revision that this program does not know: it is newer.
    """
    script = ScriptDirectory.from_config(_config())
    every = [step.revision for step in reversed(list(script.walk_revisions()))]
    if revision is None:
        return every
    return every[every.index(revision) + 1 :] if revision in every else []


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return config


def _target(revision: str) -> str:
    found = ScriptDirectory.from_config(_config()).get_revision(revision)
    if found is None:
        raise LookupError(revision)
    return found.revision


async def _revision(engine: AsyncEngine) -> str | None:
    async with engine.connect() as connection:
        return await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision()
        )


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
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, target)
