"""How a chapter stands with one meeting: reported in time, late, missing, not yet due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.chapters import ids_of
from domain.meetings import MeetingState
from domain.people import Person
from storage.reports.overviews import OverviewRow
from texts import Rich, label, render


class ReportStatus(StrEnum):
    """How a chapter stands with one meeting."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    NOT_YET_DUE = "not_yet_due"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewLine:
    """One meeting of the period and how its chapter stands; `area_id` is the part it counts in."""

    row: OverviewRow
    status: ReportStatus
    area_id: int


def status_of(row: OverviewRow, today: date) -> ReportStatus:
    """Returns how a chapter stands; a meeting put off counts as reported."""
    if row.on_time is not None:
        if row.state is MeetingState.NOT_HELD:
            return ReportStatus.NOT_HELD
        return ReportStatus.ON_TIME if row.on_time else ReportStatus.LATE
    return ReportStatus.MISSING if today > row.due_on else ReportStatus.NOT_YET_DUE


def part_of(area_path: str, looked_at: str) -> int:
    """Returns the area right below the one looked at, or the chapter's own where that fails."""
    inside = ids_of(area_path.removeprefix(looked_at))
    if looked_at == "/" or not inside:
        return ids_of(area_path)[-1]
    return inside[0]


def whom_to_ask(line: OverviewLine, leaders: Sequence[Person], language: str) -> Rich:
    """Returns a line with a chapter and who of its leaders is to be asked for its report."""
    first = next(iter(leaders), None)
    return render(
        "overview-missing-line" if first else "overview-missing-line-nobody",
        language,
        chapter=line.row.chapter_name,
        name=first.name if first else "",
        phone=(first.phone if first else None) or label("phone-none", language),
    )
