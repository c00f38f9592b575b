"""The checks of `domain.report`, asked of a talk in progress."""

from datetime import date

from dialogue.conditions import Case
from domain.meeting_times import parse_times
from domain.refusals import BadInput
from domain.report import check_attendance, check_meeting_date, check_times


def check_opening(case: Case) -> None:
    """Raises BadInput if a meeting still ahead is said to have been held."""
    planned = case.facts.get("planned_date")
    held = {"as_planned", "details"} & set(case.keys("opening"))
    if held and isinstance(planned, date) and planned > case.today:
        raise BadInput("report-not-yet", day=f"{planned:%d/%m/%Y}")


def check_held_date(case: Case) -> None:
    """Raises BadInput for a day on which this meeting cannot have been."""
    day = case.day("held_date")
    if day:
        moved = "moved" in case.keys("opening")
        check_meeting_date(day, today=case.today, may_be_ahead=moved)


def check_present(case: Case) -> None:
    """Raises BadInput if more are counted than the chapter has."""
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


def check_meeting_times(case: Case) -> None:
    """Raises BadInput if the times cannot be read or run backwards."""
    answer = case.answers.get("times")
    if answer is None or answer.skipped:
        return
    times = parse_times(answer.text)
    if times is None:
        raise BadInput("report-times-unread")
    check_times(*times)
