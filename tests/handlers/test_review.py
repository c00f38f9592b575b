from copy import copy
from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from domain.people import Role
from domain.report import CadrePresence
from domain.reviews import Review, ReviewAction
from storage import Database
from storage.notifications import news
from storage.reports import reviews
from storage.tables.directory import post as posts_table
from tests.directory import ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import find_report, go, live
from tests.operations.planned import meetings_of, plan_all, send
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FULL = held(cadre_present=CadrePresence.YES)
CAI_COI = "Chi hội phụ nữ ấp Cái Cối"


@pytest.fixture
async def office(database: Database) -> Office:
    """The leader has sent the report of November."""
    office = await open_office(database, now=at(6))
    await send(database, office.commune.leader, office.meeting, FULL, now=at(6, 9))
    return office


async def reviews_of(office: Office) -> list[Review]:
    report = await live(office)
    async with office.database.read() as unit:
        return (await reviews.of_reports(unit, [report.id]))[report.id]


async def actions_of(office: Office) -> list[tuple[ReviewAction, int | None]]:
    return [(review.action, review.person_id) for review in await reviews_of(office)]


async def news_of(office: Office, person_id: int) -> list[str]:
    async with office.database.read() as unit:
        found = await news.list_newest(unit, person_id, limit=10)
    return [kept.news.key for kept in found]


async def open_waiting(office: Office, person_id: int) -> Phone:
    phone = await office.enrol(person_id)
    await phone.say("/tiepnhan")
    await phone.press(f"{CAI_COI}, gửi")
    return phone


async def return_present(phone: Phone) -> None:
    await phone.press("Đề nghị bổ sung")
    await phone.press("Có mặt: 28")
    await phone.say("Sổ ghi 30 người")


async def test_opening_a_report_counts_as_read_once_and_the_leader_sees_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Tình trạng: đã gửi, chưa có người xem." in leader.last
    cadre = await open_waiting(office, office.commune.cadre)
    await cadre.say(f"/lichsu {office.meeting.id}")
    assert await actions_of(office) == [(ReviewAction.READ, office.commune.cadre)]
    await leader.say("/lichsu")
    assert f"{CAI_COI}, tháng 11/2026: đã tổ chức, đã xem" in leader.buttons
    await leader.press(f"{CAI_COI}, tháng 1")
    assert "đã xem. Đồng chí Lê Văn Sáu, 12h00 ngày 06/11/2026" in leader.last


async def test_a_report_is_accepted_by_one_tap_and_the_leader_reads_of_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    shown = len(leader.from_bot)
    cadre = await open_waiting(office, office.commune.cadre)
    await cadre.press("Tiếp nhận")
    assert f"Đã tiếp nhận báo cáo của {CAI_COI}" in cadre.last
    assert len(leader.from_bot) == shown
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Tình trạng: đã tiếp nhận. Đồng chí Lê Văn Sáu" in leader.last
    await cadre.press("Báo cáo khác chờ tiếp nhận")
    assert "Không còn báo cáo nào chờ" in cadre.last
    await cadre.say(f"/lichsu {office.meeting.id}")
    assert "Tiếp nhận" not in cadre.buttons


