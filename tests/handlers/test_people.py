from typing import Any

import pytest
from sqlalchemy import text

from domain.people import Role
from operations.messaging import sending
from operations.notifications.reminding import enqueue_reminders
from operations.people.access_revocation import cut_off_by
from operations.people.invitations import make_link_code
from operations.people.web_entry import enter, find_session
from storage import Database
from storage.messages import addresses
from storage.people import people
from tests.codes import code_for, counting_bytes
from tests.directory import POLICY, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import USUAL, go
from tests.operations.planned import send
from tests.reminding import all_due
from tests.talks import Phone

_draw = counting_bytes(9000)


async def open_page(office: Office, person_id: int) -> str:
    """Somebody comes in by the web as well; gives the token of the session."""
    code = await code_for(office.database, person_id, now=office.town.now)
    async with office.database.write() as unit:
        entered = await enter(
            unit,
            code,
            client="203.0.113.7",
            now=office.town.now,
            policy=POLICY,
            random_bytes=_draw,
        )
    await office.town.run()
    return entered.unwrap()


async def session_of(office: Office, token: str) -> Any:
    async with office.database.read() as unit:
        return await find_session(unit, token, now=office.town.now, policy=POLICY)


async def page_of(office: Office, token: str) -> Phone:
    session = await session_of(office, token)
    address = session.address
    return office.town.phone(address.user, channel="web", chat=address.chat)


async def pending(office: Office, phone: Phone) -> int:
    async with office.database.read() as unit:
        batch = await sending.load_outgoing(
            unit,
            channel=phone.address.channel,
            account="main",
            abilities=office.town.abilities_of(phone.address),
            under_way=(),
            replies=100,
            started=100,
            policy=POLICY,
            now=office.town.now,
        )
    return len(batch.rows)


async def test_staff_invite_somebody_who_then_comes_in(database: Database) -> None:
    office = await open_office(database, public_url="https://sinhhoat.example.vn")
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi thach lan")
    await staff.press("Thạch Thị Lan")
    await staff.press("Mời")
    code = staff.last.split("Mã mời: ")[1].split(",")[0]
    assert f"https://sinhhoat.example.vn/enter?c={code}" in staff.last
    lan = office.town.phone("77")
    await lan.say(f"/start {code}")
    await lan.press("Đồng ý")
    assert "Thạch Thị Lan" in lan.last


