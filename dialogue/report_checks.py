"""The checks of `domain.report`, asked of a talk in progress."""

from datetime import date, time

from dialogue.answer import Answer
from dialogue.conditions import Case
from domain.meeting_times import DoubtfulTimes, MeetingTimes, parse_times, read_times, render_times
from domain.refusals import BadInput
from domain.report import (
    check_attendance,
    check_hour,
    check_meeting_date,
    check_somebody_came,
    check_times,
)


def check_opening(case: Case) -> None:
    """Raises BadInput if a meeting still ahead is said to have been held."""
    planned = case.facts.get("planned_date")
    held = {"as_planned", "details"} & set(case.keys("opening"))
    if held and isinstance(planned, date) and planned > case.today:
        raise BadInput("report-not-yet", day=f"{planned:%d/%m/%Y}")
    if "as_planned" in held and planned == case.today and _is_before_its_hour(case):
        raise BadInput("report-not-yet-hour", hour=_planned_hour(case))


def check_held_date(case: Case) -> None:
    """Raises BadInput for a day on which this meeting cannot have been."""
    day, moved = case.day("held_date"), "moved" in case.keys("opening")
    if day and moved and day == case.facts.get("planned_date"):
        raise BadInput("report-not-moved", day=f"{day:%d/%m/%Y}")
    if day:
        check_meeting_date(day, today=case.today, may_be_ahead=moved)


def check_present(case: Case) -> None:
    """Raises BadInput if more are counted than the chapter has."""
    check_somebody_came(case.number("present"))
    check_attendance(
        present=case.number("present") or 0,
        total=case.number("total"),
        exempt=case.number("exempt") or 0,
        excused=case.number("excused") or 0,
    )


def remark_on_total(case: Case) -> tuple[str, dict[str, int]] | None:
    """Returns what to say where the total given is not the one on record."""
    total, known = case.number("total"), case.facts.get("total")
    if total is None or not isinstance(known, int) or total == known:
        return None
    return "total-differs", {"given": total, "known": known}


def parse_meeting_times(text: str, case: Case) -> Answer | tuple[Answer, ...] | None:
    """Reads when a meeting was, near the hour of its plan."""
    until = case.clock if _held_on(case) == case.today else None
    read = read_times(text, near=_planned_time(case), until=until)
    match read:
        case MeetingTimes(starts, ends):
            return Answer(starts=starts, ends=ends)
        case DoubtfulTimes(candidates):
            return tuple(Answer(starts=times.starts, ends=times.ends) for times in candidates)
    return None


def check_meeting_times(case: Case) -> None:
    """Raises BadInput for times that cannot be, or that are missing before the planned hour.

    A meeting of today begins at its hour; one that came earlier says when.
    """
    answer = case.answers.get("times") or Answer(skipped=True)
    starts, ends = answer.starts, answer.ends
    if not starts and not answer.skipped:
        times = parse_times(answer.text)
        if times is None:
            raise BadInput("report-times-unread")
        starts, ends = times
    check_times(starts, ends)
    if case.clock is not None and _held_on(case) == case.today:
        check_hour(starts, planned=_planned_time(case), clock=case.clock)


def _held_on(case: Case) -> date | None:
    planned = case.facts.get("planned_date")
    return case.day("held_date") or (planned if isinstance(planned, date) else None)


def _planned_time(case: Case) -> time | None:
    known = case.facts.get("planned_time")
    return time.fromisoformat(known) if isinstance(known, str) and known else None


def _planned_hour(case: Case) -> str:
    planned = _planned_time(case)
    return render_times(planned, None) if planned else ""


def _is_before_its_hour(case: Case) -> bool:
    planned = _planned_time(case)
    return planned is not None and case.clock is not None and case.clock < planned
