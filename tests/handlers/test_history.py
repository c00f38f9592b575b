from dataclasses import replace

import pytest

from domain.files import StoredFile
from domain.people import Role
from domain.report import CadrePresence
from storage import Database
from storage.messages import addresses, attachments
from tests.directory import ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all, send
from tests.talks import Phone


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(7))


async def test_a_report_is_listed_and_read_in_full(office: Office) -> None:
    answers = held(present=28, excused=2, difficulties=(ROAD,), proposal="Xin cống mới")
    await send(office.database, office.commune.leader, office.meeting, answers)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/lichsu")
    await leader.press("Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    for words in (
        "Buổi sinh hoạt: Có tổ chức",
        "Ngày sinh hoạt: Thứ Năm, 05/11/2026",
        "Địa điểm: Nhà văn hóa ấp",
        "Chủ trì: Thạch Thị Lan",
        "Tổng số: 32",
        "Có mặt: 28",
        "Vắng có lý do: 2",
        "Chủ đề: Vệ sinh đường làng",
        "Có phần: Thảo luận",
        "Khó khăn 1: Hạ tầng – Đường ấp ngập",
        "Cấp giải quyết 1: Xã",
        "Kiến nghị: Xin cống mới",
        "12h00 ngày 06/11/2026, đúng hạn. Người gửi: Thạch Thị Lan",
    ):
        assert words in leader.last


async def test_a_correction_shows_what_changed_by_whom_and_when(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    await send(
        office.database,
        office.commune.deputy,
        office.meeting,
        held(present=30),
        now=at(7, 9),
        corrects=1,
    )
    leader = await office.enrol(office.commune.leader)
    await leader.say("báo cáo của tôi")
    await leader.press("Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    assert "Sửa lần 1, 9h00 ngày 07/11/2026, Trần Thị Bé:\nCó mặt: 28 → 30" in leader.last


async def test_the_deputy_reads_what_the_leader_sent(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    deputy = await office.enrol(office.commune.deputy)
    await deputy.say("lich su")
    await deputy.press("Chi hội phụ nữ ấp Cái Cối, tháng 11/2026")
    assert "Người gửi: Thạch Thị Lan" in deputy.last


async def test_a_sent_report_is_corrected_from_its_view(office: Office) -> None:
    answers = held(cadre_present=CadrePresence.YES)
    await send(office.database, office.commune.leader, office.meeting, answers)
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/lichsu {office.meeting.id}")
    await leader.press("Sửa báo cáo")
    await leader.press("Sửa")
    await leader.press("Có mặt")
    await leader.say("30")
    await leader.press("Gửi báo cáo")
    await leader.press("Xem báo cáo")
    assert "Có mặt: 28 → 30" in leader.last


async def test_after_closing_it_says_who_can_open_it(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    leader = await office.enrol(office.commune.leader)
    office.town.now = at(11, month=12)
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "đã chốt số liệu ngày 10/12/2026" in leader.last
    assert "Ngô Văn Tám" in leader.last
    assert "Sửa báo cáo" not in leader.buttons


async def test_an_old_button_of_correction_is_refused_after_closing(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/lichsu {office.meeting.id}")
    old = leader.from_bot[-1]
    office.town.now = at(11, month=12)
    await leader.press("Sửa báo cáo", on=old)
    assert "đã chốt số liệu" in leader.last


async def test_what_is_out_of_sight_is_not_found(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    stranger = await office.enrol(office.commune.stranger)
    for number in (office.meeting.id, 9999):
        await stranger.say(f"/lichsu {number}")
        assert "Không tìm thấy" in stranger.last


async def test_a_long_list_is_paged(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        kind = await make.kind("farmers")
        chapters = [
            await make.chapter(f"Chi hội {number}", office.commune.hamlet, kind)
            for number in range(8)
        ]
        for chapter in chapters:
            await make.post(office.commune.leader, Role.LEADER, chapter=chapter)
    await plan_all(office.database, at(1))
    for chapter in chapters:
        meeting = (await meetings_of(office.database, chapter, at(1)))[0]
        await send(office.database, office.commune.leader, meeting)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/lichsu")
    assert "Trang 1/2" in leader.last
    assert leader.buttons[-2:] == ["Trang sau", "Về trang chính"]
    await leader.press("Trang sau")
    assert "Trang 2/2" in leader.last
    assert "Trang trước" in leader.buttons


async def test_photos_are_shown_on_demand(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    photo = await picture(office, leader)
    answers = replace(held(), photos=(photo,))
    await send(office.database, office.commune.leader, office.meeting, answers)
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Ảnh biên bản: 1" in leader.last
    await leader.press("Xem ảnh (1)")
    assert leader.from_bot[-1].message.attachments == (photo,)
    await leader.press("Quay lại")
    assert "Ảnh biên bản: 1" in leader.last


async def picture(office: Office, phone: Phone) -> int:
    """A photo of the phone's owner that is on disk."""
    async with office.database.write() as unit:
        here = (await addresses.find_many(unit, [phone.address]))[phone.address]
        photo = await attachments.add(
            unit,
            attachments.NewFile(
                kind="photo", source=None, name="1.jpg", mime="image/jpeg", size=10
            ),
            address_id=here.id,
            now=at(5),
        )
        await attachments.mark_ready(
            unit, photo, StoredFile(sha256="0" * 64, mime="image/jpeg", size=10)
        )
    return photo


async def test_a_leader_is_told_what_is_missing_and_reports_it_at_once(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("con thieu gi")
    assert "còn 1 báo cáo chưa gửi" in leader.last
    assert "hạn 10/11/2026" in leader.last
    assert "Buổi sinh hoạt sắp tới: 19h00, thứ Bảy, 05/12/2026" in leader.last
    await leader.press("Báo cáo tháng 11/2026")
    assert "Buổi sinh hoạt đã tổ chức thế nào" in leader.last


async def test_an_overdue_report_says_for_how_long(office: Office) -> None:
    office.town.now = at(12)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/tinhhinh")
    assert "đã quá 2 ngày" in leader.last


async def test_who_has_reported_is_up_to_date(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    leader = await office.enrol(office.commune.leader)
    await leader.say("Báo cáo còn thiếu")
    assert leader.last.startswith("Đồng chí đã gửi đủ báo cáo.")


async def test_who_has_no_chapter_is_told_so(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tinhhinh")
    assert "không được phân công báo cáo" in staff.last
    assert staff.buttons[0] == "Tình hình báo cáo"
    await staff.say("/khokhan")
    assert "Hiện không có khó khăn nào" in staff.last
