"""The part of the directory that somebody may take along: what lies within their limits."""

from collections.abc import Sequence
from typing import Any

from domain.chapters import ids_of
from operations.access import Limits
from operations.workbook.desk import Rows


def within_limits(known: Rows, limits: Limits) -> Rows:
    """Returns the rows of each sheet that lie within some limits.

    Staff of one kind or association get the places there for their chapters' sake, and of
    what holds for a place as a whole nothing else.
    """
    return _Within(known, limits).rows()


class _Within:
    def __init__(self, known: Rows, limits: Limits) -> None:
        self.known = known
        self.limits = limits
        self.paths = {row.id: ids_of(row.path) for row in known["areas"]}
        self.associations = {row.id: row.association for row in known["kinds"]}
        self.chapters = {
            row.id for row in known["chapters"] if self._reaches(row.area_id, row.kind_id)
        }

    def rows(self) -> Rows:
        posts = [row for row in self.known["posts"] if self._has_post(row)]
        duties = [row for row in self.known["duties"] if self._reaches(row.area_id, row.kind_id)]
        people = {row.person_id for row in (*posts, *duties)}
        return {
            "areas": [row for row in self.known["areas"] if self._has_area(row.id)],
            "kinds": [row for row in self.known["kinds"] if self._has_kind(row)],
            "chapters": [row for row in self.known["chapters"] if row.id in self.chapters],
            "people": [row for row in self.known["people"] if row.id in people],
            "posts": posts,
            "duties": duties,
            "holidays": self._of_whole_places("holidays"),
            "channels": self._of_whole_places("channels"),
            "programmes": self._programmes(),
            "pilots": self._of_whole_places("pilots"),
            "targets": [
                row for row in self.known["targets"] if self._reaches(row.area_id, row.kind_id)
            ],
            "counters": self.known["counters"],
            "scores": [row for row in self.known["scores"] if self._has_table(row)],
            "scales": [row for row in self.known["scales"] if self._has_scale(row)],
        }

    def _programmes(self) -> Sequence[Any]:
        """Those that what is shown names, the ones of places above too."""
        shown = (*self._of_whole_places("pilots"), *self.known["targets"])
        named = {row.programme_id for row in shown if self._reaches(row.area_id, None)}
        return [
            row
            for row in self.known["programmes"]
            if row.id in named or self._reaches(row.area_id, None)
        ]

    def _has_area(self, area_id: int) -> bool:
        return any(place in self.paths[area_id] for place, _ in self.limits.places)

    def _has_kind(self, row: Any) -> bool:  # noqa: ANN401 - a row
        return any(only in (None, row.id, row.association) for _, only in self.limits.places)

    def _has_post(self, row: Any) -> bool:  # noqa: ANN401 - a row
        if row.chapter_id is not None:
            return row.chapter_id in self.chapters
        return self._reaches(row.area_id, row.kind_id, row.association)

    def _has_table(self, row: Any) -> bool:  # noqa: ANN401 - a row
        return row.area_id is None or self._reaches(row.area_id, row.kind_id)

    def _has_scale(self, row: Any) -> bool:  # noqa: ANN401 - a row
        return any(only in (None, row.association) for _, only in self.limits.places)

    def _of_whole_places(self, sheet: str) -> Sequence[Any]:
        return [
            row
            for row in self.known[sheet]
            if row.area_id is not None and self._reaches(row.area_id, None)
        ]

    def _reaches(self, area_id: int, kind_id: int | None, association: str | None = None) -> bool:
        whose = association or self.associations.get(kind_id or 0)
        return self.limits.reach(self.paths[area_id], kind_id, whose)
