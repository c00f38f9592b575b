"""Closed months confirmed level by level; what comes afterwards opens them again."""

from dataclasses import dataclass

import pytest

from domain.calendar import Period
from domain.chapters import Area
from domain.confirmations import ConfirmationState
from domain.meetings import Meeting
from domain.people import Role
from domain.refusals import Closed, NotAllowed, NotFound
from operations.context import ActorContext
from operations.figures.confirming import (
    MonthConfirmations,
    confirm_month,
    list_confirmations,
)
from operations.figures.counting import MonthReader
from operations.figures.overview import count_desk
from operations.meetings.reopening import reopen_period
from storage import Database, UnitOfWork
from storage.tables.cadres import news
from storage.tables.directory import audit as journal
from tests.directory import POLICY, Directory, acting, at, held
from tests.operations.planned import meetings_of, plan_all, send

NOVEMBER = Period(2026, 11)
CLOSED = at(12, month=12)


@dataclass(frozen=True)
class Town:
    """A province over two communes with offices and one without; a chapter in the first."""

    province: Area
    commune: Area
    hamlet: Area
    chapter: int
    leader: int
    officer: int
    other_officer: int
    above: int
    of_women: int


@pytest.fixture
async def town(database: Database) -> Town:
    async with database.write() as unit:
        make = Directory(unit)
        province = await make.area("Tỉnh Vĩnh Long")
        commune, other = [await make.area(name, province) for name in ("Xã Đông", "Xã Tây")]
        await make.area("Xã Nam", province)
        hamlet = await make.area("Ấp Giữa", commune)
        kind = await make.kind()
        chapter = await make.chapter("Chi hội phụ nữ ấp Giữa", hamlet, kind)
        leader, officer, second = [
            await make.person(name) for name in ("Thạch Thị Lan", "Ngô Văn Tám", "Lý Thị Chín")
        ]
        above, of_women = await make.person("Trần Văn Trên"), await make.person("Hứa Thị Tư")
        await make.post(leader, Role.LEADER, chapter=chapter)
        await make.post(officer, Role.STAFF, area=commune)
        await make.post(second, Role.STAFF, area=other)
        await make.post(above, Role.STAFF, area=province)
        await make.post(of_women, Role.STAFF, area=commune, kind_id=kind)
        await make.post(await make.person("Lý Đọc"), Role.READER, area=commune)
    await plan_all(database, at(1))
    return Town(province, commune, hamlet, chapter, leader, officer, second, above, of_women)


async def confirm(database: Database, person: int, place: Area, month: Period = NOVEMBER) -> None:
    async with database.write() as unit:
        await confirm_month(await acting(unit, person, CLOSED), place.id, month)


async def look(database: Database, person: int, place: Area) -> MonthConfirmations:
    async with database.read() as unit:
        return await list_confirmations(await acting(unit, person, CLOSED), place, NOVEMBER)


async def told(database: Database) -> dict[int, dict[str, str]]:
    async with database.read() as unit:
        rows = await unit.all(news.select().where(news.c.key == "confirm-news-changed"))
    assert len(rows) == len({row.person_id for row in rows})
    return {row.person_id: row.args for row in rows}


async def report_late(database: Database, town: Town) -> Meeting:
    """The office opens November again, and the leader reports."""
    found = await meetings_of(database, town.chapter, at(1))
    meeting = next(one for one in found if one.period == NOVEMBER)
    async with database.write() as unit:
        await reopen_period(
            await acting(unit, town.officer, CLOSED),
            chapter_id=town.chapter,
            period=NOVEMBER,
            until=at(20, month=12).date(),
            reason="Báo cáo giấy",
        )
    await send(database, town.leader, meeting, now=at(13, month=12))
    return meeting


async def test_each_office_confirms_its_own_and_the_one_above_sees_who_has(
    database: Database, town: Town
) -> None:
    before = await look(database, town.above, town.province)
    assert [one.name for one in before.below] == ["Xã Đông", "Xã Tây"], "Nam has no office"
    assert (before.confirmed, before.is_to_confirm) == (0, True)
    await confirm(database, town.officer, town.commune)
    await confirm(database, town.officer, town.commune)
    after = await look(database, town.above, town.province)
    assert [one.state for one in after.below] == [
        ConfirmationState.CONFIRMED,
        ConfirmationState.MISSING,
    ]
    assert after.below[0].confirmation is not None
    assert after.below[0].confirmation.by == "Ngô Văn Tám"
    await confirm(database, town.above, town.province)
    assert not (await look(database, town.above, town.province)).is_to_confirm
    own = await look(database, town.officer, town.commune)
    assert (own.place.state, own.is_to_confirm, own.below) == (
        ConfirmationState.CONFIRMED,
        False,
        [],
    )
    async with database.read() as unit:
        done = await unit.all(journal.select().where(journal.c.action == "month.confirmed"))
    assert [(row.area_id, row.after) for row in done] == [
        (town.commune.id, {"period": "2026-11"}),
        (town.province.id, {"period": "2026-11"}),
    ]


async def test_nobody_confirms_for_others_or_before_the_month_is_closed(
    database: Database, town: Town
) -> None:
    for person, place, refusal in (
        (town.above, town.commune, NotAllowed),
        (town.officer, town.hamlet, NotAllowed),
        (town.officer, town.province, NotFound),
        (town.other_officer, town.commune, NotFound),
        (town.of_women, town.commune, NotAllowed),
        (town.leader, town.commune, NotFound),
    ):
        with pytest.raises(refusal):
            await confirm(database, person, place)
    with pytest.raises(Closed):
        await confirm(database, town.officer, town.commune, Period(2026, 12))
    for place in (town.commune, town.province):
        found = await look(database, town.above, place)
        assert found.place.state is ConfirmationState.MISSING


async def test_what_is_reported_afterwards_opens_every_level_again_and_is_told_once(
    database: Database, town: Town
) -> None:
    await confirm(database, town.officer, town.commune)
    await confirm(database, town.above, town.province)
    meeting = await report_late(database, town)
    for person, place in ((town.officer, town.commune), (town.above, town.province)):
        found = await look(database, person, place)
        assert found.place.state is ConfirmationState.CHANGED
        assert found.is_to_confirm
    assert (await look(database, town.above, town.province)).changed == 1
    known = await told(database)
    assert set(known) == {town.officer, town.above}
    assert known[town.officer]["place"] == "Xã Đông"
    await send(database, town.leader, meeting, now=at(14, month=12), corrects=1)
    assert await told(database) == known
    await confirm(database, town.officer, town.commune)
    found = await look(database, town.officer, town.commune)
    assert found.place.state is ConfirmationState.CONFIRMED


async def test_a_report_of_another_month_opens_nothing(database: Database, town: Town) -> None:
    await confirm(database, town.officer, town.commune)
    found = await meetings_of(database, town.chapter, at(1))
    december = next(one for one in found if one.period == Period(2026, 12))
    await send(database, town.leader, december, held(5, month=12), now=at(6, month=12))
    assert await told(database) == {}
    found_now = await look(database, town.officer, town.commune)
    assert found_now.place.state is ConfirmationState.CONFIRMED


async def test_confirming_hides_nothing(database: Database, town: Town) -> None:
    async def count(unit: UnitOfWork, context: ActorContext) -> object:
        reader = MonthReader(unit, POLICY, CLOSED)
        return await count_desk(reader, context.posts, town.province, NOVEMBER)

    async with database.write() as unit:
        context = await acting(unit, town.above, CLOSED)
        before = await count(unit, context)
        await confirm_month(context, town.province.id, NOVEMBER)
        assert await count(unit, context) == before
