from datetime import date
from typing import Any

import pytest

from domain.people import Role
from storage import Database
from storage.directory import directory_rows, kinds
from storage.tables.directory import post
from tests.directory import Directory, at, posts_of
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all
from tests.talks import Phone

WOMEN = "Hội Liên hiệp Phụ nữ"


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(6))
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        await make.chapter("Chi hội nông dân", office.commune.hamlet, farmers)
        await make.post(office.commune.stranger, Role.ADMINISTRATOR, area=office.commune.commune)
        await make.post(
            office.commune.deputy, Role.STAFF, area=office.commune.commune, association=WOMEN
        )
    await plan_all(database, at(6))
    return office


async def open_kind(office: Office) -> Phone:
    phone = await office.enrol(office.commune.stranger)
    await phone.say("loại hình")
    await phone.press("Chi hội women")
    return phone


async def kind_of(office: Office) -> Any:
    async with office.database.read() as unit:
        return next(kind for kind in await kinds.list_all(unit) if kind.id == office.commune.kind)


async def test_a_kind_is_shown_with_its_words_and_its_calendar(office: Office) -> None:
    phone = await open_kind(office)
    for words in ("2 đơn vị", "Cách gọi người dự: hội viên", "Ngày sinh hoạt: ngày 5",
                  "Khi trùng ngày nghỉ: không dời", "Mức ghi báo cáo: đầy đủ"):  # fmt: skip
        assert words in phone.last


async def test_a_word_is_shown_before_it_is_changed(office: Office) -> None:
    phone = await open_kind(office)
    await phone.press("Sửa: Cách gọi người dự")
    await phone.say("x" * 81)
    assert "từ 1 đến 80 chữ cái" in phone.last
    await phone.say("  chị   em ")
    assert "Đang ghi: hội viên" in phone.last
    assert "Sửa thành: chị em" in phone.last
    await phone.press("Ghi thay đổi")
    assert (await kind_of(office)).words["members"] == "chị em"
    assert (await kind_of(office)).words["unit"] == "chi hội"
    journal = await office.enrol(office.commune.staff)
    await journal.say("/nhatky")
    assert "sửa cách gọi người dự" in journal.last
    await phone.press("Xem loại hình này")
    await phone.press("Sửa: Tên")
    await phone.say("Chi hội farmers")
    assert "Đã có loại hình tên" in phone.last
    await phone.press("Hủy")
    assert (await kind_of(office)).name == "Chi hội women"


async def test_the_meetings_ahead_follow_another_day(office: Office) -> None:
    phone = await open_kind(office)
    await phone.press("Sửa: Ngày sinh hoạt")
    await phone.say("hôm nào rảnh")
    assert "chưa hiểu" in phone.see() or "ví dụ" in phone.last
    await phone.say("ngày 20")
    assert "được tính lại" in phone.last
    await phone.press("Ghi thay đổi")
    found = await meetings_of(office.database, office.commune.chapter, at(6))
    assert date(2026, 12, 20) in [meeting.day for meeting in found]


async def test_a_kind_that_is_recorded_no_more_owes_nothing_ahead(office: Office) -> None:
    phone = await open_kind(office)
    await phone.press("Sửa: Mức ghi báo cáo")
    await phone.say("sao cũng được")
    assert "chọn một mục" in phone.last
    await phone.press("Không ghi")
    await phone.press("Ghi thay đổi")
    assert str((await kind_of(office)).recording) == "off"
    found = await meetings_of(office.database, office.commune.chapter, at(6))
    assert [
        meeting.day for meeting in found if meeting.day and meeting.day > date(2026, 11, 6)
    ] == []


async def test_a_day_of_a_later_month_is_kept_where_the_kind_meets_more_often(
    office: Office,
) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        await kinds.change(unit, office.commune.kind, {"frequency": 3})
        own = {"kind": "day", "month": 3, "day": 9}
        chapter = await make.chapter("Tổ", office.commune.hamlet, office.commune.kind, rule=own)
    phone = await open_kind(office)
    await phone.press("Sửa: Ngày sinh hoạt")
    await phone.say("ngày 5 hằng tháng")
    await phone.press("Ghi thay đổi")
    found = await meetings_of(office.database, chapter, at(6))
    assert date(2026, 12, 9) in {meeting.day for meeting in found}


async def test_an_association_is_renamed_wherever_it_stands(office: Office) -> None:
    phone = await open_kind(office)
    await phone.press("Sửa: Tổ chức")
    await phone.say("Hội Nông dân")
    assert "Đã có tổ chức tên" in phone.last
    await phone.say("Hội LHPN Việt Nam")
    assert "mọi loại hình, nhiệm vụ" in phone.last
    await phone.press("Ghi thay đổi")
    assert (await kind_of(office)).association == "Hội LHPN Việt Nam"
    posts = await posts_of(office.database, office.commune.deputy)
    assert {post.association for post in posts} == {None, "Hội LHPN Việt Nam"}
    async with office.database.read() as unit:
        assert await unit.all(post.select().where(post.c.association == WOMEN)) == []


async def test_what_somebody_else_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    phone = await open_kind(office)
    await phone.press("Sửa: Cách gọi đơn vị")
    await phone.say("tổ phụ nữ")
    async with office.database.write() as unit:
        words = {**(await kind_of(office)).words, "unit": "phân hội"}
        await kinds.change(unit, office.commune.kind, {"words": words})
    await phone.press("Ghi thay đổi")
    assert "vừa" in phone.last
    assert (await kind_of(office)).words["unit"] == "phân hội"


async def test_only_the_administrator_of_all_places_sees_kinds(office: Office) -> None:
    before = await kind_of(office)
    for person in (office.commune.leader, office.commune.cadre, office.commune.staff):
        phone = await office.enrol(person)
        for argument in ("", str(office.commune.kind), f"{office.commune.kind}-name"):
            await phone.say(f"/loaihinh {argument}")
            assert "do người quản trị toàn hệ thống" in phone.see()
    assert await kind_of(office) == before
    async with office.database.read() as unit:
        assert len((await directory_rows.load(unit))["kinds"]) == 2
