"""The sheet of duties to attend against the stored ones."""

from typing import Any

from documents.book import SheetRow, Table
from operations.workbook.desk import Desk, given, group
from operations.workbook.kinds import Kinds
from operations.workbook.lookup import find_area, may_change
from operations.workbook.naming import find_kind, find_person
from operations.workbook.people import PersonIndex
from operations.workbook.places import Places
from operations.workbook.plans import differences

_KEY = ("area_id", "kind_id", "person_id")
_VALUES = ("visits", "per", "valid_from", "valid_to")

Scope = tuple[int, int | None, int | None]


def plan_duties(desk: Desk, places: Places, kinds: Kinds, people: PersonIndex) -> None:
    """Plans how often chapters are attended, by whom."""
    _Duties(desk, places, kinds, people).plan()


class _Duties:
    def __init__(self, desk: Desk, places: Places, kinds: Kinds, people: PersonIndex) -> None:
        self.desk = desk
        self.places = places
        self.kinds = kinds
        self.people = people
        self.stored = group(desk.known["duties"], *_KEY, "valid_from")
        self.seen: dict[int, int] = {}
        self.added: dict[tuple[Any, ...], int] = {}

    def plan(self) -> None:
        rows = list(self.desk.rows("duties"))
        for table, row in sorted(rows, key=lambda value: not isinstance(value[1]["id"], int)):
            if isinstance(row["id"], int):
                if known := self.desk.named("duties", self.seen, table, row):
                    self._change_numbered(table, row, known)
            elif not self.desk.lacks(table, row):
                self._match(table, row)

    def _change_numbered(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        if row["area"] is not None:
            scope = self._scope(table, row)
            if scope is None:
                return
            if scope != tuple(getattr(known, text) for text in _KEY):
                self.desk.wrong(table, row, "area", "fixed")
                return
        self._change(table, row, known)

    def _match(self, table: Table, row: SheetRow) -> None:
        scope = self._scope(table, row)
        if scope is None:
            return
        values = {"valid_from": self.desk.today, "valid_to": None, **given(row, *_VALUES)}
        key = (*scope, values["valid_from"])
        if known := next((value for value in self.stored[key] if value.id not in self.seen), None):
            self.seen[known.id] = row.number
            self._change(table, row, known)
        elif key in self.added:
            self.desk.wrong(table, row, "area", "twice", other=self.added[key])
        elif not self._may(scope):
            self.desk.wrong(table, row, "area", "not-yours")
        elif not self.desk.misordered(table, row, values["valid_from"], values["valid_to"]):
            self.added[key] = row.number
            identity = dict(zip(_KEY, scope, strict=True))
            self.desk.plan.add("duties", self.places.cell(scope[0]), identity | values)

    def _change(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        wanted = given(row, *_VALUES)
        for column in ("visits", "per", "valid_from"):
            if column in wanted and wanted[column] is None:
                self.desk.wrong(table, row, column, "needed")
                return
        first = wanted.get("valid_from", known.valid_from)
        if self.desk.misordered(table, row, first, wanted.get("valid_to", known.valid_to)):
            return
        after = differences(known, wanted)
        if after and not self._may((known.area_id, known.kind_id, known.person_id)):
            self.desk.wrong(table, row, "area", "not-yours")
            return
        self.desk.plan.change("duties", known, self.places.cell(known.area_id), after)

    def _scope(self, table: Table, row: SheetRow) -> Scope | None:
        """Returns the place, kind and person; None with a fault noted."""
        area = find_area(self.desk, self.places, table, row)
        kind = person = None
        if isinstance(row["kind"], str):
            kind = find_kind(self.desk, self.kinds, table, row)
        if isinstance(row["person"], str):
            person = find_person(self.desk, self.people, table, row)
        missed = (kind is None and isinstance(row["kind"], str)) or (
            person is None and isinstance(row["person"], str)
        )
        return None if area is None or missed else (area, kind, person)

    def _may(self, scope: Scope) -> bool:
        area, kind, _ = scope
        return may_change(self.desk, self.places, area, kind)
