"""How chapters stand, in words and as buttons."""

from collections.abc import Iterable

from domain.chapters import ids_of
from domain.figures import Figures
from domain.message import Choice
from handlers.steps import choice
from operations.cadres.buttons import ContactOfMeeting
from operations.report_status import OverviewLine, ReportStatus
from operations.reports.buttons import SeeReport
from operations.turn import Turn
from texts import Rich

# What needs somebody's attention comes first.
ORDER = (
    ReportStatus.MISSING,
    ReportStatus.NOT_YET_DUE,
    ReportStatus.LATE,
    ReportStatus.NOT_HELD,
    ReportStatus.ON_TIME,
)
REPORTED = frozenset({ReportStatus.ON_TIME, ReportStatus.LATE, ReportStatus.NOT_HELD})


def count_lines(turn: Turn, figures: Figures) -> Rich:
    """Returns how many reports are overdue, awaited, late and in time, a line each."""
    counts = {
        "missing": figures.missing,
        "awaited": figures.awaited,
        "late": figures.late,
        "on_time": figures.on_time,
        "not_held": figures.not_held,
    }
    shown = (
        turn.text(f"standing-count-{name}", count=count) for name, count in counts.items() if count
    )
    return Rich("\n".join(shown))


def by_urgency(lines: Iterable[OverviewLine]) -> list[OverviewLine]:
    """Returns the lines with those first that need somebody's attention."""
    return sorted(lines, key=lambda line: (ORDER.index(line.status), ids_of(line.row.area_path)))


def line_button(turn: Turn, line: OverviewLine) -> Choice:
    """Returns the button of a chapter: to its report, or to whom to ask for it."""
    meeting_id, status = line.row.meeting_id, turn.label(f"standing-{line.status}")
    there = SeeReport(meeting_id) if line.status in REPORTED else ContactOfMeeting(meeting_id)
    return choice(turn, there, "standing-button", standing=status, chapter=line.row.chapter_name)
