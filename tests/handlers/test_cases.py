from dataclasses import replace

import pytest

from domain.people import Role
from domain.records import DifficultyState
from storage import Database
from storage.tables.directory import audit as audit_table
from tests.directory import LOANS, ROAD, Directory, at, held
from tests.handlers.case_office import (
    CAI_COI,
    FLOODED,
    case_of,
    follow_up,
    open_case,
    open_flooded_office,
    put_below_a_province,
    tell_everybody,
)
from tests.handlers.office import Office
from tests.handlers.reported import go
from tests.operations.planned import send

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_flooded_office(database)


async def test_a_difficulty_goes_up_comes_down_with_an_answer_and_is_solved(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await open_case(cadre)
    assert f"Hạ tầng: {FLOODED}" in cadre.last
    assert "cấp giải quyết: Ấp Cái Cối (cán bộ phụ trách xem trước)." in cadre.last
    assert "Người giải quyết: đồng chí Lê Văn Sáu" in cadre.last
    assert "Hạn trả lời: 21/11/2026" in cadre.last
    await go(cadre, "Hướng dẫn", "=Chi hội huy động dọn rác ở cống trước")
    assert "Đã gửi hướng dẫn tới đơn vị" in cadre.last
    assert "hướng dẫn – Lê Văn Sáu: “Chi hội huy động dọn rác ở cống trước”" in cadre.last
    await go(cadre, "Chuyển cấp trên", "=Ấp không có kinh phí làm cống")
    assert "cấp giải quyết: Xã Long Vĩnh." in cadre.last
    assert "Người giải quyết: đồng chí Ngô Văn Tám" in cadre.last
    assert "Trả lời" not in cadre.buttons, "it lies with the commune now"

    await open_case(staff)
    assert "“Ấp không có kinh phí làm cống”" in staff.last
    await go(staff, "Trả lời", "=Xã đã đặt cống mới ngày 8/11")
    assert "đã trả lời, chờ xác nhận" in staff.last
    assert (await case_of(office)).state is DifficultyState.ANSWERED

    await leader.say("/khokhan")
    await leader.press(f"{FLOODED} – đã trả lời, {CAI_COI}")
    await leader.press("Đã tháo gỡ")
    assert "đã tháo gỡ. Cảm ơn đồng chí." in leader.last
    assert (await case_of(office)).state is DifficultyState.SOLVED
    await staff.say("/vuviec")
    await staff.press("Đã tháo gỡ")
    assert "1 khó khăn đã tháo gỡ" in staff.last
    await go(staff, "Ấp Cái Cối: Đường", "Khó khăn, kiến nghị")
    assert "không có khó khăn nào đang chờ" in staff.last


async def test_the_way_up_and_the_answer_down_are_told_along_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await go(await open_case(cadre), "Chuyển cấp trên", "=Ấp không có kinh phí")
    office.town.now = at(6, 18)
    await tell_everybody(office)
    assert "Đồng chí Lê Văn Sáu chuyển Xã Long Vĩnh: “Ấp không có kinh phí”" in staff.last
    await go(staff, f"Mở: {FLOODED}", "Trả lời", "=Xã đã đặt cống mới")
    office.town.now = at(7, 18)
    await tell_everybody(office)
    assert "Ngô Văn Tám đã trả lời: “Xã đã đặt cống mới”" in cadre.last
    await leader.say("/tin")
    assert "đã chuyển cấp trên (Xã Long Vĩnh), hạn trả lời 21/11/2026" in leader.last
    assert "Ngô Văn Tám trả lời: “Xã đã đặt cống mới”. Mời đồng chí xác nhận" in leader.last


async def test_each_level_passes_up_and_the_last_cannot(office: Office) -> None:
    _, officer = await put_below_a_province(office)
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    province = await office.enrol(officer)
    await go(await open_case(cadre), "Chuyển cấp trên", "=Ấp không có kinh phí")
    await go(await open_case(staff), "Chuyển cấp trên", "=Xã không đủ kinh phí")
    assert "cấp giải quyết: Tỉnh Vĩnh Long" in staff.last
    assert "Hạn trả lời: 06/12/2026" in staff.last, "a province has thirty days"
    assert {"Trả lời", "Hướng dẫn", "Gửi ảnh"}.isdisjoint(staff.buttons)
    await go(await open_case(province), "Chuyển cấp trên", "=Lên nữa")
    assert "Chưa có cấp trên nào" in province.see()
    await go(province, "Giao cấp dưới", "=Xã hướng dẫn ấp làm đơn")
    assert "cấp giải quyết: Ấp Cái Cối" in province.last
    await open_case(cadre)
    assert "giao Ấp Cái Cối – Lâm Thị Sáng: “Xã hướng dẫn ấp làm đơn”" in cadre.last
    assert "Trả lời" in cadre.buttons


async def test_of_two_who_answer_at_once_the_second_is_told(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await open_case(cadre)
    await open_case(staff)
    await cadre.press("Trả lời")
    await go(staff, "Trả lời", "=Xã đã đặt cống")
    await cadre.say("Ấp đã khơi cống")
    assert "Người khác vừa cập nhật khó khăn này" in cadre.last
    assert "“Xã đã đặt cống”" in cadre.last
    assert "Ấp đã khơi cống" not in cadre.last


async def test_what_is_overdue_goes_up_by_itself_a_level_at_a_time(office: Office) -> None:
    _, officer = await put_below_a_province(office)
    staff, province = await office.enrol(office.commune.staff), await office.enrol(officer)
    for month, day, place in (
        (11, 21, "Ấp Cái Cối"),
        (11, 22, "Xã Long Vĩnh"),
        (11, 23, "Xã Long Vĩnh"),
        (12, 8, "Tỉnh Vĩnh Long"),
    ):
        office.town.now = at(day, month=month)
        for _ in range(2):
            await follow_up(office)
        await open_case(staff)
        assert f"cấp giải quyết: {place}" in staff.last
    assert staff.last.count("quá hạn, tự chuyển cấp trên") == 2
    assert (await case_of(office)).owner_id == officer
    office.town.now = at(20, month=12).replace(year=2027)
    await follow_up(office)
    await open_case(province)
    assert "cấp giải quyết: Tỉnh Vĩnh Long" in province.last
    assert "Quá hạn từ ngày 07/01/2027" in province.last, "nobody is above the province"
    await province.say("/vuviec")
    assert "Trong đó 1 khó khăn quá hạn" in province.last
    async with office.database.read() as unit:
        noted = await unit.all(audit_table.select())
    ups = [row for row in noted if row.action == "case.passed_up_overdue"]
    assert [(row.person_id, row.before["area_id"]) for row in ups] == [
        (None, office.commune.hamlet.id),
        (None, office.commune.commune.id),
    ]


async def test_a_case_is_out_of_reach_for_who_is_not_assigned(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/vuviec")
    assert "không được phân công giải quyết khó khăn" in leader.last
    for argument in ("u1-0", "a1-0", "r1-0", "t1-0", "j1"):
        await leader.say(f"/vuviec {argument}")
        assert "Khó khăn này do Ấp Cái Cối giải quyết" in leader.last
    async with office.database.write() as unit:
        make = Directory(unit)
        away = await make.person("Danh Ngọc")
        await make.post(away, Role.CADRE, area=office.commune.other_hamlet)
    stranger = await office.enrol(away)
    for argument in ("1", "u1-1", "r1-1", "j1", "f1", "g1", "k1-0-1"):
        await stranger.say(f"/vuviec {argument}")
        assert "Không tìm thấy" in stranger.last
    cadre = await office.enrol(office.commune.cadre)
    for argument in ("y1-0", "n1-0"):
        await cadre.say(f"/khokhan {argument}")
        assert "không được phân công" in cadre.last
    case = await case_of(office)
    assert (case.state, case.version) == (DifficultyState.OPEN, 0)


async def test_a_cadre_passes_nothing_up_that_has_gone_up_already(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre), "Chuyển cấp trên", "=Ấp không có kinh phí")
    await cadre.say("/vuviec u1-0")
    assert "Khó khăn này do Xã Long Vĩnh giải quyết" in cadre.last
    assert (await case_of(office)).version == 1


async def test_a_withdrawn_case_is_told_to_who_works_on_it(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(6, 18)
    await tell_everybody(office)
    await go(await open_case(cadre), "Hướng dẫn", "=Dọn rác trước")
    await send(office.database, office.commune.leader, office.meeting, held(), corrects=1)
    await cadre.say("/vuviec")
    assert "không có khó khăn nào đang chờ" in cadre.last
    office.town.now = at(7, 18)
    await tell_everybody(office)
    assert f"{CAI_COI} đã rút: “{FLOODED}”" in cadre.last


async def test_a_case_is_given_more_time(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre), "Đặt hạn trả lời", "=1/12")
    assert "Hạn trả lời: 01/12/2026" in cadre.last
    await go(cadre, "Đặt hạn trả lời", "=1/12/2028")
    assert "trong vòng một năm" in cadre.see()
    await cadre.press("Hủy")
    await go(cadre, "Trả lời", "=x")
    assert "ghi rõ hơn" in cadre.see()
    await cadre.press("Hủy")
    assert "Hạn trả lời: 01/12/2026" in cadre.last


async def test_the_list_shows_the_overdue_first_and_is_paged(office: Office) -> None:
    many = (
        ROAD,
        LOANS,
        *(replace(ROAD, category="other", text=f"Việc {text}") for text in "abcdefg"),
    )
    leader, meeting = office.commune.leader, office.meeting
    await send(office.database, leader, meeting, held(difficulties=many), corrects=1)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre, "Thiếu vốn"), "Đặt hạn trả lời", "=7/11")
    office.town.now = at(8)
    await cadre.say("/vuviec")
    assert "9 khó khăn, kiến nghị đang giải quyết" in cadre.last
    assert cadre.buttons[0].startswith("Ấp Cái Cối: Thiếu vốn")
    await cadre.press("Trang sau")
    assert "Trang 2/2" in cadre.last


async def test_the_journal_says_what_changed(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre), "Chuyển cấp trên", "=Ấp không có kinh phí")
    async with office.database.read() as unit:
        noted = await unit.all(audit_table.select())
    (row,) = [item for item in noted if item.action == "case.passed_up"]
    hamlet, commune = office.commune.hamlet.id, office.commune.commune.id
    assert (row.before["area_id"], row.after["area_id"]) == (hamlet, commune)
    assert (row.before["state"], row.after["state"]) == ("open", "passed_up")
    await cadre.say("/nhatky")
    assert "chuyển cấp trên một khó khăn" in cadre.last
