"""What follows a meeting: whether the cadre was there."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from bot.sample.dice import dice
from bot.sample.past import Past
from domain.policy import Policy
from domain.records import Presence
from domain.report import CadrePresence, ReportState
from storage import UnitOfWork
from storage.tables import meetings as tables

_DISAGREES = 0.03
_SILENT = 0.1
_TICKED_AT = time(21, 40)


async def write_attendance(
    unit: UnitOfWork, meeting_ids: Sequence[int], past: Sequence[Past], seed: int, policy: Policy
) -> None:
    """Writes a row for each meeting's cadre, ticked or not."""
    await unit.add_many(
        tables.attendance,
        [
            _attendance_row(meeting_id, told, told.cadre, seed, policy)
            for meeting_id, told in zip(meeting_ids, past, strict=True)
            if told.cadre is not None
        ],
    )


def _attendance_row(
    meeting_id: int, past: Past, cadre: int, seed: int, policy: Policy
) -> dict[str, Any]:
    """The cadre ticks an evening at its end, mostly; the chapter's word mostly agrees."""
    answers = past.outcome.answers if past.outcome else None
    held = answers.held_date if answers and answers.state is ReportState.HELD else None
    chance = dice(seed, past.here.chapter.name, past.here.meeting.period, "tick").random()
    there = past.here.cadre_came is CadrePresence.YES
    ticked = held is not None and (chance > _SILENT if there else chance < _DISAGREES)
    at = datetime.combine(held, _TICKED_AT, policy.timezone) if held and ticked else None
    return {
        "meeting_id": meeting_id,
        "person_id": cadre,
        "state": Presence.ATTENDED if ticked else Presence.UNCONFIRMED,
        "confirmed_at": at,
        "confirmed_by": cadre if ticked else None,
        "leader_word": str(past.here.cadre_came) if held else None,
    }
