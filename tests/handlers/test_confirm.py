"""Figures of a closed month confirmed in the chat, and opened again by what comes late."""

import pytest

from domain.calendar import Period
from domain.people import Role
from operations.figures.confirming import confirm_month
from operations.meetings.reopening import reopen_period
from storage import Database
from tests.directory import Directory, acting, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import send

NOVEMBER = Period(2026, 11)


@pytest.fixture
async def office(database: Database) -> Office:
    """November is closed; the commune has a hamlet with an office of its own."""
    office = await open_office(database, now=at(12, month=12))
    async with database.write() as unit:
        make = Directory(unit)
        person = await make.person("Lý Thị Chín")
        await make.post(person, Role.STAFF, area=office.commune.hamlet)
    return office


async def test_an_officer_confirms_and_sees_who_has_not(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("xác nhận số liệu")
    assert staff.last == (
        "Xác nhận số liệu tháng 11/2026: Xã Long Vĩnh\n\n"
        "Số liệu chưa được xác nhận.\n\n"
        "Cấp dưới: đã xác nhận 0/1 địa bàn."
    )
    assert staff.buttons[:2] == ["Xác nhận số liệu", "Ấp Cái Cối – chưa xác nhận"]
    await staff.press("Xác nhận số liệu")
    assert "Đã ghi xác nhận của đồng chí." in staff.see()
    assert "Đã xác nhận lúc 12h00 ngày 12/12/2026, đồng chí Ngô Văn Tám." in staff.last
    assert "Xác nhận số liệu" not in staff.buttons
    await staff.press("Ấp Cái Cối")
    assert "Xác nhận số liệu" not in staff.buttons, "nobody confirms in another's name"
    await staff.say("tình hình báo cáo")
    await staff.press("Tháng trước")
    await staff.press("Xem xác nhận số liệu")
    assert "Đã xác nhận lúc" in staff.last


async def test_an_open_month_and_who_may_not(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("xác nhận số liệu")
    await staff.press("Tháng sau")
    assert "Tháng này chưa chốt. Đồng chí xác nhận được sau ngày chốt, 10/01/2027." in staff.last
    assert "Xác nhận số liệu" not in staff.buttons
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("xác nhận số liệu")
    assert "Xác nhận số liệu tháng" not in cadre.last


async def test_a_late_report_opens_it_again_and_the_office_reads_so(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        officer = await acting(unit, office.commune.staff, at(11, month=12))
        await confirm_month(officer, office.commune.commune.id, NOVEMBER)
        await reopen_period(
            officer,
            chapter_id=office.commune.chapter,
            period=NOVEMBER,
            until=at(20, month=12).date(),
            reason="Báo cáo giấy",
        )
    await send(office.database, office.commune.leader, office.meeting, now=at(12, month=12))
    await staff.say("tin mới")
    assert (
        "Số liệu tháng 11/2026 của xã Long Vĩnh đã được xác nhận, nay có thay đổi: "
        "Chi hội phụ nữ ấp Cái Cối gửi hoặc sửa báo cáo. Đồng chí xem và xác nhận lại."
    ) in staff.last
    await staff.press("Xem xác nhận số liệu")
    assert "có thay đổi sau đó" in staff.last
    await staff.press("Xác nhận số liệu")
    assert "có thay đổi sau đó" not in staff.last
