"""A cadre answers beforehand; the leader and whoever is sent hear of it."""

from datetime import date

import pytest

from domain.people import Role
from domain.report import CadrePresence, ReportAnswers, ReportState
from domain.visits import Intent, Visit
from operations.notifications.bundling import due_bundles, enqueue_bundles
from storage import Database
from storage.cadres import visits
from storage.tables.cadres import news as news_table
from storage.tables.directory import area as area_table
from tests.directory import POLICY, ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import remind
from tests.operations.planned import plan_all, send
from tests.talks import Phone
from tests.told import untold

CAI_COI, LA_GHI = "Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"

# The statements themselves are held to both databases in tests/operations/test_visits.py.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    """On 2 November the cadre looks after two chapters that meet on the evening of the 5th."""
    office = await open_office(database, now=at(2))
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.cadre, Role.CADRE, chapter=office.commune.other_chapter)
        await make.post(await make.person("Sơn Thị Chín"), Role.CADRE, area=office.commune.commune)
    await plan_all(database, at(1))
    return office


async def visits_on_5th(office: Office) -> dict[str, Visit]:
    async with office.database.read() as unit:
        found = await visits.list_between(
            unit,
            first=date(2026, 11, 5),
            last=date(2026, 11, 5),
            person_id=office.commune.cadre,
        )
    return {visit.chapter_name: visit for visit in found}


async def told(office: Office, person_id: int) -> list[tuple[str, bool]]:
    """The news a person is still to be told: text key, urgent or not."""
    found = await untold(office.database, person_id)
    return [(news.key, news.urgent) for news in found]


async def bundle(office: Office) -> None:
    async with office.database.write() as unit:
        due = await due_bundles(unit, policy=POLICY, now=office.town.now)
        await enqueue_bundles(unit, due, policy=POLICY, now=office.town.now)
    await office.town.run()


async def open_visit(phone: Phone, chapter: str) -> None:
    await phone.say("lịch dự")
    await phone.press(f"05/11 19h00 {chapter}")


