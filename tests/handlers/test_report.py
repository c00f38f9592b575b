from datetime import date

import pytest

from domain.message import Expects
from domain.report import ReportState
from storage import Database
from storage.directory import directory_changes
from storage.reports import reports
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import (
    FORM,
    OPENING,
    PRESENT,
    REVIEW,
    TOPIC,
    USUAL,
    drafts_of,
    find_report,
    go,
    later,
    live,
    remind,
)
from tests.operations.planned import plan_all
from tests.talks import Phone

CHANNELS = ("telegram", "zalo")


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture(params=CHANNELS)
async def leader(office: Office, request: pytest.FixtureRequest) -> Phone:
    """The leader before the menu, with buttons and with numbered lists."""
    return await office.enrol(office.commune.leader, channel=request.param)


def within_budget(moves: tuple[str, ...]) -> bool:
    taps = [move for move in moves if not move.startswith("=")]
    typed = "".join(move[1:] for move in moves if move.startswith("="))
    return len(taps) <= 8 and len(typed) <= 4


async def test_a_usual_report_from_the_menu_is_within_its_budget(
    office: Office, leader: Phone
) -> None:
    moves = ("Báo cáo", *USUAL)
    assert within_budget(moves)
    await go(leader, *moves)
    assert "Đã nhận báo cáo tháng 11/2026" in leader.last
    report = await live(office)
    assert report.number in leader.last
    assert (report.state, report.answers.held_date) == (ReportState.HELD, date(2026, 11, 5))
    assert (report.answers.present, report.answers.total) == (28, 32)
    assert report.on_time
    assert await drafts_of(office.database, office.commune.leader) == []


async def test_a_usual_report_from_the_reminder_is_within_its_budget(
    office: Office, leader: Phone
) -> None:
    office.town.now = at(6, 9)
    await remind(office)
    moves = (leader.buttons[0], *USUAL)
    assert within_budget(moves)
    await go(leader, *moves)
    assert (await live(office)).answers.present == 28


@pytest.mark.parametrize("day", [29, 30])
async def test_at_the_end_of_a_month_only_what_has_come_is_asked_about(
    office: Office, leader: Phone, day: int
) -> None:
    await plan_all(office.database, now=at(day))
    office.town.now = at(day)
    await leader.say("/baocao")
    assert "tháng 11/2026" in leader.last
    assert OPENING in leader.last
    await go(leader, *USUAL)
    assert (await live(office)).answers.present == 28
    await leader.say("/baocao")
    assert "báo trước nếu buổi sắp tới dời ngày" in leader.last
    ahead = next(label for label in leader.buttons if "chưa đến ngày" in label)
    assert "tháng 12/2026" in ahead
    await leader.press(ahead)
    assert "tháng 12/2026" in leader.last


async def test_last_months_ticks_are_there_already(office: Office, leader: Phone) -> None:
    ticked = ("Đúng như trên", "=28", "Không có chủ đề", "Thảo luận", "Xong")
    await go(leader, "Báo cáo", *ticked, "Có dự", "Không có", "Gửi báo cáo")
    await plan_all(office.database, at(2, month=12))
    office.town.now = at(5, 20, month=12)
    await go(leader, "=/baocao", "Đúng như trên", "=28", "Không có chủ đề")
    prompt = leader.from_bot[-1].prompt
    assert prompt
    assert prompt.expects is Expects.CHOICES
    assert prompt.selected == {"discussion-"}


async def test_a_meeting_on_another_day_needs_its_reason(office: Office, leader: Phone) -> None:
    office.town.now = at(8)
    await go(leader, "Báo cáo", "Dời sang ngày khác", "Hôm qua", "Thời tiết", *FORM[1:], "Gửi")
    answers = (await live(office)).answers
    assert (answers.state, answers.held_date) == (ReportState.HELD, date(2026, 11, 7))
    assert answers.reason == "weather"


