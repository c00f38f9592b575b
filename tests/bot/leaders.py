"""Leaders who each have one meeting to report, and what they answer."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

import orjson
from sqlalchemy import false, func, or_, select, text

from domain.chapters import Area
from domain.inbound import Address
from domain.people import Role
from domain.policy import Policy
from operations.meetings.planning import list_to_plan, plan_areas
from storage import Database
from storage.ids import IdSource
from storage.messages import addresses, inbox, talks
from storage.tables.mail import outbox
from tests.botapi import Person, Press, Seen
from tests.directory import Directory
from tests.patience import PATIENCE

MEMBERS = 40
MOST_AGAIN = 3


def open_database(url: str) -> Database:
    return Database(url, new_id=IdSource(lambda: time.time_ns() // 1_000_000, node=255))


@dataclass(frozen=True)
class Hamlet:
    """A hamlet of a commune on the day on which its chapters meet, and the first of that month."""

    make: Directory
    commune: Area
    hamlet: Area
    kind: int
    now: datetime
    first: date

    async def chapter(self, name: str) -> int:
        return await self.make.chapter(
            name,
            self.hamlet,
            self.kind,
            member_count=MEMBERS,
            exempt_count=0,
            valid_from=self.first,
        )


@asynccontextmanager
async def settle_hamlet(database: Database, policy: Policy) -> AsyncIterator[Hamlet]:
    """Gives a hamlet as it was yesterday; what is made there is planned at the end.

    Whichever day is played, and while it turns into the next: the one meeting of each chapter
    waits for its report, and the next is a month away.
    """
    now = datetime.now(UTC) - timedelta(days=1)
    today = policy.day_of(now)
    async with database.write() as unit:
        make = Directory(unit)
        commune = await make.area("Xã Long Vĩnh")
        hamlet = await make.area("Ấp Cái Cối", commune)
        kind = await make.kind(rule={"kind": "day", "day": today.day})
        yield Hamlet(make, commune, hamlet, kind, now, today.replace(day=1))
        for area_ids in await list_to_plan(unit, today=today, path=commune.path):
            await plan_areas(unit, area_ids, policy=policy, now=now)


async def settle_leaders(
    url: str,
    chats: Sequence[int | str],
    policy: Policy | None = None,
    *,
    channel: str = "telegram",
) -> None:
    """Gives each private chat a person who leads a chapter that met yesterday."""
    database = open_database(url)
    async with settle_hamlet(database, policy or Policy()) as hamlet:
        for chat in chats:
            here = Address(channel, "main", str(chat), str(chat))
            await _lead(hamlet, await hamlet.chapter(f"Chi hội {chat}"), here)
    await database.close()


async def _lead(hamlet: Hamlet, chapter: int, here: Address) -> None:
    make, now = hamlet.make, hamlet.now
    unit, person = make.unit, await make.person(f"Nguyễn Thị {here.chat}")
    await make.post(person, Role.LEADER, chapter=chapter, valid_from=hamlet.first)
    known = (await addresses.ensure(unit, {here: (False, "")}, now=now))[here]
    talk = await talks.of_person(unit, person)
    await addresses.bind(unit, known.id, person_id=person, conversation_id=talk)


def keys(seen: Seen) -> set[str]:
    """The keys of a message's buttons, whichever state a tick asks for."""
    found = (button.data or "" for row in seen.buttons for button in row)
    return {data.rpartition(":")[2].rstrip("+-") for data in found}


@dataclass(frozen=True)
class Answers:
    """What one leader reports, unlike any other."""

    present: int
    topic: str
    activity: str
    difficulty: str

    @classmethod
    def of(cls, number: int) -> "Answers":
        return cls(
            # Of two figures, so that none is the number of an option.
            present=number % (MEMBERS - 10) + 10,
            topic=f"Chuyện riêng của chi hội {number}",
            activity=("discussion", "dialogue", "commendation")[number % 3],
            difficulty=f"Đường số {number} ngập" if number % 2 else "",
        )


