"""Finds what a cell names, and notes a fault when it is nothing or several."""

from typing import Any

from documents.book import CLEARED, SheetRow, Table
from operations.workbook.desk import Desk
from operations.workbook.places import Places, Several


def find_area(
    desk: Desk, places: Places, table: Table, row: SheetRow, column: str = "area"
) -> int | None:
    """Returns the area that a cell names, None with a fault noted."""
    written = row[column]
    if written is None or written is CLEARED:
        desk.wrong(table, row, column, "needed")
        return None
    found = places.find(written)
    if isinstance(found, Several):
        desk.wrong(table, row, column, "several", count=found.count, example=found.example)
        return None
    if found is None:
        miss_area(desk, places, table, row, column)
    return found


def miss_area(desk: Desk, places: Places, table: Table, row: SheetRow, column: str) -> None:
    """Notes that no area has the name, unless that area's own row is at fault already."""
    last = places.last_step(row[column])
    if not desk.comes_right("areas", last, is_lacking=places.lack(last)):
        near = places.near(last) if desk.may_suggest else ""
        desk.wrong(table, row, column, "unknown-area", near=near or "none")


def may_change(
    desk: Desk, places: Places, area: int, kind: int | None, *, association: str | None = None
) -> bool:
    """True when the place, with a kind or an association there, is within the limits."""
    limits = desk.limits
    if limits is None:
        return True
    whose = association or desk.associations.get(kind or 0)
    return limits.reach(places.above(area), kind, whose)


def may_change_all(desk: Desk) -> bool:
    """True when what holds everywhere may be changed: by the operator, or at every root."""
    limits = desk.limits
    roots = [row.id for row in desk.known["areas"] if row.parent_id is None]
    return limits is None or (bool(roots) and all((root, None) in limits.places for root in roots))


def number_in(written: Any) -> int | None:  # noqa: ANN401 - a cell's text
    """Returns the number of a "#12", None for anything else."""
    is_number = isinstance(written, str) and written[:1] == "#" and written[1:].isdecimal()
    return int(written[1:]) if is_number else None
