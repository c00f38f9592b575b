from datetime import timedelta

import pytest

from domain.people import Role
from domain.records import DifficultyState
from operations.bundling import due_bundles, enqueue_bundles
from operations.reminding import due_reminders, enqueue_reminders
from scheduler.context import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database, cases
from tests.directory import LOANS, POLICY, ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import meetings_of, plan_all, send
from tests.talks import Phone

CAI_COI = "Chi hội phụ nữ ấp Cái Cối"
FLOODED = "Đường ấp ngập"


@pytest.fixture
async def office(database: Database) -> Office:
    """A report of 5 November told of a flooded road."""
    office = await open_office(database, now=at(6))
    await send(database, office.commune.leader, office.meeting, held(difficulties=(ROAD,)))
    return office


async def follow_up(office: Office) -> None:
    job = next(one for one in JOBS if one.name == "cases")
    context = ClockContext(database=office.database, policy=POLICY, clock=lambda: office.town.now)
    assert await run_job(job, context, office.town.now)


async def state_of(office: Office, case_id: int = 1) -> DifficultyState:
    async with office.database.read() as unit:
        found = await cases.find(unit, case_id)
    assert found
    return found.state


async def tell_everybody(office: Office) -> None:
    """Sends the daily bundles and the reminders that are due."""
    async with office.database.write() as unit:
        if due := await due_bundles(unit, policy=POLICY, now=office.town.now):
            await enqueue_bundles(unit, due, policy=POLICY, now=office.town.now)
        reminders = await due_reminders(unit, policy=POLICY, now=office.town.now)
        await enqueue_reminders(unit, reminders, policy=POLICY, now=office.town.now)
    await office.town.run()


async def open_case(phone: Phone, text: str = FLOODED) -> Phone:
    await phone.say("/vuviec")
    await phone.press(next(one for one in phone.buttons if text in one))
    return phone