@dataclass
class Leader:
    """Somebody with a phone who answers what is asked, and asks again only after a long wait.

    `typed_again` counts the answers that the bot asked for twice.
    """

    phone: Person
    answers: Answers
    patience: float = PATIENCE / MOST_AGAIN
    typed_again: int = 0
    refused: int = 0
    raised: bool = False
    answered: str = ""

    @property
    def chat_id(self) -> str:
        return str(self.phone.id)

    async def report(self, *, thinking: float = 0.0) -> None:
        """Reports the meeting to the end; raises TimeoutError where the talk is stuck."""
        await self.phone.send("/baocao")
        while (step := self._step()) != "receipt":
            if step and (step != self.answered or self._is_refused()):
                await asyncio.sleep(thinking)
                # Whoever thinks still looks: meanwhile another question may stand there.
                if self._step() == step:
                    await self._answer(step)
            elif not await self._something_changes():
                if self.typed_again == MOST_AGAIN:
                    last = [(seen.text, sorted(keys(seen))) for seen in self.phone.chat[-4:]]
                    raise TimeoutError(f"{self.phone.name} is stuck at {step!r}: {last}")
                self.typed_again += 1
                await self._answer(step or "nothing")

    def _is_refused(self) -> bool:
        """True once for each answer that the bot says it has not taken."""
        refused = sum("đến muộn" in seen.text for seen in self.phone.chat if seen.from_bot)
        is_new = refused > self.refused
        self.typed_again += is_new
        self.refused = refused
        return is_new

    async def _something_changes(self) -> bool:
        try:
            async with asyncio.timeout(self.patience):
                await self.phone.private.change()
        except TimeoutError:
            return False
        return True

    def _step(self) -> str:
        """Which question is open on the screen, as far as a person can tell; "" for none."""
        shown = [seen for seen in self.phone.chat if seen.from_bot]
        # A question that a killed bot had shown may stand above with its buttons, asked anew.
        if not shown or not shown[-1].buttons:
            return ""
        seen, known = shown[-1], keys(shown[-1])
        for key, step in (
            ("menu", "receipt"),
            ("send", "review"),
            ("go-on", "draft"),
            ("as_planned", "opening"),
            ("no_topic", "topic"),
        ):
            if key in known:
                return step
        return self._named(seen, known)

    def _named(self, seen: Seen, known: set[str]) -> str:
        if "discussion" in known:
            ticked = any(label.startswith("✓") for row in seen.labels for label in row)
            return "ticked" if ticked else "activities"
        if "none" in known:
            return "no more" if self.raised else "category"
        if "hamlet" in known:
            return "level"
        return "present" if "dự?" in seen.text else "words"

    async def _answer(self, step: str) -> None:
        self.answered = step
        mine = self.answers
        typed = {
            "nothing": "/baocao",
            "present": str(mine.present),
            "topic": mine.topic,
            "words": mine.difficulty,
        }
        if step in typed:
            await self.phone.send(typed[step])
            return
        category = "infrastructure" if mine.difficulty else "none"
        pressed = {
            "draft": "go-on",
            "opening": "as_planned",
            "activities": mine.activity,
            "ticked": "done",
            "category": category,
            "level": "commune",
            "no more": "none",
            "review": "send",
        }
        self.raised = self.raised or step == "level"
        pressed_now = await self.phone.press(pressed[step])
        assert isinstance(pressed_now, Press)


class Reporter(Protocol):
    """Whoever reports, by whichever messenger."""

    @property
    def answers(self) -> Answers: ...

    @property
    def chat_id(self) -> str: ...


@dataclass
class Findings:
    """What is wrong after all leaders have reported."""

    missing: int = 0
    doubled: int = 0
    wrong: int = 0
    set_aside: int = 0
    waiting: int = 0

    @property
    def clean(self) -> bool:
        return self == Findings()


async def until_idle(url: str, *, seconds: float = PATIENCE) -> bool:
    """Returns whether everything that waits is worked off in time."""
    database = open_database(url)
    try:
        async with asyncio.timeout(seconds):
            while await _count_waiting(database):  # noqa: ASYNC110 - a database tells no one
                await asyncio.sleep(0.1)
    except TimeoutError:
        return False
    finally:
        await database.close()
    return True


async def _count_waiting(database: Database) -> int:
    async with database.read() as unit:
        # What the bot starts by itself may be put off while somebody reports.
        answers = or_(outbox.c.started_by_bot.is_(false()), outbox.c.not_before.is_(None))
        sends = await unit.scalar(select(func.count()).where(outbox.c.state == "pending", answers))
        return await inbox.count_pending(unit) + int(sends or 0)


async def check_reports(url: str, leaders: Sequence[Reporter]) -> Findings:
    """Compares what each leader answered with what is stored."""
    idle, database, found = await until_idle(url), open_database(url), Findings()
    async with database.read() as unit:
        rows = await unit.all(text(_STORED))
        raised = {row.meeting_id: row for row in await unit.all(text(_RAISED))}
        found.set_aside = await unit.scalar(text("select count(*) from inbox where state='aside'"))
    found.waiting = 0 if idle else await _count_waiting(database)
    await database.close()
    stored = {row.name: row for row in rows}
    found.doubled = len(rows) - len(stored) + sum(row.version > 1 for row in rows)
    for leader in leaders:
        row = stored.get(f"Chi hội {leader.chat_id}")
        if row is None:
            found.missing += 1
        else:
            _compare(leader.answers, row, raised.get(row.meeting_id), found)
    return found


def _compare(mine: Answers, row: Any, words: Any, found: Findings) -> None:
    found.doubled += words is not None and words.times > 1
    given = (row.present, row.topic_text, words.words if words else "")
    same = given == (mine.present, mine.topic, mine.difficulty)
    found.wrong += not (same and orjson.loads(row.answers)["activities"] == [mine.activity])


_STORED = """
    select chapter.name, report.meeting_id, report.version, report.present, report.topic_text,
           cast(report.answers as text) as answers
    from report join meeting on meeting.id = report.meeting_id
    join chapter on chapter.id = meeting.chapter_id
"""
_RAISED = """
    select report.meeting_id, count(*) as times, min(difficulty.text) as words
    from difficulty join report on report.id = difficulty.report_id
    group by report.meeting_id
"""
