"""Keeps difficulties on a desk above their chapter when places and chapters change."""

from collections.abc import Sequence

from domain.chapters import Chapter, ids_of
from operations.directory.reforming import Reform
from storage import Unit, case_moves


async def hand_on_cases(reform: Reform, old: Sequence[Chapter], made: int) -> None:
    """Gives what chapters that end still wait for to the one that comes after them."""
    ids = [one.id for one in old]
    moved = await case_moves.move_to_chapter(reform.unit, ids, made)
    if moved:
        reform.note("case.handed_on", f"chapter:{made}", {"chapters": ids}, {"cases": moved})


async def settle_desks(unit: Unit) -> None:
    """Brings cases from desks that are no longer above them to the one as high as that was."""
    for one in await case_moves.list_astray(unit):
        path = ids_of(one.area_path)
        height = min(len(ids_of(one.desk_path)), len(path))
        await case_moves.move_desk(unit, one, path[height - 1])
