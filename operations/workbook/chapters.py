"""The sheet of chapters against the stored ones."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from documents.sheets import NEW
from domain.names import same_name, spelling
from operations.workbook.desk import Desk, alike, given, group, key_of, nearest
from operations.workbook.kinds import Kinds
from operations.workbook.lookup import find_area, may_change
from operations.workbook.places import Places
from operations.workbook.plans import Doubt, differences, place_of
from operations.workbook.rules import same_rule, wanted_rule

_OWN = (
    "name",
    "member_count",
    "exempt_count",
    "frequency",
    "shift",
    "start_time",
    "duration_min",
    "place",
    "valid_from",
    "valid_to",
)
_MAY_BE_EMPTY = frozenset({"frequency", "shift", "valid_to", "rule"})
_USUAL = {"exempt_count": 0, "duration_min": 90}


@dataclass(slots=True)
class ChapterIndex:
    """Every chapter there is or will be, by the key of its name: (reference, area, kind)."""

    by_key: dict[str, list[tuple[int, int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    areas: dict[int, tuple[int, int]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    def put(self, ref: int, name: str, area: int, kind: int, *, gone: bool = False) -> None:
        """Adds a chapter."""
        self.by_key[key_of(name)].append((ref, area, kind))
        self.areas[ref] = (area, kind)
        self.names[ref] = name
        if gone:
            self.gone.add(ref)

    def lack(self, name: str) -> bool:
        """True when no chapter has this name, wherever it is."""
        return key_of(name) not in self.by_key

    def near(self, name: str) -> str:
        """Returns the name of a chapter that is spelled almost like this, "" without one."""
        found = self.by_key.get(nearest(name, self.by_key))
        return self.names[found[0][0]] if found else ""

    def find(self, name: str, area: int | None, kind: int | None, places: Places) -> list[int]:
        """Returns those of a name in an area itself, else below it, the living before the gone."""
        named = [
            (ref, where)
            for ref, where, of_kind in self.by_key.get(key_of(name), [])
            if kind in (None, of_kind)
        ]
        own = [ref for ref, where in named if where == area]
        below = [ref for ref, where in named if area is None or area in places.above(where)]
        alike_ones = list(dict.fromkeys(own or below))
        exact = [ref for ref in alike_ones if spelling(self.names[ref]) == spelling(name)]
        found = exact or alike_ones
        return [ref for ref in found if ref not in self.gone] or found


def index_chapters(desk_rows: Any, today: Any) -> ChapterIndex:  # noqa: ANN401 - rows, a day
    """Returns the stored chapters."""
    index = ChapterIndex()
    for row in desk_rows:
        is_gone = row.valid_to is not None and row.valid_to < today
        index.put(row.id, row.name, row.area_id, row.kind_id, gone=is_gone)
    return index


def plan_chapters(desk: Desk, places: Places, kinds: Kinds) -> ChapterIndex:
    """Plans the chapters; returns all there are or will be."""
    return _Chapters(desk, places, kinds).plan()


class _Chapters:
    def __init__(self, desk: Desk, places: Places, kinds: Kinds) -> None:
        self.desk = desk
        self.places = places
        self.kinds = kinds
        self.index = index_chapters(desk.known["chapters"], desk.today)
        self.here = group(desk.known["chapters"], "area_id", "kind_id")
        self.seen: dict[int, int] = {}
        self.added: dict[tuple[int, int, str], list[tuple[str, int]]] = {}
        self.mentioned: set[tuple[int | None, int | None, str]] = set()

    def plan(self) -> ChapterIndex:
        resolved = [
            (table, row, self._area(table, row), self._kind(table, row))
            for table, row in self.desk.rows("chapters")
        ]
        self.mentioned = {
            (area, kind, spelling(row["name"]))
            for _, row, area, kind in resolved
            if isinstance(row["name"], str)
        }
        for table, row, area, kind in resolved:
            if isinstance(row["id"], int):
                if known := self.desk.named("chapters", self.seen, table, row):
                    self._change(table, row, known, area, kind)
            elif area is not None and kind is not None:
                self._match(table, row, area, kind)
        return self.index

    def _area(self, table: Table, row: SheetRow) -> int | None:
        if isinstance(row["id"], int) and row["area"] is None:
            return None
        return find_area(self.desk, self.places, table, row)

    def _kind(self, table: Table, row: SheetRow) -> int | None:
        written = row["kind"]
        if isinstance(row["id"], int) and written is None:
            return None
        found = self.kinds.find(written) if isinstance(written, str) else None
        if found is None and not self.desk.comes_right("kinds", written, is_lacking=True):
            names = " | ".join(sorted(self.kinds.names.values())[:12]) or "none"
            code = "unknown-kind" if written else "needed"
            self.desk.wrong(table, row, "kind", code, names=names)
        return found

    def _match(self, table: Table, row: SheetRow, area: int, kind: int) -> None:
        # What an office's list lacks is needed for new chapters alone.
        if not table.is_list and self.desk.lacks(table, row):
            return
        named = key_of(row["name"])
        for name, number in self.added.get((area, kind, named), ()):
            if row["id"] != NEW and same_name(name, row["name"]):
                self.desk.wrong(table, row, "name", "twice", other=number)
                return
        known = None if row["id"] == NEW else self._known(table, row, area, kind)
        if known is not None and known.id in self.seen:
            self.desk.wrong(table, row, "name", "twice", other=self.seen[known.id])
        elif known is not None:
            self.seen[known.id] = row.number
            self._change(table, row, known, area, kind)
        else:
            self._add(table, row, area, kind)

    def _known(self, table: Table, row: SheetRow, area: int, kind: int) -> Any:  # noqa: ANN401 - a row
        named = key_of(row["name"])
        here = self.here.get((area, kind), [])
        likes = [value for value in here if same_name(value.name, row["name"])]
        same = [like for like in likes if spelling(like.name) == spelling(row["name"])] or likes
        if same:
            return next((value for value in same if value.id not in self.index.gone), same[-1])
        free = [
            value
            for value in here
            if value.id not in self.index.gone
            and value.id not in self.seen
            and (area, kind, spelling(value.name)) not in self.mentioned
        ]
        near = [value for value in free if len(free) == 1 or alike(key_of(value.name), named)]
        if near and not self.desk.accepts_doubtful:
            place = place_of(table, row.number)
            doubt = Doubt("chapter", place, row["name"], near[0].name, near[0].id)
            self.desk.plan.doubt(doubt)
            return None
        return near[0] if near else None

    def _change(
        self,
        table: Table,
        row: SheetRow,
        known: Any,  # noqa: ANN401 - a row
        area: int | None,
        kind: int | None,
    ) -> None:
        for column, ref, stored in (("area", area, known.area_id), ("kind", kind, known.kind_id)):
            if ref is not None and ref != stored:
                self.desk.wrong(table, row, column, "moved" if column == "area" else "fixed")
                return
        wanted = self._wanted(table, row, known.kind_id, known)
        if wanted is None:
            return
        after = differences(known, wanted)
        if "rule" in after and same_rule(
            known.rule, after["rule"], self._frequency(wanted, known, known.kind_id)
        ):
            del after["rule"]
        if after and not may_change(self.desk, self.places, known.area_id, known.kind_id):
            self.desk.wrong(table, row, "name", "not-yours")
            return
        if "name" in after:
            self.index.put(known.id, after["name"], known.area_id, known.kind_id)
        self.desk.plan.change("chapters", known, known.name, after)

    def _add(self, table: Table, row: SheetRow, area: int, kind: int) -> None:
        if table.is_list and self.desk.lacks(table, row):
            return
        wanted = self._wanted(table, row, kind, None)
        if wanted is None:
            return
        if not may_change(self.desk, self.places, area, kind):
            self.desk.wrong(table, row, "name", "not-yours")
            return
        usual = {"rule": None, **dict.fromkeys(_OWN), **_USUAL, "valid_from": self.desk.today}
        values = {"kind_id": kind, "area_id": area, **usual, **wanted}
        ref = self.desk.plan.add("chapters", row["name"], values)
        self.index.put(ref, row["name"], area, kind)
        likes = self.added.setdefault((area, kind, key_of(row["name"])), [])
        likes.append((row["name"], row.number))

    def _wanted(
        self,
        table: Table,
        row: SheetRow,
        kind: int,
        known: Any,  # noqa: ANN401 - a row
    ) -> dict[str, Any] | None:
        wanted = given(row, *_OWN)
        emptied = [
            text for text, value in wanted.items() if value is None and text not in _MAY_BE_EMPTY
        ]
        if emptied:
            self.desk.wrong(table, row, emptied[0], "needed")
            return None
        minutes = getattr(row["start_time"], "minutes", None)
        if minutes and row["duration_min"] is None:
            wanted["duration_min"] = minutes
        if not self._is_sound(table, row, wanted, known):
            return None
        if row["rule"] is CLEARED:
            wanted["rule"] = None
        elif row["rule"] is not None:
            said = row["rule"][0]
            if said and row["frequency"] is None and said != self._frequency(wanted, known, kind):
                wanted["frequency"] = said
            rule = wanted_rule(self.desk, table, row, self._frequency(wanted, known, kind))
            if rule is None:
                return None
            wanted["rule"] = rule
        return wanted

    def _is_sound(self, table: Table, row: SheetRow, wanted: dict[str, Any], known: Any) -> bool:  # noqa: ANN401 - a row
        def value(column: str, usual: Any) -> Any:  # noqa: ANN401 - what the column holds
            return wanted.get(column, getattr(known, column, usual))

        if value("exempt_count", 0) > value("member_count", 0):
            self.desk.wrong(table, row, "exempt_count", "exempt")
            return False
        first = value("valid_from", self.desk.today)
        return not self.desk.misordered(table, row, first, value("valid_to", None))

    def _frequency(self, wanted: dict[str, Any], known: Any, kind: int) -> int:  # noqa: ANN401 - a row
        own = wanted.get("frequency", getattr(known, "frequency", None))
        return own or self.kinds.frequency[kind]
