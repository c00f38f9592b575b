"""Finds the kind or the person that a cell names, and notes a fault when there is none."""

from documents.book import SheetRow, Table
from operations.workbook.desk import Desk
from operations.workbook.kinds import Kinds
from operations.workbook.people import PersonIndex
from operations.workbook.places import Several


def find_kind(desk: Desk, kinds: Kinds, table: Table, row: SheetRow) -> int | None:
    """Returns the kind that a filled cell names, None with a fault noted."""
    found = kinds.find(str(row["kind"]))
    if found is None and not desk.comes_right("kinds", row["kind"], is_lacking=True):
        names = " | ".join(sorted(kinds.names.values())[:12]) or "none"
        desk.wrong(table, row, "kind", "unknown-kind", names=names)
    return found


def find_person(desk: Desk, people: PersonIndex, table: Table, row: SheetRow) -> int | None:
    """Returns the person that a filled cell and the phone beside it name, None with a fault."""
    phone = row["phone"] if isinstance(row["phone"], str) else None
    found = people.find(str(row["person"]), phone)
    if isinstance(found, Several):
        facts = found.facts
        desk.wrong(table, row, "person", "several", **facts)
        return None
    lacks = people.lack(row["person"])
    if found is None and not desk.comes_right("people", row["person"], is_lacking=lacks):
        desk.wrong(table, row, "person", "unknown-person")
    return found
