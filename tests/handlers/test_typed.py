"""Somebody enters a report for a leader; she confirms it or objects, and nothing is blocked."""

import pytest

from domain.people import Role
from domain.refusals import NotAllowed
from operations.reports.reporting import submit_report
from storage import Database
from storage.cadres import attendance
from storage.messages import talks
from storage.tables.directory import audit, post
from tests.directory import Directory, acting, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import USUAL, drafts_of, find_report, go, live
from tests.operations.planned import send
from tests.operations.test_bundling import bundle
from tests.talks import Phone
from tests.told import untold

CAI_COI = "Chi hội phụ nữ ấp Cái Cối"


@pytest.fixture
async def office(database: Database) -> Office:
    """The report of 5 November is overdue on the 12th."""
    return await open_office(database, now=at(12, 9))


async def type_it(office: Office, cadre: Phone) -> None:
    await cadre.say("/chihoi")
    await cadre.press(f"{CAI_COI} – quá hạn")
    await cadre.press("Nhập thay báo cáo")
    await go(cadre, *USUAL)


async def word(office: Office) -> str | None:
    async with office.database.read() as unit:
        (row,) = await attendance.list_of(unit, [office.meeting.id])
    return row.leader_word


async def test_a_cadre_types_for_a_leader_and_she_confirms_by_one_tap(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/baocao {office.meeting.id}")
    assert "nhập thay đồng chí Thạch Thị Lan" in cadre.last
    await go(cadre, *USUAL)
    assert "Đã nhận báo cáo" in cadre.last
    assert "Đánh giá buổi này" in cadre.buttons
    assert "Tự đánh giá buổi này" not in cadre.buttons
    report = await live(office)
    assert (report.person_id, report.role) == (office.commune.leader, Role.LEADER)
    assert report.typed_by == office.commune.cadre
    assert "đồng chí Lê Văn Sáu đã nhập thay báo cáo tháng 11/2026 của" in leader.last
    assert "đã tổ chức, có mặt 28" in leader.last
    assert await word(office) is None
    await leader.press("Đúng")
    assert "Đã ghi nhận đồng chí xác nhận" in leader.last
    assert await word(office) == "yes"
    await leader.press("Xem báo cáo")
    assert "Thạch Thị Lan (do đồng chí Lê Văn Sáu nhập thay)" in leader.last
    assert "Người đứng tên đã xác nhận" in leader.last
    async with office.database.read() as unit:
        noted = [(row.action, row.person_id) for row in await unit.all(audit.select())]
    assert ("report.sent", office.commune.cadre) in noted
    assert ("report.confirmed", office.commune.leader) in noted


async def test_an_objection_is_told_to_typist_and_staff_and_shown_on_the_report(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await type_it(office, cadre)
    await leader.press("Chưa đúng")
    await leader.say("Chỉ có 20 người dự")
    assert "Đồng chí có thể tự sửa" in leader.last
    for person in (office.commune.cadre, office.commune.staff):
        (news,) = await untold(office.database, person)
        assert (news.key, news.args["reason"]) == ("typed-news-objected", "Chỉ có 20 người dự")
    office.town.now = at(12, 17)
    async with office.database.write() as unit:
        await bundle(unit, office.town.now)
    await office.town.run()
    await staff.press("Xem báo cáo")
    assert "Người đứng tên cho biết chưa đúng" in staff.last
    assert "Lý do: Chỉ có 20 người dự" in staff.last
    await leader.press("Sửa báo cáo")
    await go(leader, "Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.typed_by, report.person_id) == (2, None, office.commune.leader)
    await staff.say(f"/lichsu {office.meeting.id}")
    assert "chưa đúng" not in staff.last
    assert "nhập thay" in staff.last


async def test_a_leader_without_any_phone_is_typed_for_in_silence(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhapthay")
    await staff.press(CAI_COI)
    await go(staff, *USUAL)
    report = await live(office)
    assert report.typed_by == office.commune.staff
    await staff.say(f"/lichsu {office.meeting.id}")
    assert "Người đứng tên chưa xác nhận" in staff.last
    assert "Đúng" not in staff.buttons
    leader = await office.enrol(office.commune.leader)
    await leader.say("/nhapthay")
    await leader.press(report.number)
    await leader.press("Đúng")
    assert "Đã ghi nhận đồng chí xác nhận" in leader.last


async def test_a_report_can_be_typed_on_the_evening_itself(office: Office) -> None:
    office.town.now = at(4, 21)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/nhapthay")
    assert "Không còn đơn vị nào chờ báo cáo" in cadre.last
    office.town.now = at(5, 21)
    await cadre.say("/nhapthay")
    await cadre.press(CAI_COI)
    assert "nhập thay đồng chí Thạch Thị Lan" in cadre.last


async def test_a_chapter_without_a_leader_can_be_typed_for(office: Office) -> None:
    async with office.database.write() as unit:
        await unit.run(post.delete().where(post.c.chapter_id == office.commune.chapter))
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/baocao {office.meeting.id}")
    assert "chưa có người báo cáo" in cadre.last
    await go(cadre, *USUAL)
    report = await live(office)
    assert (report.person_id, report.typed_by) == (None, office.commune.cadre)
    await cadre.say(f"/lichsu {office.meeting.id}")
    assert "do đồng chí Lê Văn Sáu nhập thay" in cadre.last


async def test_what_a_leader_has_begun_is_warned_of_and_outlives_what_is_typed(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await leader.say("/baocao")
    await go(leader, "Đúng như trên", "=21")
    await cadre.say(f"/baocao {office.meeting.id}")
    assert "Thạch Thị Lan đã có bản nháp" in cadre.last
    await cadre.press("Hủy")
    assert await find_report(office) is None
    await cadre.say(f"/baocao {office.meeting.id}")
    await cadre.press("Vẫn nhập thay")
    await go(cadre, *USUAL)
    assert (await live(office)).answers.present == 28
    assert len(await drafts_of(office.database, office.commune.leader)) == 1
    await leader.say("/menu")
    await leader.press("Tiếp tục báo cáo")
    assert "đã có người nhập thay" in leader.last
    await leader.press("Làm tiếp")
    await go(leader, "Không có chủ đề", "Xong", "Có dự", "Không có", "Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.typed_by, report.answers.present) == (2, None, 21)


async def test_a_leader_who_sends_after_it_was_typed_is_asked_and_loses_nothing(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await leader.say("/baocao")
    await go(leader, "Đúng như trên", "=21", "Không có chủ đề", "Xong", "Có dự", "Không có")
    await cadre.say(f"/baocao {office.meeting.id}")
    await cadre.press("Vẫn nhập thay")
    await go(cadre, *USUAL)
    await leader.press("Gửi báo cáo")
    assert "đã có người nhập thay" in leader.last
    await leader.press("Làm tiếp")
    await leader.press("Gửi báo cáo")
    assert (await live(office)).answers.present == 21


async def test_what_a_leader_sent_herself_is_not_typed_over(office: Office) -> None:
    await send(office.database, office.commune.leader, office.meeting, now=office.town.now)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/baocao {office.meeting.id}")
    assert "do chính đơn vị gửi" in cadre.last
    async with office.database.write() as unit:
        context = await acting(unit, office.commune.cadre, office.town.now)
        with pytest.raises(NotAllowed):
            await submit_report(context, office.meeting.id, held(), corrects=1)


async def test_a_typist_corrects_what_was_typed_and_does_not_accept_it(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await type_it(office, cadre)
    await cadre.say(f"/lichsu {office.meeting.id}")
    assert "Tiếp nhận" not in cadre.buttons
    await cadre.say(f"/baocao {office.meeting.id}")
    await cadre.press("Gửi báo cáo")
    report = await live(office)
    assert (report.version, report.typed_by) == (2, office.commune.cadre)
    await leader.press("Đúng", on=leader.from_bot[-2])
    assert "đã được sửa sau đó" in leader.last


async def test_neighbours_readers_and_leaders_of_others_type_nothing(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        neighbour, reader = await make.person("Kim Thị Hai"), await make.person("Lý Văn Tư")
        await make.post(neighbour, Role.CADRE, area=office.commune.other_hamlet)
        await make.post(reader, Role.READER, area=office.commune.commune)
    for person in (neighbour, reader):
        phone = await office.enrol(person)
        await phone.say(f"/baocao {office.meeting.id}")
        assert "nhập thay" not in phone.last
        assert await drafts_of(office.database, person) == []


async def test_only_whose_name_it_bears_may_confirm(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await type_it(office, cadre)
    for phone in (cadre, staff):
        await phone.say(f"/nhapthay y{office.meeting.id}.1")
        assert "xác nhận báo cáo" not in phone.last
    async with office.database.read() as unit:
        assert await talks.list_writers(unit, form="report", meeting_id=office.meeting.id) == []
