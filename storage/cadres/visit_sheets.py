"""What was said to a chapter about its difficulties, for whoever goes there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from domain.cases import Action
from domain.records import DifficultyState
from storage.tables.meetings import difficulty, difficulty_event
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A word given about a difficulty: which one, when, what."""

    difficulty: str
    at: datetime
    note: str


async def list_promises(unit: UnitOfWork, chapter_id: int, *, since: datetime) -> list[Promise]:
    """Returns what was said about a chapter's difficulties since a moment, newest first."""
    rows = await unit.all(
        select(
            difficulty.c.text.label("difficulty"), difficulty_event.c.at, difficulty_event.c.note
        )
        .join(difficulty, difficulty.c.id == difficulty_event.c.difficulty_id)
        .where(
            difficulty.c.chapter_id == chapter_id,
            difficulty.c.state != DifficultyState.WITHDRAWN,
            difficulty_event.c.at >= since,
            difficulty_event.c.note.is_not(None),
            difficulty_event.c.action.not_in((Action.DUE_SET, Action.JOINED)),
        )
        .order_by(difficulty_event.c.at.desc(), difficulty_event.c.id.desc())
    )
    return [Promise(**row._mapping) for row in rows]