async def test_a_code_is_taken_back_by_one_tap(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/donvi p{office.commune.leader}")
    await staff.press("Mời")
    code = staff.last.split("Mã mời: ")[1].split(",")[0]
    await staff.say("/moi")
    await staff.press("Thu hồi: Thạch Thị Lan")
    lan = office.town.phone("77")
    await lan.say(f"/start {code}")
    assert "Đồng ý" not in lan.buttons


async def test_a_cadre_invites_their_leaders_and_nobody_else(database: Database) -> None:
    office = await open_office(database)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/moi p{office.commune.leader}")
    assert "Mã mời" in cadre.last
    code = cadre.last.split("Mã mời: ")[1].split(",")[0]
    await cadre.say("/menu")
    await cadre.say(f"/moi p{office.commune.staff}")
    assert "Mã mời" not in cadre.last
    assert cadre.see().count("Mã mời") == cadre.see().count(code) == 1


async def test_a_lost_phone_is_cut_off_from_the_chat_of_the_cadre(database: Database) -> None:
    office = await open_office(database)
    lost = await office.enrol(office.commune.leader)
    token = await open_page(office, office.commune.leader)
    page = await page_of(office, token)
    await lost.say("/baocao")
    question = lost.from_bot[-1]
    async with database.write() as unit:
        stolen = await make_link_code(
            unit,
            (await people.persons(unit, [office.commune.leader]))[office.commune.leader],
            random_bytes=_draw,
            now=office.town.now,
        )
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/donvi p{office.commune.leader}")
    await cadre.press("Mất máy")
    assert "Telegram, trang web" in cadre.last
    await cadre.press("Khóa ngay")
    assert "Đã khóa 2 tài khoản và hủy 1 mã" in cadre.last
    assert await session_of(office, token) is None
    await lost.press(question.labels[0], on=question)
    assert "Câu" not in lost.last
    await lost.say("/menu")
    assert "Thạch Thị Lan" not in lost.last
    await page.say("/menu")
    assert "Thạch Thị Lan" not in page.last
    thief = office.town.phone("666")
    await thief.say(f"/start {stolen}")
    assert "Thạch Thị Lan" not in thief.see()
    await cadre.press("Mời")
    assert "Mã mới do cán bộ tổng hợp cấp" in cadre.see()
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/moi p{office.commune.leader}")
    code = staff.last.split("Mã mời: ")[1].split(",")[0]
    again = office.town.phone("78")
    await again.say(f"/start {code}")
    assert "Tiếp tục báo cáo" in again.see()


async def test_a_cadre_gets_no_code_into_the_hand_for_who_has_come_in(
    database: Database,
) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/moi p{office.commune.leader}")
    assert "được gửi thẳng tới tài khoản đó" in cadre.last
    assert "Mã mời:" not in cadre.see()
    assert "Mã do đồng chí Lê Văn Sáu cấp" in leader.last
    await cadre.say(f"/matmay p{office.commune.leader}")
    await cadre.press("Khóa ngay")
    assert "Đồng chí Lê Văn Sáu đã khóa mọi tài khoản của đồng chí Thạch Thị Lan" in staff.last
    await cadre.say(f"/moi p{office.commune.leader}")
    assert "Mã mới do cán bộ tổng hợp cấp" in cadre.last


@pytest.mark.parametrize("by", ["staff", None])
async def test_a_new_account_is_told_to_the_others_and_not_me_cuts_it_off(
    database: Database, by: str | None
) -> None:
    office = await open_office(database, now=at(5, 22))
    staff = await office.enrol(office.commune.staff)
    leader = await office.enrol(office.commune.leader)
    if by:
        await staff.say(f"/moi p{office.commune.leader}")
        code = staff.last.split("Mã mời: ")[1].split(",")[0]
    else:
        code = await code_for(database, office.commune.leader, now=office.town.now)
    intruder = office.town.phone("666")
    await intruder.say(f"/start {code}")
    assert "Thạch Thị Lan" in intruder.last
    who = "Ngô Văn Tám" if by else "cơ quan quản lý hệ thống"
    assert f"bằng mã do {who} cấp" in leader.last
    await leader.press("Không phải tôi")
    assert "Đã khóa tài khoản đó (Telegram)" in leader.last
    office.town.now = at(6, 8)
    await office.town.run()
    assert f"tài khoản lạ (Telegram) vào bằng mã do {who} cấp" in staff.last
    await intruder.say("/menu")
    assert "Thạch Thị Lan" not in intruder.last
    await leader.say("/menu")
    assert "Thạch Thị Lan" in leader.see()
    await leader.press("Không phải tôi")
    assert "không còn kết nối với đồng chí" in leader.see()
    await staff.say("/nhatky")
    assert ("Người cấp mã: Ngô Văn Tám" in staff.last) is bool(by)


async def invited(office: Office, by: Phone, person_id: int) -> Phone:
    """A phone on which the code that somebody made for a person is opened."""
    await by.say(f"/moi p{person_id}")
    code = by.last.split("Mã mời: ")[1].split(",")[0]
    phone = office.town.phone("666")
    await phone.say(f"/start {code}")
    await phone.press("Đồng ý")
    return phone


async def test_a_first_account_by_a_cadre_s_code_is_told_to_the_office_at_once(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6, 9))
    staff = await office.enrol(office.commune.staff)
    cadre = await office.enrol(office.commune.cadre)
    await invited(office, cadre, office.commune.leader)
    await office.town.run()
    assert "Thạch Thị Lan vừa vào hệ thống lần đầu (Telegram)" in staff.last
    assert "bằng mã do Lê Văn Sáu cấp" in staff.last
    assert "vừa vào hệ thống" not in cadre.see()
    await staff.press("Xem Thạch Thị Lan")
    assert "Thạch Thị Lan" in staff.last


async def test_a_first_account_by_an_officer_s_code_is_told_to_the_others_of_the_office(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6, 9))
    staff = await office.enrol(office.commune.staff)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Mai")
        await make.post(other, Role.STAFF, area=office.commune.commune)
    second = await office.enrol(other)
    await invited(office, staff, office.commune.leader)
    await office.town.run()
    assert "vừa vào hệ thống" not in staff.see()
    assert "vừa vào hệ thống" not in second.see()
    await second.say("/tin")
    assert "Thạch Thị Lan vừa vào hệ thống lần đầu" in second.last
    await staff.say("/tin")
    assert "Thạch Thị Lan" not in staff.last


async def test_a_page_that_is_somebody_s_first_account_is_told_to_the_office(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6, 9))
    staff = await office.enrol(office.commune.staff)
    page = await page_of(office, await open_page(office, office.commune.leader))
    page.see()
    await office.town.run()
    await page.press("Đồng ý")
    await staff.say("/tin")
    assert "Thạch Thị Lan vừa vào hệ thống lần đầu (trang web)" in staff.last
    assert "bằng mã do cơ quan quản lý hệ thống cấp" in staff.last