async def test_a_difficulty_goes_up_comes_down_with_an_answer_and_is_solved(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    staff = await office.enrol(office.commune.staff)
    await open_case(cadre)
    assert f"Hạ tầng: {FLOODED}" in cadre.last
    assert "Hạn trả lời: 21/11/2026" in cadre.last
    await go(cadre, "Góp ý", "=Chi hội huy động dọn rác ở cống trước")
    assert "Đã ghi" in cadre.last
    assert "góp ý – Lê Văn Sáu: “Chi hội huy động dọn rác ở cống trước”" in cadre.last
    await go(cadre, "Chuyển cấp trên", "=Ấp không có kinh phí làm cống")
    assert "Nơi xử lý: Xã Long Vĩnh" in cadre.last
    assert "Trả lời" not in cadre.buttons, "it lies with the commune now"

    await open_case(staff)
    assert "“Ấp không có kinh phí làm cống”" in staff.last
    await go(staff, "Trả lời", "=Xã đã đặt cống mới ngày 8/11")
    assert "đã trả lời, chờ xác nhận" in staff.last
    assert await state_of(office) is DifficultyState.ANSWERED

    await leader.say("/khokhan")
    await leader.press(f"Đã trả lời: {FLOODED} – {CAI_COI}")
    await leader.press("Đã được tháo gỡ")
    assert "được tháo gỡ. Cảm ơn đồng chí." in leader.last
    assert await state_of(office) is DifficultyState.SOLVED
    await staff.say("/vuviec")
    await staff.press("Đã tháo gỡ")
    assert "1 việc đã tháo gỡ" in staff.last


async def test_what_became_of_it_comes_home_with_the_next_report(office: Office) -> None:
    leader, cadre = (
        await office.enrol(office.commune.leader),
        await office.enrol(office.commune.cadre),
    )
    await go(await open_case(cadre), "Trả lời", "=Ấp đã khơi cống")
    await plan_all(office.database, at(1, month=12))
    office.town.now = at(5, 21, month=12)
    december = next(
        one
        for one in await meetings_of(office.database, office.commune.chapter, office.town.now)
        if one.period.last_month == 12
    )
    await leader.say(f"/baocao {december.id}")
    assert "Khó khăn chi hội đã nêu:" in leader.last
    assert f"Đã trả lời: {FLOODED} – “Ấp đã khơi cống”" in leader.last
    await go(leader, "Đúng như trên", "=28", "Không có chủ đề", "Xong", "Có dự", "Không có")
    await leader.press("Gửi báo cáo")
    await leader.press("Khó khăn chờ đồng chí xác nhận: 1")
    await leader.press(f"Đã trả lời: {FLOODED} – {CAI_COI}")
    await go(leader, "Chưa xong", "=Mưa lớn vẫn ngập")
    assert await state_of(office) is DifficultyState.OPEN
    assert "báo chưa xong – Thạch Thị Lan: “Mưa lớn vẫn ngập”" in leader.last


async def test_of_two_who_answer_at_once_the_second_is_told(office: Office) -> None:
    cadre, staff = (
        await office.enrol(office.commune.cadre),
        await office.enrol(office.commune.staff),
    )
    await open_case(cadre)
    await open_case(staff)
    await cadre.press("Trả lời")
    await go(staff, "Trả lời", "=Xã đã đặt cống")
    await cadre.say("Ấp đã khơi cống")
    assert "Đồng chí khác vừa cập nhật việc này" in cadre.last
    assert "“Xã đã đặt cống”" in cadre.last
    assert "Ấp đã khơi cống" not in cadre.last


async def test_what_is_overdue_goes_up_by_itself_a_level_at_a_time(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    for day, place in ((21, "Ấp Cái Cối"), (22, "Xã Long Vĩnh"), (23, "Xã Long Vĩnh")):
        office.town.now = at(day)
        for _ in range(2):
            await follow_up(office)
        await open_case(staff)
        assert f"Nơi xử lý: {place}" in staff.last
    assert staff.last.count("quá hạn, chuyển lên Xã Long Vĩnh") == 1
    office.town.now = at(20, month=12)
    await follow_up(office)
    await staff.say("/vuviec")
    assert "Trong đó 1 việc quá hạn" in staff.last, "nobody is above the commune"


async def test_fourteen_days_without_a_word_settle_an_answered_case(office: Office) -> None:
    leader, cadre = (
        await office.enrol(office.commune.leader),
        await office.enrol(office.commune.cadre),
    )
    await go(await open_case(cadre), "Trả lời", "=Ấp đã khơi cống")
    for days, state in ((13, DifficultyState.ANSWERED), (2, DifficultyState.SOLVED)):
        office.town.now += timedelta(days=days)
        await follow_up(office)
        assert await state_of(office) is state
    await leader.say("/khokhan")
    await leader.press(f"Đã tháo gỡ: {FLOODED} – {CAI_COI}")
    assert "14 ngày không có ý kiến khác" in leader.last
    await go(leader, "Chưa xong", "Không ghi thêm")
    assert await state_of(office) is DifficultyState.OPEN


async def test_the_same_in_two_hamlets_is_answered_once_and_told_to_both(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Mai")
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
    mai = await office.enrol(other)
    staff = await office.enrol(office.commune.staff)
    (second, *_) = await meetings_of(office.database, office.commune.other_chapter, at(6))
    await send(office.database, other, second, held(difficulties=(LOANS, ROAD)))
    await staff.say("/solieukhokhan")
    assert "Nêu trong kỳ: 2" in staff.last
    await staff.press("Việc nhiều nơi cùng nêu")
    await staff.press(f"2 nơi: {FLOODED}")
    await staff.press(next(one for one in staff.buttons if one.startswith("Gộp")))
    assert "2 nơi cùng nêu, trả lời chung" in staff.last
    assert "Nơi xử lý: Xã Long Vĩnh" in staff.last, "the desk above both hamlets"
    await go(staff, "Trả lời", "=Xã làm đường trong quý I")
    await mai.say("/khokhan")
    assert any(f"Đã trả lời: {FLOODED}" in one for one in mai.buttons)


async def test_a_case_is_out_of_reach_for_who_is_not_assigned(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/vuviec")
    assert "không được phân công giải quyết khó khăn" in leader.last
    await leader.say("/vuviec u1-0")
    assert "Việc này đang ở Ấp Cái Cối" in leader.see()
    deputy = await office.enrol(office.commune.deputy)
    await deputy.say("/khokhan y1-0")
    assert await state_of(office) is DifficultyState.SOLVED, "a deputy speaks for the chapter"
    async with office.database.write() as unit:
        make = Directory(unit)
        away = await make.person("Danh Ngọc")
        await make.post(away, Role.CADRE, area=office.commune.other_hamlet)
    stranger = await office.enrol(away)
    for argument in ("1", "u1-1", "r1-1", "j1"):
        await stranger.say(f"/vuviec {argument}")
        assert "Không tìm thấy" in stranger.see()
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/khokhan y1-0")
    assert "không được phân công" in cadre.see()


async def test_a_corrected_report_withdraws_a_case_and_its_desk_is_told(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await tell_everybody(office)
    await go(await open_case(cadre), "Góp ý", "=Dọn rác trước")
    await send(office.database, office.commune.leader, office.meeting, held(), corrects=1)
    assert await state_of(office) is DifficultyState.WITHDRAWN
    await cadre.say("/vuviec")
    assert "không có khó khăn nào đang chờ" in cadre.last


async def test_the_office_sets_how_long_each_level_has(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/solieukhokhan", "Thời hạn trả lời", "hamlet: 15 ngày", "=0")
    assert "từ 1 đến 366" in staff.see()
    await go(staff, "=7")
    assert "hamlet: 7 ngày" in staff.buttons
    december = at(1, month=12)
    await plan_all(office.database, december)
    found = await meetings_of(office.database, office.commune.chapter, december)
    coming = next(one for one in found if one.period.last_month == 12)
    told = held(5, month=12, difficulties=(LOANS,))
    now = at(5, 21, month=12)
    await send(office.database, office.commune.leader, coming, told, now=now)
    office.town.now = now
    await open_case(staff, "Thiếu vốn vay")
    assert "Hạn trả lời: 12/12/2026" in staff.last


async def test_a_case_is_given_more_time(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre), "Đặt hạn", "=1/12")
    assert "Hạn trả lời: 01/12/2026" in cadre.last
    await go(cadre, "Trả lời", "=x")
    assert "từ 2 đến 1.000 ký tự" in cadre.see()
    await cadre.press("Hủy")
    assert "Hạn trả lời: 01/12/2026" in cadre.last
