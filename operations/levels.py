"""What the levels above a chapter are called there."""

from domain.chapters import Chapter, ids_of
from domain.levels import LevelWords, name_levels
from storage import UnitOfWork
from storage.directory import areas


async def levels_of(unit: UnitOfWork, chapter: Chapter) -> LevelWords:
    """Returns the words for hamlet and commune, quarter and ward above a chapter."""
    found = await areas.by_ids(unit, ids_of(chapter.area_path))
    return name_levels(area.level for area in found.values())
