from datetime import date, datetime
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.attendance_statistics import WENT, AssignedMeeting, clashing_with_attended, turnout_of
from domain.calendar import Period
from domain.duties import Duty, Per, find_duty
from domain.records import Presence

NOVEMBER, QUARTER = Period(2026, 11), Period(2026, 10, 3)
LATER = datetime(2026, 12, 31)  # noqa: DTZ001 - the local clock
ME, OTHER = 1, 2


def duty(number: int, **values: object) -> Duty:
    usual: dict[str, object] = {
        "id": number,
        "area_id": 1,
        "visits": number,
        "per": Per.MONTH,
        "valid_from": date(2026, 1, 1),
    }
    return Duty(**(usual | values))  # type: ignore[arg-type]


def found(*duties: Duty, day: date = date(2026, 11, 5)) -> int | None:
    """The number of the duty in force, whatever the order in which they are kept."""
    results = {
        getattr(find_duty(order, area_path="/1/2/", kind_id=7, person_id=ME, day=day), "id", None)
        for order in permutations(duties)
    }
    assert len(results) == 1
    number: int | None = results.pop()
    return number


def test_the_most_specific_duty_counts() -> None:
    general, near, of_kind = duty(1), duty(2, area_id=2), duty(3, kind_id=7)
    assert found(general) == 1
    assert found(general, of_kind) == 3
    assert found(general, of_kind, near) == 2
    assert found(general, near, duty(4, person_id=ME)) == 4
    assert found(general, duty(5, valid_from=date(2026, 6, 1))) == 5


def test_a_duty_of_others_elsewhere_or_of_another_time_does_not_count() -> None:
    others = (
        duty(1, person_id=OTHER),
        duty(2, area_id=3),
        duty(3, kind_id=8),
        duty(4, valid_to=date(2026, 11, 4)),
        duty(5, valid_from=date(2026, 11, 6)),
    )
    assert found(*others) is None
    assert found(duty(6, valid_to=date(2026, 11, 5))) == 6


def met(
    number: int,
    *,
    chapter: int = 1,
    day: int = 5,
    month: int = 11,
    hour: int = 19,
    state: Presence = Presence.UNCONFIRMED,
) -> AssignedMeeting:
    return AssignedMeeting(
        meeting_id=number,
        chapter_id=chapter,
        area_path="/1/2/",
        kind_id=7,
        person_id=ME,
        day=date(2026, month, day),
        start_time=f"{hour:02}:00",
        duration_min=90,
        state=state,
    )


def test_a_clash_is_a_figure_of_its_own_and_no_absence() -> None:
    rows = [
        met(1, state=Presence.ATTENDED),
        met(2, chapter=2),
        met(3, chapter=3, hour=8, state=Presence.EXCUSED),
        met(4, chapter=4, day=9, state=Presence.SUBSTITUTE),
        met(5, chapter=5, day=9, hour=20),
    ]
    figures = turnout_of(rows, [], period=NOVEMBER, clock=LATER)
    assert (figures.went, figures.assigned) == (2, 5)
    assert (figures.attended, figures.sent) == (1, 1)
    assert (figures.clashing, figures.excused, figures.open) == (1, 1, 1)
    assert clashing_with_attended(rows) == {2}


def test_what_is_still_to_come_is_not_counted_as_assigned() -> None:
    rows = [met(1), met(2, day=20)]
    during = datetime(2026, 11, 5, 19, 30)  # noqa: DTZ001 - the local clock
    assert turnout_of(rows, [], period=NOVEMBER, clock=during).assigned == 0
    after = datetime(2026, 11, 5, 21)  # noqa: DTZ001 - the local clock
    assert turnout_of(rows, [], period=NOVEMBER, clock=after).assigned == 1


def test_a_duty_is_owed_by_chapter_and_never_more_often_than_it_meets() -> None:
    rows = [
        met(1, state=Presence.ATTENDED),
        met(2, day=20, state=Presence.ATTENDED),
        met(3, chapter=2, state=Presence.EXCUSED),
    ]
    figures = turnout_of(rows, [duty(1)], period=NOVEMBER, clock=LATER)
    assert (figures.done, figures.owed) == (1, 2)
    figures = turnout_of(rows, [duty(3)], period=NOVEMBER, clock=LATER)
    assert (figures.done, figures.owed) == (2, 3)


def test_a_duty_per_quarter_is_counted_over_the_quarter_only() -> None:
    once = duty(1, per=Per.QUARTER)
    rows = [met(n, month=month) for n, month in enumerate((10, 11, 12))]
    assert turnout_of(rows[1:2], [once], period=NOVEMBER, clock=LATER).owed == 0
    assert turnout_of(rows, [once], period=QUARTER, clock=LATER).owed == 1


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            met,
            st.integers(1, 9999),
            chapter=st.integers(1, 4),
            day=st.integers(1, 28),
            hour=st.integers(7, 20),
            state=st.sampled_from(Presence),
        ),
        max_size=12,
        unique_by=lambda row: row.meeting_id,
    ),
    st.integers(1, 4),
)
def test_the_figures_add_up(rows: list[AssignedMeeting], visits: int) -> None:
    figures = turnout_of(rows, [duty(visits)], period=NOVEMBER, clock=LATER)
    absent = sum(
        assigned.state is Presence.ABSENT
        and assigned.meeting_id not in clashing_with_attended(rows)
        for assigned in rows
    )
    parts = (figures.went, figures.excused, figures.clashing, figures.open, absent)
    assert sum(parts) == figures.assigned == len(rows)
    assert figures.went == sum(assigned.state in WENT for assigned in rows)
    assert 0 <= figures.done <= figures.owed <= len(rows)
