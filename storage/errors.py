"""Storage's own errors, so that nobody above needs the database library's.

StorageError
├── Unavailable   connection lost, locked, disk full: worth another try, nobody's fault
├── Damaged       the SQLite file cannot be read as one: only a backup helps
└── Duplicate     a unique key stands against it
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc


class StorageError(Exception):
    """The database could not do what was asked."""


class Unavailable(StorageError):
    """The database cannot be used just now; the same work may succeed later."""


class Damaged(StorageError):
    """The file is no database, or one with broken pages; trying again does not help."""


class Duplicate(StorageError):
    """A row with this unique key is there already."""


# What SQLite says of a file whose header or pages are broken.
_DAMAGED = ("file is not a database", "malformed")
# PostgreSQL: connection, resources, operator intervention, serialisation, lock not available.
_PASSING = ("08", "53", "57", "58", "40", "55P03")


@contextmanager
def translated() -> Iterator[None]:
    """Turns the database library's errors into storage's own."""
    try:
        yield
    except exc.IntegrityError as error:
        raise Duplicate(str(error.orig)) from error
    except (exc.InterfaceError, exc.TimeoutError, OSError, TimeoutError) as error:
        raise Unavailable(str(error)) from error
    except exc.DBAPIError as error:
        if _is_passing(error):
            raise Unavailable(str(error.orig)) from error
        if any(sign in str(error.orig).lower() for sign in _DAMAGED):
            raise Damaged(
                f"the database file is damaged ({error.orig}): stop the bot, move the file aside "
                "and restore the last backup with `sinhhoat restore`"
            ) from error
        raise
    except _driver_errors() as error:
        # A server that is starting up, or has no place left, is refused by the driver itself.
        if str(getattr(error, "sqlstate", "")).startswith(_PASSING):
            raise Unavailable(str(error)) from error
        raise


def _driver_errors() -> tuple[type[Exception], ...]:
    """Returns what PostgreSQL's driver raises itself; nothing where no such database is open."""
    driver = sys.modules.get("asyncpg")
    return (driver.PostgresError,) if driver else ()


def _is_passing(error: exc.DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return state.startswith(_PASSING)
    words = str(error.orig).lower()
    # A missing column is an OperationalError too in SQLite, and no passing trouble.
    return isinstance(error, exc.OperationalError) and any(
        sign in words
        for sign in ("locked", "busy", "full", "disk i/o", "unable to open", "closed")
    )
