from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from sqlalchemy import update

from channels.telegram.channel import TelegramChannel
from domain.calendar import Period
from domain.meetings import MeetingState, subject_of
from domain.outbox import OutboxRow
from domain.people import Role
from domain.policy import Policy
from domain.reminders import is_quiet
from operations.messaging.sending import load_outgoing
from operations.notifications.reminding import enqueue_reminders
from storage import Database, UnitOfWork
from storage.directory import directory_changes
from storage.meetings import meetings
from storage.messages import addresses, outbox
from storage.people import people
from storage.tables.directory import person as person_table
from storage.tables.meetings import meeting as table
from tests.directory import POLICY, Directory, at
from tests.reached import queued, reach
from tests.reminding import all_due

ON_5 = date(2026, 11, 5)
HALF = timedelta(minutes=30)


async def plan(
    unit: UnitOfWork, chapter: int, day: date | None, *, start: str = "19:00", ordinal: int = 1
) -> int:
    period = Period(2026, 11) if day is None else Period(day.year, day.month)
    return await unit.add(
        table,
        chapter_id=chapter,
        type="regular",
        period=str(period),
        ordinal=ordinal,
        planned_on=day,
        start_time=start,
        duration_min=90,
        place="Nhà văn hóa ấp",
        state="planned",
        due_on=(day or period.last_day) + timedelta(days=5),
        closes_on=(day or period.last_day) + timedelta(days=40),
    )


async def settle(
    unit: UnitOfWork, meeting: int, *, now: datetime, moved_to: date | None = None
) -> None:
    state = MeetingState.MOVED if moved_to else MeetingState.HELD
    await meetings.settle(unit, meeting, state=state, reason=None, moved_to=moved_to, due_on=ON_5)
    await outbox.cancel(unit, [subject_of(meeting)], now=now)


async def remind(unit: UnitOfWork, now: datetime, *, policy: Policy = POLICY) -> list[OutboxRow]:
    before = {row.id for row in await queued(unit)}
    due = await all_due(unit, policy=policy, now=now)
    await enqueue_reminders(unit, due, policy=policy, now=now)
    return [row for row in await queued(unit) if row.id not in before]


async def outgoing(unit: UnitOfWork, now: datetime) -> tuple[list[OutboxRow], dict[int, str]]:
    batch = await load_outgoing(
        unit,
        channel="telegram",
        account="main",
        abilities=TelegramChannel.abilities,
        under_way=(),
        replies=10,
        started=10,
        policy=POLICY,
        now=now,
    )
    verdicts = {row_id: settlement.state for row_id, settlement in batch.verdicts.items()}
    return [row for row in batch.rows if row.id not in verdicts], verdicts


class Leader:
    """A leader with two chapters, each with a meeting on the fifth."""

    person: int
    chapters: tuple[int, int]
    meetings: tuple[int, int]


async def settle_leader(unit: UnitOfWork, *, with_address: bool = True) -> Leader:
    make, leader = Directory(unit), Leader()
    area = await make.area("Ấp Cái Cối")
    kind = await make.kind()
    leader.person = await make.person("Thạch Thị Lan")
    leader.chapters = (
        await make.chapter("Chi hội phụ nữ", area, kind),
        await make.chapter("Tổ hội tôm", area, kind),
    )
    for chapter in leader.chapters:
        await make.post(leader.person, Role.LEADER, chapter=chapter)
    leader.meetings = (
        await plan(unit, leader.chapters[0], ON_5),
        await plan(unit, leader.chapters[1], ON_5),
    )
    if with_address:
        await reach(unit, leader.person, now=at(1))
    return leader


def asked_by(row: OutboxRow) -> list[str]:
    return [choice.key for choice in row.message.prompt.choices] if row.message.prompt else []


async def days_apart(unit: UnitOfWork, days: int) -> Leader:
    """The second meeting of the leader is some days after the first."""
    leader = await settle_leader(unit)
    later = ON_5 + timedelta(days=days)
    await settle(unit, leader.meetings[1], now=at(1), moved_to=later)
    return leader


async def test_meetings_a_day_or_two_apart_are_spoken_of_together(database: Database) -> None:
    async with database.write() as unit:
        leader = await days_apart(unit, 1)
        both = [f"report.{meeting}" for meeting in leader.meetings]
        (ahead,) = await remind(unit, at(2, 7))
        assert asked_by(ahead) == both
        assert "thứ Sáu, 06/11/2026" in ahead.message.text
        assert await remind(unit, at(3, 7)) == []
        (morning,) = await remind(unit, at(5, 7))
        assert asked_by(morning) == both
        await remind(unit, at(5, 20) + HALF)
        assert await remind(unit, at(6, 7)) == []
        (over,) = await remind(unit, at(6, 20) + HALF)
        assert asked_by(over) == both
        assert await remind(unit, at(7, 7)) == []
        rows, _ = await outgoing(unit, at(6, 20) + HALF)
        assert asked_by(rows[-1]) == both