async def test_a_returned_report_leads_its_sender_to_that_very_question(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    assert "Khi có báo cáo sửa" in cadre.last
    assert "đề nghị bổ sung báo cáo tháng 11/2026" in leader.last
    assert "mục “Có mặt: 28”. Lý do: Sổ ghi 30 người" in leader.last
    await leader.press("Bổ sung ngay")
    assert "Đồng chí Lê Văn Sáu đề nghị bổ sung mục này. Lý do: Sổ ghi 30 người" in leader.last
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await leader.say("30")
    assert "Có mặt: 30" in leader.last
    assert "Chủ đề: Vệ sinh đường làng" in leader.last
    await leader.press("Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.answers.present) == (2, 30)
    assert report.answers.topic_text == "Vệ sinh đường làng"
    assert report.answers.chair == "Thạch Thị Lan"


async def test_the_reviewer_hears_what_was_corrected_and_decides_anew(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    await cadre.say("/tiepnhan")
    assert "Không còn báo cáo nào chờ" in cadre.last
    await go(leader, "Bổ sung ngay", "=30", "Gửi báo cáo")
    assert "review-news-corrected" in await news_of(office, office.commune.cadre)
    await cadre.say("/tin")
    assert f"{CAI_COI} đã sửa báo cáo tháng 11/2026: Có mặt: 28 → 30" in cadre.last
    await cadre.say("/tiepnhan")
    await cadre.press(f"{CAI_COI}, gửi")
    assert "Có mặt: 28 → 30" in cadre.last
    assert "Tình trạng: đã xem" in cadre.last
    await cadre.press("Tiếp nhận")
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "đã tiếp nhận" in leader.last


async def test_only_those_who_had_decided_hear_of_a_correction(office: Office) -> None:
    await open_waiting(office, office.commune.cadre)
    corrected = held(present=30)
    await send(office.database, office.commune.leader, office.meeting, corrected, corrects=1)
    assert "review-news-corrected" not in await news_of(office, office.commune.cadre)


async def test_the_status_names_what_is_to_be_completed(office: Office) -> None:
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/tinhhinh")
    assert "1 báo cáo được đề nghị bổ sung:" in leader.last
    assert f"{CAI_COI}, tháng 11/2026: Sổ ghi 30 người" in leader.last
    await leader.press("Bổ sung tháng 11/2026")
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await leader.say("30")
    await leader.press("Gửi báo cáo")
    await leader.say("/tinhhinh")
    assert "đề nghị bổ sung" not in leader.last


async def test_a_correction_that_was_begun_goes_on_at_the_question(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/baocao {office.meeting.id}")
    await go(leader, "Sửa", "Chủ trì", "=Kim Ngọc")
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    await leader.say("/lichsu")
    await leader.press(f"{CAI_COI}, tháng 1")
    assert "đề nghị bổ sung mục “Có mặt: 28”" in leader.last
    await leader.press("Bổ sung ngay")
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await go(leader, "=29", "Gửi báo cáo")
    answers = (await live(office)).answers
    assert (answers.present, answers.chair) == (29, "Kim Ngọc")


@pytest.mark.parametrize("way", ["@lạ", "@words.7"])
async def test_a_button_to_a_question_that_is_no_more_opens_the_review(
    office: Office, way: str
) -> None:
    leader = await office.enrol(office.commune.leader)
    await return_present(await open_waiting(office, office.commune.cadre))
    await leader.say(f"/baocao {office.meeting.id}{way}")
    assert "Có mặt: 28" in leader.last
    assert "Gửi báo cáo" in leader.buttons


@pytest.mark.parametrize("way", ["@present", "@lạ", "@words.7"])
async def test_a_button_to_complete_what_nobody_asked_for_shows_the_report(
    office: Office, way: str
) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/baocao {office.meeting.id}{way}")
    assert "không còn mục nào chờ bổ sung" in leader.last
    await leader.press("Xem báo cáo")
    assert "Có mặt: 28" in leader.last


async def test_photos_that_are_missing_can_be_asked_for(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await open_waiting(office, office.commune.cadre)
    await go(cadre, "Đề nghị bổ sung", "Ảnh biên bản", "Thiếu ảnh biên bản")
    await leader.press("Bổ sung ngay")
    assert "Mời đồng chí gửi ảnh biên bản" in leader.last
    await leader.send_photo()
    await go(leader, "Xong", "Gửi báo cáo")
    assert len((await live(office)).answers.photos) == 1


async def test_a_deputys_report_is_returned_to_the_deputy(database: Database) -> None:
    office = await open_office(database, now=at(6))
    await send(database, office.commune.deputy, office.meeting, FULL, now=at(6, 9))
    leader = await office.enrol(office.commune.leader)
    deputy = await office.enrol(office.commune.deputy)
    cadre = await open_waiting(office, office.commune.cadre)
    shown = len(leader.from_bot)
    await return_present(cadre)
    assert "Bổ sung ngay" in deputy.buttons
    assert len(leader.from_bot) == shown
    assert await news_of(office, office.commune.leader) == ["review-news-returned"]


async def test_two_reviewers_notice_each_other(office: Office) -> None:
    cadre = await open_waiting(office, office.commune.cadre)
    staff = await open_waiting(office, office.commune.staff)
    await staff.press("Tiếp nhận")
    await cadre.press("Đề nghị bổ sung")
    await cadre.press("Có mặt: 28")
    await cadre.press("Số liệu chưa khớp")
    assert "Đồng chí Ngô Văn Tám đã tiếp nhận báo cáo này lúc" in cadre.last
    assert (ReviewAction.RETURNED, office.commune.cadre) not in await actions_of(office)


async def test_a_decision_on_a_version_that_was_corrected_changes_nothing(office: Office) -> None:
    cadre = await open_waiting(office, office.commune.cadre)
    old = copy(cadre.from_bot[-1])
    corrected = held(present=30)
    await send(office.database, office.commune.leader, office.meeting, corrected, corrects=1)
    await cadre.press("Tiếp nhận", on=old)
    assert "Báo cáo vừa được sửa nên chưa ghi gì" in cadre.last
    assert await actions_of(office) == [(ReviewAction.READ, office.commune.cadre)]


async def test_nothing_is_returned_after_closing_but_it_can_be_accepted(office: Office) -> None:
    cadre = await open_waiting(office, office.commune.cadre)
    old = copy(cadre.from_bot[-1])
    office.town.now = at(11, month=12)
    await cadre.press("Đề nghị bổ sung", on=old)
    assert "đã chốt số liệu ngày 10/12/2026" in cadre.last
    await cadre.say(f"/lichsu {office.meeting.id}")
    assert "Đề nghị bổ sung" not in cadre.buttons
    await cadre.press("Tiếp nhận")
    assert "Đã tiếp nhận" in cadre.last


async def test_a_return_needs_a_reason_and_can_be_left(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    shown = len(leader.from_bot)
    cadre = await open_waiting(office, office.commune.cadre)
    await cadre.press("Đề nghị bổ sung")
    await cadre.say("gì đó")
    assert "Mời đồng chí chọn một mục" in cadre.last
    await cadre.press("Chủ đề")
    await cadre.say("x")
    assert "ghi rõ hơn" in cadre.last
    await cadre.press("Hủy")
    assert "Chưa đề nghị gì" in cadre.last
    assert len(leader.from_bot) == shown


async def test_a_return_is_made_by_numbers_where_there_are_no_buttons(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await cadre.say("tiếp nhận")
    await cadre.say("1")
    await cadre.say("de nghi bo sung")
    await cadre.say("co mat: 28")
    await cadre.say("so lieu chua khop")
    (decision,) = [review for review in await reviews_of(office) if review.step]
    assert (decision.step, decision.reason) == ("present", "Số liệu chưa khớp")


async def test_who_does_not_look_after_the_chapter_reviews_nothing(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/tiepnhan")
    assert "không được phân công tiếp nhận" in leader.last
    await leader.say(f"/tiepnhan a{office.meeting.id}.1.0")
    assert "không được phân công phụ trách địa bàn" in leader.last
    stranger = await office.enrol(office.commune.stranger)
    await stranger.say(f"/tiepnhan a{office.meeting.id}.1.0")
    assert "Không tìm thấy" in stranger.last
    assert await actions_of(office) == []


async def test_nobody_accepts_the_own_report(office: Office) -> None:
    async with office.database.write() as unit:
        await Directory(unit).post(office.commune.leader, Role.CADRE, area=office.commune.commune)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/tiepnhan")
    assert "Không còn báo cáo nào chờ" in leader.last
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Tiếp nhận" not in leader.buttons
    await leader.say(f"/tiepnhan a{office.meeting.id}.1.0")
    assert "báo cáo của đơn vị đồng chí" in leader.last
    assert await actions_of(office) == []


async def test_what_people_wrote_is_shown_as_they_wrote_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await open_waiting(office, office.commune.cadre)
    await cadre.press("Đề nghị bổ sung")
    await cadre.press("Có mặt: 28")
    await cadre.say("<b>&_*")
    assert "Lý do: <b>&_*" in leader.last


async def test_the_list_of_what_waits_is_paged(office: Office) -> None:
    values: dict[str, Any] = {"kind_id": office.commune.kind}
    async with office.database.write() as unit:
        make = Directory(unit)
        for number in range(9):
            chapter = await make.chapter(
                f"Chi hội số {number}", office.commune.hamlet, values["kind_id"]
            )
            await make.post(office.commune.deputy, Role.LEADER, chapter=chapter)
    await plan_all(office.database, at(1))
    async with office.database.read() as unit:
        posts = await Directory(unit).posts(office.commune.deputy)
    for post in posts[1:]:
        assert post.chapter_id
        met = (await meetings_of(office.database, post.chapter_id, at(1)))[0]
        await send(office.database, office.commune.deputy, met, held())
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/tiepnhan")
    assert "10 báo cáo chờ" in cadre.last
    assert cadre.buttons[0].startswith(CAI_COI)
    await cadre.press("Trang sau")
    assert "Trang 2/2" in cadre.last
    assert await find_report(office)


async def more_reports(office: Office) -> None:
    """Three more chapters of the hamlet: two as usual, one with a difficulty."""
    async with office.database.write() as unit:
        make = Directory(unit)
        made = []
        for number, name in enumerate(("Một", "Hai", "Ba")):
            chapter = await make.chapter(
                f"Chi hội {name}", office.commune.hamlet, office.commune.kind
            )
            leader = await make.person(f"Trần Thị {name}")
            await make.post(leader, Role.LEADER, chapter=chapter)
            made.append((number, chapter, leader))
    await plan_all(office.database, at(1))
    for number, chapter, leader in made:
        (meeting, *_) = await meetings_of(office.database, chapter, at(6))
        told = held(difficulties=(ROAD,)) if number == 2 else held()
        await send(office.database, leader, meeting, told, now=at(6, 10))


async def test_the_usual_ones_are_accepted_by_one_tap_and_the_others_stay(office: Office) -> None:
    await more_reports(office)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/tiepnhan")
    assert "4 báo cáo chờ" in cadre.last
    await cadre.press("Tiếp nhận 3 báo cáo không có vướng mắc")
    assert "Đã tiếp nhận 3 báo cáo" in cadre.see()
    assert "1 báo cáo chờ" in cadre.last
    assert [button for button in cadre.buttons if button.startswith("Chi hội Ba")]
    assert (ReviewAction.ACCEPTED, office.commune.cadre) in await actions_of(office)
    assert not [button for button in cadre.buttons if button.startswith("Tiếp nhận")]


async def test_what_came_after_the_list_was_shown_is_not_accepted_unseen(office: Office) -> None:
    await more_reports(office)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/tiepnhan")
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(present=11),
        now=at(6, 13),
        corrects=1,
    )
    office.town.now = at(6, 14)
    await cadre.press("Tiếp nhận 3 báo cáo")
    assert "Đã tiếp nhận 2 báo cáo" in cadre.see()
    assert (ReviewAction.ACCEPTED, office.commune.cadre) not in await actions_of(office)


async def test_a_report_once_returned_is_looked_at_again(office: Office) -> None:
    await more_reports(office)
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(present=30),
        now=at(6, 13),
        corrects=1,
    )
    office.town.now = at(6, 14)
    await cadre.say("/tiepnhan")
    assert "4 báo cáo chờ" in cadre.last
    assert "Tiếp nhận 2 báo cáo không có vướng mắc" in cadre.buttons


async def test_closed_months_no_longer_wait(office: Office) -> None:
    office.town.now = at(11, month=12)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/tiepnhan")
    assert "Không còn báo cáo nào" in cadre.last
    await cadre.say("/tiepnhan u9999999999")
    assert (ReviewAction.ACCEPTED, office.commune.cadre) not in await actions_of(office)


@pytest.mark.parametrize("ending", ["accepted", "corrected"])
async def test_news_offer_no_completion_once_there_is_none_to_make(
    office: Office, ending: str
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await open_waiting(office, office.commune.cadre)
    await return_present(cadre)
    asked = copy(leader.from_bot[-1])
    await leader.say("/tin")
    assert "Bổ sung ngay" in leader.buttons
    if ending == "accepted":
        await cadre.say(f"/lichsu {office.meeting.id}")
        await cadre.press("Tiếp nhận")
    else:
        await go(leader, "Bổ sung ngay", "=30", "Gửi báo cáo")
    await leader.say("/tin")
    assert "đề nghị bổ sung báo cáo" in leader.last
    assert "Bổ sung ngay" not in leader.buttons
    await leader.press("Bổ sung ngay", on=asked)
    assert "không còn mục nào chờ bổ sung" in leader.last
    assert (await live(office)).version == (1 if ending == "accepted" else 2)


async def test_a_new_leader_is_filled_in_as_chair_and_a_deputy_stays(office: Office) -> None:
    await plan_all(office.database, at(2, month=12))
    async with office.database.write() as unit:
        make = Directory(unit)
        new = await make.person("Danh Thị Mười")
        await unit.run(
            update(posts_table)
            .where(posts_table.c.person_id == office.commune.leader)
            .values(valid_to=date(2026, 12, 1))
        )
        await make.post(
            new, Role.LEADER, chapter=office.commune.chapter, valid_from=date(2026, 12, 2)
        )
    office.town.now = at(5, month=12)
    leader = await office.enrol(new)
    await leader.say("/baocao")
    assert "Danh Thị Mười" in leader.last
    assert "Thạch Thị Lan" not in leader.last
