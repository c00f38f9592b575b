"""The reasons of grades, returns and levels: shown to who wrote them, emptied in time."""

from datetime import timedelta

import pytest

from domain.policy import Policy
from operations.cadres.grading import Mark, grade_meeting
from operations.cadres.year_grading import Settling, settle_year
from operations.context import ActorContext
from operations.maintenance.retention import apply_retention
from operations.people.erasing import erase_person
from operations.reactions import REACTIONS
from operations.reports.reviewing import return_report
from storage import Database, UnitOfWork
from storage.cadres import meeting_grades, rating_scales
from storage.cadres.meeting_grades import Source
from storage.people import people, personal_data
from storage.reports import reviews
from tests.directory import POLICY, Commune, at, posts_of, settle_commune
from tests.operations.planned import november, send

REASON = "Chưa thảo luận"


@pytest.fixture
async def commune(database: Database) -> Commune:
    """An officer graded a meeting low, returned its report and settled the year otherwise."""
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    posts = await posts_of(database, commune.staff)
    async with database.write() as unit:
        officer = (await people.persons(unit, [commune.staff]))[commune.staff]
        context = ActorContext(unit, officer, posts, POLICY, at(7), REACTIONS)
        low = Mark(grade="kem", reason=REASON)
        await grade_meeting(context, meeting_id=meeting.id, source=Source.CADRE, mark=low)
        await return_report(
            context,
            meeting_id=meeting.id,
            version=1,
            seen=0,
            step="present",
            reason=REASON,
        )
        settling = Settling(level="kha", reason=REASON)
        await settle_year(context, chapter_id=commune.chapter, year=2026, settling=settling)
    return commune


async def reasons(unit: UnitOfWork, commune: Commune) -> list[str]:
    rows = await meeting_grades.list_year(unit, [commune.chapter], 2026)
    assert [year_row.grade for year_row in rows if year_row.grade] == ["kem"]
    given = await meeting_grades.of_meetings(unit, range(1, 9))
    said = await reviews.of_reports(unit, [1])
    (settled,) = (await rating_scales.of_chapters(unit, [commune.chapter], 2026)).values()
    assert settled.level == "kha"
    of_grades = [grade.reason for grade in given.values()]
    return [*of_grades, *(review.reason for review in said[1]), settled.reason]


async def test_who_wrote_them_gets_them_with_their_own_data(
    database: Database, commune: Commune
) -> None:
    async with database.read() as unit:
        found = await personal_data.collect(unit, commune.staff)
    for sort in ("grades", "reviews", "year_grades"):
        (entry,) = found[sort]
        assert entry["reason"] == REASON
        assert entry["chapter"] == "Chi hội phụ nữ ấp Cái Cối"


async def test_an_erasure_empties_them_and_keeps_what_was_decided(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        assert await reasons(unit, commune) == [REASON] * 3
        await erase_person(unit, commune.staff, by=None, policy=POLICY, now=at(8))
        assert await reasons(unit, commune) == ["", "", ""]


async def test_they_go_when_their_period_is_over(database: Database, commune: Commune) -> None:
    policy = Policy()
    async with database.write() as unit:
        later = at(7) + timedelta(days=731)
        gone = await apply_retention(unit, policy=policy, now=later)
        assert (gone["returns"], gone["reasons"]) == (1, 0)
        assert await reasons(unit, commune) == [REASON, "", REASON]
        gone = await apply_retention(unit, policy=policy, now=at(7) + timedelta(days=1826))
        assert (gone["returns"], gone["reasons"]) == (0, 1)
        assert await reasons(unit, commune) == ["", "", REASON]
