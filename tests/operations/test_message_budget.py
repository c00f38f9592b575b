"""Leaders get few messages: counted over a year of the real jobs (print them by `pytest -s`)."""

import sys

import pytest

from storage import Database
from tests.operations.year_of_leaders import Leader, Year

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SOON, LATER = (0, 1, 12, 20), (0, 20, 40, 60)
TWICE = ("14:00", "19:00")


def day(number: int) -> dict[str, object]:
    return {"kind": "day", "day": number}


def leaders() -> list[Leader]:
    usual = [
        Leader(name=f"Lan {number}", rules=[day(number)], delays=SOON, eventful=True)
        for number in (1, 31)
    ]
    return [
        *usual,
        Leader(name="Bé", rules=[day(12)], delays=LATER, eventful=True),
        Leader(
            name="Cúc",
            rules=[day(9), day(9)],
            starts=("14:00", "19:00"),
            delays=SOON,
            eventful=True,
        ),
        Leader(name="Mai", rules=[{"kind": "free"}], delays=SOON, eventful=True),
        Leader(name="Kim", rules=[day(29)], eventful=True),
        Leader(name="Út", rules=[day(3), day(3)], starts=TWICE, eventful=True),
    ]


async def test_no_leader_gets_more_messages_in_a_month_than_promised(database: Database) -> None:
    year = Year(database, leaders(), seed=7)
    await year.settle()
    await year.live()
    reporting = [one for one in year.leaders if one.delays]
    silent = [one for one in year.leaders if not one.delays]
    for who, some in (("report", reporting), ("never report", silent)):
        counts = year.distribution(some)
        sys.stdout.write(f"\nMonths by messages, leaders who {who}: {counts}")
    assert max(year.distribution(reporting)) <= 6
    assert max(year.distribution(silent)) <= 8
    assert max(year.bundles.values()) == 1
