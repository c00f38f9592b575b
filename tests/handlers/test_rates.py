import pytest

from domain.calendar import Period
from domain.people import Role
from storage import Database
from storage.meetings import meetings
from tests.directory import Directory, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all, send

NOVEMBER = Period(2026, 11)

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(11))
    await send(database, office.commune.leader, office.meeting, held(present=27))
    return office


async def test_staff_see_the_rate_its_parts_and_the_trend(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("ty le")
    assert "tháng 11/2026, Xã Long Vĩnh: 90% (27/30, 1 buổi)" in staff.last
    assert "tháng 10 –; tháng 11 90%." in staff.last
    assert "– Ấp Cái Cối: 90% (27/30, 1 buổi)" in staff.last
    await staff.press("Theo tổ chức")
    assert "– Hội Liên hiệp Phụ nữ: 90%" in staff.last
    await staff.press("Theo đơn vị")
    await staff.press("Chi hội phụ nữ ấp Cái Cối")
    assert "Chi hội phụ nữ ấp Cái Cối: 90% (27/30, 1 buổi)" in staff.last
    await staff.press("Tháng trước")
    assert "chưa có số liệu" in staff.last
    await staff.press("Quay lại")
    await staff.press("Theo địa bàn")
    assert "tháng 10/2026" in staff.last
    await staff.press("Tháng sau")
    await staff.press("Ấp Cái Cối")
    await staff.press("Xã Long Vĩnh")
    assert "Xã Long Vĩnh: 90%" in staff.last


async def test_it_says_whether_the_rate_rises(office: Office) -> None:
    office.town.now = at(10, month=12)
    await plan_all(office.database, office.town.now)
    async with office.database.read() as unit:
        december = next(
            meeting
            for meeting in await meetings.list_open(
                unit, [office.commune.chapter], today=at(10, month=12).date()
            )
            if meeting.period == Period(2026, 12)
        )
    await send(
        office.database,
        office.commune.leader,
        december,
        held(month=12, present=30),
        now=office.town.now,
    )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tile")
    assert "tháng 11 90%; tháng 12 100%; tăng 10,0 điểm %" in staff.last


async def test_a_cadre_sees_the_own_chapters_only(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/tile")
    assert "toàn bộ địa bàn đồng chí phụ trách: 90%" in cadre.last
    await cadre.say(f"/tile a2611-{office.commune.commune.id}-1")
    assert "Không tìm thấy" in cadre.last
    await cadre.say(f"/tile h2611-{office.commune.other_chapter}-1")
    assert "Không tìm thấy" in cadre.last


async def test_a_leader_does_not_see_rates(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/tile")
    assert "không được phân công phụ trách địa bàn" in leader.last
    await leader.say(f"/tile h2611-{office.commune.chapter}-1")
    assert "không được phân công phụ trách địa bàn" in leader.last


async def test_a_long_list_is_paged(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        chapters = [
            await make.chapter(f"Chi hội {n}", office.commune.hamlet, office.commune.kind)
            for n in range(9)
        ]
        for chapter in chapters:
            await make.post(office.commune.leader, Role.LEADER, chapter=chapter)
    await plan_all(office.database, at(11))
    for chapter in chapters:
        (meeting, *_) = await meetings_of(office.database, chapter, at(11))
        await send(office.database, office.commune.leader, meeting, now=at(11))
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tile")
    await staff.press("Theo đơn vị")
    assert "Trang 1/2" in staff.last
    await staff.press("Trang sau")
    assert "Trang 2/2" in staff.last
