"""Exemplars among leader, cadre and officer: told, completed, recognised, taken over."""

from copy import copy
from datetime import timedelta

import pytest

from domain.exemplars import Exemplar, State
from domain.people import Role
from operations.exemplars.trials import ask_how_trials_go
from storage import Database
from storage.exemplars import exemplars
from storage.people import personal_data
from tests.directory import POLICY, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.talks import Phone
from tests.told import bring_news, untold

TOLD = "Tổ tiết kiệm nuôi heo đất. Mỗi tuần góp 10.000 đồng."
NAME = "Tổ tiết kiệm nuôi heo đất"

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    """The other hamlet has a leader too; the first has reported a good way of working."""
    office = await open_office(database, now=at(7))
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.stranger, Role.LEADER, chapter=office.commune.other_chapter)
    await send(database, office.commune.leader, office.meeting, held(best_practice=TOLD))
    return office


async def enrolled(office: Office, person_id: int) -> Phone:
    """The person's phone, brought in unless it is in already."""
    phone = office.town.phone(str(1000 + person_id))
    return phone if phone.screen else await office.enrol(person_id)


async def all_exemplars(office: Office) -> list[Exemplar]:
    async with office.database.read() as unit:
        lines = await exemplars.list_lines(unit, chapter_ids=(), scopes=[("/", None)])
        return list((await exemplars.by_ids(unit, {exemplar.id for exemplar in lines})).values())


async def only_one(office: Office) -> Exemplar:
    (found,) = await all_exemplars(office)
    return found


async def complete(office: Office) -> tuple[Phone, Phone]:
    """The cadre completes and registers the draft, staff note that it is recognised."""
    cadre = await enrolled(office, office.commune.cadre)
    staff = await enrolled(office, office.commune.staff)
    number = (await only_one(office)).id
    await cadre.say(f"/mohinh f{number}")
    await go(cadre, "Kinh tế", "=Mỗi hội viên có vốn nhỏ", "Đăng ký với cấp ủy", "Hôm nay")
    await staff.say(f"/mohinh {number}")
    await go(staff, "Ghi được công nhận", "Hôm nay", "=Đảng ủy xã")
    return cadre, staff


async def introduce(office: Office) -> tuple[Phone, Phone, Phone]:
    """Staff introduce the model; the other hamlet's leader has a phone."""
    cadre, staff = await complete(office)
    other = await enrolled(office, office.commune.stranger)
    await staff.say("/gioithieu")
    await go(staff, NAME, "Giới thiệu")
    return cadre, staff, other


async def test_a_report_opens_a_draft_that_the_cadre_completes_and_staff_recognise(
    office: Office,
) -> None:
    cadre = await enrolled(office, office.commune.cadre)
    staff = await enrolled(office, office.commune.staff)
    await bring_news(office.town, office.commune.cadre, cadre)
    assert "Chi hội phụ nữ ấp Cái Cối có cách làm hay" in cadre.last
    await cadre.press("Hoàn thiện mô hình")
    assert "thuộc lĩnh vực nào?" in cadre.last
    await cadre.press("Kinh tế")
    assert "Mục tiêu của mô hình là gì?" in cadre.last
    await cadre.say("Mỗi hội viên có vốn nhỏ")
    assert "nội dung, cách làm: Tổ tiết kiệm nuôi heo đất. Mỗi tuần" in cadre.last
    assert "Ghi được công nhận" not in cadre.buttons
    await go(cadre, "Đăng ký với cấp ủy", "=6/11/2026")
    assert "đã đăng ký với cấp ủy: 06/11/2026" in cadre.last
    assert "Ghi được công nhận" not in cadre.buttons
    await go(cadre, "Ghi tiến độ", "=Đã có 12 hội viên tham gia")
    assert "07/11/2026: Đã có 12 hội viên tham gia" in cadre.last
    await staff.say("/mohinh")
    await go(staff, NAME, "Ghi được công nhận", "=5/11/2026")
    assert "không thể trước ngày đăng ký (06/11/2026)" in staff.see()
    await go(staff, "=7/11/2026", "=Đảng ủy xã")
    assert "được công nhận: 07/11/2026, Đảng ủy xã" in staff.last
    assert (await only_one(office)).state is State.RECOGNISED
    await staff.say("/nhatky")
    assert "ghi nhận mô hình được công nhận" in staff.last


