"""The office sets duties, sees who attended, and where two words differ."""

from datetime import date

import pytest

from domain.duties import Duty, Per
from domain.people import Role
from domain.records import Presence
from domain.report import CadrePresence
from operations.cadres.evening import record_evening
from storage import Database
from storage.cadres import duties
from tests.directory import Directory, acting, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all, send

CAI_COI, LA_GHI = "Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"

# The statements themselves are held to both databases in tests/operations/test_visits.py.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(6))
    async with database.write() as unit:
        await Directory(unit).post(
            office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter
        )
    await plan_all(database, at(1))
    return office


async def kept(office: Office) -> list[Duty]:
    async with office.database.read() as unit:
        return await duties.list_at(unit, office.commune.commune.path, since=date(2026, 1, 1))


async def confirm(office: Office, attended: int, **others: Presence) -> None:
    """The cadre's word on the evening of the 5th, the day after."""
    async with office.database.write() as unit:
        await record_evening(
            await acting(unit, office.commune.cadre, now=at(6)),
            ticked=[attended] if attended else [],
            others={int(key[1:]): state for key, state in others.items()},
            day=date(2026, 11, 5),
        )


async def test_a_duty_is_set_after_a_look_at_it(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("phân công")
    assert "chưa có phân công dự" in staff.last
    await staff.press("Thêm phân công")
    await staff.press("Ấp Cái Cối")
    await staff.press("Chi hội women")
    await staff.press("Lê Văn Sáu")
    await staff.say("hai lần một quý")
    await staff.press("Từ hôm nay")
    await staff.say("31/12/2026")
    assert await kept(office) == []
    of = "địa bàn: Ấp Cái Cối; loại hình: Chi hội women; cán bộ: Lê Văn Sáu"
    words = f"Mỗi đơn vị 2 lần mỗi quý; {of}"
    assert f"Sẽ ghi phân công: {words}; từ 06/11/2026 đến hết 31/12/2026" in staff.last
    await staff.press("Ghi phân công")
    assert "Đã ghi phân công" in staff.last
    (duty,) = await kept(office)
    assert (duty.visits, duty.per, duty.person_id) == (2, Per.QUARTER, office.commune.cadre)
    assert (duty.valid_from, duty.valid_to) == (date(2026, 11, 6), date(2026, 12, 31))
    await staff.press("Phân công dự")
    assert words in staff.last
    await staff.say("/nhatky")
    assert "phân công dự sinh hoạt" in staff.last


async def test_a_duty_for_everybody_without_end_takes_buttons_only(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/phancong")
    for move in (
        "Thêm phân công",
        "Xã Long Vĩnh",
        "Mọi loại hình",
        "Mọi cán bộ",
        "1 lần mỗi tháng",
        "Từ hôm nay",
        "Không thời hạn",
        "Ghi phân công",
    ):
        await staff.press(move)
    (duty,) = await kept(office)
    assert (duty.kind_id, duty.person_id, duty.valid_to) == (None, None, None)


async def test_a_duty_that_begins_after_it_ends_is_refused_and_asked_again(
    office: Office,
) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/phancong")
    for move in ("Thêm phân công", "Xã", "Mọi loại hình", "Mọi cán bộ", "1 lần mỗi quý"):
        await staff.press(move)
    await staff.say("10/12/2026")
    await staff.say("1/12/2026")
    assert "01/12/2026 trước ngày bắt đầu 10/12/2026" in staff.last
    assert "Đến hết ngày nào?" in staff.last
    await staff.say("linh tinh")
    assert "Đến hết ngày nào?" in staff.last
    await staff.say("31/12/2026")
    assert "từ 10/12/2026 đến hết 31/12/2026" in staff.last
    await staff.press("Hủy")
    assert await kept(office) == []


async def test_what_is_not_a_number_of_visits_is_asked_again(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/phancong")
    for move in ("Thêm phân công", "Xã", "Mọi loại hình", "Mọi cán bộ"):
        await staff.press(move)
    await staff.say("thường xuyên")
    assert "chưa hiểu số lần" in staff.last
    await staff.say("90 lần một tháng")
    await staff.press("Từ hôm nay")
    await staff.press("Không thời hạn")
    assert "Số lần phải từ 1 đến 12" in staff.last
    assert await kept(office) == []


async def test_a_duty_is_ended_after_a_look_at_it(office: Office) -> None:
    async with office.database.write() as unit:
        for first in (date(2026, 1, 1), date(2026, 12, 1)):
            await duties.add(
                unit,
                Duty(
                    id=0,
                    area_id=office.commune.commune.id,
                    visits=1,
                    per=Per.MONTH,
                    valid_from=first,
                ),
            )
    staff = await office.enrol(office.commune.staff)
    for words in ("01/01/2026", "01/12/2026"):
        await staff.say("/phancong")
        button = next(text for text in staff.buttons if text.startswith("Kết thúc phân công"))
        await staff.press(button)
        assert f"từ {words}" in staff.last
        await staff.press("Kết thúc phân công")
        assert "Đã kết thúc phân công" in staff.last
    assert [duty.valid_to for duty in await kept(office)] == [date(2026, 11, 5)]
    await staff.press("Phân công dự")
    assert "chưa có phân công dự" in staff.last


async def test_duties_are_for_the_office_of_the_place(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        reader = await make.person("Bí thư chi bộ")
        await make.post(reader, Role.READER, area=office.commune.commune)
        far = await make.area("Xã khác")
        number = await duties.add(
            unit, Duty(id=0, area_id=far.id, visits=1, per=Per.MONTH, valid_from=date(2026, 1, 1))
        )
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/phancong")
    assert "không phụ trách" in cadre.last or "địa bàn" in cadre.last
    staff = await office.enrol(office.commune.staff)
    for argument in (f"e{number}", f"n{far.id}", str(far.id)):
        await staff.say(f"/phancong {argument}")
        assert "Kết thúc phân công" not in staff.buttons
        assert "Ghi phân công" not in staff.buttons
    looks = await office.enrol(reader)
    await looks.say("/phancong")
    for move in (
        "Thêm phân công",
        "Xã Long Vĩnh",
        "Mọi loại hình",
        "Mọi cán bộ",
        "1 lần mỗi tháng",
        "Từ hôm nay",
        "Không thời hạn",
    ):
        await looks.press(move)
    assert "Ghi phân công" not in looks.buttons
    assert await kept(office) == []


async def set_duty(office: Office) -> None:
    """Lets each chapter be attended once a quarter."""
    async with office.database.write() as unit:
        await duties.add(
            unit,
            Duty(
                id=0,
                area_id=office.commune.commune.id,
                visits=1,
                per=Per.QUARTER,
                valid_from=date(2026, 1, 1),
            ),
        )


async def test_before_the_first_meeting_there_is_nothing_of_nothing(office: Office) -> None:
    await set_duty(office)
    office.town.now = at(4)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("kết quả dự")
    await cadre.press("Xem cả quý")
    assert "Chưa đến buổi nào được phân công" in cadre.last
    assert "0/0" not in cadre.last


async def test_attended_of_assigned_with_the_clash_beside(office: Office) -> None:
    await confirm(office, office.meeting.id)
    await set_duty(office)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("kết quả dự")
    assert "Đã dự 1/2 buổi được phân công\n– trùng giờ với buổi đã dự: 1" in cadre.last
    assert "vắng" not in cadre.last
    await cadre.press("Xem cả quý")
    assert "Theo phân công: 1/2 lượt" in cadre.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("/ketquadu q2611")
    assert "quý IV năm 2026" in staff.last
    assert "Lê Văn Sáu\nĐã dự 1/2 buổi được phân công" in staff.last
    await staff.press("Quý trước")
    assert "Chưa có cán bộ nào được phân công" in staff.last


async def test_two_words_that_differ_stand_side_by_side(office: Office) -> None:
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(cadre_present=CadrePresence.YES),
        now=at(5, 21),
    )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/doichieu")
    assert "Đồng chí Lê Văn Sáu chưa xác nhận." in staff.last
    await confirm(office, 0, **{f"m{office.meeting.id}": Presence.EXCUSED})
    await staff.say("đối chiếu")
    assert "Đơn vị và cán bộ ghi khác nhau, tháng 11/2026: 1 buổi" in staff.last
    assert "Đơn vị ghi: cán bộ có dự (gửi 21h00 ngày 05/11/2026)" in staff.last
    assert "Đồng chí Lê Văn Sáu ghi: vắng có lý do (lúc 12h00 ngày 06/11/2026)" in staff.last
    await staff.press(f"05/11: {CAI_COI}")
    assert "Có mặt: 28" in staff.last


async def test_a_chapters_yes_that_no_cadre_bears_out_is_listed_from_the_day_after(
    office: Office,
) -> None:
    """The commonest of all: the chapter writes that the cadre came, the cadre says nothing."""
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(cadre_present=CadrePresence.SUBSTITUTE),
        now=at(5, 21),
    )
    staff = await office.enrol(office.commune.staff)
    office.town.now = at(5, 22)
    await staff.say("/doichieu")
    assert "Không có buổi nào" in staff.last
    office.town.now = at(6)
    await staff.say("/doichieu")
    assert "Đơn vị ghi: có người dự thay cán bộ" in staff.last
    assert "Đồng chí Lê Văn Sáu chưa xác nhận." in staff.last
    await confirm(office, office.meeting.id)
    await staff.say("/doichieu")
    assert "Không có buổi nào" in staff.last


async def test_a_chapters_no_needs_no_word_of_the_cadre(office: Office) -> None:
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(cadre_present=CadrePresence.NO),
        now=at(5, 21),
    )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/doichieu")
    assert "Không có buổi nào" in staff.last


async def test_the_reverse_is_listed_too_and_the_others_word_settles_it(office: Office) -> None:
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(cadre_present=CadrePresence.NO),
        now=at(5, 21),
    )
    await confirm(office, office.meeting.id)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/doichieu")
    assert "Đơn vị ghi: cán bộ chưa dự" in staff.last
    assert "ghi: đã dự" in staff.last
    await confirm(office, 0)
    await staff.say("/doichieu")
    assert "Không có buổi nào" in staff.last


async def test_one_of_two_cadres_is_enough_for_the_chapters_yes(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        second = await make.person("Sơn Thị Chín")
        await make.post(second, Role.CADRE, area=office.commune.commune)
    office.town.now = at(2)
    await plan_all(office.database, at(2))
    office.town.now = at(6)
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(cadre_present=CadrePresence.YES),
    )
    await confirm(office, 0, **{f"m{office.meeting.id}": Presence.EXCUSED})
    async with office.database.write() as unit:
        await record_evening(
            await acting(unit, second, now=at(6)),
            ticked=[office.meeting.id],
            others={},
            day=date(2026, 11, 5),
        )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/doichieu")
    assert "Không có buổi nào" in staff.last


async def test_contradictions_are_for_the_office_only(office: Office) -> None:
    for person in (office.commune.cadre, office.commune.leader):
        phone = await office.enrol(person)
        await phone.say("/doichieu")
        assert "ghi khác nhau" not in phone.last
        assert "Không có buổi nào" not in phone.last
    assert await meetings_of(office.database, office.commune.chapter, at(6))
