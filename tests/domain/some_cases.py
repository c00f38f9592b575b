"""A case as tests of the rules need one."""

from datetime import UTC, date, datetime

from domain.cases import Case
from domain.records import DifficultyState

FLOOD = Case(
    id=1,
    report_id=1,
    meeting_id=1,
    chapter_id=1,
    chapter_name="Chi hội phụ nữ ấp Cái Cối",
    area_name="Ấp Cái Cối",
    area_path="/1/2/",
    category="infrastructure",
    text="Đường vào ấp ngập nước",
    level="commune",
    state=DifficultyState.OPEN,
    raised_at=datetime(2026, 11, 5, tzinfo=UTC),
    due_on=date(2026, 11, 20),
    desk_id=2,
    owner_id=None,
    joined_to=None,
    answered_at=None,
    solved_at=None,
    version=0,
)
