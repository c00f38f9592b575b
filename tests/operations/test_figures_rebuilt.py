"""Figures of any history are those that its facts add up to, and of a closed month stay so."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from domain.calendar import Period, closing_date, is_closed
from domain.chapters import ids_of
from domain.figures import Counted, Figures, Told, sum_difficulties, sum_topics, total_of
from domain.reforms import MoveArea
from operations.figures.closing import (
    list_closings,
    list_to_close,
    list_to_sum,
    store_closing,
    sum_closed,
)
from operations.figures.counting import count_figures, count_month
from operations.notifications.digesting import make_summary
from storage import Database, UnitOfWork
from storage.directory import areas, pasts
from storage.tables import meetings as m
from tests.directory import POLICY, Directory
from tests.operations.test_figures import month_of
from tests.operations.test_lives import SLOW, World, event, index
from tests.undone import undone

MONTHS = [Period(2026, month) for month in range(8, 13)] + [Period(2027, 1)]
ANSWERS: tuple[dict[str, Any], ...] = (
    {},
    {"activities": ["discussion"], "proposal": "Xin thêm sách"},
    {"activities": ["discussion", "dialogue"], "proposal": ""},
)
Rows = list[dict[str, Any]]
Cells = Mapping[tuple[int, int], Figures]

told = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["held", "held", "held", "moved", "not_held"]),
        "on_time": st.booleans(),
        "present": st.none() | st.integers(0, 20),
        "held_on": st.dates(date(2026, 8, 1), date(2027, 1, 31)),
        "cadre_present": st.sampled_from(["yes", "substitute", "no", "none"]),
    }
)
attended = st.sampled_from([None, "unconfirmed", "attended", "substitute", "absent"])
difficulty = st.none() | st.tuples(
    st.sampled_from(["infrastructure", "funding"]),
    st.sampled_from(["open", "passed_up", "answered", "solved", "withdrawn"]),
)
more = st.one_of(
    event,
    st.tuples(st.just("tell"), index, told, attended, difficulty),
    st.tuples(st.just("tell"), index, told, attended, difficulty),
    st.tuples(st.just("correct"), index, told),
    st.tuples(st.just("resettle"), index, index, st.integers(-20, 20)),
)
history = st.lists(st.tuples(st.integers(0, 25), more), min_size=3, max_size=10)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@given(history)
@settings(SLOW, max_examples=12)
async def test_every_figure_is_rebuilt_from_the_facts(
    database: Database, events: Sequence[tuple[int, tuple[Any, ...]]]
) -> None:
    await _rebuild(database, events)


# The other database has to take the same statements; what they find hangs on the history.
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@given(history)
@settings(SLOW, max_examples=4)
async def test_every_figure_is_rebuilt_on_the_other_database_too(
    database: Database, events: Sequence[tuple[int, tuple[Any, ...]]]
) -> None:
    await _rebuild(database, events)


async def _rebuild(database: Database, events: Sequence[tuple[int, tuple[Any, ...]]]) -> None:
    async with undone(database) as unit:
        world = await Land.begin(unit)
        for days, pair in events:
            await world.live(pair, days)
        await world.plan()
        await world.check()


@dataclass(frozen=True)
class Facts:
    """All rows that figures are worked out from, read at one moment."""

    meetings: Rows
    reports: Mapping[int, dict[str, Any]]
    came: Collection[int]
    owed: Rows
    paths: Mapping[int, str]
    past: Rows

    def paths_on(self, day: date) -> dict[int, tuple[int, ...]]:
        """Which areas each area was within on a day."""
        then = dict(self.paths)
        for entry in self.past:
            if as_day(entry["valid_from"]) <= day <= as_day(entry["valid_to"]):
                then[entry["area_id"]] = entry["path"]
        return {number: ids_of(path) for number, path in then.items()}


class Land(World):
    """Two communes whose hamlets change sides; what chapters tell comes late and is corrected."""

    cadre: int
    topic: int
    kept: dict[tuple[int, Period], Cells]

    @classmethod
    async def begin(cls, unit: UnitOfWork) -> "Land":
        make = Directory(unit)
        province = await make.area("Tỉnh Vĩnh Long")
        communes = [await make.area(name, province) for name in ("Xã Một", "Xã Hai")]
        hamlets = [await make.area(f"Ấp {n}", communes[n % 2]) for n in range(3)]
        land = cls(unit, [area.id for area in (province, *hamlets)], await make.kind())
        land.everywhere = [area.id for area in (province, *communes, *hamlets)]
        land.communes = [area.id for area in communes]
        farmers, land.kept = await make.kind("farmers"), {}
        for number in range(5):
            kind = (land.kind, farmers)[number % 2]
            place = (*hamlets, communes[0])[number % 4]
            await make.chapter(f"Chi hội {number}", place, kind)
        land.cadre = await make.person("Lê Văn Sáu")
        land.topic = await unit.add(
            m.topic, area_id=province.id, period="2026-11", title="Chủ đề chung"
        )
        return land

    everywhere: list[int]
    communes: list[int]

    async def plan(self) -> None:
        await super().plan()
        waiting = await list_to_close(self.unit, policy=POLICY, now=self.now)
        closed = [month for month in waiting if is_closed(month, self.today)]
        before = {month: await self.everything(month) for month in closed}
        for month in closed:
            await self.close(month, waiting[month])
            assert await self.everything(month) == before[month]
        for month in await list_to_sum(self.unit, policy=POLICY, now=self.now):
            stored = before.get(month) or await self.everything(month)
            await sum_closed(self.unit, month)
            assert await self.everything(month) == stored
        facts = await self.facts()
        for month in closed:
            for place in self.everywhere:
                self.kept[place, month] = await self.by_hand(place, month, facts)

    async def close(self, month: Period, area_ids: frozenset[int]) -> None:
        found = await list_closings(self.unit, month, area_ids, policy=POLICY, now=self.now)
        for closing in found:
            await store_closing(self.unit, closing, now=self.now)

    async def everything(self, month: Period) -> list[tuple[list[Counted], Told]]:
        found = [
            await count_month(self.unit, path, month, policy=POLICY, now=self.now)
            for path in [await self.path(place, month) for place in self.everywhere]
        ]
        return [(month_figures.counted, in_order(month_figures.told)) for month_figures in found]

    async def path(self, place: int, month: Period) -> str:
        return (await pasts.area_on(self.unit, place, month.last_day)).path

    async def do_tell(
        self,
        number: int,
        values: dict[str, Any],
        attendance: str | None,
        raised: tuple[str, str] | None,
    ) -> None:
        """A chapter reports any meeting of its own, even of a month long closed."""
        mine = await self.chapter(number)
        found = await self.unit.first(
            select(m.meeting.c.id)
            .outerjoin(m.report, m.report.c.meeting_id == m.meeting.c.id)
            .where(m.meeting.c.chapter_id == mine, m.report.c.id.is_(None))
        )
        if found is None:
            return
        report = await self.unit.add(
            m.report,
            meeting_id=found.id,
            number=str(found.id),
            role="leader",
            first_sent_at=self.now,
            sent_at=self.now,
            version=1,
            total=25,
            exempt=5,
            topic_id=self.topic if number % 2 else None,
            answers=ANSWERS[number % len(ANSWERS)],
            **values,
        )
        if attendance:
            await self.unit.add(
                m.attendance, meeting_id=found.id, person_id=self.cadre, state=attendance
            )
        if raised:
            category, state = raised
            solved = self.now + timedelta(hours=1) if state == "solved" else None
            await self.unit.add(
                m.difficulty,
                report_id=report,
                chapter_id=mine,
                ordinal=0,
                category=category,
                text="…",
                level="commune",
                state=state,
                raised_at=self.now,
                solved_at=solved,
            )

    async def do_correct(self, number: int, values: dict[str, Any]) -> None:
        rows = await self.unit.all(select(m.report.c.id).order_by(m.report.c.id))
        if rows:
            mine = m.report.c.id == rows[number % len(rows)].id
            await self.unit.run(update(m.report).where(mine).values(**values))

    async def do_resettle(self, number: int, to: int, days: int) -> None:
        hamlet = self.places[1:][number % 3]
        await self.change(MoveArea(area_id=hamlet, parent_id=self.communes[to % 2]), days)

    async def check(self) -> None:
        facts = await self.facts()
        for month in MONTHS:
            for place in self.everywhere:
                path = await self.path(place, month)
                counted = await count_figures(self.unit, path, month, policy=POLICY, now=self.now)
                kept = self.kept.get((place, month))
                expected = kept if kept is not None else await self.by_hand(place, month, facts)
                assert {(row.area_id, row.kind_id): row.figures for row in counted} == expected
                shown = await make_summary(self.unit, place, month, policy=POLICY, now=self.now)
                assert shown.total == total_of(expected.values())
                check_parts(shown.total)

    async def facts(self) -> Facts:
        """The rows of the tables that figures are worked out from."""
        reports = await self.rows("select * from report")
        attendance = await self.rows("select * from attendance")
        owed = "select e.*, c.kind_id from expectation e join chapter c on c.id = e.chapter_id"
        past = "select area_id, path, valid_from, valid_to from area_past"
        return Facts(
            meetings=await self.rows("select * from meeting where type = 'regular'"),
            reports={entry["meeting_id"]: entry for entry in reports},
            came={
                entry["meeting_id"]
                for entry in attendance
                if entry["state"] in ("attended", "substitute")
            },
            owed=await self.rows(owed),
            paths={area.id: area.path for area in await areas.list_below(self.unit, "/")},
            past=await self.rows(past),
        )

    async def by_hand(self, place: int, month: Period, facts: Facts) -> Cells:
        """The figures by part and kind, worked out row by row from the tables themselves."""
        after = closing_date(month) + timedelta(days=1)
        as_of = min(self.today, after)
        paths = facts.paths_on(month.last_day)
        cells: dict[tuple[int, int], list[Figures]] = {}
        for owed in facts.owed:
            inside = paths.get(owed["area_id"], ())
            if owed["month"] != str(month) or place not in inside:
                continue
            part = (*inside[inside.index(place) + 1 :], place)[0]
            mine = [
                entry
                for entry in facts.meetings
                if owed["expected"]
                and entry["chapter_id"] == owed["chapter_id"]
                and month_of(entry) == month
            ]
            cells.setdefault((part, owed["kind_id"]), []).extend(
                [
                    owing(owed),
                    *(
                        meeting(entry, facts.reports.get(entry["id"]), facts.came, as_of)
                        for entry in mine
                    ),
                ]
            )
        return {cell: total_of(some) for cell, some in sorted(cells.items())}

    async def rows(self, statement: str) -> Rows:
        return [
            {name: READ.get(name, same)(value) for name, value in row._mapping.items()}
            for row in await self.unit.all(text(statement))
        ]


def in_order(told: Told) -> Told:
    return Told(
        topics=sum_topics(told.topics),
        difficulties=sum_difficulties(told.difficulties),
        cases=told.cases,
    )


def as_day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def same(value: Any) -> Any:
    return value


READ = {"planned_on": as_day, "due_on": as_day, "held_on": as_day, "answers": as_json}


def owing(owed: dict[str, Any]) -> Figures:
    if owed["reason"] == "expected":
        return Figures(chapters=1, meeting=1, expected=owed["expected"])
    return Figures(chapters=1, **{owed["reason"]: 1})


def meeting(
    entry: dict[str, Any], report: dict[str, Any] | None, came: Collection[int], as_of: date
) -> Figures:
    if report is None:
        return Figures(missing=entry["due_on"] < as_of)
    held = report["state"] == "held"
    counted = held and report["present"] is not None
    confirmed = held and entry["id"] in came
    days = (entry["planned_on"], report["held_on"])
    answers = report["answers"]
    done = answers.get("activities", ())
    other_day = held and None not in days and days[0] != days[1]
    return Figures(
        on_time=bool(report["on_time"]),
        late=not report["on_time"],
        held=held,
        not_held=report["state"] == "not_held",
        moved=report["state"] == "moved" or other_day,
        present=report["present"] if counted else 0,
        room=report["total"] - report["exempt"] if counted else 0,
        cadre=confirmed,
        cadre_told=held and report["cadre_present"] in ("yes", "substitute"),
        cadre_asked=held and (report["cadre_present"] != "none" or confirmed),
        on_day=held and days[0] in (None, days[1]),
        topic=held and report["topic_id"] is not None,
        discussion=held and "discussion" in done,
        dialogue=held and "dialogue" in done,
        proposals=bool(answers.get("proposal")),
    )


def check_parts(figures: Figures) -> None:
    idle = (
        figures.closed
        + figures.not_founded
        + figures.paused
        + figures.not_this_month
        + figures.not_recorded
    )
    assert figures.expected == figures.chapters - idle + figures.repeated
    for part, whole in (
        (figures.reported, figures.due),
        (figures.due, figures.expected),
        (figures.held + figures.not_held, figures.reported),
        (figures.present, figures.room),
        (figures.cadre, figures.cadre_asked),
        (figures.cadre_told, figures.cadre_asked),
        *((part, figures.held) for part in (figures.on_day, figures.topic, figures.discussion)),
        (figures.dialogue, figures.held),
    ):
        assert 0 <= part <= whole
    assert min(figures.awaited, figures.missing, figures.repeated) >= 0
