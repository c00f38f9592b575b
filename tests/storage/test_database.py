import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, literal, select, text
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


async def test_a_long_query_lets_others_run(database: Database) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.001)

    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < 300_000))
    ticking = asyncio.ensure_future(tick())
    try:
        for transaction in (database.read, database.write):
            before = ticks
            async with transaction() as unit:
                assert await unit.scalar(select(func.sum(numbers.c.n))) == 45_000_150_000
            assert ticks > before + 1
    finally:
        ticking.cancel()


async def test_rows_of_a_long_query_come_in_full(database: Database) -> None:
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < 50_000))
    async with database.read() as unit:
        rows = await unit.all(select(numbers.c.n).order_by(numbers.c.n))
        assert [row.n for row in rows] == list(range(1, 50_001))
        assert (await unit.first(select(numbers.c.n))) is not None
