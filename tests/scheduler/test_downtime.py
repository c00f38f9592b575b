"""Three days during which nothing ran: what would have been said is made up for, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.people import Role
from domain.talks import KnownAddress
from scheduler import ClockContext, run_due
from storage import Database
from tests.directory import POLICY, Commune, Directory, at, held, settle_commune
from tests.operations.planned import meetings_of, send
from tests.reached import reach, texts_to

# Nothing ran from the evening of the 6th to the morning of the 10th.
GOES, COMES_BACK = at(6, 12), at(10, 9)


@dataclass
class House:
    """Chapters that meet on several days, each with a leader who has a phone."""

    database: Database
    commune: Commune
    phones: dict[int, KnownAddress]
    chapters: dict[int, int]

    async def run(self, *moments: datetime) -> None:
        context = ClockContext(database=self.database, policy=POLICY, clock=lambda: at(1))
        for moment in moments:
            assert await run_due(context, moment) == []

    async def said(self, day: int) -> list[str]:
        async with self.database.read() as unit:
            return await texts_to(unit, self.phones[day])


def mornings(first: datetime, last: datetime) -> Iterator[datetime]:
    """At eight and at nine in the evening of each day."""
    day = first.replace(hour=1)
    while day <= last:
        yield from (
            moment for moment in (day, day + timedelta(hours=12)) if first <= moment <= last
        )
        day += timedelta(days=1)


async def settle(database: Database, days: tuple[int, ...]) -> House:
    commune = await settle_commune(database)
    phones: dict[int, KnownAddress] = {}
    chapters: dict[int, int] = {}
    async with database.write() as unit:
        make = Directory(unit)
        for day in days:
            rule: dict[str, Any] = {"kind": "day", "day": day}
            chapters[day] = await make.chapter(
                f"Chi hội ngày {day}", commune.hamlet, commune.kind, rule=rule
            )
            leader = await make.person(f"Trần Văn {day}")
            await make.post(leader, Role.LEADER, chapter=chapters[day])
            phones[day] = await reach(unit, leader, now=at(1))
    return House(database, commune, phones, chapters)


@pytest.fixture
async def house(database: Database) -> House:
    made = await settle(database, (2, 3, 4, 5, 6, 8, 11, 20))
    await made.run(*mornings(at(1, 8), GOES))
    return made


async def test_each_leader_without_a_report_gets_one_reminder_after_the_downtime(
    house: House,
) -> None:
    before = {day: len(await house.said(day)) for day in house.phones}
    await house.run(COMES_BACK, COMES_BACK + timedelta(minutes=1), COMES_BACK + timedelta(hours=5))
    told = {day: (await house.said(day))[before[day] :] for day in house.phones}
    # The 2nd: two and five days later, on the 4th and the 7th, of which the second was missed.
    # The 3rd, 4th, 5th, 6th: the fifth or second day after fell in the downtime.
    # The 8th met in it, nobody was told that evening. The 11th is the day after tomorrow's eve.
    assert {day: len(texts) for day, texts in told.items()} == {
        2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 8: 1, 11: 1, 20: 0,
    }  # fmt: skip
    for day in (2, 3, 4, 5, 6, 8):
        assert f"{day:02}/11/2026" in told[day][0]
    await house.run(*mornings(at(10, 20), at(10, 22)))
    again = {day: len(await house.said(day)) - before[day] for day in house.phones}
    assert again == {day: len(texts) for day, texts in told.items()}


async def test_who_has_reported_meanwhile_is_not_asked(house: House) -> None:
    (meeting, *_) = await meetings_of(house.database, house.chapters[3], at(9))
    leader = house.phones[3].person_id
    assert leader is not None
    before = len(await house.said(3))
    await send(house.database, leader, meeting, held(3), now=at(9))
    await house.run(COMES_BACK)
    assert len(await house.said(3)) == before


async def test_without_downtime_nothing_is_said_twice(house: House) -> None:
    before = {day: len(await house.said(day)) for day in house.phones}
    await house.run(*mornings(at(6, 20), at(9, 22)))
    steady = {day: len(await house.said(day)) - before[day] for day in house.phones}
    await house.run(COMES_BACK)
    today = {day: len(await house.said(day)) - before[day] - steady[day] for day in house.phones}
    # On the 10th: five days after the 5th, two after the 8th, the eve of the 11th is not told.
    assert {day for day, number in today.items() if number} == {5, 8}