async def test_it_is_opened_once_and_follows_corrections_until_somebody_writes_on(
    office: Office,
) -> None:
    first = await only_one(office)
    assert (first.name, first.content) == (NAME, TOLD)
    again = held(best_practice="Tổ nuôi bò sinh sản")
    await send(office.database, office.commune.leader, office.meeting, again, corrects=1)
    assert (await only_one(office)).name == "Tổ nuôi bò sinh sản"
    cadre = await enrolled(office, office.commune.cadre)
    await cadre.say(f"/mohinh e{first.id}-aim")
    await cadre.say("Giảm nghèo")
    more = held(best_practice="Tổ nuôi dê")
    await send(office.database, office.commune.leader, office.meeting, more, corrects=2)
    kept = await only_one(office)
    assert (kept.name, kept.aim) == ("Tổ nuôi bò sinh sản", "Giảm nghèo")
    assert len(await untold(office.database, office.commune.cadre)) == 1


async def test_a_correction_that_takes_it_back_removes_the_untouched_draft(
    office: Office,
) -> None:
    await send(office.database, office.commune.leader, office.meeting, held(), corrects=1)
    assert await all_exemplars(office) == []
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        held(best_practice=TOLD),
        corrects=2,
    )
    assert (await only_one(office)).name == NAME


async def test_two_who_write_at_once_notice_each_other(office: Office) -> None:
    number = (await only_one(office)).id
    cadre = await enrolled(office, office.commune.cadre)
    leader = await enrolled(office, office.commune.leader)
    await cadre.say(f"/mohinh e{number}-aim")
    await leader.say(f"/mohinh e{number}-aim")
    await leader.say("Hội viên có vốn")
    await cadre.say("Giảm nghèo")
    assert "Người khác vừa sửa mô hình này" in cadre.last
    assert "mục tiêu: Hội viên có vốn" in cadre.last
    assert (await only_one(office)).aim == "Hội viên có vốn"


async def test_an_unfinished_one_is_not_registered(office: Office) -> None:
    number = (await only_one(office)).id
    cadre = await enrolled(office, office.commune.cadre)
    await cadre.say(f"/mohinh {number}")
    assert "Đăng ký với cấp ủy" not in cadre.buttons
    await cadre.say(f"/mohinh s{number}-registered")
    await cadre.press("Hôm nay")
    assert "còn thiếu tên, lĩnh vực, mục tiêu" in cadre.last
    assert (await only_one(office)).state is State.DRAFT


async def test_the_leader_writes_but_neither_registers_nor_recognises(office: Office) -> None:
    number = (await only_one(office)).id
    leader = await enrolled(office, office.commune.leader)
    await leader.say(f"/mohinh f{number}")
    await go(leader, "Kinh tế", "=Có vốn nhỏ")
    assert "Đăng ký với cấp ủy" not in leader.buttons
    for step in ("registered", "ended"):
        await leader.say(f"/mohinh s{number}-{step}")
        assert "không được phân công phụ trách địa bàn" in leader.see()
    assert (await only_one(office)).state is State.DRAFT


async def test_a_cadre_does_not_recognise(office: Office) -> None:
    cadre, _ = await complete(office)
    number = (await only_one(office)).id
    await cadre.say(f"/mohinh s{number}-ended")
    await cadre.press("Mở lại")
    assert (await only_one(office)).state is State.RECOGNISED
    assert "được công nhận" in cadre.last
    await go(cadre, "Kết thúc")
    assert "Đồng chí có thể mở lại" in cadre.last


async def test_another_hamlet_does_not_see_it(office: Office) -> None:
    other = await enrolled(office, office.commune.stranger)
    number = (await only_one(office)).id
    for command in (number, f"e{number}-aim", f"f{number}", f"p{number}", f"s{number}-ended"):
        await other.say(f"/mohinh {command}")
        assert "Không tìm thấy mô hình này" in other.last
    await other.say("/mohinh")
    assert "Chưa có mô hình nào trong địa bàn này" in other.last


