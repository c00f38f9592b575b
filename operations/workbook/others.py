"""The sheets of holidays and of channels against what is stored."""

from typing import Any

from documents.book import CLEARED, SheetRow, Table
from operations.workbook.desk import Desk, given
from operations.workbook.lookup import find_area, may_change, may_change_all
from operations.workbook.places import Places
from operations.workbook.plans import differences


def plan_holidays(desk: Desk, places: Places) -> None:
    """Plans the free days: everywhere, or in an area and below it."""
    known = {(row.area_id, row.day): row for row in desk.known["holidays"]}
    seen: dict[tuple[int | None, Any], int] = {}
    for table, row in desk.rows("holidays"):
        if desk.lacks(table, row):
            continue
        everywhere = row["area"] in (None, CLEARED)
        area = None if everywhere else find_area(desk, places, table, row)
        if area is None and not everywhere:
            continue
        where = (area, row["day"])
        if where in seen:
            desk.wrong(table, row, "day", "twice", other=seen[where])
            continue
        seen[where] = row.number
        _plan_holiday(desk, places, table, row, known.get(where), area)


def _plan_holiday(
    desk: Desk,
    places: Places,
    table: Table,
    row: SheetRow,
    known: Any,  # noqa: ANN401 - a row
    area: int | None,
) -> None:
    wanted = {"name": row["name"]}
    if known is not None and not differences(known, wanted):
        return
    may = may_change_all(desk) if area is None else may_change(desk, places, area, None)
    if not may:
        desk.wrong(table, row, "day", "not-yours")
    elif known is not None:
        desk.plan.change("holidays", known, known.name, wanted)
    else:
        values = {"area_id": area, "day": row["day"], **wanted}
        desk.plan.add("holidays", row["name"], values)


def plan_channels(desk: Desk, places: Places) -> None:
    """Plans which group or channel receives which area's digests."""
    known = {(row.channel, row.account, row.chat): row for row in desk.known["channels"]}
    seen: dict[tuple[str, str, str], int] = {}
    for table, row in desk.rows("channels"):
        if desk.lacks(table, row):
            continue
        area = find_area(desk, places, table, row)
        if area is None:
            continue
        group = (row["channel"], given(row, "account").get("account") or "main", row["chat"])
        if group in seen:
            desk.wrong(table, row, "chat", "twice", other=seen[group])
        elif not may_change(desk, places, area, None):
            desk.wrong(table, row, "area", "not-yours")
        else:
            seen[group] = row.number
            _plan_channel(desk, places, table, row, known.get(group), (group, area))


def _plan_channel(
    desk: Desk,
    places: Places,
    table: Table,
    row: SheetRow,
    known: Any,  # noqa: ANN401 - a row
    bound: tuple[tuple[str, str, str], int],
) -> None:
    (channel, account, chat), area = bound
    wanted = {"area_id": area, "language": row["language"] or getattr(known, "language", "vi")}
    whole = {
        "channel": channel,
        "account": account,
        "chat": chat,
        "title": given(row, "title").get("title") or getattr(known, "title", ""),
        **wanted,
    }
    if known is None:
        desk.plan.add("channels", whole["title"] or chat, whole)
    elif differences(known, wanted):
        if not may_change(desk, places, known.area_id, None):
            desk.wrong(table, row, "area", "not-yours")
            return
        desk.plan.change("channels", known, known.title, whole)
