"""What was published of a month stays so; what changes later is told as a difference."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from domain.calendar import Period, period_of
from domain.corrections import differences
from domain.expectations import OwedMeeting, Reason
from domain.figures import Counted, Summary, Told, TopicCount
from domain.people import Role
from domain.report import ReportState
from operations.context import ActorContext
from operations.figures.closing import sum_closed
from operations.figures.counting import MonthReader, count_figures
from operations.figures.overview import count_after_closing, count_desk
from operations.meetings.reopening import reopen_period
from operations.notifications.digesting import make_summary
from operations.reactions import REACTIONS
from scheduler import ClockContext, run_due
from storage import Database
from storage.directory import digest_targets, summed_months
from storage.figures import closed
from storage.meetings import expectations
from storage.people import people
from storage.tables.figures import closed_figures
from storage.tables.meetings import difficulty, report
from tests.directory import POLICY, Commune, Directory, at, held, settle_commune
from tests.operations.planned import meetings_of, send
from tests.reached import group, texts_to

OCTOBER, NOVEMBER = Period(2026, 10), Period(2026, 11)
# Mondays are the 2nd, 9th, 16th, 23rd and 30th of November, the 7th and 14th of December.
CLOSED = at(11, 8, month=12)
MONDAY_AFTER = at(14, 8, month=12)


def days(first: datetime, last: datetime) -> Sequence[datetime]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


class Place:
    """A commune of six chapters with a channel, whose clock is run."""

    def __init__(self, database: Database, commune: Commune, leaders: dict[int, int]) -> None:
        self.database, self.commune, self.leaders = database, commune, leaders
        self.context = ClockContext(database=database, policy=POLICY, clock=lambda: at(1))
        self.channel: Any = None

    async def run(self, *moments: datetime) -> None:
        for moment in moments:
            assert await run_due(self.context, moment) == []

    async def bind(self, now: datetime) -> None:
        async with self.database.write() as unit:
            self.channel = await group(unit, "Kênh xã", now=now)
            await digest_targets.bind(
                unit,
                address_id=self.channel.id,
                area_id=self.commune.commune.id,
                language="vi",
                bound_by=None,
                now=now,
            )

    async def said(self) -> list[str]:
        async with self.database.read() as unit:
            return await texts_to(unit, self.channel)

    async def report(self, chapter: int, now: datetime, **values: Any) -> None:
        month = period_of(POLICY.day_of(now), 1)
        (meeting,) = [
            meeting
            for meeting in await meetings_of(self.database, chapter, now)
            if meeting.period == month
        ]
        answers = held(5, month=month.month, **values)
        await send(self.database, self.leaders[chapter], meeting, answers, now=now)

    async def correct(self, chapter: int, now: datetime, **values: Any) -> None:
        """The office opens November for a chapter, which sends its report again or at last."""
        async with self.database.write() as unit:
            await reopen_period(
                ActorContext(
                    unit,
                    (await people.persons(unit, [self.commune.staff]))[self.commune.staff],
                    await Directory(unit).posts(self.commune.staff),
                    POLICY,
                    now,
                    REACTIONS,
                ),
                chapter_id=chapter,
                period=NOVEMBER,
                until=POLICY.day_of(now) + timedelta(days=3),
                reason="Ghi nhầm số liệu",
            )
        meetings = await meetings_of(self.database, chapter, now)
        (meeting,) = [meeting for meeting in meetings if meeting.period == NOVEMBER]
        async with self.database.read() as unit:
            corrects = await unit.scalar(
                select(func.coalesce(func.max(report.c.version), 0)).where(
                    report.c.meeting_id == meeting.id
                )
            )
        answers = replace(held(), **values)
        await send(
            self.database, self.leaders[chapter], meeting, answers, now=now, corrects=corrects
        )

    async def owe(self, month: Period) -> None:
        """A chapter owes a report for a month to a place where none was owed."""
        owed = OwedMeeting(month, self.commune.commune.id, 1, Reason.EXPECTED)
        async with self.database.write() as unit:
            await expectations.put(unit, {owed: [self.commune.chapter]})

    async def is_summed(self, month: Period) -> bool:
        async with self.database.read() as unit:
            return month in await summed_months.list_all(unit)

    async def summary(self, month: Period, now: datetime) -> Summary:
        async with self.database.read() as unit:
            return await make_summary(unit, self.commune.commune.id, month, policy=POLICY, now=now)


@pytest.fixture
async def place(database: Database) -> Place:
    commune = await settle_commune(database)
    leaders = {commune.chapter: commune.leader}
    async with database.write() as unit:
        make = Directory(unit)
        others = [
            await make.chapter(f"Chi hội {number}", commune.hamlet, commune.kind)
            for number in range(4)
        ]
        for number, chapter in enumerate((commune.other_chapter, *others)):
            leaders[chapter] = await make.person(f"Trần Văn {number}")
            await make.post(leaders[chapter], Role.LEADER, chapter=chapter)
    return Place(database, commune, leaders)


async def november_closed(place: Place) -> Sequence[int]:
    """Five of six chapters report; the month is closed and posted. Returns the chapters."""
    await place.run(at(1, 6))
    await place.bind(at(1, 7))
    chapters = list(place.leaders)
    for chapter in chapters[:5]:
        await place.report(chapter, at(6))
    await place.run(at(2, 8), at(9, 8), at(30, 8), CLOSED)
    return chapters


async def test_what_was_published_stays_and_a_change_is_posted_as_a_difference(
    place: Place,
) -> None:
    chapters = await november_closed(place)
    (final,) = [text for text in await place.said() if "Số liệu chốt ngày 10/12" in text]
    assert "Đã báo cáo 5/6 buổi đến hạn (83,3%)" in final
    assert "Đúng hạn 5, quá hạn chưa báo cáo 1" in final
    assert "Số người dự: 140/150" in final
    before = await place.summary(NOVEMBER, CLOSED)

    await place.correct(chapters[5], at(12, month=12))
    await place.correct(chapters[0], at(12, month=12), present=20)
    for now in (at(13, month=12), at(20, month=12), at(20, month=12) + timedelta(days=90)):
        assert await place.summary(NOVEMBER, now) == before
        async with place.database.read() as unit:
            posts = await Directory(unit).posts(place.commune.staff)
            at_place = (MonthReader(unit, POLICY, now), posts, place.commune.commune, NOVEMBER)
            desk, after = await count_desk(*at_place), await count_after_closing(*at_place)
        assert desk.total == before.total
        assert after is not None
        assert differences(desk.total, after) == {
            "late": (0, 1),
            "missing": (1, 0),
            "present": (140, 160),
            "room": (150, 180),
        }
    assert (await place.summary(Period(2026, 12), at(20, month=12))).before == before.total

    await place.run(at(13, 8, month=12))
    assert not [text for text in await place.said() if "ĐIỀU CHỈNH" in text]
    await place.run(MONDAY_AFTER, MONDAY_AFTER + timedelta(hours=5))
    (told,) = [text for text in await place.said() if "ĐIỀU CHỈNH" in text]
    assert "Bản 2: 2 thay đổi so với bản 1." in told
    assert "Báo cáo chậm: 0 → 1" in told
    assert "Chưa báo cáo: 1 → 0" in told
    # The sums of two chapters would tell what they wrote.
    assert "Số người dự" not in told

    await place.correct(chapters[1], at(15, month=12), present=21)
    await place.run(at(21, 8, month=12), at(28, 8, month=12))
    corrections = [text for text in await place.said() if "ĐIỀU CHỈNH" in text]
    assert len(corrections) == 2
    assert "Bản 3: " in corrections[1]
    assert "Số người dự: 140 → 153" in corrections[1]
    assert "Báo cáo chậm" not in corrections[1]


async def test_a_report_turned_into_not_held_is_told_without_its_sums(place: Place) -> None:
    chapters = await november_closed(place)
    await place.correct(
        chapters[0],
        at(12, month=12),
        state=ReportState.NOT_HELD,
        held_date=None,
        present=None,
        reason="season",
    )
    await place.run(MONDAY_AFTER)
    (told,) = [text for text in await place.said() if "ĐIỀU CHỈNH" in text]
    assert "Không tổ chức được: 0 → 1" in told
    assert "Số người" not in told


async def test_a_closed_month_keeps_the_backlog_of_its_closing_day(place: Place) -> None:
    chapters = await november_closed(place)
    async with place.database.write() as unit:
        await unit.run(update(difficulty).values(due_on=date(2026, 12, 20)))
    first = await place.summary(NOVEMBER, CLOSED)
    for chapter in chapters[:3]:
        await place.report(chapter, at(12, month=12), difficulties=())
    later = await place.summary(NOVEMBER, at(20, month=12) + timedelta(days=60))
    assert (later.cases, later.difficulties) == (first.cases, first.difficulties)


async def test_a_clock_that_stood_still_closes_as_of_the_day_of_closing(place: Place) -> None:
    """What was reported, raised or solved after closing does not count, whenever it is stored."""
    await place.run(at(1, 6))
    chapters = list(place.leaders)
    for chapter in chapters[:5]:
        await place.report(chapter, at(6))
    await place.correct(chapters[5], at(12, month=12))
    async with place.database.read() as unit:
        assert not await unit.scalar(select(func.count()).select_from(closed_figures))
    counted = await place.summary(NOVEMBER, at(14, month=12))
    await place.run(at(15, 8, month=12))
    async with place.database.read() as unit:
        assert await unit.scalar(select(func.count()).select_from(closed_figures))
    stored = await place.summary(NOVEMBER, at(20, month=12))
    assert stored.total == counted.total
    assert (stored.total.missing, stored.total.late) == (1, 0)


async def test_no_month_before_the_beginning_is_posted(place: Place) -> None:
    await place.run(at(1, 6))
    await place.bind(at(1, 7))
    await place.run(at(9, 8), at(11, 8), at(12, 8))
    assert not [text for text in await place.said() if "THÁNG 10/2026" in text]


async def test_what_is_stored_for_what_is_told_alone_is_no_figure(place: Place) -> None:
    await november_closed(place)
    before = await place.summary(NOVEMBER, CLOSED)
    async with place.database.write() as unit:
        idle = await Directory(unit).kind("idle")
        told = Told(topics=(TopicCount(title="Chuyện bên lề", meetings=4, chapters=4),))
        cell = Counted(
            area_id=place.commune.hamlet.id,
            kind_id=idle,
            kind="Chi hội idle",
            association="Hội Liên hiệp Phụ nữ",
            told=told,
        )
        await closed.add(unit, NOVEMBER, [cell], as_of=date(2026, 12, 10), now=CLOSED)
    async with place.database.read() as unit:
        counted = await count_figures(
            unit, place.commune.commune.path, NOVEMBER, policy=POLICY, now=CLOSED
        )
    assert {month.kind_id for month in counted} == {place.commune.kind}
    after = await place.summary(NOVEMBER, CLOSED)
    assert after.cells == before.cells
    assert {topic.title for topic in after.topics} >= {"Chuyện bên lề"}


async def test_what_is_owed_while_a_month_is_summed_is_not_missed(place: Place) -> None:
    await november_closed(place)
    assert await place.is_summed(NOVEMBER)
    async with place.database.write() as unit:
        await summed_months.forget_all(unit)
    async with place.database.write() as unit:
        await sum_closed(unit, NOVEMBER)
        late = asyncio.create_task(place.owe(NOVEMBER))
        # Time enough for one that does not wait for the sums.
        await asyncio.wait([late], timeout=0.5)
    await late
    assert not await place.is_summed(NOVEMBER)
    # Whoever had found before that the month is stored everywhere finds that it no longer is.
    async with place.database.write() as unit:
        await sum_closed(unit, NOVEMBER)
    assert not await place.is_summed(NOVEMBER)
    await place.run(CLOSED + timedelta(hours=1))
    assert await place.is_summed(NOVEMBER)
