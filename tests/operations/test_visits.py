from dataclasses import replace
from datetime import date

import pytest

from domain.calendar import Period
from domain.pauses import Pause
from domain.people import Person, Role
from domain.refusals import NotAllowed
from domain.report import CadrePresence, ReportAnswers, ReportState
from domain.visits import Intent, Visit
from operations.cadres.evening import record_evening
from operations.cadres.visit_planning import propose_month
from operations.cadres.visit_sheet import get_visit_sheet
from operations.cadres.visits import accept_visits, answer_visit, list_candidates, list_visits
from storage import Database
from storage.cadres import visits
from storage.cases import difficulties
from storage.meetings import pauses
from storage.people import people
from storage.tables.directory import chapter
from tests.directory import (
    POLICY,
    ROAD,
    Commune,
    Directory,
    acting,
    at,
    held,
    posts_of,
    settle_commune,
)
from tests.operations.planned import november, plan_all, send
from tests.told import untold

NOW, DECEMBER = at(2), Period(2026, 12)


async def known(database: Database, person_id: int) -> Person:
    async with database.read() as unit:
        return (await people.persons(unit, [person_id]))[person_id]


async def mine(database: Database, person_id: int) -> list[Visit]:
    async with database.read() as unit:
        return await list_visits(unit, person_id, today=date(2026, 11, 1))


async def say(
    database: Database,
    person_id: int,
    meeting_id: int,
    intent: Intent,
    *,
    substitute: int | None = None,
) -> Visit:
    async with database.write() as unit:
        return await answer_visit(
            await acting(unit, person_id, now=NOW), meeting_id, intent, substitute_id=substitute
        )


async def commune_of(database: Database) -> tuple[Commune, int]:
    commune = await settle_commune(database)
    return commune, (await november(database, commune)).id


async def test_an_answer_can_be_changed_and_given_back(database: Database) -> None:
    commune, meeting = await commune_of(database)
    for intent in (Intent.COMING, Intent.DECLINED, Intent.COMING):
        await say(database, commune.cadre, meeting, intent)
        assert [visit.intent for visit in await mine(database, commune.cadre)] == [intent]
    await say(database, commune.cadre, meeting, Intent.SENDING, substitute=commune.staff)
    assert [visit.substitute_id for visit in await mine(database, commune.staff)] == [
        commune.staff
    ]
    with pytest.raises(NotAllowed):
        await say(database, commune.staff, meeting, Intent.COMING)
    await say(database, commune.staff, meeting, Intent.DECLINED)
    assert await mine(database, commune.staff) == []
    assert [visit.intent for visit in await mine(database, commune.cadre)] == [None]


async def test_of_two_answers_at_once_the_second_is_noticed(database: Database) -> None:
    commune, meeting = await commune_of(database)
    (seen,) = await mine(database, commune.cadre)
    await say(database, commune.cadre, meeting, Intent.COMING)
    async with database.write() as unit:
        later = replace(seen, intent=Intent.DECLINED)
        assert not await visits.say(unit, seen, later, now=NOW)
    assert [visit.intent for visit in await mine(database, commune.cadre)] == [Intent.COMING]


async def test_who_is_on_leave_that_day_is_not_offered(database: Database) -> None:
    commune, _ = await commune_of(database)
    (visit,) = await mine(database, commune.cadre)
    async with database.write() as unit:
        make = Directory(unit)
        second = await make.person("Sơn Thị Chín")
        await make.post(second, Role.CADRE, area=commune.other_hamlet)
        assert {person.id for person in await list_candidates(unit, visit)} == {
            second,
            commune.staff,
        }
        await pauses.add(
            unit,
            Pause(
                id=0,
                first_day=date(2026, 11, 5),
                last_day=date(2026, 11, 5),
                reason="nghỉ phép",
                person_id=second,
            ),
            by=second,
            now=NOW,
        )
        assert {person.id for person in await list_candidates(unit, visit)} == {commune.staff}


async def test_a_new_day_by_the_rule_takes_the_answer_back_and_tells_of_it(
    database: Database,
) -> None:
    commune, meeting = await commune_of(database)
    await say(database, commune.cadre, meeting, Intent.SENDING, substitute=commune.staff)
    async with database.write() as unit:
        await unit.run(
            chapter.update()
            .where(chapter.c.id == commune.chapter)
            .values(rule={"kind": "day", "day": 9})
        )
    await plan_all(database, NOW)
    (visit,) = await mine(database, commune.cadre)
    assert (visit.day, visit.intent) == (date(2026, 11, 9), None)
    assert [news.key for news in await untold(database, commune.staff)] == [
        "visit-told-sent",
        "visit-told-moved",
    ]


async def test_what_falls_out_is_told_to_who_meant_to_come(database: Database) -> None:
    commune, meeting = await commune_of(database)
    await say(database, commune.cadre, meeting, Intent.COMING)
    off = ReportAnswers(state=ReportState.NOT_HELD, reason="weather")
    planned = await november(database, commune)
    await send(database, commune.leader, planned, off, now=at(4))
    assert [(news.key, news.urgent) for news in await untold(database, commune.cadre)] == [
        ("visit-told-off", True)
    ]


async def test_a_months_plan_counts_what_was_attended_before(database: Database) -> None:
    commune, meeting = await commune_of(database)
    by = await known(database, commune.cadre)
    async with database.write() as unit:
        plan = await propose_month(unit, by, DECEMBER, policy=POLICY, now=at(1, month=12))
        assert len(plan.proposed) == 1
        await record_evening(
            await acting(unit, commune.cadre, now=at(6)),
            ticked=[meeting],
            others={},
            day=date(2026, 11, 5),
        )
        plan = await propose_month(unit, by, DECEMBER, policy=POLICY, now=at(1, month=12))
        assert (plan.proposed, plan.last) == (frozenset(), {commune.chapter: date(2026, 11, 5)})
        assert len(plan.open) == 1
        chosen = [visit.meeting_id for visit in plan.open]
        (visit,) = await accept_visits(
            await acting(unit, commune.cadre, now=at(1, month=12)), chosen
        )
        assert visit.chapter_id == commune.chapter


async def test_the_sheet_tells_what_was_promised(database: Database) -> None:
    commune = await settle_commune(database)
    planned = await november(database, commune)
    answers = held(difficulties=(ROAD,), cadre_present=CadrePresence.YES)
    await send(database, commune.leader, planned, answers, now=at(6))
    posts = await posts_of(database, commune.cadre)
    async with database.write() as unit:
        (raised,) = await difficulties.list_open(unit, [commune.chapter])
        difficulties.note_later(
            unit,
            raised.id,
            action="advised",
            person_id=commune.staff,
            now=at(7),
            note="Sẽ san đường trong tháng 12",
        )
        await unit.flush()
        sheet = await get_visit_sheet(
            unit, commune.cadre, posts, planned.id, policy=POLICY, now=at(8)
        )
    assert [(promise.difficulty, promise.note) for promise in sheet.promises] == [
        ("Đường ấp ngập", "Sẽ san đường trong tháng 12")
    ]
    assert sheet.topic == "Vệ sinh đường làng"
