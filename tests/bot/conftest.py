import pytest

from storage import Database
from tests.bot.house import House


@pytest.fixture
def house(database: Database) -> House:
    return House(database)
