"""Chưa báo cáo: who has not reported, since when, whom to ring, and asking them by a message."""

from collections.abc import Sequence

from desk.acting import read_fields
from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from operations.notifications.missing_board import (
    MissingBoard,
    NamedOwing,
    Narrowed,
    Owing,
    find_contacts,
    list_missing,
    look_at_nudges,
    may_nudge,
    name_lines,
    nudge,
)
from operations.rights import Right

_TABS = ("late", "awaited", "not_held", "paused")


async def show(visit: Visit) -> Drawn:
    """Shows one tab of what wants a report, with whom to ring."""
    view, context = visit.view, visit.context
    board = await _list(visit)
    tab = view.chosen["tab"]
    page = take_rows(visit, _lines(board, tab), key=lambda line: str(line.row.meeting_id))
    contacts = await find_contacts(context, page.rows)
    return Drawn(
        frame="missing.html",
        values={
            "tab": tab,
            "tab_ways": [
                (visit.word(f"tab-{name}"), visit.link(tab=name), count, name == tab)
                for name, count in _counts(board).items()
            ],
            "board": board,
            "page": page,
            "groups": _group(await name_lines(context, page.rows)),
            "contacts": contacts,
            "may_nudge": tab == "late" and view.names and may_nudge(context),
        },
    )


async def _list(visit: Visit) -> MissingBoard:
    view = visit.view
    what = Narrowed(place=visit.stand.place, only=view.only, here=view.here, afresh=view.afresh)
    return await list_missing(visit.context, what, view.period)


def _lines(board: MissingBoard, tab: str) -> Sequence[Owing]:
    by_tab = {"late": board.late, "awaited": board.awaited, "not_held": board.not_held}
    return by_tab.get(tab, ())


def _group(lines: Sequence[NamedOwing]) -> dict[str, list[NamedOwing]]:
    """Returns lines by place, in the order in which the places come first."""
    found: dict[str, list[NamedOwing]] = {}
    for line in lines:
        found.setdefault(line.place, []).append(line)
    return found


def _counts(board: MissingBoard) -> dict[str, int]:
    return {name: len(getattr(board, name)) for name in _TABS}


async def act(visit: Visit) -> str | Drawn:
    """Shows whom a message would reach, and sends it once that is confirmed."""
    if visit.form.get("do") == "all":
        chosen = [line.row.meeting_id for line in (await _list(visit)).late]
    else:
        chosen = read_fields(visit, "meeting")
    if visit.form.get("do") == "send":
        told = await nudge(visit.context, chosen)
        return visit.link(done="nudged" if told else "nobody")
    look = await look_at_nudges(visit.context, chosen)
    return Drawn(frame="nudge.html", values={"look": look, "chosen": chosen})


MISSING = Page(
    name="missing",
    path="/missing",
    right=Right.SEE_REPORTS,
    show=show,
    act=act,
    asking=Asking(choices={"tab": _TABS, "done": ("", "nudged", "nobody"), "rows": ("", "all")}),
)
