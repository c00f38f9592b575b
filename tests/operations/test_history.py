from datetime import date

import pytest

from domain.refusals import NotFound
from operations.reports.history import UpToDate, get_report, list_reports, up_to_date
from storage import Database
from tests.directory import Directory, at, held, posts_of, settle_commune
from tests.operations.planned import meetings_of, november, plan_all, send


async def answer(database: Database, person_id: int, today: date) -> UpToDate:
    async with database.read() as unit:
        return await up_to_date(unit, await Directory(unit).posts(person_id), today=today)


async def test_a_leader_sees_the_last_reports_of_the_chapter_newest_first(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune))
    await plan_all(database, at(1, month=12))
    december = next(
        meeting
        for meeting in await meetings_of(database, commune.chapter, at(5, month=12))
        if meeting.planned_on == date(2026, 12, 5)
    )
    await send(database, commune.deputy, december, held(month=12), now=at(6, month=12))
    for person_id, limit, expected in (
        (commune.leader, 12, ["2026-12", "2026-11"]),
        (commune.deputy, 1, ["2026-12"]),
        (commune.staff, 12, []),
    ):
        async with database.read() as unit:
            posts = await Directory(unit).posts(person_id)
            listed = await list_reports(unit, posts, today=date(2026, 12, 6), limit=limit)
        assert [str(report_line.meeting.period) for report_line in listed] == expected


async def test_the_cadre_sees_what_a_correction_changed_and_a_stranger_sees_nothing(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    receipt = await send(database, commune.leader, meeting)
    await send(database, commune.deputy, meeting, held(present=29), now=at(7), corrects=1)
    posts = await posts_of(database, commune.cadre)
    async with database.read() as unit:
        view = await get_report(unit, posts, receipt.report_id, today=date(2026, 11, 8))
        [change] = view.changes
        assert (change.version, change.at, change.fields) == (2, at(7), {"present": (28, 29)})
        assert view.names[commune.deputy] == "Trần Thị Bé"
        assert [revision.version for revision in view.revisions] == [1, 2]
        for nobody, report_id in (((), receipt.report_id), (posts, receipt.report_id + 1)):
            with pytest.raises(NotFound):
                await get_report(unit, nobody, report_id, today=date(2026, 11, 8))


async def test_one_answer_says_what_is_due_what_is_missing_and_what_comes_next(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    before = await answer(database, commune.leader, date(2026, 11, 4))
    assert before.is_complete
    assert before.next_meeting is not None
    assert before.next_meeting.meeting == meeting

    due = await answer(database, commune.leader, date(2026, 11, 10))
    assert ([reportable.meeting for reportable in due.due], due.missing) == ([meeting], ())
    overdue = await answer(database, commune.leader, date(2026, 11, 11))
    assert ([reportable.meeting for reportable in overdue.missing], overdue.due) == ([meeting], ())
    assert not overdue.is_complete

    await send(database, commune.leader, meeting, now=at(11))
    after = await answer(database, commune.leader, date(2026, 11, 11))
    assert after.is_complete
    assert after.next_meeting is not None
    assert after.next_meeting.meeting.planned_on == date(2026, 12, 5)


async def test_who_has_no_chapter_owes_nothing(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    nothing = await answer(database, commune.stranger, date(2026, 11, 11))
    assert (nothing.is_complete, nothing.next_meeting) == (True, None)
