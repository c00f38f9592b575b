"""A transaction that a test takes back, so that its next example begins with nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from storage import Database, UnitOfWork


class _Undo(Exception):
    pass


@asynccontextmanager
async def undone(database: Database) -> AsyncIterator[UnitOfWork]:
    """Lets something be written, and takes it back at the end."""
    with suppress(_Undo):
        async with database.write() as unit:
            yield unit
            raise _Undo