async def test_a_web_page_that_is_opened_is_told_too(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    token = await open_page(office, office.commune.leader)
    assert "Tài khoản mới (trang web) vừa được kết nối" in leader.last
    await leader.press("Không phải tôi")
    assert await session_of(office, token) is None


@pytest.mark.parametrize("number", [0, 1, 10**9])
async def test_not_me_reaches_no_account_of_anybody_else(database: Database, number: int) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    leader = await office.enrol(office.commune.leader)
    await leader.press_key(f"lostphone.n{number}")
    assert "không còn kết nối với đồng chí" in leader.see()
    await staff.say("/menu")
    assert "Ngô Văn Tám" in staff.see()


async def test_not_me_does_not_cut_off_the_account_that_says_so(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    async with database.read() as unit:
        here = (await addresses.preferred(unit, [office.commune.leader]))[office.commune.leader]
    await leader.press_key(f"lostphone.n{here.id}")
    assert "không còn kết nối với đồng chí" in leader.last
    await leader.say("/menu")
    assert "Thạch Thị Lan" in leader.see()


async def test_what_waits_for_the_lost_phone_is_cancelled(database: Database) -> None:
    office = await open_office(database, now=at(2))
    lost = await office.enrol(office.commune.leader)
    office.town.now = at(5, 8)
    async with database.write() as unit:
        due = await all_due(unit, policy=POLICY, now=at(5, 8))
        await enqueue_reminders(unit, due, policy=POLICY, now=at(5, 8))
    assert await pending(office, lost) == 1
    async with database.write() as unit:
        await cut_off_by(unit, office.commune.leader, by=None, now=at(5, 8))
    assert await pending(office, lost) == 0


async def test_one_tap_of_the_lost_phone_in_the_same_moment_does_nothing(
    database: Database,
) -> None:
    office = await open_office(database)
    lost = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/matmay p{office.commune.leader}")
    await cadre.press_ahead("Khóa ngay")
    await lost.type_ahead("/menu")
    await office.town.run()
    assert "Thạch Thị Lan" not in lost.last
    assert "Đã khóa 1 tài khoản" in cadre.last


async def test_from_another_account_one_cuts_off_the_lost_one_oneself(
    database: Database,
) -> None:
    office = await open_office(database)
    lost = await office.enrol(office.commune.leader)
    page = await page_of(office, await open_page(office, office.commune.leader))
    await page.say("mất máy")
    assert "Telegram" in page.last
    await page.press("Khóa ngay")
    assert "Đã khóa 1 tài khoản" in page.last
    await lost.say("/menu")
    assert "Thạch Thị Lan" not in lost.last
    await page.say("/menu")
    assert "Thạch Thị Lan" in page.last
    await page.say("/matmay")
    assert "không có tài khoản nào khác" in page.last


async def test_nobody_cuts_off_whom_they_do_not_answer_for(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    cadre = await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    for phone, person_id in ((cadre, office.commune.staff), (leader, office.commune.deputy)):
        await phone.say(f"/matmay p{person_id}")
        assert "không phụ trách" in phone.last
    await staff.say("/tonghop")
    assert "Long Vĩnh" in staff.last


async def test_a_report_begun_on_one_account_goes_on_on_the_other(database: Database) -> None:
    office = await open_office(database)
    telegram = await office.enrol(office.commune.leader)
    await telegram.say("/baocao")
    begun = telegram.from_bot[-1]
    assert begun.labels
    token = await open_page(office, office.commune.leader)
    page = await page_of(office, token)
    await page.say("/menu")
    await page.press("Tiếp tục báo cáo")
    assert begun.labels == []
    assert page.buttons != []
    await telegram.say("/menu")
    assert "Tiếp tục báo cáo" in " ".join(telegram.buttons)
    await send(database, office.commune.leader, office.meeting, held())
    for phone in (telegram, page):
        await phone.say("/lichsu")
        assert any("11/2026" in label for label in phone.buttons)
    async with database.read() as unit:
        assert await unit.scalar(text("select count(*) from report")) == 1


async def test_a_deputy_reports_and_the_leader_is_told(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    deputy = await office.enrol(office.commune.deputy)
    await go(deputy, "=/baocao", *USUAL)
    assert "Đã nhận báo cáo" in deputy.see()
    assert "Trần Thị Bé" in leader.last
    await leader.say("/lichsu")
    assert any("11/2026" in label for label in leader.buttons)


async def test_a_person_with_two_chapters_chooses_each_time(database: Database) -> None:
    office = await open_office(database)
    commune = office.commune
    async with database.write() as unit:
        await Directory(unit).post(commune.leader, Role.LEADER, chapter=commune.other_chapter)
    leader = await office.enrol(commune.leader)
    for chapter in ("Cái Cối", "La Ghi", "Cái Cối"):
        await leader.say("/baocao")
        assert sum("tháng 11/2026" in label for label in leader.buttons) == 2
        await leader.press(f"Chi hội phụ nữ ấp {chapter}")
        assert chapter in leader.see().split("> /baocao")[-1]
        await leader.say("/huy")


async def test_codes_of_a_sheet_are_made_only_for_those_without_an_account(
    database: Database,
) -> None:
    office = await open_office(database)
    await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/moi s")
    await staff.press("Xã Long Vĩnh")
    assert "cho 2 người" in staff.last
    async with database.read() as unit:
        assert await unit.scalar(text("select count(*) from task where kind = 'invitation_sheet'"))
