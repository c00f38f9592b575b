"""What a cadre has to know of the chapters in a month, besides who has reported."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from domain.records import Presence
from operations.cadres.grading import name_grades
from operations.report_status import OverviewLine
from storage import UnitOfWork
from storage.cadres import attendance
from storage.cases import difficulties


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """One meeting: the chapter's open difficulties, one's own presence, the grade if any.

    `presence` is None where one is not assigned to the meeting.
    """

    difficulties: int
    presence: Presence | None
    grade: str


async def board_facts(
    unit: UnitOfWork, person_id: int, lines: Collection[OverviewLine]
) -> dict[int, BoardFacts]:
    """Returns the facts of some meetings by their ids, each by a few statements for all."""
    meeting_ids = {line.row.meeting_id for line in lines}
    told = await difficulties.list_open(unit, {line.row.chapter_id for line in lines})
    counts = Counter(difficulty.chapter_id for difficulty in told)
    mine = {
        row.meeting_id: row.state
        for row in await attendance.list_of(unit, meeting_ids)
        if row.person_id == person_id
    }
    grades = await name_grades(unit, meeting_ids)
    return {
        line.row.meeting_id: BoardFacts(
            difficulties=counts[line.row.chapter_id],
            presence=mine.get(line.row.meeting_id),
            grade=grades.get(line.row.meeting_id, ""),
        )
        for line in lines
    }
