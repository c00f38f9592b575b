"""The sheets of programmes, pilot places, targets and kinds of figures against what is stored."""

from datetime import date
from typing import Any, TypeVar

from documents.book import CLEARED, SheetRow, Table
from domain.indicators import Sense, read_hundredths
from domain.reporting_span import parse_span
from operations.workbook.desk import Desk, given
from operations.workbook.kinds import Kinds
from operations.workbook.lookup import find_area, may_change, may_change_all
from operations.workbook.naming import find_kind
from operations.workbook.places import Places
from operations.workbook.plans import differences

_OF_TARGET = ("programme_id", "indicator", "area_id", "kind_id", "period")
_OF_COUNTER = ("name", "association", "ordinal", "valid_from", "valid_to")
_NEEDED = ("ordinal", "valid_from")
# Behind those that are there from the start.
_LAST = 900

Codes = dict[str, tuple[int, int]]
Key = TypeVar("Key")


def plan_programmes(desk: Desk, places: Places, kinds: Kinds) -> None:
    """Plans programmes, then what names them; kinds of figures stand for themselves."""
    known = {row.code: row for row in desk.known["programmes"]}
    codes = {code: (row.id, row.area_id) for code, row in known.items()}
    seen: dict[str, int] = {}
    for table, row in desk.rows("programmes"):
        if desk.lacks(table, row) or _is_twice(desk, table, row, "code", seen, row["code"]):
            continue
        _plan_programme(desk, places, table, row, known.get(row["code"]), codes)
    _plan_pilots(desk, places, codes)
    _plan_targets(desk, places, kinds, codes)
    _plan_counters(desk)


def _plan_programme(
    desk: Desk,
    places: Places,
    table: Table,
    row: SheetRow,
    known: Any,  # noqa: ANN401 - a row
    codes: Codes,
) -> None:
    area = find_area(desk, places, table, row)
    if area is None:
        return
    wanted = {"name": row["name"], "area_id": area, **given(row, "valid_from", "valid_to")}
    first = _first_day(desk, wanted, known)
    wanted["valid_from"] = first
    last = wanted.get("valid_to", getattr(known, "valid_to", None))
    if desk.misordered(table, row, first, last):
        return
    touched = {area} if known is None else {area, known.area_id}
    if not all(may_change(desk, places, item, None) for item in touched):
        if known is None or differences(known, wanted):
            desk.wrong(table, row, "area", "not-yours")
    elif known is None:
        ref = desk.plan.add(
            "programmes", row["name"], {"code": row["code"], "valid_to": None, **wanted}
        )
        codes[row["code"]] = (ref, area)
    else:
        desk.plan.change("programmes", known, known.name, differences(known, wanted))


def _plan_pilots(desk: Desk, places: Places, codes: Codes) -> None:
    known = {(row.programme_id, row.area_id) for row in desk.known["pilots"]}
    seen: dict[tuple[int, int], int] = {}
    for table, row in desk.rows("pilots"):
        programme = None if desk.lacks(table, row) else _programme(desk, table, row, codes)
        area = None if programme is None else find_area(desk, places, table, row)
        if programme is None or area is None:
            continue
        pair = (programme, area)
        last = row["valid_to"] if isinstance(row["valid_to"], date) else None
        if _is_twice(desk, table, row, "area", seen, pair) or _is_ahead(desk, table, row, last):
            continue
        if (pair in known) is (last is None):
            continue
        identity = {"programme_id": programme, "area_id": area}
        if not may_change(desk, places, area, None):
            desk.wrong(table, row, "area", "not-yours")
        elif last is None:
            desk.plan.add("pilots", places.cell(area), identity)
        else:
            name = f"{row['programme']}, {places.cell(area)}"
            desk.plan.end("pilots", programme, name, before=identity, last=last)


def _plan_targets(desk: Desk, places: Places, kinds: Kinds, codes: Codes) -> None:
    known = {
        tuple(getattr(row, text) for text in _OF_TARGET): row for row in desk.known["targets"]
    }
    seen: dict[tuple[Any, ...], int] = {}
    for table, row in desk.rows("targets"):
        found = None if desk.lacks(table, row) else _target(desk, places, kinds, table, row, codes)
        if found is None:
            continue
        identity, wanted = found
        key = tuple(identity[text] for text in _OF_TARGET)
        last = row["valid_to"] if isinstance(row["valid_to"], date) else None
        if _is_twice(desk, table, row, "indicator", seen, key) or _is_ahead(
            desk, table, row, last
        ):
            continue
        stored = known.get(key)
        if last is not None:
            _end_target(desk, places, table, row, stored, last)
            continue
        if stored is not None and not differences(stored, wanted):
            continue
        if not may_change(desk, places, identity["area_id"], identity["kind_id"]):
            desk.wrong(table, row, "area", "not-yours")
        elif stored is None:
            desk.plan.add("targets", _name(row), identity | {"sense": Sense.MIN, **wanted})
        else:
            desk.plan.change("targets", stored, _name(row), differences(stored, wanted))


