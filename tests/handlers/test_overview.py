from copy import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period
from domain.people import Role
from handlers.steps import read_view
from operations.figures.buttons import OVERVIEWS, OverviewView
from storage import Database
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import plan_all, send

NOVEMBER = Period(2026, 11)


@pytest.fixture
async def office(database: Database) -> Office:
    """One hamlet has reported, the other is overdue."""
    office = await open_office(database, now=at(11))
    await send(database, office.commune.leader, office.meeting)
    return office


async def test_staff_see_counts_by_hamlet_and_drill_down(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("tinh hinh bao cao")
    assert staff.last == (
        "Tình hình báo cáo tháng 11/2026, Xã Long Vĩnh\n\n"
        "Theo kế hoạch: 2 buổi (2 đơn vị)\n\n"
        "Chưa báo cáo, đã quá hạn: 1\nBáo cáo đúng hạn: 1"
    )
    assert staff.buttons == [
        "Ấp Cái Cối: đã báo cáo 1/1",
        "Ấp La Ghi: đã báo cáo 0/1, quá hạn 1",
        "Chưa báo cáo (1)",
        "Đã báo cáo (1)",
        "Theo loại hình (1)",
        "Bản tổng hợp",
        "Tháng trước",
        "Về trang chính",
    ]
    await staff.press("Ấp La Ghi")
    assert "Ấp La Ghi" in staff.last
    assert "Xã Long Vĩnh" in staff.buttons
    await staff.press("Chưa báo cáo")
    assert "Chi hội phụ nữ ấp La Ghi: chưa có người báo cáo" in staff.last
    await staff.press("Quay lại")
    await staff.press("Xã Long Vĩnh")
    assert staff.buttons[0].startswith("Ấp Cái Cối")


async def test_who_is_missing_is_named_with_the_phone(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        person = await make.person("Sơn Thị Mỹ")
        await make.post(person, Role.LEADER, chapter=office.commune.other_chapter)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    await staff.press("Chưa báo cáo")
    assert "Chi hội phụ nữ ấp La Ghi: Sơn Thị Mỹ, chưa có số điện thoại" in staff.last


async def test_kinds_lead_to_their_missing_chapters(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    await staff.press("Theo loại hình")
    await staff.press("Chi hội women: đã báo cáo 1/2, quá hạn 1")
    assert "Chi hội phụ nữ ấp La Ghi" in staff.last


async def test_a_sent_report_is_read_from_there(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    await staff.press("Đã báo cáo")
    await staff.press("Chi hội phụ nữ ấp Cái Cối – đúng hạn")
    assert "Có mặt: 28" in staff.last


async def test_nobody_missing_is_said(office: Office) -> None:
    office.town.now = at(9)
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/tonghop m2611-{office.commune.commune.id}")
    assert "Không còn đơn vị nào quá hạn" in staff.last


async def test_the_month_before_is_a_button_and_an_old_one_stays_in_its_month(
    office: Office,
) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    await staff.press("Tháng trước")
    assert "tháng 10/2026" in staff.last
    assert "Không có buổi sinh hoạt nào" in staff.last
    old = copy(staff.from_bot[-1])
    office.town.now = at(11, month=12)
    await staff.press("Tháng sau", on=old)
    assert "tháng 11/2026" in staff.last


async def test_a_long_list_of_hamlets_is_paged(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        for number in range(10):
            hamlet = await make.area(f"Ấp {number}", office.commune.commune)
            await make.chapter(f"Chi hội {number}", hamlet, office.commune.kind)
    await plan_all(office.database, at(1))
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    assert "Trang 1/2" in staff.last
    await staff.press("Trang sau")
    assert "Ấp 9: đã báo cáo 0/1, quá hạn 1" in staff.buttons


async def test_who_looks_after_several_places_chooses(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.area("Xã Đông Hải")
        await make.post(office.commune.staff, Role.STAFF, area=other)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    assert staff.buttons[:2] == ["Xã Long Vĩnh", "Xã Đông Hải"]
    await staff.press("Xã Đông Hải")
    assert "Không có buổi sinh hoạt nào phải báo cáo" in staff.last


async def test_another_commune_is_out_of_sight(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.area("Xã Đông Hải")
        person = await make.person("Phạm Văn Chín")
        await make.post(person, Role.STAFF, area=other)
    staff = await office.enrol(person)
    for view in "akmr":
        await staff.say(f"/tonghop {view}2611-{office.commune.commune.id}")
        assert "Không tìm thấy" in staff.last
        assert "Long Vĩnh" not in staff.last
    await staff.say("/tonghop")
    assert "Xã Đông Hải" in staff.last


async def test_the_commune_above_is_out_of_sight_of_a_hamlet(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        person = await make.person("Danh Văn Mười")
        await make.post(person, Role.READER, area=office.commune.hamlet)
    reader = await office.enrol(person)
    await reader.say("/tonghop")
    assert "Ấp Cái Cối" in reader.last
    assert "Xã Long Vĩnh" not in reader.buttons
    await reader.say(f"/tonghop a2611-{office.commune.commune.id}")
    assert "Không tìm thấy" in reader.last


@pytest.mark.parametrize("post", ["leader", "cadre"])
async def test_it_is_refused_to_who_is_no_staff(office: Office, post: str) -> None:
    phone = await office.enrol(getattr(office.commune, post))
    await phone.say("/tonghop")
    assert "không được phân công phụ trách địa bàn" in phone.last


@given(st.text(max_size=24))
def test_any_argument_is_read_as_a_look(argument: str) -> None:
    look = read_view(argument, *OVERVIEWS, today=NOVEMBER.first_day)
    assert look.period <= NOVEMBER
    assert look.page >= 1


@given(
    st.sampled_from("akmr"),
    st.builds(Period, st.integers(2000, 2099), st.integers(1, 12), st.just(1)),
)
def test_no_button_leads_to_a_month_to_come(view: str, month: Period) -> None:
    key = _view(view, period=month, place=7).key.removeprefix("overview.")
    assert read_view(key, *OVERVIEWS, today=NOVEMBER.first_day).period == min(month, NOVEMBER)


@pytest.mark.parametrize("view", ["a", "k", "m", "r"])
async def test_a_month_to_come_is_shown_as_the_current_one(office: Office, view: str) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/tonghop {view}2612-{office.commune.commune.id}")
    assert "12/2026" not in staff.last
    assert "11/2026" in staff.last
    assert "Tháng sau" not in staff.buttons


@given(
    st.sampled_from("akmr"),
    st.integers(0, 9999),
    st.integers(0, 99),
    st.integers(1, 9),
    st.builds(Period, st.integers(2020, 2026), st.integers(1, 11), st.just(1)),
)
def test_a_button_leads_where_it_was_made_for(
    view: str, area: int, kind: int, page: int, month: Period
) -> None:
    look = _view(view, period=month, place=area, kind=kind, page=page)
    assert len(look.key) <= 24
    key = look.key.removeprefix("overview.")
    assert read_view(key, *OVERVIEWS, today=NOVEMBER.first_day) == look


def _view(letter: str, **fields: Any) -> OverviewView:
    (kind,) = (kind for kind in OVERVIEWS if kind.letter == letter)
    return kind(**fields)
