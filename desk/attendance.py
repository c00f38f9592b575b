"""Cán bộ dự: each cadre, attended of assigned; and the units that nobody visits."""

from collections.abc import Sequence

from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from operations.cadres.attendance_statistics import CadreTurnout, look_at_turnout
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows the cadres of a place, the lowest share first; or the meetings of one of them."""
    view = visit.view
    cadre = view.chosen["cadre"]
    found = await look_at_turnout(
        visit.context, visit.require_place(), view.period, view.only, of=cadre
    )
    return Drawn(
        frame="attendance.html",
        values={
            "found": found,
            "unvisited": take_rows(visit, found.unvisited, key=lambda one: str(one.chapter.id)),
            "cadres": _ordered(found.cadres, view.sort),
            "chosen": next((one for one in found.cadres if str(one.person.id) == cadre), None),
            "meetings": found.meetings,
        },
    )


def _ordered(cadres: Sequence[CadreTurnout], sort: str) -> list[CadreTurnout]:
    """Returns cadres by share, or by name as they come; who was assigned to nothing comes last."""
    if sort.endswith("name"):
        return list(cadres[::-1] if sort.startswith("-") else cadres)
    sign = -1 if sort.startswith("-") else 1

    def key(one: CadreTurnout) -> tuple[bool, float]:
        turnout = one.turnout
        share = turnout.went / turnout.assigned if turnout.assigned else 0
        return not turnout.assigned, sign * share

    return sorted(cadres, key=key)


ATTENDANCE = Page(
    name="attendance",
    path="/attendance",
    right=Right.SEE_TURNOUT,
    show=show,
    sheet=SheetName.ATTENDANCE,
    asking=Asking(columns=("share", "name"), choices={"cadre": (), "rows": ("", "all")}),
)
