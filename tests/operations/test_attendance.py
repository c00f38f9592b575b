from collections.abc import Collection
from datetime import date, datetime

import pytest

from domain.people import Role
from domain.records import EveningMeeting, Presence
from domain.refusals import BadInput, Closed, NotAllowed
from domain.report import CadrePresence
from operations.cadres.attendance import confirm_attendance, list_evening
from storage import Database
from tests.directory import POLICY, Commune, Directory, at, held, settle_commune
from tests.operations.planned import meetings_of, november, plan_all, send

THE_5TH = date(2026, 11, 5)


async def two_meetings(database: Database) -> Commune:
    """A commune whose cadre is assigned to both hamlets."""
    commune = await settle_commune(database)
    async with database.write() as unit:
        await Directory(unit).post(commune.cadre, Role.CADRE, chapter=commune.other_chapter)
    await november(database, commune)
    return commune


async def evening(database: Database, person_id: int, day: date) -> list[EveningMeeting]:
    async with database.read() as unit:
        return await list_evening(unit, person_id, day=day)


async def confirm(
    database: Database,
    person_id: int,
    ticked: Collection[int],
    *,
    now: datetime,
    day: date = THE_5TH,
) -> list[Presence]:
    async with database.write() as unit:
        after = await confirm_attendance(
            unit, person_id=person_id, ticked=ticked, day=THE_5TH, policy=POLICY, now=now
        )
    return [meeting.state for meeting in after]


async def test_ticking_one_of_two_meetings_leaves_the_other_unconfirmed_not_absent(
    database: Database,
) -> None:
    commune = await two_meetings(database)
    first, second = await evening(database, commune.cadre, THE_5TH)
    assert first.chapter_name == "Chi hội phụ nữ ấp Cái Cối"
    assert await confirm(database, commune.cadre, [first.meeting_id], now=at(5, 21)) == [
        Presence.ATTENDED,
        Presence.UNCONFIRMED,
    ]
    assert await confirm(database, commune.cadre, [second.meeting_id], now=at(5, 22)) == [
        Presence.UNCONFIRMED,
        Presence.ATTENDED,
    ]


async def test_the_cadres_word_and_the_chapters_stand_side_by_side(database: Database) -> None:
    commune = await two_meetings(database)
    [meeting, _] = await evening(database, commune.cadre, THE_5TH)
    await confirm(database, commune.cadre, [meeting.meeting_id], now=at(5, 21))
    [planned, *_] = await meetings_of(database, commune.chapter, at(5))
    await send(database, commune.leader, planned, held(cadre_present=CadrePresence.NO))
    [after, _] = await evening(database, commune.cadre, THE_5TH)
    assert (after.state, after.leader_word) == (Presence.ATTENDED, "no")


async def test_a_meeting_counts_on_the_day_it_was_really_held(database: Database) -> None:
    commune = await two_meetings(database)
    [planned, *_] = await meetings_of(database, commune.chapter, at(5))
    await send(database, commune.leader, planned, held(6, reason="weather"), now=at(7))
    assert [
        meeting.meeting_id for meeting in await evening(database, commune.cadre, date(2026, 11, 6))
    ] == [planned.id]
    assert len(await evening(database, commune.cadre, THE_5TH)) == 1


async def test_nobody_confirms_ahead_or_for_meetings_of_others_or_after_the_closing_day(
    database: Database,
) -> None:
    commune = await two_meetings(database)
    [meeting, _] = await evening(database, commune.cadre, THE_5TH)
    with pytest.raises(BadInput):
        await confirm(database, commune.cadre, [meeting.meeting_id], now=at(4))
    with pytest.raises(NotAllowed):
        await confirm(database, commune.stranger, [meeting.meeting_id], now=at(5))
    with pytest.raises(Closed):
        await confirm(database, commune.cadre, [meeting.meeting_id], now=at(11, month=12))
    assert {meeting.state for meeting in await evening(database, commune.cadre, THE_5TH)} == {
        Presence.UNCONFIRMED
    }


async def test_planning_again_keeps_what_a_cadre_has_confirmed(database: Database) -> None:
    commune = await two_meetings(database)
    ids = [meeting.meeting_id for meeting in await evening(database, commune.cadre, THE_5TH)]
    await confirm(database, commune.cadre, ids, now=at(5, 21))
    await plan_all(database, at(5, 22))
    assert [meeting.state for meeting in await evening(database, commune.cadre, THE_5TH)] == [
        Presence.ATTENDED,
        Presence.ATTENDED,
    ]
