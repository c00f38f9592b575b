"""Changes of places and chapters as data: what is to be done, and what it does.

Each holds from a first day on; until the day before, everything stands as it stood.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar import closing_date, period_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameArea:
    """A place gets another name, perhaps another code, and stays the same place."""

    area_id: int
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveArea:
    """A place, with all below it, comes under another."""

    area_id: int
    parent_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseArea:
    """A place with nothing left in it ceases to be."""

    area_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeAreas:
    """Places under one parent become one new place, with all they hold."""

    area_ids: tuple[int, ...]
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """One part of a place that is split: its name and the chapters that go there."""

    name: str
    code: str | None = None
    chapter_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitArea:
    """A place becomes several; what no part names goes to the first."""

    area_id: int
    parts: tuple[AreaPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameChapter:
    """A chapter gets another name and stays the same chapter."""

    chapter_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChapter:
    """A chapter comes to another place."""

    chapter_id: int
    area_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseChapter:
    """A chapter ceases to be."""

    chapter_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeChapters:
    """Chapters of one kind become one new chapter, by the calendar of the first."""

    chapter_ids: tuple[int, ...]
    name: str
    area_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPart:
    """One part of a chapter that is split."""

    name: str
    member_count: int
    exempt_count: int = 0
    area_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitChapter:
    """A chapter becomes several."""

    chapter_id: int
    parts: tuple[ChapterPart, ...]


class Reform(StrEnum):
    """The changes that a row of the workbook can ask for."""

    MERGE_AREAS = "merge_areas"
    SPLIT_AREA = "split_area"
    MOVE_AREA = "move_area"
    MERGE_CHAPTERS = "merge_chapters"
    SPLIT_CHAPTER = "split_chapter"
    MOVE_CHAPTER = "move_chapter"


AreaChange = RenameArea | MoveArea | CloseArea | MergeAreas | SplitArea
ChapterChange = RenameChapter | MoveChapter | CloseChapter | MergeChapters | SplitChapter
Change = AreaChange | ChapterChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One thing a change does: the text key that says it, and what it says it of."""

    key: str
    facts: dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a change does, and the ids of the places or chapters it makes."""

    effects: tuple[Effect, ...]
    made: tuple[int, ...] = ()


def earliest_day(today: date, *, closing_day: int) -> date:
    """Returns the first day from which a change may hold: that of the oldest open month."""
    month = period_of(today, 1)
    before = month.previous()
    is_open = today <= closing_date(before, closing_day=closing_day)
    return (before if is_open else month).first_day
