import asyncio
from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select

from domain.inbound import Address
from domain.meetings import Meeting, MeetingState, MeetingType, subject_of
from domain.message import Message
from domain.outbox import OutboxRow
from domain.people import Role
from domain.records import DifficultyState
from domain.refusals import BadInput, Closed, Conflict, NotAllowed, NotFound
from domain.report import CadrePresence, ReportState
from domain.talks import KnownAddress
from operations.meetings.extraordinary import add_extraordinary
from operations.reports.opening import list_reportable, open_report
from operations.reports.reporting import submit_report
from storage import Database, UnitOfWork
from storage.cadres import attendance
from storage.cases import cases, difficulties
from storage.meetings import meetings
from storage.messages import addresses, attachments, outbox, talks
from storage.people import people
from storage.reports import reports
from storage.tables.directory import audit
from storage.topics import topics
from tests.directory import (
    LOANS,
    ROAD,
    Commune,
    Directory,
    acting,
    at,
    held,
    posts_of,
    settle_commune,
)
from tests.operations.planned import meetings_of, november, plan_all, send
from tests.reached import queued, reach

NOVEMBER_5 = date(2026, 11, 5)


async def reportable(database: Database, person_id: int, today: date) -> list[tuple[str, bool]]:
    async with database.read() as unit:
        listed = await list_reportable(unit, await Directory(unit).posts(person_id), today=today)
    return [(str(meeting.meeting.period), meeting.awaits(today)) for meeting in listed]


async def reach_both(database: Database, commune: Commune) -> list[KnownAddress]:
    async with database.write() as unit:
        return [await reach(unit, who, now=at(1)) for who in (commune.leader, commune.deputy)]


async def waiting(database: Database) -> list[OutboxRow]:
    async with database.read() as unit:
        return await queued(unit)