async def test_not_held_counts_as_reported(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Không tổ chức được", "=Nhà văn hóa đang sửa", "Gửi báo cáo")
    answers = (await live(office)).answers
    assert (answers.state, answers.reason) == (ReportState.NOT_HELD, "other")
    assert answers.reason_text == "Nhà văn hóa đang sửa"
    await leader.say("/baocao")
    assert "không có buổi nào chờ báo cáo" in leader.last


async def test_put_off_then_held_on_its_new_day_then_corrected(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", "Dời sang ngày khác", "=12/11", "Mùa vụ", "Gửi báo cáo")
    assert (await live(office)).answers.postponed_to == date(2026, 11, 12)
    office.town.now = at(12, 21)
    await go(leader, "=/baocao")
    assert PRESENT in leader.last
    await go(leader, *FORM[1:], "Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.answers.held_date) == (2, date(2026, 11, 12))
    assert report.on_time
    await go(leader, "Xem báo cáo", "Sửa báo cáo", "Sửa", "Có mặt", "=27", "Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.answers.present) == (3, 27)
    assert (report.answers.held_date, report.answers.reason) == (date(2026, 11, 12), "season")


async def test_a_draft_of_weeks_ago_is_offered_again(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28")
    later(office.town, days=32)
    await leader.say("/start")
    assert leader.buttons[0].startswith("Tiếp tục báo cáo tháng 11/2026")
    await go(leader, "=/baocao", "Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    assert "Đồng chí đang có bản nháp" in leader.last
    await go(leader, "Để sau", "=/start")
    await go(leader, "Tiếp tục báo cáo")
    assert TOPIC in leader.last
    await go(leader, *FORM[2:], "Gửi báo cáo")
    report = await live(office)
    assert report.answers.present == 28
    assert not report.on_time
    assert "báo cáo chậm" in leader.see()


async def test_a_draft_put_aside_opens_at_its_question(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28", "Tạm dừng", "Để làm sau")
    assert "để làm sau" in leader.last
    await go(leader, "Làm tiếp")
    assert TOPIC in leader.last


async def test_a_draft_can_be_begun_anew(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28", "=/baocao", "Làm lại từ đầu")
    assert OPENING in leader.last
    await go(leader, *USUAL)
    assert (await live(office)).version == 1


async def test_a_draft_deleted_is_gone(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28", "Tạm dừng", "Xóa bản nháp")
    assert "Đã xóa bản nháp" in leader.last
    assert await drafts_of(office.database, office.commune.leader) == []
    await go(leader, "=/baocao")
    assert OPENING in leader.last


@pytest.mark.parametrize("way_out", ["/huy", "/menu", "/lichsu", "/start", "/language"])
async def test_whatever_comes_between_the_draft_stays(
    office: Office, leader: Phone, way_out: str
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=28", f"={way_out}", "=/baocao", "Làm tiếp")
    assert TOPIC in leader.last


async def test_help_in_the_middle_asks_again(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=/trogiup", "=28")
    assert TOPIC in leader.last


async def test_who_leads_two_chapters_chooses_each_time(office: Office, leader: Phone) -> None:
    async with office.database.write() as unit:
        posts = await Directory(unit).posts(office.commune.leader)
        await Directory(unit).post(
            office.commune.leader, posts[0].role, chapter=office.commune.other_chapter
        )
    await leader.say("/baocao")
    assert "buổi sinh hoạt nào" in leader.last
    assert leader.buttons == [
        "Chi hội phụ nữ ấp Cái Cối, tháng 11/2026",
        "Chi hội phụ nữ ấp La Ghi, tháng 11/2026",
        "Hủy",
    ]
    await go(leader, "Chi hội phụ nữ ấp La Ghi")
    assert "ấp La Ghi" in leader.last
    await go(leader, *(move for move in USUAL if move != "Có dự"))
    assert await find_report(office) is None
    await go(leader, "=/baocao", *USUAL)
    assert await find_report(office)
    await leader.say("/baocao")
    assert "không có buổi nào chờ báo cáo" in leader.last
    assert leader.buttons[0].endswith("(đã gửi)")
    assert len(leader.buttons) == 4


async def test_the_choice_of_a_meeting_can_be_left(office: Office, leader: Phone) -> None:
    async with office.database.write() as unit:
        posts = await Directory(unit).posts(office.commune.leader)
        await Directory(unit).post(
            office.commune.leader, posts[0].role, chapter=office.commune.other_chapter
        )
    await go(leader, "=/baocao", "=ba chấm")
    assert "chọn một mục" in leader.last
    await leader.send_photo()
    assert "mở báo cáo, rồi gửi lại" in leader.last
    await go(leader, "Hủy")
    assert leader.buttons == ["Về trang chính"]


async def test_the_words_below_a_photo_of_a_report_wait_for_a_question_of_words(
    leader: Phone,
) -> None:
    await go(leader, "Báo cáo")
    await leader.send_photo()
    assert "Lời ghi kèm ảnh" not in leader.see()
    await leader.send_photo(words="Biên bản trang 2")
    assert "Lời ghi kèm ảnh chưa vào báo cáo" in leader.see()
    await go(leader, "Đúng như trên", "=28", "Ghi lời kèm ảnh: “Biên bản trang 2”")
    assert "Câu 4/6" in leader.last


async def test_the_leader_is_told_of_the_deputys_report(office: Office, leader: Phone) -> None:
    deputy = await office.enrol(office.commune.deputy)
    await go(deputy, "Báo cáo", *USUAL)
    assert "Đồng chí Trần Thị Bé đã gửi báo cáo" in leader.last
    assert (await live(office)).number in leader.last
    await go(deputy, "Xem báo cáo", "Sửa báo cáo", "Sửa", "Có mặt", "=27", "Gửi báo cáo")
    assert "Đồng chí Trần Thị Bé đã sửa báo cáo" in leader.last


async def test_a_sent_report_is_corrected_while_its_period_is_open(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *USUAL, "=/baocao", "Chi hội phụ nữ ấp Cái Cối")
    assert "đã gửi lúc" in leader.last
    await go(leader, "Sửa", "Có mặt", "=27/30", "Gửi báo cáo")
    assert "Đã sửa báo cáo" in leader.last
    report = await live(office)
    assert (report.version, report.answers.present, report.answers.total) == (2, 27, 30)
    async with office.database.read() as unit:
        kept = await reports.revisions(unit, report.id)
    assert [revision.answers.present for revision in kept] == [28, 27]


async def test_a_correction_put_aside_goes_on_later(office: Office, leader: Phone) -> None:
    await go(
        leader, "Báo cáo", *USUAL, "Xem báo cáo", "Sửa báo cáo", "Sửa", "Có mặt", "=27", "=/huy"
    )
    assert (await live(office)).answers.present == 28
    await go(leader, "Làm tiếp")
    assert REVIEW in leader.last
    await go(leader, "Gửi báo cáo")
    assert (await live(office)).answers.present == 27


async def test_a_closed_period_is_refused_with_a_way_on(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", *FORM)
    office.town.now = at(11, month=12)
    await go(leader, "Gửi báo cáo")
    assert "đã chốt số liệu ngày 10/12/2026" in leader.last
    assert leader.buttons == ["Xin mở lại kỳ", "Về trang chính"]
    assert await find_report(office) is None
    await leader.say(f"/baocao {office.meeting.id}")
    assert "đã chốt số liệu" in leader.last
    assert "Xin mở lại kỳ" in leader.buttons


async def test_of_two_at_the_review_the_second_is_told_who_was_first(
    office: Office, leader: Phone
) -> None:
    deputy = await office.enrol(office.commune.deputy)
    await go(deputy, "Báo cáo", *FORM)
    await go(leader, "Báo cáo", *FORM)
    await leader.press_ahead("Gửi báo cáo")
    await deputy.press_ahead("Gửi báo cáo")
    await office.town.run()
    assert "Đã nhận báo cáo" in leader.see()
    assert "Đồng chí Thạch Thị Lan đã gửi báo cáo này lúc" in deputy.last
    assert (await live(office)).version == 1
    await go(deputy, "Xem báo cáo")
    assert "28" in deputy.last
    await go(deputy, "Sửa", "Sửa", "Có mặt", "=27", "Gửi báo cáo")
    assert (await live(office)).version == 2


@pytest.mark.parametrize("move", ["=28", "Tạm dừng", "=alo"])
async def test_who_is_overtaken_in_mid_report_is_told_so(
    office: Office, leader: Phone, move: str
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    await go(await office.enrol(office.commune.deputy), "Báo cáo", *USUAL)
    await go(leader, move)
    assert "Đồng chí Trần Thị Bé đã gửi báo cáo này lúc" in leader.last
    assert leader.buttons == ["Xem báo cáo", "Về trang chính"]


async def test_two_who_correct_the_same_version_do_not_overwrite_each_other(
    office: Office, leader: Phone
) -> None:
    deputy = await office.enrol(office.commune.deputy)
    await go(leader, "Báo cáo", *USUAL, "Xem báo cáo", "Sửa báo cáo", "Sửa", "Có mặt", "=27")
    meeting = office.meeting.id
    await go(deputy, f"=/baocao {meeting}", "Sửa", "Có mặt", "=26", "Gửi báo cáo")
    await go(leader, "Gửi báo cáo")
    assert "Đồng chí Trần Thị Bé đã gửi báo cáo này" in leader.last
    assert (await live(office)).answers.present == 26


async def test_who_lost_the_post_meanwhile_is_refused_with_a_way_on(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM)
    async with office.database.write() as unit:
        posts = await Directory(unit).posts(office.commune.leader)
        await directory_changes.set_end(unit, posts[0].id, date(2026, 11, 4))
    await go(leader, "Gửi báo cáo")
    assert leader.buttons == ["Về trang chính"]
    assert await find_report(office) is None


async def test_the_frame_of_a_party_meeting_is_all_that_is_asked(database: Database) -> None:
    office = await open_office(database, recording="frame")
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", "Đúng như trên", "=28", "Không có chủ đề", "Có dự")
    assert "Không ghi nội dung nội bộ Đảng" in leader.last
    await go(leader, "Không có")
    assert REVIEW in leader.last
    assert "Thêm ảnh biên bản" not in leader.buttons
    await leader.send_photo()
    assert "không nhận ảnh" in leader.last
    await go(leader, "Gửi báo cáo")
    assert (await live(office)).answers.activities == ()
