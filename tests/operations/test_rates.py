"""Attendance rates, worked out a second time row by row."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import Period
from domain.people import Post, Role
from domain.rates import By, Tally, change_since, months_until, total
from operations.cadres.rates import list_rates
from storage import Database
from storage.tables import meetings as m
from storage.tables.history import expectation
from tests.directory import Directory, at
from tests.undone import undone

NOVEMBER = Period(2026, 11)
TODAY = date(2026, 11, 20)
# Chapter, month, state, exempt, present, sort of meeting.
Report = tuple[int, Period, str, int, int | None, str]

one_report = st.tuples(
    st.integers(0, 3),
    st.sampled_from([Period(2026, month) for month in range(4, 12)]),
    st.sampled_from(["held", "held", "not_held", "moved"]),
    st.integers(0, 3),
    st.none() | st.integers(0, 20),
    st.sampled_from(["regular", "regular", "thematic"]),
)
tally = st.builds(
    lambda room, share, meetings: Tally(meetings=meetings, present=int(room * share), room=room),
    st.integers(0, 500),
    st.floats(0, 1),
    st.integers(0, 9),
)


@given(st.lists(one_report, max_size=12, unique_by=lambda pair: (pair[0], pair[1], pair[5])))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_rates_are_what_the_rows_say_and_the_parts_add_up(
    database: Database, reports: list[Report]
) -> None:
    async with undone(database) as unit:
        make = Directory(unit)
        commune = await make.area("Xã Long Vĩnh")
        hamlets = [await make.area(name, commune) for name in ("Ấp Một", "Ấp Hai")]
        kinds = [
            await make.kind("women"),
            await make.kind("farmers", association="Hội Nông dân"),
        ]
        chapters = [
            await make.chapter(f"Chi hội {n}", hamlets[n // 2], kinds[n % 2]) for n in range(4)
        ]
        staff = await make.person("Ngô Văn Tám")
        await make.post(staff, Role.STAFF, area=commune)
        expected = {(chapter, month) for chapter, month, *_ in reports}
        for chapter, month in expected:
            await unit.run(
                expectation.insert().values(
                    chapter_id=chapters[chapter],
                    month=str(month),
                    area_id=hamlets[chapter // 2].id,
                    expected=1,
                    reason="expected",
                )
            )
        for row in reports:
            await add_report(make, chapters[row[0]], row)
        posts = await make.posts(staff)
        for by in By:
            await check(make, posts, by, reports, commune.id)


async def add_report(make: Directory, chapter: int, row: Report) -> None:
    _, month, state, exempt, present, sort = row
    meeting = await make.unit.add(
        m.meeting,
        chapter_id=chapter,
        type=sort,
        period=str(month),
        ordinal=1,
        planned_on=month.first_day,
        start_time="19:00",
        duration_min=90,
        place="Nhà văn hóa",
        state=state,
        due_on=month.last_day,
        closes_on=month.last_day,
    )
    await make.unit.add(
        m.report,
        meeting_id=meeting,
        number=str(meeting),
        role="leader",
        first_sent_at=at(6),
        sent_at=at(6),
        on_time=True,
        version=1,
        state=state,
        present=present if state == "held" else None,
        total=23,
        exempt=exempt,
        cadre_present="none",
        answers={},
    )


async def check(
    make: Directory,
    posts: tuple[Post, ...],
    by: By,
    reports: list[Report],
    area_id: int,
) -> None:
    found = await list_rates(make.unit, posts, by=by, month=NOVEMBER, today=TODAY, area_id=area_id)
    months = months_until(NOVEMBER)
    assert found.months == months
    for month in months:
        counted = [
            (present, 23 - exempt)
            for _, when, state, exempt, present, sort in reports
            if (when, state, sort) == (month, "held", "regular") and present is not None
        ]
        by_hand = Tally(
            meetings=len(counted),
            present=sum(number for number, _ in counted),
            room=sum(number for _, number in counted),
        )
        assert found.whole.get(month, Tally()) == by_hand
        parts = total(line.by_month.get(month, Tally()) for line in found.lines)
        assert parts == by_hand
        assert 0 <= (by_hand.rate or 0) <= 100


@given(st.lists(tally, max_size=8))
def test_a_sum_of_tallies_lies_between_its_parts_and_never_above_one_hundred(
    tallies: list[Tally],
) -> None:
    whole = total(tallies)
    rates = [tally.rate for tally in tallies if tally.rate is not None]
    if whole.rate is None:
        assert rates == []
    else:
        assert min(rates) - 1e-9 <= whole.rate <= max(rates) + 1e-9 <= 100 + 1e-9


def test_the_change_is_against_the_newest_month_that_has_a_rate() -> None:
    months = months_until(NOVEMBER)
    tallies = {
        Period(2026, 8): Tally(meetings=1, present=10, room=20),
        NOVEMBER: Tally(meetings=1, present=15, room=20),
    }
    assert change_since(tallies, months) == 25
    assert change_since({}, months) is None
    assert months[0] == Period(2026, 6)
