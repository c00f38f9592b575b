from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from storage import Database
from storage.maintenance import leases
from storage.tables.mail import lease


async def test_a_reader_sees_nothing_of_what_is_committed_meanwhile(database: Database) -> None:
    counting = select(func.count()).select_from(lease)
    async with database.read() as reading:
        before = await reading.scalar(counting)
        async with database.write() as writing:
            await leases.acquire(writing, name="clock", owner="us", lasts=timedelta(0))
        assert await reading.scalar(counting) == before
    async with database.read() as reading:
        assert await reading.scalar(counting) == before + 1


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        async with database.read() as unit:
            await leases.release(unit, name="clock", owner="us")


async def test_what_people_wrote_stands_in_no_error(database: Database) -> None:
    spoilt = text("SELECT missing FROM lease WHERE owner = :words").bindparams(words="Đường hư")
    with pytest.raises(DBAPIError, match="missing") as caught:
        async with database.read() as unit:
            await unit.first(spoilt)
    assert "Đường hư" not in str(caught.value)
