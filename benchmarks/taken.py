"""How long things take, and for how long a write transaction holds the database."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from benchmarks.machine import percentile
from storage import Database, UnitOfWork


@dataclass
class Taken:
    """How long something took, each time that it was done, in milliseconds."""

    times: list[float] = field(default_factory=list)

    @contextmanager
    def once(self) -> Iterator[None]:
        """Times what is done inside."""
        began = time.perf_counter()
        yield
        self.times.append((time.perf_counter() - began) * 1000)

    @property
    def least(self) -> float:
        """The shortest time."""
        return min(self.times)

    def percentile(self, share: float) -> float:
        """Returns the time under which this share of them lies."""
        return percentile(self.times, share)


@contextmanager
def watched(database: Database) -> Iterator[Taken]:
    """Times each write transaction inside, from when it has the database to its commit."""
    held, write = Taken(), database.write

    @asynccontextmanager
    async def timed() -> AsyncIterator[UnitOfWork]:
        began = 0.0
        async with write() as unit:
            began = time.perf_counter()
            yield unit
        held.times.append((time.perf_counter() - began) * 1000)

    database.write = timed  # type: ignore[method-assign]
    try:
        yield held
    finally:
        database.write = write  # type: ignore[method-assign]
