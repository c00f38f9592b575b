from datetime import datetime, time, timedelta

from domain.meetings import Meeting
from domain.news import News, Section
from domain.people import Role
from domain.preferences import Preference
from domain.report import ReportAnswers
from operations.context import ActorContext
from operations.news import add_news
from operations.notifications.bundling import due_bundles, enqueue_bundles
from operations.notifications.reminding import enqueue_reminders
from operations.reactions import REACTIONS
from operations.reports.reviewing import accept_report
from storage import Database, UnitOfWork
from storage.messages import addresses
from storage.notifications import preferences
from storage.people import people
from storage.tables.mail import outbox as outbox_table
from tests.directory import (
    POLICY,
    ROAD,
    Commune,
    Directory,
    at,
    held,
    posts_of,
    settle_commune,
)
from tests.operations.planned import november, send
from tests.reached import queued, reach, texts_to
from tests.reminding import all_due


async def bundle(unit: UnitOfWork, now: datetime) -> None:
    due = await due_bundles(unit, policy=POLICY, now=now)
    await enqueue_bundles(unit, due, policy=POLICY, now=now)


async def test_a_cadre_gets_one_bundle_a_day_about_own_chapters(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        await bundle(unit, at(4, 16))
        assert await texts_to(unit, here) == []
        await bundle(unit, at(4, 17))
        await bundle(unit, at(4, 18))
        (ahead,) = await texts_to(unit, here)
    assert "Kính gửi đồng chí Sáu, tin trong ngày" in ahead
    assert "19h00 thứ Năm, 05/11/2026: Chi hội phụ nữ ấp Cái Cối, tại" in ahead
    assert "La Ghi" not in ahead
    await send(database, commune.leader, meeting, held(difficulties=(ROAD,)), now=at(5, 21))
    async with database.write() as unit:
        await bundle(unit, at(6, 17))
        _, told = await texts_to(unit, here)
    assert "Báo cáo mới" in told
    assert "Chi hội phụ nữ ấp Cái Cối: có mặt 28/30; 1 khó khăn" in told


async def test_the_meetings_of_the_evening_are_ticked_from_the_bundle(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.cadre, now=at(1))
        await bundle(unit, at(5, 20))
        (row,) = await queued(unit)
        assert row.message.prompt is not None
        assert row.message.prompt.id.startswith("do.")
        assert [choice.key for choice in row.message.prompt.choices] == ["attendance.2026-11-05"]
        assert "Ngày 05/11/2026: 1 buổi chờ đồng chí xác nhận" in row.message.text


async def test_a_meeting_of_the_evening_is_ahead_until_its_hour(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        for hour in (8, 12, 17, 18):
            await preferences.put(unit, commune.cadre, Preference(bundle_at=time(hour)))
            (due,) = await due_bundles(unit, policy=POLICY, now=at(5, hour))
            assert [visit.chapter_name for visit in due.ahead] == ["Chi hội phụ nữ ấp Cái Cối"]
            assert not due.evenings
        await bundle(unit, at(5, 18))
        (told,) = await texts_to(unit, here)
        assert "19h00 thứ Năm, 05/11/2026: Chi hội phụ nữ ấp Cái Cối" in told
        assert "chờ đồng chí xác nhận" not in told
        await bundle(unit, at(6, 18))
        _, told = await texts_to(unit, here)
        assert "Ngày 05/11/2026: 1 buổi chờ đồng chí xác nhận" in told


async def test_a_silent_leader_is_named_once_the_report_is_overdue(database: Database) -> None:
    """Reminded on the 2nd, the 5th, in the evening, on the 7th and the 10th; due on the 10th."""
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        await reach(unit, commune.leader, now=at(1))
    for now in (at(2, 7), at(5, 7), at(5, 20) + timedelta(minutes=40), at(7, 7), at(10, 7)):
        async with database.write() as unit:
            due = await all_due(unit, policy=POLICY, now=now)
            await enqueue_reminders(unit, due, policy=POLICY, now=now)
            await unit.run(outbox_table.update().values(state="sent", sent_at=now))
    said = {}
    for day in (6, 7, 10, 11, 12):
        async with database.write() as unit:
            await bundle(unit, at(day, 17))
            said[day] = [text for text in await texts_to(unit, here) if "Quá hạn" in text]
    assert {day: len(found) for day, found in said.items()} == {6: 0, 7: 0, 10: 0, 11: 1, 12: 1}
    (told,) = said[12]
    assert (
        "Chi hội phụ nữ ấp Cái Cối: đồng chí Thạch Thị Lan, hạn báo cáo 10/11/2026, "
        "đã nhắc 5 lần." in told
    )
    await send(database, commune.leader, meeting, now=at(12, 18))
    async with database.write() as unit:
        (later,) = await due_bundles(unit, policy=POLICY, now=at(13, 17))
    assert [report.chapter_name for report in later.reports] == ["Chi hội phụ nữ ấp Cái Cối"]
    assert later.silent == []


async def test_without_anything_to_say_nothing_is_said(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.cadre, now=at(1))
        await bundle(unit, at(20, 17))
        assert await queued(unit) == []


async def test_staff_are_told_nothing_unasked(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.staff, now=at(1))
        await bundle(unit, at(4, 17))
        assert await queued(unit) == []


async def test_what_fell_due_before_is_not_said_to_be_new(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await preferences.put(unit, commune.staff, Preference(bundle_at=time(17)))
        here = await reach(unit, commune.staff, now=at(1))
        await bundle(unit, at(11, 17))
        line = News(
            person_id=commune.staff,
            section=Section.FIGURES,
            key="channel-regained",
            args={"area": "Xã Long Vĩnh", "title": "Kênh xã"},
        )
        await add_news(unit, [line], now=at(12))
        await bundle(unit, at(12, 17))
        first, second = await texts_to(unit, here)
    late = "Sinh hoạt tháng 11/2026: 2 đơn vị chưa báo cáo"
    assert f"{late}, trong đó 2 đơn vị vừa quá hạn" in first
    assert late in second
    assert "vừa quá hạn" not in second


async def test_a_leader_who_cannot_be_reached_is_named_with_the_phone(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        lost = await reach(unit, commune.leader, now=at(1))
        await addresses.set_reachable(unit, lost.id, reachable=False, now=at(20, 9))
        await bundle(unit, at(20, 17))
        (told,) = await texts_to(unit, here)
        assert "Thạch Thị Lan, Chi hội phụ nữ ấp Cái Cối" in told
        await bundle(unit, at(21, 17))
        assert len(await texts_to(unit, here)) == 1


async def test_a_report_of_a_bundle_missed_by_downtime_comes_with_the_next(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(1))
        await bundle(unit, at(4, 17))
    await send(database, commune.leader, meeting, now=at(5, 21))
    async with database.write() as unit:
        await bundle(unit, at(8, 17))
        _, told = await texts_to(unit, here)
    assert "có mặt 28/30" in told


async def test_a_cadre_of_an_area_is_told_of_all_below_it(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Chín")
        await make.post(other, Role.CADRE, area=commune.commune)
        here = await reach(unit, other, now=at(1))
    await november(database, commune)
    async with database.write() as unit:
        await bundle(unit, at(4, 17))
        (told,) = await texts_to(unit, here)
    assert "Cái Cối" in told
    assert "La Ghi" in told


async def decide(database: Database, commune: Commune, meeting: Meeting, *, version: int) -> None:
    posts = await posts_of(database, commune.cadre)
    async with database.write() as unit:
        by = (await people.persons(unit, [commune.cadre]))[commune.cadre]
        await accept_report(
            ActorContext(unit, by, posts, POLICY, at(6, 10), REACTIONS),
            meeting_id=meeting.id,
            version=version,
            seen=0,
        )


async def correct(
    database: Database, commune: Commune, meeting: Meeting, answers: ReportAnswers, corrects: int
) -> None:
    now = at(6, 11 + corrects)
    await send(database, commune.leader, meeting, answers, now=now, corrects=corrects)


async def test_a_report_corrected_twice_stands_once_in_the_bundle_with_all_that_changed(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(6))
    await send(database, commune.leader, meeting, now=at(6, 9))
    await decide(database, commune, meeting, version=1)
    await correct(database, commune, meeting, held(present=29), 1)
    await correct(database, commune, meeting, held(present=29, place="Chùa"), 2)
    async with database.write() as unit:
        await bundle(unit, at(6, 17))
        (told,) = await texts_to(unit, here)
    assert told.count("Chi hội phụ nữ ấp Cái Cối đã sửa báo cáo") == 1
    assert "Có mặt: 28 → 29" in told
    assert "Nhà văn hóa ấp → Chùa" in told
    assert "Báo cáo mới" not in told


async def test_a_corrected_report_that_nobody_had_decided_on_stands_once_as_it_is_now(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(6))
    await send(database, commune.leader, meeting, now=at(6, 9))
    await correct(database, commune, meeting, held(present=29), 1)
    async with database.write() as unit:
        await bundle(unit, at(6, 17))
        (told,) = await texts_to(unit, here)
    assert told.count("Chi hội phụ nữ ấp Cái Cối") == 1
    assert "có mặt 29/30" in told


async def test_who_hears_of_reports_at_once_hears_of_a_correction_once(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        hurried = Preference(urgent=frozenset([Section.REPORTS]))
        await preferences.put(unit, commune.cadre, hurried)
        here = await reach(unit, commune.cadre, now=at(6))
    await send(database, commune.leader, meeting, now=at(6, 9))
    await decide(database, commune, meeting, version=1)
    await correct(database, commune, meeting, held(present=29), 1)
    async with database.read() as unit:
        first, second = await texts_to(unit, here)
    assert "có mặt 28/30" in first
    assert "Có mặt: 28 → 29" in second


async def test_who_could_not_be_reached_is_told_of_the_newest_version_only(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        hurried = Preference(urgent=frozenset([Section.REPORTS]))
        await preferences.put(unit, commune.cadre, hurried)
    await send(database, commune.leader, meeting, now=at(6, 9))
    await correct(database, commune, meeting, held(present=29), 1)
    async with database.write() as unit:
        here = await reach(unit, commune.cadre, now=at(6, 16))
        await preferences.put(unit, commune.cadre, Preference())
        await bundle(unit, at(6, 17))
        (told,) = await texts_to(unit, here)
    assert told.count("Chi hội phụ nữ ấp Cái Cối") == 1
    assert "có mặt 29/30" in told
