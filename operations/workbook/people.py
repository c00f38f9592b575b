"""The sheet of people against the stored ones."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from documents.sheets import NEW
from domain.names import same_name, spelling
from domain.reading import phone_digits
from operations.workbook.desk import Desk, given, key_of
from operations.workbook.lookup import number_in
from operations.workbook.places import Several
from operations.workbook.plans import Doubt, differences, place_of
from operations.workbook.sight import Sight

_OWN = ("name", "address_form", "phone", "language")
_USUAL = {"address_form": "đồng chí", "phone": None, "language": "vi"}


@lru_cache(maxsize=200_000)
def national(phone: str | None) -> str:
    """Returns the digits by which two ways of writing a number compare, "" for none."""
    return phone_digits(phone) if phone else ""


@dataclass(slots=True)
class PersonIndex:
    """Everybody there is or will be, by phone and by name; the `unplaced` not by number."""

    by_phone: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    names: dict[int, str] = field(default_factory=dict)
    unplaced: Set[int] = frozenset()

    def put(self, ref: int, name: str, phone: str | None) -> None:
        """Adds a person."""
        self.names[ref] = name
        for index, spelled in ((self.by_phone, national(phone)), (self.by_name, key_of(name))):
            if spelled and ref not in index[spelled]:
                index[spelled].append(ref)

    def lack(self, name: str) -> bool:
        """True when nobody has this name, whatever the phone."""
        return key_of(name) not in self.by_name

    def find(self, name: str, phone: str | None) -> int | Several | None:
        """Returns whom a name, a phone, or both mean."""
        number = number_in(name)
        if number is not None:
            return number if number in self.names and number not in self.unplaced else None
        named = self.by_name.get(key_of(name), [])
        having = self.by_phone.get(national(phone), []) if national(phone) else named
        likes = [ref for ref in having if ref in named]
        both = [ref for ref in likes if spelling(self.names[ref]) == spelling(name)] or likes
        if len(both) > 1:
            return Several(len(both), f"#{max(both)}")
        return both[0] if both else None


def index_people(rows: Any, *, unplaced: Set[int] = frozenset()) -> PersonIndex:  # noqa: ANN401 - rows
    """Returns the stored people; those `unplaced` are not found by their numbers."""
    index = PersonIndex(unplaced=unplaced)
    for row in rows:
        index.put(row.id, row.name, row.phone)
    return index


def plan_people(desk: Desk, sight: Sight) -> PersonIndex:
    """Plans the people; returns all in sight there are or will be."""
    return _People(desk, sight).plan()


class _People:
    def __init__(self, desk: Desk, sight: Sight) -> None:
        self.desk = desk
        self.sight = sight
        self.index = index_people(desk.known["people"], unplaced=sight.unplaced)
        self.by_id = desk.known_by_id("people")
        self.seen: dict[int, int] = {}
        names = (row["name"] for _, row in desk.rows("people"))
        self.mentioned = {spelling(name) for name in names if isinstance(name, str)}
        self.added: dict[tuple[str, str], list[tuple[str, int]]] = {}

    def plan(self) -> PersonIndex:
        rows = list(self.desk.rows("people"))
        # Rows with a number come first: what they name is no longer free for the others.
        for table, row in sorted(rows, key=lambda value: not isinstance(value[1]["id"], int)):
            if row["id"] in self.sight.unplaced:
                self.desk.wrong(table, row, "id", "unknown-id")
            elif isinstance(row["id"], int):
                if known := self.desk.named("people", self.seen, table, row):
                    self._change(table, row, known)
            elif not self.desk.lacks(table, row):
                self._match(table, row)
        return self.index

    def _match(self, table: Table, row: SheetRow) -> None:
        phone = row["phone"] if isinstance(row["phone"], str) else None
        spelled = (key_of(row["name"]), national(phone))
        for name, number in self.added.get(spelled, ()):
            if row["id"] != NEW and same_name(name, row["name"]):
                self.desk.wrong(table, row, "name", "twice", other=number)
                return
        known = None if row["id"] == NEW else self._known(table, row, phone)
        if isinstance(known, Several):
            facts = known.facts
            self.desk.wrong(table, row, "name", "several", **facts)
        elif known is not None and known.id in self.seen:
            self.desk.wrong(table, row, "name", "twice", other=self.seen[known.id])
        elif known is not None:
            self.seen[known.id] = row.number
            self._change(table, row, known)
        else:
            values = _USUAL | given(row, *_OWN)
            ref = self.desk.plan.add("people", row["name"], values)
            self.index.put(ref, row["name"], values["phone"])
            self.added.setdefault(spelled, []).append((row["name"], row.number))

    def _known(self, table: Table, row: SheetRow, phone: str | None) -> Any:  # noqa: ANN401 - a row
        named, digits = key_of(row["name"]), national(phone)
        having = self._stored(self.index.by_phone.get(digits, []) if digits else [])
        stored = self._stored(self.index.by_name.get(named, []))
        found = having if digits else [value for value in stored if not national(value.phone)]
        likes = [value for value in found if same_name(value.name, row["name"])]
        both = [like for like in likes if spelling(like.name) == spelling(row["name"])] or likes
        if len(both) > 1:
            return Several(len(both), f"#{both[-1].id}")
        if both:
            return both[0]
        taken = self.seen.keys() | self.sight.unplaced
        elsewhere = self.mentioned - {spelling(row["name"])}
        free = [
            value
            for value in (*having, *stored)
            if value.id not in taken and spelling(value.name) not in elsewhere
        ]
        if not free:
            return None
        if self.desk.accepts_doubtful:
            return free[0]
        place = place_of(table, row.number)
        known = f"{free[0].name} {free[0].phone or ''}".strip()
        self.desk.plan.doubt(Doubt("person", place, row["name"], known, free[0].id))
        return None

    def _stored(self, refs: list[int]) -> list[Any]:
        return [self.by_id[ref] for ref in refs if ref > 0]

    def _change(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        wanted = given(row, *_OWN)
        emptied = [text for text, value in wanted.items() if value is None and text != "phone"]
        if emptied:
            self.desk.wrong(table, row, emptied[0], "needed")
            return
        after = differences(known, wanted)
        if (
            "phone" in after
            and after["phone"]
            and national(after["phone"]) == national(known.phone)
        ):
            del after["phone"]
        if after and self.sight.mine is not None and known.id not in self.sight.mine:
            self.desk.wrong(table, row, "name", "not-yours")
            return
        if row["phone"] is CLEARED or after:
            self.index.put(
                known.id, after.get("name", known.name), after.get("phone", known.phone)
            )
        self.desk.plan.change("people", known, known.name, after)
