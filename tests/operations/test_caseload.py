from datetime import date

import pytest
from sqlalchemy import select, update

from domain.cases import WORKED_ON
from domain.people import Role
from domain.records import DifficultyState
from domain.refusals import NotAllowed
from operations.cases.caseload import Caseload, get_case, list_cases
from operations.cases.merging import join, list_joinable, list_likest, list_open_themes
from operations.context import ActorContext
from operations.reactions import REACTIONS
from storage import Database, UnitOfWork
from storage.cases import cases
from storage.people import people
from storage.tables.meetings import difficulty
from tests.directory import POLICY, ROAD, Commune, Directory, at, held, settle_commune
from tests.operations.planned import meetings_of, november, send

MANY = 230
SIZE = 50


async def doing_as(unit: UnitOfWork, person_id: int) -> ActorContext:
    by = (await people.persons(unit, [person_id]))[person_id]
    posts = await Directory(unit).posts(person_id)
    return ActorContext(
        unit=unit, actor=by, posts=posts, policy=POLICY, now=at(8), reactions=REACTIONS
    )


async def tell_much(database: Database) -> Commune:
    """The first chapter tells of `MANY` things unlike each other, then the other of a flood.

    The first was a flood too; it stands last in every list.
    """
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune), held())
    (there, *_) = await meetings_of(database, commune.other_chapter, at(6))
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Mai")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
    await send(database, other, there, held(difficulties=(ROAD,)))
    async with database.write() as unit:
        like = await unit.first(select(difficulty))
        assert like
        own = {"chapter_id": commune.chapter, "due_on": None, "joined_to": None}
        usual = {**like._mapping, **own, "area_id": commune.hamlet.id}
        rows = [
            {**usual, "id": like.id + n, "ordinal": n + 1, "text": f"mat{n} thieu{n}"}
            for n in range(1, MANY)
        ]
        rows[-1] |= {"text": ROAD.text}
        await unit.add_many(difficulty, rows)
    return commune


async def page(database: Database, person_id: int, number: int) -> Caseload:
    async with database.read() as unit:
        context = await doing_as(unit, person_id)
        return await list_cases(context, states=WORKED_ON, number=number, size=SIZE)


async def test_every_case_is_on_some_page_however_many_there_are(database: Database) -> None:
    commune = await tell_much(database)
    pages = [await page(database, commune.staff, number) for number in range(1, 6)]
    assert {(caseload.count, caseload.of) for caseload in pages} == {(MANY, 5)}
    listed = [case.id for caseload in pages for case in caseload.cases]
    assert len(listed) == len(set(listed)) == MANY
    beyond = await page(database, commune.staff, 99)
    assert (beyond.number, beyond.cases) == (5, pages[-1].cases)


async def test_the_overdue_stand_first_and_are_all_counted(database: Database) -> None:
    commune = await tell_much(database)
    async with database.write() as unit:
        late = difficulty.c.id > MANY - 3
        await unit.run(update(difficulty).where(late).values(due_on=date(2026, 11, 7)))
    first = await page(database, commune.staff, 1)
    assert first.overdue == sum(case.is_overdue(date(2026, 11, 8)) for case in first.cases) == 3
    assert all(case.is_overdue(date(2026, 11, 8)) for case in first.cases[:3])


async def test_a_like_case_is_found_behind_hundreds_of_others(database: Database) -> None:
    commune = await tell_much(database)
    async with database.write() as unit:
        context = await doing_as(unit, commune.staff)
        (theme,) = await list_open_themes(context)
        head, last = (case.id for case in theme.cases)
        assert last - head == MANY - 1
        opened = await get_case(unit, context.posts, head, today=context.today)
        assert await list_joinable(context, opened) == [last]
        (likest,) = await list_likest(context, opened, most=7)
        await join(context, head, likest.id, version=opened.case.version)
    found = await page(database, commune.staff, 1)
    assert found.count == MANY - 1
    assert last not in {case.id for case in found.cases}


async def test_who_does_not_see_the_head_sees_the_joined_one(database: Database) -> None:
    commune = await tell_much(database)
    async with database.write() as unit:
        context = await doing_as(unit, commune.staff)
        (theme,) = await list_open_themes(context)
        head, last = (case.id for case in theme.cases)
        await join(context, head, last, version=theme.head.version)
    pages = [await page(database, commune.cadre, number) for number in range(1, 6)]
    assert pages[0].count == MANY - 1
    assert last in {case.id for caseload in pages for case in caseload.cases}


async def test_the_head_in_another_state_hides_nothing(database: Database) -> None:
    commune = await tell_much(database)
    async with database.write() as unit:
        context = await doing_as(unit, commune.staff)
        (theme,) = await list_open_themes(context)
        head, last = (case.id for case in theme.cases)
        await join(context, head, last, version=theme.head.version)
        solved = update(difficulty).where(difficulty.c.id == head)
        await unit.run(solved.values(state=DifficultyState.SOLVED))
        assert (await cases.by_ids(unit, [last]))[last].joined_to == head
    assert (await page(database, commune.staff, 1)).count == MANY - 1


async def test_who_works_on_no_case_is_refused(database: Database) -> None:
    commune = await settle_commune(database)
    with pytest.raises(NotAllowed, match="case-not-yours"):
        await page(database, commune.stranger, 1)
