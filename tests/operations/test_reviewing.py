from datetime import date

import pytest

from domain.refusals import BadInput, Conflict
from domain.reviews import ReviewState
from operations.context import ActorContext
from operations.reactions import REACTIONS
from operations.reports.review_states import list_states, list_waiting
from operations.reports.reviewing import accept_report, return_report
from storage import Database
from storage.people import people
from storage.reports import reports
from tests.directory import POLICY, Commune, at, held, posts_of, settle_commune
from tests.operations.planned import november, send

TODAY = date(2026, 11, 7)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


async def waiting(database: Database, person_id: int) -> int:
    posts = await posts_of(database, person_id)
    now = at(7)
    async with database.read() as unit:
        found = await list_waiting(unit, posts, today=POLICY.day_of(now), now=now)
    return len(found)


async def test_what_waits_is_what_nobody_decided_on(database: Database, commune: Commune) -> None:
    meeting = await november(database, commune)
    assert await waiting(database, commune.staff) == 0
    sent = await send(database, commune.leader, meeting)
    assert await waiting(database, commune.staff) == await waiting(database, commune.cadre) == 1
    posts = await posts_of(database, commune.cadre)
    async with database.write() as unit:
        by = (await people.persons(unit, [commune.cadre]))[commune.cadre]
        await accept_report(
            ActorContext(unit, by, posts, POLICY, at(7), REACTIONS),
            meeting_id=meeting.id,
            version=1,
            seen=0,
        )
    assert await waiting(database, commune.staff) == 0
    await send(database, commune.leader, meeting, held(present=30), corrects=1)
    assert await waiting(database, commune.staff) == 1
    async with database.read() as unit:
        report = await reports.find(unit, sent.report_id)
        assert report
        assert await list_states(unit, [report]) == {report.id: ReviewState.SENT}


@pytest.mark.parametrize(
    ("values", "refusal", "code"),
    [
        ({"version": 2}, Conflict, "review-corrected-meanwhile"),
        ({"step": "nothing"}, BadInput, "review-no-step"),
        ({"reason": " x "}, BadInput, "review-no-reason"),
        ({"reason": "x" * 301}, BadInput, "words-too-long"),
    ],
)
async def test_a_return_that_cannot_be_changes_nothing(
    database: Database,
    commune: Commune,
    values: dict[str, object],
    refusal: type[Exception],
    code: str,
) -> None:
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    posts = await posts_of(database, commune.cadre)
    usual = {"version": 1, "seen": 0, "step": "present", "reason": "Xin xem lại"}
    async with database.write() as unit:
        by = (await people.persons(unit, [commune.cadre]))[commune.cadre]
        with pytest.raises(refusal, match=code):
            await return_report(
                ActorContext(unit, by, posts, POLICY, at(7), REACTIONS),
                meeting_id=meeting.id,
                **(usual | values),  # type: ignore[arg-type]
            )
    assert await waiting(database, commune.cadre) == 1
