from copy import copy
from datetime import time
from typing import Any

import pytest

from domain.people import Role
from domain.report import ReportAnswers, ReportState
from storage import Database
from storage.cadres import meeting_grades
from storage.cadres.meeting_grades import MeetingGrade, Source
from tests.directory import Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import USUAL, go
from tests.operations.planned import meetings_of, plan_all, send
from tests.talks import Phone

CAI_COI = "Chi hội phụ nữ ấp Cái Cối"
# The talk is the same on both databases; tests/operations tries these on both.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GRADES = ["Tốt", "Khá", "Trung bình", "Kém"]
PARTY = {"association": "Đảng bộ xã Long Vĩnh", "name": "Chi bộ"}


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(6))


@pytest.fixture
async def party(database: Database) -> Office:
    """The chapter is a party cell that puts everything on record."""
    return await open_office(database, now=at(6), **PARTY)


async def report(office: Office, **values: Any) -> None:
    answers = held(**values)
    await send(office.database, office.commune.leader, office.meeting, answers)


async def grades_of(office: Office) -> dict[Source, MeetingGrade]:
    async with office.database.read() as unit:
        found = await meeting_grades.of_meetings(unit, [office.meeting.id])
    return {source: grade for (_, source), grade in found.items()}


async def grade_of(office: Office) -> MeetingGrade:
    return (await grades_of(office))[Source.CADRE]


async def open_evening(office: Office) -> Phone:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("đánh giá")
    return cadre


async def test_a_meeting_is_graded_by_one_tap_with_the_facts_beside_it(office: Office) -> None:
    await report(office, starts=time(19), ends=time(20, 10), excused=2, unexcused=0)
    cadre = await open_evening(office)
    assert "Tỷ lệ dự: 93%, 5/5 điểm" in cadre.last
    assert "Thời lượng: 70 phút, 3/3 điểm" in cadre.last
    assert "Đúng ngày quy định: đúng ngày, 2/2 điểm" in cadre.last
    assert cadre.buttons[:4] == GRADES
    await cadre.press("Tốt")
    assert f"Đã ghi: Tốt, {CAI_COI}. " in f"{cadre.last} ".replace("\n", " ")
    assert "sửa đến hết ngày 10/12/2026" in cadre.last
    given = await grade_of(office)
    assert (given.grade, given.total, given.version) == ("tot", None, 1)
    assert given.points == {"ty_le_du": 5, "thoi_luong": 3, "dung_ngay_quy_dinh": 2}


async def test_what_no_report_tells_is_said_to_be_unknown(office: Office) -> None:
    cadre = await open_evening(office)
    assert "Tỷ lệ dự: chưa tính được vì chưa có báo cáo số người dự" in cadre.last
    await cadre.press("Khá")
    assert (await grade_of(office)).points == {}
    await report(office)
    await cadre.say("/chamdiem")
    assert "Thời lượng: chưa tính được vì báo cáo chưa nêu giờ" in cadre.last


async def test_an_evening_is_graded_in_one_message(office: Office) -> None:
    async with office.database.write() as unit:
        await Directory(unit).post(
            office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter
        )
    await plan_all(office.database, at(1))
    cadre = await open_evening(office)
    assert "1. 19h00 Chi hội phụ nữ ấp Cái Cối" in cadre.last
    assert "2. 19h00 Chi hội phụ nữ ấp La Ghi" in cadre.last
    shown = len(cadre.from_bot)
    await cadre.press("Tốt (1)")
    await cadre.press("Khá (2)")
    assert len(cadre.from_bot) == shown
    other = (await meetings_of(office.database, office.commune.other_chapter, at(1)))[0]
    async with office.database.read() as unit:
        found = await meeting_grades.of_meetings(unit, [office.meeting.id, other.id])
    assert {grade.grade for grade in found.values()} == {"tot", "kha"}


