from dataclasses import replace
from datetime import date

from sqlalchemy import select, update

from domain.calendar import Holiday, Period
from domain.meetings import MeetingState
from domain.people import Role
from operations.meetings.planning import plan_areas
from storage import Database
from storage.cadres import attendance
from storage.directory import areas, chapters, directory_changes
from storage.meetings import holidays
from storage.messages import talks
from storage.people import people
from storage.tables.directory import chapter
from storage.tables.history import expectation as owed
from tests.directory import POLICY, Directory, at, settle_commune
from tests.operations.planned import meetings_of, november, plan_all, send


async def change(database: Database, chapter_id: int, **values: object) -> None:
    async with database.write() as unit:
        await unit.run(update(chapter).where(chapter.c.id == chapter_id).values(**values))


async def test_this_month_and_the_next_are_planned_once(database: Database) -> None:
    commune = await settle_commune(database)
    assert await plan_all(database, at(1)) == 4
    assert await plan_all(database, at(1)) == 0
    first, second = await meetings_of(database, commune.chapter, at(1))
    assert (first.planned_on, first.due_on, first.closes_on) == (
        date(2026, 11, 5),
        date(2026, 11, 10),
        date(2026, 12, 10),
    )
    assert (second.period, second.planned_on) == (Period(2026, 12), date(2026, 12, 5))


