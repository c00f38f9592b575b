"""The sheet of areas against the stored ones."""

from collections.abc import Mapping
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from documents.sheets import NEW
from domain.names import same_name, spelling
from operations.workbook.desk import Desk, alike, given, group, key_of
from operations.workbook.lookup import miss_area
from operations.workbook.places import STEP, Places, Several, places_of
from operations.workbook.plans import Doubt, differences, path_ids, place_of

_OWN = (
    "name",
    "level",
    "code",
    "grace_days",
    "closing_day",
    "travel_min",
    "valid_from",
    "valid_to",
)
_NEVER_EMPTY = ("name", "level", "valid_from")

Waiting = list[tuple[Table, SheetRow]]


def plan_areas(desk: Desk) -> Places:
    """Plans the areas; returns every area there is or will be."""
    return _Areas(desk).plan()


def _goes_round(name: str, above: Mapping[str, str]) -> bool:
    """True when the way up from an area comes back to where it was."""
    passed: set[str] = set()
    while name in above and name not in passed:
        passed.add(name)
        name = above[name]
    return name in passed


class _Areas:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.places = places_of(desk.known["areas"], desk.today)
        self.children = group(desk.known["areas"], "parent_id")
        self.seen: dict[int, int] = {}
        self.added: dict[tuple[int | None, str], list[tuple[str, int]]] = {}
        self.mentioned: set[tuple[int | None, str]] | None = None

    def plan(self) -> Places:
        waiting: Waiting = []
        for table, row in self.desk.rows("areas"):
            if " / " in (row["name"] or "" if row["name"] is not CLEARED else ""):
                self.desk.wrong(table, row, "name", "slash")
            elif row["id"] is None or row["id"] == NEW or row["id"] is CLEARED:
                waiting.append((table, row))
            elif known := self.desk.named("areas", self.seen, table, row):
                self._change(table, row, known)
        self._plan_unnumbered(waiting)
        for table, row in self.desk.book.offered("areas"):
            way = f"{row['parent']}{STEP}{row['name']}" if row["parent"] else row["name"]
            if self.places.find(way) is None:
                self._plan_unnumbered([(table, row)])
        return self.places

    def _plan_unnumbered(self, waiting: Waiting) -> None:
        """A row may stand before the one it belongs to, so they are taken in rounds."""
        while waiting:
            left: Waiting = []
            for table, row in waiting:
                parent = self._parent(row)
                if parent is None:
                    left.append((table, row))
                elif isinstance(parent, Several):
                    facts = parent.facts
                    self.desk.wrong(table, row, "parent", "several", **facts)
                else:
                    self._match(table, row, parent or None)
            if len(left) == len(waiting):
                self._strand(left)
                return
            waiting = left

    def _strand(self, left: Waiting) -> None:
        """Notes the rows that belong to nothing; those below a row at fault come right with it."""
        above = {
            key_of(row["name"]): key_of(self.places.last_step(row["parent"]))
            for _, row in left
            if isinstance(row["name"], str)
        }
        for table, row in left:
            if isinstance(row["name"], str) and _goes_round(key_of(row["name"]), above):
                self.desk.wrong(table, row, "parent", "circle")
            else:
                miss_area(self.desk, self.places, table, row, "parent")

    def _parent(self, row: SheetRow) -> int | Several | None:
        """The parent's reference, 0 for none at all, None while it is not there."""
        written = row["parent"]
        return 0 if written in (None, CLEARED) else self.places.find(written)

    def _match(self, table: Table, row: SheetRow, parent: int | None) -> None:
        if row["name"] is None or row["name"] is CLEARED:
            self.desk.lacks(table, row)
            return
        named = key_of(row["name"])
        for name, number in self.added.get((parent, named), ()):
            if same_name(name, row["name"]):
                self.desk.wrong(table, row, "name", "twice", other=number)
                return
        siblings = self.children.get((parent,), [])
        known = self._same(row["name"], siblings) if row["id"] != NEW else None
        if known is None and row["id"] != NEW:
            known = self._doubtful(table, row, siblings)
        if known is not None and known.id in self.seen:
            self.desk.wrong(table, row, "name", "twice", other=self.seen[known.id])
        elif known is not None:
            self.seen[known.id] = row.number
            self._change(table, row, known)
        else:
            self._add(table, row, parent)

    @staticmethod
    def _same(name: str, siblings: list[Any]) -> Any:  # noqa: ANN401 - a row
        """The stored area with this name: spelled just so, else the newest spelled alike."""
        alike_ones = [sibling for sibling in siblings if same_name(sibling.name, name)]
        exact = [
            alike_one for alike_one in alike_ones if spelling(alike_one.name) == spelling(name)
        ]
        return next(reversed(exact or alike_ones), None)

    def _doubtful(self, table: Table, row: SheetRow, siblings: list[Any]) -> Any:  # noqa: ANN401 - a row
        named = key_of(row["name"])
        named_here = self._names_here()
        for known in siblings:
            by_code = row["code"] is not None and row["code"] == known.code
            taken = known.id in self.seen or (known.parent_id, spelling(known.name)) in named_here
            if not taken and (by_code or alike(named, key_of(known.name))):
                if self.desk.accepts_doubtful:
                    return known
                place = place_of(table, row.number)
                self.desk.plan.doubt(Doubt("area", place, row["name"], known.name, known.id))
                return None
        return None

    def _names_here(self) -> set[tuple[int | None, str]]:
        """The stored areas that the sheet mentions by their own names."""
        if self.mentioned is None:
            self.mentioned = {
                (parent or None, spelling(row["name"]))
                for _, row in (*self.desk.rows("areas"), *self.desk.book.offered("areas"))
                if isinstance(row["name"], str) and isinstance(parent := self._parent(row), int)
            }
        return self.mentioned

    def _change(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        parent = self._parent(row)
        if row["parent"] is not None and parent != (known.parent_id or 0):
            if parent is None:
                miss_area(self.desk, self.places, table, row, "parent")
            else:
                self.desk.wrong(table, row, "parent", "moved")
            return
        wanted = given(row, *_OWN)
        for column in _NEVER_EMPTY:
            if column in wanted and wanted[column] is None:
                self.desk.wrong(table, row, column, "needed")
                return
        after = differences(known, wanted)
        first = wanted.get("valid_from", known.valid_from)
        if self.desk.misordered(table, row, first, wanted.get("valid_to", known.valid_to)):
            return
        if after and not self._may(path_ids(known)):
            self.desk.wrong(table, row, "name", "not-yours")
            return
        if "name" in after:
            self.places.put(known.id, after["name"], known.parent_id)
        self.desk.plan.change("areas", known, known.name, after)

    def _add(self, table: Table, row: SheetRow, parent: int | None) -> None:
        if self.desk.lacks(table, row):
            return
        if not self._may([] if parent is None else self.places.above(parent)):
            self.desk.wrong(table, row, "name", "not-yours")
            return
        usual: dict[str, Any] = dict.fromkeys(_OWN) | {"valid_from": self.desk.today}
        values = usual | given(row, *_OWN)
        if self.desk.misordered(table, row, values["valid_from"], values["valid_to"]):
            return
        way = self.places.way(parent) + " / " if parent else ""
        ref = self.desk.plan.add("areas", way + row["name"], {"parent_id": parent, **values})
        self.places.put(ref, row["name"], parent)
        likes = self.added.setdefault((parent, key_of(row["name"])), [])
        likes.append((row["name"], row.number))

    def _may(self, path: Any) -> bool:  # noqa: ANN401 - ids
        limits = self.desk.limits
        return limits is None or limits.reach(path, None, None)
