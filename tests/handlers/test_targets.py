from datetime import date

import pytest

from domain.people import Role
from domain.reporting_span import Span
from storage import Database
from storage.tables import programmes as p
from tests.directory import Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import send

QUARTER = Span(2026, 10, 3)

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    """One of two hamlets reported 27 of 30; the commune aims at 90 % and at 95 %."""
    office = await open_office(database, now=at(11))
    await send(database, office.commune.leader, office.meeting, held(present=27))
    async with database.write() as unit:
        programme = await unit.add(
            p.programme,
            code="de_an_01",
            name="Đề án 01",
            area_id=office.commune.commune.id,
            valid_from=date(2021, 1, 1),
        )
        await unit.run(
            p.programme_area.insert().values(
                programme_id=programme, area_id=office.commune.hamlet.id
            )
        )
        for period, value in (("2026-11", 9000), ("2026-Q4", 9550)):
            await unit.add(
                p.target,
                programme_id=programme,
                indicator="members",
                area_id=office.commune.commune.id,
                period=period,
                value=value,
            )
    return office


async def test_staff_see_each_figure_beside_its_target_and_earlier_periods(
    office: Office,
) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("chi tieu")
    assert "Chỉ số quý IV năm 2026, Xã Long Vĩnh" in staff.last
    assert "Số liệu chưa chốt" in staff.last
    assert "Chương trình: Đề án 01. Làm điểm: 1 địa bàn." in staff.last
    assert "Số người dự / phải dự: 90% (27/30)\n– chỉ tiêu" in staff.last
    assert "– chỉ tiêu từ 95,5%: chưa đạt (Đề án 01)" in staff.last
    await staff.press("Theo tháng")
    assert "tháng 11/2026" in staff.last
    assert "Buổi đã tổ chức / đã đến hạn báo cáo: 50% (1/2)" in staff.last
    assert "– chỉ tiêu từ 90%: đạt (Đề án 01)" in staff.last
    await staff.press("Trang sau")
    assert "nêu trong kỳ: 0\n– kỳ trước: 0; cùng kỳ năm trước: 0" in staff.last
    await staff.press("Trang sau")
    # Nobody gave a figure: that is not nought.
    assert "Đoàn viên, hội viên mới: chưa có số liệu" in staff.last
    await staff.press("Kỳ trước")
    assert "tháng 10/2026" in staff.last
    await go(staff, "Kỳ sau", "Theo năm")
    assert "Chỉ số năm 2026" in staff.last


async def test_a_pilot_place_is_one_press_away_and_back(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/chitieu", "Theo tháng", "Ấp Cái Cối")
    assert "Chỉ số tháng 11/2026, Ấp Cái Cối" in staff.last
    assert "Buổi đã tổ chức / đã đến hạn báo cáo: 100% (1/1)" in staff.last
    assert "chỉ tiêu từ" not in staff.last
    await staff.press("Xã Long Vĩnh")
    assert "Xã Long Vĩnh" in staff.last


async def test_leaders_cadres_and_neighbours_do_not_see_them(office: Office) -> None:
    for person in (office.commune.leader, office.commune.cadre):
        phone = await office.enrol(person)
        await phone.say("/chitieu")
        assert "không được phân công phụ trách địa bàn" in phone.last
    async with office.database.write() as unit:
        other = await Directory(unit).area("Xã Đông Hải")
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/chitieu 2026-Q4_{other.id}_1")
    assert "Không tìm thấy" in staff.last


async def test_a_target_is_set_changed_taken_away_and_taken_back(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/chitieu", "Theo tháng", "Đặt, sửa chỉ tiêu")
    assert "Đặt chỉ tiêu tháng 11/2026, Xã Long Vĩnh" in staff.last
    await go(staff, "Chỉ tiêu mới", "=da to chuc")
    await go(staff, "Buổi đã tổ chức / đã đến hạn báo cáo", "Tất cả loại hình")
    await go(staff, "Của địa bàn", "Từ giá trị này", "=nhiều")
    assert "có thể có hai chữ số thập phân" in staff.last
    await staff.say("101")
    assert "không thể quá 100%" in staff.last
    await staff.say("45,5")
    assert "Đã ghi chỉ tiêu" in staff.last
    await staff.press("Xem chỉ tiêu")
    assert "chỉ tiêu từ 45,5%: đạt (Chỉ tiêu của xã Long Vĩnh)" in staff.last
    await staff.press("Đặt, sửa chỉ tiêu")
    await go(staff, "Buổi đã tổ chức / đã đến hạn báo cáo: từ 45,5%", "=60", "Xem chỉ tiêu")
    assert "chỉ tiêu từ 60%: chưa đạt" in staff.last
    change = "Buổi đã tổ chức / đã đến hạn báo cáo: từ 60%"
    await go(staff, "Đặt, sửa chỉ tiêu", change, "Bỏ chỉ tiêu này")
    assert "Đã bỏ chỉ tiêu" in staff.last
    undo = "Lấy lại lần sửa gần nhất: Buổi đã tổ chức / đã đến hạn báo cáo"
    await go(staff, "Xem chỉ tiêu", "Đặt, sửa chỉ tiêu", undo, "Xem chỉ tiêu")
    assert "chỉ tiêu từ 60%: chưa đạt" in staff.last
    await go(staff, "Đặt, sửa chỉ tiêu", "Hủy")
    assert "Chưa thay đổi chỉ tiêu nào" in staff.last


async def test_a_target_set_meanwhile_by_somebody_else_stays(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        second, reader = await make.person("Lý Hai"), await make.person("Lý Đọc")
        await make.post(second, Role.STAFF, area=office.commune.commune)
        await make.post(reader, Role.READER, area=office.commune.commune)
    staff, other = await office.enrol(office.commune.staff), await office.enrol(second)
    members = "Số người dự / phải dự: từ 90%"
    for phone in (staff, other):
        await go(phone, "=/chitieu", "Theo tháng", "Đặt, sửa chỉ tiêu", members)
    await staff.say("80")
    await other.say("70")
    assert "Có người vừa sửa mục này" in other.last
    assert any(words.endswith("từ 80%") for words in other.buttons)
    phone = await office.enrol(reader)
    await go(phone, "=/chitieu", "Theo tháng")
    assert "Đặt, sửa chỉ tiêu" not in phone.buttons
