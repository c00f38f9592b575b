from datetime import date

import pytest

from domain.calendar import Holiday
from operations.meetings.local_days import parse_free_day
from storage import Database
from storage.meetings import holidays
from storage.tables.directory import chapter_kind
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of

NOV_5 = date(2026, 11, 5)


@pytest.fixture
async def office(database: Database) -> Office:
    """A commune on 2 November whose chapters give way to free days."""
    office = await open_office(database, now=at(2))
    async with database.write() as unit:
        await unit.run(chapter_kind.update().values(shift="next_day_holiday_only"))
        await holidays.add_missing(unit, [Holiday(date(2026, 11, 24), "Ngày Văn hóa Việt Nam")])
    return office


async def test_a_day_is_typed_looked_at_and_added(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("ngày nghỉ")
    assert "24/11/2026: Ngày Văn hóa Việt Nam" in staff.last
    assert "để bỏ" not in staff.last
    await staff.say("5/11 Ok Om Bok")
    assert "Thêm ngày nghỉ 05/11/2026 (Ok Om Bok) tại xã Long Vĩnh?" in staff.last
    assert "Chi hội phụ nữ ấp Cái Cối: 05/11/2026 → 06/11/2026" in staff.last
    before = await meetings_of(office.database, office.commune.chapter, at(2))
    assert before[0].planned_on == NOV_5
    await staff.press("Ghi thay đổi")
    assert "Đã thêm ngày nghỉ." in staff.last
    after = await meetings_of(office.database, office.commune.chapter, at(2))
    assert after[0].planned_on == date(2026, 11, 6)


async def test_a_day_of_the_place_is_taken_out_again(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/ngaynghi 5/11 Ok Om Bok")
    await staff.press("Ghi thay đổi")
    await staff.press("Ngày nghỉ")
    assert "Chọn một ngày để bỏ ngày đó." in staff.last
    await staff.press("Bỏ 05/11/2026 Ok Om Bok")
    assert "06/11/2026 → 05/11/2026" in staff.last
    await staff.press("Ghi thay đổi")
    after = await meetings_of(office.database, office.commune.chapter, at(2))
    assert after[0].planned_on == NOV_5


async def test_nothing_changes_without_agreement(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/ngaynghi 5/11 Ok Om Bok")
    await staff.press("Hủy")
    assert "Không thay đổi gì." in staff.last
    after = await meetings_of(office.database, office.commune.chapter, at(2))
    assert after[0].planned_on == NOV_5


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Ok Om Bok", "gõ ngày dương lịch rồi đến tên"),
        ("5/11", "ghi thêm tên của ngày nghỉ"),
        ("5/11/2030 Lễ", "12 tháng tới"),
    ],
)
async def test_what_cannot_be_read_is_asked_again(office: Office, typed: str, answer: str) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/ngaynghi")
    await staff.say(typed)
    assert answer in staff.last
    await staff.say("12/11 Lễ hội")
    assert "Không buổi sinh hoạt nào đổi ngày." in staff.last


async def test_the_same_day_twice_is_said(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    for _ in range(2):
        await staff.say("/ngaynghi 5/11 Ok Om Bok")
        if "Ghi thay đổi" in staff.buttons:
            await staff.press("Ghi thay đổi")
    assert "đã là ngày nghỉ" in staff.last


async def test_only_staff_have_it(office: Office) -> None:
    for person in (office.commune.leader, office.commune.cadre):
        phone = await office.enrol(person)
        await phone.say("/ngaynghi")
        assert "Ngày nghỉ trong" not in phone.last


def test_the_longest_date_at_the_beginning_is_read() -> None:
    today = date(2026, 11, 2)
    assert parse_free_day("ngày 15 tháng 12 Lễ hội", today=today) == (
        date(2026, 12, 15),
        "Lễ hội",
    )
    assert parse_free_day("15/10 Ok Om Bok", today=today) == (date(2027, 10, 15), "Ok Om Bok")
    assert parse_free_day("Tết", today=today) is None
