from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channels import Channels
from bot.task_handlers import build_work
from domain.pauses import Pause
from domain.people import Role
from operations.meetings import replanning
from operations.meetings.pausing import PauseDays, PauseOf, enter_pause
from operations.meetings.replanning import REPLAN
from operations.people.erasing import erase_person
from storage import Database
from storage.maintenance import tasks
from storage.meetings import pauses
from storage.people import people
from storage.people.personal_data import collect
from storage.tables.directory import audit
from tests.directory import POLICY, Directory, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all

DEC_5 = date(2026, 12, 5)


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(6))
    await plan_all(database, at(6))
    return office


async def days(office: Office, chapter: int) -> list[date | None]:
    return [
        meeting.day for meeting in await meetings_of(office.database, chapter, office.town.now)
    ]


async def make_administrator(office: Office) -> int:
    async with office.database.write() as unit:
        make = Directory(unit)
        person = await make.person("Lâm Thị Hoa")
        await make.post(person, Role.ADMINISTRATOR, area=office.commune.commune)
    return person


async def test_staff_let_a_chapter_pause_and_take_it_back(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/donvi c{office.commune.chapter}")
    await staff.press("Tạm nghỉ")
    assert "tạm nghỉ sinh hoạt từ ngày nào" in staff.last
    await staff.say("1/12")
    await staff.say("20/12/2026")
    await staff.press("Mùa vụ")
    assert "nghỉ từ 01/12/2026 đến hết 20/12/2026. Lý do: Mùa vụ" in staff.last
    assert "không tính là thiếu" in staff.last
    assert "Chi hội phụ nữ ấp Cái Cối: 05/12/2026 → không có" in staff.last
    assert DEC_5 in await days(office, office.commune.chapter)
    await staff.press("Ghi thay đổi")
    assert "Đã ghi đợt tạm nghỉ" in staff.last
    assert DEC_5 not in await days(office, office.commune.chapter)
    assert DEC_5 in await days(office, office.commune.other_chapter)
    await staff.press("Bỏ đợt tạm nghỉ này")
    await staff.press("Bỏ hẳn")
    assert "không có → 05/12/2026" in staff.last
    await staff.press("Ghi thay đổi")
    assert DEC_5 in await days(office, office.commune.chapter)
    await staff.press("Các đợt tạm nghỉ")
    assert "Hiện không có đợt tạm nghỉ nào." in staff.last
    await staff.say("/nhatky")
    assert "hết tạm nghỉ" in staff.last


async def test_a_cadre_goes_on_leave_and_comes_back_early(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("nghỉ phép")
    await cadre.press("Báo tạm vắng")
    await cadre.press("Hôm nay")
    await cadre.press("Một tuần")
    await cadre.press("Ốm đau")
    assert "không yêu cầu xác nhận dự" in cadre.last
    await cadre.press("Ghi thay đổi")
    assert "xin đồng chí báo cán bộ tổng hợp." in cadre.last
    office.town.now = at(8)
    await cadre.say("/tamnghi")
    assert "06/11/2026 – 12/11/2026: Lê Văn Sáu (Ốm đau)" in cadre.last
    await cadre.press("Kết thúc: Lê Văn Sáu")
    await cadre.press("Từ hôm nay không nghỉ nữa")
    await cadre.press("Ghi thay đổi")
    async with office.database.read() as unit:
        (left,) = await pauses.list_leaves(
            unit, [office.commune.cadre], first=date(2026, 11, 1), last=date(2026, 12, 1)
        )
    assert left.last_day == date(2026, 11, 7)


async def test_staff_send_a_stand_in_for_who_is_on_leave(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/donvi p{office.commune.cadre}")
    await staff.press("Tạm vắng")
    await staff.press("Ngày mai")
    await staff.press("Hết tháng")
    await staff.say("Đi học lớp chính trị")
    await staff.press("Ghi thay đổi")
    await staff.press("Cử người thay (cán bộ phụ trách)")
    assert "Lê Văn Sáu" in staff.last
    assert any("Lê Văn Sáu" in button for button in staff.buttons)


async def test_what_cannot_be_is_asked_again(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/tamnghi a{office.commune.commune.id}")
    await staff.say("sắp tới")
    assert "Xin đồng chí gõ ngày" in staff.last
    await staff.say("hôm nay")
    await staff.say("1/3/2029")
    assert "không quá 366 ngày" in staff.last
    await staff.say("hôm nay")
    await staff.say("x")
    assert "ghi rõ hơn" in staff.last
    await staff.press("Lễ, Tết")
    await staff.press("Hủy")
    assert "Không thay đổi gì." in staff.last
    async with office.database.read() as unit:
        assert await pauses.find(unit, 1) is None


async def test_what_somebody_else_ended_is_not_ended_again(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        made, _ = await enter_pause(
            unit,
            PauseOf(area_id=office.commune.hamlet.id),
            PauseDays(date(2026, 12, 1), date(2026, 12, 30), "Mùa gặt"),
            by=None,
            policy=POLICY,
            now=at(6),
        )
    await staff.say("/tamnghi")
    await staff.press("Kết thúc: Ấp Cái Cối")
    await staff.say("10/12")
    async with office.database.write() as unit:
        await pauses.end(unit, made.id, last_day=date(2026, 12, 20))
    await staff.press("Ghi thay đổi")
    assert "Có người vừa thay đổi đợt tạm nghỉ này" in staff.last
    await staff.say(f"/tamnghi x{made.id}")
    await staff.say("25/12")
    assert "Chỉ có thể kết thúc sớm hơn" in staff.last


async def test_leaders_see_what_concerns_them_and_set_only_their_own(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    async with office.database.write() as unit:
        for place in (
            office.commune.commune,
            office.commune.hamlet,
            office.commune.other_hamlet,
        ):
            await pauses.add(
                unit,
                Pause(
                    id=0,
                    first_day=date(2026, 11, 20),
                    last_day=date(2026, 11, 22),
                    reason=f"Lễ ở {place.name}",
                    area_id=place.id,
                ),
                by=None,
                now=at(6),
            )
    await leader.say("/tamnghi")
    assert "Lễ ở Xã Long Vĩnh" in leader.last
    assert "Lễ ở Ấp Cái Cối" in leader.last
    assert "Ấp La Ghi" not in leader.last
    assert leader.buttons == ["Báo tạm vắng", "Về trang chính"]
    await leader.say(f"/tamnghi c{office.commune.chapter}")
    assert "không được phân công phụ trách" in leader.see()
    for of in (
        f"c{office.commune.other_chapter}",
        f"p{office.commune.cadre}",
        "p999",
        "a999",
        "x1",
    ):
        await leader.say(f"/tamnghi {of}")
        assert "từ ngày nào" not in leader.last


async def test_only_the_administrator_of_all_places_lets_everybody_pause(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tamnghi all")
    assert "do người quản trị toàn hệ thống" in staff.see()
    administrator = await office.enrol(await make_administrator(office))
    await administrator.say("/tamnghi")
    await administrator.press("Tạm nghỉ toàn bộ")
    await administrator.say("1/12")
    await administrator.say("20/12/2026")
    await administrator.press("Mưa bão")
    assert "Toàn bộ tạm nghỉ từ 01/12/2026" in administrator.last
    await administrator.press("Ghi thay đổi")
    for chapter in (office.commune.chapter, office.commune.other_chapter):
        assert DEC_5 not in await days(office, chapter)


async def test_where_many_places_are_touched_a_task_plans_them_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(replanning, "MOST_AT_ONCE", 1)
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/tamnghi a{office.commune.commune.id}")
    await staff.say("1/12")
    await staff.say("20/12/2026")
    await staff.press("Mùa vụ")
    assert "được tính lại trong ít phút" in staff.last
    await staff.press("Ghi thay đổi")
    assert DEC_5 in await days(office, office.commune.chapter)
    now = office.town.now
    async with office.database.write() as unit:
        waiting = await tasks.claim(unit, now=now, until=now, limit=10)
    work = build_work(
        office.database, Channels([]), folder=tmp_path, policy=POLICY, clock=lambda: now
    )
    for task in waiting:
        if task.kind == REPLAN:
            await work[task.kind](task)
    assert DEC_5 not in await days(office, office.commune.chapter)


async def test_a_pause_of_today_alone_is_taken_back_too(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/tamnghi c{office.commune.chapter}")
    for button in (
        "Hôm nay",
        "Chỉ một ngày",
        "Mưa bão",
        "Ghi thay đổi",
        "Bỏ đợt tạm nghỉ này",
        "Bỏ hẳn",
    ):
        await staff.press(button)
    await staff.press("Ghi thay đổi")
    await staff.say("/tamnghi")
    assert "Hiện không có đợt tạm nghỉ nào." in staff.last


async def test_leave_is_the_persons_own_data_and_goes_with_them(office: Office) -> None:
    cadre, by = office.commune.cadre, await make_administrator(office)
    async with office.database.write() as unit:
        made, _ = await enter_pause(
            unit,
            PauseOf(person_id=cadre),
            PauseDays(date(2026, 11, 10), date(2026, 11, 12), "Nghỉ ốm"),
            by=cadre,
            policy=POLICY,
            now=at(6),
        )
    async with office.database.read() as unit:
        (leave,) = (await collect(unit, cadre))["leaves"]
        rows = await unit.all(select(audit).where(audit.c.action == "pause.add"))
        who = (await people.persons(unit, [by]))[by]
    assert leave["reason"] == "Nghỉ ốm"
    assert "reason" not in rows[0].after
    async with office.database.write() as unit:
        await erase_person(unit, cadre, by=who, policy=POLICY, now=at(6))
        assert await pauses.find(unit, made.id) is None
