from copy import copy

import pytest

from domain.inbound import InboundKind
from storage import Database
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


async def test_each_post_sees_its_own_tasks(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/menu")
    assert "Thạch Thị Lan" in leader.last
    assert leader.buttons == [
        "Báo cáo",
        "Báo cáo đã gửi",
        "Báo cáo còn thiếu",
        "Lịch sinh hoạt",
        "Chủ đề sinh hoạt",
        "Khó khăn đã nêu",
        "Việc khác",
        "Trợ giúp",
    ]
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("menu")
    assert cadre.buttons[:3] == ["Xác nhận đã dự", "Lịch dự của tôi", "Đơn vị tôi phụ trách"]
    staff = await office.enrol(office.commune.staff)
    await staff.say("TRANG CHINH")
    assert staff.buttons[:2] == ["Tình hình báo cáo", "Báo cáo chờ tiếp nhận"]
    assert len(staff.buttons) == len(leader.buttons)


async def test_what_is_needed_less_often_is_one_press_away(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    for phone in (leader, staff):
        await phone.say("/menu")
        first = set(phone.buttons)
        await phone.press("Việc khác")
        assert {"Cài đặt", "Báo mất điện thoại", "Về trang chính"} <= set(phone.buttons)
        assert not first & set(phone.buttons)
    assert "Buổi đột xuất, chuyên đề" in leader.buttons
    assert "Nhật ký thay đổi" in staff.buttons
    await staff.press("Về trang chính")
    assert "Tình hình báo cáo" in staff.buttons


async def test_the_web_page_is_offered_where_there_is_one(database: Database) -> None:
    office = await open_office(database, public_url="https://sinhhoat.example.vn")
    leader = await office.enrol(office.commune.leader)
    await leader.say("/menu")
    await leader.press("Việc khác")
    await leader.press("Mở trang web")
    assert "https://sinhhoat.example.vn/enter" in leader.last


@pytest.mark.parametrize("text", ["Xin hỏi", "bao cao thang nay", "<b>&"])
async def test_a_free_text_is_answered_with_what_is_possible(office: Office, text: str) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(text)
    assert f"“{text}”" in leader.last
    assert "Báo cáo" in leader.buttons


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (InboundKind.LOCATION, "không nhận vị trí"),
        (InboundKind.FILE, "Tệp"),
        (InboundKind.PHOTO, "Ảnh"),
        (InboundKind.VOICE, "Tin thoại"),
        (InboundKind.UNSUPPORTED, "không nhận loại tin này"),
    ],
)
async def test_whatever_is_sent_outside_a_talk_ends_at_the_menu(
    office: Office, kind: InboundKind, words: str
) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.send(kind)
    assert words in leader.last
    assert "Báo cáo" in leader.buttons


