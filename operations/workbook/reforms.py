"""The sheet of mergers, splits and moves, read as changes of what is stored."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from documents.book import SheetRow, Table
from domain.reforms import (
    AreaPart,
    Change,
    ChapterPart,
    MergeAreas,
    MergeChapters,
    MoveArea,
    MoveChapter,
    Reform,
    SplitArea,
    SplitChapter,
)
from operations.workbook.chapters import ChapterIndex
from operations.workbook.desk import Desk, key_of
from operations.workbook.lookup import number_in
from operations.workbook.places import Places, Several

SHEET = "reforms"
# They are tried in one transaction, for which talks wait.
MOST = 40
_OF_AREAS = {Reform.MERGE_AREAS, Reform.SPLIT_AREA, Reform.MOVE_AREA}
_MERGERS = {Reform.MERGE_AREAS, Reform.MERGE_CHAPTERS}
_MOVES = {Reform.MOVE_AREA, Reform.MOVE_CHAPTER}


def plan_reforms(desk: Desk, places: Places, chapters: ChapterIndex) -> None:
    """Plans the changes of stored places and chapters that are not done yet."""
    _Reforms(desk, places, chapters).plan()


def to_change(values: Mapping[str, Any]) -> Change:
    """Returns the change that a planned row stands for."""
    ids, parts = tuple(values["ids"]), values["parts"]
    match Reform(values["reform"]):
        case Reform.MERGE_AREAS:
            return MergeAreas(area_ids=ids, name=parts[0]["name"])
        case Reform.SPLIT_AREA:
            split = (AreaPart(name=part["name"], chapter_ids=tuple(part["ids"])) for part in parts)
            return SplitArea(area_id=ids[0], parts=tuple(split))
        case Reform.MOVE_AREA:
            return MoveArea(area_id=ids[0], parent_id=values["to"])
        case Reform.MERGE_CHAPTERS:
            return MergeChapters(chapter_ids=ids, name=parts[0]["name"])
        case Reform.SPLIT_CHAPTER:
            shares = (ChapterPart(name=part["name"], member_count=part["count"]) for part in parts)
            return SplitChapter(chapter_id=ids[0], parts=tuple(shares))
        case Reform.MOVE_CHAPTER:
            return MoveChapter(chapter_id=ids[0], area_id=values["to"])


def subject_of(values: Mapping[str, Any]) -> str:
    """Returns what a planned row changes: an area or a chapter."""
    return "area" if Reform(values["reform"]) in _OF_AREAS else "chapter"


class _Reforms:
    def __init__(self, desk: Desk, places: Places, chapters: ChapterIndex) -> None:
        self.desk = desk
        self.places = places
        self.chapters = chapters

    def plan(self) -> None:
        for table, row in self.desk.rows(SHEET):
            if len(self.desk.plan.asked) == MOST:
                self.desk.wrong(table, row, "subjects", "reform-most", most=MOST)
                return
            if not self.desk.lacks(table, row):
                self._row(table, row)

    def _row(self, table: Table, row: SheetRow) -> None:
        reform = Reform(row["reform"])
        if self._is_done(reform, row):
            return
        of_areas = reform in _OF_AREAS
        named = [self._find(table, row, "subjects", text, of_areas) for text in _listed(row)]
        ids = [number for number in named if number is not None]
        if len(ids) < len(named):
            return
        if len(ids) > 1 and reform not in _MERGERS:
            self.desk.wrong(table, row, "subjects", "reform-one")
            return
        values = {"reform": reform.value, "first_day": row["valid_from"].isoformat(), "ids": ids}
        results = self._results(table, row, reform)
        if results is not None:
            name = f"{row['subjects']} → {row['results']}"
            self.desk.plan.add(SHEET, name, {**values, **results})
            self.desk.plan.asked.append(table.fault(row, "subjects", "", row["subjects"]))

    def _results(self, table: Table, row: SheetRow, reform: Reform) -> dict[str, Any] | None:
        if reform in _MOVES:
            to = self._find(table, row, "results", row["results"], of_areas=True)
            return None if to is None else {"parts": [], "to": to}
        read = [self._part(table, row, reform, value) for value in row["results"].split(";")]
        parts = [entry for entry in read if entry is not None]
        if len(parts) < len(read):
            return None
        if (len(parts) == 1) != (reform in _MERGERS):
            code = "reform-one-name" if reform in _MERGERS else "reform-names"
            self.desk.wrong(table, row, "results", code)
            return None
        return {"parts": parts, "to": None}

    def _part(
        self, table: Table, row: SheetRow, reform: Reform, text: str
    ) -> dict[str, Any] | None:
        """Reads "Ấp A: #12, #15" or "Chi hội A: 20"; None with a fault noted."""
        name, _, rest = (word.strip() for word in text.partition(":"))
        part: dict[str, Any] = {"name": name, "count": 0, "ids": []}
        if reform is Reform.SPLIT_CHAPTER:
            if not rest.isdecimal():
                self.desk.wrong(table, row, "results", "reform-members")
                return None
            part["count"] = int(rest)
        elif reform is Reform.SPLIT_AREA and rest:
            found = [
                self._find(table, row, "results", word.strip(), of_areas=False)
                for word in rest.split(",")
            ]
            if None in found:
                return None
            part["ids"] = found
        return part

    def _find(
        self, table: Table, row: SheetRow, column: str, text: str, of_areas: bool
    ) -> int | None:
        """Returns the stored place or chapter that a text names, None with a fault noted."""
        found: int | Several | None = (
            self.places.find(text) if of_areas else self._find_chapter(text)
        )
        if isinstance(found, Several):
            self.desk.wrong(table, row, column, "several", **found.facts)
        elif found is None or found < 0:
            self.desk.wrong(table, row, column, "reform-unknown", name=text)
        else:
            return found
        return None

    def _find_chapter(self, text: str) -> int | Several | None:
        number = number_in(text)
        if number is not None:
            return number if number in self.chapters.names else None
        found = self.chapters.find(text, None, None, self.places)
        if len(found) > 1:
            return Several(len(found), f"#{max(found)}")
        return found[0] if found else None

    def _is_done(self, reform: Reform, row: SheetRow) -> bool:
        """True when what the change would make began on that very day, or is there already."""
        if reform in _MOVES:
            return self._has_moved(reform, row)
        sheet = "areas" if reform in _OF_AREAS else "chapters"
        begun = {
            key_of(value.name)
            for value in self.desk.known[sheet]
            if _day(value.valid_from) == row["valid_from"]
        }
        return all(name in begun for name in _names(row))

    def _has_moved(self, reform: Reform, row: SheetRow) -> bool:
        to = self.places.find(row["results"])
        if reform is Reform.MOVE_AREA:
            item = self.places.find(row["subjects"])
            return (
                isinstance(item, int)
                and item in self.places.parents
                and (self.places.parents[item] == to)
            )
        chapter = self._find_chapter(row["subjects"])
        return isinstance(chapter, int) and self.chapters.areas[chapter][0] == to


def _day(value: Any) -> date:  # noqa: ANN401 - a stored day
    return value if isinstance(value, date) else date.fromisoformat(value)


def _listed(row: SheetRow) -> Sequence[str]:
    return [value.strip() for value in row["subjects"].split(";") if value.strip()]


def _names(row: SheetRow) -> Iterator[str]:
    for value in row["results"].split(";"):
        yield key_of(value.partition(":")[0].strip())
