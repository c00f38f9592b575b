from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from domain.people import Role
from storage import Database
from storage.directory import chapters
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of
from tests.talks import Phone


async def chapter_of(office: Office) -> Any:
    async with office.database.read() as unit:
        return await chapters.find(unit, office.commune.chapter)


async def audit_of(office: Office) -> Sequence[Any]:
    async with office.database.read() as unit:
        return await unit.all(
            text("select action, before, after from audit where action like 'chapter.%'")
        )


async def open_chapter(office: Office, *, person: int = 0) -> Phone:
    phone = await office.enrol(person or office.commune.staff)
    await phone.say(f"/donvi c{office.commune.chapter}")
    return phone


async def test_a_change_is_shown_before_it_is_made_and_can_be_undone(database: Database) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    await staff.press("Sửa địa điểm")
    assert "địa điểm hiện nay: Nhà văn hóa ấp" in staff.last
    await staff.say("Trụ sở ban nhân dân ấp")
    assert "Đang ghi: Nhà văn hóa ấp" in staff.last
    assert "Sửa thành: Trụ sở ban nhân dân ấp" in staff.last
    assert (await chapter_of(office)).place == "Nhà văn hóa ấp"
    await staff.press("Ghi thay đổi")
    assert (await chapter_of(office)).place == "Trụ sở ban nhân dân ấp"
    await staff.press("Hoàn tác")
    assert "như trước" in staff.last
    assert (await chapter_of(office)).place == "Nhà văn hóa ấp"
    assert [row.action for row in await audit_of(office)] == ["chapter.place", "chapter.undone"]


async def test_the_meetings_ahead_follow_the_new_day(database: Database) -> None:
    office = await open_office(database, now=at(2))
    staff = await open_chapter(office)
    await staff.press("Sửa ngày sinh hoạt")
    await staff.say("ngày 12")
    assert "Đang ghi: ngày 5" in staff.last
    assert "Sửa thành: ngày 12" in staff.last
    await staff.press("Ghi thay đổi")
    planned = await meetings_of(database, office.commune.chapter, at(2))
    assert {meeting.day.day for meeting in planned if meeting.day} == {12}
    await staff.press("Hoàn tác")
    planned = await meetings_of(database, office.commune.chapter, at(2))
    assert {meeting.day.day for meeting in planned if meeting.day} == {5}


async def test_members_and_time_are_read_as_people_type_them(database: Database) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    await staff.press("Sửa số lượng")
    await staff.say("32, miễn 40")
    assert "Số được miễn (40) nhiều hơn tổng số" in staff.last
    await staff.say("40 hội viên, miễn 3")
    await staff.press("Ghi thay đổi")
    await staff.press("Về đơn vị")
    await staff.press("Sửa giờ")
    assert "giờ sinh hoạt hiện nay: 19h00" in staff.last
    await staff.say("7h30")
    assert "Đang ghi: 19h00\nSửa thành: 7h30" in staff.last
    await staff.press("Ghi thay đổi")
    changed = await chapter_of(office)
    assert (changed.member_count, changed.exempt_count, changed.start_time) == (40, 3, "07:30")


async def test_what_cannot_be_read_is_asked_again_and_nothing_is_written(
    database: Database,
) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    for button, typed, said in (
        ("Sửa số lượng", "nhiều", "chưa hiểu số lượng"),
        ("Sửa số lượng", "1", "nhiều hơn tổng số"),
        ("Sửa ngày sinh hoạt", "lúc nào cũng được", "chưa hiểu ngày sinh hoạt"),
        ("Sửa giờ", "25h", "chưa hiểu giờ sinh hoạt"),
        ("Sửa địa điểm", "x" * 201, "dài nhất 200"),
        ("Sửa địa điểm", "Nhà văn hóa ấp", "giống nội dung đang có"),
    ):
        await staff.press(button)
        await staff.say(typed)
        assert said in staff.last
        await staff.press("Hủy")
        await staff.press("Về đơn vị")
    assert await audit_of(office) == []


async def test_two_people_who_change_the_same_notice_each_other(database: Database) -> None:
    office = await open_office(database)
    first = await open_chapter(office)
    await first.press("Sửa địa điểm")
    await first.say("Nhà ông Năm")
    async with database.write() as unit:
        other = await Directory(unit).person("Sơn Thị Mai")
        await Directory(unit).post(other, Role.STAFF, area=office.commune.commune)
    second = await office.enrol(other)
    await second.say(f"/donvi c{office.commune.chapter}")
    await second.press("Sửa địa điểm")
    await second.say("Nhà bà Tư")
    await second.press("Ghi thay đổi")
    await first.press("Ghi thay đổi")
    assert "Sơn Thị Mai vừa sửa mục này nên chưa ghi thay đổi của đồng chí" in first.last
    assert (await chapter_of(office)).place == "Nhà bà Tư"


async def test_a_change_that_was_changed_again_is_not_undone(database: Database) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    for place in ("Nhà ông Năm", "Nhà bà Tư"):
        await staff.say(f"/donvi c{office.commune.chapter}")
        await staff.press("Sửa địa điểm")
        await staff.say(place)
        await staff.press("Ghi thay đổi")
    await staff.say("/thaydoi")
    assert "Nhà văn hóa ấp → Nhà ông Năm" in staff.last
    await staff.press("Hoàn tác 2")
    assert "vừa sửa mục này" in staff.last
    assert (await chapter_of(office)).place == "Nhà bà Tư"
    await staff.say("/thaydoi")
    await staff.press("Hoàn tác 1")
    await staff.say("/thaydoi")
    await staff.press("Hoàn tác 1")
    assert (await chapter_of(office)).place == "Nhà văn hóa ấp"


async def test_after_a_day_a_change_is_final(database: Database) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    await staff.press("Sửa địa điểm")
    await staff.say("Nhà ông Năm")
    await staff.press("Ghi thay đổi")
    undo = staff.from_bot[-1]
    office.town.now += timedelta(days=1, minutes=1)
    await staff.press("Hoàn tác", on=undo)
    assert "quá thời hạn" in staff.last
    await staff.say("/thaydoi")
    assert "không có thay đổi nào" in staff.last


async def test_a_closed_chapter_lies_in_the_trash_for_thirty_days(database: Database) -> None:
    office = await open_office(database, now=at(2))
    staff = await open_chapter(office)
    await staff.press("Ngừng hoạt động")
    assert "Sửa thành: hoạt động đến hết ngày 01/11/2026" in staff.last
    await staff.press("Ghi thay đổi")
    assert "thùng rác" in staff.last
    await staff.say("/donvi phu nu cai coi")
    assert "Không tìm thấy" in staff.last
    assert await meetings_of(database, office.commune.chapter, at(2)) == []
    office.town.now += timedelta(days=29)
    await staff.say("/thaydoi trash")
    await staff.press("Khôi phục 1")
    assert (await chapter_of(office)).valid_to is None
    assert await meetings_of(database, office.commune.chapter, office.town.now) != []


async def test_nobody_else_undoes_it(database: Database) -> None:
    office = await open_office(database)
    staff = await open_chapter(office)
    await staff.press("Sửa địa điểm")
    await staff.say("Nhà ông Năm")
    await staff.press("Ghi thay đổi")
    leader = await office.enrol(office.commune.leader)
    await leader.say("/thaydoi u1")
    assert (await chapter_of(office)).place == "Nhà ông Năm"
    await leader.say(f"/thaydoi {office.commune.chapter}-place")
    assert "Sửa địa điểm" not in leader.last
