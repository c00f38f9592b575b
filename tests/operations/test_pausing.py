from datetime import date, datetime
from typing import Any

import pytest

from domain.calendar import Period
from domain.pauses import Pause
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.meetings.pausing import PauseDays, PauseOf, add_pause, end_pause, enter_pause
from operations.meetings.replanning import ShiftedMeeting
from operations.notifications.digesting import make_summary
from storage import Database
from storage.cadres import attendance
from tests.directory import POLICY, Commune, acting, at, settle_commune
from tests.operations.planned import meetings_of, november, plan_all, send

NOV_5, DEC_5 = date(2026, 11, 5), date(2026, 12, 5)


@pytest.fixture
async def commune(database: Database) -> Commune:
    made = await settle_commune(database)
    await plan_all(database, at(1))
    return made


async def pause(
    database: Database,
    of: PauseOf,
    first: date = date(2026, 12, 1),
    last: date = date(2026, 12, 20),
    *,
    by: int | None = None,
    now: datetime | None = None,
) -> tuple[Pause, tuple[ShiftedMeeting, ...] | None]:
    days, now = PauseDays(first, last, "Mùa gặt"), now or at(2)
    async with database.write() as unit:
        if by:
            return await add_pause(await acting(unit, by, now), of, days)
        return await enter_pause(unit, of, days, by=None, policy=POLICY, now=now)


async def total(database: Database, commune: Commune, month: int) -> Any:
    async with database.read() as unit:
        summary = await make_summary(
            unit,
            commune.commune.id,
            Period(2026, month),
            policy=POLICY,
            now=at(20, month=12),
        )
    return summary.total


async def test_a_chapter_that_pauses_owes_nothing_and_is_counted_as_paused(
    database: Database, commune: Commune
) -> None:
    _, shifted = await pause(database, PauseOf(chapter_id=commune.chapter))
    assert shifted == (
        ShiftedMeeting(chapter_name="Chi hội phụ nữ ấp Cái Cối", before=DEC_5, after=None),
    )
    assert [meeting.day for meeting in await meetings_of(database, commune.chapter, at(2))] == [
        NOV_5
    ]
    figures = await total(database, commune, 12)
    assert (figures.chapters, figures.paused, figures.expected) == (2, 1, 1)


async def test_a_pause_entered_late_takes_back_what_was_missed(
    database: Database, commune: Commune
) -> None:
    of = PauseOf(area_id=commune.other_hamlet.id)
    await pause(database, of, date(2026, 11, 1), date(2026, 11, 9), now=at(20))
    figures = await total(database, commune, 11)
    assert (figures.paused, figures.expected, figures.missing) == (1, 1, 1)


async def test_a_report_sent_before_the_pause_stays(database: Database, commune: Commune) -> None:
    await send(database, commune.leader, await november(database, commune))
    await pause(
        database,
        PauseOf(area_id=commune.commune.id),
        date(2026, 11, 1),
        date(2026, 11, 30),
        now=at(20),
    )
    figures = await total(database, commune, 11)
    assert (figures.expected, figures.on_time, figures.paused) == (1, 1, 1)


async def test_everybody_pauses_at_once(database: Database, commune: Commune) -> None:
    await pause(database, PauseOf())
    for chapter in (commune.chapter, commune.other_chapter):
        assert [meeting.day for meeting in await meetings_of(database, chapter, at(3))] == [NOV_5]


async def test_ending_a_pause_brings_the_meetings_back(
    database: Database, commune: Commune
) -> None:
    made, _ = await pause(database, PauseOf(chapter_id=commune.chapter))
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(3))
        shifted = await end_pause(context, made, last_day=date(2026, 12, 3))
    assert [(meeting.before, meeting.after) for meeting in shifted or ()] == [(None, DEC_5)]


async def test_a_cadre_on_leave_is_not_asked_for_attendance(
    database: Database, commune: Commune
) -> None:
    await pause(database, PauseOf(person_id=commune.cadre), by=commune.cadre)
    found = await meetings_of(database, commune.chapter, at(2))
    async with database.read() as unit:
        rows = await attendance.list_of(unit, [meeting.id for meeting in found])
    days = {meeting.id: meeting.day for meeting in found}
    assert [days[row.meeting_id] for row in rows] == [NOV_5]


async def test_who_may_pause_what(database: Database, commune: Commune) -> None:
    for of in (
        PauseOf(chapter_id=commune.chapter),
        PauseOf(area_id=commune.hamlet.id),
        PauseOf(person_id=commune.leader),
        PauseOf(),
    ):
        with pytest.raises(NotAllowed):
            await pause(database, of, by=commune.cadre)
    await pause(database, PauseOf(chapter_id=commune.chapter), by=commune.staff)
    await pause(database, PauseOf(person_id=commune.leader), by=commune.staff)
    with pytest.raises(NotAllowed):
        await pause(database, PauseOf(), by=commune.staff)


async def test_days_that_cannot_be_are_refused(database: Database, commune: Commune) -> None:
    of = PauseOf(chapter_id=commune.chapter)
    for first, last in (
        (date(2026, 9, 30), date(2026, 11, 2)),
        (date(2026, 12, 2), date(2026, 12, 1)),
        (date(2026, 12, 2), date(2028, 12, 2)),
    ):
        with pytest.raises(BadInput):
            await pause(database, of, first, last)
    with pytest.raises(NotFound):
        await pause(database, PauseOf(chapter_id=99))
