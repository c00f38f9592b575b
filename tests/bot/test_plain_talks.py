"""The talks of the bot by typed numbers and words, through its workers and Zalo's platform."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from domain.meetings import Meeting
from domain.people import Role
from domain.records import DifficultyState, Presence, Report
from operations.notifications.reminding import enqueue_reminders
from storage import Database
from storage.cadres import attendance, meeting_grades
from storage.cases import cases
from storage.directory import chapters
from storage.people import people
from storage.reports import reports
from tests.directory import POLICY, ROAD, Commune, Directory, at, held, settle_commune
from tests.operations.planned import november, plan_all, send
from tests.plain_channel import PlainPhone, Town
from tests.reminding import all_due
from tests.zaloapi import ZaloApi
from tests.zaloapi.town import ZaloTown

CAI_COI, LA_GHI = "19h00 Chi hội phụ nữ ấp Cái Cối", "19h00 Chi hội phụ nữ ấp La Ghi"

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


@pytest.fixture
async def meeting(database: Database, commune: Commune) -> Meeting:
    return await november(database, commune)


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    """The bot on Zalo, against the strict local platform."""
    async with ZaloApi() as api:
        town = ZaloTown(database, at(5, 20), api=api)
        yield town
        await town.close()


@pytest.fixture
async def leader(town: Town, commune: Commune, meeting: Meeting) -> PlainPhone:
    return await town.enrol(commune.leader)


async def report_of(town: Town, meeting: Meeting) -> Report | None:
    async with town.database.read() as unit:
        return (await reports.of_meetings(unit, [meeting.id])).get(meeting.id)


async def test_who_types_the_code_and_a_number_is_in(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    phone = town.phone("7")
    assert "mã mời" in await phone.say("xin chào")
    await phone.give_code(commune.leader)
    assert "1. Đồng ý\n2. Không đồng ý\n3. Xem đầy đủ\n\nGõ số để chọn." in phone.last
    assert "Thời gian lưu" in await phone.say("3")
    assert "Kính chào" in await phone.say("1")
    assert "1. Báo cáo" in phone.last


async def test_a_report_with_a_difficulty(
    town: Town, leader: PlainPhone, meeting: Meeting
) -> None:
    await leader.choose("Báo cáo")
    await leader.say("từng câu")
    await leader.say("1")
    assert "1." not in leader.last, "a figure is asked for"
    assert "Hoặc gõ: " in leader.last
    await leader.say("28")
    await leader.choose("Không có chủ đề")
    assert "[ ] " in leader.last
    await leader.choose("Thảo luận", "Biểu dương")
    assert leader.last.count("[x] ") == 2
    await leader.say("xong")
    await leader.choose("Có dự")
    await leader.choose("Hạ tầng")
    await leader.say("Đường ấp ngập, xin làm cống")
    await leader.choose("Ấp")
    await leader.choose("Không còn")
    await leader.choose("Gửi báo cáo")
    found = await report_of(town, meeting)
    assert found is not None
    assert (found.answers.present, found.answers.activities) == (
        28,
        ("discussion", "commendation"),
    )
    assert [difficulty.text for difficulty in found.answers.difficulties] == [
        "Đường ấp ngập, xin làm cống"
    ]


async def test_a_report_that_was_sent_is_corrected(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    await send(town.database, commune.leader, meeting)
    leader = await town.enrol(commune.leader)
    await leader.say("báo cáo đã gửi")
    await leader.choose("Chi hội phụ nữ ấp Cái Cối")
    await leader.choose("Sửa báo cáo")
    await leader.choose("Có dự")
    await leader.choose("Sửa")
    await leader.choose("Có mặt")
    await leader.say("27")
    await leader.choose("Gửi báo cáo")
    found = await report_of(town, meeting)
    assert found is not None
    assert found.answers.present == 27


async def test_a_cadres_evening_is_ticked_and_graded(town: Town, commune: Commune) -> None:
    async with town.database.write() as unit:
        await Directory(unit).post(commune.cadre, Role.CADRE, chapter=commune.other_chapter)
    await plan_all(town.database, at(1))
    town.now = at(5, 21)
    cadre = await town.enrol(commune.cadre)
    await cadre.say("xác nhận")
    await cadre.choose(CAI_COI, LA_GHI)
    assert cadre.last.count("[x] ") == 2
    assert "Gõ một hay nhiều số, ví dụ: 1, 3." in cadre.last
    await cadre.choose(LA_GHI)
    assert f"2. [ ] {LA_GHI}" in cadre.last
    assert "chọn một mục" in await cadre.say("1, 7"), "one of them is not there: none is taken"
    assert f"1. [x] {CAI_COI}" in cadre.last
    await cadre.say("xong")
    async with town.database.read() as unit:
        said = await attendance.list_evening(unit, commune.cadre, date(2026, 11, 5))
    assert [evening.state for evening in said] == [Presence.ATTENDED, Presence.UNCONFIRMED]

    await cadre.say("đánh giá")
    assert f"2. {LA_GHI}" in cadre.last, "the meetings have numbers"
    assert "a. Tốt (1)" in cadre.last, "so the grades have letters"
    await cadre.say("1")
    assert "không có mục “1”" in cadre.last
    await cadre.choose("Khá (2)")
    async with town.database.read() as unit:
        graded = await meeting_grades.of_meetings(unit, [evening.meeting_id for evening in said])
    assert [grade.grade for grade in graded.values()] == ["kha"]


async def test_an_officer_leafs_through_a_list(town: Town, commune: Commune) -> None:
    async with town.database.write() as unit:
        make = Directory(unit)
        for number in range(19):
            await make.chapter(f"Tổ hội số {number:02}", commune.hamlet, commune.kind)
    staff = await town.enrol(commune.staff)
    await staff.say("/donvi to hoi so")
    assert "Trang 1/3" in staff.last
    assert "1. Tổ hội số 00" in staff.last
    await staff.say("tiếp")
    assert "Trang 2/3" in staff.last
    assert "không có mục “9”" in await staff.say("9")
    assert "Trang 2/3" in staff.last, "what was open stays open"
    await staff.say("trang trước")
    assert "Trang 1/3" in staff.last
    await staff.say("2")
    assert "Tổ hội số 01" in staff.last


async def test_a_case_is_answered_and_judged(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    await send(town.database, commune.leader, meeting, held(difficulties=(ROAD,)))
    town.now = at(6)
    cadre, leader = await town.enrol(commune.cadre), await town.enrol(commune.leader)
    await cadre.say("/vuviec")
    await cadre.say("1")
    await cadre.choose("Trả lời")
    await cadre.say("Ấp đã nạo vét cống")
    await leader.say("/khokhan")
    await leader.choose("Đường ấp ngập")
    await leader.choose("Đã tháo gỡ")
    async with town.database.read() as unit:
        case = await cases.find(unit, 1)
    assert case is not None
    assert case.state is DifficultyState.SOLVED


async def test_people_see_and_correct_what_is_kept(town: Town, leader: PlainPhone) -> None:
    await leader.say("/menu")
    await leader.choose("Việc khác")
    await leader.choose("Dữ liệu của tôi")
    await leader.choose("Sửa số điện thoại")
    await leader.say("0912 345 678")
    person_id = int(leader.address.user) - 1000
    async with town.database.read() as unit:
        person = (await people.persons(unit, [person_id]))[person_id]
    assert person.phone == "0912345678"


async def test_a_whole_report_in_one_message_is_asked_which_meeting_it_tells_of(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    async with town.database.write() as unit:
        await Directory(unit).post(commune.leader, Role.LEADER, chapter=commune.other_chapter)
    await plan_all(town.database, at(1))
    leader = await town.enrol(commune.leader)
    await leader.say("họp 5/11, 28/32, chủ đề vệ sinh môi trường, không khó khăn")
    await leader.choose("Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    assert "1. Có thảo luận" in leader.last
    await leader.say("1. thảo luận\n2. có dự")
    await leader.choose("Gửi báo cáo")
    sent = await report_of(town, meeting)
    assert sent is not None
    assert (sent.answers.present, sent.answers.topic_text) == (28, "vệ sinh môi trường")


async def test_a_meeting_is_put_off_to_a_day_that_is_typed(
    town: Town, leader: PlainPhone, meeting: Meeting
) -> None:
    await leader.say("báo cáo")
    await leader.say("từng câu")
    await leader.choose("Dời sang ngày khác")
    assert "1." not in leader.last, "a day is asked for"
    await leader.say("12/11")
    await leader.choose("Thời tiết")
    assert "Dời sang ngày: Thứ Năm, 12/11/2026" in leader.last
    await leader.choose("Gửi báo cáo")
    sent = await report_of(town, meeting)
    assert sent is not None
    assert sent.answers.postponed_to == date(2026, 11, 12)


async def test_an_officers_question_is_asked_and_answered_by_typing(
    town: Town, commune: Commune, leader: PlainPhone
) -> None:
    town.now = at(6, 9)
    staff = await town.enrol(commune.staff)
    await staff.say("hỏi đơn vị")
    await staff.choose("Hỏi câu mới")
    await staff.choose("Mọi đơn vị của xã Long Vĩnh")
    await staff.say("Ấp mình có bao nhiêu hộ bị ngập?")
    await staff.choose("Một con số")
    assert "1." not in staff.last, "a day is asked for"
    await staff.say("13/11")
    await staff.choose("Gửi các đơn vị")
    assert "a. Trả lời" in leader.last
    await leader.say("a")
    assert "1." not in leader.last, "a figure is asked for"
    await leader.say("12")
    assert "Đã ghi: 12" in leader.last
    await staff.choose("Cập nhật")
    assert "Đã trả lời 1/2 đơn vị" in staff.last


async def test_a_setting_is_turned_by_its_number_again_and_again(
    town: Town, commune: Commune
) -> None:
    cadre = await town.enrol(commune.cadre)
    await cadre.say("cài đặt")
    await cadre.choose("Chọn việc báo ngay")
    for now in ("báo ngay", "gộp mỗi ngày"):
        await cadre.say("2")
        assert f"2. Khó khăn, kiến nghị: {now}" in cadre.last


async def test_what_is_found_by_a_typed_name_is_opened_by_its_number(
    town: Town, commune: Commune
) -> None:
    staff = await town.enrol(commune.staff)
    await staff.say("đơn vị")
    await staff.say("cai coi")
    await staff.choose("Chi hội phụ nữ ấp Cái Cối")
    await staff.choose("Sửa số lượng")
    assert "1." not in staff.last, "a figure is asked for"
    await staff.say("33, miễn 2")
    await staff.choose("Ghi thay đổi")
    async with town.database.read() as unit:
        chapter = (await chapters.by_ids(unit, [commune.chapter]))[commune.chapter]
    assert (chapter.member_count, chapter.exempt_count) == (33, 2)


async def queue_reminders(town: Town) -> None:
    async with town.database.write() as unit:
        due = await all_due(unit, policy=POLICY, now=town.now)
        await enqueue_reminders(unit, due, policy=POLICY, now=town.now)


async def remind(town: Town) -> None:
    await queue_reminders(town)
    await town.run()


async def test_what_is_told_has_letters_and_the_question_keeps_its_numbers(
    town: Town, leader: PlainPhone, meeting: Meeting
) -> None:
    town.now = at(6, 7)
    await leader.say("/menu")
    await remind(town)
    assert "a. Báo cáo" in leader.last
    assert "1. " not in leader.last
    await leader.say("2")
    assert "a. Báo cáo" not in leader.last, "a number is of the menu"
    await leader.say("a")
    await leader.say("từng câu")
    assert "1. Đúng như trên" in leader.last
    await leader.say("1")
    await leader.say("a")
    assert "Làm tiếp hay làm lại từ đầu?" in leader.last, "a letter is no figure"


async def test_a_label_of_what_was_told_is_typed(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    town.now = at(3, 18)
    leader = await town.enrol(commune.leader)
    town.now = at(5, 7)
    await remind(town)
    assert "a. Dời hoặc không tổ chức" in leader.last
    await leader.say("dời hoặc không tổ chức")
    assert "tổ chức thế nào?" in leader.last


async def test_a_letter_means_what_was_shown_not_what_was_queued(
    town: Town, commune: Commune, meeting: Meeting
) -> None:
    async with town.database.write() as unit:
        await Directory(unit).post(commune.leader, Role.LEADER, chapter=commune.other_chapter)
    await plan_all(town.database, at(1))
    leader = await town.enrol(commune.leader)
    town.now = at(6, 7)
    await queue_reminders(town)
    await send(town.database, commune.leader, meeting)
    await town.run()
    assert "a. Báo cáo" in leader.last
    assert "b. " not in leader.last
    await leader.say("a")
    assert "Chi hội phụ nữ ấp La Ghi" in leader.last


async def test_a_number_that_comes_late_is_told_what_is_open(town: Town, commune: Commune) -> None:
    await plan_all(town.database, at(1))
    town.now = at(5, 21)
    cadre = await town.enrol(commune.cadre)
    await cadre.say("xác nhận")
    await cadre.send("1", seconds_ago=30)
    await town.run()
    assert "Tin “1” đến muộn nên chưa được tính." in cadre.last
    assert f"1. [ ] {CAI_COI}" in cadre.last


async def test_a_long_text_comes_in_parts_that_end_with_a_line(
    database: Database, commune: Commune, meeting: Meeting
) -> None:
    # A messenger that shows less at once than Zalo does.
    leader = await Town(database, at(5, 20)).enrol(commune.leader)
    await leader.say("/menu")
    await leader.choose("Trợ giúp")
    before = len(leader.screen)
    await leader.choose("Xem tất cả")
    parts = leader.screen[before:]
    assert len(parts) > 1
    assert all(part.endswith("\n") for part in parts[:-1])
    assert "Hoặc gõ: Quay lại" in parts[-1]
