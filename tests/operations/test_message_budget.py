"""Leaders get few messages: counted over a year of the real jobs (print them by `pytest -s`)."""

import sys

import pytest

from storage import Database
from tests.operations.year_of_leaders import PAGE, REPORT_ON_ZALO, RING, SMS, Leader, Year

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SOON, LATER = (0, 1, 12, 20), (0, 20, 40, 60)
TWICE = ("14:00", "19:00")


def day(number: int) -> dict[str, object]:
    return {"kind": "day", "day": number}


def leaders() -> list[Leader]:
    return [
        Leader(name="Lan", rules=[day(31)], delays=LATER, eventful=True),
        Leader(name="Cúc", rules=[day(9), day(9)], starts=TWICE, delays=SOON, eventful=True),
        Leader(
            name="Mai",
            rules=[{"kind": "free"}],
            delays=SOON,
            eventful=True,
            ways=(PAGE, RING, SMS),
        ),
        Leader(name="Hoa", rules=[day(5), day(20)], delays=SOON, eventful=True, ways=(PAGE, SMS)),
        Leader(name="Huệ", rules=[day(13), day(14)], delays=SOON, eventful=True),
        Leader(name="Sen", rules=[day(12), day(14)], delays=LATER, blocked=(4, 5, 9)),
        Leader(name="Kim", rules=[day(29)], eventful=True),
        Leader(name="Nga", rules=[day(5), day(20)], eventful=True, ways=(PAGE, SMS)),
    ]


async def test_no_leader_gets_more_messages_in_a_month_than_promised(database: Database) -> None:
    year = Year(database, leaders(), seed=7)
    await year.settle()
    await year.live()
    reporting = [leader for leader in year.leaders if leader.delays]
    silent = [leader for leader in year.leaders if not leader.delays]
    for who, some in (("report", reporting), ("never report", silent)):
        counts = year.distribution(some)
        sys.stdout.write(f"\nMonths by messages, leaders who {who}: {counts}")
    sys.stdout.write(f"\nMessages by way: {dict(sorted(year.by_way.items()))}")
    assert year.by_way[SMS] > 0
    usual = [leader for leader in reporting if len(leader.rules) == 1]
    on_zalo = year.distribution(usual, per_report=REPORT_ON_ZALO)
    sys.stdout.write(f"\nMonths on Zalo, both directions, one meeting a month: {on_zalo}")
    assert max(on_zalo) <= 14
    assert max(year.distribution(reporting)) <= 6
    assert max(year.distribution(silent)) <= 8
    assert max(year.bundles.values()) == 1