async def test_two_meetings_at_one_hour_are_marked(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/lichdu")
    assert "Thứ Năm, 05/11/2026" in cadre.last
    together = (
        f"19h00: 2 buổi cùng giờ\n– {CAI_COI}, tại Nhà văn hóa ấp\n– {LA_GHI}, tại Nhà văn hóa ấp"
    )
    assert together in cadre.last
    await cadre.say("/lich")
    assert together in cadre.last


async def many_chapters(office: Office, *starts: str) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        kind = await make.kind("farmers")
        for number, start in enumerate(starts):
            await make.chapter(
                f"Chi hội {number}",
                office.commune.hamlet,
                kind,
                start_time=start,
                place=f"Nhà {number}",
            )
    await plan_all(office.database, at(1))


async def test_many_at_one_hour_stand_under_one_heading(office: Office) -> None:
    await many_chapters(office, *["19:00"] * 5)
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(4, 17)
    await bundle(office)
    assert "19h00 thứ Năm, 05/11/2026: 7 buổi cùng giờ" in cadre.last
    assert cadre.last.count("05/11/2026") == 1
    assert "trùng giờ" not in cadre.last


async def test_the_way_between_two_meetings_counts(office: Office) -> None:
    """Those of 19:00 last until 20:30: 20:40 elsewhere is too early, 20:45 is not."""
    await many_chapters(office, "20:40", "20:45")
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/lichdu")
    first, second = (line_at(cadre, time) for time in ("20h40", "20h45"))
    # Three others: both of 19:00, and the one five minutes later.
    assert "trùng giờ với 3 buổi khác" in first
    assert "trùng giờ với Chi hội 0" in second
    async with office.database.write() as unit:
        await unit.run(
            area_table.update()
            .where(area_table.c.id == office.commune.commune.id)
            .values(travel_min=40)
        )
    await cadre.say("/lichdu")
    assert "trùng giờ với 3 buổi khác" in line_at(cadre, "20h45")


def line_at(phone: Phone, time: str) -> str:
    return next(line for line in phone.last.splitlines() if line.startswith(time))


async def test_a_second_yes_for_one_hour_is_asked(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Sẽ dự")
    await open_visit(cadre, LA_GHI)
    await cadre.press("Sẽ dự")
    assert f"không kịp dự cùng buổi của {CAI_COI} lúc 19h00" in cadre.last
    assert (await visits_on_5th(office))[LA_GHI].intent is None
    await cadre.press("Dự buổi này, không dự buổi kia")
    said = await visits_on_5th(office)
    assert (said[CAI_COI].intent, said[LA_GHI].intent) == (Intent.DECLINED, Intent.COMING)
    await cadre.say("lịch dự")
    await cadre.press(f"✗ 05/11 19h00 {CAI_COI}")
    await cadre.press("Sẽ dự")
    await cadre.press("Vẫn dự cả hai")
    said = await visits_on_5th(office)
    assert (said[CAI_COI].intent, said[LA_GHI].intent) == (Intent.COMING, Intent.COMING)


async def test_what_is_declined_clashes_no_more(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, LA_GHI)
    await cadre.press("Không dự được")
    assert "không dự được" in cadre.last
    await cadre.say("/lichdu")
    assert "trùng giờ" not in cadre.last
    assert f"✗ 05/11 19h00 {LA_GHI}" in cadre.buttons


async def test_one_press_in_the_bundle_is_an_answer(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(4, 17)
    await bundle(office)
    assert "19h00 thứ Năm, 05/11/2026: 2 buổi cùng giờ" in cadre.last
    await cadre.press(f"{CAI_COI} 05/11: sẽ dự")
    assert "Đã ghi: đồng chí sẽ dự" in cadre.last
    said = await visits_on_5th(office)
    assert (said[CAI_COI].intent, said[LA_GHI].intent) == (Intent.COMING, None)


async def test_many_meetings_have_the_usual_answer_only(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        kind = await make.kind("farmers")
        for number in range(4):
            await make.chapter(f"Chi hội {number}", office.commune.hamlet, kind)
    await plan_all(office.database, at(1))
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(4, 17)
    await bundle(office)
    assert len([button for button in cadre.buttons if button.endswith("sẽ dự")]) == 4
    await cadre.press("Trả lời khác")
    assert len([button for button in cadre.buttons if button.startswith("05/11")]) == 6


async def test_the_leader_sees_who_comes_in_reminder_and_schedule(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Sẽ dự")
    assert await told(office, office.commune.leader) == []
    await leader.say("/lich")
    assert "cán bộ sẽ dự: đồng chí Lê Văn Sáu" in leader.last
    office.town.now = at(5, 8)
    await remind(office)
    assert "Cán bộ sẽ dự: Lê Văn Sáu." in leader.last


async def test_a_leader_is_told_who_cannot_come_at_once_only_when_it_is_soon(
    office: Office,
) -> None:
    cadre = await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    shown = len(leader.from_bot)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Không dự được")
    assert await told(office, office.commune.leader) == [("visit-told-declined", False)]
    assert len(leader.from_bot) == shown
    await cadre.press("Sẽ dự")
    assert await told(office, office.commune.leader) == [("visit-told-coming", False)]
    office.town.now = at(4, 20)
    await cadre.say("/lichdu")
    await cadre.press(f"✓ 05/11 19h00 {CAI_COI}")
    await cadre.press("Không dự được")
    assert f"{CAI_COI}, 19h00 ngày 05/11/2026: đồng chí Lê Văn Sáu không dự được." in leader.last


async def test_somebody_is_sent_and_hears_of_it(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    officer = await office.enrol(office.commune.staff)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Cử người dự")
    assert cadre.buttons[:2] == ["Sơn Thị Chín", "Ngô Văn Tám"]
    await cadre.press("Ngô Văn Tám")
    assert "cử đồng chí Ngô Văn Tám dự thay" in cadre.last
    assert "chưa nhận được tin" not in cadre.last
    assert await told(office, office.commune.staff) == [("visit-told-sent", False)]
    assert await told(office, office.commune.leader) == [("visit-told-sending", False)]
    await officer.say("/lichdu")
    assert "dự thay đồng chí Lê Văn Sáu" in officer.last
    await officer.press(f"→ 05/11 19h00 {CAI_COI}")
    await officer.press("Không dự được")
    assert "Đồng chí Lê Văn Sáu sẽ được báo" in officer.last
    assert (await visits_on_5th(office))[CAI_COI].intent is None
    assert ("visit-told-returned", False) in await told(office, office.commune.cadre)


async def test_who_is_sent_and_hears_nothing_is_to_be_told_in_person(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Cử người dự")
    await cadre.press("Sơn Thị Chín")
    assert "Xin đồng chí báo trực tiếp" in cadre.last
    await cadre.press("Sẽ dự")
    async with office.database.read() as unit:
        rows = await unit.all(news_table.select())
    assert [row.key for row in rows] == ["visit-told-coming"]


async def test_nobody_from_elsewhere_or_of_another_association_can_be_sent(
    office: Office,
) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        other = await make.person("Người Hội Khác")
        await make.post(other, Role.CADRE, area=office.commune.commune, kind_id=farmers)
        far = await make.person("Người Xã Khác")
        await make.post(far, Role.CADRE, area=await make.area("Xã khác"))
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Cử người dự")
    assert not {"Người Hội Khác", "Người Xã Khác"} & set(cadre.buttons)
    await cadre.say(f"/lichdu t{office.meeting.id}-{other}")
    assert "Không thể cử người này" in cadre.last
    assert (await visits_on_5th(office))[CAI_COI].intent is None


async def test_answers_end_when_the_meeting_begins(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    office.town.now = at(5, 19)
    await cadre.press("Sẽ dự")
    assert "đã bắt đầu" in cadre.last
    assert (await visits_on_5th(office))[CAI_COI].intent is None


async def test_a_meeting_of_somebody_else_is_not_to_be_answered(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    for argument in ("m", "y", "n", "s"):
        await leader.say(f"/lichdu {argument}{office.meeting.id}")
        assert "không được phân công dự" in leader.last
    await leader.say("/lichdu")
    assert "không có buổi sinh hoạt nào được phân công dự" in leader.last


async def test_a_moved_meeting_is_asked_for_anew(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Sẽ dự")
    later = ReportAnswers(
        state=ReportState.MOVED, postponed_to=date(2026, 11, 12), reason="weather"
    )
    await send(office.database, office.commune.leader, office.meeting, later, now=at(3))
    assert await told(office, office.commune.cadre) == [("visit-told-moved", False)]
    await cadre.say("/lichdu")
    assert f"12/11 19h00 {CAI_COI}" in cadre.buttons


async def test_before_a_visit_one_sees_the_last_meeting_what_is_open_and_whom_to_call(
    office: Office,
) -> None:
    office.town.now = at(6)
    answers = held(difficulties=(ROAD,), cadre_present=CadrePresence.YES)
    await send(office.database, office.commune.leader, office.meeting, answers)
    office.town.now = at(28)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/lichdu")
    await cadre.press(f"05/12 19h00 {CAI_COI}")
    await cadre.press("Thông tin buổi dự")
    assert "Buổi gần nhất: ngày 05/11/2026, có mặt 28/30. Chủ đề: Vệ sinh đường làng" in cadre.last
    assert "Khó khăn chưa tháo gỡ: 1\n– Đường ấp ngập (nêu ngày 06/11/2026)" in cadre.last
    assert "Liên hệ: Thạch Thị Lan" in cadre.last


async def test_the_sheet_is_a_press_away_in_bundle_and_schedule(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(4, 17)
    await bundle(office)
    await cadre.press(f"{CAI_COI}: thông tin buổi dự 05/11")
    assert "Thông tin buổi dự: Chi hội phụ nữ ấp Cái Cối, 19h00 ngày 05/11/2026" in cadre.last
    assert "Đơn vị chưa có buổi sinh hoạt nào được báo cáo" in cadre.last
    await cadre.say("/lich")
    await cadre.press(f"{LA_GHI}: thông tin buổi dự 05/11")
    assert "Đơn vị này chưa có người báo cáo" in cadre.last


async def test_the_sheet_is_for_those_in_sight_and_for_who_is_sent(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.stranger, Role.CADRE, area=office.commune.other_hamlet)
    await plan_all(office.database, at(1))
    sent = await office.enrol(office.commune.stranger)
    await sent.say(f"/lichdu b{office.meeting.id}")
    assert "Không tìm thấy" in sent.last
    cadre = await office.enrol(office.commune.cadre)
    await open_visit(cadre, CAI_COI)
    await cadre.press("Cử người dự")
    await cadre.press("Kim Ngọc")
    await sent.say(f"/lichdu b{office.meeting.id}")
    assert "Thông tin buổi dự" in sent.last


async def test_the_whole_talk_goes_by_numbers_too(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await cadre.say("lich du")
    await cadre.say("1")
    await cadre.say("1")
    assert "Đã ghi: đồng chí sẽ dự" in cadre.last
    assert [visit.intent for visit in (await visits_on_5th(office)).values()] == [
        Intent.COMING,
        None,
    ]
