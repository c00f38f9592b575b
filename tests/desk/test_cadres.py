"""Cán bộ dự and Chưa khớp: who was where, by whose word."""

import pytest

from domain.report import CadrePresence
from storage import Database
from tests.desk.seated import Seat, Seats
from tests.directory import Commune, at, held, settle_commune
from tests.operations.planned import november, send


@pytest.fixture
async def staff(database: Database, seats: Seats) -> Seat:
    """The unit says that its cadre was there, who says nothing."""
    commune: Commune = await settle_commune(database)
    answers = held(cadre_present=CadrePresence.YES)
    await send(database, commune.leader, await november(database, commune), answers)
    seats.now = at(11)
    return await seats.sit(commune.staff)


async def test_a_cadre_is_shown_with_what_was_assigned_and_which_meetings_those_are(
    staff: Seat,
) -> None:
    page = await staff.read("attendance")
    assert "Lê Văn Sáu 0/1 0% 0 0 0 1" in page
    assert "Cộng 0/1 0% 0 0 0 1" in page
    meetings = await staff.follow("attendance", "0/1")
    assert "Chi hội phụ nữ ấp Cái Cối 05/11/2026 chưa xác nhận" in meetings
    without = await staff.read("attendance?names=no")
    assert "Lê Văn Sáu" not in without
    assert "Cán bộ 1 0/1" in without


async def test_units_that_no_cadre_came_to_are_named(staff: Seat) -> None:
    page = await staff.read("attendance")
    assert "Ba tháng chưa có cán bộ dự: 2 đơn vị" in page
    assert "Chi hội phụ nữ ấp La Ghi Ấp La Ghi chưa có lần nào" in page


async def test_two_words_that_differ_stand_side_by_side(staff: Seat) -> None:
    page = await staff.read("contrasts")
    assert "1 buổi đơn vị và cán bộ ghi khác nhau" in page
    assert "Chi hội phụ nữ ấp Cái Cối 05/11/2026 cán bộ có dự" in page
    assert "Lê Văn Sáu: chưa xác nhận" in page
    assert "không có buổi nào" in await staff.read("contrasts?period=2026-10")


async def test_indicators_stand_beside_the_period_before_and_the_year_before(staff: Seat) -> None:
    page = await staff.read("figures?period=2026-Q4")
    assert "Báo cáo đúng hạn / đã đến hạn báo cáo 50% (1/2) chưa giao – –" in page
    assert "Đoàn viên, hội viên mới chưa có số liệu chưa giao – –" in page
    one_kind = await staff.read("figures?kind=1")
    assert "Trang này tính chung mọi loại hình." in one_kind
