"""How a chapter stands with one meeting: reported in time, late, missing, not yet due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.chapters import ids_of
from domain.meetings import MeetingState
from storage.reports.overviews import OverviewRow


class Standing(StrEnum):
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
    standing: Standing
    area_id: int


def standing_of(row: OverviewRow, today: date) -> Standing:
    """Returns how a chapter stands; a meeting put off counts as reported."""
    if row.on_time is not None:
        if row.state is MeetingState.NOT_HELD:
            return Standing.NOT_HELD
        return Standing.ON_TIME if row.on_time else Standing.LATE
    return Standing.MISSING if today > row.due_on else Standing.NOT_YET_DUE


def part_of(area_path: str, looked_at: str) -> int:
    """Returns the area right below the one looked at, or the chapter's own where that fails."""
    inside = ids_of(area_path.removeprefix(looked_at))
    if looked_at == "/" or not inside:
        return ids_of(area_path)[-1]
    return inside[0]
