import asyncio
import shutil
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.sample import load_sample
from bot.sample.directory import SINCE
from domain.calendar import is_on_time
from domain.chapters import Recording
from domain.exemplars import CopyState, State
from domain.meetings import Meeting, MeetingState
from domain.people import Role
from domain.policy import Policy
from domain.records import Presence, Report
from domain.report import ReportState, check_report
from domain.reviews import state_of
from domain.visits import Intent
from operations.meetings.planning import list_to_plan, plan_areas
from operations.reports.reporting import number_of
from storage import Database
from storage.cadres import attendance, meeting_grades, score_tables, visits
from storage.cadres.meeting_grades import Source
from storage.directory import areas, chapters
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports, reviews
from storage.tables.cadres import duty
from storage.tables.programmes import exemplar, exemplar_copy
from storage.tables.questionnaires import questionnaire, questionnaire_answer
from storage.topics import topic_openings

POLICY = Policy()
NOW = datetime(2026, 11, 1, 16, 50, tzinfo=POLICY.timezone)
LONG_VINH = "xã Long Vĩnh"


@pytest.fixture(scope="module")
def sample_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the sample, to be copied."""
    file = tmp_path_factory.mktemp("sample") / "sample.db"
    shutil.copy(sqlite_template, file)
    asyncio.run(_load(file))
    return file


async def _load(file: Path) -> None:
    database = Database(f"sqlite:///{file}", new_id=lambda: 1)
    await load_sample(database, now=NOW, policy=POLICY)
    await database.close()


@pytest.fixture
async def loaded(database: Database, sample_file: Path) -> Database:
    if database.is_sqlite:
        shutil.copy(sample_file, str(database.url.database))
    else:
        await load_sample(database, now=NOW, policy=POLICY)
    return database


async def _records(database: Database) -> list[tuple[Meeting, Report | None]]:
    async with database.read() as unit:
        known = await chapters.list_in_scopes(
            unit, chapter_ids=(), scopes=[("/", None)], day=NOW.date()
        )
        ids = [chapter.id for chapter in known]
        every = await meetings.list_open(unit, ids, today=SINCE)
        sent = await reports.of_meetings(unit, [meeting.id for meeting in every])
    return [
        (meeting, sent.get(meeting.id)) for meeting in sorted(every, key=lambda value: value.id)
    ]


async def test_the_first_commune_is_there_in_full(loaded: Database) -> None:
    async with loaded.read() as unit:
        places = await areas.list_below(unit, "/")
        commune = next(area for area in places if area.name == LONG_VINH)
        inside = await areas.list_below(unit, commune.path)
        known = await chapters.list_in_scopes(
            unit, chapter_ids=(), scopes=[(commune.path, None)], day=NOW.date()
        )
    assert commune.code == "29533"
    assert len(inside) == 11
    kinds = Counter(chapter.kind.code for chapter in known)
    assert kinds.pop("to_hoi") == kinds.pop("cong_doan") == 1
    assert set(kinds.values()) == {10}
    assert len(kinds) == 6
    assert [chapter.kind.recording for chapter in known if chapter.kind.code == "chi_bo"] == [
        Recording.FRAME
    ] * 10


async def test_every_chapter_has_a_leader_and_one_of_a_dozen_cadres(loaded: Database) -> None:
    async with loaded.read() as unit:
        ids = [
            chapter.id
            for chapter in await chapters.list_in_scopes(
                unit, chapter_ids=(), scopes=[("/", None)], day=NOW.date()
            )
        ]
        leaders = await people.holders(unit, ids, roles=[Role.LEADER], day=NOW.date())
        cadres = await people.holders(unit, ids, roles=[Role.CADRE], day=NOW.date())
    assert set(leaders) == set(cadres) == set(ids)
    burden = Counter(holder.person.id for holders in cadres.values() for holder in holders)
    assert 12 <= len(burden) <= 15
    assert 3 <= min(burden.values()) <= max(burden.values()) <= 8


async def test_every_report_is_one_that_the_bot_would_have_taken(loaded: Database) -> None:
    for meeting, report in await _records(loaded):
        if report is None:
            continue
        sent = POLICY.local(report.sent_at)
        first = POLICY.day_of(report.first_sent_at)
        put_off = report.state is ReportState.MOVED
        planned = meeting.planned_on if put_off else meeting.day
        check_report(report.answers, planned_date=planned, today=sent.date())
        assert sent <= NOW
        assert sent.date() <= meeting.closes_on
        assert report.on_time is is_on_time(meeting.period, meeting.planned_on, first)
        assert report.number == number_of(meeting.id, meeting.period)
        assert meeting.state == MeetingState(report.state)
        assert (meeting.reason or "") == report.answers.reason
        assert report.answers.held_date is None or report.answers.held_date <= NOW.date()


async def test_every_version_of_a_report_is_kept(loaded: Database) -> None:
    corrected = [report for _, report in await _records(loaded) if report and report.version > 1]
    assert corrected
    async with loaded.read() as unit:
        for report in corrected:
            kept = await reports.revisions(unit, report.id)
            assert [revision.version for revision in kept] == [1, 2]
            assert kept[0].answers.state is ReportState.MOVED
            assert kept[0].answers.postponed_to == kept[1].answers.held_date


async def test_half_a_year_is_believable(loaded: Database) -> None:
    records = [
        (meeting, report)
        for meeting, report in await _records(loaded)
        if meeting.period.last_day < NOW.date() - timedelta(days=31)
    ]
    sent = [report for _, report in records if report]
    assert 0.8 < sum(report.on_time for report in sent) / len(records) < 0.97
    assert sum(not report.on_time for report in sent) > 5
    assert sum(meeting.state is MeetingState.UNREPORTED for meeting, _ in records) > 5
    assert sum(report.state is ReportState.NOT_HELD for report in sent) > 5
    moved = [r for m, r in records if r and r.answers.held_date not in (None, m.planned_on)]
    assert sum(bool(report.answers.reason) for report in moved) > 5
    told = Counter(
        difficulty.text for report in sent for difficulty in report.answers.difficulties
    )
    assert max(told.values()) > 2


async def test_a_cadre_is_at_one_place_at_a_time(loaded: Database) -> None:
    records = await _records(loaded)
    days = {meeting.id: report.answers.held_date for meeting, report in records if report}
    regular = {meeting.id for meeting, _ in records if meeting.planned_on}
    async with loaded.read() as unit:
        rows = await attendance.list_of(unit, [meeting.id for meeting, _ in records])
    words = {(row.state, row.leader_word) for row in rows}
    assert (Presence.ATTENDED, "yes") in words
    assert (Presence.UNCONFIRMED, "no") in words
    evenings = Counter(
        (row.person_id, days[row.meeting_id])
        for row in rows
        if row.leader_word == "yes" and row.meeting_id in regular
    )
    twice = sum(count > 1 for count in evenings.values())
    assert twice < len(evenings) / 20


async def test_planning_again_finds_nothing_to_add(loaded: Database) -> None:
    before = await _records(loaded)
    async with loaded.write() as unit:
        for area_ids in await list_to_plan(unit, today=NOW.date()):
            assert await plan_areas(unit, area_ids, policy=POLICY, now=NOW) == 0
    assert await _records(loaded) == before


async def test_the_same_seed_gives_the_same_half_year(
    loaded: Database, sqlite_template: Path, tmp_path: Path
) -> None:
    file = tmp_path / "twin.db"
    shutil.copy(sqlite_template, file)
    twin = Database(f"sqlite:///{file}", new_id=lambda: 1)
    try:
        await load_sample(twin, now=NOW, policy=POLICY)
        assert await _records(twin) == await _records(loaded)
    finally:
        await twin.close()


async def test_what_was_graded_and_reviewed_could_have_been(loaded: Database) -> None:
    records = {meeting.id: (meeting, report) for meeting, report in await _records(loaded)}
    async with loaded.read() as unit:
        graded = await meeting_grades.of_meetings(unit, records)
        tables = await score_tables.by_ids(
            unit, {grading.table_id or 0 for grading in graded.values()}
        )
        said = await reviews.of_reports(
            unit, [report.id for _, report in records.values() if report]
        )
    by_cadres = [grading for (_, source), grading in graded.items() if source is Source.CADRE]
    assert 0.7 < len(by_cadres) / sum(report is not None for _, report in records.values()) < 0.95
    for (meeting_id, source), given in graded.items():
        meeting, report = records[meeting_id]
        grade = tables[given.table_id or 0].find_grade(given.grade)
        assert meeting.state is MeetingState.HELD
        assert report
        assert grade
        assert given.reason or source is Source.SELF or not grade.needs_reason
        assert given.at <= NOW
    states = Counter(
        str(state_of(said[report.id], report.version)) for _, report in records.values() if report
    )
    assert states["accepted"] > states["read"] > 0
    assert states["sent"] > 0


async def test_topics_exemplars_duties_and_visits_are_on_record_too(loaded: Database) -> None:
    sent = [report for _, report in await _records(loaded) if report]
    async with loaded.read() as unit:
        models = (await unit.all(exemplar.select()), await unit.all(exemplar_copy.select()))
        opened = await topic_openings.list_of(
            unit,
            {report.answers.topic_id for report in sent if report.answers.topic_id},
        )
        owed = await unit.all(duty.select())
        coming = await visits.list_between(
            unit, first=NOW.date(), last=NOW.date() + timedelta(days=10)
        )
    assert {row.state for row in models[0]} == set(State)
    assert {row.state for row in models[1]} == {CopyState.TRYING, CopyState.DONE}
    assert len(opened) > 100
    assert len(owed) == 4
    assert {visit.intent for visit in coming} == {None, Intent.COMING, Intent.DECLINED}


async def test_the_commune_asks_of_its_own_and_has_what_was_told_last_quarter(
    loaded: Database,
) -> None:
    async with loaded.read() as unit:
        rows = await unit.all(questionnaire.select().order_by(questionnaire.c.id))
        told = await unit.all(questionnaire_answer.select())
    assert [(row.purpose, bool(row.sent_at)) for row in rows] == [
        ("sheet", False),
        ("sheet", True),
        ("report", False),
    ]
    assert {row.questionnaire_id for row in told} == {rows[1].id}
    assert len({row.chapter_id for row in told}) == len(told) > 10
