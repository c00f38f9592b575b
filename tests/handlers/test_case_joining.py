from dataclasses import replace

import pytest

from domain.people import Role
from domain.records import DifficultyState
from storage import Database
from tests.directory import LOANS, ROAD, Directory, at, held
from tests.handlers.case_office import (
    FLOODED,
    case_of,
    follow_up,
    open_case,
    open_flooded_office,
    put_below_a_province,
    tell_in_la_ghi,
)
from tests.handlers.office import Office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.talks import Phone


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_flooded_office(database)


async def join(staff: Phone) -> Phone:
    await go(
        staff, "=/solieukhokhan", "Khó khăn nhiều đơn vị nêu", f"2 địa bàn, 2 đơn vị: {FLOODED}"
    )
    return await go(staff, "Gộp: ")


async def test_the_same_in_two_hamlets_is_answered_once_and_told_to_both(office: Office) -> None:
    mai = await office.enrol(await tell_in_la_ghi(office))
    lan = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    await open_case(staff)
    await staff.press("Khó khăn tương tự (1)")
    assert f"Gộp: Chi hội phụ nữ ấp Cái Cối – {FLOODED}" in staff.buttons
    await join(staff)
    assert "Gộp 2 khó khăn cùng nội dung, trả lời chung" in staff.last
    assert "cấp giải quyết: Xã Long Vĩnh" in staff.last, "the desk above both hamlets"
    assert "trả lời chung với đơn vị khác – Ngô Văn Tám" in staff.last
    await go(staff, "Trả lời", "=Xã làm đường trong quý I")
    for leader in (lan, mai):
        await leader.say("/tin")
        assert "nhiều đơn vị cùng nêu, Xã Long Vĩnh trả lời chung" in leader.last
        assert "Xã làm đường trong quý I" in leader.last
        await leader.say("/khokhan")
        (button,) = (text for text in leader.buttons if FLOODED[:11] in text)
        assert " – đã trả lời, Chi hội phụ nữ ấp" in button, "the words are cut, not the state"
    await lan.press(next(text for text in lan.buttons if FLOODED[:11] in text))
    await lan.press("Đã tháo gỡ")
    states = [(await case_of(office, number)).state for number in (1, 2)]
    assert sorted(states) == [DifficultyState.ANSWERED, DifficultyState.SOLVED]
    alone = [await case_of(office, number) for number in (1, 2)]
    assert [case.joined_to for case in alone if case.is_living] == [None], "each for itself"


async def test_a_voice_that_objects_goes_its_own_way(office: Office) -> None:
    mai = await office.enrol(await tell_in_la_ghi(office))
    staff = await office.enrol(office.commune.staff)
    await go(await join(staff), "Trả lời", "=Xã làm đường trong quý I")
    await mai.say("/khokhan n2-2")
    assert "Đã ghi: chưa tháo gỡ" in mai.last
    first, second = await case_of(office), await case_of(office, 2)
    assert (first.state, first.voices) == (DifficultyState.ANSWERED, 1)
    assert (second.state, second.joined_to) == (DifficultyState.PASSED_UP, None)
    assert second.desk_id == office.commune.commune.id, "where it was"


async def test_who_is_below_still_sees_the_own_voice_of_a_joined_case(office: Office) -> None:
    await tell_in_la_ghi(office)
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Danh Ngọc")
        await make.post(other, Role.CADRE, area=office.commune.other_hamlet)
    staff = await office.enrol(office.commune.staff)
    cadres = [await office.enrol(office.commune.cadre), await office.enrol(other)]
    await join(staff)
    for cadre in cadres:
        await open_case(cadre)
        assert "cấp giải quyết: Xã Long Vĩnh" in cadre.last
        ways = {"Trả lời", "Xem phần trả lời chung"}
        assert not ways & set(cadre.buttons), "the head is elsewhere"
    await staff.say("/vuviec")
    assert "1 khó khăn, kiến nghị đang giải quyết" in staff.last
    await go(await open_case(staff), "Trả lời", "=Xã làm đường trong quý I")
    for cadre, place in zip(cadres, ("Cái Cối", "La Ghi"), strict=True):
        await cadre.say("/tin")
        answered = f"{place}: “{FLOODED}”. Đồng chí Ngô Văn Tám đã trả lời: “Xã làm đường"
        assert answered in cadre.last


async def test_a_joined_case_is_separated_again_before_it_goes_down(office: Office) -> None:
    await tell_in_la_ghi(office)
    staff = await office.enrol(office.commune.staff)
    await join(staff)
    assert "Giao cấp dưới" not in staff.buttons
    await staff.say("/vuviec d1-1")
    await staff.say("Ấp tự làm")
    assert "Đồng chí tách ra trước" in staff.see()
    await open_case(staff)
    await go(staff, "Khó khăn tương tự (1)", "Tách: ")
    assert "Gộp 2 khó khăn" not in staff.last
    await staff.say("/vuviec")
    assert "2 khó khăn, kiến nghị đang giải quyết" in staff.last
    await go(await open_case(staff), "Giao cấp dưới", "=Ấp tự làm")
    assert "cấp giải quyết: Ấp" in staff.last