async def test_the_evening_is_graded_by_words_where_there_are_no_buttons(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await cadre.say("/chamdiem")
    await cadre.say("2")
    assert (await grade_of(office)).grade == "kha"
    await cadre.say("tot")
    assert (await grade_of(office)).grade == "tot"


async def test_the_evening_talk_leads_to_the_grades(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan")
    await cadre.press(f"19h00 {CAI_COI}")
    await cadre.press("Xong")
    await cadre.press("Đánh giá các buổi này")
    assert cadre.buttons[:4] == GRADES


async def test_a_low_grade_is_not_taken_without_a_reason(office: Office) -> None:
    cadre = await open_evening(office)
    await cadre.press("Kém")
    assert "vì sao đồng chí đánh giá “Kém”?" in cadre.last
    assert await grades_of(office) == {}
    await cadre.say("x")
    assert "cần lý do" in cadre.last
    await cadre.say("Không có <b>nội dung</b>")
    given = await grade_of(office)
    assert (given.grade, given.reason) == ("kem", "Không có <b>nội dung</b>")
    assert "Kém (Không có <b>nội dung</b>)" in cadre.last
    await cadre.press("Trung bình")
    await cadre.press("Ít người dự")
    given = await grade_of(office)
    assert (given.grade, given.reason, given.version) == ("trung_binh", "Ít người dự", 2)


async def test_a_low_grade_can_be_left(office: Office) -> None:
    cadre = await open_evening(office)
    await cadre.press("Kém")
    await cadre.press("Hủy")
    assert "Chưa ghi đánh giá nào" in cadre.last
    assert await grades_of(office) == {}
    await cadre.press("Đánh giá lại")
    assert cadre.buttons[:4] == GRADES


async def test_the_unit_grades_itself_from_the_receipt_and_both_words_stay(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", *USUAL)
    await leader.press("Tự đánh giá buổi này")
    await leader.press("Trung bình")
    assert "Đơn vị tự đánh giá: Trung bình" in leader.last
    cadre = await open_evening(office)
    assert "Đơn vị tự đánh giá: Trung bình" in cadre.last
    await cadre.press("Khá")
    given = await grades_of(office)
    assert (given[Source.SELF].grade, given[Source.CADRE].grade) == ("trung_binh", "kha")
    await leader.say("/lichsu")
    await leader.press("Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    assert "Đơn vị tự đánh giá: Trung bình" in leader.last
    assert "Cán bộ phụ trách đánh giá: Khá" in leader.last
    assert "Đánh giá buổi này" not in leader.buttons


async def test_a_leader_finds_the_own_meetings_to_grade(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chamdiem")
    assert "không có buổi sinh hoạt nào để đơn vị tự đánh giá" in leader.last
    await report(office)
    await leader.say("/chamdiem")
    await leader.press(f"{CAI_COI}, tháng 11/2026")
    await leader.press("Tốt")
    assert (await grades_of(office))[Source.SELF].grade == "tot"


async def test_staff_grade_from_the_report(office: Office) -> None:
    await report(office)
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/lichsu {office.meeting.id}")
    await staff.press("Đánh giá buổi này")
    await staff.press("Tốt")
    assert (await grade_of(office)).person_id == office.commune.staff


async def test_two_people_notice_each_other(office: Office) -> None:
    cadre = await open_evening(office)
    old = copy(cadre.from_bot[-1])
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/chamdiem m{office.meeting.id}")
    await staff.press("Khá")
    await cadre.press("Tốt", on=old)
    assert "Đồng chí Ngô Văn Tám đã đánh giá buổi này lúc" in cadre.last
    assert "Cán bộ phụ trách đánh giá: Khá" in cadre.last
    assert (await grade_of(office)).grade == "kha"
    await cadre.press("Tốt")
    given = await grade_of(office)
    assert (given.grade, given.person_id, given.version) == ("tot", office.commune.cadre, 2)


async def test_the_same_tap_twice_counts_once(office: Office) -> None:
    cadre = await open_evening(office)
    old = copy(cadre.from_bot[-1])
    await cadre.press("Tốt")
    await cadre.press("Tốt", on=old)
    assert (await grade_of(office)).version == 1


@pytest.mark.parametrize("mark", ["t{id}.0.xuat_sac", "t{id}.0.", "u{id}.0.tuyet"])
async def test_a_grade_outside_the_scale_is_refused(office: Office, mark: str) -> None:
    await report(office)
    phone = await office.enrol(
        office.commune.cadre if mark.startswith("t") else office.commune.leader
    )
    await phone.say("/chamdiem " + mark.format(id=office.meeting.id))
    assert "Mức này không có trong bảng đánh giá. Các mức: Tốt, Khá, Trung bình, Kém" in phone.last
    assert await grades_of(office) == {}


async def test_who_is_not_assigned_does_not_grade(office: Office) -> None:
    await report(office)
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/chamdiem t{office.meeting.id}.0.tot")
    assert "không được phân công đánh giá" in leader.last
    cadre = await office.enrol(office.commune.cadre)
    other = (await meetings_of(office.database, office.commune.other_chapter, at(1)))[0]
    await cadre.say(f"/chamdiem t{other.id}.0.tot")
    assert "Không tìm thấy" in cadre.last
    await cadre.say(f"/chamdiem u{office.meeting.id}.0.tot")
    assert "không được phân công báo cáo" in cadre.last
    assert await grades_of(office) == {}


async def test_on_its_own_day_a_meeting_is_graded_once_its_hour_has_come(office: Office) -> None:
    office.town.now = at(5, 8)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chamdiem")
    assert "không có buổi sinh hoạt nào chờ" in cadre.last
    await cadre.say("/chamdiem 2026-11-05")
    assert "chưa diễn ra" in cadre.last
    assert "Tốt" not in cadre.buttons
    await cadre.say(f"/chamdiem t{office.meeting.id}.0.tot")
    assert "chưa diễn ra" in cadre.last
    await cadre.say("/chamdiem 2026-12-05")
    assert "chưa diễn ra" in cadre.last
    assert "đã chốt" not in cadre.last
    assert await grades_of(office) == {}
    office.town.now = at(5, 19)
    await cadre.say("/chamdiem")
    assert cadre.buttons[:4] == GRADES


async def test_a_meeting_ahead_or_not_held_is_not_graded(office: Office) -> None:
    office.town.now = at(4)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chamdiem")
    assert "không có buổi sinh hoạt nào chờ" in cadre.last
    await cadre.say(f"/chamdiem t{office.meeting.id}.0.kem")
    assert "chưa diễn ra" in cadre.last
    office.town.now = at(6)
    answers = ReportAnswers(state=ReportState.NOT_HELD, reason="weather")
    await send(office.database, office.commune.leader, office.meeting, answers)
    await cadre.say(f"/chamdiem t{office.meeting.id}.0.tot")
    assert "đã báo không tổ chức được" in cadre.last
    assert await grades_of(office) == {}


async def test_a_closed_period_keeps_its_grades(office: Office) -> None:
    cadre = await open_evening(office)
    await cadre.press("Tốt")
    old = copy(cadre.from_bot[-1])
    office.town.now = at(11, month=12)
    await cadre.press("Khá", on=old)
    assert "đã chốt số liệu ngày 10/12/2026" in cadre.last
    await cadre.say("/chamdiem 2026-11-05")
    assert "đã chốt số liệu" in cadre.last
    assert "Khá" not in cadre.buttons
    assert (await grade_of(office)).grade == "tot"


async def test_a_frame_holds_the_final_grade_only(database: Database) -> None:
    office = await open_office(database, now=at(6), recording="frame", **PARTY)
    await report(office)
    cadre = await open_evening(office)
    assert "Tỷ lệ dự" not in cadre.last
    await cadre.press("Tốt")
    given = await grade_of(office)
    assert (given.grade, given.points, given.total) == ("tot", {}, None)


async def test_the_table_of_points_is_asked_part_by_part(party: Office) -> None:
    await report(party, starts=time(19), ends=time(20, 30), excused=2, unexcused=0)
    cadre = await open_evening(party)
    await cadre.press("Chấm theo bảng điểm")
    assert "Không ai vắng quá 3 lần liên tiếp (0 đến 1)" in cadre.last
    await go(cadre, "Điểm tối đa", "=11")
    assert "Chuẩn bị: xin đồng chí ghi một số từ 0 đến 10" in cadre.last
    await go(cadre, "=8/10", "=ba mươi", "=4", "=20", "Điểm tối đa")
    assert "Tổng điểm: 77/100, mức Khá" in cadre.last
    assert "Tỷ lệ dự: 4/4" in cadre.buttons
    await cadre.press("Kết quả thực hiện nghị quyết kỳ trước: 20/30")
    await cadre.say("30")
    assert "Tổng điểm: 87/100" in cadre.last
    await cadre.press("Ghi đánh giá")
    given = await grade_of(party)
    assert (given.grade, given.total, sum(given.points.values())) == ("kha", 87, 87)
    assert "Khá, 87/100 điểm" in cadre.last
    await cadre.press("Chấm theo bảng điểm")
    assert "Tổng điểm: 87/100" in cadre.last


async def test_low_points_need_a_reason_too(party: Office) -> None:
    await report(party)
    cadre = await open_evening(party)
    await cadre.press("Chấm theo bảng điểm")
    await go(cadre, "=0", "=0", "=5", "=5", "=0", "=0", "=0", "Ghi đánh giá")
    assert "vì sao đồng chí đánh giá “Kém”?" in cadre.last
    await cadre.press("Chuẩn bị chưa kỹ")
    given = await grade_of(party)
    assert (given.grade, given.total, given.reason) == ("kem", 16, "Chuẩn bị chưa kỹ")


async def test_the_table_can_be_walked_back_and_left(party: Office) -> None:
    await report(party)
    cadre = await open_evening(party)
    await cadre.press("Chấm theo bảng điểm")
    assert "Thời lượng (0 đến 3)" in cadre.last
    await cadre.say("3")
    await go(cadre, "Quay lại", "Quay lại")
    assert "Hiện đã ghi: 3 điểm" in cadre.last
    await go(cadre, "Quay lại", "Quay lại")
    assert "Còn mục chưa có điểm" in cadre.last
    assert "Ghi đánh giá" not in cadre.buttons
    await cadre.press("Hủy")
    assert await grades_of(party) == {}


async def test_a_table_of_points_takes_no_grade_by_one_tap(party: Office) -> None:
    cadre = await party.enrol(party.commune.cadre)
    await cadre.say(f"/chamdiem t{party.meeting.id}.0.tot")
    assert "Điểm không khớp với bảng điểm" in cadre.last
    assert await grades_of(party) == {}
