"""Cases keep step with reports, with places and chapters, and with what is to be forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.cases import Action, Case
from domain.files import StoredFile
from domain.inbound import Address
from domain.meetings import Meeting
from domain.people import Role
from domain.records import DifficultyState
from domain.reforms import (
    AreaPart,
    Change,
    ChapterPart,
    CloseChapter,
    MergeAreas,
    MergeChapters,
    MoveChapter,
    SplitArea,
    SplitChapter,
)
from domain.refusals import NotFound
from domain.report import RaisedDifficulty
from operations.cases import desk_actions, verdicts
from operations.cases.case_results import list_news, list_own_cases
from operations.cases.caseload import get_case
from operations.context import ActorContext
from operations.directory.reforms import apply_change
from operations.directory.reorganisation import Asker
from operations.maintenance.retention import apply_retention
from operations.people.erasing import erase_person
from operations.people.privacy import get_own_data
from operations.reactions import REACTIONS
from scheduler import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database, UnitOfWork
from storage.cases import case_files, cases, difficulties
from storage.messages import addresses, attachments
from storage.people import people
from storage.tables.cadres import news
from storage.tables.meetings import attachment, difficulty, difficulty_event
from tests.directory import (
    LOANS,
    POLICY,
    ROAD,
    Commune,
    Directory,
    at,
    held,
    posts_of,
    settle_commune,
)
from tests.operations.planned import november, send

NOV_6 = POLICY.day_of(at(6))


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


@pytest.fixture
async def meeting(database: Database, commune: Commune) -> Meeting:
    return await november(database, commune)


async def tell(
    database: Database,
    commune: Commune,
    meeting: Meeting,
    *told: RaisedDifficulty,
    corrects: int = 0,
) -> list[Case]:
    receipt = await send(
        database, commune.leader, meeting, held(difficulties=told), corrects=corrects
    )
    async with database.read() as unit:
        rows = await difficulties.of_report(unit, receipt.report_id)
        found = [await cases.find(unit, row.id) for row in rows]
    return [case for case in found if case]


async def context(
    database: Database, unit: UnitOfWork, person_id: int, *, day: int = 6
) -> ActorContext:
    posts = await posts_of(database, person_id)
    return ActorContext(
        unit=unit,
        actor=(await people.persons(unit, [person_id]))[person_id],
        posts=posts,
        policy=POLICY,
        now=at(day),
        reactions=REACTIONS,
    )


async def work(database: Database, person_id: int, case: Case, what: str, note: str) -> None:
    async with database.write() as unit:
        act = {
            "advise": desk_actions.advise,
            "up": desk_actions.pass_up,
            "answer": desk_actions.answer,
        }
        by = await context(database, unit, person_id)
        await act[what](by, case.id, version=case.version, note=note)


async def change(database: Database, what: Change, *, first_day: date = NOV_6) -> tuple[int, ...]:
    async with database.write() as unit:
        outcome = await apply_change(
            unit, what, first_day=first_day, asker=Asker(), policy=POLICY, now=at(7)
        )
    return outcome.made


async def found(database: Database, case: Case) -> Case:
    async with database.read() as unit:
        found = await cases.find(unit, case.id)
    assert found
    return found


async def test_leaving_out_the_first_does_not_touch_what_became_of_the_second(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    road, loans = await tell(database, commune, meeting, ROAD, LOANS)
    await work(database, commune.cadre, loans, "up", "Cần vốn")
    again = await tell(database, commune, meeting, LOANS, corrects=1)
    assert [(case.id, case.text, case.state) for case in again] == [
        (road.id, "Đường ấp ngập", DifficultyState.WITHDRAWN),
        (loans.id, "Thiếu vốn vay", DifficultyState.PASSED_UP),
    ]


async def test_an_answered_case_keeps_its_words_and_one_worked_on_takes_the_new(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    road, loans = await tell(database, commune, meeting, ROAD, LOANS)
    await work(database, commune.cadre, road, "answer", "Đã khơi cống")
    await work(database, commune.cadre, loans, "advise", "Hỏi ngân hàng")
    worse = replace(ROAD, text="Đường ấp ngập nặng")
    more = replace(LOANS, text="Thiếu vốn vay nuôi tôm")
    again = await tell(database, commune, meeting, more, worse, corrects=1)
    assert [(case.id, case.text) for case in again] == [
        (road.id, "Đường ấp ngập"),
        (loans.id, "Thiếu vốn vay nuôi tôm"),
    ]


async def test_what_is_told_again_after_all_begins_anew(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    await work(database, commune.cadre, road, "up", "Cần kinh phí")
    await tell(database, commune, meeting, corrects=1)
    async with database.write() as unit:
        await unit.run(difficulty.update().values(due_on=date(2026, 1, 1)))
        await unit.run(news.delete())
    (again,) = await tell(database, commune, meeting, ROAD, corrects=2)
    assert (again.id, again.state, again.desk_id) == (
        road.id,
        DifficultyState.OPEN,
        commune.hamlet.id,
    )
    assert (again.owner_id, again.due_on) == (commune.cadre, date(2026, 11, 21))
    async with database.read() as unit:
        (told,) = await unit.all(news.select())
    assert (told.person_id, told.key) == (commune.cadre, "case-news-raised")


async def test_without_a_cadre_the_nearest_staff_own_a_case(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        await erase_person(unit, commune.cadre, by=None, policy=POLICY, now=at(2))
        nearer = await make.person("Danh Ngọc")
        await make.post(nearer, Role.STAFF, area=commune.hamlet)
    (road,) = await tell(database, commune, meeting, ROAD)
    assert (road.owner_id, road.desk_id) == (nearer, commune.hamlet.id)


async def test_the_living_cases_of_merged_chapters_go_to_the_new_one(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    road, loans = await tell(database, commune, meeting, ROAD, LOANS)
    await work(database, commune.cadre, road, "answer", "Đã khơi cống")
    merge = MergeChapters(
        chapter_ids=(commune.chapter, commune.other_chapter),
        name="Chi hội phụ nữ liên ấp",
        area_id=commune.other_hamlet.id,
    )
    (made,) = await change(database, merge)
    assert [(await found(database, case)).chapter_id for case in (road, loans)] == [made, made]
    assert (await found(database, loans)).desk_id == commune.other_hamlet.id
    posts = await posts_of(database, commune.leader)
    async with database.write() as unit:
        assert len(await list_own_cases(unit, posts, today=date(2026, 11, 7))) == 2
        (answered,) = await list_news(unit, made, meeting_id=0)
        assert answered.event.action == Action.ANSWERED, "its first report opens with the answer"
        by = await context(database, unit, commune.leader, day=7)
        version = answered.case.version
        await verdicts.reopen(by, road.id, version=version)
    assert (await found(database, road)).state is DifficultyState.OPEN


async def test_a_merger_to_come_moves_no_case_before_its_day(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    both = (commune.chapter, commune.other_chapter)
    merge = MergeChapters(chapter_ids=both, name="Chi hội phụ nữ liên ấp")
    (made,) = await change(database, merge, first_day=date(2026, 12, 1))
    context = ClockContext(database=database, policy=POLICY, clock=lambda: at(30))
    job = next(job for job in JOBS if job.name == "cases")
    await run_job(job, context, at(30))
    assert (await found(database, road)).chapter_id == commune.chapter
    await run_job(job, context, at(1, month=12))
    assert (await found(database, road)).chapter_id == made


async def test_what_a_merged_chapter_had_solved_is_seen_by_the_one_after_it(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    await work(database, commune.cadre, road, "answer", "Đã khơi cống")
    async with database.write() as unit:
        by = await context(database, unit, commune.leader)
        version = (await found(database, road)).version
        await verdicts.solve(by, road.id, version=version)
    both = (commune.chapter, commune.other_chapter)
    (made,) = await change(database, MergeChapters(chapter_ids=both, name="Chi hội liên ấp"))
    async with database.write() as unit:
        make = Directory(unit)
        newcomer = await make.person("Danh Ngọc")
        await make.post(newcomer, Role.LEADER, chapter=made)
    posts, stranger = (
        await posts_of(database, newcomer),
        await posts_of(database, commune.stranger),
    )
    async with database.read() as unit:
        (case,) = await list_own_cases(unit, posts, today=date(2026, 11, 7))
        assert (case.id, case.state, case.chapter_id) == (
            road.id,
            DifficultyState.SOLVED,
            commune.chapter,
        )
        opened = await get_case(unit, posts, road.id, today=date(2026, 11, 7))
        assert (opened.judges, opened.tends) == (False, False)
        with pytest.raises(NotFound):
            await get_case(unit, stranger, road.id, today=date(2026, 11, 7))


async def test_a_split_chapters_cases_go_to_its_first_part_and_a_closed_ones_stay_in_sight(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    parts = tuple(
        ChapterPart(name=f"Chi hội {text}", member_count=16, exempt_count=1) for text in "AB"
    )
    first, _ = await change(database, SplitChapter(chapter_id=commune.chapter, parts=parts))
    assert (await found(database, road)).chapter_id == first
    await change(database, CloseChapter(chapter_id=first), first_day=date(2026, 11, 7))
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        opened = await get_case(unit, posts, road.id, today=date(2026, 11, 20))
    assert opened.tends


async def test_a_case_follows_its_chapter_and_its_place(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    move = MoveChapter(chapter_id=commune.chapter, area_id=commune.other_hamlet.id)
    await change(database, move)
    assert (await found(database, road)).desk_id == commune.other_hamlet.id
    merge = MergeAreas(area_ids=(commune.hamlet.id, commune.other_hamlet.id), name="Ấp Mới")
    (made,) = await change(database, merge, first_day=date(2026, 11, 7))
    case = await found(database, road)
    assert (case.desk_id, case.state) == (made, DifficultyState.OPEN)


async def test_what_went_up_lies_with_the_part_that_its_chapter_belongs_to(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        near = await make.chapter("Chi hội xã", commune.commune, commune.kind)
    (road,) = await tell(database, commune, meeting, ROAD)
    await work(database, commune.cadre, road, "up", "Cần kinh phí")
    parts = (AreaPart(name="Xã Một"), AreaPart(name="Xã Hai", chapter_ids=(near,)))
    first, _ = await change(database, SplitArea(area_id=commune.commune.id, parts=parts))
    case = await found(database, road)
    assert (case.desk_id, case.state) == (first, DifficultyState.PASSED_UP)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        assert (await get_case(unit, posts, road.id, today=date(2026, 11, 8))).tends


async def test_an_erased_persons_words_to_cases_are_gone_and_the_steps_stay(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    await work(database, commune.cadre, road, "answer", "Tôi đã khơi cống")
    async with database.read() as unit:
        mine = await get_own_data(unit, commune.cadre)
    assert [value["note"] for value in mine["cases"]] == ["Tôi đã khơi cống"]
    async with database.write() as unit:
        await erase_person(unit, commune.cadre, by=None, policy=POLICY, now=at(7))
    async with database.read() as unit:
        events = await unit.all(difficulty_event.select())
        left = [*events, *await unit.all(news.select())]
    assert [event.action for event in events] == ["raised", "answered"]
    assert not [row for row in left if "khơi cống" in str(row)]


async def test_a_cases_photo_is_emptied_after_a_year_and_its_row_stays(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    async with database.write() as unit:
        here = Address("web", "demo", "1", "1")
        known = (await addresses.ensure(unit, {here: (False, "")}, now=at(1)))[here]
        await addresses.bind(
            unit, known.id, person_id=commune.leader, conversation_id=known.conversation_id
        )
        photo = await attachments.add(
            unit,
            attachments.NewFile(
                kind="photo", source=None, name="cong.jpg", mime="image/jpeg", size=9
            ),
            address_id=known.id,
            now=at(6),
        )
        await attachments.mark_ready(
            unit, photo, StoredFile(sha256="a" * 64, mime="image/jpeg", size=9)
        )
        by = await context(database, unit, commune.leader)
        await verdicts.add_photo(by, road.id, photo)
        assert await case_files.list_of(unit, road.id) == (photo,)
    async with database.write() as unit:
        await erase_person(unit, commune.leader, by=None, policy=POLICY, now=at(7))
        assert await case_files.list_of(unit, road.id) == (photo,), "the case needs it"
        await apply_retention(unit, policy=POLICY, now=at(7) + timedelta(days=366))
    async with database.read() as unit:
        (row,) = await unit.all(attachment.select())
        assert (row.state, row.sha256, row.name) == ("failed", None, "")
        assert await case_files.list_of(unit, road.id) == ()


async def test_a_withdrawn_case_is_nowhere(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    (road,) = await tell(database, commune, meeting, ROAD)
    await tell(database, commune, meeting, corrects=1)
    posts = await posts_of(database, commune.staff)
    async with database.read() as unit:
        with pytest.raises(NotFound):
            await get_case(unit, posts, road.id, today=NOV_6)
