from copy import copy
from datetime import date

import pytest

from domain.people import Role
from domain.records import Presence
from storage import Database
from storage.cadres import attendance
from tests.directory import LOANS, ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all, send

CAI_COI = "19h00 Chi hội phụ nữ ấp Cái Cối"
LA_GHI = "19h00 Chi hội phụ nữ ấp La Ghi"
DONE, OTHER = "Xong", "Có buổi không dự"


@pytest.fixture
async def office(database: Database) -> Office:
    """The cadre looks after both hamlets, whose chapters meet on one evening."""
    office = await open_office(database, now=at(5, 21))
    async with database.write() as unit:
        await Directory(unit).post(
            office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter
        )
    await plan_all(database, at(1))
    return office


async def words_of(office: Office) -> dict[int, Presence]:
    """What the cadre has said of each chapter's November meeting."""
    said = {}
    async with office.database.read() as unit:
        for meeting in await attendance.list_evening(
            unit, office.commune.cadre, date(2026, 11, 5)
        ):
            said[meeting.meeting_id] = meeting.state
    return said


async def test_an_evening_is_ticked_in_one_message(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("xac nhan")
    assert cadre.last.startswith("Thứ Năm, 05/11/2026")
    assert cadre.buttons == [CAI_COI, LA_GHI, DONE, OTHER, "Để sau"]
    shown = len(cadre.from_bot)
    await cadre.press(CAI_COI)
    await cadre.press(LA_GHI)
    await cadre.press(LA_GHI)
    await cadre.press(DONE)
    assert len(cadre.from_bot) == shown
    assert f"{CAI_COI}: đã dự" in cadre.last
    assert f"{LA_GHI}: chưa xác nhận" in cadre.last
    assert list((await words_of(office)).values()) == [Presence.ATTENDED, Presence.UNCONFIRMED]


async def test_two_at_one_hour_are_asked_before_both_are_written(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(CAI_COI)
    await cadre.press(LA_GHI)
    await cadre.press(DONE)
    assert "trùng giờ nhau. Đồng chí đã dự cả các buổi này?" in cadre.last
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}
    await cadre.press("Sửa xác nhận")
    await cadre.press(DONE)
    await cadre.press("Đúng, đã dự cả")
    assert set((await words_of(office)).values()) == {Presence.ATTENDED}


async def test_nothing_is_written_before_it_is_done(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(CAI_COI)
    await cadre.press("Để sau")
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}


async def test_somebody_sent_and_a_reason_are_told_too(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(CAI_COI)
    await cadre.press(OTHER)
    await cadre.press(CAI_COI)
    await cadre.press("Cử người dự thay")
    assert f"{CAI_COI}: cử người dự thay" in cadre.last
    await cadre.press(OTHER)
    await cadre.press(LA_GHI)
    await cadre.press("Vắng có lý do")
    await cadre.press(DONE)
    assert list((await words_of(office)).values()) == [Presence.SUBSTITUTE, Presence.EXCUSED]


async def test_what_was_said_can_be_changed(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(OTHER)
    await cadre.press(CAI_COI)
    await cadre.press("Vắng có lý do")
    await cadre.press(LA_GHI)
    await cadre.press(DONE)
    await cadre.press("Sửa xác nhận")
    await cadre.press(CAI_COI)
    await cadre.press(LA_GHI)
    await cadre.press(DONE)
    assert list((await words_of(office)).values()) == [Presence.ATTENDED, Presence.UNCONFIRMED]
    await cadre.press("Sửa xác nhận")
    await cadre.press(OTHER)
    await cadre.press(CAI_COI)
    await cadre.press("Chưa xác nhận")
    await cadre.press(DONE)
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}


async def test_the_evening_is_ticked_by_numbers_where_there_are_no_buttons(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await cadre.say("/xacnhan")
    assert f"2. [ ] {LA_GHI}" in cadre.last
    await cadre.say("2")
    assert f"2. [x] {LA_GHI}" in cadre.last
    await cadre.say("xong")
    assert f"{LA_GHI}: đã dự" in cadre.last


async def test_other_words_than_the_buttons_ask_again(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.say("tôi có đi")
    assert "Mời đồng chí chọn một mục" in cadre.last
    assert DONE in cadre.buttons


async def test_a_day_to_come_cannot_be_confirmed(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan 2026-12-05")
    assert "chưa diễn ra" in cadre.last


async def test_the_evening_before_is_asked_for_until_the_next_begins(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", rule={"kind": "day", "day": 4, "month": 1})
        await make.chapter("Chi hội sớm", office.commune.hamlet, farmers)
    await plan_all(office.database, at(1))
    office.town.now = at(5, 8)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    assert "Thứ Tư, 04/11/2026" in cadre.last
    office.town.now = at(5, 19)
    await cadre.say("/xacnhan")
    assert "Thứ Năm, 05/11/2026" in cadre.last


async def test_what_has_not_begun_is_not_confirmed_and_nothing_is_written(
    office: Office,
) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers")
        await make.chapter("Chi hội sớm", office.commune.hamlet, farmers, start_time="08:00")
    await plan_all(office.database, at(1))
    office.town.now = at(5, 18)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press("8h00 Chi hội sớm")
    await cadre.press(CAI_COI)
    await cadre.press(DONE)
    assert "bắt đầu lúc 19h00, buổi này chưa diễn ra" in cadre.last
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}
    await cadre.press(CAI_COI)
    await cadre.press(OTHER)
    await cadre.press(LA_GHI)
    await cadre.press("Cử người dự thay")
    await cadre.press(DONE)
    assert "chưa diễn ra" in cadre.last
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}
    office.town.now = at(5, 19)
    await cadre.press(DONE)
    assert sorted((await words_of(office)).values()) == ["attended", "substitute", "unconfirmed"]


async def test_an_evening_without_meetings_names_those_that_wait(office: Office) -> None:
    office.town.now = at(6)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan 2026-11-06")
    assert "không có buổi sinh hoạt nào" in cadre.last
    await cadre.press("Ngày 05/11/2026 (chưa xác nhận: 2)")
    assert CAI_COI in cadre.buttons


async def test_after_closing_it_is_only_read(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan 2026-11-05")
    await cadre.press(CAI_COI)
    old = copy(cadre.from_bot[-1])
    office.town.now = at(11, month=12)
    await cadre.press(DONE, on=old)
    assert "đã chốt số liệu ngày 10/12/2026" in cadre.last
    await cadre.say("/xacnhan 2026-11-05")
    assert "đã chốt số liệu" in cadre.last
    assert DONE not in cadre.buttons
    assert set((await words_of(office)).values()) == {Presence.UNCONFIRMED}


async def test_only_own_meetings_are_there(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/xacnhan 2026-11-05")
    assert "không có buổi sinh hoạt nào" in leader.last


async def test_a_meeting_moved_meanwhile_drops_out(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(CAI_COI)
    await cadre.press(LA_GHI)
    moved = held(day=4, reason="weather")
    await send(office.database, office.commune.leader, office.meeting, moved)
    await cadre.press(DONE)
    assert CAI_COI not in cadre.last
    assert f"{LA_GHI}: đã dự" in cadre.last


async def test_the_next_two_weeks_are_shown_by_day(office: Office) -> None:
    office.town.now = at(25)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("lich")
    assert "Thứ Bảy, 05/12/2026" in cadre.last
    name = CAI_COI.partition(" ")[2]
    assert f"19h00: 2 buổi cùng giờ\n– {name}, tại Nhà văn hóa ấp" in cadre.last


async def test_two_weeks_without_meetings_say_so(office: Office) -> None:
    office.town.now = at(6)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/lich")
    assert "không có buổi sinh hoạt nào" in cadre.last


async def test_a_leader_sees_the_own_next_meeting(office: Office) -> None:
    office.town.now = at(6)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/lich")
    assert "05/12/2026" in leader.last
    assert "La Ghi" not in leader.last


async def test_the_board_shows_all_own_chapters_and_who_is_missing(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    office.town.now = at(11)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("chi hoi")
    assert "tháng 11/2026: 2 buổi sinh hoạt" in cadre.last
    assert "Chưa báo cáo, đã quá hạn: 1" in cadre.last
    assert cadre.buttons[:2] == [
        "Chi hội phụ nữ ấp La Ghi – quá hạn",
        "Chi hội phụ nữ ấp Cái Cối – đúng hạn",
    ]
    await cadre.press("Chi hội phụ nữ ấp Cái Cối – đúng hạn")
    assert "Có mặt: 28" in cadre.last
    assert "Sửa báo cáo" not in cadre.buttons


async def test_the_board_says_whom_to_call(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chihoi")
    await cadre.press("Chi hội phụ nữ ấp Cái Cối – chưa đến hạn")
    assert "Liên hệ: Thạch Thị Lan" in cadre.last
    await cadre.press("Đơn vị tôi phụ trách")
    await cadre.press("Chi hội phụ nữ ấp La Ghi – chưa đến hạn")
    assert "chưa có người báo cáo" in cadre.last


async def test_the_board_says_what_is_open_whether_one_came_and_the_grade(office: Office) -> None:
    answers = held(difficulties=(ROAD, LOANS))
    await send(office.database, office.commune.leader, office.meeting, answers, now=at(6))
    office.town.now = at(12, 9)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chihoi")
    line = f"{CAI_COI[6:]}: 2 khó khăn chưa tháo gỡ; đồng chí chưa xác nhận"
    assert line in cadre.last
    await cadre.say("/xacnhan 2026-11-05")
    await cadre.press(CAI_COI)
    await cadre.press(DONE)
    await cadre.say(f"/chamdiem t{office.meeting.id}.0.tot")
    await cadre.say("/chihoi")
    assert "đồng chí đã dự; đánh giá: Tốt" in cadre.last
    assert "Chưa báo cáo, đã quá hạn: 1" in cadre.last
    await cadre.press("Nhắc báo cáo")
    assert f"Nhắc: {LA_GHI[6:]}" in cadre.buttons


async def test_the_board_is_paged_and_goes_back_a_month(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        kind = await make.kind("farmers")
        for number in range(8):
            await make.chapter(f"Chi hội {number}", office.commune.hamlet, kind)
    await plan_all(office.database, at(1))
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chihoi")
    assert "Trang 1/2" in cadre.last
    await cadre.press("Trang sau")
    assert "Trang 2/2" in cadre.last
    await cadre.press("Tháng trước")
    assert "tháng 10/2026: 0 buổi sinh hoạt" in cadre.last
    await cadre.press("Tháng sau")
    assert "tháng 11/2026: 10 buổi sinh hoạt" in cadre.last


async def test_the_board_is_refused_to_who_looks_after_no_chapter(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chihoi")
    assert "không được phân công phụ trách" in leader.last


async def test_contacts_of_chapters_out_of_sight_are_not_found(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    other = (await meetings_of(office.database, office.commune.other_chapter, at(1)))[0]
    await leader.say(f"/chihoi c{other.id}")
    assert "Không tìm thấy" in leader.last
