"""Everybody finds their news at any time, and chooses when they are told of what."""

from domain.news import News, Section
from operations.news import add_news
from storage import Database
from tests.codes import code_for
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.operations.planned import send
from tests.operations.test_bundling import bundle
from tests.talks import Phone
from tests.told import untold


async def add(
    office: Office, person_id: int, *counts: int, section: Section = Section.CASES
) -> None:
    async with office.database.write() as unit:
        lines = [
            News(
                person_id=person_id,
                section=section,
                key="news-more",
                args={"count": count},
                command=f"history.{count}",
                label_key="button-view-report",
            )
            for count in counts
        ]
        await add_news(unit, lines, now=office.town.now)
    await office.town.run()


async def cadre_in_office(database: Database) -> tuple[Office, Phone]:
    office = await open_office(database, now=at(2, 8))
    return office, await office.enrol(office.commune.cadre)


async def test_news_are_read_at_any_time_and_are_not_told_again(database: Database) -> None:
    office, cadre = await cadre_in_office(database)
    await cadre.say("/tin")
    assert "Chưa có tin nào" in cadre.last
    await add(office, office.commune.cadre, 41)
    await cadre.say("/menu")
    await cadre.press("Tin mới (1)")
    assert "Mới 02/11/2026: … và 41 tin khác." in cadre.last
    assert "Xem báo cáo" in cadre.buttons
    assert await untold(database, office.commune.cadre) == []
    await cadre.say("tin mới")
    assert "Mới" not in cadre.last
    async with database.write() as unit:
        await bundle(unit, at(3, 17))
    await office.town.run()
    assert "tin trong ngày:" in cadre.last
    assert "41 tin khác" not in cadre.last


async def test_many_news_are_paged_and_the_bundle_leads_to_all_of_them(database: Database) -> None:
    office, cadre = await cadre_in_office(database)
    await add(office, office.commune.cadre, *range(100, 112))
    office.town.now = at(2, 17)
    async with database.write() as unit:
        await bundle(unit, at(2, 17))
    await office.town.run()
    assert "107 tin khác" in cadre.last
    assert "108 tin khác" not in cadre.last
    assert "… và 4 tin khác" in cadre.last
    await cadre.press("Xem tất cả tin")
    assert "Trang 1/2" in cadre.last
    await cadre.press("Trang sau")
    assert "100 tin khác" in cadre.last


async def test_the_hour_of_the_bundle_is_pressed_or_typed(database: Database) -> None:
    office, cadre = await cadre_in_office(database)
    await cadre.say("/caidat")
    assert "gửi lúc 17h00" in cadre.last
    await cadre.press("Đổi giờ nhận tin")
    await cadre.press("7h00")
    assert "gửi lúc 7h00" in cadre.last
    await cadre.press("Đổi giờ nhận tin")
    await cadre.say("mấy giờ cũng được")
    assert "chưa hiểu giờ" in cadre.last
    await cadre.say("18h15")
    assert "gửi lúc 18h15" in cadre.last
    await add(office, office.commune.cadre, 41)
    for hour, told in ((17, False), (19, True)):
        office.town.now = at(2, hour)
        async with database.write() as unit:
            await bundle(unit, office.town.now)
        await office.town.run()
        assert ("41 tin khác" in cadre.see()) is told


async def test_an_hour_at_night_is_refused_and_nothing_changes(database: Database) -> None:
    _, cadre = await cadre_in_office(database)
    await cadre.say("/caidat h")
    await cadre.say("mấy giờ cũng được")
    await cadre.say("22h")
    assert "từ 6h30 đến trước 21h00" in cadre.last
    assert "chưa hiểu giờ" not in cadre.last
    await cadre.say("/caidat")
    assert "gửi lúc 17h00" in cadre.last


async def test_a_section_comes_at_once_until_it_is_bundled_again(database: Database) -> None:
    office, cadre = await cadre_in_office(database)
    await cadre.say("/caidat")
    await cadre.press("Chọn việc báo ngay")
    await cadre.press("Khó khăn, kiến nghị: gộp mỗi ngày")
    await add(office, office.commune.cadre, 41)
    assert "41 tin khác" in cadre.last
    await add(office, office.commune.cadre, 42, section=Section.TOPICS)
    assert "42 tin khác" not in cadre.see()
    await cadre.say("/caidat")
    assert "Việc báo ngay: Khó khăn, kiến nghị. Việc gấp" in cadre.last
    await cadre.press("Chọn việc báo ngay")
    await cadre.press("Khó khăn, kiến nghị: báo ngay")
    await add(office, office.commune.cadre, 43)
    assert "43 tin khác" not in cadre.see()


async def test_a_cadre_may_have_reports_at_once_and_then_not_in_the_bundle(
    database: Database,
) -> None:
    office, cadre = await cadre_in_office(database)
    await cadre.say("/caidat on-reports")
    office.town.now = at(5, 21)
    await send(database, office.commune.leader, office.meeting, now=office.town.now)
    office.town.now = at(6, 8)
    await office.town.run()
    assert "có mặt 28/30" in cadre.last
    assert "Xem báo cáo: Chi hội phụ nữ ấp Cái Cối" in cadre.buttons
    office.town.now = at(6, 17)
    async with database.write() as unit:
        await bundle(unit, office.town.now)
    await office.town.run()
    assert "chờ đồng chí xác nhận" in cadre.last
    assert "có mặt 28/30" not in cadre.last


async def test_a_leader_is_offered_no_hour(database: Database) -> None:
    office = await open_office(database, now=at(2, 8))
    leader = await office.enrol(office.commune.leader)
    await leader.say("cài đặt")
    assert "tin chung với lời nhắc" in leader.last
    assert "Đổi giờ nhận tin" not in leader.buttons


async def test_who_has_two_accounts_chooses_where_to_be_told(database: Database) -> None:
    office, phone = await cadre_in_office(database)
    await phone.say("/caidat")
    assert "Nhận tin ở đâu" not in phone.buttons
    code = await code_for(database, office.commune.cadre, now=office.town.now)
    page = office.town.phone("9001", channel="web")
    await page.say(f"/start {code}")
    await page.say("/caidat")
    await page.press("Nhận tin ở đâu")
    assert "Tài khoản dùng gần nhất ✓" in page.buttons
    await page.press("Telegram")
    assert "Telegram ✓" in page.buttons
    await add(office, office.commune.cadre, 41)
    async with database.write() as unit:
        await bundle(unit, at(3, 17))
    await office.town.run()
    assert "tin trong ngày" in phone.last
