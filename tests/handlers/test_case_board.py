import pytest

from domain.calendar import Period
from domain.people import Role
from handlers.cases.board import FIGURES
from handlers.steps import read_view
from operations.cases.buttons import CaseFiguresView, FiguresByCategory, FiguresByPlace
from storage import Database
from tests.directory import LOANS, Directory, at, held
from tests.handlers.case_office import (
    open_case,
    open_flooded_office,
    put_below_a_province,
    tell_in_la_ghi,
)
from tests.handlers.office import Office
from tests.handlers.reported import go
from tests.operations.planned import meetings_of, plan_all, send

NOVEMBER = Period(2026, 11)


def read(argument: str) -> CaseFiguresView:
    return read_view(argument, *FIGURES, today=NOVEMBER.last_day, lengths=(1, 3))


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_flooded_office(database)


@pytest.mark.parametrize(
    "look",
    [
        FiguresByCategory(period=NOVEMBER),
        FiguresByPlace(period=Period(2026, 2), place=123456, page=12),
        FiguresByPlace(period=Period(2026, 10, 3), place=123456, page=12),
    ],
)
def test_a_button_of_the_figures_leads_back_to_what_it_shows(look: CaseFiguresView) -> None:
    assert read(look.key.removeprefix("casefigs.")) == look
    assert len(look.key) <= 24


@pytest.mark.parametrize(
    "argument", ["", "c", "x2611", "c26Q7-1-1", "c2713-1", "c9999-x-y", "cㄨㄨ"]
)
def test_what_no_button_says_shows_this_month(argument: str) -> None:
    assert read(argument).period == NOVEMBER


async def test_figures_of_a_place_by_category_and_by_what_is_below(office: Office) -> None:
    _, officer = await put_below_a_province(office)
    await tell_in_la_ghi(office)
    cadre, staff = (
        await office.enrol(office.commune.cadre),
        await office.enrol(officer),
    )
    leader = await office.enrol(office.commune.leader)
    await go(await open_case(cadre), "Trả lời", "=Ấp đã khơi cống")
    office.town.now = at(16)
    await leader.say("/khokhan y1-1")
    office.town.now = at(30)
    await staff.say("/solieukhokhan")
    assert "Khó khăn, kiến nghị tháng 11/2026 – Tỉnh Vĩnh Long" in staff.last
    whole = "Nêu 2, tháo gỡ 1; một nửa được tháo gỡ trong 10 ngày"
    waiting = "đang chờ 1 (quá hạn 1), lâu nhất từ 06/11/2026."
    assert f"{whole}; {waiting}" in staff.last
    assert f"Hạ tầng\n{whole}" in staff.last
    await staff.press("Theo địa bàn")
    assert f"Xã Long Vĩnh\n{whole}" in staff.last
    await staff.press("Xã Long Vĩnh")
    assert "Ấp Cái Cối\nNêu 1, tháo gỡ 1" in staff.last
    assert staff.last.index("Ấp La Ghi") < staff.last.index("Ấp Cái Cối"), "the overdue first"
    await go(staff, "Tỉnh Vĩnh Long", "Theo quý")
    assert "quý IV năm 2026" in staff.last
    await go(staff, "Theo tháng", "Kỳ trước")
    assert "tháng 10/2026" in staff.last
    assert f"Nêu 0, tháo gỡ 0; {waiting}" in staff.last


async def test_who_only_reads_sees_figures_and_no_case(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Huỳnh Văn Tư")
        await make.post(other, Role.READER, area=office.commune.commune)
    reader = await office.enrol(other)
    await reader.say("/vuviec")
    assert "Nêu 1" in reader.last
    assert not {"Khó khăn nhiều đơn vị nêu", "Thời hạn trả lời"} & set(reader.buttons)
    await reader.say("/solieukhokhan t1")
    assert "không được phân công" in reader.last
    await reader.say("/vuviec r1-0")
    assert "đồng chí xem được nhưng không trả lời được" in reader.last
    await reader.say("/solieukhokhan l")
    assert "Thời hạn trả lời khó khăn" not in reader.last
    leader = await office.enrol(office.commune.leader)
    await leader.say("/solieukhokhan")
    assert "không được phân công" in leader.last


async def test_a_place_elsewhere_is_out_of_sight(office: Office) -> None:
    province, _ = await put_below_a_province(office)
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/solieukhokhan c2611-{province.id}-1")
    assert "Không tìm thấy" in staff.last


async def test_the_office_sets_how_long_each_level_has(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/solieukhokhan", "Thời hạn trả lời", "Hamlet: 15 ngày", "=0")
    assert "từ 1 đến 366" in staff.see()
    await go(staff, "=7")
    assert "Hamlet: 7 ngày" in staff.buttons
    first = at(1, month=12)
    await plan_all(office.database, first)
    found = await meetings_of(office.database, office.commune.chapter, first)
    coming = next(meeting for meeting in found if meeting.period.last_month == 12)
    told = held(5, month=12, difficulties=(LOANS,))
    now = at(5, 21, month=12)
    await send(office.database, office.commune.leader, coming, told, now=now)
    office.town.now = now
    await open_case(staff, "Thiếu vốn vay")
    assert "Hạn trả lời: 12/12/2026" in staff.last
