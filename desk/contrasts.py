"""Chưa khớp: the leader's word beside the cadre's, where they differ."""

from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from operations.cadres.discrepancies import look_at_contrasts
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows the contradictions of a place and period, by day."""
    view, place = visit.view, visit.require_place()
    found = await look_at_contrasts(visit.context, place, view.period, view.only)
    page = take_rows(visit, found, key=lambda one: f"{one.said.meeting_id}-{one.said.person_id}")
    return Drawn(frame="contrasts.html", values={"page": page})


CONTRASTS = Page(
    name="contrasts",
    path="/contrasts",
    right=Right.SEE_CONTRASTS,
    show=show,
    asking=Asking(choices={"rows": ("", "all")}),
)
