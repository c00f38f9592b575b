"""Indicators worked out a second time, row by row."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import Period, closing_date
from domain.counters import BUILT_IN, END, HEADS_PARTY, POPULATION
from domain.exemplars import CopyState
from domain.indicators import Figure, Indicator, Sense, is_share
from domain.people import Role
from domain.reporting_span import Span
from operations.figures.counter_board import fill_counter_kinds
from operations.figures.indicators import Report, get_report
from storage import Database, UnitOfWork
from storage.directory import areas, directory_changes
from storage.exemplars import exemplar_copies, exemplars
from storage.figures import counters
from storage.people import people
from storage.tables import meetings as m
from storage.tables import programmes as p
from storage.tables.grading import rating_scale, year_grade
from storage.tables.history import expectation
from tests.directory import POLICY, Directory, at, settle_commune
from tests.operations.test_figures import Rows, build, everything, meetings_of, one_chapter
from tests.undone import undone

NOVEMBER = Span(2026, 11, 1)
QUARTER = Span(2026, 10, 3)
NOW = at(9, month=12)


async def report_for(
    unit: UnitOfWork, staff: int, area_id: int, span: Span, *, now: Any = NOW
) -> dict[Indicator, Figure]:
    found = await full_report(unit, staff, area_id, span, now=now)
    return {line.indicator: line.now for line in found.lines}


async def full_report(
    unit: UnitOfWork, staff: int, area_id: int, span: Span, *, now: Any = NOW
) -> Report:
    posts = await Directory(unit).posts(staff)
    return await get_report(unit, posts, area_id, span, policy=POLICY, now=now)


@given(st.lists(one_chapter, max_size=6), st.sampled_from([NOVEMBER, QUARTER]))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_the_indicators_of_meetings_are_what_the_rows_say(
    database: Database, world: list[Any], span: Span
) -> None:
    async with undone(database) as unit:
        commune = await build(unit, world)
        make = Directory(unit)
        staff = await make.person("Ngô Văn Tám")
        place = await areas.get(unit, commune)
        await make.post(staff, Role.STAFF, area=place)
        found = await report_for(unit, staff, commune, span)
        rows = await everything(unit)
        check_meetings(found, rows, span)
        for figure in found.values():
            assert figure.whole is None or 0 <= (figure.part or 0) <= figure.whole


def overdue_before(month: Period) -> date:
    """Returns the day before which a report had to be due by the day that counts."""
    return min(POLICY.day_of(NOW), closing_date(month) + timedelta(days=1))


def check_meetings(found: dict[Indicator, Figure], rows: Rows, span: Span) -> None:
    pairs = [pair for month in span.periods for pair in meetings_of(rows, month)]
    reports = [report for _, report in pairs if report]
    held = [(entry, report) for entry, report in pairs if report and report["state"] == "held"]
    counted = [report for _, report in held if report["present"] is not None]
    on_day = [
        entry
        for entry, report in held
        if entry["planned_on"] is None or report["held_on"] == entry["planned_on"]
    ]
    due = sum(
        report is not None or entry["due_on"] < overdue_before(month)
        for month in span.periods
        for entry, report in meetings_of(rows, month)
    )
    assert found[Indicator.HELD] == Figure(len(held), due)
    assert found[Indicator.HELD_ON_DAY] == Figure(len(on_day), due)
    assert found[Indicator.ON_TIME] == Figure(sum(entry["on_time"] for entry in reports), due)
    assert found[Indicator.MEMBERS] == Figure(
        sum(entry["present"] for entry in counted),
        sum(entry["total"] - entry["exempt"] for entry in counted),
    )
    topics = [entry for _, entry in held if entry["topic_id"]]
    assert found[Indicator.TOPIC] == Figure(len(topics), len(held))


async def test_activities_and_proposals_are_read_from_the_answers(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await add_held(unit, commune.chapter, commune.hamlet.id, {
            "activities": ["discussion", "dialogue"], "proposal": "Xin thêm sách"})  # fmt: skip
        await add_held(unit, commune.other_chapter, commune.other_hamlet.id, {
            "activities": ["discussion"], "proposal": "", "place": "dialogue"})  # fmt: skip
        found = await report_for(unit, commune.staff, commune.commune.id, NOVEMBER)
    assert found[Indicator.DISCUSSION] == Figure(2, 2)
    assert found[Indicator.DIALOGUE] == Figure(1, 2)
    assert found[Indicator.PROPOSALS] == Figure(1)


async def add_held(unit: UnitOfWork, chapter: int, area_id: int, answers: dict[str, Any]) -> None:
    day = date(2026, 11, 5)
    meeting = await unit.add(
        m.meeting,
        chapter_id=chapter,
        type="regular",
        period="2026-11",
        ordinal=1,
        planned_on=day,
        start_time="19:00",
        duration_min=90,
        place="Nhà văn hóa",
        state="held",
        due_on=day,
        closes_on=day,
    )
    await unit.add(
        m.report,
        meeting_id=meeting,
        number=str(meeting),
        role="leader",
        first_sent_at=at(6),
        sent_at=at(6),
        on_time=True,
        version=1,
        state="held",
        held_on=day,
        present=20,
        total=25,
        exempt=5,
        cadre_present="none",
        answers=answers,
    )
    await expect(unit, chapter, area_id, Period(2026, 11))


async def expect(unit: UnitOfWork, chapter: int, area_id: int, month: Period) -> None:
    await unit.run(
        expectation.insert().values(
            chapter_id=chapter,
            month=str(month),
            area_id=area_id,
            expected=1,
            reason="expected",
        )
    )


async def test_what_happened_to_chapters_is_counted_in_its_span_only(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        for day, kind, number in (
            (date(2026, 11, 30), "commended", 3),
            (date(2026, 12, 1), "commended", 5),
            (date(2026, 10, 1), "strengthened", 1),
        ):
            await unit.add(
                p.chapter_event,
                chapter_id=commune.chapter,
                day=day,
                kind=kind,
                number=number,
                at=NOW,
            )
        [post] = (await people.posts_of(unit, [commune.leader]))[commune.leader]
        await directory_changes.set_end(unit, post.id, date(2026, 11, 9))
        await Directory(unit).post(
            commune.stranger, Role.LEADER, chapter=commune.chapter, valid_from=date(2026, 11, 10)
        )
        # A new term of the same head replaces nobody.
        await Directory(unit).post(
            commune.stranger, Role.LEADER, chapter=commune.chapter, valid_from=date(2026, 12, 1)
        )
        november = await report_for(unit, commune.staff, commune.commune.id, NOVEMBER)
        quarter = await report_for(unit, commune.staff, commune.commune.id, QUARTER)
        elsewhere = await report_for(unit, commune.staff, commune.other_hamlet.id, QUARTER)
    assert (november[Indicator.COMMENDED], quarter[Indicator.COMMENDED]) == (Figure(3), Figure(8))
    assert november[Indicator.STRENGTHENED] == Figure(0)
    assert quarter[Indicator.STRENGTHENED] == Figure(1)
    assert november[Indicator.HEADS_REPLACED] == Figure(1)
    assert quarter[Indicator.HEADS_REPLACED] == Figure(1)
    assert elsewhere[Indicator.HEADS_REPLACED] == Figure(0)


async def test_exemplars_count_where_they_are_and_copies_where_they_are_tried(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number = await exemplars.add(
            unit,
            exemplars.NewExemplar(chapter_id=commune.chapter, name="Đường hoa"),
            by=None,
            now=NOW,
        )
        days = {"registered_on": date(2026, 10, 5), "recognised_on": date(2026, 11, 30)}
        await exemplars.change(unit, number, days, version=0)
        copy_id = await exemplar_copies.add_copy(
            unit,
            exemplar_id=number,
            chapter_id=commune.other_chapter,
            person_id=commune.leader,
            ask_again_on=date(2027, 1, 1),
            now=at(3),
        )
        await exemplar_copies.settle_copy(
            unit,
            copy_id or 0,
            exemplar_copies.Outcome(state=CopyState.DONE, ask_again_on=None, result=""),
            before=CopyState.TRYING,
            now=at(4),
        )
        whole = await report_for(unit, commune.staff, commune.commune.id, NOVEMBER)
        here = await report_for(unit, commune.staff, commune.hamlet.id, NOVEMBER)
        there = await report_for(unit, commune.staff, commune.other_hamlet.id, NOVEMBER)
    assert whole[Indicator.REGISTERED] == Figure(0)
    assert [entry[Indicator.RECOGNISED].part for entry in (whole, here, there)] == [1, 1, 0]
    assert [entry[Indicator.REPLICATED].part for entry in (whole, here, there)] == [1, 0, 1]


async def test_counters_flow_over_quarters_and_stand_at_the_last(database: Database) -> None:
    commune = await settle_commune(database)
    told = {
        (commune.chapter, 3): {"members_new": 2, END: 30, POPULATION: 40, HEADS_PARTY: 1},
        (commune.chapter, 4): {"members_new": 5, END: 35, POPULATION: 30, HEADS_PARTY: 1},
        (commune.other_chapter, 4): {"members_new": 1, END: 20, HEADS_PARTY: 0},
    }
    async with database.write() as unit:
        await fill_counter_kinds(unit, policy=POLICY)
        await fill_counter_kinds(unit, policy=POLICY)
        kinds = await counters.list_kinds(unit, day=date(2026, 11, 1), association=None)
        assert tuple(kind.code for kind in kinds) == BUILT_IN
        ids = {kind.code: kind.id for kind in kinds}
        for (chapter, number), values in told.items():
            here = commune.hamlet if chapter == commune.chapter else commune.other_hamlet
            await expect(unit, chapter, here.id, Period(2026, number * 3))
            await counters.put(
                unit,
                chapter,
                Period(2026, number * 3 - 2, 3),
                counters.NewFigures({ids[code]: value for code, value in values.items()}, {}),
                person_id=commune.leader,
                now=NOW,
            )
        quarter = await report_for(unit, commune.staff, commune.commune.id, QUARTER)
        year = await report_for(unit, commune.staff, commune.commune.id, Span(2026, 1, 12))
        month = await report_for(unit, commune.staff, commune.commune.id, NOVEMBER)
    assert [entry[Indicator.MEMBERS_NEW].part for entry in (month, quarter, year)] == [None, 6, 8]
    assert quarter[Indicator.MEMBERS_END] == year[Indicator.MEMBERS_END] == Figure(55)
    assert quarter[Indicator.GATHERED] == Figure(30, 30)
    assert quarter[Indicator.HEADS_PARTY] == Figure(1, 2)


async def test_a_year_counts_the_best_two_levels(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        scale = await unit.add(
            rating_scale,
            association="Hội Liên hiệp Phụ nữ",
            name="Xếp loại",
            levels=[{"key": key, "name": key} for key in ("a", "b", "c")],
            rule={"least_graded": 0},
            valid_from=date(2020, 1, 1),
        )
        for chapter, level in ((commune.chapter, "b"), (commune.other_chapter, "c")):
            await unit.add(
                year_grade,
                chapter_id=chapter,
                year=2026,
                rating_scale_id=scale,
                level=level,
                at=NOW,
            )
        year = await report_for(unit, commune.staff, commune.commune.id, Span(2026, 1, 12))
        quarter = await report_for(unit, commune.staff, commune.commune.id, QUARTER)
    assert year[Indicator.GRADED_WELL] == Figure(1, 2)
    assert quarter[Indicator.GRADED_WELL] == Figure(0, 0)


async def test_targets_stand_beside_their_figures_of_all_kinds_or_of_one(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        farm = await make.chapter("Chi hội nông dân", commune.hamlet, farmers)
        await add_held(unit, commune.chapter, commune.hamlet.id, {})
        await expect(unit, farm, commune.hamlet.id, Period(2026, 11))
        await unit.add(
            m.meeting,
            chapter_id=farm,
            type="regular",
            period="2026-11",
            ordinal=1,
            planned_on=date(2026, 11, 5),
            start_time="19:00",
            duration_min=90,
            place="Nhà văn hóa",
            state="planned",
            due_on=date(2026, 11, 10),
            closes_on=date(2026, 12, 10),
        )
        programme = await unit.add(
            p.programme,
            code="de_an_01",
            name="Đề án 01",
            area_id=commune.commune.id,
            valid_from=date(2021, 1, 1),
        )
        await unit.run(
            p.programme_area.insert().values(programme_id=programme, area_id=commune.hamlet.id)
        )
        for kind, value, sense in ((None, 5001, "min"), (farmers, 0, "max"), (farmers, 1, "min")):
            await unit.add(
                p.target,
                programme_id=programme,
                indicator="held",
                area_id=commune.commune.id,
                kind_id=kind,
                period="2026-11",
                value=value,
                sense=sense,
            )
        found = await full_report(unit, commune.staff, commune.commune.id, NOVEMBER)
        before = await full_report(
            unit, commune.staff, commune.commune.id, NOVEMBER, now=NOW - timedelta(days=60)
        )
    held = found.lines[0]
    assert held.indicator is Indicator.HELD
    assert is_share(held.indicator)
    assert held.now == Figure(1, 2)
    assert [(aim.figure, aim.met) for aim in held.aims] == [
        (Figure(1, 2), False),
        (Figure(0, 1), True),
        (Figure(0, 1), False),
    ]
    assert found.programmes[0].pilots == ((commune.hamlet.id, "Ấp Cái Cối"),)
    assert [aim.target.sense for aim in held.aims] == [Sense.MIN, Sense.MAX, Sense.MIN]
    assert before.lines[0].now == Figure(0, 0)
