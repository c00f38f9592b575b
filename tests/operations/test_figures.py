"""Every number of a digest is worked out a second time, row by row."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from sqlalchemy import Table, select

from domain.calendar import Period, parse_period
from domain.figures import Figures, Summary, share, summary_to_json
from operations.meetings.expecting import fill_expectations
from operations.notifications.digesting import make_summary
from storage import Database, UnitOfWork
from storage.tables import directory as d
from storage.tables import meetings as m
from tests.directory import POLICY, Directory, at
from tests.undone import undone

NOVEMBER = Period(2026, 11)
Rows = dict[str, list[dict[str, Any]]]

reports = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["held", "held", "held", "moved", "not_held"]),
        "on_time": st.booleans(),
        "present": st.none() | st.integers(0, 20),
        "held_on": st.dates(date(2026, 10, 25), date(2026, 12, 5)),
        "cadre_present": st.sampled_from(["yes", "substitute", "no", "none"]),
        "topic": st.none() | st.integers(0, 1),
        "difficulties": st.lists(
            st.tuples(
                st.sampled_from(["infrastructure", "funding"]),
                st.sampled_from(["open", "passed_up", "solved", "withdrawn"]),
            ),
            max_size=2,
        ),
        "confirmed": st.sampled_from([None, "unconfirmed", "attended", "substitute", "absent"]),
    }
)
one_meeting = st.tuples(
    st.sampled_from(["2026-10", "2026-11", "2026-B6", "2026-Q4"]),
    st.none() | st.dates(date(2026, 9, 28), date(2027, 1, 3)),
    st.sampled_from(["regular", "regular", "thematic"]),
    st.none() | reports,
)
one_chapter = st.tuples(
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from([None, date(2026, 10, 15), date(2026, 11, 15)]),
    st.lists(one_meeting, max_size=4),
)


@given(st.lists(one_chapter, max_size=7), st.integers(5, 40))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_the_figures_are_what_the_rows_say(
    database: Database, world: list[Any], days: int
) -> None:
    now = at(1) + timedelta(days=days)
    today = POLICY.day_of(now)
    async with undone(database) as unit:
        commune = await build(unit, world)
        rows = await everything(unit)
        summary = await make_summary(unit, commune, NOVEMBER, policy=POLICY, now=now)
        closed = date(2026, 12, 11)
        assert counts(summary.total) == by_hand(rows, NOVEMBER, min(today, closed))
        before = min(today, date(2026, 11, 11))
        assert counts(summary.before) == by_hand(rows, NOVEMBER.previous(), before)
        check_rates(summary)
        check_topics(summary, rows)
        check_difficulties(summary, rows)
        assert TypeAdapter(Summary).validate_python(summary_to_json(summary)) == summary


def counts(figures: Figures) -> Figures:
    """The figures without those that only say why chapters owe nothing."""
    reasons = ("closed", "not_founded", "paused", "not_this_month", "not_recorded")
    return replace(figures, chapters=0, **dict.fromkeys(reasons, 0))


def check_rates(summary: Summary) -> None:
    for figures in (summary.total, summary.before, *(cell.figures for cell in summary.cells)):
        parts = (figures.on_time, figures.late, figures.missing, figures.awaited)
        assert sum(parts) == figures.expected
        assert min(parts) >= 0
        idle = (
            figures.closed
            + figures.not_founded
            + figures.paused
            + figures.not_this_month
            + figures.not_recorded
        )
        assert figures.chapters == figures.meeting + idle
        for part, whole in (
            (figures.present, figures.room),
            (figures.cadre, figures.cadre_asked),
            (figures.cadre_told, figures.cadre_asked),
            (figures.on_time, figures.due),
        ):
            assert (share(part, whole) or 0) <= 1000


async def build(unit: UnitOfWork, world: list[Any]) -> int:
    make = Directory(unit)
    root = await make.area("Khu vực Duyên Hải")
    commune = await make.area("Xã Long Vĩnh", root)
    places = [await make.area(name, commune) for name in ("Ấp Một", "Ấp Hai")] + [root]
    kinds = [
        await make.kind("women"),
        await make.kind("farmers", frequency=3),
        await make.kind("silent", recording="off"),
    ]
    cadre = await make.person("Lê Văn Sáu")
    topics = [
        await unit.add(m.topic, area_id=root.id, period="2026-11", title=f"Chủ đề {n}")
        for n in range(2)
    ]
    for number, (place, kind, valid_to, meetings) in enumerate(world):
        chapter = await make.chapter(
            f"Chi hội {number}", places[place], kinds[kind], valid_to=valid_to
        )
        for ordinal, (period, day, of_type, report) in enumerate(meetings):
            due = (day or parse_period(period).last_day) + timedelta(days=5)
            meeting = await unit.add(
                m.meeting,
                chapter_id=chapter,
                type=of_type,
                period=period,
                ordinal=ordinal,
                planned_on=day,
                start_time="19:00",
                duration_min=90,
                place="Nhà văn hóa",
                state=report["state"] if report else "planned",
                due_on=due,
                closes_on=due,
            )
            if report:
                await add_report(unit, chapter, meeting, cadre, topics, report)
    await fill_expectations(unit, {place.id for place in places})
    return commune.id


async def add_report(
    unit: UnitOfWork,
    chapter: int,
    meeting: int,
    cadre: int,
    topics: list[int],
    report: dict[str, Any],
) -> None:
    held = report["state"] == "held"
    found = await unit.add(
        m.report,
        meeting_id=meeting,
        number=str(meeting),
        role="leader",
        first_sent_at=at(6),
        sent_at=at(6),
        on_time=report["on_time"],
        version=1,
        state=report["state"],
        held_on=report["held_on"] if held else None,
        present=report["present"] if held else None,
        total=25,
        exempt=5,
        topic_id=None if report["topic"] is None else topics[report["topic"]],
        cadre_present=report["cadre_present"],
        answers={},
    )
    if report["confirmed"]:
        await unit.add(
            m.attendance, meeting_id=meeting, person_id=cadre, state=report["confirmed"]
        )
    for ordinal, (category, state) in enumerate(report["difficulties"]):
        await unit.add(
            m.difficulty,
            report_id=found,
            chapter_id=chapter,
            ordinal=ordinal,
            category=category,
            text="…",
            level="commune",
            state=state,
            raised_at=at(6),
        )


async def everything(unit: UnitOfWork) -> Rows:
    tables: list[Table] = [
        d.area, d.chapter, d.chapter_kind, m.meeting, m.report, m.attendance, m.difficulty, m.topic
    ]  # fmt: skip
    return {
        table.name: [dict(row._mapping) for row in await unit.all(select(table))]
        for table in tables
    }


def month_of(meeting: dict[str, Any]) -> Period:
    """The month in which a meeting counts, by the words of `domain.figures`."""
    period = parse_period(meeting["period"])
    if period.months == 1:
        return period
    day = min(max(meeting["planned_on"] or period.last_day, period.first_day), period.last_day)
    return Period(day.year, day.month)


def chapters_of(rows: Rows) -> set[int]:
    (commune,) = (row for row in rows["area"] if row["name"] == "Xã Long Vĩnh")
    inside = {row["id"] for row in rows["area"] if row["path"].startswith(commune["path"])}
    silent = {row["id"] for row in rows["chapter_kind"] if row["recording"] == "off"}
    return {
        row["id"]
        for row in rows["chapter"]
        if row["area_id"] in inside and row["kind_id"] not in silent
    }


def meetings_of(rows: Rows, month: Period) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    chapters = chapters_of(rows)
    by_meeting = {row["meeting_id"]: row for row in rows["report"]}
    return [
        (row, by_meeting.get(row["id"]))
        for row in rows["meeting"]
        if row["chapter_id"] in chapters and row["type"] == "regular" and month_of(row) == month
    ]


def by_hand(rows: Rows, month: Period, as_of: date) -> Figures:
    pairs = meetings_of(rows, month)
    there = [(pair, report) for pair, report in pairs if report]
    held = [(entry, report) for entry, report in there if report["state"] == "held"]
    counted = [report for _, report in held if report["present"] is not None]
    confirmed = {
        row["meeting_id"]
        for row in rows["attendance"]
        if row["state"] in ("attended", "substitute")
    }
    told = [entry for entry, report in held if report["cadre_present"] in ("yes", "substitute")]
    came = [entry for entry, _ in held if entry["id"] in confirmed]
    asked = [
        entry
        for entry, report in held
        if report["cadre_present"] != "none" or entry["id"] in confirmed
    ]
    other_day = [
        entry
        for entry, report in held
        if entry["planned_on"] is not None and report["held_on"] != entry["planned_on"]
    ]
    states = Counter(report["state"] for _, report in there)
    return Figures(
        meeting=len({pair["chapter_id"] for pair, _ in pairs}),
        expected=len(pairs),
        on_time=sum(report["on_time"] for _, report in there),
        late=sum(not report["on_time"] for _, report in there),
        missing=sum(report is None and pair["due_on"] < as_of for pair, report in pairs),
        held=states["held"],
        not_held=states["not_held"],
        moved=states["moved"] + len(other_day),
        present=sum(report["present"] for report in counted),
        room=sum(report["total"] - report["exempt"] for report in counted),
        cadre=len(came),
        cadre_told=len(told),
        cadre_asked=len(asked),
        on_day=len(held) - len(other_day),
        topic=sum(report["topic_id"] is not None for _, report in held),
    )


def check_topics(summary: Summary, rows: Rows) -> None:
    titles = {row["id"]: row["title"] for row in rows["topic"]}
    used = Counter(
        titles[report["topic_id"]]
        for _, report in meetings_of(rows, NOVEMBER)
        if report and report["state"] == "held" and report["topic_id"]
    )
    assert {topic.title: topic.meetings for topic in summary.topics} == used


def check_difficulties(summary: Summary, rows: Rows) -> None:
    (commune,) = (row for row in rows["area"] if row["name"] == "Xã Long Vĩnh")
    inside = {row["id"] for row in rows["area"] if row["path"].startswith(commune["path"])}
    mine = {row["id"] for row in rows["chapter"] if row["area_id"] in inside}
    of_report = {row["id"]: row["meeting_id"] for row in rows["report"]}
    by_id = {row["id"]: row for row in rows["meeting"]}
    raised, still_open = Counter[str](), Counter[str]()
    for entry in rows["difficulty"]:
        if entry["chapter_id"] in mine and entry["state"] != "withdrawn":
            month = month_of(by_id[of_report[entry["report_id"]]])
            raised[entry["category"]] += month == NOVEMBER
            still_open[entry["category"]] += entry["state"] in ("open", "passed_up")
    assert {
        difficulty.category: difficulty.raised
        for difficulty in summary.difficulties
        if difficulty.raised
    } == +raised
    assert {
        difficulty.category: difficulty.open
        for difficulty in summary.difficulties
        if difficulty.open
    } == +still_open
