from datetime import date, timedelta

import pytest

from domain.people import Role
from storage import Database
from storage.directory import directory_changes
from storage.people import people
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(7))


async def test_a_cadre_notes_a_commendation_and_takes_it_back_for_a_day(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await go(cadre, "=/ghinhan", "Chi hội phụ nữ ấp Cái Cối", "Ghi biểu dương")
    await cadre.say("8/11/2026")
    assert "Ngày 08/11/2026 chưa đến" in cadre.see()
    await cadre.say("6/11")
    await cadre.say("nhiều")
    assert "Xin đồng chí gõ một số" in cadre.see()
    await cadre.say("0")
    assert "từ 1 đến 999" in cadre.see()
    await cadre.say("2")
    assert "Không ghi họ tên cá nhân" in cadre.last
    await cadre.say("giấy khen của xã")
    assert "– 06/11/2026: biểu dương, khen thưởng, 2 giấy khen của xã" in cadre.last
    await cadre.press("Bỏ biểu dương, khen thưởng 06/11/2026")
    assert "Chưa ghi mục nào" in cadre.last


async def test_after_a_day_it_stays(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, f"=/ghinhan c{office.commune.chapter}", "Ghi củng cố", "Hôm nay")
    await staff.press("Không ghi chú")
    assert "07/11/2026: củng cố, kiện toàn" in staff.last
    office.town.now += timedelta(hours=25)
    await staff.press("Bỏ củng cố")
    assert "Đã quá một ngày" in staff.last
    await staff.say(f"/ghinhan c{office.commune.chapter}")
    assert "07/11/2026: củng cố, kiện toàn" in staff.last
    assert not [button for button in staff.buttons if button.startswith("Bỏ")]
    await staff.say("/nhatky")
    assert "ghi củng cố, kiện toàn" in staff.last


async def test_that_the_head_was_replaced_is_known_from_the_posts(office: Office) -> None:
    async with office.database.write() as unit:
        [post] = (await people.posts_of(unit, [office.commune.leader]))[office.commune.leader]
        await directory_changes.set_end(unit, post.id, date(2026, 11, 1))
        await Directory(unit).post(
            office.commune.stranger,
            Role.LEADER,
            chapter=office.commune.chapter,
            valid_from=date(2026, 11, 2),
        )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/ghinhan cai coi")
    await staff.press("Chi hội phụ nữ ấp Cái Cối")
    assert "– 02/11/2026: thay người đứng đầu" in staff.last


async def test_nobody_notes_for_others(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    await cadre.say(f"/ghinhan c{office.commune.other_chapter}-commended")
    assert "Không tìm thấy" in cadre.last
    await leader.say("/ghinhan")
    assert "Không tìm thấy đơn vị này" in leader.last
    await leader.say(f"/ghinhan c{office.commune.chapter}")
    assert "Ghi biểu dương, khen thưởng" not in leader.buttons
    await leader.say(f"/ghinhan c{office.commune.chapter}-strengthened")
    assert "không được phân công phụ trách địa bàn" in leader.last
