from datetime import date, timedelta

import pytest

from domain.meetings import MeetingState
from domain.refusals import BadInput, Closed
from operations.cadres.attendance import confirm_attendance
from operations.context import ActorContext
from operations.meetings.closing import close_period
from operations.meetings.reopening import reopen_period
from operations.reactions import REACTIONS
from storage import Database
from storage.cadres import evenings
from storage.meetings import meetings
from storage.notifications import reminders
from storage.people import people
from tests.directory import POLICY, at, held, posts_of
from tests.handlers.office import Office, open_office
from tests.operations.planned import send


@pytest.fixture
async def office(database: Database) -> Office:
    """The period of November closed on 10 December without a report."""
    office = await open_office(database, now=at(12, month=12))
    async with database.write() as unit:
        await close_period(unit, office.commune.commune.id, policy=POLICY, now=office.town.now)
    return office


async def state_of(office: Office) -> MeetingState:
    async with office.database.read() as unit:
        found = await meetings.find(unit, office.meeting.id)
    assert found is not None
    return found.state


async def reopen(office: Office, person_id: int, **values: object) -> None:
    usual = {"until": date(2026, 12, 15), "reason": "Mất sóng cả tuần"}
    posts = await posts_of(office.database, person_id)
    async with office.database.write() as unit:
        by = (await people.persons(unit, [person_id]))[person_id]
        await reopen_period(
            ActorContext(unit, by, posts, POLICY, office.town.now, REACTIONS),
            chapter_id=office.commune.chapter,
            period=office.meeting.period,
            **(usual | values),  # type: ignore[arg-type]
        )


async def test_staff_open_a_closed_period_and_the_leader_reports(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    assert await state_of(office) is MeetingState.UNREPORTED
    await staff.say("/molai cai coi")
    await staff.press("Chi hội phụ nữ ấp Cái Cối")
    await staff.press("Tháng 11/2026")
    await staff.press("Hết ngày 15/12/2026")
    await staff.say("x")
    assert "ghi rõ hơn" in staff.see()
    await staff.say("Mất sóng cả tuần")
    assert "Lý do: Mất sóng cả tuần" in staff.last
    await staff.press("Mở lại")
    assert "Đã mở lại tháng 11/2026" in staff.last
    assert "Đồng chí Ngô Văn Tám đã mở lại tháng 11/2026" in leader.last
    await leader.press("Báo cáo")
    assert "1/" in leader.last
    await send(office.database, office.commune.leader, office.meeting, held(), now=office.town.now)
    assert await state_of(office) is MeetingState.HELD
    await staff.say("/nhatky")
    assert "mở lại kỳ báo cáo" in staff.last
    assert "Mất sóng cả tuần" in staff.last


async def test_it_closes_again_by_itself(office: Office) -> None:
    await reopen(office, office.commune.staff)
    assert await state_of(office) is MeetingState.PLANNED
    with pytest.raises(Closed):
        await send(office.database, office.commune.leader, office.meeting, now=at(16, month=12))
    async with office.database.write() as unit:
        for day, closed in ((15, 0), (16, 1)):
            now = at(day, month=12)
            assert (
                await close_period(unit, office.commune.commune.id, policy=POLICY, now=now)
                == closed
            )
    assert await state_of(office) is MeetingState.UNREPORTED


async def test_only_this_chapter_is_opened(office: Office) -> None:
    await reopen(office, office.commune.staff)
    async with office.database.read() as unit:
        open_ones = await meetings.list_open(
            unit,
            [office.commune.chapter, office.commune.other_chapter],
            today=date(2026, 12, 12),
        )
    november = [
        meeting.chapter_id for meeting in open_ones if meeting.period == office.meeting.period
    ]
    assert november == [office.commune.chapter]


async def test_a_period_is_not_opened_for_long_or_without_a_reason(office: Office) -> None:
    with pytest.raises(BadInput, match="reopen-too-long"):
        await reopen(office, office.commune.staff, until=date(2027, 1, 31))
    with pytest.raises(BadInput, match="reopen-no-reason"):
        await reopen(office, office.commune.staff, reason="  ")
    assert await state_of(office) is MeetingState.UNREPORTED


async def test_a_leader_and_a_cadre_cannot_open_a_period(office: Office) -> None:
    for person in (office.commune.leader, office.commune.cadre):
        phone = await office.enrol(person)
        await phone.say("/molai")
        assert "không được phân công mở lại" in phone.see()
        await phone.say(f"/molai c{office.commune.chapter}")
        assert "không được phân công phụ trách địa bàn" in phone.see()


async def test_staff_stop_before_it_is_done(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/molai c{office.commune.chapter}")
    await staff.press("Hủy")
    assert "chưa mở lại kỳ nào" in staff.last
    assert await state_of(office) is MeetingState.UNREPORTED


async def test_a_closed_report_leads_those_who_may_to_opening_it(office: Office) -> None:
    await send_late(office)
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    for phone, may in ((leader, False), (staff, True)):
        await phone.say(f"/lichsu {office.meeting.id}")
        assert ("Mở lại" in phone.buttons) is may
    await staff.press("Mở lại")
    assert "Mở đến hết ngày nào?" in staff.last
    await staff.press("Hết ngày 15/12/2026")
    await staff.say("Ghi nhầm số người")
    await staff.press("Mở lại")
    assert "Đã mở lại tháng 11/2026" in staff.last
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Sửa báo cáo" in leader.buttons


async def send_late(office: Office) -> None:
    """The report was sent in time, and the period is closed now."""
    now, office.town.now = office.town.now, at(6)
    async with office.database.write() as unit:
        await meetings.reopen(unit, [office.meeting.id], until=date(2026, 12, 12))
    await send(office.database, office.commune.leader, office.meeting, held(), now=at(6))
    async with office.database.write() as unit:
        await meetings.reopen(unit, [office.meeting.id], until=date(2026, 12, 10))
    office.town.now = now


async def test_cadres_confirm_and_leaders_are_reminded_in_a_period_opened_again(
    office: Office,
) -> None:
    async def confirm() -> None:
        async with office.database.write() as unit:
            await confirm_attendance(
                unit,
                person_id=office.commune.cadre,
                ticked=[office.meeting.id],
                day=date(2026, 11, 5),
                policy=POLICY,
                now=office.town.now,
            )

    async def near() -> set[int]:
        async with office.database.read() as unit:
            days = await evenings.list_evenings(
                unit,
                office.commune.cadre,
                first=date(2026, 11, 1),
                clock=at(12, month=12).replace(tzinfo=None),
            )
            found = await reminders.list_near(
                unit, today=date(2026, 12, 12), reach=timedelta(days=40)
            )
        return {evening.day.day for evening in days} | {meeting.id for meeting in found}

    with pytest.raises(Closed):
        await confirm()
    assert office.meeting.id not in await near()
    await reopen(office, office.commune.staff)
    await confirm()
    assert {5, office.meeting.id} <= await near()
