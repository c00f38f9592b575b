"""Which revisions the schema has had, and at which one a database stands (decision 7)."""

import asyncio
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.pool import NullPool

from storage.connecting import async_url, connect_args
from storage.engines import open_engine
from storage.errors import translated
from storage.unit import UnitOfWork

_TABLE = "alembic_version"
_STANDS_AT = text(f"SELECT version_num FROM {_TABLE}")  # noqa: S608 - a name of our own


@cache
def list_revisions() -> tuple[str, ...]:
    """Returns every revision, oldest first: each script is named by its revision first."""
    scripts = (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(script.name.partition("_")[0] for script in scripts))


def newest_revision() -> str:
    """Returns the revision this program needs."""
    return list_revisions()[-1]


def is_known(revision: str) -> bool:
    """False for a revision that only a newer program has."""
    return revision in list_revisions()


def list_missing(revision: str | None) -> tuple[str, ...]:
    """Returns the revisions that a database at one (None: empty) still lacks, oldest first.

    None of them for a revision that this program does not know: it is newer.
    """
    every = list_revisions()
    if revision is None:
        return every
    return every[every.index(revision) + 1 :] if revision in every else ()


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
            async with engine.connect() as connection:
                return await connection.run_sync(find_revision)
    finally:
        await engine.dispose()


def find_revision(connection: Connection) -> str | None:
    """Returns the revision of a database, None for an empty one."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found: str | None = connection.scalar(_STANDS_AT)
    return found


async def read_revision(unit: UnitOfWork) -> str | None:
    """Returns the revision of an open database."""
    found: str | None = await unit.scalar(_STANDS_AT)
    return found