async def test_a_leader_gets_a_receipt_and_the_meeting_is_held(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await reach_both(database, commune)
    receipt = await send(database, commune.leader, meeting)
    assert receipt.number == f"11.26-{meeting.id:04}"
    assert (receipt.version, receipt.on_time) == (1, True)
    assert await waiting(database) == []
    assert receipt.meeting.state is MeetingState.HELD
    async with database.read() as unit:
        stored = (await reports.of_meetings(unit, [meeting.id]))[meeting.id]
        [noted] = await unit.all(select(audit))
    assert stored.answers == held()
    assert (stored.first_sent_at, stored.person_id) == (at(6), commune.leader)
    assert (noted.action, noted.person_id) == ("report.sent", commune.leader)


async def test_a_correction_keeps_the_first_version_and_its_time(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    late = at(20)
    receipt = await send(database, commune.leader, meeting, held(present=29), now=late, corrects=1)
    assert (receipt.version, receipt.on_time) == (2, True)
    async with database.read() as unit:
        report = (await reports.of_meetings(unit, [meeting.id]))[meeting.id]
        versions = await reports.revisions(unit, report.id)
    assert (report.first_sent_at, report.sent_at, report.on_time) == (at(6), late, True)
    assert [revision.answers.present for revision in versions] == [28, 29]


@pytest.mark.parametrize(("day", "hour", "on_time"), [(10, 23, True), (11, 0, False)])
async def test_on_time_is_counted_by_the_local_day_of_the_first_sending(
    database: Database, day: int, hour: int, on_time: bool
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    receipt = await send(database, commune.leader, meeting, now=at(day, hour))
    assert receipt.on_time is on_time


async def test_who_has_no_post_for_the_chapter_is_refused_and_nothing_is_kept(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        make = Directory(unit)
        reader = await make.person("Lý Văn Tư")
        await make.post(reader, Role.READER, area=commune.commune)
    with pytest.raises(NotAllowed):
        await send(database, reader, meeting)
    with pytest.raises(NotFound):
        await send(database, commune.stranger, meeting)
    await send(database, commune.leader, meeting)


async def test_a_report_is_refused_after_the_closing_day_and_taken_on_it(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    with pytest.raises(Closed) as refusal:
        await send(database, commune.leader, meeting, now=at(11, month=12))
    assert refusal.value.facts == {"period": "tháng 11/2026", "day": "10/12/2026"}
    receipt = await send(database, commune.leader, meeting, now=at(10, month=12))
    assert receipt.on_time is False


async def test_a_record_that_cannot_be_is_refused_whatever_the_talk_let_through(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    for wrong in (held(present=31), held(7), replace(held(), total=None, present=33)):
        with pytest.raises(BadInput):
            await send(database, commune.leader, meeting, wrong)
    await send(database, commune.leader, meeting, replace(held(), total=None))


async def test_of_two_who_send_at_the_same_moment_the_second_is_told_who_came_first(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    posts = {
        number: await posts_of(database, number) for number in (commune.leader, commune.deputy)
    }

    # Both have looked and found no report before either writes.
    both_looked = asyncio.Barrier(2)

    async def race(person_id: int) -> object:
        if not database.is_sqlite:
            async with database.read() as unit:
                assert await reports.of_meetings(unit, [meeting.id]) == {}
                await both_looked.wait()
        try:
            return await send(database, person_id, meeting)
        except Conflict as refusal:
            return refusal

    outcomes = await asyncio.gather(*(race(person_id) for person_id in posts))
    refused = [conflict for conflict in outcomes if isinstance(conflict, Conflict)]
    assert len(refused) == 1
    assert refused[0].facts["at"] == "12h00 ngày 06/11/2026"
    async with database.read() as unit:
        [report] = (await reports.of_meetings(unit, [meeting.id])).values()
        assert report.version == 1
        assert report.person_id is not None
        winner = (await people.persons(unit, [report.person_id]))[report.person_id]
    assert refused[0].facts["who"] == winner.name


async def test_the_database_itself_refuses_a_second_report_in_flight(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    leader, deputy = commune.leader, commune.deputy
    async with database.write() as unit:
        await submit_report(await acting(unit, leader, at(6)), meeting.id, held())
        # The second finds no report, for the first is not committed, and waits on the key.
        second = asyncio.create_task(send(database, deputy, meeting))
        done, _ = await asyncio.wait([second], timeout=0.3)
        assert not done
    with pytest.raises(Conflict) as refusal:
        await second
    assert refusal.value.facts["who"] == "Thạch Thị Lan"


@pytest.mark.parametrize("by", ["leader", "staff"])
async def test_no_meeting_of_today_is_reported_before_it_has_begun(
    database: Database, by: str
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    person = getattr(commune, by)
    early = [
        (at(5, 3), held(), "report-times-needed"),
        (at(5, 18), held(), "report-times-needed"),
        (at(5, 7), held(starts=time(7, 30), ends=time(9)), "report-times-ahead"),
        (at(5, 0), held(starts=time(19)), "report-times-ahead"),
    ]
    for now, answers, refusal in early:
        with pytest.raises(BadInput) as refused:
            await send(database, person, meeting, answers, now=now)
        assert refused.value.code == refusal
    async with database.read() as unit:
        assert await reports.of_meetings(unit, [meeting.id]) == {}
    receipt = await send(database, person, meeting, held(starts=time(7, 30)), now=at(5, 8))
    assert receipt.version == 1


async def test_a_meeting_of_today_is_reported_from_its_hour_on(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    receipt = await send(database, commune.leader, meeting, now=at(5, 19))
    assert receipt.version == 1


async def test_two_corrections_of_the_same_version_do_not_overwrite_each_other(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    outcomes = await asyncio.gather(
        send(database, commune.leader, meeting, held(present=20), corrects=1),
        send(database, commune.deputy, meeting, held(present=21), corrects=1),
        return_exceptions=True,
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "Receipt"]


async def test_a_first_report_where_one_is_already_there_is_a_conflict(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    with pytest.raises(Conflict):
        await send(database, commune.deputy, meeting, held(present=3))


async def test_the_leader_is_told_of_the_deputys_report_and_of_its_correction(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    leader, deputy = await reach_both(database, commune)
    await send(database, commune.deputy, meeting)
    [told] = await waiting(database)
    assert told.address_id == leader.id
    assert "Trần Thị Bé đã gửi báo cáo sinh hoạt" in told.message.text
    await send(database, commune.leader, meeting, corrects=1)
    [_, told] = await waiting(database)
    assert told.address_id == deputy.id
    assert "Thạch Thị Lan đã sửa báo cáo sinh hoạt" in told.message.text


async def test_a_meeting_put_off_counts_as_reported_and_is_reported_again_on_its_new_day(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    put_off = replace(
        held(),
        state=ReportState.MOVED,
        held_date=None,
        present=None,
        postponed_to=date(2026, 11, 12),
        reason="weather",
    )
    receipt = await send(database, commune.leader, meeting, put_off, now=at(4))
    assert (receipt.meeting.state, receipt.meeting.due_on) == (
        MeetingState.MOVED,
        date(2026, 11, 17),
    )
    assert await reportable(database, commune.leader, date(2026, 11, 11)) == [("2026-11", False)]
    assert await reportable(database, commune.leader, date(2026, 11, 12)) == [("2026-11", True)]
    after = await send(database, commune.leader, meeting, held(12), now=at(12, 21), corrects=1)
    assert (after.meeting.state, after.meeting.due_on) == (MeetingState.HELD, date(2026, 11, 10))
    assert after.on_time


async def test_a_meeting_that_was_not_held_is_a_report_with_its_reason(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    answers = replace(held(), state=ReportState.NOT_HELD, held_date=None, present=None)
    with pytest.raises(BadInput):
        await send(database, commune.leader, meeting, answers)
    receipt = await send(database, commune.leader, meeting, replace(answers, reason="season"))
    assert (receipt.meeting.state, receipt.meeting.reason) == (MeetingState.NOT_HELD, "season")


async def test_difficulties_follow_the_report_by_their_words(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    receipt = await send(database, commune.leader, meeting, held(difficulties=(ROAD, LOANS)))
    worse = replace(ROAD, text="Đường ấp ngập nặng")
    await send(database, commune.leader, meeting, held(difficulties=(worse,)), corrects=1)
    async with database.read() as unit:
        first, second = await difficulties.of_report(unit, receipt.report_id)
        assert (first.text, first.state) == ("Đường ấp ngập nặng", DifficultyState.OPEN)
        assert second.state is DifficultyState.WITHDRAWN
        assert await happened(unit, first.id) == ["raised", "changed"]
        assert await happened(unit, second.id) == ["raised", "withdrawn"]
        assert await difficulties.list_open(unit, [commune.chapter]) == [first]
    await send(database, commune.leader, meeting, held(difficulties=(worse, LOANS)), corrects=2)
    async with database.read() as unit:
        _, second = await difficulties.of_report(unit, receipt.report_id)
    assert second.state is DifficultyState.OPEN


async def happened(unit: UnitOfWork, case_id: int) -> list[str]:
    return [event.action for event in await cases.events(unit, case_id)]


async def test_the_chapters_word_on_its_cadre_is_kept_beside_the_cadres_own(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting, held(cadre_present=CadrePresence.YES))
    async with database.read() as unit:
        [row] = await attendance.list_of(unit, [meeting.id])
    assert (row.person_id, row.leader_word, row.state) == (commune.cadre, "yes", "unconfirmed")


async def test_sending_clears_away_drafts_reminders_and_dropped_photos(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        here = Address("web", "demo", "1", "1")
        known = (await addresses.ensure(unit, {here: (False, "")}, now=at(1)))[here]
        photos = [
            await attachments.add(
                unit,
                attachments.NewFile(
                    kind="photo", source=None, name="bien-ban.jpg", mime="image/jpeg", size=9
                ),
                address_id=known.id,
                now=at(1),
            )
            for _ in range(2)
        ]
        for person_id in (commune.leader, commune.deputy):
            await talks.add_draft(
                unit,
                talks.NewDraft(
                    person_id=person_id,
                    form="report",
                    form_version=1,
                    meeting_id=meeting.id,
                    state={},
                ),
                now=at(1),
            )
        reminder = OutboxRow(
            id=unit.new_id(),
            address_id=known.id,
            conversation_id=known.conversation_id,
            message=Message(text="Xin nhắc"),
            subject=subject_of(meeting.id),
        )
        outbox.add_later(unit, reminder, now=at(1))
    receipt = await send(database, commune.leader, meeting, held(photos=tuple(photos)))
    await send(database, commune.leader, meeting, held(photos=(photos[1],)), corrects=1)
    async with database.read() as unit:
        assert await talks.list_drafts(unit, commune.deputy) == []
        assert await outbox.count_pending(unit) == 0
        kept = await attachments.of_report(unit, receipt.report_id)
    assert [attachment.id for attachment in kept] == [photos[1]]


async def test_a_report_begins_with_the_plan_and_with_last_months_answers(
    database: Database,
) -> None:
    commune = await settle_commune(database, recording="frame")
    meeting = await november(database, commune)
    async with database.write() as unit:
        for area, kind, period, title in (
            (commune.commune, None, "2026-11", "Chuyển đổi số"),
            (commune.hamlet, commune.kind, "2026-Q4", "Nông thôn mới"),
            (commune.other_hamlet, None, "2026-11", "Ấp khác"),
            (commune.commune, None, "2026-10", "Tháng khác"),
        ):
            await topics.add(unit, area_id=area.id, kind_id=kind, period=period, title=title)
    posts = await posts_of(database, commune.leader)

    async with database.read() as unit:
        opened = await open_report(unit, posts, meeting.id, today=NOVEMBER_5)
    facts = opened.facts
    assert (facts.planned_date, facts.place, facts.chair) == (
        NOVEMBER_5,
        "Nhà văn hóa ấp",
        "Thạch Thị Lan",
    )
    assert (facts.total, facts.exempt, facts.cadre, facts.frame) == (32, 2, "Lê Văn Sáu", True)
    assert (facts.period, facts.meeting, facts.members) == ("tháng 11/2026", "định kỳ", "hội viên")
    assert [title for _, title in facts.topics] == ["Nông thôn mới", "Chuyển đổi số"]
    assert (opened.report, opened.case_news) == (None, ())

    answers = held(chair="Trần Thị Bé", total=33, difficulties=(ROAD,))
    await send(database, commune.leader, meeting, answers)
    await plan_all(database, at(1, month=12))
    december = (await meetings_of(database, commune.chapter, at(1, month=12)))[-2]
    async with database.read() as unit:
        opened = await open_report(unit, posts, december.id, today=date(2026, 12, 5))
    assert (opened.facts.chair, opened.facts.total) == ("Trần Thị Bé", 33)
    assert opened.facts.activities == ("discussion",)
    assert opened.case_news == (), "nothing has become of it yet"


async def test_a_meeting_can_be_reported_from_a_week_before_until_its_period_closes(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    leader = commune.leader
    assert await reportable(database, leader, date(2026, 11, 1)) == [("2026-11", True)]
    assert await reportable(database, leader, date(2026, 11, 28)) == [
        ("2026-11", True),
        ("2026-12", True),
    ]
    assert await reportable(database, leader, date(2026, 12, 6)) == [
        ("2026-11", True),
        ("2026-12", True),
    ], "what is due longest comes first"
    assert await reportable(database, leader, date(2026, 12, 11)) == [("2026-12", True)]
    assert await reportable(database, commune.cadre, date(2026, 11, 6)) == []


async def test_an_extraordinary_meeting_stands_beside_the_regular_one(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    first = await _extraordinary(database, commune, commune.leader)
    again = await _extraordinary(database, commune, commune.leader)
    assert again == first
    assert (first.type, str(first.period), first.ordinal) == (
        MeetingType.EXTRAORDINARY,
        "2026-11",
        1,
    )
    assert (await send(database, commune.leader, first, held(6))).version == 1
    assert (await _extraordinary(database, commune, commune.leader)).ordinal == 2
    with pytest.raises(NotAllowed):
        await _extraordinary(database, commune, commune.cadre)
    with pytest.raises(Closed):
        await _extraordinary(database, commune, commune.leader, day=date(2026, 9, 6))


async def _extraordinary(
    database: Database, commune: Commune, person_id: int, day: date = date(2026, 11, 6)
) -> Meeting:
    async with database.write() as unit:
        added = await add_extraordinary(
            await acting(unit, person_id, at(6)),
            commune.chapter,
            day,
            MeetingType.EXTRAORDINARY,
        )
        assert await meetings.find(unit, added.id) == added
        return added
