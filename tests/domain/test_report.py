from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from domain.refusals import BadInput
from domain.report import (
    ReportAnswers,
    ReportState,
    check_attendance,
    check_meeting_date,
    check_report,
    check_times,
)

TODAY = date(2026, 11, 22)
PLANNED = date(2026, 11, 5)
HELD = ReportAnswers(state=ReportState.HELD, held_date=PLANNED, present=28, total=32)


def refusal(report: ReportAnswers) -> str:
    with pytest.raises(BadInput) as refused:
        check_report(report, planned_date=PLANNED, today=TODAY)
    return refused.value.code


def test_a_usual_report_passes() -> None:
    check_report(HELD, planned_date=PLANNED, today=TODAY)
    check_report(replace(HELD, total=None, present=500), planned_date=None, today=TODAY)


@pytest.mark.parametrize(
    "report",
    [
        replace(HELD, held_date=None),
        replace(HELD, present=None),
        replace(HELD, held_date=date(2026, 11, 6)),
        ReportAnswers(state=ReportState.NOT_HELD),
        ReportAnswers(state=ReportState.MOVED, reason="season"),
        ReportAnswers(state=ReportState.MOVED, reason="season", postponed_to=TODAY),
        ReportAnswers(state=ReportState.MOVED, postponed_to=date(2026, 11, 28)),
    ],
)
def test_a_report_that_lacks_something_is_refused(report: ReportAnswers) -> None:
    assert refusal(report) == "report-incomplete"


def test_people_and_times_are_checked_at_sending_too() -> None:
    assert refusal(replace(HELD, present=33)) == "report-too-many-present"
    late = replace(HELD, starts=time(20), ends=time(19))
    assert refusal(late) == "report-times-reversed"
    ahead = replace(HELD, held_date=date(2026, 11, 23), reason="season")
    assert refusal(ahead) == "report-date-ahead"


@pytest.mark.parametrize(
    ("present", "excused", "unexcused", "exempt", "fits"),
    [
        (32, 0, 0, 0, True),
        (33, 0, 0, 0, False),
        (30, 2, 0, 0, True),
        (30, 2, 1, 0, False),
        (30, 0, 0, 2, True),
        (31, 0, 0, 2, False),
        (-1, 0, 0, 0, False),
    ],
)
def test_nobody_is_counted_who_is_not_in_the_chapter(
    present: int, excused: int, unexcused: int, exempt: int, *, fits: bool
) -> None:
    counts = {
        "present": present,
        "excused": excused,
        "unexcused": unexcused,
        "exempt": exempt,
        "total": 32,
    }
    if fits:
        check_attendance(**counts)
    else:
        with pytest.raises(BadInput):
            check_attendance(**counts)


def test_a_meeting_is_neither_ahead_nor_out_of_sight() -> None:
    check_meeting_date(TODAY, today=TODAY)
    check_meeting_date(TODAY + timedelta(days=92), today=TODAY, may_be_ahead=True)
    for day, ahead in ((1, False), (93, True), (-367, False)):
        with pytest.raises(BadInput):
            check_meeting_date(TODAY + timedelta(days=day), today=TODAY, may_be_ahead=ahead)


def test_a_meeting_ends_after_it_began() -> None:
    check_times(time(19), None)
    check_times(None, None)
    check_times(time(19), time(20, 30))
    with pytest.raises(BadInput):
        check_times(time(19), time(19))