async def test_nobody_opens_one_for_a_chapter_out_of_sight(office: Office) -> None:
    other = await enrolled(office, office.commune.stranger)
    await other.say(f"/mohinh n{office.commune.chapter}")
    assert "Không tìm thấy" in other.last


async def test_a_leader_writes_down_a_new_one(office: Office) -> None:
    leader = await enrolled(office, office.commune.leader)
    await go(leader, "=/mohinh", "Ghi mô hình mới", "=Đường hoa ấp Cái Cối")
    assert "Đã lưu tên mô hình" in leader.last
    await go(leader, "Văn hóa – xã hội", "=Đường làng sạch đẹp", "Để sau")
    assert "mục tiêu: Đường làng sạch đẹp" in leader.last
    assert "nội dung, cách làm: chưa ghi" in leader.last


async def test_the_register_is_searched_without_marks_and_narrowed(office: Office) -> None:
    _, staff = await complete(office)
    leader = await enrolled(office, office.commune.leader)
    await go(leader, "=/mohinh", "Ghi mô hình mới", "=Đường hoa", "Để sau")
    await staff.say("/mohinh")
    assert "Mô hình, cách làm hay: 2" in staff.last
    await staff.say("heo dat cai coi")
    assert "Mô hình, cách làm hay: 1" in staff.last
    await staff.say("không có đâu")
    assert "Chưa có mô hình nào trong địa bàn này" in staff.last
    await go(staff, "=/mohinh", "Theo lĩnh vực")
    assert "Kinh tế: 1" in staff.buttons
    await staff.press("Kinh tế: 1")
    assert "Lĩnh vực: kinh tế" in staff.last
    await go(staff, "Theo tình trạng")
    assert "Đã được công nhận: 1" in staff.buttons
    await go(staff, "Đang hoàn thiện: 0", "Theo địa bàn")
    assert [button for button in staff.buttons if "Ấp" in button] == []
    await go(staff, "=/mohinh", "Theo địa bàn", "Ấp Cái Cối: 2")
    assert "Địa bàn: Ấp Cái Cối" in staff.last


async def test_a_recognised_one_is_introduced_tried_and_told_back(office: Office) -> None:
    cadre, staff, other = await introduce(office)
    leader = await enrolled(office, office.commune.leader)
    assert "Đã giới thiệu “Tổ tiết kiệm nuôi heo đất” tới 1 đơn vị" in staff.last
    await bring_news(office.town, office.commune.stranger, other)
    assert "Mục tiêu: Mỗi hội viên có vốn nhỏ" in other.last
    await other.press("Đơn vị áp dụng thử")
    assert "Chi hội phụ nữ ấp La Ghi áp dụng thử" in other.last
    assert "Khoảng ngày 06/02/2027" in other.last
    await other.press("Đơn vị áp dụng thử")
    assert "đã ghi áp dụng thử" in other.last
    office.town.now = at(7) + timedelta(days=92)
    async with office.database.write() as unit:
        assert await ask_how_trials_go(unit, policy=POLICY, now=office.town.now) == 1
        assert await ask_how_trials_go(unit, policy=POLICY, now=office.town.now) == 0
    await bring_news(office.town, office.commune.stranger, other)
    assert "từ 07/11/2026. Kết quả đến nay thế nào?" in other.last
    await go(other, "Cho biết kết quả", "Đã áp dụng", "=18 hội viên tham gia")
    assert "Cảm ơn đồng chí" in other.last
    await bring_news(office.town, office.commune.leader, leader)
    assert "của đơn vị đã nhân rộng tới 1 ấp" in leader.last
    await leader.press("Xem mô hình")
    assert "Đã nhân rộng tới 1 ấp" in leader.last
    await bring_news(office.town, office.commune.cadre, cadre)
    assert "Chi hội phụ nữ ấp La Ghi đã áp dụng mô hình" in cadre.last
    await staff.say("/gioithieu")
    assert "đang áp dụng thử 0, đã áp dụng 1, đã dừng 0" in staff.last