def _end_target(
    desk: Desk,
    places: Places,
    table: Table,
    row: SheetRow,
    stored: Any,  # noqa: ANN401 - a row
    last: date,
) -> None:
    """Plans that a target goes; one that is not there has gone already."""
    if stored is None:
        return
    if not may_change(desk, places, stored.area_id, stored.kind_id):
        desk.wrong(table, row, "area", "not-yours")
        return
    before = {text: getattr(stored, text) for text in (*_OF_TARGET, "value", "sense")}
    desk.plan.end("targets", stored.id, _name(row), before=before, last=last)


def _is_ahead(desk: Desk, table: Table, row: SheetRow, last: date | None) -> bool:
    """True, and a fault noted, when a row is to go on a day that is still to come."""
    if last is None or last <= desk.today:
        return False
    desk.wrong(table, row, "valid_to", "not-gone-yet")
    return True


def _target(
    desk: Desk, places: Places, kinds: Kinds, table: Table, row: SheetRow, codes: Codes
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Returns what a row is about and what it sets, None with a fault noted."""
    programme = _programme(desk, table, row, codes)
    area = find_area(desk, places, table, row)
    is_of_kind = row["kind"] not in (None, CLEARED)
    kind = find_kind(desk, kinds, table, row) if is_of_kind else None
    period, value = _period(row["period"]), read_hundredths(row["value"])
    if period is None:
        desk.wrong(table, row, "period", "span")
    if value is None:
        desk.wrong(table, row, "value", "value")
    if None in (programme, area, period, value) or (is_of_kind and kind is None):
        return None
    identity = {
        "programme_id": programme,
        "indicator": row["indicator"],
        "area_id": area,
        "kind_id": kind,
        "period": period,
    }
    return identity, {"value": value, **given(row, "sense")}


def _plan_counters(desk: Desk) -> None:
    known = {row.code: row for row in desk.known["counters"]}
    seen: dict[str, int] = {}
    for table, row in desk.rows("counters"):
        if desk.lacks(table, row) or _is_twice(desk, table, row, "code", seen, row["code"]):
            continue
        stored = known.get(row["code"])
        wanted = {**given(row, *_OF_COUNTER), "unit": row["measure"]}
        wanted = {
            key: value for key, value in wanted.items() if key not in _NEEDED or value is not None
        }
        first = _first_day(desk, wanted, stored)
        if desk.misordered(table, row, first, wanted.get("valid_to")):
            continue
        after = wanted if stored is None else differences(stored, wanted)
        if after and not may_change_all(desk):
            desk.wrong(table, row, "code", "not-yours")
        elif stored is None:
            usual = {"association": None, "ordinal": _LAST, "valid_from": first, "valid_to": None}
            desk.plan.add("counters", row["name"], {"code": row["code"], **usual, **wanted})
        else:
            desk.plan.change("counters", stored, stored.name, after)


def _first_day(desk: Desk, wanted: dict[str, Any], known: Any) -> date:  # noqa: ANN401 - a row
    """Returns since when something holds: as written, as stored, or from today."""
    written: date | None = wanted.get("valid_from")
    stored: date = desk.today if known is None else known.valid_from
    return written or stored


def _programme(desk: Desk, table: Table, row: SheetRow, codes: Codes) -> int | None:
    found = codes.get(row["programme"])
    if found is None:
        desk.wrong(table, row, "programme", "unknown-programme")
        return None
    return found[0]


def _is_twice(
    desk: Desk,
    table: Table,
    row: SheetRow,
    column: str,
    seen: dict[Key, int],
    key: Key,
) -> bool:
    if key in seen:
        desk.wrong(table, row, column, "twice", other=seen[key])
        return True
    seen[key] = row.number
    return False


def _name(row: SheetRow) -> str:
    return f"{row['programme']} {row['indicator']} {row['period']}"


def _period(text: str) -> str | None:
    try:
        return str(parse_span(text))
    except ValueError:
        return None
