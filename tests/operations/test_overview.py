from dataclasses import replace
from datetime import date, datetime

import pytest

from domain.calendar import Period
from domain.chapters import Area
from domain.figures import total_of
from domain.indicators import Indicator
from domain.people import Role
from domain.refusals import NotFound
from domain.report import ReportState
from domain.reporting_span import Span
from operations.documents.facts import Subject, count_total
from operations.figures.counting import MonthReader
from operations.figures.indicators import get_report
from operations.figures.overview import DeskFigures, Overview, count_desk, overview
from operations.notifications.digesting import make_summary
from operations.report_status import ReportStatus
from storage import Database
from tests.directory import POLICY, Directory, at, held, settle_commune
from tests.operations.planned import november, send

NOVEMBER = Period(2026, 11)
DAY_11 = at(11)
LATE = date(2026, 11, 11)


async def look(
    database: Database, person_id: int, *, today: date = LATE, area_id: int | None = None
) -> Overview:
    async with database.read() as unit:
        posts = await Directory(unit).posts(person_id)
        return await overview(unit, posts, day=date(2026, 11, 30), today=today, area_id=area_id)


async def count(
    database: Database, person_id: int, place: Area, *, now: datetime = DAY_11
) -> DeskFigures:
    async with database.read() as unit:
        posts = await Directory(unit).posts(person_id)
        return await count_desk(MonthReader(unit, POLICY, now), posts, place, NOVEMBER)


async def test_staff_see_who_has_reported_and_who_has_not(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    seen = await look(database, commune.staff, area_id=commune.commune.id)
    assert [(line.row.chapter_id, line.status) for line in seen.lines] == [
        (commune.chapter, ReportStatus.ON_TIME),
        (commune.other_chapter, ReportStatus.MISSING),
    ]
    assert {line.area_id for line in seen.lines} == {commune.hamlet.id, commune.other_hamlet.id}
    counted = await count(database, commune.staff, commune.commune)
    assert {
        number: (sums.on_time, sums.missing, sums.expected)
        for number, sums in counted.by_area.items()
    } == {commune.hamlet.id: (1, 0, 1), commune.other_hamlet.id: (0, 1, 1)}
    ((kind, figures),) = counted.by_kind.items()
    assert (kind, figures.on_time, figures.missing) == (commune.kind, 1, 1)
    assert {area.name for area in counted.areas.values()} == {"Ấp Cái Cối", "Ấp La Ghi"}


async def test_before_its_due_day_a_meeting_is_not_missing(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    seen = await look(database, commune.staff, today=date(2026, 11, 10))
    assert (seen.total.awaited, seen.total.due) == (2, 0)


async def test_late_and_not_held_are_told_apart(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting, now=at(11))
    assert (await look(database, commune.staff)).total.late == 1
    called_off = replace(
        held(), state=ReportState.NOT_HELD, held_date=None, present=None, reason="season"
    )
    await send(database, commune.leader, meeting, called_off, now=at(11), corrects=1)
    seen = await look(database, commune.staff)
    assert [line.status for line in seen.lines].count(ReportStatus.NOT_HELD) == 1
    # Who reports late that there was no meeting has still reported late.
    assert (seen.total.late, seen.total.not_held) == (1, 1)


async def test_a_cadre_sees_only_the_chapters_of_the_post(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    seen = await look(database, commune.cadre)
    assert [line.row.chapter_id for line in seen.lines] == [commune.chapter]
    assert (await look(database, commune.stranger)).lines == ()
    for viewer, area_id in ((commune.cadre, commune.other_hamlet.id), (commune.staff, 10**6)):
        with pytest.raises(NotFound):
            await look(database, viewer, area_id=area_id)


async def test_a_post_for_one_kind_does_not_reach_the_others(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers")
        chapter = await make.chapter("Chi hội nông dân", commune.other_hamlet, farmers)
        await make.post(commune.stranger, Role.READER, area=commune.commune, kind_id=farmers)
    await november(database, commune)
    seen = await look(database, commune.stranger)
    assert [line.row.chapter_id for line in seen.lines] == [chapter]


async def test_the_desk_and_the_digest_count_the_same(database: Database) -> None:
    """A meeting reported in time as not held is in time, here and there."""
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    called_off = replace(
        held(), state=ReportState.NOT_HELD, held_date=None, present=None, reason="season"
    )
    await send(database, commune.leader, meeting, called_off)
    for now in (at(6), at(10), at(11), at(20), at(9, month=12), at(20, month=12)):
        desk = (await count(database, commune.staff, commune.commune, now=now)).total
        async with database.read() as unit:
            digest = await make_summary(unit, commune.commune.id, NOVEMBER, policy=POLICY, now=now)
        assert desk == digest.total
        assert (desk.on_time, desk.not_held) == (1, 1)


async def test_chat_digest_targets_lists_and_documents_say_the_same(database: Database) -> None:
    """The figures of a place and month are one set, whoever shows them."""
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    for now in (at(10), DAY_11, at(11, month=12)):
        today = POLICY.day_of(now)
        shown = await count(database, commune.staff, commune.commune, now=now)
        listed = await look(database, commune.staff, today=today, area_id=commune.commune.id)
        async with database.read() as unit:
            posts = await Directory(unit).posts(commune.staff)
            digest = await make_summary(unit, commune.commune.id, NOVEMBER, policy=POLICY, now=now)
            report = await get_report(
                unit, posts, commune.commune.id, Span(2026, 11, 1), policy=POLICY, now=now
            )
            subject = Subject(commune.commune, "", Span(2026, 11, 1))
            written = await count_total(unit, subject, policy=POLICY, now=now)
        assert digest.total == shown.total == written
        assert total_of(shown.by_area.values()) == total_of(shown.by_kind.values()) == shown.total
        for name in ("expected", "on_time", "late", "missing", "not_held"):
            assert getattr(listed.total, name) == getattr(shown.total, name)
        on_time = next(line.now for line in report.lines if line.indicator is Indicator.ON_TIME)
        assert (on_time.part, on_time.whole) == (shown.total.on_time, shown.total.due)