async def test_start_in_the_middle_offers_to_go_on(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("báo cáo")
    await leader.press("Đúng như trên")
    question = leader.last
    await leader.say("/start")
    assert leader.buttons[0] == "Tiếp tục báo cáo tháng 11/2026, Chi hội phụ nữ ấp Cái Cối"
    await leader.press("Tiếp tục báo cáo")
    assert leader.last == question


async def test_the_draft_of_a_closed_period_is_not_offered(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("báo cáo")
    office.town.now = at(11, month=12)
    await leader.say("/menu")
    assert leader.buttons[0] == "Báo cáo"


async def test_an_old_menu_button_works_at_any_time(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/menu")
    menu = copy(leader.from_bot[-1])
    await leader.say("/baocao")
    await leader.press("Báo cáo đã gửi", on=menu)
    assert "Chưa có báo cáo nào" in leader.last


async def test_help_tells_of_the_own_tasks_only(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("tro giup")
    assert "Gõ báo cáo để báo cáo buổi sinh hoạt." in leader.last
    assert "/" not in leader.last.replace("28/32", "").replace("5/11", "")
    assert "xác nhận" not in leader.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("/help")
    assert "Gõ tổng hợp: đơn vị đã báo cáo, chưa báo cáo." in staff.last
    assert "/tonghop" not in staff.last
    assert "để báo cáo buổi sinh hoạt" not in staff.last


async def test_help_in_a_report_explains_and_asks_again(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/baocao")
    await leader.press("Đúng như trên")
    await leader.say("/trogiup")
    assert "Quay lại" in leader.last
    assert "Ví dụ" in leader.last
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await leader.say("28")
    assert "chủ đề" in leader.last


async def test_cancel_keeps_the_draft_and_says_how_to_go_on(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/baocao")
    await leader.press("Đúng như trên")
    await leader.say("/huy")
    assert "vẫn được giữ" in leader.last
    await leader.press("Làm tiếp")
    assert "Có bao nhiêu hội viên dự?" in leader.last


async def test_cancel_with_nothing_open_says_so(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("huy")
    assert "không có bản nháp nào" in leader.last
    await leader.press("Về trang chính")
    assert "Báo cáo" in leader.buttons


async def test_a_word_that_is_a_button_of_the_question_is_that_button(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/baocao")
    await leader.say("tam dung")
    assert "Đồng chí muốn tạm dừng?" in leader.last


async def test_cancel_leaves_the_choice_of_a_meeting(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/xacnhan 2026-11-05")
    await cadre.say("thoát")
    assert "không lưu gì" in cadre.last


async def test_the_language_changes_and_stays(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/caidat")
    await leader.press("Ngôn ngữ")
    await leader.press("English")
    assert "From now on English" in leader.last
    await leader.say("/menu")
    assert "Good day" in leader.last
    assert "Tiếng Việt" in leader.buttons
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhatky")
    assert "đổi ngôn ngữ" in staff.last
    assert "Ngôn ngữ: tiếng Việt → tiếng Anh" in staff.last
    await leader.say("tieng viet")
    assert "Từ nay hệ thống dùng tiếng Việt" in leader.last


async def test_the_language_is_asked_for_where_none_is_named(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/language")
    assert leader.buttons[:2] == ["Tiếng Việt", "English"]
    await leader.press("English")
    assert "What would you like to do?" in leader.last


async def test_the_menu_can_be_worked_by_numbers(office: Office) -> None:
    leader = await office.enrol(office.commune.leader, channel="zalo")
    await leader.say("/menu")
    assert "2. Báo cáo đã gửi" in leader.last
    await leader.say("2")
    assert "Chưa có báo cáo nào" in leader.last


@pytest.mark.parametrize(
    "words",
    [
        "tôi đã báo cáo đủ chưa",
        "Dạ em ơi, báo cáo của tôi đã đủ chưa ạ?",
        "toi bao cao da du chua",
    ],
)
async def test_the_same_question_in_another_order_is_the_same_question(
    office: Office, words: str
) -> None:
    await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/menu", f"={words}")
    assert "lời nhắn" not in leader.last
    assert "báo cáo" in leader.last


@pytest.mark.parametrize("said", ["cảm ơn cháu", "Dạ cám ơn anh nhiều ạ!", "ok em nhé", "vâng"])
async def test_thanks_are_for_nobody_else_however_polite(office: Office, said: str) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(said)
    assert "Cảm ơn đồng chí." in leader.last
    assert "Báo cáo" in leader.buttons


@pytest.mark.parametrize("said", ["cháu ơi đường ngập", "cảm ơn đồng chí Dũng đã giúp"])
async def test_what_says_more_than_thanks_is_no_thanks(office: Office, said: str) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(said)
    assert "Cảm ơn đồng chí." not in leader.last


async def test_tasks_are_found_by_what_people_ask(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("bao giờ họp?")
    assert "Buổi sinh hoạt sắp tới của đơn vị đồng chí" in leader.last
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("tôi đã dự")
    assert "đánh dấu những buổi đã dự" in cadre.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("chi hội nào chưa báo cáo?")
    assert "Tình hình báo cáo" in staff.last