async def test_trying_is_taken_back_and_stopping_is_told(office: Office) -> None:
    cadre, _, other = await introduce(office)
    await go(other, "=/nhanrong", f"Xem: {NAME}", "Đơn vị áp dụng thử", "Rút lại")
    assert "đơn vị không áp dụng thử" in other.last
    await go(other, "=/nhanrong", f"Xem: {NAME}", "Đơn vị áp dụng thử")
    await go(other, "=/nhanrong", NAME, "Vẫn đang áp dụng thử")
    assert "vẫn đang áp dụng thử" in other.last
    await go(other, "=/nhanrong", NAME)
    old = copy(other.from_bot[-1])
    await other.press("Dừng áp dụng")
    await bring_news(office.town, office.commune.cadre, cadre)
    assert "Chi hội phụ nữ ấp La Ghi dừng áp dụng mô hình" in cadre.last
    await other.press("Đã áp dụng", on=old)
    assert "đã được ghi nên không thay đổi gì" in other.last


async def test_a_month_has_one_pick_and_only_recognised_ones_are_offered(office: Office) -> None:
    staff = await enrolled(office, office.commune.staff)
    number = (await only_one(office)).id
    await staff.say("/gioithieu")
    assert "Chưa có mô hình nào được công nhận" in staff.last
    await staff.say(f"/gioithieu a{office.commune.commune.id}-{number}-y")
    assert "Không tìm thấy mô hình này" in staff.last
    await introduce(office)
    await staff.say(f"/gioithieu a{office.commune.commune.id}-{number}-y")
    assert "Tháng này đã giới thiệu một mô hình rồi" in staff.last


async def test_it_goes_neither_to_its_source_nor_to_who_tries_it_nor_to_others(
    office: Office,
) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        chapter = await make.chapter("Chi hội nông dân", office.commune.hamlet, farmers)
        farmer = await make.person("Sơn Văn Bảy")
        await make.post(farmer, Role.LEADER, chapter=chapter)
    await introduce(office)
    assert await untold(office.database, office.commune.leader) == []
    assert await untold(office.database, farmer) == []
    assert len(await untold(office.database, office.commune.stranger)) == 1
    phone = await enrolled(office, farmer)
    number = (await only_one(office)).id
    await phone.say(f"/nhanrong t{number}-{chapter}")
    assert "áp dụng thử" in phone.last


async def test_leaders_and_cadres_do_not_introduce(office: Office) -> None:
    for person in (office.commune.leader, office.commune.cadre):
        phone = await enrolled(office, person)
        await phone.say("/gioithieu")
        assert "không được phân công phụ trách địa bàn" in phone.last
    cadre = await enrolled(office, office.commune.cadre)
    await cadre.say("/nhanrong")
    assert "do người báo cáo của đơn vị" in cadre.last


async def test_nobody_tries_for_another_chapter_or_what_was_not_introduced(
    office: Office,
) -> None:
    await complete(office)
    number = (await only_one(office)).id
    other = await enrolled(office, office.commune.stranger)
    await other.say(f"/nhanrong t{number}-{office.commune.other_chapter}")
    assert "Không tìm thấy mô hình này" in other.last
    await introduce_only(office)
    await other.say(f"/nhanrong t{number}-{office.commune.chapter}")
    assert "Không tìm thấy" in other.last
    leader = await enrolled(office, office.commune.leader)
    await leader.say(f"/nhanrong t{number}-{office.commune.chapter}")
    assert "mô hình của chính đơn vị" in leader.last


async def introduce_only(office: Office) -> None:
    staff = await enrolled(office, office.commune.staff)
    await go(staff, "=/gioithieu", NAME, "Giới thiệu")


async def test_a_cadre_writes_one_down_from_the_chapters_card(office: Office) -> None:
    cadre = await enrolled(office, office.commune.cadre)
    await cadre.say(f"/donvi c{office.commune.chapter}")
    await go(cadre, "Ghi mô hình mới", "=Đường hoa", "Để sau")
    assert {exemplar.name for exemplar in await all_exemplars(office)} == {NAME, "Đường hoa"}


async def test_what_somebody_wrote_is_among_their_data(office: Office) -> None:
    async with office.database.read() as unit:
        found = await personal_data.collect(unit, office.commune.leader)
    assert [entry["name"] for entry in found["exemplars"]] == [NAME]