async def test_two_who_join_at_once_make_one_case(office: Office) -> None:
    await tell_in_la_ghi(office)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/vuviec k1-0-2")
    assert "Gộp 2 khó khăn" in staff.last
    await staff.say("/vuviec k1-0-2")
    assert "Người khác vừa cập nhật khó khăn này" in staff.last
    await staff.say("/vuviec k2-1-1")
    assert "do Xã Long Vĩnh giải quyết" in staff.last, "joined ones share one answer"
    assert (await case_of(office, 2)).joined_to == 1


async def test_an_answered_case_takes_no_other_in(office: Office) -> None:
    await tell_in_la_ghi(office)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/vuviec r1-0")
    await staff.say("Xã đã đặt cống")
    await staff.say("/vuviec k1-1-2")
    assert "Khó khăn này vừa có thay đổi" in staff.last
    await staff.say("/vuviec x1-1-2")
    assert "Khó khăn này vừa có thay đổi" in staff.last
    assert (await case_of(office, 2)).joined_to is None


async def test_who_works_for_one_hamlet_joins_nothing_of_another(office: Office) -> None:
    await tell_in_la_ghi(office)
    cadre = await office.enrol(office.commune.cadre)
    await open_case(cadre)
    assert not [button for button in cadre.buttons if button.startswith("Khó khăn tương tự")]
    await cadre.say("/vuviec k1-0-2")
    assert "không còn tương tự" in cadre.see()
    await cadre.say("/solieukhokhan t1")
    assert "không có khó khăn nào nhiều đơn vị" in cadre.last


async def test_unlike_or_answered_ones_are_not_offered(office: Office) -> None:
    await tell_in_la_ghi(office)
    told = held(difficulties=(LOANS,))
    await send(office.database, office.commune.leader, office.meeting, told, corrects=1)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/vuviec j3")
    assert "Chưa có đơn vị khác" in staff.last


async def test_joined_cases_go_up_and_are_settled_together_by_the_clock(office: Office) -> None:
    _, officer = await put_below_a_province(office)
    await tell_in_la_ghi(office)
    staff, province = await office.enrol(office.commune.staff), await office.enrol(officer)
    await join(staff)
    office.town.now = at(22)
    await follow_up(office)
    await open_case(province)
    assert "Gộp 2 khó khăn" in province.last
    await go(province, "Trả lời", "=Tỉnh làm đường")
    office.town.now = at(8, month=12)
    await follow_up(office)
    for number in (1, 2):
        assert (await case_of(office, number)).state is DifficultyState.SOLVED


async def test_one_after_the_other_of_a_theme_is_joined_by_a_tap_each(office: Office) -> None:
    await tell_in_la_ghi(office)
    more = (ROAD, replace(ROAD, text="Đường liên ấp ngập"))
    await send(
        office.database, office.commune.leader, office.meeting, held(difficulties=more), corrects=1
    )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/vuviec j1")
    await staff.press("Gộp: Chi hội phụ nữ ấp La Ghi")
    assert "Tách: Chi hội phụ nữ ấp La Ghi" in " ".join(staff.buttons), "the rest is still offered"
    await staff.press("Gộp: Chi hội phụ nữ ấp Cái Cối")
    assert "Gộp 3 khó khăn" in staff.last
    assert [(await case_of(office, number)).joined_to for number in (1, 2, 3)] == [None, 1, 1]


async def joined_news(phone: Phone) -> int:
    await phone.say("/tin")
    return phone.last.count("trả lời chung, hạn trả lời")


async def test_only_those_whose_case_went_elsewhere_are_told_of_a_join(office: Office) -> None:
    """Lan's case lies with the commune already; Mai's comes there and is told so."""
    mai = await office.enrol(await tell_in_la_ghi(office))
    lan = await office.enrol(office.commune.leader)
    cadre, staff = (
        await office.enrol(office.commune.cadre),
        await office.enrol(office.commune.staff),
    )
    await pass_up(cadre)
    assert (await case_of(office)).desk_id == office.commune.commune.id
    await staff.say("/vuviec j1")
    await staff.press("Gộp: Chi hội phụ nữ ấp La Ghi")
    assert (await case_of(office, 2)).joined_to == 1
    assert await joined_news(mai) == 1
    assert await joined_news(lan) == 0


async def test_nobody_is_told_of_a_join_that_moves_nothing(office: Office) -> None:
    mai = await office.enrol(await tell_in_la_ghi(office))
    lan = await office.enrol(office.commune.leader)
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Danh Ngọc")
        await make.post(other, Role.CADRE, area=office.commune.other_hamlet)
    for person in (office.commune.cadre, other):
        await pass_up(await office.enrol(person))
    staff = await office.enrol(office.commune.staff)
    await staff.say("/vuviec j1")
    await staff.press("Gộp: Chi hội phụ nữ ấp La Ghi")
    assert (await case_of(office, 2)).joined_to == 1
    assert await joined_news(mai) == 0
    assert await joined_news(lan) == 0


async def pass_up(cadre: Phone) -> None:
    await go(await open_case(cadre), "Chuyển cấp trên", "=Ngoài khả năng của ấp")
