"""Keeps difficulties on a desk above their chapter when places and chapters change."""

from datetime import date, datetime

from domain.chapters import ids_of
from storage import UnitOfWork
from storage.cases import case_moves
from storage.maintenance import audit


async def hand_on_cases(unit: UnitOfWork, *, by: int | None, today: date, now: datetime) -> None:
    """Gives what chapters that have ended still wait for to the one that comes after them.

    Of several, as after a split, to the first. What is settled stays with who told of it.
    """
    for left_behind in await case_moves.list_left_behind(unit, today=today):
        moved = await case_moves.move_to_chapter(
            unit, left_behind.chapter_id, left_behind.successor_id
        )
        audit.add_later(
            unit,
            audit.Entry(
                person_id=by,
                action="case.handed_on",
                subject=f"chapter:{left_behind.successor_id}",
                before={"chapters": [left_behind.chapter_id]},
                after={"cases": moved},
            ),
            now=now,
        )


async def settle_desks(unit: UnitOfWork) -> None:
    """Brings cases from desks that are no longer above them to the one as high as that was."""
    for astray in await case_moves.list_astray(unit):
        path = ids_of(astray.area_path)
        height = min(len(ids_of(astray.desk_path)), len(path))
        await case_moves.move_desk(unit, astray, path[height - 1])
