from collections.abc import Iterator
from datetime import date, datetime

import pytest
import time_machine

from storage import Database
from tests.bot.house import House
from tests.clock.days import VIETNAM, midday


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


@pytest.fixture
def noon() -> Iterator[date]:
    """The played day, at noon in Việt Nam, so that the test does not run into the next."""
    day = datetime.now(VIETNAM).date()
    with time_machine.travel(midday(day).timestamp()):
        yield day
