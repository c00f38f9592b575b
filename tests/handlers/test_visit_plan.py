"""The plan of a month: proposed, changed, accepted."""

from datetime import date

import pytest

from domain.duties import Duty, Per
from domain.people import Role
from domain.visits import Intent
from storage import Database
from storage.cadres import duties, visits
from tests.directory import LONG_AGO, Directory, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import plan_all

EARLY, LATE = "Chi hội nông dân 1", "Chi hội nông dân 2"


@pytest.fixture
async def office(database: Database) -> Office:
    """On 1 December a cadre has two chapters on the 5th at one hour, two more on the 20th."""
    office = await open_office(database, now=at(1, month=12))
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter)
        farmers = await make.kind("farmers", rule={"kind": "day", "day": 20})
        for name, hour in ((EARLY, "08:00"), (LATE, "14:00")):
            await make.chapter(name, office.commune.hamlet, farmers, start_time=hour)
    await plan_all(database, at(1, month=12))
    return office


async def said(office: Office) -> dict[str, Intent | None]:
    async with office.database.read() as unit:
        found = await visits.list_between(
            unit,
            first=date(2026, 12, 1),
            last=date(2026, 12, 31),
            person_id=office.commune.cadre,
        )
    return {visit.chapter_name: visit.intent for visit in found}


async def test_the_last_month_of_a_quarter_proposes_every_chapter_without_a_clash(
    office: Office,
) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("kế hoạch dự")
    assert "Kế hoạch dự sinh hoạt tháng 12/2026: đề xuất 3 buổi" in cadre.last
    assert "Trùng giờ nên chưa xếp được: Chi hội phụ nữ ấp La Ghi." in cadre.last
    assert "chưa dự lần nào" in cadre.last
    await cadre.press("Sẽ dự 3 buổi")
    assert "sẽ dự 3 buổi tháng 12/2026" in cadre.last
    answers = await said(office)
    assert answers == {
        "Chi hội phụ nữ ấp Cái Cối": Intent.COMING,
        "Chi hội phụ nữ ấp La Ghi": None,
        EARLY: Intent.COMING,
        LATE: Intent.COMING,
    }
    await cadre.say("/kehoachdu")
    assert "không còn buổi nào cần đề xuất thêm" in cadre.last
    assert "đã báo sẽ dự" in cadre.last


async def test_single_lines_can_be_changed_before_it_is_accepted(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/kehoachdu")
    await cadre.press("Đổi từng buổi")
    await cadre.press("05/12 19h00 Chi hội phụ nữ ấp Cái Cối")
    await cadre.press("05/12 19h00 Chi hội phụ nữ ấp La Ghi")
    await cadre.press("Xong")
    await cadre.press("Sẽ dự 3 buổi")
    answers = await said(office)
    assert answers["Chi hội phụ nữ ấp Cái Cối"] is None
    assert answers["Chi hội phụ nữ ấp La Ghi"] is Intent.COMING


async def test_nothing_is_written_before_it_is_accepted(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/kehoachdu")
    await cadre.say("để sau")
    assert set((await said(office)).values()) == {None}


async def test_the_first_month_of_a_quarter_takes_a_third(office: Office) -> None:
    office.town.now = at(2, month=1).replace(year=2027)
    await plan_all(office.database, office.town.now)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/kehoachdu")
    assert "tháng 1/2027: đề xuất 2 buổi" in cadre.last
    await cadre.press("Tháng sau")
    assert "tháng 2/2027" in cadre.last


async def test_a_duty_per_month_asks_for_every_month(office: Office) -> None:
    async with office.database.write() as unit:
        await duties.add(
            unit,
            Duty(
                id=0,
                area_id=office.commune.commune.id,
                visits=1,
                per=Per.MONTH,
                valid_from=LONG_AGO,
            ),
        )
    office.town.now = at(2, month=1).replace(year=2027)
    await plan_all(office.database, office.town.now)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/kehoachdu")
    assert "đề xuất 3 buổi" in cadre.last


async def test_who_is_assigned_nowhere_has_nothing_to_plan(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/kehoachdu")
    assert "Không còn buổi sinh hoạt nào đồng chí được phân công dự" in leader.last