async def test_the_nearest_area_gives_the_days_of_grace_and_the_closing_day(
    database: Database,
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        commune = await make.area("Xã", grace_days=3, closing_day=7)
        hamlet = await make.area("Ấp", commune, grace_days=1)
        chapter_id = await make.chapter("Chi hội", hamlet, await make.kind())
    await plan_all(database, at(1))
    meeting = (await meetings_of(database, chapter_id, at(1)))[0]
    assert (meeting.due_on, meeting.closes_on) == (date(2026, 11, 6), date(2026, 12, 7))


async def test_holidays_of_the_area_and_of_everywhere_shift_the_day(database: Database) -> None:
    commune = await settle_commune(database, shift="next_day_holiday_only")
    async with database.write() as unit:
        await holidays.add_missing(unit, [Holiday(date(2026, 11, 5), "Lễ")])
        await holidays.add_missing(
            unit, [Holiday(date(2026, 11, 6), "Ok Om Bok")], area_id=commune.commune.id
        )
        await holidays.add_missing(
            unit, [Holiday(date(2026, 11, 7), "Hội ấp")], area_id=commune.other_hamlet.id
        )
    await plan_all(database, at(1))
    assert [
        (await meetings_of(database, number, at(1)))[0].planned_on
        for number in (commune.chapter, commune.other_chapter)
    ] == [date(2026, 11, 7), date(2026, 11, 8)]


async def test_a_kind_that_is_not_recorded_and_a_chapter_that_ended_have_no_meetings(
    database: Database,
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        area = await make.area("Xã")
        await make.chapter("Không ghi", area, await make.kind("off", recording="off"))
        kind = await make.kind()
        await make.chapter("Đã giải thể", area, kind, valid_to=date(2026, 11, 4))
        await make.chapter("Mới thành lập", area, kind, valid_from=date(2026, 11, 6))
    assert await plan_all(database, at(1)) == 1


async def test_meetings_without_a_fixed_day_have_none_and_are_due_after_their_period(
    database: Database,
) -> None:
    commune = await settle_commune(database, rule={"kind": "free", "count": 2}, frequency=3)
    await plan_all(database, at(1))
    first, second, *_ = await meetings_of(database, commune.chapter, at(1))
    assert (first.planned_on, first.ordinal, second.ordinal) == (None, 1, 1)
    assert {str(first.period), str(second.period)} == {"2026-Q4", "2027-Q1"}
    assert min(first.due_on, second.due_on) == date(2027, 1, 5)


async def test_a_changed_rule_moves_meetings_ahead_and_leaves_reported_ones_alone(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    await change(database, commune.chapter, rule={"kind": "day", "day": 20}, place="Chùa")
    await plan_all(database, at(7))
    reported, ahead = await meetings_of(database, commune.chapter, at(7))
    assert (reported.planned_on, reported.state) == (date(2026, 11, 5), MeetingState.HELD)
    assert (ahead.planned_on, ahead.place, ahead.due_on) == (
        date(2026, 12, 20),
        "Chùa",
        date(2026, 12, 25),
    )


async def test_a_day_that_has_come_is_not_moved_by_a_changed_rule(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    await change(database, commune.chapter, rule={"kind": "day", "day": 20})
    await plan_all(database, at(6))
    assert (await meetings_of(database, commune.chapter, at(6)))[0].planned_on == date(2026, 11, 5)


async def test_a_chapter_that_ends_loses_the_meetings_after_its_end(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    await change(database, commune.chapter, valid_to=date(2026, 11, 30))
    await plan_all(database, at(2))
    assert [
        meeting.planned_on for meeting in await meetings_of(database, commune.chapter, at(2))
    ] == [date(2026, 11, 5)]


async def test_a_meeting_with_a_report_begun_is_never_removed(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        await talks.add_draft(
            unit,
            talks.NewDraft(
                person_id=commune.leader,
                form="report",
                form_version=1,
                meeting_id=meeting.id,
                state={},
            ),
            now=at(1),
        )
    await change(database, commune.chapter, valid_to=date(2026, 11, 3))
    await plan_all(database, at(2))
    assert await meetings_of(database, commune.chapter, at(2)) == [meeting]


async def test_a_meeting_shifted_into_the_next_month_stays_planned(database: Database) -> None:
    commune = await settle_commune(
        database, rule={"kind": "day", "day": 31}, shift="next_day_off_skipped"
    )
    await plan_all(database, at(20, month=10))
    await plan_all(database, at(1))
    days = [meeting.planned_on for meeting in await meetings_of(database, commune.chapter, at(1))]
    assert days == [date(2026, 11, 2), date(2026, 11, 30), date(2026, 12, 31)]


async def test_planned_meetings_follow_who_is_assigned(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    async with database.write() as unit:
        [old] = (await people.posts_of(unit, [commune.cadre]))[commune.cadre]
        await directory_changes.set_end(unit, old.id, date(2026, 11, 1))
        await Directory(unit).post(commune.stranger, Role.CADRE, chapter=commune.chapter)
    await plan_all(database, at(2))
    async with database.read() as unit:
        assert [row.person_id for row in await attendance.list_of(unit, [meeting.id])] == [
            commune.stranger
        ]


async def test_a_day_decided_for_one_month_holds_for_that_month_only(database: Database) -> None:
    commune = await settle_commune(database)
    await change(database, commune.chapter, shift="move_to:2026-11-12")
    async with database.write() as unit:
        await plan_areas(unit, [commune.hamlet.id], policy=POLICY, now=at(1))
    days = [meeting.planned_on for meeting in await meetings_of(database, commune.chapter, at(1))]
    assert days == [date(2026, 11, 12), date(2026, 12, 5)]


async def test_a_chapter_without_its_own_rule_follows_its_kind(database: Database) -> None:
    commune = await settle_commune(database, frequency=3)
    async with database.read() as unit:
        found = await chapters.by_ids(unit, [commune.chapter])
    chapter_now = found[commune.chapter]
    assert chapter_now.rule.every == 3
    own = replace(chapter_now, own_frequency=1, own_rule={"kind": "lunar", "day": 15})
    assert (own.rule.kind, own.rule.every) == ("lunar", 1)


async def test_a_changed_rule_never_moves_a_meeting_into_the_past(database: Database) -> None:
    commune = await settle_commune(database, rule={"kind": "day", "day": 20})
    await november(database, commune)
    await change(database, commune.chapter, rule={"kind": "day", "day": 3})
    await plan_all(database, at(6))
    days = [meeting.planned_on for meeting in await meetings_of(database, commune.chapter, at(6))]
    assert days == [date(2026, 11, 20), date(2026, 12, 3)]


async def test_a_month_that_is_not_open_yet_is_owed_by_those_who_meet_in_it(
    database: Database,
) -> None:
    """A quarterly chapter beside a monthly one: its March is known, the other's is not."""
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        hamlet = (await chapters.by_ids(unit, [commune.chapter]))[commune.chapter].area_id
        area = (await areas.by_ids(unit, [hamlet]))[hamlet]
        quarterly = {"kind": "day", "day": 5, "month": 3}
        kind = await make.kind("farmers", rule=quarterly, frequency=3)
        other = await make.chapter("Chi hội nông dân ấp Cái Cối", area, kind)
    await plan_all(database, at(1))
    async with database.read() as unit:
        rows = await unit.all(select(owed).where(owed.c.chapter_id.in_([commune.chapter, other])))
    months: dict[int, dict[str, str]] = {commune.chapter: {}, other: {}}
    for row in rows:
        months[row.chapter_id][row.month] = row.reason
    assert months[commune.chapter] == {
        "2026-10": "not_this_month",
        "2026-11": "expected",
        "2026-12": "expected",
    }
    assert months[other] == {
        "2026-10": "not_this_month",
        "2026-11": "not_this_month",
        "2026-12": "expected",
        "2027-03": "expected",
    }