async def test_meetings_far_apart_have_the_first_word_and_the_question_after_it(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await days_apart(unit, 15)
        first, second = leader.meetings
        spoken = {
            day: [
                asked_by(row) for hour in (7, 21) for row in await remind(unit, evening(day, hour))
            ]
            for day in range(2, 29)
        }
        a, b = f"report.{first}", f"report.{second}"
        assert {day: said for day, said in spoken.items() if said} == {
            2: [[a]],
            5: [[a]],
            7: [[a]],
            17: [[a, b]],
            20: [[b]],
            22: [[a, b]],
            25: [[b]],
        }


def evening(day: int, hour: int) -> datetime:
    """The hour of a morning, or shortly before the quiet hours."""
    return at(day, hour) if hour < 12 else at(day, hour) - timedelta(minutes=10)


async def test_who_waits_for_one_meeting_only_is_not_told_of_the_other_too_soon(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await days_apart(unit, 1)
        (row,) = await remind(unit, at(2, 7))
        await settle(unit, leader.meetings[0], now=at(2, 8))
        assert await outgoing(unit, at(2, 9)) == ([], {row.id: "cancelled"})


async def test_a_morning_has_one_message_however_many_chapters(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        (row,) = await remind(unit, at(2, 7))
        assert row.message.prompt is not None
        assert row.message.prompt.id.startswith("do.")
        assert [choice.key for choice in row.message.prompt.choices] == [
            f"report.{meeting}" for meeting in leader.meetings
        ]
        assert "đồng chí Lan" in row.message.text
        assert "thứ Năm, 05/11/2026" in row.message.text
        assert await remind(unit, at(2, 8)) == []


async def test_a_leader_is_called_by_both_words_of_a_name_where_the_office_says_so(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        named = {"name": "Kim Thị Sa Rinh", "address_form": "đồng chí Sa Rinh"}
        await unit.run(update(person_table).where(person_table.c.id == leader.person), named)
        (row,) = await remind(unit, at(2, 7))
    assert row.message.text.startswith("Xin nhắc đồng chí Sa Rinh:")


async def test_after_the_end_the_report_is_asked_for(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        assert await remind(unit, at(5, 7)) != []
        (row,) = await remind(unit, at(5, 20) + timedelta(minutes=30))
        assert "Đã đến lúc báo cáo" in row.message.text
        assert await remind(unit, at(6, 7)) == []
        await settle(unit, leader.meetings[0], now=at(6, 8))
        (late,) = await remind(unit, at(7, 7))
        assert late.subject == subject_of(leader.meetings[1])


async def test_two_meetings_of_a_day_are_asked_for_together_when_both_are_over(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        for meeting in leader.meetings:
            await settle(unit, meeting, now=at(1))
        first = await plan(unit, leader.chapters[0], ON_5, start="14:00", ordinal=2)
        second = await plan(unit, leader.chapters[1], ON_5, start="19:00", ordinal=2)
        await remind(unit, at(5, 7))
        assert await remind(unit, at(5, 16)) == []
        (row,) = await remind(unit, at(5, 20) + timedelta(minutes=30))
        assert row.message.prompt
        asked = [choice.key for choice in row.message.prompt.choices]
        assert asked == [f"report.{first}", f"report.{second}"]
        assert await remind(unit, at(6, 7)) == []


async def test_a_meeting_moved_to_a_day_after_its_message_is_asked_for_that_very_evening(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        first, second = leader.meetings
        await settle(unit, second, now=at(1), moved_to=date(2026, 11, 20))
        assert [row.subject for row in await remind(unit, at(5, 20) + HALF)] == [subject_of(first)]
        assert await remind(unit, at(5, 20) + HALF) == []
        await settle(unit, second, now=at(5, 20), moved_to=ON_5)
        (row,) = await remind(unit, at(5, 20) + HALF)
        assert row.subject == subject_of(second)
        assert "Đã đến lúc báo cáo" in row.message.text
        assert await remind(unit, at(5, 20) + HALF) == []
        assert await remind(unit, at(6, 7)) == []


async def test_a_meeting_moved_too_late_for_the_evening_is_asked_for_in_the_morning(
    database: Database,
) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        _, second = leader.meetings
        await settle(unit, second, now=at(1), moved_to=date(2026, 11, 20))
        await remind(unit, at(5, 20) + HALF)
        await settle(unit, second, now=at(5, 22), moved_to=ON_5)
        assert await remind(unit, at(5, 22)) == []
        (row,) = await remind(unit, at(6, 7))
        assert f"report.{second}" in asked_by(row)


async def test_an_end_in_the_quiet_hours_waits_for_the_morning(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        for meeting in leader.meetings:
            await settle(unit, meeting, now=at(1))
        await plan(unit, leader.chapters[0], ON_5, start="20:00", ordinal=2)
        await remind(unit, at(5, 7))
        assert await remind(unit, at(5, 21) + timedelta(minutes=30)) == []
        (row,) = await remind(unit, at(6, 7))
        assert "Đã đến lúc báo cáo" in row.message.text


async def test_a_report_cancels_a_waiting_reminder_of_one_meeting(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        await settle(unit, leader.meetings[0], now=at(6))
        (row,) = await remind(unit, at(7, 7))
        await settle(unit, leader.meetings[1], now=at(7, 8))
        assert row.id not in {outbox_row.id for outbox_row in await queued(unit)}


async def test_a_waiting_reminder_loses_the_meeting_that_was_reported(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        (row,) = await remind(unit, at(7, 7))
        await settle(unit, leader.meetings[0], now=at(7, 8))
        ((shorter,), _) = await outgoing(unit, at(7, 9))
        assert shorter.id == row.id
        assert shorter.message.prompt is not None
        assert [choice.key for choice in shorter.message.prompt.choices] == [
            f"report.{leader.meetings[1]}"
        ]
        assert "Chi hội phụ nữ" not in shorter.message.text
        await settle(unit, leader.meetings[1], now=at(7, 9))
        assert await outgoing(unit, at(7, 9)) == ([], {row.id: "cancelled"})


async def test_a_waiting_reminder_follows_a_moved_meeting(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        (row,) = await remind(unit, at(2, 7))
        for meeting in leader.meetings:
            await settle(unit, meeting, now=at(2, 8), moved_to=date(2026, 11, 20))
        assert await outgoing(unit, at(2, 9)) == ([], {row.id: "cancelled"})
        assert await remind(unit, at(7, 7)) == []
        (ahead,) = await remind(unit, at(17, 7))
        assert "20/11/2026" in ahead.message.text


async def test_nobody_is_reminded_in_vain(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit, with_address=False)
        assert await remind(unit, at(2, 7)) == []
        here = await reach(unit, leader.person, now=at(2))
        await addresses.set_reachable(unit, here.id, reachable=False, now=at(2))
        assert await remind(unit, at(2, 8)) == []
        await addresses.set_reachable(unit, here.id, reachable=True, now=at(2))
        for post in (await people.posts_of(unit, [leader.person]))[leader.person]:
            await directory_changes.set_end(unit, post.id, date(2026, 11, 1))
        assert await remind(unit, at(2, 9)) == []


async def test_the_deputy_is_asked_only_for_want_of_a_leader(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        make = Directory(unit)
        deputy = await make.person("Trần Thị Bé")
        await make.post(deputy, Role.DEPUTY, chapter=leader.chapters[0])
        here = await reach(unit, deputy, now=at(1))
        assert here.id not in {row.address_id for row in await remind(unit, at(2, 7))}
        for address in await addresses.of_person(unit, leader.person):
            await addresses.set_reachable(unit, address.id, reachable=False, now=at(3))
        (row,) = await remind(unit, at(5, 7))
        assert row.address_id == here.id


async def test_a_meeting_without_a_day_is_asked_for_gently(database: Database) -> None:
    async with database.write() as unit:
        leader = await settle_leader(unit)
        for meeting in leader.meetings:
            await settle(unit, meeting, now=at(1))
        await plan(unit, leader.chapters[0], None, ordinal=2)
        (row,) = await remind(unit, at(23, 7))
        assert "chậm nhất ngày 30/11/2026" in row.message.text
        assert await remind(unit, at(24, 7)) == []
        (late,) = await remind(unit, at(2, 7, month=12))
        assert "tháng 11/2026" in late.message.text


STARTS = ("08:00", "14:00", "19:00", "20:00")
HOURS = ((6, 45), (7, 0), (9, 40), (12, 0), (15, 45), (20, 35), (21, 40), (23, 0))
WINDOWS = {
    "ahead": (-3, time(7), -1, time(0)),
    "today": (0, time(7), 0, None),
    "late2": (2, time(7), 3, time(0)),
    "late5": (5, time(7), 6, time(0)),
}


def slot_of(key: str, day: date, today: date) -> str:
    if not key.endswith("morning"):
        return "report"
    names = {-3: "ahead", -2: "ahead", 0: "today", 1: "report", 2: "late2", 5: "late5"}
    return names[(today - day).days]


class Months:
    """Two months of two leaders, with reports and downtime as the dice fall."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311 - a simulation
        self.planned: dict[int, datetime] = {}
        self.reported: dict[int, datetime] = {}
        self.ran: list[datetime] = []
        self.said: Counter[tuple[int, str]] = Counter()
        self.down_until = self.looked_at = moment_of(0, (0, 0))

    async def begin(self, unit: UnitOfWork) -> None:
        make = Directory(unit)
        area, kind = await make.area("Ấp Cái Cối"), await make.kind()
        for name in ("Thạch Thị Lan", "Kim Thị Út"):
            person, chapter = await make.person(name), await make.chapter(name, area, kind)
            await make.post(person, Role.LEADER, chapter=chapter)
            await reach(unit, person, now=at(1))
            for month in (11, 12):
                day = date(2026, month, self.dice.randint(6, 22))
                start = self.dice.choice(STARTS)
                found = await plan(unit, chapter, day, start=start, ordinal=3)
                starts = datetime.combine(day, time.fromisoformat(start), tzinfo=POLICY.timezone)
                self.planned[found] = starts
                self.reported[found] = starts + timedelta(hours=self.dice.randint(-24, 200))

    async def live_through(self, unit: UnitOfWork, local: datetime) -> None:
        for number, moment in self.reported.items():
            if self.looked_at < moment <= local:
                await settle(unit, number, now=local)
        self.looked_at = local
        if self.dice.random() < 0.05:
            self.down_until = local + timedelta(hours=self.dice.randint(1, 40))
        if local >= self.down_until:
            self.ran.append(local)
            await self.run(unit, local)

    async def run(self, unit: UnitOfWork, local: datetime) -> None:
        due = await all_due(unit, policy=POLICY, now=local)
        await enqueue_reminders(unit, due, policy=POLICY, now=local)
        assert not (due and is_quiet(local, POLICY))
        assert len({message.key for message in due}) == len(due)
        for message in due:
            for about in message.about:
                number = about.meeting.id
                assert local < self.reported[number]
                slot = slot_of(message.key, self.planned[number].date(), local.date())
                self.said[number, slot] += 1

    def could(self, number: int, slot: str, first: datetime, last: datetime) -> bool:
        """True when the scheduler ran at a moment at which this was to be said."""
        return any(
            first <= moment < last
            and moment < self.reported[number]
            and not is_quiet(moment, POLICY)
            and (slot != "report" or self.asks(number, moment))
            for moment in self.ran
        )

    def asks(self, number: int, moment: datetime) -> bool:
        """True when reports are asked for: the meeting is over, or it is a morning."""
        starts = self.planned[number]
        if moment.date() != starts.date():
            return moment.time() >= time(7)
        return starts + timedelta(minutes=90) <= moment


def moment_of(day: int, clock: tuple[int, int]) -> datetime:
    return datetime(2026, 11, 1, *clock, tzinfo=POLICY.timezone) + timedelta(days=day)


# What the dice find out hangs on no database, so that one life is enough on the other.
@pytest.mark.parametrize(
    ("database_url", "seed"),
    [("sqlite", 0), ("sqlite", 1), ("sqlite", 2), ("postgresql", 0)],
    indirect=["database_url"],
)
async def test_over_months_each_reminder_comes_once_and_none_is_lost(
    database: Database, seed: int
) -> None:
    months = Months(seed)
    async with database.write() as unit:
        await months.begin(unit)
        for day in range(62):
            for clock in HOURS:
                await months.live_through(unit, moment_of(day, clock))
    assert months.said
    for number, starts in months.planned.items():
        for slot, first, last in windows(starts):
            expected = int(months.could(number, slot, first, last))
            assert months.said[number, slot] == expected, (number, slot)


def windows(starts: datetime) -> list[tuple[str, datetime, datetime]]:
    def moment(days: int, clock: time) -> datetime:
        day = starts.date() + timedelta(days=days)
        return datetime.combine(day, clock, tzinfo=POLICY.timezone)

    found = [
        (slot, moment(first, begins), moment(last, ends) if ends is not None else starts)
        for slot, (first, begins, last, ends) in WINDOWS.items()
    ]
    return [*found, ("report", starts + timedelta(minutes=90), moment(2, time(0)))]
