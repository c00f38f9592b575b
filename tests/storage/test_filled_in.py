"""What a migration works out of the rows that are there is what the program would have stored."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select, text

from domain.calendar import Period
from domain.meetings import MeetingState
from domain.people import Role
from operations.figures.closing import list_closings, list_to_close, store_closing
from operations.meetings.reopening import reopen_period
from storage import Database
from storage.migrate import migrate
from storage.tables import metadata
from storage.tables.figures import closed_figures
from tests.directory import POLICY, Commune, Directory, acting, at, held, settle_commune
from tests.operations.planned import meetings_of, plan_all, send
from tests.storage.test_migrations import NOW, opened

SAID = ("on_day", "topic", "discussion", "dialogue", "proposals")
CLOSED = at(12, month=12)
LAST = at(28, month=12) + timedelta(days=20)
Rows = Mapping[str, list[dict[str, Any]]]

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Office:
    """A commune whose chapters meet every month, every other one, or once in three."""

    def __init__(self, database: Database, commune: Commune) -> None:
        self.database, self.commune = database, commune
        self.chapters = [commune.chapter, commune.other_chapter]
        self.leaders = {commune.chapter: commune.leader}

    async def settle(self) -> None:
        async with self.database.write() as unit:
            make = Directory(unit)
            kinds: dict[str, dict[str, Any]] = {
                "farmers": {"frequency": 2},
                "veterans": {"frequency": 3, "rule": {"kind": "free"}},
                "youth": {"frequency": 3},
            }
            for code, values in kinds.items():
                kind = await make.kind(code, **values)
                self.chapters.append(await make.chapter(code, self.commune.hamlet, kind))
            for chapter in self.chapters[1:]:
                self.leaders[chapter] = await make.person(f"Trần Văn {chapter}")
                await make.post(self.leaders[chapter], Role.LEADER, chapter=chapter)

    async def report(self, number: int, day: int, month: int = 11, **values: Any) -> None:
        """A chapter tells in the evening of the first meeting that it has not told of."""
        chapter, now = self.chapters[number], at(day, 21, month=month)
        found = await meetings_of(self.database, chapter, now)
        meeting = next(meeting for meeting in found if meeting.state is MeetingState.PLANNED)
        answers = held(
            day, month=month, **{"topic_text": "", "activities": (), "reason": "season"} | values
        )
        await send(self.database, self.leaders[chapter], meeting, answers, now=now)

    async def close(self, now: datetime) -> None:
        async with self.database.write() as unit:
            waiting = await list_to_close(unit, policy=POLICY, now=now)
            for month, area_ids in waiting.items():
                for closing in await list_closings(unit, month, area_ids, policy=POLICY, now=now):
                    await store_closing(unit, closing, now=now)

    async def live(self) -> None:
        """Three months: told on the day or later, with this or that, in time or too late."""
        await self.settle()
        both: dict[str, Any] = {
            "activities": ("discussion", "dialogue"),
            "proposal": "Xin thêm sách",
        }
        await plan_all(self.database, at(1, month=10))
        await self.report(0, 5, 10, topic_text="Vệ sinh", activities=("discussion",))
        await self.report(1, 9, 10, **both)
        await self.report(4, 8, 10, topic_text="Chuyển đổi số")
        await plan_all(self.database, at(1))
        await self.report(0, 7, topic_text="Tuổi già", activities=("dialogue",))
        await self.report(2, 5, proposal="Sửa đường", topic_text="Giống lúa")
        await self.report(3, 20, **both)
        await plan_all(self.database, at(1, month=12))
        async with self.database.write() as unit:
            context = await acting(unit, self.commune.staff, CLOSED)
            until = POLICY.day_of(CLOSED) + timedelta(days=3)
            await reopen_period(
                context,
                chapter_id=self.chapters[1],
                period=Period(2026, 11),
                until=until,
                reason="Gửi muộn",
            )
        await self.report(1, 12, 12, topic_text="Muộn", **both)
        await self.report(0, 20, 12, topic_text="Tổng kết năm", **both)
        await self.close(LAST)


async def copy_rows(database: Database) -> Rows:
    async with database.read() as unit:
        return {
            name: [dict(row._mapping) for row in await unit.all(select(table))]
            for name, table in metadata.tables.items()
        }


def write_rows(connection: Connection, rows: Rows) -> None:
    """Writes the rows as the version before had them, as far as it had the columns."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("set session_replication_role = replica"))
    before = inspect(connection)
    for name, some in rows.items():
        if some and before.has_table(name):
            there = [column["name"] for column in before.get_columns(name)]
            connection.execute(
                metadata.tables[name].insert(),
                [{column: row[column] for column in there if column in row} for row in some],
            )


async def test_closed_months_of_an_older_database_get_what_their_reports_say(
    database: Database, empty_database_url: str
) -> None:
    office = Office(database, await settle_commune(database))
    await office.live()
    rows = await copy_rows(database)
    stored = {
        (row["month"], row["area_id"], row["kind_id"]): {name: row[name] for name in SAID}
        for row in rows["closed_figures"]
    }
    told = {name: {said[name] for said in stored.values()} for name in SAID}
    assert all(len(numbers) > 1 for numbers in told.values()), told
    await migrate(empty_database_url, now=NOW, revision="0023")
    async with opened(empty_database_url) as run:
        await run(lambda connection: write_rows(connection, rows))
    await migrate(empty_database_url, now=NOW)
    async with opened(empty_database_url) as run:
        found = await run(lambda connection: connection.execute(select(closed_figures)).all())
    filled = {
        (row.month, row.area_id, row.kind_id): {name: getattr(row, name) for name in SAID}
        for row in found
    }
    assert filled == stored
