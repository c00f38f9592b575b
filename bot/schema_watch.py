"""Notices that a newer program has changed the schema under this one."""

import asyncio

from storage import Database, Unavailable
from storage.revisions import is_known, read_revision

_LOOK_AGAIN = 1.0


class Outdated(Exception):
    """The database was brought up to date by a newer program; this one works no more on it."""


async def watch_schema(database: Database) -> None:
    """Looks every second, until cancelled; raises Outdated once the schema is a newer one.

    A turn that fails by a newer schema is set aside after six seconds at the earliest: by then
    the process has ended, and the turn is left to the newer one.
    """
    while True:
        await refuse_newer_schema(database)
        await asyncio.sleep(_LOOK_AGAIN)


async def refuse_newer_schema(database: Database) -> None:
    """Raises Outdated where a newer program has migrated."""
    try:
        async with database.read() as unit:
            revision = await read_revision(unit)
    except Unavailable:
        return
    if revision is not None and not is_known(revision):
        raise Outdated(
            f"the database was brought to {revision} by a newer sinhhoat, which takes over; "
            "this process has stopped, and nothing is lost: install the newer program here too"
        )
