"""A year in the lives of some leaders: what the bot sends them, month by month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from channels.push.channel import PushChannel
from channels.telegram.channel import TelegramChannel
from channels.web import WebChannel
from domain.abilities import ChannelAbilities
from domain.devices import Subscription
from domain.meetings import Meeting, MeetingState
from domain.news import News, Section
from domain.outbox import OutboxRow
from domain.people import Role
from domain.report import ReportAnswers, ReportState
from operations.codes import hash_code
from operations.messaging.sending import Settlement, load_outgoing, settle
from operations.news import add_news
from operations.reports.reporting import submit_report
from scheduler import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database, UnitOfWork
from storage.meetings import meetings
from storage.messages import devices
from storage.people import web_sessions
from storage.people.web_sessions import NewSession
from storage.tables.directory import address
from storage.tables.mail import outbox
from tests.directory import POLICY, Directory, acting
from tests.operations.test_ways import join, use
from tests.reached import reach

FIRST = date(2026, 1, 1)
# The cadre's bundle is looked at for a while only, the leaders' messages all the year.
BUNDLED = date(2026, 2, 1)
# What a usual report takes on Zalo in both directions, as `tests/handlers/test_economy.py` counts.
REPORT_ON_ZALO = 8
MORNING = time(7)
CLOCKS = {
    MORNING: "reminders",
    time(10, 5): "unseen",
    time(17): "bundles",
    time(20, 35): "reminders",
}
PLANNING = ("holidays", "planning", "closing")
TELEGRAM, PAGE, RING, SMS = "telegram", "web", "push", "sms"
ABILITIES = {
    TELEGRAM: TelegramChannel.abilities,
    PAGE: WebChannel.abilities,
    RING: PushChannel.abilities,
    SMS: ChannelAbilities(brief=True, one_way=True, place_messages=10_000),
}


@dataclass(kw_only=True)
class Leader:
    """One leader; reports come some hours after a meeting, or never.

    Whoever has no messenger has a page that they never look at unless it rings; all have a number
    for text messages. A messenger that is `blocked` takes nothing in some months.
    """

    name: str
    ways: Sequence[str] = (TELEGRAM, SMS)
    blocked: Sequence[int] = ()
    rules: Sequence[dict[str, Any]]
    starts: Sequence[str] = ("19:00",)
    delays: Sequence[int] = ()
    eventful: bool = False
    person_id: int = 0
    chapter_ids: list[int] = field(default_factory=list)
    sent: Counter[str] = field(default_factory=Counter)
    reported: Counter[str] = field(default_factory=Counter)


class Year:
    """Lives through a year with the real jobs, some days of downtime and real reports."""

    def __init__(self, database: Database, leaders: Sequence[Leader], *, seed: int) -> None:
        self.database = database
        self.leaders = leaders
        self.dice = Random(seed)  # noqa: S311 - a simulation
        self.now = self._moment(FIRST, time(6, 45))
        self.context = ClockContext(database=database, policy=POLICY, clock=lambda: self.now)
        self.bundles: Counter[date] = Counter()
        self.by_address: dict[int, Leader] = {}
        self.put_on_pages: set[date] = set()
        self.by_way: Counter[str] = Counter()
        self.down_until = self.planned_until = FIRST
        self.evenings: set[date] = set()
        self.seen: set[int] = set()
        self.reports: list[tuple[datetime, Leader, Meeting]] = []

    @staticmethod
    def _moment(day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=POLICY.timezone)

    async def settle(self) -> None:
        async with self.database.write() as unit:
            make = Directory(unit)
            commune = await make.area("Xã Long Vĩnh")
            cadre = await make.person("Lê Văn Sáu")
            await make.post(cadre, Role.CADRE, area=commune)
            self.cadre = await reach(unit, cadre, now=self.now)
            for leader in self.leaders:
                leader.person_id = await make.person(leader.name)
                for number, rule in enumerate(leader.rules):
                    kind = await make.kind(f"{leader.name} {number}", rule=rule)
                    start = leader.starts[number % len(leader.starts)]
                    place = await make.area(f"Ấp của {leader.name} {number}", commune)
                    chapter = await make.chapter(
                        f"Chi hội {leader.name} {number}", place, kind, start_time=start
                    )
                    await make.post(leader.person_id, Role.LEADER, chapter=chapter)
                    leader.chapter_ids.append(chapter)
                for way in leader.ways:
                    await self._reach(unit, leader, way)

    async def _reach(self, unit: UnitOfWork, leader: Leader, way: str) -> None:
        if way == RING:
            subscription = Subscription(endpoint="https://push.example.vn/1", p256dh="x", auth="y")
            await devices.put(
                unit,
                f"phone-{leader.person_id}",
                subscription,
                person_id=leader.person_id,
                token_hash=hash_code(leader.name),
                now=self.now,
            )
            return
        here = await join(unit, leader.person_id, way)
        self.by_address[here.id] = leader
        if way == TELEGRAM:
            await use(unit, here, self.now)
        if way == PAGE:
            # Long enough for the year, and never looked at again.
            ends = self.now + timedelta(days=170)
            new = NewSession(
                token_hash=hash_code(leader.name), address_id=here.id, expires_at=ends
            )
            await web_sessions.add(unit, new, now=self.now)

    async def live(self) -> None:
        for number in range(365):
            day = FIRST + timedelta(days=number)
            if self.dice.random() < 0.02:
                self.down_until = day + timedelta(days=self.dice.randint(1, 3))
            is_up = day >= self.down_until
            if is_up and self.planned_until <= day:
                await self._plan(day)
            for clock, name in CLOCKS.items():
                self.now = self._moment(day, clock)
                await self._report()
                if is_up and self._has_something(name, clock):
                    await self._run(name)
            await self._happen()

    def _has_something(self, name: str, clock: time) -> bool:
        """False where nobody is asked or looked at, which spares the jobs."""
        today = self.now.date()
        if name == "bundles":
            return today < BUNDLED
        if name == "unseen":
            return bool({today, today - timedelta(days=1)} & self.put_on_pages)
        return clock == MORNING or today in self.evenings

    async def _plan(self, day: date) -> None:
        """Runs the jobs that plan ahead, and looks at what they planned."""
        self.planned_until = day + timedelta(days=30)
        self.now = self._moment(day, time(0, 10))
        for job in JOBS:
            if job.name in PLANNING:
                assert await run_job(job, self.context, self.now)
        of = {number: one for one in self.leaders for number in one.chapter_ids}
        async with self.database.read() as unit:
            found = await meetings.list_open(unit, list(of), today=day)
        self.evenings = {one.day for one in found if one.day}
        for one in found:
            delays = of[one.chapter_id].delays
            if one.id not in self.seen and delays and one.state is MeetingState.PLANNED:
                ends = self._moment(one.day or one.period.last_day, time(20, 30))
                moment = ends + timedelta(hours=self.dice.choice(delays))
                self.reports.append((moment, of[one.chapter_id], one))
        self.seen |= {one.id for one in found}

    async def _run(self, name: str) -> None:
        job = next(one for one in JOBS if one.name == name)
        assert await run_job(job, self.context, self.now)
        for channel in (TELEGRAM, PAGE, RING, SMS):
            await self._send_by(channel)

    async def _send_by(self, channel: str) -> None:
        """Sends what waits for one messenger; the last of them may have got what others lost."""
        async with self.database.read() as unit:
            waits = (
                select(outbox.c.id)
                .join(address, address.c.id == outbox.c.address_id)
                .where(outbox.c.state == "pending", address.c.channel == channel)
            )
            if not await unit.scalar(waits):
                return
            batch = await load_outgoing(
                unit,
                channel=channel,
                account="main",
                abilities=ABILITIES[channel],
                under_way=(),
                replies=100,
                started=100,
                policy=POLICY,
                now=self.now,
            )
        gone = [row for row in batch.rows if row.id not in batch.verdicts]
        told = [self._told(row, channel) for row in gone]
        async with self.database.write() as unit:
            ended = [*told, *batch.verdicts.values()]
            await settle(unit, ended, (channel, "main"), policy=POLICY, now=self.now)

    def _told(self, row: OutboxRow, channel: str) -> Settlement:
        """How a message ends: where its account is blocked, it has to go another way."""
        leader = self.by_address.get(row.address_id)
        if leader and channel == TELEGRAM and self.now.month in leader.blocked:
            late = self.now + timedelta(hours=4)
            return Settlement(row.id, "failed", error="x", at=late, unreachable=True)
        if channel != RING:
            self._count(row.address_id)
        self.by_way[channel] += 1
        if channel == PAGE:
            self.put_on_pages.add(self.now.date())
        return Settlement(row.id, "sent", message_id=str(row.id), at=self.now, messages=1)

    def _count(self, address_id: int) -> None:
        if address_id == self.cadre.id:
            self.bundles[self.now.date()] += 1
        else:
            self.by_address[address_id].sent[f"{self.now:%Y-%m}"] += 1

    async def _report(self) -> None:
        """Lets the leaders report what they would have reported by now."""
        due = [one for one in self.reports if one[0] <= self.now]
        self.reports = [one for one in self.reports if one[0] > self.now]
        for _, leader, meeting in due:
            await self._send(leader, meeting)

    async def _send(self, leader: Leader, meeting: Meeting) -> None:
        day = meeting.day or meeting.period.last_day
        answers = ReportAnswers(
            state=ReportState.HELD, held_date=min(day, self.now.date()), present=28
        )
        async with self.database.write() as unit:
            context = await acting(unit, leader.person_id, self.now)
            await submit_report(context, meeting.id, answers)
        leader.reported[f"{meeting.period.first_day:%Y-%m}"] += 1
        if leader.eventful:
            line = _line(leader, Section.REPORTS, urgent=self.dice.random() < 0.5)
            async with self.database.write() as unit:
                await add_news(unit, [line], now=self.now)

    async def _happen(self) -> None:
        """An answer to a difficulty, an exemplar of the month, a word on a visit, now and then."""
        lines = [
            _line(leader, section)
            for leader in self.leaders
            for section in (Section.CASES, Section.VISITS, Section.EXEMPLARS, Section.TOPICS)
            if leader.eventful and self.dice.random() < 0.05
        ]
        if lines:
            async with self.database.write() as unit:
                await add_news(unit, lines, now=self.now)

    def distribution(self, leaders: Sequence[Leader], *, per_report: int = 0) -> dict[int, int]:
        """How many months of these leaders had how many messages, with those of their reports."""
        months = [f"2026-{number:02}" for number in range(1, 13)]
        counts = Counter(
            leader.sent[month] + per_report * leader.reported[month]
            for leader in leaders
            for month in months
        )
        return dict(sorted(counts.items()))


def _line(leader: Leader, section: Section, *, urgent: bool = False) -> News:
    return News(
        person_id=leader.person_id,
        section=section,
        key="news-more",
        args={"count": 1},
        urgent=urgent,
    )
