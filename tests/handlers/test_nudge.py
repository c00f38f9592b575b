"""Cadres and staff nudge those who are late, nobody more than once a day."""

from dataclasses import replace

import pytest

from domain.inbound import InboundKind
from domain.people import Role
from domain.quota import Quota
from operations.notifications.nudging import plan_nudges, send_nudges
from storage import Database
from storage.people import people
from storage.tables.directory import audit
from tests.directory import POLICY, Directory, at, posts_of
from tests.handlers.office import Office, open_office
from tests.handlers.reported import remind
from tests.operations.planned import send
from tests.talks import Phone

CAI_COI, LA_GHI = "Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"


@pytest.fixture
async def office(database: Database) -> Office:
    """The reports of 5 November are overdue on the 12th."""
    return await open_office(database, now=at(12, 9))


async def from_contact(office: Office, cadre: Phone) -> None:
    await cadre.say("/chihoi")
    await cadre.press(f"{CAI_COI} – quá hạn")
    await cadre.press("Nhắc báo cáo")


async def test_one_tap_brings_the_leader_a_friendly_word_with_the_report(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await from_contact(office, cadre)
    assert "Đã gửi lời nhắc đến Thạch Thị Lan" in cadre.last
    assert "Xin nhắc đồng chí Lan (theo đề nghị của đồng chí Lê Văn Sáu)" in leader.last
    assert "Chưa có báo cáo buổi sinh hoạt ngày 05/11/2026" in leader.last
    await leader.press("Báo cáo")
    assert "Câu 1/" in leader.last
    async with office.database.read() as unit:
        noted = [row.action for row in await unit.all(audit.select())]
    assert "meeting.nudged" in noted


async def test_nobody_is_nudged_twice_a_day_whoever_presses(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre, staff = (
        await office.enrol(office.commune.cadre),
        await office.enrol(office.commune.staff),
    )
    await from_contact(office, cadre)
    await staff.say(f"/nhac m{office.meeting.id}")
    assert "đã được nhắc hôm nay" in staff.last
    assert leader.see().count("Xin nhắc") == 1
    office.town.now = at(13, 9)
    await staff.say(f"/nhac m{office.meeting.id}")
    assert leader.see().count("Xin nhắc") == 2


async def test_a_reminder_of_the_same_day_is_enough(database: Database) -> None:
    office = await open_office(database, now=at(10, 8))
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await remind(office)
    await cadre.say(f"/nhac m{office.meeting.id}")
    assert "đã được nhắc hôm nay" in cadre.last
    assert leader.see().count("Xin nhắc") == 1


async def test_who_is_out_of_reach_is_to_be_called(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await from_contact(office, cadre)
    assert "Đề nghị đồng chí gọi điện" in cadre.last


async def test_there_is_nothing_to_nudge_for_before_the_day_or_after_the_report(
    database: Database,
) -> None:
    office = await open_office(database, now=at(3, 9))
    await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/nhac m{office.meeting.id}")
    assert "chưa cần báo cáo" in cadre.last
    await send(database, office.commune.leader, office.meeting, now=at(6))
    office.town.now = at(12, 9)
    await cadre.say(f"/nhac m{office.meeting.id}")
    assert "đã có báo cáo" in cadre.last
    await cadre.say("/nhac")
    assert "Không còn đơn vị nào quá hạn" in cadre.last


async def test_others_see_nothing_and_nudge_nobody(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/nhac m{office.meeting.id}")
    assert "Đã gửi" not in leader.last
    await leader.say("/nhac")
    assert "quá hạn báo cáo (" not in leader.last
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/nhac m999999")
    assert "Đã gửi" not in cadre.last


async def test_staff_nudge_all_of_a_place_after_seeing_how_many(office: Office) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Ba")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
    leader, second = await office.enrol(commune.leader), await office.enrol(other)
    staff, cadre = await office.enrol(commune.staff), await office.enrol(commune.cadre)
    await from_contact(office, cadre)
    await staff.say("/tonghop")
    await staff.press("Chưa báo cáo (2)")
    assert f"Nhắc: {LA_GHI}" in staff.buttons
    assert not [button for button in staff.buttons if button.startswith("Cần gọi điện")]
    await staff.press("Nhắc tất cả")
    assert "Sẽ gửi lời nhắc đến 1 đồng chí" in staff.last
    assert "Đã được nhắc hôm nay, không nhắc lại: 1 đồng chí" in staff.last
    assert "Xin nhắc" not in second.see()
    await staff.press("Gửi lời nhắc")
    assert "Đã gửi lời nhắc đến 1 đồng chí: Sơn Thị Ba" in staff.last
    assert "Xin nhắc đồng chí Ba" in second.last
    assert leader.see().count("Xin nhắc") == 1
    await staff.press("Quay lại")
    assert "Các đơn vị đã quá hạn" in staff.last


async def test_what_nudging_all_takes_of_a_plan_is_seen_before_it_is_sent(office: Office) -> None:
    await office.enrol(office.commune.leader, channel="zalo")
    policy = replace(office.town.policy, plans={"zalo": Quota(messages=100)})
    office.town = replace(office.town, policy=policy)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhac")
    await staff.press("Nhắc tất cả")
    assert "Zalo: 1 tin. Gói tháng này 100 tin, đã dùng" in staff.last
    assert "Telegram" not in staff.last


async def test_a_leader_of_two_late_chapters_gets_one_word_for_both(office: Office) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        await Directory(unit).post(commune.leader, Role.LEADER, chapter=commune.other_chapter)
    leader, staff = await office.enrol(commune.leader), await office.enrol(commune.staff)
    await staff.say("/nhac")
    await staff.press("Nhắc tất cả")
    await staff.press("Gửi lời nhắc")
    assert leader.see().count("Xin nhắc") == 1
    assert f"Báo cáo: {LA_GHI}" in leader.buttons


async def test_two_who_press_at_the_same_moment_nudge_once(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    posts = await posts_of(office.database, office.commune.cadre)
    async with office.database.write() as unit:
        plans = [
            await plan_nudges(
                unit,
                posts=posts,
                meeting_ids=[office.meeting.id],
                policy=POLICY,
                now=office.town.now,
            )
            for _ in range(2)
        ]
        by = (await people.persons(unit, [office.commune.cadre]))[office.commune.cadre]
        done = [
            await send_nudges(unit, plan, by=by, policy=POLICY, now=office.town.now)
            for plan in plans
        ]
    assert [len(item) for item in done] == [1, 0]
    await office.town.run()
    assert leader.see().count("Xin nhắc") == 1


async def test_who_blocked_the_bot_is_told_to_the_office_and_called_not_nudged(
    office: Office,
) -> None:
    """No cadre looks after La Ghi, so nobody else would hear of it."""
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Ba")
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
    second = await office.enrol(other)
    staff = await office.enrol(office.commune.staff)
    await second.send(InboundKind.MEMBERSHIP, active=False)
    await office.town.run()
    assert f"Hệ thống không gửi tin được cho đồng chí Sơn Thị Ba ({LA_GHI})" in staff.see()
    for way in ("/nhac", f"/tonghop m2611-{office.commune.commune.id}"):
        await staff.say(way)
        assert f"Cần gọi điện: {LA_GHI}" in staff.buttons
        assert f"Nhắc: {LA_GHI}" not in staff.buttons
    await staff.press(f"Cần gọi điện: {LA_GHI}")
    assert "Sơn Thị Ba" in staff.last
    assert "không gửi tin được" in staff.last


async def test_closed_periods_are_not_nudged_in_bulk(office: Office) -> None:
    posts = await posts_of(office.database, office.commune.staff)
    await office.enrol(office.commune.leader)
    for now, due, unreached in ((at(10, month=12), 1, 0), (at(11, month=12), 0, 0)):
        async with office.database.read() as unit:
            plan = await plan_nudges(
                unit, posts=posts, meeting_ids=[office.meeting.id], policy=POLICY, now=now
            )
        assert (len(plan.due), plan.unreached) == (due, unreached)
