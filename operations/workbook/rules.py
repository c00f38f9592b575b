"""Meeting rules in cells against the rules that are stored."""

from collections.abc import Mapping
from typing import Any

from documents.book import SheetRow, Table
from domain.calendar import MeetingRule, combine_rule, fit_rule
from operations.workbook.desk import Desk


def wanted_rule(desk: Desk, table: Table, row: SheetRow, frequency: int) -> dict[str, Any] | None:
    """Returns the data of the rule in a cell for periods of so many months; None with a fault."""
    said, data = row["rule"]
    try:
        combine_rule(frequency, data)
    except ValueError:
        said = 0
    if said not in (None, frequency):
        desk.wrong(table, row, "rule", "rule-period", months=frequency)
        return None
    return dict(data)


def same_rule(
    first: Mapping[str, Any] | None, second: Mapping[str, Any] | None, frequency: int
) -> bool:
    """True when two rules mean the same day in periods of so many months."""
    if first is None or second is None:
        return first is second
    return fit_rule(frequency, first) == fit_rule(frequency, second)


def stored_rule(data: Mapping[str, Any] | None, frequency: int) -> MeetingRule | None:
    """Returns a stored rule for periods of so many months."""
    return None if data is None else fit_rule(frequency, data)
