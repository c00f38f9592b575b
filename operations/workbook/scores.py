"""The sheets of score tables and yearly scales: versions are added, never rewritten."""

from collections import Counter
from datetime import date
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from documents.cells import render_cell
from domain.grading import grades_from_json, parts_from_json
from domain.grading.defaults import LEAST_GRADED
from operations.workbook.desk import Desk, given
from operations.workbook.kinds import Kinds
from operations.workbook.lookup import find_area, may_change, may_change_all
from operations.workbook.naming import find_kind
from operations.workbook.places import Places
from operations.workbook.plans import differences

_EVERYWHERE = (None, CLEARED)
_WORDED = ("parts", "grades", "levels")

# What tells the versions of one table or scale apart: its name and the first day.
Version = tuple[str, date]


def plan_scores(desk: Desk, places: Places, kinds: Kinds) -> None:
    """Plans the score tables: a row with another first day is another version."""
    known = {(row.code, row.valid_from): row for row in desk.known["scores"]}
    newest = Counter[str]()
    for row in desk.known["scores"]:
        newest[row.code] = max(newest[row.code], row.version)
    seen: dict[Version, int] = {}
    for table, row in desk.rows("scores"):
        if _lacks_key(desk, table, row, "code"):
            continue
        version = (row["code"], _first_day(desk, row))
        wanted = _wanted_table(desk, places, kinds, table, row)
        if wanted is None or _is_twice(desk, seen, version, table, row):
            continue
        stored = known.get(version)
        area, kind = (
            (wanted["area_id"], wanted["kind_id"])
            if stored is None
            else (stored.area_id, stored.kind_id)
        )
        may = may_change_all(desk) if area is None else may_change(desk, places, area, kind)
        if stored is not None:
            _keep(desk, stored, table, row, wanted, may=may)
        elif not desk.lacks(table, row) and _may_add(desk, table, row, wanted, may=may):
            newest[row["code"]] += 1
            values = {"code": row["code"], "version": newest[row["code"]], "valid_to": None}
            desk.plan.add("scores", wanted["name"], values | wanted)


def plan_scales(desk: Desk) -> None:
    """Plans the yearly scales: a row with another first day is another one."""
    known = {(row.association, row.valid_from): row for row in desk.known["scales"]}
    seen: dict[Version, int] = {}
    for table, row in desk.rows("scales"):
        if _lacks_key(desk, table, row, "association"):
            continue
        version = (row["association"], _first_day(desk, row))
        if _is_twice(desk, seen, version, table, row):
            continue
        stored = known.get(version)
        wanted = given(row, "association", "name", "levels", "valid_to")
        wanted["valid_from"] = version[1]
        if stored is None or row["least_graded"] is not None:
            least = given(row, "least_graded").get("least_graded")
            wanted["rule"] = {"least_graded": LEAST_GRADED if least is None else least}
        if stored is not None:
            _keep(desk, stored, table, row, wanted, may=may_change_all(desk))
        elif not desk.lacks(table, row) and _may_add(
            desk, table, row, wanted, may=may_change_all(desk)
        ):
            desk.plan.add("scales", row["association"], {"valid_to": None} | wanted)


def _lacks_key(desk: Desk, table: Table, row: SheetRow, column: str) -> bool:
    if row[column] in _EVERYWHERE:
        desk.wrong(table, row, column, "needed")
        return True
    return False


def _first_day(desk: Desk, row: SheetRow) -> date:
    written = row["valid_from"]
    return written if isinstance(written, date) else desk.today


def _is_twice(
    desk: Desk, seen: dict[Version, int], version: Version, table: Table, row: SheetRow
) -> bool:
    if version in seen:
        desk.wrong(table, row, "valid_from", "twice", other=seen[version])
        return True
    seen[version] = row.number
    return False


def _wanted_table(
    desk: Desk, places: Places, kinds: Kinds, table: Table, row: SheetRow
) -> dict[str, Any] | None:
    wanted = given(row, "name", "parts", "grades", "valid_to")
    wanted |= {"valid_from": _first_day(desk, row), "area_id": None, "kind_id": None}
    if row["area"] not in _EVERYWHERE:
        wanted["area_id"] = find_area(desk, places, table, row)
        if wanted["area_id"] is None:
            return None
    if row["kind"] not in _EVERYWHERE:
        wanted["kind_id"] = find_kind(desk, kinds, table, row)
        if wanted["kind_id"] is None:
            return None
    return None if _is_out_of_reach(desk, table, row) else wanted


def _is_out_of_reach(desk: Desk, table: Table, row: SheetRow) -> bool:
    """True, and a fault noted, where the parts never add up to the best grade."""
    if not isinstance(row["parts"], list) or not isinstance(row["grades"], list):
        return False
    parts, best = parts_from_json(row["parts"]), grades_from_json(row["grades"])[0]
    most = sum(part.most for part in parts)
    judged = any(part.rule is None for part in parts)
    if judged and best.least is not None and best.least > most:
        desk.wrong(table, row, "grades", "points", most=most)
        return True
    return False


def _may_add(
    desk: Desk, table: Table, row: SheetRow, wanted: dict[str, Any], *, may: bool
) -> bool:
    if not may:
        desk.wrong(table, row, "valid_from", "not-yours")
        return False
    return not desk.misordered(table, row, wanted["valid_from"], wanted.get("valid_to"))


def _reads_alike(table: Table, column: str, first: Any, second: Any) -> bool:  # noqa: ANN401 - as stored
    """True for the same cell in words: a grade may be kept as "Good" and come back as "Tốt"."""
    if column not in _WORDED:
        return False
    there = table.sheet.columns[table.sheet.places[column]]
    return render_cell(there, first, "en") == render_cell(there, second, "en")


def _keep(
    desk: Desk,
    stored: Any,  # noqa: ANN401 - a row
    table: Table,
    row: SheetRow,
    wanted: dict[str, Any],
    *,
    may: bool,
) -> None:
    """A version that is there only ends: its grades were given by it as it is."""
    shown = {"area_id": "area", "kind_id": "kind", "rule": "least_graded"}
    told = {
        column: value
        for column, value in wanted.items()
        if column not in shown or row[shown[column]] is not None
    }
    after = {
        column: value
        for column, value in differences(stored, told).items()
        if not _reads_alike(table, column, getattr(stored, column), value)
    }
    fixed = [column for column in after if column != "valid_to"]
    if fixed:
        desk.wrong(table, row, shown.get(fixed[0], fixed[0]), "fixed")
    elif after and not may:
        desk.wrong(table, row, "valid_to", "not-yours")
    elif not desk.misordered(table, row, stored.valid_from, wanted.get("valid_to")):
        desk.plan.change(table.sheet.key, stored, stored.name, after)
